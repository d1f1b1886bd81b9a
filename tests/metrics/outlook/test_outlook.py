"""Ranges of days to go: nothing known later has a say, they hold as often as they say, few is few.

The oracle of the curve is scipy's; what came is counted from the records themselves.
"""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from etl.calendar import working_days
from metrics.asking.query import Query, Scope
from metrics.counting.build import build
from metrics.outlook.backtest import backtest
from metrics.outlook.forecast import OpenCase, days_to_go, hit_rate_of, range_of_days, warm
from metrics.outlook.history import history
from metrics.outlook.open_cases import lateness
from metrics.outlook.peers import BANDS, month_number
from metrics.outlook.survival import ended_by, ranges, weights
from tests.metrics.built import OFFICE, _snapshot, snapshot_of, told

Row = dict[str, object]
EVERYTHING = Scope()
STAGES = ("berkas", "perbaikan", "lapangan", "tanda tangan")


def office_of(
    seed: int, months: int = 40, a_month: int = 25, slower_from: int | None = None, by: float = 2.0
) -> tuple[list[Row], list[Row]]:
    """Applications and stages of an office; from a month on everything takes `by` times as long."""
    draw = np.random.default_rng(seed)
    applications: list[Row] = []
    stages: list[Row] = []
    for number in range(months * a_month):
        begun = datetime(2021, 1, 4, 9) + timedelta(days=float(draw.uniform(0, months * 30.4)))
        month = int((begun - datetime(2021, 1, 1)).days / 30.4)
        pace = by if slower_from is not None and month >= slower_from else 1.0
        at, name = begun, f"B-{number:05d}"
        never = draw.random() < 0.03
        for seq, stage in enumerate(STAGES):
            if stage == "perbaikan" and draw.random() < 0.6:
                continue
            done = at + timedelta(days=float(draw.gamma(2.0, 4.0 * pace)))
            stages.append(
                {
                    "office_code": OFFICE, "application_no": name, "stage": stage, "run_no": 1,
                    "seq": seq, "started_at": at, "finished_at": None if never else done,
                    "clock": "applicant" if stage == "perbaikan" else "office",
                }
            )  # fmt: skip
            at = done
            if never:
                break
        complete = (
            begun + timedelta(days=float(draw.uniform(0, 3))) if draw.random() < 0.3 else None
        )
        applications.append(
            {
                "office_code": OFFICE, "application_no": name,
                "permit_type": str(draw.choice(["SIUP", "IMB"])), "submitted_at": begun,
                "complete_at": complete, "decision": None if never else "issued",
                "decided_at": None if never else max(at, complete or at),
            }
        )  # fmt: skip
    return applications, stages


def cut(rows: list[Row], day: date, required: str | None = None) -> list[Row]:
    """The records as they stood on the evening of `day`: what lies later is not there yet."""
    end = datetime.combine(day, datetime.max.time())
    kept = []
    for row in rows:
        if required and row[required] > end:  # type: ignore[operator]
            continue
        row = {k: None if isinstance(v, datetime) and v > end else v for k, v in row.items()}
        if "decided_at" in row and row["decided_at"] is None:
            row["decision"] = None
        kept.append(row)
    return kept


@pytest.fixture(scope="module")
def steady():
    applications, stages = office_of(1)
    return applications, stages, snapshot_of(applications, stages=stages)


@pytest.mark.parametrize("day", [date(2022, 8, 31), date(2023, 5, 31)])
def test_a_store_cut_at_the_day_gives_the_same_ranges(steady, day):
    applications, stages, whole = steady
    facts = told(
        cut(applications, day, "submitted_at"), 5, (),
        {"stages": cut(stages, day, "started_at")},
    )  # fmt: skip
    counted = build(facts, None, day)
    then = _snapshot(counted.tables, counted.places)
    now = int(month_number(day.year * 100 + day.month))
    for calendar in (False, True):
        late, early = history(whole, calendar), history(then, calendar)
        m = late.month(now)
        low, high = late.laid(m.said, now)
        said = {}
        names = [{v: k for k, v in d.items()} for d in (late.peers.types, late.peers.stages)]
        cells = m.said.cells
        for i in range(len(low)):
            key = (names[0][cells.type[i]], names[1][cells.stage[i]], int(cells.band[i]))
            said[key] = (int(low[i]), int(high[i]), int(m.said.count[i]), bool(m.said.told[i]))
        e = early.month(now)
        low, high = early.laid(e.said, now)
        names = [{v: k for k, v in d.items()} for d in (early.peers.types, early.peers.stages)]
        cells = e.said.cells
        known = {
            (names[0][cells.type[i]], names[1][cells.stage[i]], int(cells.band[i])):
            (int(low[i]), int(high[i]), int(e.said.count[i]), bool(e.said.told[i]))
            for i in range(len(low))
        }  # fmt: skip
        assert known == said
        assert sum(told for *_r, told in said.values()) >= 5


