"""Few cases: a steady process is not called changed, a changed one still is."""

import numpy as np
import pytest
from scipy import stats

from metrics.judging.chance import certain, hypergeometric
from metrics.judging.xmr import xmr
from tests.benchmarks.false_alarms import last_flagged

STATED = 0.02  # the last point of a steady chart is flagged in 1.9 of 100 (docs/comparison.md)
SERIES = 600


@pytest.mark.parametrize(
    ("x", "n", "good", "every"), [(3, 10, 20, 50), (0, 5, 2, 9), (7, 7, 40, 60)]
)
def test_the_tails_are_scipys(x, n, good, every):
    low, high = hypergeometric(x, n, good, every)
    assert low == pytest.approx(stats.hypergeom.cdf(x, every, good, n))
    assert high == pytest.approx(stats.hypergeom.sf(x - 1, every, good, n))


@pytest.mark.parametrize("mean", [0.3, 1, 3])
def test_a_steady_count_of_few_cases_is_seldom_called_changed(mean):
    rng = np.random.default_rng(7)
    alone, kept = last_flagged(rng.poisson(mean, (SERIES, 24)).astype(float))
    assert kept <= STATED < alone


@pytest.mark.parametrize("share", [0.95, 0.98])
def test_a_steady_share_of_few_misses_is_seldom_called_changed(share):
    rng, size = np.random.default_rng(8), (SERIES, 24)
    n = np.full(size, 20.0)
    alone, kept = last_flagged(rng.binomial(20, share, size).astype(float), n)
    assert kept <= STATED < alone


def test_a_real_change_of_few_cases_is_still_told():
    rng = np.random.default_rng(9)
    rose = rng.poisson(1, (200, 24)).astype(float)
    rose[:, -6:] = rng.poisson(5, (200, 6))
    alone, kept = last_flagged(rose)
    assert kept > 0.8 * alone > 0.4


def test_a_chart_of_many_cases_is_left_as_it_is():
    values = np.array([50.0, 52, 47, 51] * 5 + [80, 82, 79, 81])
    chart = xmr(values)
    assert any(chart.signals)
    assert certain(chart, values) is chart


def test_limits_that_closed_in_on_a_single_case_mark_nothing():
    values = np.array([0.0] * 10 + [1] + [0] * 11 + [1, 0])
    before, after = xmr(values), certain(xmr(values), values)
    assert all(before.signals)
    assert not any(after.signals)
    assert not after.direction.any()


def test_what_chance_does_not_explain_stays_beside_it():
    values = np.array([0.0] * 10 + [1] + [0] * 9 + [6, 7, 5, 8])
    after = certain(xmr(values), values)
    assert all(after.signals[-4:])
    assert set(after.direction[-4:]) == {1}
