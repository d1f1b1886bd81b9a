"""A mapping made on screen is remembered for one office and one set of headings, and applied."""

import json
from pathlib import Path

import pytest

from dashboard.loading.upload_check import check, mapping_key
from dashboard.loading.uploading import Answer, gathered
from dashboard.pages.unggah.mapping_form import columns_of
from dashboard.pages.unggah.upload_rows import rows_frame
from etl.errors import Refused
from etl.loads import LoadOptions
from etl.schema import elements
from etl.store.store import Store
from tests.etl.intake import workbook

OFFICES = "office_code,name\n61.09,DPMPTSP Sekadau\n61.08,DPMPTSP Landak\n"
HEADS = ["No", *(f"A{i}" for i in range(1, 10))]
SLUGS = [e.slug for e in elements() if e.rule == "2017"]
TOML = 'kind = "survey"\n[fields]\nrespondent_no = "No"\n' + "".join(
    f'{slug} = "A{i}"\n' for i, slug in enumerate(SLUGS, 1)
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that knows two offices."""
    offices = tmp_path / "kantor.csv"
    offices.write_text(OFFICES, encoding="utf-8")
    made = Store(tmp_path / "store")
    made.load(offices, LoadOptions(kind="offices"))
    return made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A worksheet of twelve respondents under headings that nobody knows."""
    people = [[i, *[4 - i % 2] * 9] for i in range(1, 13)]
    return workbook(tmp_path, {"IMB": [["Semester I Tahun 2024"], HEADS, *people]})


def checked(
    store: Store, path: Path, capsys: pytest.CaptureFixture, **options: str
) -> tuple[Answer, str]:
    """What a check says, and the refusal it ends in if it does."""
    capsys.readouterr()
    error = ""
    try:
        results = check(store, path, LoadOptions(**options), lambda _text: None, None)
    except Refused as refusal:
        results, error = [], str(refusal)
    lines = capsys.readouterr().out.splitlines()
    return gathered([*lines, *(json.dumps({"result": r.to_json()}) for r in results)], print), error


def test_unknown_headings_are_refused_but_shown(store, sheet, capsys):
    answer, error = checked(store, sheet, capsys, kind="survey", office="61.09")
    assert "--mapping" in error
    assert answer.outline["headings"] == HEADS
    assert answer.outline["mapping"] == ""
    assert {row["became"] for row in answer.rows} == {"unread"}


def test_a_remembered_mapping_is_applied_to_the_office_and_headings_it_is_of(
    store, sheet, tmp_path, capsys
):
    first, _error = checked(store, sheet, capsys, kind="survey", office="61.09")
    store.operations.remember_mapping(first.outline["key"], "survey", TOML, "uji")
    again, error = checked(store, sheet, capsys, office="61.09")
    assert error == ""
    assert again.outline["mapping"] == TOML
    assert again.outline["read_as"]["sarana"] == ["A9"]
    assert again.results[0]["accepted"] == 12
    assert [row["became"] for row in again.rows] == ["heading"] * 2 + ["accepted"] * 12
    _other, error = checked(store, sheet, capsys, kind="survey", office="61.08")
    assert "--mapping" in error
    heads = [*HEADS[:-1], "A10"]
    moved = workbook(tmp_path, {"IMB": [heads, *[[i, *[4] * 9] for i in range(9)]]}, "lain.xlsx")
    _other, error = checked(store, moved, capsys, kind="survey", office="61.09")
    assert "--mapping" in error


def test_a_mapping_of_another_kind_is_not_applied(store, sheet, capsys):
    first, _error = checked(store, sheet, capsys, kind="survey", office="61.09")
    store.operations.remember_mapping(first.outline["key"], "survey", TOML, "uji")
    answer, error = checked(store, sheet, capsys, kind="complaints", office="61.09")
    assert answer.outline["mapping"] == ""
    assert error


def test_a_forgotten_mapping_is_not_applied(store, sheet, capsys):
    first, _error = checked(store, sheet, capsys, kind="survey", office="61.09")
    key = first.outline["key"]
    store.operations.remember_mapping(key, "survey", TOML, "uji")
    store.operations.forget_mapping(key)
    answer, _error = checked(store, sheet, capsys, kind="survey", office="61.09")
    assert answer.outline["mapping"] == ""


def test_a_reader_of_one_office_need_not_name_it():
    mine = LoadOptions(scope_offices=frozenset({"61.09"}))
    assert mapping_key(mine, "x") == mapping_key(LoadOptions(office="61.09"), "x") == "61.09:x"
    assert mapping_key(LoadOptions(), "x") == ":x"


def test_a_field_left_alone_keeps_its_headings_on_every_sheet():
    read = {"sex": ("L/P", "Jenis kelamin"), "age": ("Umur",)}
    chosen = {"sex": "L/P", "age": "Usia", "comment": ""}
    assert columns_of(chosen, read) == {"sex": ("L/P", "Jenis kelamin"), "age": ("Usia",)}


def test_rows_stand_under_the_letters_of_their_sheet():
    row = {"file": "a.xlsx", "sheet": "IMB", "row": 7, "became": "accepted", "why": ""}
    frame = rows_frame([row | {"cells": ["1", "", "4"]}, row | {"cells": ["2"]}])
    assert frame[["A", "B", "C"]].to_numpy().tolist() == [["1", "", "4"], ["2", "", ""]]
    assert frame["place"].tolist() == ["IMB", "IMB"]


def test_the_year_of_a_report_is_taken_from_the_files_name_where_it_names_one(
    store, tmp_path, capsys
):
    sheets = {"Worksheet": [["Nama Izin", "Januari", "Februari"], ["SIP Dokter", 3, 4]]}
    named = workbook(tmp_path, sheets, "rekap izin 2024.xlsx")
    answer, error = checked(store, named, capsys, office="61.09")
    assert (error, answer.used["period"], answer.results[0]["accepted"]) == ("", "2024", 2)
    several = workbook(tmp_path, sheets, "rekap 2023 2024.xlsx")
    _answer, error = checked(store, several, capsys, office="61.09")
    assert "Tahun rekap" in error
