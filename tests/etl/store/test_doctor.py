"""The doctor tells damage, heals what is safe, and says what it did."""

import shutil
from pathlib import Path

import pytest

from etl.errors import PublishedDamaged, StoreDamaged
from etl.store.changes_log import ChangesLog
from etl.store.doctor import examine
from etl.store.editions import Editions
from etl.store.findings import Examination
from etl.store.store import Store
from metrics.asking.snapshot import read_manifest
from metrics.publishing.publish import publish
from tests.etl.store_files import applications, offices


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published store whose applications two batches assert, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    store = Store(folder / "store")
    store.load(offices(folder))
    store.load(applications(folder))
    store.load(applications(folder, "baru.csv", a1="IMB"))
    publish(store)
    return store.folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Store:
    shutil.copytree(made, tmp_path / "store")
    return Store(tmp_path / "store")


def levels(said: Examination, about: str) -> list[str]:
    return [f.level for f in said.findings if f.where == about]


def office_set(house: Store, office: str) -> Path:
    manifest = read_manifest(house.folder)
    assert manifest is not None
    return house.folder / "published" / str(manifest["offices"][office]["path"])


def test_a_sound_store_is_well(house: Store) -> None:
    said = examine(house, publish)
    assert (said.state, said.exit_code) == ("ok", 0)
    assert "duckdb 2" in said.findings[0].what


def test_no_store_is_no_fault(tmp_path: Path) -> None:
    assert examine(Store(tmp_path / "tidak-ada"), publish).state == "ok"
    assert not (tmp_path / "tidak-ada").exists()


def test_rows_that_their_history_does_not_explain_are_damage(house: Store) -> None:
    with house.writer() as con:
        con.execute(
            "UPDATE facts.current_applications SET permit_type = 'X' WHERE application_no = 'A-1'"
        )
    said = examine(house, publish)
    assert (said.state, said.exit_code) == ("damaged", 3)


def test_a_key_twice_is_damage(house: Store) -> None:
    with house.writer() as con:
        con.execute("INSERT INTO facts.current_offices SELECT * FROM facts.current_offices LIMIT 1")
    assert examine(house, publish).exit_code == 3


def test_facts_that_are_gone_are_named_and_nothing_starts_anew(house: Store) -> None:
    (house.folder / "facts.duckdb").unlink()
    said = examine(house, publish)
    (finding,) = [f for f in said.findings if f.level == "damaged"]
    assert finding.where == "facts.duckdb"
    assert "monev restore" in finding.way_out
    for ask in (house.batches, lambda: house.undo(1), lambda: house.load(__file__)):
        with pytest.raises(StoreDamaged, match=r"hilang.*monev rebuild"):
            ask()
    assert not house.exists


@pytest.mark.parametrize("name", ["flow.parquet", "cases/applications.parquet"])
def test_one_byte_of_a_published_file_is_noticed_and_made_again(house: Store, name: str) -> None:
    file = office_set(house, "32.14") / name
    content = file.read_bytes()
    at = len(content) // 2
    file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert "healed" in levels(examine(house, publish), "published")
    assert (office_set(house, "32.14") / name).read_bytes() == content
    assert examine(house, publish).state == "ok"


def test_the_published_book_is_made_again(house: Store) -> None:
    manifest = read_manifest(house.folder)
    assert manifest is not None
    (house.folder / "published" / manifest["store"]["path"] / "batches.parquet").unlink()
    assert "healed" in levels(examine(house, publish), "published")
    assert examine(house, publish).state == "ok"


def test_one_byte_of_the_manifest_is_noticed(house: Store) -> None:
    (path,) = sorted((house.folder / "published").glob("manifest-*.json"))[-1:]
    path.write_text(path.read_text().replace('"records"', '"rec0rds"', 1))
    with pytest.raises(PublishedDamaged):
        read_manifest(house.folder)
    assert "healed" in levels(examine(house, publish), "published")
    assert examine(house, publish).state == "ok"


def test_every_finding_says_what_where_and_the_way_out(house: Store) -> None:
    (house.folder / "facts.duckdb").write_bytes(b"x" * 100_000)
    told = examine(house, publish).to_json()
    assert told["state"] == "damaged"
    for finding in told["findings"]:
        assert set(finding) == {"what", "where", "way_out"}
        assert all(finding.values())


