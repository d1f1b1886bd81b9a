"""`docs/access.md` says what the program does: a part of it is tried again here."""

from pathlib import Path

import pytest

from etl.paths import ROOT
from scripts.access import deeds, house, pages, table

PAGE = (ROOT / "docs" / "access.md").read_text(encoding="utf-8").splitlines()
WRITES = (
    "figures", "case rows (lists, their export)", "mapping remembered", "words of survey answers",
    "target", "event marked", "event taken back", "action planned", "action moved on",
    "action asked of an office", "action of an office's own moved on",
    "publication noted", "scenario kept", "scenario forgotten", "letterhead",
    "public door opened or closed", "grant given",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hak")
    house.built(made)
    return made


def test_every_page_and_request_there_is_stands_in_the_table() -> None:
    told = {line.split("|")[1].strip() for line in PAGE if line.startswith("| ")}
    assert told == {"page", "request", *pages.slugs(), *deeds.DEEDS}


@pytest.mark.parametrize("name", WRITES)
def test_a_request_is_granted_as_the_table_says(folder: Path, name: str) -> None:
    found = {(name, p.name): table._request(folder, p, name) for p in house.PEOPLE}
    assert table.line(name, found) in PAGE


@pytest.mark.parametrize("slug", ["ringkasan", "jejak"])
@pytest.mark.parametrize("person", house.PEOPLE[1:5], ids=lambda p: p.name)
def test_a_page_is_what_the_table_says(folder: Path, slug: str, person: house.Person) -> None:
    told = next(line for line in PAGE if line.startswith(f"| {slug} |")).split(" | ")
    column = [p.name for p in house.PEOPLE].index(person.name) + 1
    assert pages.opened(folder, person, slug, "address") == told[column].strip(" |")


def test_a_leak_would_be_seen(folder: Path) -> None:
    office = house.PEOPLE[2]
    assert pages.leaked(office, f"x {house.mark(house.THERE)} y".encode())
    assert not pages.leaked(office, f"x {house.mark(house.HERE)} y".encode())


def test_another_office_s_own_permit_names_are_not_offered(folder: Path) -> None:
    from dashboard.frame import access
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(folder / "store")
    scope = access.scope("office", house.HERE, {})
    assert list(snapshot.permit_types_for(scope)["permit_type"]) == ["SIUP Q3214Q"]
    assert len(snapshot.permit_types_for(access.scope("admin", "", {}))) == 3
