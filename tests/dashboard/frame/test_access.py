from pathlib import Path

import pytest

from dashboard.frame import access
from etl.errors import Refused
from metrics.asking.query import Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot

PROVINCES = {"32.01": "32", "32.14": "32", "33.01": "33"}


def test_an_office_sees_itself_with_its_cases():
    scope = access.scope("office", "32.14", PROVINCES)
    assert scope.allows("32.14")
    assert not scope.allows("32.01")
    assert scope.case_rows


def test_a_province_sees_its_offices_counts_and_no_case_rows():
    scope = access.scope("province", "32", PROVINCES)
    assert scope.offices == {"32.01", "32.14"}
    assert not scope.case_rows


def test_the_public_sees_no_small_counts_and_no_case_rows():
    scope = access.scope("public", "", PROVINCES)
    assert scope.hide_below == 5
    assert not scope.case_rows


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("admin", True), ("analyst", True), ("office", False), ("province", False), ("public", False)],
)
def test_only_analysts_and_admins_load(role, allowed):
    assert access.may_load(access.scope(role, "32.14", PROVINCES)) is allowed


def grants(tmp_path: Path, text: str) -> dict[str, access.Grant]:
    file = tmp_path / "access.toml"
    file.write_text(text, encoding="utf-8")
    return access.load_grants(file)


def test_grants_are_found_by_address_whatever_its_case(tmp_path):
    found = grants(
        tmp_path, '[[grant]]\nemail = "Kadis@Garut.example"\nrole = "office"\nregion = "32.05"'
    )
    assert found["kadis@garut.example"] == access.Grant("kadis@garut.example", "office", "32.05")


@pytest.mark.parametrize(
    "text",
    [
        '[[grant]]\nemail = "a@b.example"\nrole = "raja"\nregion = "32.05"',
        '[[grant]]\nemail = "a@b.example"\nrole = "office"',
        '[[grant]]\nrole = "admin"',
        "[[grant]\n",
    ],
)
def test_a_grant_that_is_not_clear_is_refused_not_widened(tmp_path, text):
    with pytest.raises(Refused):
        grants(tmp_path, text)


def test_without_a_file_nobody_is_granted_anything(tmp_path):
    assert access.load_grants(tmp_path / "none.toml") == {}


def test_the_scope_holds_where_the_data_is_read(sample_store):
    snapshot = open_snapshot(sample_store)
    offices = snapshot.offices()
    own = offices["office"].iloc[0]
    scope = access.scope(
        "office", own, dict(zip(offices["office"], offices["province"], strict=True))
    )
    rows = get("permits_issued").read(snapshot, scope, Query(by=("office",))).rows
    assert list(rows["office"]) == [own]
    with pytest.raises(Refused):
        snapshot.cases(access.scope("province", "32", {}), "applications", [own])
    other = offices["office"].iloc[1]
    assert snapshot.cases(scope, "applications", [other]).empty
