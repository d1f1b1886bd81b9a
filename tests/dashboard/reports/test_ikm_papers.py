"""The survey's official papers, opened again: worksheet, publication sheet, report."""

import shutil
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest

from dashboard.locale import format as fmt
from dashboard.reports import write_report
from dashboard.reports.cached import put_results
from dashboard.reports.ikm_publication import gather_publication, render, write_publication
from dashboard.reports.ikm_worksheet import FIRST, write_worksheet
from etl.errors import Refused
from metrics.asking.query import EVERYTHING, Scope
from metrics.asking.snapshot import Snapshot
from metrics.ikm.index import ikm_rows
from metrics.ikm.views import office_rows
from tests.dashboard.ikm_store import OFFICE, survey_store

WEIGHTS = ["exact", "0.111", "0.11"]
COUNTS_ONLY = Scope("province", None, case_rows=False)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory) -> Snapshot:
    return survey_store(tmp_path_factory.mktemp("ikm"))


def index_of(sheet):
    """(IKM, grade) as a reader of values finds them."""
    column = {str(row[0].value): row[1].value for row in sheet.iter_rows(max_col=2)}
    ikm = next(v for k, v in column.items() if k.startswith("IKM unit pelayanan"))
    return ikm, column["Mutu pelayanan"]


@pytest.mark.parametrize("scope", [EVERYTHING, COUNTS_ONLY], ids=["respondents", "counts"])
@pytest.mark.parametrize("weight", WEIGHTS)
def test_cached_results_are_those_of_the_index(snapshot, tmp_path, weight, scope):
    out = tmp_path / "skm.xlsx"
    write_worksheet(snapshot, scope, OFFICE, "2019-S1", out, weight)
    [row] = ikm_rows(snapshot, EVERYTHING, OFFICE, period="2019-S1", weight=weight)
    sheet = openpyxl.load_workbook(out, data_only=True).active
    assert index_of(sheet) == (float(row.ikm), row.grade)


def recalculated(path: Path, folder: Path) -> openpyxl.Workbook:
    """The workbook calculated anew by LibreOffice, from formulas without results."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    bare = folder / "bare.xlsx"
    openpyxl.load_workbook(path).save(bare)  # drops every cached result
    assert index_of(openpyxl.load_workbook(bare, data_only=True).worksheets[0])[0] is None
    profile = f"-env:UserInstallation=file://{folder}/office"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "out", bare],
        check=True,
        capture_output=True,
        timeout=280,
    )
    return openpyxl.load_workbook(folder / "out" / "bare.xlsx", data_only=True)


@pytest.mark.parametrize("scope", [EVERYTHING, COUNTS_ONLY], ids=["respondents", "counts"])
def test_libreoffice_calculates_the_same_index(snapshot, tmp_path, scope):
    out = tmp_path / "skm.xlsx"
    write_worksheet(snapshot, scope, OFFICE, "2019-S2", out)
    rows = ikm_rows(snapshot, EVERYTHING, OFFICE, period="2019-S2")
    book = recalculated(out, tmp_path)
    assert len(book.worksheets) == len(rows) == 2
    for sheet, row in zip(book.worksheets, rows, strict=True):
        ikm, grade = index_of(sheet)
        assert (round(ikm, 2), grade) == (float(row.ikm), row.grade)


def test_formulas_are_live_and_answers_are_numbers(snapshot, tmp_path):
    out = tmp_path / "skm.xlsx"
    write_worksheet(snapshot, EVERYTHING, OFFICE, "2019-S1", out)
    sheet = openpyxl.load_workbook(out).active
    formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert sum("SUM(" in f for f in formulas) == 10
    assert sum("AVERAGE(" in f for f in formulas) == 9
    last = FIRST + 48
    assert sheet.cell(last, 1).value == 49
    values = [c.value for row in sheet.iter_rows(FIRST, last, 2, 10) for c in row]
    assert set(values) <= {None, 1, 2, 3, 4}
    assert values.count(None) == 4


def test_the_worksheet_is_read_back_as_the_same_survey(snapshot, tmp_path):
    from etl.loads import Known
    from tests.etl.intake import read

    out = tmp_path / "skm.xlsx"
    write_worksheet(snapshot, EVERYTHING, OFFICE, "2019-S1", out, "0.11")
    known = Known(offices=frozenset({OFFICE}))
    found = read(out, known, office=OFFICE, period="2019-S1", rule="2017")
    [row] = ikm_rows(snapshot, EVERYTHING, OFFICE, period="2019-S1")
    check = found.item.reconciliation
    assert found.part().read == row.respondents
    assert check["ikm"]["exact"] == float(row.ikm)
    assert check["reproduced_by"]["weight"] == "0.11"
    assert check["differences"] == []


def test_a_formula_without_a_result_is_no_option(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(KeyError):
        put_results(tmp_path / "a.xlsx", {1: {}})
    put_results(tmp_path / "a.xlsx", {1: {"A1": 2}})
    assert openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).active["A1"].value == 2


def test_the_publication_sheet_names_index_people_and_period(snapshot):
    sheet = gather_publication(snapshot, EVERYTHING, OFFICE, "2019-S2")
    [row] = office_rows(snapshot, EVERYTHING, OFFICE, "2019-S2")
    assert sheet.index == fmt.number(row.ikm, 2)
    assert row.grade in sheet.grade
    facts = dict(sheet.facts)
    assert facts["Jumlah"] == "100 orang"
    assert facts["Jenis kelamin"] == "Laki-laki 50; Perempuan 50"
    assert facts["Periode survei"] == fmt.period("2019-S2")
    assert sheet.service == "IMB, SIUP"
    assert render(sheet).startswith(b"%PDF-")


def test_the_publication_sheet_as_a_picture(snapshot, tmp_path):
    write_publication(snapshot, EVERYTHING, OFFICE, "2019-S2", tmp_path / "ikm.png")
    data = (tmp_path / "ikm.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 800


def test_the_report_holds_index_elements_comments_and_history(snapshot, tmp_path):
    out = tmp_path / "skm.docx"
    write_report("ikm", snapshot, EVERYTHING, OFFICE, "2019-S2", out)
    [row] = office_rows(snapshot, EVERYTHING, OFFICE, "2019-S2")
    paper = docx.Document(str(out))
    cells = {c.text for t in paper.tables for r in t.rows for c in r.cells}
    assert fmt.number(row.ikm, 2) in cells
    assert {e.element.name for e in row.elements} <= cells
    assert {"IMB", "SIUP", fmt.period("2019-S1")} <= cells
    text = "\n".join(p.text for p in paper.paragraphs)
    assert row.lowest[0].element.name in text
    assert "Alpha Cronbach" in text
    assert "antre" in text
    assert len(paper.inline_shapes) == 1


def test_no_survey_is_refused_in_words(snapshot, tmp_path):
    for suffix in ("pdf", "docx", "xlsx"):
        with pytest.raises(Refused, match="Belum ada survei"):
            write_report("ikm", snapshot, EVERYTHING, OFFICE, "2030", tmp_path / f"x.{suffix}")
