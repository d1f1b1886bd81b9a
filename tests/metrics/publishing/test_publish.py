"""What another version of the program published is published again, once, and nothing else is."""

import pytest

from etl.store.published import put_pointer, read_manifest
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import CASE_ROWS
from metrics.counting.case_tables import WORKED
from metrics.publishing.publish import DEFINITIONS, FORMAT, heal, outdated
from tests.metrics.small_province import filled, snapshot

OFFICE = "32.14"
CURRENT = {
    "format": FORMAT,
    "definitions": DEFINITIONS,
    "case_rows": CASE_ROWS,
    "offices": {OFFICE: {}},
}


@pytest.mark.parametrize(
    ("change", "old"),
    [
        ({}, False),
        ({"definitions": "2020.1"}, True),
        ({"format": 1}, True),
        ({"case_rows": CASE_ROWS - 1}, True),
        ({"case_rows": None}, True),
        ({"case_rows": None, "offices": {}}, False),
    ],
)
def test_figures_of_other_definitions_or_another_layout_are_outdated(change, old):
    assert outdated(CURRENT | change) == old
    assert not outdated(None), "nothing was published yet"


def test_a_store_of_another_version_is_published_again_at_the_next_start(tmp_path):
    store = filled(tmp_path / "store", [OFFICE])
    before = snapshot(store)
    figure = get("processing_time").read(before, EVERYTHING, Query(office=OFFICE)).first
    files = [before.case_file(kind, OFFICE) for kind in WORKED]
    assert None not in files
    assert heal(store) is None
    put_pointer(store.folder / "published", 1, read_manifest(store.folder) | {"case_rows": 1})
    for file in files:
        file.unlink()

    assert OFFICE in heal(store).offices
    now = snapshot(store)
    assert now.version == 2
    assert None not in [now.case_file(kind, OFFICE) for kind in WORKED]
    assert get("processing_time").read(now, EVERYTHING, Query(office=OFFICE)).first == figure
    assert heal(store) is None, "and then no more"
