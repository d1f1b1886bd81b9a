"""Merged cells carry down; formulas without values and filtered rows are said."""

import pytest
from openpyxl import Workbook

from tests.etl.intake import read

HEAD = ["No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit"]


@pytest.fixture
def book():
    made = Workbook()
    made.active.title = "Data"
    made.active.append(HEAD)
    for i in range(1, 6):
        made.active.append([f"A-{i}", "PBG" if i in (1, 4) else None, "2024-01-05", "2024-01-09"])
    return made


def got(made, folder):
    made.save(folder / "buku.xlsx")
    return read(folder / "buku.xlsx", office="32.14")


def test_a_value_merged_downwards_holds_for_every_row_of_it(book, tmp_path):
    book.active.merge_cells("B2:B4")
    book.active.merge_cells("B5:B6")
    assert [r["permit_type"] for r in got(book, tmp_path).rows()] == ["PBG"] * 5


def test_a_blank_that_is_not_merged_stays_blank(book, tmp_path):
    book.active.merge_cells("B2:B3")
    types = [r["permit_type"] for r in got(book, tmp_path).rows()]
    assert types == ["PBG", "PBG", None, "PBG", None]


def test_headings_merged_over_two_lines_are_headings(tmp_path):
    made = Workbook()
    sheet = made.active
    sheet.append(["No. Permohonan", "Jenis Izin", "Tanggal", None])
    sheet.append([None, None, "Masuk", "Terbit"])
    sheet.append(["A-1", "PBG", "2024-01-05", "2024-01-09"])
    for merged in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(merged)
    (row,) = got(made, tmp_path).rows()
    assert [str(row[f])[:10] for f in ("submitted_at", "issued_at")] == ["2024-01-05", "2024-01-09"]


def test_a_formula_that_was_never_computed_is_said(book, tmp_path):
    book.active["D3"] = "=C3+4"
    book.active["D5"] = "=C5+4"
    read_ = got(book, tmp_path)
    assert read_.rows()[1]["issued_at"] is None
    assert any("2 sel berisi rumus tanpa nilai (D3, D5)" in n for n in read_.item.notes)


def test_filtered_rows_are_loaded_and_said(book, tmp_path):
    book.active.auto_filter.ref = "A1:D6"
    for row in (3, 4):
        book.active.row_dimensions[row].hidden = True
    read_ = got(book, tmp_path)
    assert read_.part().read == 5
    assert any("2 baris yang tersaring ikut dimuat" in n for n in read_.item.notes)


def test_nothing_is_said_of_a_plain_sheet(book, tmp_path):
    assert not [n for n in got(book, tmp_path).item.notes if n.startswith("Lembar")]
