from collections import Counter
from datetime import date, datetime

import pytest

from etl.errors import Refused
from etl.loads import Known, LoadOptions
from etl.reading.book import Book, Sheet
from etl.sheets.tally import LAYOUT
from etl.sheets.tally_heading import measure_of, month_of

TODAY = date(2026, 1, 15)
MONTHS_ID = ["JANUARI", "FEBRUARI", "MARET"]


def book(*sheets, names=("Rekap",)):
    made = []
    for rows, name in zip(sheets, names, strict=True):
        width = max(len(r) for r in rows)
        grid = tuple((*r, *[""] * (width - len(r))) for r in rows)
        made.append(Sheet(name, grid[:40], lambda grid=grid: grid))
    return Book("rekap.xlsx", tuple(made))


def read(*sheets, names=("Rekap",), today=TODAY, **options):
    return LAYOUT.read(book(*sheets, names=names), LoadOptions(today=today, **options), Known())


def counts(result):
    return {
        (r["permit_type"], r["month"], r["measure"]): r["count"]
        for r in result.extracts[0].table.to_pylist()
    }


def two_row(title="TAHUN 2025"):
    return [
        [title],
        [],
        [
            "NO",
            "SEKTOR",
            "JENIS IZIN",
            "JUMLAH IZIN",
            "",
            "",
            "",
            "JUMLAH PENOLAKAN",
            "",
            "",
            "",
            "JUMLAH IZIN TERBIT",
            "",
            "",
            "",
        ],
        [
            "",
            "",
            "",
            "JANUARI",
            "FEBRUARY",
            "MARET",
            "JUMLAH",
            "JAN",
            "PEBRUARI",
            "MARCH",
            "JUMLAH",
            "JANUARI",
            "FEBRUARI",
            "MARET",
            "JUMLAH",
        ],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [1, "KESEHATAN", "IZIN BIDAN ", 5, 0, "", 5, 1, 0, "", 1, 6, 0, 0, 6],
        [2, "", "IZIN  PERAWAT", 7, 2, "", 9, 0, 1, "", 1, 7, 3, 0, 10],
        [3, "SOSIAL", "TANDA DAFTAR", 1, 4, "", 5, 0, 0, "", 0, 1, 4, 0, 5],
        ["J  U  M  L  A  H", "", "", 13, 6, 0, 19, 1, 1, 0, 2, 14, 7, 0, 21],
        [],
        ["", "", "", "", "Kepala Dinas"],
        ["", "", "", "", 407],
    ]


def test_blocks_months_and_names_are_read():
    got = counts(read(two_row()))
    assert got["IZIN BIDAN", "2025-01", "issued"] == "5"
    assert got["IZIN BIDAN", "2025-01", "rejected"] == "1"
    assert got["IZIN PERAWAT", "2025-02", "rejected"] == "1"
    assert {m for _, _, m in got} == {"issued", "rejected"}
    assert {p for p, _, _ in got} == {"IZIN BIDAN", "IZIN PERAWAT", "TANDA DAFTAR"}


def test_zero_is_a_figure_and_an_empty_month_is_none():
    got = counts(read(two_row()))
    assert got["IZIN BIDAN", "2025-02", "issued"] == "0"
    assert not [k for k in got if k[1] == "2025-03"]


def test_the_sum_of_the_blocks_is_not_permits_issued_whatever_its_title():
    result = read(two_row())
    blocks = {b["title"]: b for b in result.reconciliation["blocks"]}
    assert blocks["JUMLAH IZIN TERBIT"]["measure"] is None
    assert "JUMLAH PENOLAKAN" in blocks["JUMLAH IZIN TERBIT"]["left_out"]
    assert blocks["JUMLAH IZIN"] | {"measure": "issued", "total": 19} == blocks["JUMLAH IZIN"]
    assert any("JUMLAH IZIN TERBIT" in note for note in result.notes)


def test_a_sum_with_one_wrong_cell_is_still_a_sum_and_the_cell_is_named():
    rows = two_row()
    for n in range(20):
        rows.insert(8, [9, "SOSIAL", f"IZIN {n}", 1, 1, "", 2, 1, 1, "", 2, 2, 2, 0, 4])
    rows[5][11] = 99
    result = read(rows)
    assert [b["measure"] for b in result.reconciliation["blocks"]] == ["issued", "rejected", None]
    assert any("L6" in note for note in result.notes)


