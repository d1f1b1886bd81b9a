"""An action's effect: the figure before and after, with intervals checked against scipy by hand."""

from datetime import date

import numpy as np
import pytest
from scipy import stats

from etl.periods import add_months, months_between
from etl.store.follow_ups import Action
from metrics.asking.query import EVERYTHING
from metrics.judging import effects
from metrics.judging.effects import effect_of, progress
from tests.metrics.judging.made_figure import NAME, given, snapshot

DONE = Action(
    1, NAME, "32.01", "loket", "B", date(2025, 1, 31), date(2025, 1, 5), "done",
    finished=date(2025, 1, 20),
)  # fmt: skip
MONTHS = months_between(202401, 202512)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(effects, "last_whole_month", lambda _snapshot: 202512)
    return snapshot(tmp_path)


def made(values, **how):
    given({m: (v, 50) for m, v in zip(MONTHS, values, strict=True)}, **how)


def test_days_are_compared_by_welch_over_the_months_on_either_side(store):
    rng = np.random.default_rng(5)
    values = [*rng.normal(9, 1, 12), 99.0, *rng.normal(6, 1, 11)]
    made(values, shape="days", better="down")
    found = effect_of(store, EVERYTHING, DONE)
    test = stats.ttest_ind(values[13:], values[:12], equal_var=False)
    span = test.confidence_interval()
    assert found.before == pytest.approx(np.mean(values[:12]))
    assert found.after == pytest.approx(np.mean(values[13:]))  # the month it was done in neither
    assert (found.low, found.high) == (pytest.approx(span.low), pytest.approx(span.high))
    assert found.direction == "better"
    assert (found.before_months[0], found.after_months[0]) == (202401, 202502)
    assert len(found.before_months) == 12
    assert len(found.after_months) == 11


def test_noise_is_given_no_word(store):
    made([8, 9] * 12, shape="days", better="down")
    found = effect_of(store, EVERYTHING, DONE)
    assert found.low < 0 < found.high
    assert found.direction == ""
    assert not found.clear


def test_a_figure_that_worsens_says_so(store):
    made([6, 7] * 6 + [0] + [12, 13] * 5 + [12], shape="days", better="down")
    assert effect_of(store, EVERYTHING, DONE).direction == "worse"


def test_too_few_months_on_a_side_give_no_figure(store):
    made([None] * 10 + [5, 6] + [5] * 12, shape="days", better="down")
    found = effect_of(store, EVERYTHING, DONE)
    assert found.change is None
    assert found.lacks == "belum cukup data: 2 bulan sebelum dan 11 bulan sesudahnya"


def test_one_that_is_not_done_or_was_done_this_month_has_none_yet(store):
    made([5] * 24, shape="days", better="down")
    running = Action(**(vars(DONE) | {"state": "running", "finished": None}))
    assert effect_of(store, EVERYTHING, running).lacks == "pengaruhnya dihitung sesudah selesai"
    fresh = Action(**(vars(DONE) | {"finished": date(2025, 12, 3)}))
    assert "belum ada bulan utuh" in effect_of(store, EVERYTHING, fresh).lacks


def test_at_most_a_year_on_either_side_is_looked_at(store):
    made([5, 6] * 12, shape="days", better="down")
    late = Action(**(vars(DONE) | {"starts": date(2025, 6, 1), "finished": date(2025, 6, 30)}))
    found = effect_of(store, EVERYTHING, late)
    assert found.before_months[0] == add_months(202506, -12)


def test_a_plan_s_share_done_and_months_to_done():
    def action(number, state, finished=None):
        return Action(
            number, "ikm", "32.01", "x", "y", date(2025, 3, 1), date(2025, 1, 1), state,
            finished=finished,
        )  # fmt: skip

    kept = [
        action(1, "done", date(2025, 4, 2)), action(2, "planned"), action(3, "dropped"),
        action(4, "done", date(2025, 3, 2)),
    ]  # fmt: skip
    found = progress(kept, date(2025, 5, 1))
    assert (found.total, found.done, found.overdue) == (3, 2, 1)
    assert found.share == pytest.approx(2 / 3)
    assert found.months == pytest.approx((91 + 60) / 2 / 30.4375)
    nothing = progress([], date(2025, 5, 1))
    assert (nothing.share, nothing.months) == (None, None)
