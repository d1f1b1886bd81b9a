"""Every kind of report in every format: its numbers are the registry's, its words the verdicts'.

The content is held against indicators and verdicts asked apart from it; each file is then read by
another program (pdftotext, python-docx, LibreOffice) and held against the content.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest

from dashboard.locale import format as fmt
from dashboard.locale.verdict_words import label, over_time, words, year_before
from dashboard.reports import excel, pdf, word
from dashboard.reports.issuing import gathered
from dashboard.reports.model import Cell, Chart, Items, Para, Report, Table
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get, in_report, indicators
from metrics.asking.result import plain as scalar
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.judging.verdict import Verdict, judge

OFFICE, PROVINCE = "32.05", "32"  # the office has months that are worse than chance explains
ASKED = {
    "monthly": (OFFICE, "2025-06"),
    "annual": (OFFICE, "2025"),
    "ikm": (OFFICE, "2025"),
    "meeting": (OFFICE, "2025-06"),
    "province": (PROVINCE, "2024"),
}
VERDICTS = ("monthly", "annual", "meeting", "province")
SPACE = re.compile(r"\s+")
PERCENT = re.compile(r"(?<![\d,.])(\d{1,3}(?:\.\d{3})*(?:,\d+)?) %")
WHOLE = re.compile(r"(?<![\d.,/–-])(\d{1,3}(?:\.\d{3})+|\d{3,})(?![\d.,/%-]*\d)")


@pytest.fixture(scope="module")
def snapshot(sample_store: Path) -> Snapshot:
    return open_snapshot(sample_store)


@pytest.fixture(scope="module")
def reports(snapshot: Snapshot) -> dict[str, Report]:
    return {k: gathered(k, snapshot, EVERYTHING, *asked) for k, asked in ASKED.items()}


def plain(text: str) -> str:
    return SPACE.sub(" ", text.replace(fmt.NBSP, " ")).strip()


def query(kind: str, **more: Any) -> Query:
    place, period = ASKED[kind]
    where = {"province": place} if kind == "province" else {"office": place}
    return Query(**where, start=period, end=period, **more)


def judged(snapshot: Snapshot, kind: str) -> dict[str, Verdict]:
    """The verdicts that the report may speak of, asked anew, by their label."""
    found = (judge(snapshot, EVERYTHING, name, query(kind)) for name in indicators())
    return {plain(label(v)): v for v in found}


def sentences(report: Report) -> Iterator[str]:
    """Every piece of prose of a report."""
    yield from (report.lead, report.lead_more)
    for section in report.sections:
        yield section.title
        for part in section.parts:
            if isinstance(part, Para):
                yield part.text
            elif isinstance(part, Items):
                yield from part.items
            elif isinstance(part, Table):
                yield from part.notes
            else:
                yield from (part.alt, part.caption)


def cells(report: Report) -> list[Cell]:
    return [c for t in report.tables() for row in t.rows for c in row]


def everything(report: Report) -> Iterator[str]:
    """All that a report says, prose and cells."""
    yield from sentences(report)
    yield from (c.text for c in cells(report))


@pytest.mark.parametrize("kind", VERDICTS)
def test_rows_of_verdicts_hold_their_figure_target_and_year_before(snapshot, reports, kind):
    known, seen = judged(snapshot, kind), 0
    for table in reports[kind].tables():
        if len(table.heads) != 6 or table.heads[3] != "Target":
            continue
        for row in table.rows:
            v = known[plain(row[0].text)]
            for cell, value in zip(row[1:4], (v.value, v.year_before, v.target), strict=True):
                told = None if value is None else pytest.approx(float(value))
                assert cell.value == told, (row[0].text, cell)
            if row[4].value is not None:
                assert row[4].value == v.n
            said = "belum ada angkanya" if v.value is None else plain(over_time(v))
            assert said in plain(row[5].text)
            seen += 1
    assert seen >= 5


@pytest.mark.parametrize("kind", VERDICTS)
def test_every_word_of_change_is_its_verdicts(snapshot, reports, kind):
    """A sentence that says better or worse is one that a verdict says."""
    known = judged(snapshot, kind).values()
    told = {plain(words(v)) for v in known} | {plain(over_time(v)) for v in known if v.value}
    if kind == "province":
        for code in snapshot.offices()["office"]:
            asked = query(kind).change(office=str(code), province=None)
            told.add(plain(over_time(judge(snapshot, EVERYTHING, "on_time_rate", asked))))
    checked = 0
    for text in map(plain, everything(reports[kind])):
        said = re.findall(r"(?:rata-ratanya )?(?:membaik|memburuk) sejak \w+ \d{4}", text)
        for phrase in said:
            assert any(phrase in one for one in told), text
            checked += 1
    assert checked


def allowed(snapshot: Snapshot, kind: str) -> set[str]:
    """Every figure that the registry gives for the report's filters, as the house writes it."""
    found: set[str] = set()
    period = ASKED[kind][1]
    past = period.replace(period[:4], str(int(period[:4]) - 1))
    spans = [(period, period), (past, past)]
    shapes = [(), ("permit_type",), ("stage",), ("month",), ("stage", "desk")]
    shapes += [("office",), ("office", "permit_type")] if kind == "province" else []
    for its in indicators().values():
        asked = [
            query(kind).change(start=a, end=b, by=by)
            for a, b in spans
            for by in shapes
            if set(by) <= set(its.dims)
        ]
        if "year" in its.dims:
            asked.append(query(kind).change(start="2021", end=period[:4], by=("year",)))
        for one in asked:
            for row in its.read(snapshot, EVERYTHING, one).rows.to_dict("records"):
                _note(found, its, row)
    for v in judged(snapshot, kind).values():
        numbers = [v.target, v.year_before]
        numbers += [v.difference.value, v.difference.low, v.difference.high] if v.difference else []
        for value in numbers:
            if value is not None:
                found |= written(value, v.indicator.shape)
        found |= set(PERCENT.findall(plain(words(v)))) | set(PERCENT.findall(plain(year_before(v))))
    return found


