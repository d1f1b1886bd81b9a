"""Each report file is opened again and must show the figures that the registry gives."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from dashboard.locale import format as fmt
from dashboard.reports import write_report
from dashboard.reports.excel import write_excel
from dashboard.reports.gather import gather
from dashboard.reports.model import Cell, Report, Table, figure_cell
from dashboard.reports.pdf import render
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.ikm.index import ikm_rows


@pytest.fixture
def snapshot(sample_store: Path) -> Snapshot:
    return open_snapshot(sample_store)


@pytest.fixture
def asked(snapshot: Snapshot) -> tuple[str, str]:
    """The office and year with the most permits, from the published counts."""
    rows = snapshot.sql(
        "SELECT office, (month // 100)::VARCHAR AS year, sum(n) AS n FROM flow "
        "WHERE measure = 'issued' GROUP BY ALL ORDER BY n DESC, office LIMIT 1",
        (),
        ("flow",),
    )
    return rows["office"].iloc[0], rows["year"].iloc[0]


def value(snapshot: Snapshot, name: str, office: str, period: str) -> float:
    found = get(name).read(snapshot, EVERYTHING, Query(office, start=period, end=period)).value
    assert found is not None
    return found


def test_word_shows_registry_figures(
    snapshot: Snapshot, asked: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "r.docx"
    write_report("annual", snapshot, EVERYTHING, *asked, out)
    document = docx.Document(str(out))
    rows = [[c.text for c in row.cells] for row in document.tables[0].rows]
    shown = {row[0]: row[1] for row in rows}
    assert shown["Izin terbit"] == fmt.number(value(snapshot, "permits_issued", *asked))
    assert shown["Tepat waktu"] == fmt.percent(value(snapshot, "on_time_rate", *asked))
    assert "DATA CONTOH" in document.sections[0].header.paragraphs[0].text


def test_workbook_holds_registry_figures_as_numbers(
    snapshot: Snapshot, asked: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "r.xlsx"
    write_report("annual", snapshot, EVERYTHING, *asked, out)
    rows = {r[0].value: r for r in reversed(list(openpyxl.load_workbook(out).active.rows))}
    assert rows["Izin terbit"][1].value == value(snapshot, "permits_issued", *asked)
    on_time = rows["Tepat waktu"][1]
    assert on_time.value == pytest.approx(value(snapshot, "on_time_rate", *asked))
    assert on_time.number_format == "0.0%"


def test_survey_report_gives_the_index(snapshot: Snapshot, tmp_path: Path) -> None:
    row = next(r for r in ikm_rows(snapshot, EVERYTHING) if r.ikm is not None)
    out = tmp_path / "r.docx"
    write_report("ikm", snapshot, EVERYTHING, row.office, row.period, out)
    cells = {c.text for t in docx.Document(str(out)).tables for r in t.rows for c in r.cells}
    assert fmt.number(row.ikm, 2) in cells
    assert {e.element.name for e in row.elements} <= cells


def test_pdf_is_written(snapshot: Snapshot, asked: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    write_report("annual", snapshot, EVERYTHING, *asked, out)
    assert out.read_bytes().startswith(b"%PDF-")
    report = gather("annual", snapshot, EVERYTHING, *asked)
    assert report.sample
    shown = {row[0].text: row[1].text for row in report.sections[0].rows}
    assert shown["Izin terbit"] == fmt.number(value(snapshot, "permits_issued", *asked))


HOSTILE = ('=HYPERLINK("http://x")', "+1", "-1", "@sum", "#panic()", "*_$<a>@b\\", "[#read]")


def hostile() -> Report:
    rows = tuple((Cell(t), figure_cell(None, "count")) for t in HOSTILE)
    return Report("#panic()", "@x", "=1", "–", False, (Table("$", ("a", "b"), rows, HOSTILE),))


def test_text_is_never_a_formula_and_missing_is_never_nought(tmp_path: Path) -> None:
    out = tmp_path / "r.xlsx"
    write_excel(hostile(), out)
    cells = [c for row in openpyxl.load_workbook(out).active.rows for c in row if c.value]
    assert all(c.data_type == "s" for c in cells)
    assert set(HOSTILE) <= {c.value for c in cells}
    assert sum(c.value == fmt.MISSING for c in cells) >= len(HOSTILE)
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_typst_reads_no_markup_in_text() -> None:
    assert render(hostile()).startswith(b"%PDF-")
