"""Every figure of time and money against plain counting on the raw records, case by case."""

import json
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.calendar import national_holidays, working_days
from metrics.asking.distribution import kaplan_meier, quantiles
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from tests.metrics.built import OFFICE, at, snapshot_of

DAY0 = date(2025, 1, 6)
HOLIDAYS = np.array(national_holidays(2024, 2027), "datetime64[D]")


def busdays(start: date, end: date) -> int:
    one = timedelta(days=1)
    return int(np.busday_count(start + one, end + one, holidays=HOLIDAYS))


@st.composite
def cases(draw):
    """A few dozen cases: start, end (or open), and pauses of the applicant that may overlap."""
    made = []
    for number in range(draw(st.integers(5, 25))):
        start = DAY0 + timedelta(days=draw(st.integers(0, 120)))
        length = draw(st.one_of(st.none(), st.integers(0, 90)))
        end = None if length is None else start + timedelta(days=length)
        pauses = []
        for _n in range(draw(st.integers(0, 3))):
            p = start + timedelta(days=draw(st.integers(-3, 60)))
            pauses.append((p, p + timedelta(days=draw(st.integers(0, 30)))))
        outcome = draw(st.sampled_from(["issued", "rejected", "withdrawn"]))
        made.append((f"A{number:03d}", start, end, outcome, pauses))
    return made


def told(made):
    """The cases as application and stage rows."""
    applications = [
        {
            "office_code": OFFICE, "application_no": no, "permit_type": "SIUP",
            "submitted_at": at(start), "decision": outcome if end else None,
            "decided_at": at(end, 15) if end else pd.NaT,
        }
        for no, start, end, outcome, _pauses in made
    ]  # fmt: skip
    stages = [
        {
            "office_code": OFFICE, "application_no": no, "stage": "Dikembalikan", "run_no": i + 1,
            "started_at": at(p), "finished_at": at(q), "clock": "applicant", "desk": "applicant",
        }
        for no, _s, _e, _o, pauses in made
        for i, (p, q) in enumerate(pauses)
    ]  # fmt: skip
    return applications, stages


def by_walking(made, standard):
    """Net, gross and calendar days and the due day of each case, found day by day."""
    stamps = [d for _n, s, e, _o, p in made for d in (s, e, *(x for y in p for x in y)) if d]
    as_of = max(stamps)
    off = set(national_holidays(2024, 2027))
    found = {}
    for no, start, end, outcome, pauses in made:
        last = end or as_of
        net = gross = 0
        due = start if standard == 0 else None
        day = start
        while day < max(last, as_of) + timedelta(days=400):
            day += timedelta(days=1)
            if day.weekday() > 4 or day in off:
                continue
            inside = day <= last
            paused = any(p < day <= q for p, q in pauses) and inside
            gross += inside
            net += inside and not paused
            if due is None and not paused:
                clock = net if inside else None
                if clock is None:
                    # after its end or the as-of day a case is not paused any more
                    extra = busdays(last, day)
                    clock = net + extra
                if clock == standard:
                    due = day
            if not inside and due is not None:
                break
        found[no] = (start, end, outcome, net, gross, (last - start).days, due, as_of)
    return found


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.integers(0, 12))
def test_every_clock_and_the_on_time_rate_equal_walking_through_the_days(made, standard):
    applications, stages = told(made)
    rule = {
        "office_code": "32", "permit_type": "SIUP", "stage": "",
        "valid_from": date(2020, 1, 1), "working_days": standard,
    }  # fmt: skip
    snapshot = snapshot_of(applications, stages=stages, standards=[rule])
    walked = by_walking(made, standard)
    ended = [w for w in walked.values() if w[1]]
    for name, place in (
        ("processing_time", 3), ("processing_time_gross", 4), ("processing_time_calendar", 5),
    ):  # fmt: skip
        row = get(name).read(snapshot, EVERYTHING, Query()).first
        days = np.array([w[place] for w in ended], float)
        assert row["n"] == len(days)
        if len(days):
            assert row["median"] == pytest.approx(np.quantile(days, 0.5), abs=1e-9)
            assert row["p90"] == pytest.approx(np.quantile(days, 0.9), abs=1e-9)
            assert row["mean"] == pytest.approx(days.mean(), abs=1e-9)
    for _start, _end, _outcome, net, gross, calendar, _due, _as_of in walked.values():
        assert net <= gross <= calendar
    due = [
        w for w in walked.values()
        if w[6] <= w[7]
        and (w[6] < w[7] if not w[1] else not (w[2] == "withdrawn" and w[1] <= w[6]))
    ]  # fmt: skip
    met = [w for w in due if w[1] and w[2] != "withdrawn" and w[1] <= w[6]]
    row = get("on_time_rate").read(snapshot, EVERYTHING, Query()).first
    assert (row["numerator"], row["denominator"]) == (len(met), len(due))
    assert get("open_applications").read(snapshot, EVERYTHING, Query()).value == sum(
        1 for w in walked.values() if not w[1]
    )
    assert get("overdue_applications").read(snapshot, EVERYTHING, Query()).value == sum(
        1 for w in walked.values() if not w[1] and w[6] < w[7]
    )


