"""Counting some offices at a time writes the very rows that counting all at once writes."""

import pyarrow.parquet as pq
import pytest

from etl.settings import Settings
from etl.store.published import read_manifest
from etl.store.store import Store
from metrics.counting.facts import Size, from_store
from metrics.publishing.office_sets import _groups, _memory
from metrics.publishing.publish import publish
from tests.metrics import small_province as province


def files_of(store: Store) -> dict[str, tuple[list[str], list[dict[str, object]]]]:
    """Columns and rows, in their order, of every published file by its name within its set."""
    manifest = read_manifest(store.folder)
    assert manifest is not None
    root = store.folder / "published"
    found = {}
    for office, entry in manifest["offices"].items():
        for path in (root / entry["path"]).rglob("*.parquet"):
            name = f"{office}/{path.relative_to(root / entry['path'])}"
            rows = pq.ParquetFile(path).read()
            found[name] = (rows.schema.names, rows.to_pylist())
    return found


def test_offices_are_counted_together_up_to_so_many_records():
    sizes = {"a": Size(5), "b": Size(5), "c": Size(20), "e": Size(1)}
    assert list(_groups(list("abcde"), sizes, 10)) == [["a", "b"], ["c"], ["d", "e"]]
    assert list(_groups([], sizes, 10)) == []


def test_a_large_office_is_counted_in_more_memory_within_the_limit_of_the_house():
    assert _memory(400_000_000, 2_000_000_000) == 500_000_000
    assert _memory(1_600_000_000, 2_000_000_000) == 1_600_000_000
    assert _memory(4_000_000_000, 2_000_000_000) == 2_000_000_000
    assert _memory(4_000_000_000, 300_000_000) == 300_000_000


def test_a_stage_counts_for_more_memory_than_an_application(store):
    with store.writer() as con:
        sizes = from_store(con, "facts").sizes()
        rows = con.execute("SELECT office_code, count(*) FROM current_stages GROUP BY 1").fetchall()
    assert rows
    for office, stages in rows:
        size = sizes[office]
        assert size.bytes == 1000 * stages + 400 * (size.records - stages)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return province.filled(tmp_path_factory.mktemp("kelompok"), province.OFFICES[:3])


def test_groups_of_offices_give_the_same_files_as_all_at_once(store):
    publish(store)
    at_once = files_of(store)
    assert {name.split("/")[0] for name in at_once} >= set(province.OFFICES[:3])
    with store.writer() as con:
        con.execute("INSERT INTO offices_changed SELECT office_code FROM current_offices")
    one_by_one = Store(store.folder, limits=Settings(count_rows=1))
    publish(one_by_one)
    assert files_of(one_by_one) == at_once


def test_an_office_is_told_of_no_other_offices_own_permit_types(store):
    strange = dict(province.records(1, province.OFFICES[0])["applications"][0])
    strange |= {"permit_type": "Izin sendiri", "application_no": "X-1"}
    province.load(store, "applications", [strange], "sendiri")
    publish(store)
    snapshot = province.snapshot(store)
    told = {
        path.parent.parent.name: path
        for path in snapshot.files("ref_permit_type")
        if "Izin sendiri"
        in set(snapshot.sql("SELECT permit_type FROM read_parquet(?)", [str(path)])["permit_type"])
    }
    assert set(told) == {province.OFFICES[0]}