def _note(found: set[str], its: Any, row: dict) -> None:
    for column, value in row.items():
        value = scalar(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            shape = its.shape if column in ("value", "low", "high") else "count"
            found |= written(value, shape)


def written(value: float, shape: str) -> set[str]:
    if shape in ("rate", "ratio"):
        return {fmt.number(value * 100, d) for d in (0, 1, 2, 3, 4)}
    return {fmt.number(value, d) for d in (0, 1, 2)}


@pytest.mark.parametrize("kind", ["monthly", "annual", "meeting"])
def test_every_share_and_large_number_is_one_of_the_registry(snapshot, reports, kind):
    known = allowed(snapshot, kind)
    fixed = {"95", "99,8", "100"}  # of intervals, limits, and the whole
    strange = []
    for text in [
        *map(plain, sentences(reports[kind])),
        *(plain(c.text) for c in cells(reports[kind])),
    ]:
        strange += [(p, text) for p in PERCENT.findall(text) if p not in known | fixed]
        whole = [w for w in WHOLE.findall(text) if not re.fullmatch(r"(19|20)\d\d", w)]
        if "Rp" not in text:
            strange += [(w, text) for w in whole if w not in known]
    sums = {plain(c.text) for c in cells(reports[kind]) if c.total}
    assert [s for s in strange if s[0] not in sums] == []


def test_a_province_names_each_regency_with_its_own_share(snapshot, reports):
    rows = get("on_time_rate").read(snapshot, EVERYTHING, query("province", by=("office",))).rows
    names = snapshot.offices().set_index("office")["short"].to_dict()
    prose = " ".join(plain(c.text) for c in cells(reports["province"]))
    for row in rows.to_dict("records"):
        if not pd.isna(row["value"]):
            n = fmt.number(row["n"])
            assert f"{names[row['office']]} {plain(fmt.percent(row['value']))} (n = {n})" in prose


@pytest.mark.parametrize("kind", list(ASKED))
def test_the_pdf_and_the_letter_say_all_of_it(reports, kind, tmp_path):
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    report = reports[kind]
    (tmp_path / "r.pdf").write_bytes(pdf.render(report))
    done = subprocess.run([tool, "-raw", tmp_path / "r.pdf", "-"], capture_output=True, check=True)
    read = re.sub(r"\s", "", plain(done.stdout.decode()))
    for text in (report.lead, report.lead_more, *(s.title for s in report.sections)):
        assert re.sub(r"\s", "", plain(text)) in read, text
    for cell in cells(report):
        if cell.value is not None:
            assert re.sub(r"\s", "", plain(cell.text)) in read, cell
    document = docx.Document(io.BytesIO(word.render(report)))
    rows = {tuple(plain(c.text) for c in r.cells) for t in document.tables for r in t.rows}
    for table in report.tables():
        for row in table.rows:
            assert tuple(plain(c.text) for c in row) in rows
    told = [plain(p.text) for p in document.paragraphs]
    for section in report.sections:
        for part in section.parts:
            lines = part.items if isinstance(part, Items) else ()
            assert all(any(plain(line) in one for one in told) for line in lines)


def test_workbooks_calculated_anew_hold_the_figures(reports, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    kinds = [k for k in ASKED if k != "ikm"]  # the survey's is the worksheet of test_ikm_papers
    for kind in kinds:
        book = openpyxl.load_workbook(io.BytesIO(excel.render(reports[kind])))
        formulas = [c for r in book.worksheets[0].iter_rows() for c in r if c.data_type == "f"]
        assert any("/" in c.value for c in formulas)
        pictures = [c for c in reports[kind].charts() if isinstance(c, Chart)]
        assert sum(len(sheet._charts) for sheet in book.worksheets) == len(pictures)
        book.save(tmp_path / f"{kind}.xlsx")  # drops every result
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    files = [tmp_path / f"{kind}.xlsx" for kind in kinds]
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "new",
         *files],
        check=True, capture_output=True, timeout=280,
    )  # fmt: skip
    for kind in kinds:
        page = openpyxl.load_workbook(tmp_path / "new" / f"{kind}.xlsx", data_only=True)
        rows = [[c.value for c in row] for row in page.worksheets[0].iter_rows()]
        for table in reports[kind].tables():
            for row in table.rows:
                assert any(_same(row, told) for told in rows), [c.text for c in row]


def _same(row: tuple[Cell, ...], told: list[Any]) -> bool:
    """Whether a row of a sheet holds the words and figures of a row of the report."""
    for cell, value in zip(row, told, strict=False):
        if cell.value is None:
            if plain(cell.text) != plain(str(value if value is not None else "")):
                return False
        elif not isinstance(value, int | float) or value != pytest.approx(cell.value, abs=1e-9):
            return False
    return len(told) >= len(row)


def test_the_reports_of_an_office_name_what_its_registry_places_there(reports):
    for kind in ("monthly", "annual"):
        told = {plain(row[0].text) for t in reports[kind].tables() for row in t.rows}
        for section in ("summary", "complaints", "money"):
            assert {plain(get(n).label()) for n in in_report("office", section)} <= told