def test_the_counts_are_those_of_the_records(steady):
    applications, stages, whole = steady
    day = date(2022, 6, 30)
    open_then = [
        a for a in applications
        if a["submitted_at"].date() <= day
        and (a["decided_at"] is None or a["decided_at"].date() > day)
    ]  # fmt: skip
    rows = whole.sql("SELECT * FROM remaining WHERE month = 202206", (), ("remaining",))
    assert rows["n"].sum() == len(open_then)
    took = sorted((a["decided_at"].date() - day).days for a in open_then if a["decided_at"])
    counted = rows[rows["end_month"].notna()]
    assert sorted(counted["calendar"].repeat(counted["n"])) == took
    last = {}
    for s in sorted(stages, key=lambda s: (s["started_at"], s["seq"])):
        if s["started_at"].date() <= day:
            last[s["application_no"]] = s["stage"]
    for stage in STAGES:
        assert rows[rows["stage"] == stage]["n"].sum() == sum(
            last.get(a["application_no"]) == stage for a in open_then
        )
    paused = {
        s["application_no"] for s in stages if s["stage"] == "perbaikan"
    }  # the others' net days are plain working days
    plain = sorted(
        working_days(day, a["decided_at"].date())
        for a in open_then
        if a["decided_at"] and a["application_no"] not in paused
    )
    nets = sorted(counted["net"].repeat(counted["n"]))
    for value in set(plain):
        assert nets.count(value) >= plain.count(value) or value in nets


def test_the_ranges_hold_as_often_as_they_say(steady):
    whole = steady[2]
    found = backtest(whole, EVERYTHING, 202207, 202403)
    assert found.answered >= 200
    assert 0.75 <= found.coverage <= 0.85
    rate = hit_rate_of(whole, OFFICE)
    assert rate.months == 12
    assert 0.70 <= rate.rate <= 0.90


@pytest.mark.parametrize("by", [2.0, 0.5])
def test_six_months_after_a_change_of_pace_the_ranges_hold_again(by):
    hits = []
    for seed in (3, 4):
        applications, stages = office_of(seed, months=48, a_month=80, slower_from=30, by=by)
        whole = snapshot_of(applications, stages=stages)
        hits.append(backtest(whole, EVERYTHING, 202401, 202409))
    share = sum(h.coverage * h.answered for h in hits) / sum(h.answered for h in hits)
    assert 0.75 <= share <= 0.85


def test_too_few_alike_get_no_range():
    applications, stages = office_of(5, months=6, a_month=3)
    whole = snapshot_of(applications, stages=stages)
    answer = range_of_days(whole, OFFICE, "SIUP", "lapangan", 4)
    assert (answer.low, answer.high, answer.start, answer.why) == (None, None, None, "few")
    nowhere = range_of_days(whole, "32.99", "SIUP", "lapangan", 4)
    assert nowhere.low is None
    assert nowhere.why == "few"


def test_what_is_readied_is_not_worked_out_again(steady):
    """After `warm` a question finds every month and pace that it needs."""
    applications, stages, _whole = steady
    snapshot = snapshot_of(applications, stages=stages)
    warm(snapshot)
    told = history(snapshot)
    months, paces = set(told._months), dict(told._paces)
    days_to_go(snapshot, [OpenCase(OFFICE, "SIUP", "berkas", 4, 3)])
    hit_rate_of(snapshot, OFFICE)
    assert paces
    assert set(told._months) == months
    assert told._paces == paces


def test_lateness_is_read_off_the_days_left(steady):
    whole = steady[2]
    some = [OpenCase(OFFICE, "IMB", "lapangan", 8, left) for left in (-1, 0, 5, 15, 200)]
    shares = [a.late_likely for a in days_to_go(whole, some)]
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.1
    assert (
        lateness(whole, EVERYTHING, Query(office=OFFICE)).cases == 0
    )  # no standard, nothing to be late for


def test_a_curve_is_scipys():
    draw = np.random.default_rng(0)
    day, ended = draw.integers(0, 30, 200), draw.random(200) < 0.7
    mine = ended_by(1, np.zeros(200, int), day, ended, np.ones(200))[0]
    theirs = ecdf(CensoredData(uncensored=day[ended], right=day[~ended])).cdf
    assert np.allclose(mine[theirs.quantiles.astype(int)], theirs.probabilities)
    jumps = weights(day, ended, np.ones(200))
    upto = np.array([jumps[day <= d].sum() for d in range(30)])
    assert np.allclose(upto * mine.max(), mine[:30])


def test_a_range_takes_the_days_nearest_to_four_fifths():
    shares = np.cumsum([[0.05, 0.1, 0.25, 0.3, 0.15, 0.1, 0.05]], axis=1)
    low, high = ranges(shares)
    inside = shares[0, high[0]] - (shares[0, low[0] - 1] if low[0] else 0)
    assert inside == pytest.approx(0.8)
    assert len(BANDS) == 5
