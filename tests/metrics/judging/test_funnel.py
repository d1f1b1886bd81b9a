import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from metrics.judging.funnel import (
    Funnel,
    binomial_limits,
    dispersion,
    drawn_limits,
    mean_funnel,
    normal_limits,
    over_dispersed,
    pooled_deviation,
    rate_funnel,
    winsorised,
)


@pytest.mark.parametrize("coverage", [0.95, 0.998])
@pytest.mark.parametrize("rate", [0.05, 0.5, 0.841, 0.99])
def test_limits_are_the_counts_that_scipy_gives(rate, coverage):
    n = np.array([20, 57, 400, 5052])
    low, high = binomial_limits(rate, n, coverage)
    tail = (1 - coverage) / 2
    for i, size in enumerate(n):
        frozen = stats.binom(size, rate)
        assert low[i] * size == pytest.approx(frozen.ppf(tail), abs=1e-9)
        assert high[i] * size == pytest.approx(frozen.ppf(1 - tail), abs=1e-9)


@given(st.integers(1, 3000), st.floats(0.02, 0.98), st.sampled_from([0.95, 0.998]))
def test_outside_is_rarer_than_its_tail(n, rate, coverage):
    low, high = binomial_limits(rate, [n], coverage)
    below, above = round(low[0] * n), round(high[0] * n)
    tail = (1 - coverage) / 2
    assert stats.binom.cdf(below - 1, n, rate) < tail + 1e-12
    assert stats.binom.sf(above, n, rate) <= tail + 1e-12
    assert stats.binom.cdf(below, n, rate) >= tail - 1e-12


@given(st.integers(20, 3000), st.floats(0.02, 0.98), st.sampled_from([0.95, 0.998]))
def test_the_drawn_line_lies_within_a_case_of_the_limit(n, rate, coverage):
    for drawn, exact in zip(
        drawn_limits(rate, [n], coverage), binomial_limits(rate, [n], coverage), strict=True
    ):
        assert -1e-9 <= (exact[0] - drawn[0]) * n <= 1 + 1e-9


def test_no_cases_no_limits():
    low, high = binomial_limits(0.8, [0, 20], 0.95)
    assert np.isnan(low[0])
    assert np.isnan(high[0])
    assert np.isfinite(low[1])


def test_winsorising_pulls_in_one_tenth_at_each_end():
    # by hand: of 0..10 the 10 % and 90 % quantiles are 1 and 9
    assert winsorised(np.arange(11)).tolist() == [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9]
    # mean of their squares, by hand: 2*1 + 4+9+16+25+36+49+64 + 2*81 = 367
    assert dispersion(np.arange(11)) == pytest.approx(367 / 11)


def test_one_wild_office_does_not_inflate_the_funnel():
    n = np.full(27, 1000)
    rng = np.random.default_rng(5)
    done = rng.binomial(n, 0.84)
    done[3] = 600
    funnel = rate_funnel(done, n)
    assert not funnel.inflated
    assert funnel.side(done / n, n)[3] == -1
    assert np.count_nonzero(funnel.side(done / n, n)) == 1


def test_spread_beyond_chance_widens_the_limits_by_the_root_of_phi():
    n = np.full(40, 2000)
    done = np.round(n * np.linspace(0.7, 0.9, 40))
    funnel = rate_funnel(done, n)
    assert funnel.inflated
    z = (done / n - 0.8) / np.sqrt(0.8 * 0.2 / n)
    clipped = np.clip(z, *np.quantile(z, [0.1, 0.9]))
    phi = np.mean(clipped**2)
    assert funnel.phi == pytest.approx(phi)
    low, high = funnel.limits([2000], 0.95)
    half = stats.norm.ppf(0.975) * np.sqrt(phi * 0.16 / 2000)
    assert high[0] == pytest.approx(0.8 + half)
    assert low[0] == pytest.approx(0.8 - half)


def test_phi_of_chance_alone_seldom_counts_as_over_dispersion():
    rng = np.random.default_rng(1)
    n = rng.integers(200, 5000, 27)
    found = [rate_funnel(rng.binomial(n, 0.8), n).inflated for _ in range(400)]
    assert np.mean(found) < 0.05
    assert not over_dispersed(float("nan"), 27)


def test_limits_of_a_share_stay_within_0_and_1():
    funnel = Funnel(0.99, np.sqrt(0.99 * 0.01), 4.0, inflated=True, exact=True)
    assert funnel.limits([25], 0.998)[1][0] == 1


def test_pooled_deviation_by_hand():
    # (9*2^2 + 19*3^2) / (9 + 19) = 207 / 28
    assert pooled_deviation([2, 3], [10, 20]) == pytest.approx(np.sqrt(207 / 28))
    assert np.isnan(pooled_deviation([0.0], [1]))


def test_ikm_funnel_uses_respondents_deviation_over_root_n():
    mean, sd, n = np.array([80.0, 84.0, 90.0]), np.array([10.0, 12.0, 11.0]), [100, 150, 50]
    funnel = mean_funnel(mean, sd, n)
    assert funnel.centre == pytest.approx((80 * 100 + 84 * 150 + 90 * 50) / 300)
    assert not funnel.exact
    low, high = normal_limits(funnel.centre, funnel.deviation, [100], 0.95)
    assert high[0] - low[0] == pytest.approx(2 * 1.959964 * funnel.deviation / 10, rel=1e-6)


def test_everyone_at_100_percent_is_no_error_and_no_outlier():
    funnel = rate_funnel([50, 60], [50, 60])
    assert funnel.centre == 1
    assert funnel.side([1.0, 1.0], [50, 60]).tolist() == [0, 0]


def test_an_absent_value_is_never_an_outlier():
    funnel = rate_funnel([80, 800, 84], [100, 1000, 100])
    assert funnel.side([np.nan], [0]).tolist() == [0]
