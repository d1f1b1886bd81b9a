"""Stages suggested from a log: known phases come back, every activity has one stage."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reference import stage_names
from metrics.counting.marks import MOST_STAGES, REST
from metrics.flow.stage_suggestion import activities, common_stage, fold, suggest


def in_phases(phases: int, each: int, cases: int = 120, seed: int = 1) -> pd.DataFrame:
    """Cases that pass phase after phase; within one the activities come in any order."""
    rng = np.random.default_rng(seed)
    rows = []
    for case in range(cases):
        for phase in range(phases):
            names = [f"F{phase}-{i}" for i in range(each) if i < 3 or rng.random() < 0.6]
            rows += [(f"P{case:04}", name) for name in rng.permutation(names)]
    return pd.DataFrame(rows, columns=["application_no", "activity"])


def stages(log: pd.DataFrame) -> dict[str, str]:
    found = suggest(log)
    return dict(zip(found["activity"], found["stage"], strict=True))


@pytest.mark.parametrize(("phases", "each"), [(2, 10), (3, 12), (4, 6), (8, 4), (12, 5)])
def test_phases_shuffled_within_themselves_come_back(phases, each):
    found = stages(in_phases(phases, each))
    pairs = {(activity.split("-")[0], stage) for activity, stage in found.items()}
    assert len(pairs) == phases
    assert len({stage for _phase, stage in pairs}) == phases


def test_a_stage_is_named_after_the_activity_that_most_cases_have():
    log = in_phases(4, 6)
    many = log.groupby("activity")["application_no"].nunique()
    for activity, stage in stages(log).items():
        assert many[stage] == many[many.index.str.startswith(activity[:3])].max()


def test_few_activities_stay_as_they_are():
    log = in_phases(3, 4)
    assert log["activity"].nunique() == MOST_STAGES
    assert all(activity == stage for activity, stage in stages(log).items())


logs = st.lists(
    st.lists(st.integers(0, 19).map(lambda i: f"kegiatan {i}"), min_size=1, max_size=30),
    min_size=1,
    max_size=12,
)


@settings(max_examples=30)
@given(logs, st.randoms(use_true_random=False))
def test_every_activity_has_one_stage_whatever_the_order_of_the_cases(paths, random):
    rows = [(f"P{i}", activity) for i, path in enumerate(paths) for activity in path]
    log = pd.DataFrame(rows, columns=["application_no", "activity"])
    found = suggest(log)
    assert sorted(found["activity"]) == sorted(log["activity"].unique())
    named = set(found["stage"]) - {REST}
    assert len(named) <= MOST_STAGES
    assert named <= set(log["activity"])
    order = list(range(len(paths)))
    random.shuffle(order)
    mixed = pd.concat([log[log["application_no"] == f"P{i}"] for i in order], ignore_index=True)
    pd.testing.assert_frame_equal(suggest(mixed), found)


def test_names_of_the_vocabulary_keep_their_desk_and_clock():
    log = in_phases(4, 6)
    waiting = {"F1-0": "2. PERBAIKAN  berkas", "F1-1": "perbaikan berkas", "F3-2": "Tanda-tangan"}
    log["activity"] = log["activity"].replace(waiting)
    found = suggest(log).set_index("activity")
    for activity in waiting.values():
        known = stage_names()[found.loc[activity, "stage"]]
        assert (found.loc[activity, "desk"], found.loc[activity, "clock"]) == (
            known.desk,
            known.clock,
        )
    paused = found[found["clock"] == "applicant"]
    assert set(paused.index) == {"2. PERBAIKAN  berkas", "perbaikan berkas"}
    assert set(paused["stage"]) == {"Perbaikan berkas"}
    assert found.loc["Tanda-tangan", "stage"] == "Tanda tangan"
    assert (found.loc["F0-0", "desk"], found.loc["F0-0", "clock"]) == ("", "")


def test_what_stops_the_clock_in_the_log_is_never_put_with_the_office_s_own_work():
    log = in_phases(3, 6)
    log["clock"] = np.where(log["activity"].isin(["F1-4", "F2-0"]), "applicant", "office")
    log["desk"] = "back_office"
    found = suggest(log)
    paused = found[found["clock"] == "applicant"]
    assert set(paused["activity"]) == {"F1-4", "F2-0"}
    assert not set(paused["stage"]) & set(found.loc[found["clock"] == "office", "stage"])
    assert set(found["desk"]) == {"back_office"}


def test_the_vocabulary_is_read_leniently_and_nothing_else_is_taken_for_it():
    assert common_stage("CEK_BERKAS") == "Cek berkas"
    assert common_stage("cek berkas ulang") is None


def test_a_fold_counts_stages_steps_back_and_paths():
    log = pd.DataFrame(
        {"application_no": list("11111222"), "activity": ["a", "b", "a", "c", "d", "a", "b", "d"]}
    )
    found = fold(log, {"a": "A", "b": "B", "c": REST, "d": "D"})
    assert (found.stages, found.steps, found.paths) == (3, 6, 2)
    assert found.rest == 1 / 8
    assert found.back == 1 / 6  # b → a in the first case
    whole = fold(log, dict.fromkeys("abcd", "A"))
    assert (whole.stages, whole.steps, whole.paths) == (1, 0, 1)
    assert np.isnan(whole.back)


def test_activities_are_placed_by_their_first_event():
    log = pd.DataFrame({"application_no": list("1111"), "activity": ["a", "b", "a", "c"]})
    found = activities(log).set_index("activity")
    assert found["place"].to_dict() == {"a": 0.125, "b": 0.375, "c": 0.875}
    assert found["events"].to_dict() == {"a": 2, "b": 1, "c": 1}
    assert (found["cases"] == 1).all()


def test_no_log_no_suggestion():
    assert suggest(pd.DataFrame(columns=["application_no", "activity"])).empty
    assert fold(pd.DataFrame(columns=["application_no", "activity"]), {}).steps == 0
