"""A published file that is missing or altered is noticed at the question, never read as nought."""

import shutil
from pathlib import Path

import pytest

from etl.errors import PublishedDamaged
from etl.store.published import read_manifest
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.publishing.mending import mend
from metrics.publishing.publish import publish
from tests.conftest import monev_json
from tests.etl.store_files import applications, offices


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    store = Store(folder / "store")
    store.load(offices(folder))
    store.load(applications(folder))
    publish(store)
    return store.folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


def received(snapshot: Snapshot) -> int:
    return int(get("applications_received").read(snapshot, EVERYTHING, Query()).first["value"])


def flow(folder: Path) -> Path:
    manifest = read_manifest(folder)
    assert manifest is not None
    return folder / "published" / manifest["offices"]["32.14"]["path"] / "flow.parquet"


def gone(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def altered(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [gone, cut, altered])
def test_a_harmed_count_file_is_no_figure_and_is_mended(folder: Path, harm) -> None:
    harm(flow(folder))
    with pytest.raises(PublishedDamaged, match=r"32\.14"):
        received(open_snapshot(folder))
    assert mend(folder)
    assert received(open_snapshot(folder)) == 3
    assert not mend(folder)


@pytest.mark.parametrize("harm", [gone, altered])
def test_the_command_line_mends_and_answers(folder: Path, harm) -> None:
    harm(flow(folder))
    told = monev_json("indicator", "applications_received", "--store", folder)
    assert told["rows"][0]["value"] == 3


def test_a_folder_of_figures_that_is_gone_is_counted_again(folder: Path) -> None:
    shutil.rmtree(folder / "published")
    told = monev_json("indicator", "applications_received", "--store", folder)
    assert told["rows"][0]["value"] == 3


def test_a_garbage_pointer_is_mended_under_a_version_never_used(folder: Path) -> None:
    before = read_manifest(folder)
    assert before is not None
    (folder / "published" / "current.json").write_bytes(b"\x00\xff{")
    told = monev_json("indicator", "applications_received", "--store", folder)
    assert told["rows"][0]["value"] == 3
    after = read_manifest(folder)
    assert after is not None
    assert after["version"] > before["version"]


def test_without_facts_a_harmed_file_is_said_and_not_nought(folder: Path) -> None:
    (folder / "facts.duckdb").unlink()
    assert monev_json("indicator", "applications_received", "--store", folder)["rows"]
    gone(flow(folder))
    told = monev_json("indicator", "applications_received", "--store", folder, code=3)
    assert "monev restore" in told["error"]
    assert not (folder / "facts.duckdb").exists()


def test_a_reader_whose_version_was_swept_is_told(folder: Path) -> None:
    held = open_snapshot(folder)
    shutil.rmtree(flow(folder).parent)
    with pytest.raises(PublishedDamaged):
        received(held)


def test_a_snapshot_that_met_damage_says_so_each_time(folder: Path) -> None:
    cut(flow(folder))
    snapshot = open_snapshot(folder)
    for _time in range(2):
        with pytest.raises(PublishedDamaged):
            received(snapshot)
