import numpy as np
import pytest

from metrics.judging.ranks import RESAMPLES, mean_draws, rank_seed, ranks, rate_draws


def test_far_apart_offices_have_certain_ranks():
    done, n = np.array([900, 500, 100]), np.array([1000, 1000, 1000])
    got = ranks(done / n, rate_draws(done, n, 1), "up")
    assert got.rank.tolist() == [1, 2, 3]
    assert got.low.tolist() == got.high.tolist() == [1, 2, 3]
    assert got.overlaps.tolist() == [0, 0, 0]


def test_like_offices_overlap():
    done, n = np.array([84, 85, 86, 10]), np.array([100, 100, 100, 1000])
    got = ranks(done / n, rate_draws(done, n, 1), "up")
    assert got.overlaps.tolist() == [2, 2, 2, 0]
    assert got.low[0] == 1
    assert got.high[0] == 3


def test_lower_may_be_better():
    done, n = np.array([900, 500, 100]), np.array([1000, 1000, 1000])
    assert ranks(done / n, rate_draws(done, n, 1), "down").rank.tolist() == [3, 2, 1]


def test_an_office_without_a_figure_has_no_rank_and_takes_none():
    value = np.array([0.9, np.nan, 0.1])
    draws = rate_draws([900, 1, 100], [1000, 1, 1000], 1)
    got = ranks(value, draws, "up")
    assert got.rank[[0, 2]].tolist() == [1, 2]
    assert np.isnan(got.rank[1])
    assert np.isnan(got.low[1])


def test_the_same_version_draws_the_same_ranks():
    first = rate_draws([5, 9], [10, 10], rank_seed("2026.1"))
    again = rate_draws([5, 9], [10, 10], rank_seed("2026.1"))
    other = rate_draws([5, 9], [10, 10], rank_seed("2027.1"))
    assert first.shape == (RESAMPLES, 2)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_an_office_at_100_percent_is_uncertain_too():
    assert rate_draws([10], [10], 1).std() > 0.01


def test_means_are_drawn_with_their_standard_error():
    draws = mean_draws([80.0], [12.0], [144], 3)
    assert draws.mean() == pytest.approx(80, abs=0.1)
    assert draws.std() == pytest.approx(1, abs=0.06)


def test_nobody_to_rank():
    assert np.isnan(ranks([np.nan], np.zeros((5, 1)), "up").rank).all()