@given(st.lists(st.integers(0, 60), min_size=1, max_size=80), st.floats(0, 1))
def test_quantiles_from_counts_equal_numpy(values, p):
    days, counts = np.unique(values, return_counts=True)
    assert quantiles(days, counts, [p])[0] == pytest.approx(np.quantile(values, p), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=2, max_size=80))
def test_survival_from_counts_equals_scipy_on_the_cases(rows):
    from scipy.stats import CensoredData, ecdf

    done = [d for d, ended in rows if ended]
    left = [d for d, ended in rows if not ended]
    days = np.unique([d for d, _ in rows])
    curve = kaplan_meier(
        days, np.array([done.count(d) for d in days]), np.array([left.count(d) for d in days])
    )
    if not done:
        assert len(curve.days) == 0
        return
    scipy_curve = ecdf(CensoredData(uncensored=done, right=left)).sf
    for day, share in zip(curve.days, curve.still_open, strict=True):
        assert share == pytest.approx(float(scipy_curve.evaluate(day)), abs=1e-9)


def test_the_standard_is_the_one_valid_on_the_day_the_clock_started():
    first, second = date(2025, 2, 3), date(2025, 7, 1)
    apps = [
        {
            "office_code": OFFICE, "application_no": str(i), "permit_type": "IMB",
            "submitted_at": at(day), "decision": "issued",
            "decided_at": at(day + timedelta(days=9)),
        }
        for i, day in enumerate([date(2025, 6, 30), second])
    ]  # fmt: skip
    apps.append(
        {"office_code": OFFICE, "application_no": "later", "permit_type": "HO",
         "submitted_at": at(date(2025, 8, 1))}
    )  # fmt: skip
    rules = [
        {"office_code": code, "permit_type": "IMB", "stage": "", "valid_from": day,
         "working_days": n}
        for code, day, n in (("32", first, 1), (OFFICE, first, 10), (OFFICE, second, 5))
    ]  # fmt: skip
    rows = (
        get("on_time_rate")
        .read(snapshot_of(apps, standards=rules), EVERYTHING, Query(by=("month",)))
        .rows
    )
    # 30 June + 10 working days is due in July, as is 1 July + 5
    assert rows[["numerator", "denominator"]].to_numpy().tolist() == [[1, 2]]


def test_without_a_standard_there_is_no_rate_and_it_says_so():
    app = {"office_code": OFFICE, "application_no": "1", "permit_type": "IMB",
           "submitted_at": at(DAY0), "decision": "issued", "decided_at": at(DAY0)}  # fmt: skip
    row = get("on_time_rate").read(snapshot_of([app]), EVERYTHING, Query()).first
    assert row["value"] is None
    assert "standar" in row["note"]


def test_complaints_due_are_judged_and_recent_ones_are_not():
    late = working_days(date(2025, 3, 3), date(2025, 3, 20))
    assert late > 10
    rows = [
        ("1", date(2025, 3, 3), date(2025, 3, 5)),
        ("2", date(2025, 3, 3), date(2025, 3, 20)),
        ("3", date(2025, 3, 4), None),
        ("4", date(2025, 5, 20), date(2025, 5, 21)),
    ]
    complaints = [
        {"office_code": OFFICE, "complaint_no": no, "received_at": at(day),
         "responded_at": at(answer) if answer else pd.NaT}
        for no, day, answer in rows
    ]  # fmt: skip
    snapshot = snapshot_of([], complaints=complaints)
    row = get("response_on_time").read(snapshot, EVERYTHING, Query()).first
    assert (row["numerator"], row["denominator"]) == (1, 3)


