"""The radar on Ringkasan: the cases that the figure counts, with the working days left to each."""

import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from tests.dashboard.pages.test_pages import drawn

__all__ = ["drawn"]


@pytest.fixture
def counted(sample_store):
    """An office with cases due soon, and how many."""
    rows = get("due_soon").read(open_snapshot(sample_store), EVERYTHING, Query(by=("office",))).rows
    row = rows.sort_values("value", ascending=False).iloc[0]
    assert row["value"] > 0
    return row["office"], int(row["value"])


def test_the_radar_lists_the_cases_that_are_due_within_three_working_days(drawn, counted):
    office, number = counted
    app = drawn("ringkasan", office=office, role="office")
    frame = next(d.value for d in reversed(app.dataframe) if "Tahap sekarang" in d.value.columns)
    assert len(frame) == number
    days = frame["Hari kerja"].str.extract(r"^(\d+) dari (\d+)$").astype(int)
    assert (days[1] - days[0]).between(0, 3).all()
    assert frame["Meja"].str.len().min() > 0
    assert any(f"Radar: {number} berkas" in e.proto.body for e in app.get("html"))


def test_a_reader_of_figures_alone_sees_no_radar(drawn, counted):
    app = drawn("ringkasan", office=counted[0], role="public")
    assert not any("Tahap sekarang" in d.value.columns for d in app.dataframe)
    assert not any("Radar" in e.proto.body for e in app.get("html"))
