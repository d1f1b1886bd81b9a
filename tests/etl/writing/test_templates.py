from datetime import datetime

import pytest
from openpyxl import load_workbook

from etl.errors import Refused
from etl.reading.raw import Head
from etl.recognising.headings import match
from etl.schema import kinds
from etl.writing.templates import write_template
from tests.etl.intake import KNOWN, read

EVERY = pytest.mark.parametrize("kind", kinds())
SAMPLES = {
    "office": "32.14", "code": "007", "time": datetime(2024, 5, 6, 9, 30),
    "date": datetime(2024, 5, 6),
    "month": "2024-05", "period": "2024-S1", "amount": 1250000, "value": 0.9, "integer": 5,
    "score": 4, "list": "PBG, SLF", "text": "PBG",
}  # fmt: skip
YEARS = {("institution", "year"): 2024}


def fill(path, kind, row=2):
    """Fill one row of a template as a person would, choosing from its lists."""
    book = load_workbook(path)
    sheet, lists = book["Data"], book["Daftar"]
    chosen = {}
    for check in sheet.data_validations.dataValidation:
        column = str(check.sqref).partition("2:")[0]
        if check.type == "list":
            letter = check.formula1.partition("$")[2][0]
            chosen[column] = lists[f"{letter}1"].value
    titles = [c.value for c in sheet[1]]
    fields = {title: field for field, title in _titles(kind, titles).items()}
    for cell in sheet[1]:
        field = kinds()[kind].by_name[fields[cell.value]]
        value = YEARS.get((kind, field.name), SAMPLES.get(field.type))
        sheet.cell(row, cell.column).value = chosen.get(cell.column_letter, value)
    book.save(path)


def _titles(kind, titles):
    return match(Head("", tuple(titles), 1), kinds()[kind]).columns


@EVERY
def test_a_filled_template_loads_back(tmp_path, kind):
    path = write_template(kind, tmp_path / f"{kind}.xlsx")
    with pytest.raises(Refused, match="tidak ada baris"):
        read(path)
    fill(path, kind)
    got = read(path, known=KNOWN)
    assert got.item.kind == kind
    (row,) = got.rows()
    assert got.part().rejected == 0
    filled = {k for k, v in row.items() if v not in (None, "") and not k.startswith("_")}
    assert set(kinds()[kind].required) <= filled
    assert set(_titles(kind, [c.value for c in load_workbook(path)["Data"][1]])) == filled - {
        "sheet", "run_no", "seq",
    }  # fmt: skip


def test_the_survey_template_follows_its_rule(tmp_path):
    heads = [
        c.value for c in load_workbook(write_template("survey", tmp_path / "s.xlsx"))["Data"][1]
    ]
    assert "Sarana dan prasarana" in heads
    assert "Keamanan pelayanan" not in heads
    path = write_template("survey", tmp_path / "s4.xlsx", rule="2004")
    assert "Keamanan pelayanan" in [c.value for c in load_workbook(path)["Data"][1]]


@pytest.mark.parametrize(
    ("kind", "name"), [("event_log", "a.xlsx"), ("izin", "a.xlsx"), ("nil", "a.csv")]
)
def test_templates_that_are_refused(tmp_path, kind, name):
    with pytest.raises(Refused):
        write_template(kind, tmp_path / name)


def test_the_explaining_sheet_says_what_each_column_holds(tmp_path):
    sheet = load_workbook(write_template("applications", tmp_path / "a.xlsx"))["Petunjuk"]
    rows = {row[0].value: [c.value for c in row[1:4]] for row in sheet.iter_rows(min_row=5)}
    assert rows["No. permohonan"][0] == "wajib"
    assert "Mikro" in rows["Skala usaha"][1]
