"""Paths and durations of three municipalities' building permits against plain counting."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import open_snapshot
from metrics.counting.marks import ARROW, END, MOST_STAGES, REST
from metrics.flow import paths
from metrics.flow.stage_suggestion import fold, log_of_office, suggest
from tests.real.test_building_logs import LOGS, OFFICES
from tests.real.xes_by_hand import Log, read_log


@pytest.fixture
def log(office: str, real: Path) -> Log:
    return read_log(real / LOGS[office][0])


def by_hand(log: Log) -> Counter[str]:
    """How many cases took each path of activities: by time as written, then as in the file.

    An activity that a case tells twice at one time is one event, as the load counts it.
    """
    told: dict[str, list[tuple[str, int, str]]] = {}
    columns = log.events[["case", "time:timestamp", "activityNameEN"]]
    for place, (case, stamp, activity) in enumerate(columns.itertuples(index=False)):
        events = told.setdefault(case, [])
        if not any((stamp[:19], activity) == (at, known) for at, _place, known in events):
            events.append((stamp[:19], place, activity))
    return Counter(ARROW.join(a for *_order, a in sorted(events)) for events in told.values())


@OFFICES
def test_the_number_of_paths_and_the_most_frequent_one(office: str, log: Log, real_store: Path):
    snapshot = open_snapshot(real_store)
    events = paths.events_of_office(snapshot, EVERYTHING, office, Query(), running=True)
    ours = paths.activity_variants(events)
    plain = by_hand(log)
    assert len(ours) == len(plain) > 100
    assert ours["n"].iloc[0] == max(plain.values())
    assert dict(zip(ours["path"], ours["n"], strict=True)) == plain


@OFFICES
def test_the_days_of_every_case(office: str, log: Log, real_store: Path):
    rows = open_snapshot(real_store).cases(
        EVERYTHING, "applications", [office], "end_day IS NOT NULL", limit=None
    )
    ended = log.cases[log.cases["ended"].notna()].set_index("concept:name")
    expected = (ended["ended"] - ended["started"]).dt.days.sort_index()
    ours = rows.set_index("application_no")["calendar_days"].sort_index()
    pd.testing.assert_series_equal(ours, expected, check_names=False, check_dtype=False)


@OFFICES
def test_steps_and_paths_of_stages_speak_of_the_same_cases(office: str, real_store: Path):
    """Each ended case with events leaves once, and its path counts once; nothing is lost."""
    snapshot, query = open_snapshot(real_store), Query(office=office)
    flow = paths.flow(snapshot, EVERYTHING, query)
    events = paths.events_of_office(snapshot, EVERYTHING, office, query)
    found = paths.variants(snapshot, EVERYTHING, query)
    cases = events["application_no"].nunique()
    assert flow.cases == found.cases == cases > 500
    assert flow.edges.loc[flow.edges["b"] == END, "n"].sum() == cases
    activities = {a for a in events["activity"] if a in set(flow.nodes["stage"])}
    assert len(activities) == 12


@OFFICES
def test_suggested_stages_go_back_less_often_than_the_most_frequent_activities(
    office: str, real_store: Path
):
    log = log_of_office(open_snapshot(real_store), EVERYTHING, office)
    found = suggest(log)
    assert sorted(found["activity"]) == sorted(log["activity"].unique())
    assert set(found["clock"]) == {""}  # the log names no clock, and none is guessed
    new = fold(log, dict(zip(found["activity"], found["stage"], strict=True)))
    now = fold(log, dict(zip(log["activity"], log["stage"], strict=True)))
    assert new.stages <= MOST_STAGES == now.stages
    assert new.rest == 0 < 0.6 < now.rest
    assert new.returns < 0.9 * now.returns
    largest = log["activity"].map(dict(zip(found["activity"], found["stage"], strict=True)))
    assert largest.value_counts(normalize=True).iloc[0] < 0.4
    assert REST not in set(found["stage"])