def test_two_blocks_of_one_meaning_that_differ_are_refused():
    rows = two_row()
    for row in rows[5:8]:
        row[11], row[12] = 50, 60
    with pytest.raises(Refused, match=r"JUMLAH IZIN TERBIT \(L:N\)"):
        read(rows)


def test_received_may_equal_what_was_decided():
    rows = [
        ["REKAP 2025"],
        ["NO", "JENIS IZIN", "PERMOHONAN MASUK", "", "TERBIT", "", "DITOLAK", ""],
        ["", "", "JAN", "FEB", "JAN", "FEB", "JAN", "FEB"],
        [1, "SIUP", 5, 4, 4, 3, 1, 1],
    ]
    assert {m for _, _, m in counts(read(rows))} == {"received", "issued", "rejected"}


def test_printed_totals_are_checked():
    result = read(two_row())
    assert result.reconciliation["footer_agrees"]
    assert len(result.reconciliation["footer"]) == 12
    assert result.reconciliation["rows_differ"] == []
    rows = two_row()
    rows[8][3], rows[6][6] = 14, 8
    wrong = read(rows)
    bad = [x for x in wrong.reconciliation["footer"] if not x["agrees"]]
    assert next((x["cell"], x["printed"], x["computed"]) for x in bad) == ("D9", 14, 13)
    assert wrong.reconciliation["rows_differ"][0]["cell"] == "G7"
    assert any("D9" in n and "14" in n and "13" in n for n in wrong.notes)


def test_strays_are_named_and_left_out():
    rows = two_row()
    rows[5] += ["", 14]
    result = read(rows)
    strays = {s["cell"]: s for s in result.reconciliation["strays"]}
    assert strays["E12"]["value"] == 407
    assert strays["E12"]["equals"] is None
    assert strays["Q6"]["equals"] == "JUMLAH IZIN, KESEHATAN"
    assert any("E12 (407)" in note for note in result.notes)


def test_sectors_are_counted_and_filled_down():
    assert read(two_row()).reconciliation["sectors"] == {"KESEHATAN": 2, "SOSIAL": 1}


def test_one_row_heading_takes_the_measure_of_the_title():
    rows = [
        ["JUMLAH IZIN TERBIT TAHUN 2024"],
        ["No", "Jenis Izin", "Jan", "Feb", "Mar", "Total"],
        [1, "SIUP", 3, "-", "", 3],
        ["", "Jumlah", 3, 0, "", 3],
    ]
    result = read(rows)
    assert counts(result) == {
        ("SIUP", "2024-01", "issued"): "3",
        ("SIUP", "2024-02", "issued"): "0",
    }
    assert any("-" in note for note in result.notes)


def test_months_above_measures():
    rows = [
        ["TAHUN 2025"],
        ["NO", "JENIS IZIN", "JANUARI", "", "FEBRUARI", ""],
        ["", "", "TERBIT", "DITOLAK", "TERBIT", "DITOLAK"],
        [1, "SIUP", 5, 1, 6, 0],
    ]
    assert counts(read(rows)) == {
        ("SIUP", "2025-01", "issued"): "5",
        ("SIUP", "2025-01", "rejected"): "1",
        ("SIUP", "2025-02", "issued"): "6",
        ("SIUP", "2025-02", "rejected"): "0",
    }


def test_titles_of_sectors_as_rows_and_subtotals():
    rows = [
        ["REKAP IZIN TERBIT 2025"],
        ["NO", "JENIS IZIN", "JAN", "FEB"],
        ["A", "KESEHATAN", "", ""],
        [1, "BIDAN", 2, 3],
        [2, "PERAWAT", 4, 5],
        ["", "SUB TOTAL", 6, 8],
        ["B", "SOSIAL", "", ""],
        [1, "YAYASAN", 1, 1],
        ["", "SUB TOTAL", 1, 1],
        ["", "TOTAL", 7, 9],
    ]
    result = read(rows)
    assert result.reconciliation["sectors"] == {"KESEHATAN": 2, "SOSIAL": 1}
    assert [x["computed"] for x in result.reconciliation["footer"]] == [6, 8, 1, 1, 7, 9]
    assert result.reconciliation["footer_agrees"]
    assert len(counts(result)) == 6


def test_zeros_typed_ahead_for_months_to_come_are_not_figures():
    result = read(two_row(), today=date(2025, 1, 31))
    assert {m for _, m, _ in counts(result)} == {"2025-01", "2025-02"}
    assert ("IZIN BIDAN", "2025-02", "issued") not in counts(result)
    assert any("belum tiba" in note for note in result.notes)


