"""A replay: nothing changed gives the figures of today, and no change of a stage costs a day."""

import json
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import Refused
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.whatif.record import in_force, read_record
from metrics.whatif.replay import Change, replay, stages, usual_standard
from tests.metrics.built import OFFICE, at, built, record_of

MONDAY = date(2025, 7, 7)
STAGES = ("Verifikasi", "Survei", "Tanda tangan")
NOTHING = Change("remove", "tidak ada tahap ini")
WHOLE = Query()
SLOW = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def application(no, start, end, kind="SIUP", outcome="issued", bundle=None):
    return {
        "office_code": OFFICE, "application_no": no, "permit_type": kind, "bundle_no": bundle,
        "submitted_at": at(start, 8), "decision": outcome if end else None,
        "decided_at": at(end, 16) if end else pd.NaT,
    }  # fmt: skip


def stage(no, name, start, end, seq, clock="office", run=1):
    return {
        "office_code": OFFICE, "application_no": no, "stage": name, "run_no": run, "seq": seq,
        "started_at": at(start, 9) if start else pd.NaT,
        "finished_at": at(end, 10) if end else pd.NaT,
        "clock": clock,
    }  # fmt: skip


def rule(days, kind="SIUP", stage="", since=date(2020, 1, 1), office="32", fee=None):
    return {
        "office_code": office, "permit_type": kind, "stage": stage, "valid_from": since,
        "working_days": days, "fee": fee,
    }  # fmt: skip


