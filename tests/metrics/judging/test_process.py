"""The month of change held against made series whose change is known (indicators.md §13)."""

import numpy as np
import pytest

from etl.periods import months_between
from metrics.judging.process import process

MONTHS = months_between(202401, 202512)


@pytest.mark.parametrize(("size", "least", "given"), [(2, 0.80, 0.34), (3, 0.93, 0.64)])
def test_since_is_the_month_of_the_step_give_or_take_one(size, least, given):
    rng = np.random.default_rng(2026)
    right = said = 0
    for _ in range(2000):
        step = int(rng.integers(7, 19))
        values = rng.normal(size=24) + size * (np.arange(24) >= step - 1)
        judged = process(MONTHS, values.tolist())
        if judged.since:
            said += 1
            found = MONTHS.index(int(judged.since.replace("-", ""))) + 1
            right += abs(found - step) <= 1
    assert right / said >= least
    assert abs(said / 2000 - given) < 0.05


def test_a_fall_that_is_over_is_no_news():
    values = [0.9, 0.7] * 4 + [0.1] + [0.9, 0.7] * 7 + [0.9]
    judged = process(MONTHS, values)
    assert judged.chart.signals[8] == "outside"
    assert judged.moved == 0
    assert judged.since == ""
    assert not judged.current.any()


def test_the_last_reported_month_decides_and_gaps_are_no_points():
    values = [0.9, 0.91] * 8 + [0.5, None, 0.5, 0.48, 0.5, 0.49, None, None]
    judged = process(MONTHS, values)
    assert judged.points == 21
    assert judged.moved == -1
    assert judged.since == "2025-05"
    assert MONTHS[int(np.flatnonzero(judged.current)[-1])] == 202510


def test_fewer_than_twelve_points_say_how_many_are_missing():
    judged = process(MONTHS, [None] * 14 + [0.9] * 9 + [0.1])
    assert judged.chart.missing == 2
    assert judged.moved == 0


def test_after_a_marked_change_only_the_months_since_then_count():
    values = [0.6, 0.62] * 6 + [0.9, 0.91] * 6
    assert process(MONTHS, values).moved == 1
    restarted = process(MONTHS, values, [202501])
    assert restarted.moved == 0
    assert restarted.segment == 12
