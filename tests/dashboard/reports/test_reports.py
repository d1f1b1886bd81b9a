"""Each report file is opened again and must say what the registry and its verdicts say."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from dashboard.locale import format as fmt
from dashboard.locale.verdict_words import label, over_time, words
from dashboard.reports import excel, pdf, word
from dashboard.reports.gather import SECTIONS, gather
from dashboard.reports.model import (
    Cell,
    Items,
    Letter,
    Para,
    Report,
    Section,
    Table,
    figure_cell,
    from_plain,
    to_plain,
)
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get, in_report
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.judging.verdict import Verdict, judge

SPACE = re.compile(r"\s+")


@pytest.fixture(scope="module")
def snapshot(sample_store: Path) -> Snapshot:
    return open_snapshot(sample_store)


@pytest.fixture(scope="module")
def asked(snapshot: Snapshot) -> tuple[str, str]:
    """The office and year with the most permits, from the published counts."""
    rows = snapshot.sql(
        "SELECT office, (month // 100)::VARCHAR AS year, sum(n) AS n FROM flow "
        "WHERE measure = 'issued' GROUP BY ALL ORDER BY n DESC, office LIMIT 1",
        (),
        ("flow",),
    )
    return rows["office"].iloc[0], rows["year"].iloc[0]


@pytest.fixture(scope="module")
def report(snapshot: Snapshot, asked: tuple[str, str]) -> Report:
    return gather("annual", snapshot, EVERYTHING, *asked)


@pytest.fixture(scope="module")
def verdicts(snapshot: Snapshot, asked: tuple[str, str]) -> list[Verdict]:
    """The verdicts that the report must be made of, asked apart from it."""
    office, year = asked
    names = dict.fromkeys(n for s in SECTIONS for n in in_report("office", s))
    query = Query(office, start=year, end=year)
    return [judge(snapshot, EVERYTHING, n, query) for n in names]


def plain(text: str) -> str:
    return SPACE.sub(" ", text.replace(fmt.NBSP, " ")).strip()


def pages(data: bytes, folder: Path) -> str:
    """The words of a PDF as pdftotext reads them."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    (folder / "r.pdf").write_bytes(data)
    done = subprocess.run([tool, "-raw", folder / "r.pdf", "-"], capture_output=True, check=True)
    return plain(done.stdout.decode())


def test_every_format_shows_the_figures_and_words_of_the_verdicts(report, verdicts, tmp_path):
    read = pages(pdf.render(report), tmp_path)
    document = docx.Document(io.BytesIO(word.render(report)))
    rows = [[plain(c.text) for c in row.cells] for t in document.tables for row in t.rows]
    for v in verdicts:
        shown = figure_cell(v.value, v.indicator.shape, v.indicator.decimals).text
        past = figure_cell(v.year_before, v.indicator.shape, v.indicator.decimals).text
        aim = figure_cell(v.target, v.indicator.shape, v.indicator.decimals).text
        cells = [plain(t) for t in (label(v), shown, past, aim)]
        [*_others, own] = [r for r in rows if r[:4] == cells]
        if v.value is None:
            assert own[5] == "belum ada angkanya"
        else:
            assert plain(over_time(v)) in own[5], own
        assert shown == fmt.MISSING or plain(shown) in read
    assert plain(words(next(v for v in verdicts if v.indicator.name == "on_time_rate"))) in read
    told = [plain(p.text) for p in document.paragraphs]
    for v in (v for v in verdicts if v.direction in ("better", "worse")):
        assert plain(words(v)) in read
        assert any(plain(words(v)) in line for line in told)


def test_the_results_beside_the_formulas_are_the_figures_too(report, verdicts):
    page = openpyxl.load_workbook(io.BytesIO(excel.render(report)), data_only=True).active
    rows = {r[0].value: r for r in reversed(list(page.rows))}
    for v in (v for v in verdicts if v.value is not None):
        assert rows[label(v)][1].value == pytest.approx(float(v.value))
    assert rows["Tepat waktu"][1].number_format == "0.0%"


