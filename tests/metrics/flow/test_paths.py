from collections import Counter
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.snapshot import Snapshot
from metrics.counting.marks import ARROW, END, START
from metrics.flow import paths
from tests.metrics.built import OFFICE
from tests.metrics.counting.test_counts_oracle import DAY0, busdays
from tests.metrics.counting.test_paths import application, counted, event, quick

LOG = ["ABCD"] * 6 + ["ABABCD"] * 3 + ["ACD"] * 2 + ["ABXCD"]


def snapshot(made):
    tables = counted([m[0] for m in made], [row for m in made for row in m[1]])
    manifest = {"version": 1, "offices": {OFFICE: {"path": "none", "source": "records"}}}
    return Snapshot(".", manifest, tables)


@pytest.fixture(scope="module")
def small():
    return snapshot([quick(str(i), path) for i, path in enumerate(LOG)])


def test_the_usual_path_and_the_order_of_the_stages(small):
    flow = paths.flow(small, EVERYTHING, Query())
    assert flow.usual == ("A", "B", "C", "D")
    assert flow.nodes["stage"].tolist() == ["A", "B", "X", "C", "D"]
    assert flow.nodes["n"].tolist() == [15, 13, 1, 12, 12]
    assert flow.nodes["usual"].tolist() == [True, True, False, True, True]
    assert flow.cases == len(LOG)


def test_every_step_is_counted_once_and_going_back_is_rework(small):
    flow = paths.flow(small, EVERYTHING, Query())
    steps = Counter()
    for path in LOG:
        steps.update(zip(START + path, path + END, strict=True))
    assert {(e.a, e.b): e.n for e in flow.edges.itertuples()} == steps
    assert {(e.a, e.b) for e in flow.repeats.itertuples()} == {("B", "A")}
    back = flow.repeats.iloc[0]
    assert (back["n"], back["again"]) == (3, 3)
    assert flow.edges.set_index(["a", "b"])["again"]["A", "B"] == 3
    assert flow.edges.set_index(["a", "b"])["kind"]["A", "B"] == paths.USUAL


def test_the_median_of_a_step_is_numpy_s_over_the_cases():
    lengths = [0, 7, 14, 21, 1, 2]
    made = []
    for i, days in enumerate(lengths):
        end = DAY0 + timedelta(days=7 + days)
        rows = [event(str(i), "A", 0, None, DAY0 + timedelta(days=7)), event(str(i), "B", 1, None,
                end)]  # fmt: skip
        made.append((application(str(i), DAY0, end), rows))
    edges = paths.flow(snapshot(made), EVERYTHING, Query()).edges.set_index(["a", "b"])
    week = DAY0 + timedelta(days=7)
    expected = [busdays(week, week + timedelta(days=days)) for days in lengths]
    assert edges["median"]["A", "B"] == np.median(expected)
    assert edges["median"][START, "A"] == 5


def test_most_frequent_paths_with_their_share(small):
    found = paths.variants(small, EVERYTHING, Query(), most=2)
    assert found.cases == len(LOG)
    assert found.known == 4
    assert found.others == 3
    assert found.frame["path"].tolist() == [ARROW.join("ABCD"), ARROW.join("ABABCD")]
    assert found.frame["share"].tolist() == pytest.approx([6 / 12, 3 / 12])


def test_the_public_sees_no_step_and_no_path_of_a_few_cases(small):
    public = Scope("public", None, False, hide_below=5)
    assert (paths.flow(small, public, Query()).edges["n"] >= 5).all()
    assert paths.variants(small, public, Query()).frame["n"].tolist() == [6]


def test_a_period_without_ended_cases_has_no_map(small):
    flow = paths.flow(small, EVERYTHING, Query(start="2020", end="2020"))
    assert flow.edges.empty
    assert flow.nodes.empty
    assert paths.variants(small, EVERYTHING, Query(start="2020", end="2020")).cases == 0


def test_of_very_many_stages_the_most_frequent_are_kept():
    names = [f"T{i:02d}" for i in range(40)]
    edges = pd.DataFrame(
        [(START, n, 100 - i, 0, 1.0) for i, n in enumerate(names)]
        + [(n, END, 100 - i, 0, 1.0) for i, n in enumerate(names)],
        columns=["a", "b", "n", "again", "median"],
    )
    flow = paths.arranged(edges, 1000)
    assert set(flow.nodes["stage"]) == set(names[: paths.MOST_NODES])
    assert flow.left_out == 10


def log_of(*cases):
    rows = [
        (str(no), activity, activity[0]) for no, events in enumerate(cases) for activity in events
    ]
    return pd.DataFrame(rows, columns=["application_no", "activity", "stage"])


def test_a_stage_opened_shows_its_activities_from_coming_in_to_going_out():
    events = log_of(["a1", "a2", "b1", "a1"], ["a2"], ["b1"])
    flow = paths.opened(events, "a")
    assert {(e.a, e.b): (e.n, e.again) for e in flow.edges.itertuples()} == {
        (START, "a1"): (2, 1), ("a1", "a2"): (1, 0), ("a2", END): (2, 0), ("a1", END): (1, 0),
        (START, "a2"): (1, 0),
    }  # fmt: skip
    assert flow.cases == 2
    assert paths.stage_choices(events) == ["a"]


def test_paths_of_single_activities():
    events = log_of(["a1", "a2"], ["a1", "a2"], ["b1"])
    assert paths.activity_variants(events).to_numpy().tolist() == [["a1 → a2", 2], ["b1", 1]]