def test_folders_of_a_store_are_its_owners_alone(house: Store) -> None:
    house.archive.folder.chmod(0o755)
    assert levels(examine(house, publish), "izin") == ["healed"]
    assert house.archive.folder.stat().st_mode & 0o777 == 0o700
    fresh = Store(house.folder.parent / "baru")
    with fresh.writer():
        assert fresh.folder.stat().st_mode & 0o777 == 0o700


def test_a_clock_before_the_last_load_is_told(house: Store) -> None:
    with house.writer() as con:
        con.execute("UPDATE facts.batches SET loaded_at = loaded_at + INTERVAL 30 DAY")
    said = examine(house, publish)
    assert levels(said, "jam") == ["warning"]
    assert said.exit_code == 0


def test_an_altered_source_is_told(house: Store) -> None:
    kept = sorted(house.archive.folder.iterdir())[0]
    kept.write_bytes(kept.read_bytes() + b" ")
    assert levels(examine(house, publish), "archive") == ["damaged"]


def test_an_unreadable_file_is_damage(house: Store) -> None:
    (house.folder / "facts.duckdb").write_bytes(b"x" * 100_000)
    assert examine(house, publish).exit_code == 3


def test_offices_left_unpublished_are_published(house: Store, tmp_path: Path) -> None:
    house.undo(3)
    assert house.needs_publishing
    said = examine(house, publish)
    assert said.state == "healed"
    assert not house.needs_publishing
    assert examine(house, publish).state == "ok"


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_published_set_that_is_gone_is_made_again(house: Store, damage: str) -> None:
    flow = office_set(house, "32.14") / "flow.parquet"
    content = flow.read_bytes()
    if damage == "gone":
        for file in flow.parent.rglob("*.parquet"):
            file.unlink()
    else:
        flow.write_bytes(content[: len(content) // 2])
    assert "healed" in levels(examine(house, publish), "published")
    assert (office_set(house, "32.14") / "flow.parquet").read_bytes() == content
    assert examine(house, publish).state == "ok"


@pytest.mark.parametrize("text", ["", "{}", '{"manifest": "manifest-999999.json"}'])
def test_a_damaged_pointer_is_made_again(house: Store, text: str) -> None:
    (house.folder / "published" / "current.json").write_text(text)
    assert "healed" in levels(examine(house, publish), "published")
    assert office_set(house, "32.14").exists()
    assert examine(house, publish).state == "ok"


def test_sets_that_nothing_names_are_removed(house: Store) -> None:
    stray = house.folder / "published" / "32.14" / "999999"
    stray.mkdir(parents=True)
    half = house.archive.folder / "abc.csv.part"
    half.write_text("x")
    said = examine(house, publish)
    assert said.state == "healed"
    assert not stray.exists()
    assert not half.exists()


def test_a_missing_source_is_told(house: Store) -> None:
    kept = sorted(house.archive.folder.iterdir())[0]
    kept.chmod(0o644)
    assert levels(examine(house, publish), "archive") == ["healed", "ok"]
    kept.unlink()
    assert levels(examine(house, publish), "archive") == ["damaged"]


def test_a_damaged_book_of_operations_is_told(house: Store) -> None:
    for beside in house.folder.glob("operations.sqlite-*"):
        beside.unlink()
    house.operations.path.write_bytes(b"x" * 4096)
    assert levels(examine(house, publish), "operations.sqlite") == ["damaged"]


def test_a_lost_book_of_operations_is_told_also_once_it_is_begun_anew(house: Store) -> None:
    for file in house.folder.glob("operations.sqlite*"):
        file.unlink()
    ChangesLog(house.folder).compared()  # whoever looks first begins a new one
    assert levels(examine(house, publish), "operations.sqlite") == ["damaged"]
    for ask in (lambda: Editions(house.folder).rows(), lambda: Editions(house.folder).get(1)):
        with pytest.raises(StoreDamaged, match="hilang"):
            ask()


def test_a_journal_that_was_altered_or_is_gone_is_told(house: Store) -> None:
    text = house.journal.path.read_text()
    house.journal.path.write_text(text.replace('"load"', '"laod"', 1))
    assert levels(examine(house, publish), "journal.jsonl") == ["damaged"]
    house.journal.path.unlink()
    assert levels(examine(house, publish), "journal.jsonl") == ["warning"]


def test_an_audit_that_is_gone_is_told(house: Store) -> None:
    for file in house.folder.glob("operations.sqlite*"):
        file.unlink()
    assert levels(examine(house, publish), "operations.sqlite") == ["damaged"]