def test_money_is_exact_to_the_sen():
    payments = [
        {"office_code": OFFICE, "receipt_no": str(i), "billed_amount": billed,
         "billed_at": at(DAY0), "paid_amount": paid,
         "paid_at": at(DAY0 + timedelta(days=2)) if paid else pd.NaT, "method": method}
        for i, (billed, paid, method) in enumerate(
            [(100000.10, 100000.10, "bank"), (200000.20, None, None), (0.30, 0.30, "cash")]
        )
    ]  # fmt: skip
    snapshot = snapshot_of([], payments=payments)

    def value(name):
        return get(name).read(snapshot, EVERYTHING, Query()).value

    assert value("billed") == 300000.60
    assert value("paid") == 100000.40
    assert value("bank_share") == 0.5
    assert value("collection_rate") == pytest.approx(100000.40 / 300000.60)


def test_an_office_that_reported_nothing_has_no_figure_rather_than_zero():
    snapshot = snapshot_of([])
    rows = get("permits_issued").read(snapshot, EVERYTHING, Query(by=("office",))).rows
    assert rows["office"].tolist() == [OFFICE]
    assert rows["value"].isna().all()
    assert get("permits_issued").read(snapshot, EVERYTHING, Query()).value is None


def test_as_of_another_day_only_what_was_known_then_counts(sample_store, monev):
    def value(*more):
        done = monev(
            "indicator", "permits_issued", *more, "--store", sample_store, "--format", "json"
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["rows"][0]["value"]

    assert value("--as-of", "2023-06-30") == value("--to", "2023-06") > 0


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5), min_size=1,
                max_size=30))  # fmt: skip
def test_stage_and_waiting_days_equal_numpy_and_add_up_to_the_gross_days(gaps):
    """Each case: stages one after another, each waiting then running some calendar days."""
    applications, stages, runs, waits, first = [], [], {}, {}, 0
    for number, steps in enumerate(gaps):
        start = day = DAY0 + timedelta(days=3 * number)
        for place, (wait, run) in enumerate(steps):
            begun = day + timedelta(days=wait)
            ended = begun + timedelta(days=run)
            name = f"Tahap {place}"
            runs.setdefault(name, []).append(busdays(begun, ended))
            if place:
                waits.setdefault(name, []).append(busdays(day, begun))
            else:  # the time before the first stage is nobody's wait between two
                first += busdays(day, begun)
            stages.append(
                {"office_code": OFFICE, "application_no": str(number), "stage": name, "run_no": 1,
                 "started_at": at(begun, 9), "finished_at": at(ended, 10), "seq": place}
            )  # fmt: skip
            day = ended
        applications.append(
            {"office_code": OFFICE, "application_no": str(number), "permit_type": "SIUP",
             "submitted_at": at(start, 8), "decision": "issued", "decided_at": at(day, 16)}
        )  # fmt: skip
    snapshot = snapshot_of(applications, stages=stages)
    for name, expected in (("stage_time", runs), ("waiting_time", waits)):
        rows = get(name).read(snapshot, EVERYTHING, Query(by=("stage",))).rows
        assert set(rows["stage"]) == set(expected)
        for row in rows.to_dict("records"):
            days = np.array(expected[row["stage"]], float)
            assert row["n"] == len(days)
            assert row["median"] == pytest.approx(np.quantile(days, 0.5), abs=1e-9)
            assert row["p90"] == pytest.approx(np.quantile(days, 0.9), abs=1e-9)
            assert row["mean"] == pytest.approx(days.mean(), abs=1e-9)
    gross = get("processing_time_gross").read(snapshot, EVERYTHING, Query()).first
    together = first + sum(sum(v) for v in (*runs.values(), *waits.values()))
    assert gross["mean"] * gross["n"] == pytest.approx(together)


def test_nothing_is_known_to_be_overdue_where_there_is_no_standard():
    app = {"office_code": OFFICE, "application_no": "1", "permit_type": "IMB",
           "submitted_at": at(DAY0)}  # fmt: skip
    snapshot = snapshot_of([app])
    assert get("open_applications").read(snapshot, EVERYTHING, Query()).value == 1
    for by in ((), ("office",)):
        row = get("overdue_applications").read(snapshot, EVERYTHING, Query(by=by)).first
        assert row["value"] is None
        assert "standar" in row["note"]