def day(n):
    """The n-th day of a stretch of weeks that begins on a Monday, without Saturdays or Sundays."""
    return MONDAY + timedelta(days=7 * (n // 5) + n % 5)


@st.composite
def offices(draw):
    """Cases with overlapping stages, pauses, bundles, of two types, some open."""
    applications, runs = [], []
    for n in range(draw(st.integers(10, 40))):
        start = MONDAY + timedelta(days=draw(st.integers(0, 60)))
        length = draw(st.one_of(st.none(), st.integers(0, 50)))
        applications.append(
            application(
                f"A{n:02d}", start, None if length is None else start + timedelta(length),
                draw(st.sampled_from(["SIUP", "TDP"])),
                draw(st.sampled_from(["issued", "rejected", "withdrawn"])),
                draw(st.sampled_from([None, "B1", "B2"])),
            )
        )  # fmt: skip
        for seq in range(draw(st.integers(0, 5))):
            name = draw(st.sampled_from([*STAGES, "Dikembalikan"]))
            begun = start + timedelta(draw(st.integers(0, 40)))
            done = begun + timedelta(draw(st.integers(0, 20)))
            runs.append(
                stage(
                    f"A{n:02d}", name, begun, draw(st.sampled_from([done, done, None])), seq,
                    "applicant" if name == "Dikembalikan" else "office", seq + 1,
                )
            )  # fmt: skip
    return applications, runs


@st.composite
def changes(draw):
    kind = draw(st.sampled_from(["remove", "parallel", "standard", "one_inspection"]))
    a, b = draw(st.sampled_from(STAGES)), draw(st.sampled_from(STAGES))
    return Change(kind, a, b if kind == "parallel" else "", draw(st.none() | st.integers(0, 9)))


@SLOW
@given(offices(), st.integers(0, 12))
def test_a_change_that_changes_nothing_gives_exactly_the_present_figures(office, standard):
    made = built(office[0], stages=office[1], standards=[rule(standard)])
    for query in (WHOLE, Query(start="2025-08", end="2025-08"), Query(permit_type="TDP")):
        days = get("processing_time").read(made.snapshot, EVERYTHING, query).first
        rate = get("on_time_rate").read(made.snapshot, EVERYTHING, query).first
        for change in (NOTHING, Change("merge", permit_type="SIUP", into="SIUP")):
            found = replay(made.record, change, query)
            assert found.before == found.after or found.before.n == 0
            assert found.before.n == (days.get("n") or 0)
            if found.before.n:
                assert (found.before.median, found.before.p90) == (days["median"], days["p90"])
            asked = rate.get("denominator") or 0
            assert (found.before.met, found.before.due) == (rate.get("numerator") or 0, asked)
            assert (found.touched, found.absorbed, found.forgone) == (0, 0, 0)


@SLOW
@given(offices(), st.lists(changes(), min_size=10, max_size=20), st.integers(0, 12))
def test_no_change_of_a_stage_lengthens_a_case_or_makes_it_late(office, wanted, standard):
    record = record_of(
        office[0], stages=office[1], standards=[rule(standard), rule(2, stage="Survei")]
    )
    for change in wanted:
        found = replay(record, change, WHOLE)
        assert found.after.n == found.before.n
        assert (found.after.due, found.after.met >= found.before.met) == (found.before.due, True)
        if found.before.n:
            assert 0 <= found.after.median <= found.before.median
            assert 0 <= found.after.p90 <= found.before.p90
        # as many cases as before have taken at most so many days, whatever the days
        passed = found.days[["before", "after"]].cumsum()
        assert (passed["after"] >= passed["before"]).all()
        assert found.days["days"].min() >= 0 or not len(found.days)
        assert (found.permits["saved"].dropna() >= 0).all()


@SLOW
@given(offices())
def test_removing_a_stage_takes_out_the_days_found_by_walking_through_the_case(office):
    record = record_of(office[0], stages=office[1])
    found = replay(record, Change("remove", "Survei"), WHOLE)
    left = []
    for case, row in record.cases.iterrows():
        if row["outcome"] is None:
            continue
        mine = record.runs[record.runs["case"] == case]
        paused = record.pauses[record.pauses["case"] == case]
        kept = 0
        for index in range(row["s_idx"] + 1, row["e_idx"] + 1):
            if any(p.first < index <= p.last for p in paused.itertuples()):
                continue
            inside = [r for r in mine.itertuples() if r.first < index <= r.last]
            other = any(r.stage != "Survei" for r in inside)
            survey = any(
                r.stage == "Survei" and r.first - r.wait < index <= r.last
                for r in mine.itertuples()
            )
            kept += other or not survey
        left.append(kept)
    assert found.after.n == len(left)
    if left:
        assert found.after.median == pytest.approx(np.quantile(left, 0.5))
        assert found.after.p90 == pytest.approx(np.quantile(left, 0.9))


def one_case():
    """Two days of checking, one of waiting, five of survey, two of signing: ten in all."""
    applications = [application("1", day(0), day(10))]
    runs = [
        stage("1", "Verifikasi", day(0), day(2), 1),
        stage("1", "Survei", day(3), day(8), 2),
        stage("1", "Tanda tangan", day(8), day(10), 3),
    ]
    return applications, runs


@pytest.fixture(scope="module")
def ten_days():
    applications, runs = one_case()
    return record_of(applications, stages=runs, standards=[rule(8), rule(3, stage="Survei")])


@pytest.mark.parametrize(
    ("change", "days"),
    [
        (NOTHING, 10),
        (Change("remove", "Survei"), 4),
        (Change("remove", "Verifikasi"), 8),
        (Change("parallel", "Verifikasi", "Tanda tangan"), 8),
        (Change("parallel", "Survei", "Tanda tangan"), 8),
        (Change("parallel", "Survei", "Survei"), 10),
        (Change("standard", "Survei", days=2), 7),
        (Change("standard", "Survei", days=9), 10),
        (Change("standard", "Survei"), 8),
        (Change("standard", "Tanda tangan"), 10),
        (Change("one_inspection", "Survei"), 10),
    ],
)
def test_a_case_worked_by_hand(ten_days, change, days):
    found = replay(ten_days, change, WHOLE)
    assert (found.before.median, found.after.median) == (10, days)
    assert found.touched == (days < 10)


def test_the_on_time_share_is_held_against_the_same_due_cases():
    applications, runs = one_case()
    late = application("2", day(0), day(9))
    record = record_of([*applications, late], stages=runs, standards=[rule(8)])
    found = replay(record, Change("remove", "Survei"), WHOLE)
    assert (found.before.on_time, found.after.on_time) == (0, 0.5)
    assert found.after.due == 2


def test_an_open_case_past_its_due_day_stays_late():
    applications, runs = one_case()
    applications = [application("1", day(0), None), application("2", day(12), day(12))]
    record = record_of(applications, stages=runs, standards=[rule(8)])
    found = replay(record, Change("remove", "Survei"), WHOLE)
    assert (found.before.met, found.before.due) == (found.after.met, found.after.due) == (0, 1)


def test_one_inspection_serves_every_permit_of_a_bundle():
    applications = [
        application("1", day(0), day(6), bundle="B"),
        application("2", day(0), day(12), "TDP", bundle="B"),
        application("3", day(0), day(12), "TDP"),
    ]
    runs = [
        stage("1", "Survei", day(2), day(5), 1),
        stage("2", "Survei", day(4), day(11), 1),
        stage("3", "Survei", day(4), day(11), 1),
    ]
    found = replay(record_of(applications, stages=runs), Change("one_inspection", "Survei"), WHOLE)
    # the second permit's survey after the fifth day, when the first had been surveyed, goes
    assert dict(zip(found.days["days"], found.days["after"], strict=True)) == {6: 2, 12: 1}
    assert found.touched == 1


def test_a_merged_permit_type_is_absorbed_in_a_bundle_and_held_to_the_other_standard_alone():
    applications = [
        application("1", day(0), day(6), "SIUP", bundle="B"),
        application("2", day(0), day(6), "TDP", bundle="B"),
        application("3", day(0), day(6), "TDP"),
        application("later", day(20), day(20), "HO"),
    ]
    payments = [
        {"office_code": OFFICE, "receipt_no": no, "application_no": no,
         "billed_at": at(day(1)), "billed_amount": amount}
        for no, amount in (("1", 50_000), ("2", 70_000), ("3", 70_000))
    ]  # fmt: skip
    record = record_of(
        applications,
        payments=payments,
        standards=[rule(10, "SIUP", fee=50_000), rule(3, "TDP"), rule(5, "HO")],
    )
    found = replay(record, Change("merge", permit_type="TDP", into="SIUP"), WHOLE)
    assert (found.before.n, found.after.n, found.absorbed) == (4, 3, 1)
    assert found.touched == 2
    assert (found.before.met, found.before.due) == (1, 3)
    assert (found.after.met, found.after.due) == (2, 2)
    assert found.forgone == 90_000


def test_the_rule_for_the_whole_service_is_the_one_the_cases_were_judged_by():
    applications = [application(str(n), day(n), day(n + 5)) for n in range(0, 40, 5)]
    rules = [rule(9), rule(7, office=OFFICE, since=day(12)), rule(4, office=OFFICE, since=day(22))]
    record = record_of(applications, standards=rules)
    days = in_force(
        record.rules, record.cases["permit_type"], record.cases["start_day"], "", "days"
    )
    assert days.tolist() == record.cases["standard"].tolist()
    assert sorted(set(days)) == [4, 7, 9]


def test_stages_are_listed_by_the_days_they_took_without_the_applicants():
    applications, runs = one_case()
    runs.append(stage("1", "Dikembalikan", day(2), day(3), 4, "applicant"))
    record = record_of(applications, stages=runs, standards=[rule(3, stage="Survei")])
    found = stages(record)
    assert found["stage"].tolist()[0] == "Survei"
    assert "Dikembalikan" not in set(found["stage"])
    assert usual_standard(record, "Survei") == 3
    assert usual_standard(record, "Verifikasi") is None


def test_a_change_is_read_as_it_was_written():
    change = Change("standard", "Survei", days=0)
    assert Change.from_dict(json.loads(json.dumps(change.to_dict()))) == change
    for wrong in ({"kind": "lain"}, {"kind": "remove", "warna": "biru"}):
        with pytest.raises(Refused):
            Change.from_dict(wrong)


def test_the_sample_replayed_unchanged_gives_the_published_figures(sample_store):
    snapshot = open_snapshot(sample_store)
    offices = snapshot.offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]
    record = read_record(snapshot, EVERYTHING, code)
    for query in (Query(office=code), Query(office=code, start="2024", end="2024-06")):
        found = replay(record, NOTHING, query)
        days = get("processing_time").read(snapshot, EVERYTHING, query).first
        rate = get("on_time_rate").read(snapshot, EVERYTHING, query).first
        assert (found.after.n, found.after.median) == (days["n"], days["median"])
        assert (found.after.met, found.after.due) == (rate["numerator"], rate["denominator"])
    slowest = stages(record)["stage"].iloc[0]
    gained = replay(record, Change("remove", slowest), Query(office=code))
    assert gained.after.median < gained.before.median


def test_case_rows_are_for_those_who_may_see_them(sample_store):
    snapshot = open_snapshot(sample_store)
    code = snapshot.offices()["office"].iloc[0]
    for scope in (Scope("public", None, case_rows=False), Scope("office", frozenset({"99.99"}))):
        with pytest.raises(Refused):
            read_record(snapshot, scope, code)
