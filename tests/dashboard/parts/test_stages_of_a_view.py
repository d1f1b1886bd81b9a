"""Where the days go, held against the counts: order, desks, the stage that slowed most."""

import numpy as np
import pytest

from dashboard.frame.period import Period
from dashboard.frame.view import Office, View
from dashboard.parts import side_by_side as frames
from etl.reference import stage_names
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import open_snapshot

START, END = "2025-11", "2026-10"
BEFORE = (202411, 202510)


@pytest.fixture(params=range(5))
def view(request, sample_store):
    snapshot = open_snapshot(sample_store)
    offices = snapshot.offices()
    codes = offices.loc[offices["source"] == "records", "office"].tolist()
    code = codes[request.param]
    return View(
        snapshot, EVERYTHING, Query(office=code, start=START, end=END),
        Period("12", START, END), "id", sample_store, {code: Office(code, code, code, "32")}, {},
    )  # fmt: skip


def runs(view, first, last):
    """Days of each finished run by stage, one entry a run."""
    found = view.snapshot.sql(
        "SELECT stage, days, sum(n)::BIGINT AS n FROM stage WHERE what = 'run' AND office = ? "
        "AND month BETWEEN ? AND ? GROUP BY ALL",
        [view.query.office, first, last],
        ("stage",),
    )
    return {s: np.repeat(p["days"], p["n"]) for s, p in found.groupby("stage")}


def test_the_stage_that_slowed_most_has_the_largest_rise_of_its_median(view):
    now, past = runs(view, 202511, 202610), runs(view, *BEFORE)
    known = stage_names()
    rises = {
        s: np.median(now[s]) - np.median(past[s])
        for s in now
        if s in past and min(len(now[s]), len(past[s])) >= 20 and known[s].clock != "applicant"
    }
    grew = frames.slowed_most(view)
    if max(rises.values(), default=0) <= 0:
        assert grew is None
        return
    assert grew is not None
    assert grew.now - grew.before == max(rises.values())
    assert rises[grew.stage] == max(rises.values())


def test_stages_stand_in_the_order_of_the_process_each_at_its_desk(view):
    frame, known = frames.stages(view).frame, stage_names()
    order = [known[code].order for code in frame["code"]]
    assert order == sorted(order)
    desks = ["applicant" if known[c].clock == "applicant" else known[c].desk for c in frame["code"]]
    assert [frames.desks(view)[code] for code in frame["code"]] == desks


def test_open_cases_by_stage_are_all_open_cases_the_most_late_first(view):
    frame = frames.open_by_stage(view, most=99)
    for column, name in (("n", "open_applications"), ("overdue", "overdue_applications")):
        stock = view.read(name).value
        if stock is None:  # silent at the period's end: nothing is known, so nothing is drawn
            assert frame.empty
        else:
            assert frame[column].sum() == stock
    assert frame["overdue"].is_monotonic_decreasing
