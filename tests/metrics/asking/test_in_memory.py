"""Count tables in memory: compressed where they are large, or read by office and not kept."""

import pandas as pd
import pyarrow as pa
import pytest

from etl.store.published import read_manifest
from metrics.asking import snapshot as module
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot

NAMES = ("permits_issued", "processing_time", "stage_time", "overdue_applications")


@pytest.fixture
def opened(sample_store, monkeypatch):
    """Opens the sample with tables of more than `many` rows compressed."""

    def open_it(many):
        monkeypatch.setattr(module, "MANY", many)
        found = Snapshot(sample_store, read_manifest(sample_store))
        answers = [get(n).read(found, EVERYTHING, Query(by=("office",))).to_json() for n in NAMES]
        return found, answers

    return open_it


def held(snapshot):
    said = "SELECT sum(memory_usage_bytes) FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"
    return int(snapshot.sql(said).iloc[0, 0])


def test_large_tables_take_less_memory_and_answer_the_same(opened):
    plain, told = opened(10**9)
    small, same = opened(1000)
    assert same == told
    assert any(a["rows"] for a in told)
    assert held(small) < held(plain) / 2


def test_the_parts_of_a_table_are_all_of_it_and_are_not_kept(opened):
    found, _answers = opened(10**9)
    before = held(found)
    parts = pa.concat_tables(found.parts("remaining")).to_pandas()
    assert held(found) == before
    columns = list(parts.columns)
    whole = found.table("remaining")[columns]
    for frame in (parts, whole):
        frame.sort_values(columns, inplace=True, ignore_index=True)
    pd.testing.assert_frame_equal(parts, whole, check_dtype=False)
    assert len(parts) > 100
