"""Asking: the same questions of a store and of one with twenty times the records."""

from pathlib import Path

import pytest

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import publish
from tests.benchmarks.conftest import Measured, fastest, rows
from tests.benchmarks.made_files import applications_csv, offices_csv

TIMES = 20
QUESTIONS = (
    ("permits_issued", Query(by=("year",))),
    ("processing_time", Query(by=("month",))),
    ("processing_time", Query(office="32.01", start="2024", end="2024", by=("permit_type",))),
    ("issue_rate", Query(by=("office",))),
    ("clearance_rate", Query(office="32.02", by=("month",))),
    ("open_applications", Query(by=("month",))),
)


def published(folder: Path, count: int) -> Path:
    """A published store of `count` applications."""
    store = Store(folder / "store")
    store.load(offices_csv(folder / "offices.csv"), LoadOptions(kind="offices"))
    store.load(applications_csv(folder / "applications.csv", count))
    publish(store)
    return store.folder


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_asking_costs_the_same_at_twenty_times_the_records(tmp_path: Path, measured: Measured):
    large = rows(100_000)
    snapshots = []
    for name, count in (("small", large // TIMES), ("large", large)):
        (tmp_path / name).mkdir()
        snapshots.append(open_snapshot(published(tmp_path / name, count)))

    def ask(place: int) -> None:
        snapshots[place].forget()  # answers are remembered; what is measured is working them out
        for name, query in QUESTIONS:
            assert not get(name).read(snapshots[place], EVERYTHING, query).rows.empty

    for place in (0, 1):
        ask(place)  # the first question takes the published files in
    ratio = measured.ratio(
        f"six questions of {large:,} applications",
        fastest(lambda: ask(1), 3),
        fastest(lambda: ask(0), 3),
        f"the same of {large // TIMES:,}",
        2.0,
    )
    assert ratio <= 2.0