def test_text_in_a_cell_is_handed_on_with_its_cell_for_the_reject():
    rows = two_row()
    rows[5][3] = "lima"
    records = read(rows).extracts[0].table.to_pylist()
    assert [(r["_cell"], r["_row"]) for r in records if r["count"] == "lima"] == [("D6", 6)]


def test_the_year_is_asked_for_when_it_is_nowhere():
    with pytest.raises(Refused, match="--period"):
        read(two_row(title="REKAP"))
    assert ("IZIN BIDAN", "2023-01", "issued") in counts(read(two_row("REKAP"), period="2023"))
    asked = read(two_row(), period="2024")
    assert ("IZIN BIDAN", "2024-01", "issued") in counts(asked)
    assert any("2025" in note and "2024" in note for note in asked.notes)


def test_a_year_a_sheet():
    result = read(two_row("REKAP"), two_row("REKAP"), names=("2023", "2024"))
    months = {m[:4] for _, m, _ in counts(result)}
    assert months == {"2023", "2024"}
    assert len(result.reconciliation["sheets"]) == 2


def test_headings_and_no_figures_are_refused():
    rows = [["REKAP 2025"], ["NO", "JENIS IZIN", "JAN", "FEB"], [1, "SIUP", "", ""]]
    with pytest.raises(Refused, match="nihil"):
        read(rows)


def test_blocks_that_repeat_each_other_for_months_are_pointed_out():
    rows = two_row()
    for row in rows[5:8]:
        row[7:9] = row[3:5]
        row[11], row[12] = 2 * row[3], 2 * row[4]
    assert any("angka yang sama untuk bulan 1, 2" in n for n in read(rows).notes)


@pytest.mark.parametrize(
    "days",
    [
        (datetime(2025, 1, 25), datetime(2025, 2, 8)),
        (datetime(2025, 1, 1), datetime(2025, 2, 1)),
        ("30 Januari 2025", "3 Februari 2025"),
        ("30 Jan 2025 08.00", "3 Feb 2025 10.15"),
    ],
)
def test_a_register_with_dates_is_not_mine(days):
    heading = ["Nomor Permohonan", "Jenis Izin", "Tanggal Permohonan", "Tanggal Terbit"]
    register = [heading, ["503/1", "SIUP", *days], ["503/2", "SIUP", *days]]
    assert LAYOUT.score(book(register), LoadOptions()) == 0


def test_ordinary_tables_are_not_mine():
    plain = [["office_code", "permit_type", "month", "measure", "count"]]
    plain += [["32.01", "SIUP", "2025-01", "issued", 4]]
    assert LAYOUT.score(book(plain), LoadOptions()) == 0
    survey = [["NO", "U1", "U2", "U3"], [1, 4, 4, 3]]
    assert LAYOUT.score(book(survey), LoadOptions()) == 0
    assert LAYOUT.score(book(two_row()), LoadOptions()) > 0.9


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("AUGUST", (8, None)),
        ("AGUSTUS", (8, None)),
        ("Ags", (8, None)),
        ("Nopember 2025", (11, 2025)),
        ("Mei-25", (5, 2025)),
        (date(2025, 3, 1), (3, 2025)),
        ("Terbit Juni", (6, None)),
        ("S.D. JUNI", None),
        ("JUMLAH", None),
        ("J U N I", (6, None)),
        ("TRIWULAN I", None),
        ("", None),
        ("6 Jan 2025 08.00", None),
        ("25 Januari 2025", None),
        ("06-Jan-25", None),
        ("January 6, 2025", None),
        (datetime(2025, 1, 25), None),
        (datetime(2025, 2, 1, 8, 30), None),
        (datetime(2025, 2, 28), (2, 2025)),
    ],
)
def test_months_in_two_languages(cell, month):
    assert month_of(cell) == month


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("JUMLAH IZIN", "issued"),
        ("JUMLAH PENOLAKAN", "rejected"),
        ("Permohonan Ditolak", "rejected"),
        ("JUMLAH BERKAS DICABUT", "revoked"),
        ("Pencabutan", "revoked"),
        ("Berkas Masuk", "received"),
        ("Penerbitan", "issued"),
        ("Penarikan Permohonan", "withdrawn"),
        ("Keterangan", None),
    ],
)
def test_measures_by_title(title, measure):
    assert measure_of(title) == measure


def test_every_record_says_where_it_stands():
    table = read(two_row()).extracts[0].table
    assert Counter(table["_row"].to_pylist()) == {6: 4, 7: 4, 8: 4}
    assert table["_cell"].to_pylist()[0] == "D6"