def test_figures_broken_down_are_those_of_the_command_line(snapshot, asked, report):
    office, year = asked
    query = Query(office, start=year, end=year, by=("permit_type",))
    rows = get("on_time_rate").read(snapshot, EVERYTHING, query).rows
    names = dict(zip(*(snapshot.permit_types()[c] for c in ("permit_type", "name")), strict=True))
    [table] = [t for t in report.tables() if t.heads[0] == "Jenis izin"]
    shown = {r[0].text: r for r in table.rows}
    for row in rows.to_dict("records"):
        own = shown[names.get(row["permit_type"]) or row["permit_type"]]
        assert own[3].value == pytest.approx(row["value"])
        assert own[4].value == row["n"]
        assert ("tidak dinilai" in own[5].text) == (row["n"] < 20)


def test_every_rate_has_its_n_beside_it(report):
    for table in report.tables():
        for row in table.rows:
            for place, cell in enumerate(row):
                if cell.excel == "0.0%" and cell.below and table.heads[0] == "Indikator":
                    assert row[4].text != fmt.MISSING
                    if "dari" in row[4].text:
                        assert row[4].value == cell.below
                if cell.excel == "0.0%" and table.heads[0] in ("Bulan", "Tahun", "Jenis izin"):
                    assert row[place + 1].value == cell.below


def test_a_report_of_made_up_data_says_so_on_every_page(report, tmp_path):
    assert report.sample
    read = pages(pdf.render(report), tmp_path)
    assert read.count("DATA CONTOH") == int(read.split("Halaman 1 dari ")[1].split()[0])
    document = docx.Document(io.BytesIO(word.render(report)))
    assert "DATA CONTOH" in document.sections[0].header.paragraphs[0].text


def test_word_has_real_headings_repeated_heads_and_described_pictures(report):
    document = docx.Document(io.BytesIO(word.render(report)))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert heads == [s.title for s in report.sections]
    assert all("tblHeader" in t.rows[0]._tr.xml for t in document.tables)
    alts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert alts == [c.alt for c in report.charts()]
    assert all(alts)


def test_a_report_survives_being_written_down(report):
    import json

    assert from_plain(json.loads(json.dumps(to_plain(report)))) == report


HOSTILE = ('=HYPERLINK("http://x")', "+1", "-1", "@sum", "#panic()", "*_$<a>@b\\", "[#read]")


def hostile() -> Report:
    rows = tuple((Cell(t), figure_cell(None, "count")) for t in HOSTILE)
    parts = (Table(("a", "b"), rows, HOSTILE), Para(HOSTILE[4]), Items(HOSTILE))
    letter = Letter(*HOSTILE[:3], "", "#panic()", "=1", HOSTILE, "@x", HOSTILE, HOSTILE, "=1")
    return Report(
        "monthly", "#panic()", "@x", "=1", "–", False, "=1", "#panic()", "",
        (Section("$", parts),), letter,
    )  # fmt: skip


def test_text_is_never_a_formula_and_missing_is_never_nought() -> None:
    data = excel.render(hostile())
    cells = [c for row in openpyxl.load_workbook(io.BytesIO(data)).active.rows for c in row]
    cells = [c for c in cells if c.value]
    assert all(c.data_type == "s" for c in cells)
    assert set(HOSTILE) <= {c.value for c in cells}
    assert sum(c.value == fmt.MISSING for c in cells) >= len(HOSTILE)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_typst_reads_no_markup_in_text(tmp_path: Path) -> None:
    assert "#panic()" in pages(pdf.render(hostile()), tmp_path)


def test_the_pdf_says_that_it_is_accessible_and_for_keeping(report):
    data = pdf.render(report)
    assert b"pdfuaid" in data
    assert b"pdfaid" in data
