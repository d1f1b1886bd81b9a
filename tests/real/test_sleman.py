"""The tally that an office really keeps: Kabupaten Sleman, 2025 (see the data's README)."""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from etl.loads import Known, LoadOptions
from etl.reading.book import Book, Sheet
from etl.sheets.tally import LAYOUT

FOLDER = Path(os.environ.get("MONEV_REAL_DATA") or Path(__file__).parents[3] / "shared" / "data")
FILE = FOLDER / "sleman_izin_latest.xlsx"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FILE.exists(), reason="the real files are not here"),
]


@pytest.fixture(scope="module")
def result():
    sheet = CalamineWorkbook.from_path(FILE).get_sheet_by_index(0)
    rows = tuple(tuple(r) for r in sheet.to_python(skip_empty_area=False))
    book = Book(FILE.name, (Sheet("PERBUB 14", rows[:40], lambda: rows),))
    options = LoadOptions(today=date(2026, 1, 1))
    assert LAYOUT.score(book, options) > 0.9
    return LAYOUT.read(book, options, Known())


def test_seventy_permit_types_in_ten_sectors(result):
    assert result.reconciliation["permit_types"] == 70
    assert len(result.reconciliation["sectors"]) == 10
    assert sum(result.reconciliation["sectors"].values()) == 70
    assert len(set(result.extracts[0].table["permit_type"].to_pylist())) == 70


def test_totals_equal_the_footer(result):
    # The workbook's own footer, cells Q76, AD76 and AQ76, and E76:J76 month by month.
    records = result.extracts[0].table.to_pylist()
    totals = Counter()
    months = Counter()
    for r in records:
        totals[r["measure"]] += int(r["count"])
        months[r["measure"], r["month"]] += int(r["count"])
    assert totals == {"issued": 4219, "rejected": 47, "revoked": 27}
    issued = [months["issued", f"2025-{m:02d}"] for m in range(1, 7)]
    assert issued == [709, 778, 1040, 646, 483, 563]
    assert result.reconciliation["footer_agrees"]
    assert result.reconciliation["rows_differ"] == []


def test_the_block_called_izin_terbit_is_not_permits_issued(result):
    block = next(b for b in result.reconciliation["blocks"] if b["title"] == "JUMLAH IZIN TERBIT")
    assert block["measure"] is None
    assert block["total"] == 4219 + 47 + 27


def test_july_to_december_are_absent(result):
    months = set(result.extracts[0].table["month"].to_pylist())
    assert months == {f"2025-{m:02d}" for m in range(1, 7)}


def test_zeros_of_past_months_are_figures(result):
    records = result.extracts[0].table.to_pylist()
    assert any(r["count"] == "0" and r["month"] == "2025-03" for r in records)
    assert len(records) == 70 * 6 * 3


def test_stray_totals_are_named(result):
    strays = {s["cell"]: s["value"] for s in result.reconciliation["strays"]}
    assert strays["F91"] == 407
    assert strays["G91"] == 46
    assert strays["BG6"] == 1842
    assert any("F91 (407)" in note for note in result.notes)


def test_the_signature_under_the_table_is_not_read(result):
    assert not [
        name
        for name in result.extracts[0].table["permit_type"].to_pylist()
        if "Kepala" in name or "NIP" in name
    ]
