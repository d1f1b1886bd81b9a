import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from metrics.judging.fair import moves, peers, standardised, wilson


@given(st.integers(1, 5000), st.floats(0, 1))
def test_wilson_is_scipys(n, share):
    k = round(n * share)
    oracle = stats.binomtest(k, n).proportion_ci(method="wilson")
    low, high = wilson([k], [n])
    assert low[0] == pytest.approx(oracle.low, abs=1e-9)
    assert high[0] == pytest.approx(oracle.high, abs=1e-9)


def test_no_cases_no_interval():
    assert np.isnan(wilson([0], [0])).all()


def test_standardised_by_hand():
    # types: easy 150/200 = .75, hard 60/200 = .30; province 210/400 = .525
    done, n = [[90, 20], [60, 40]], [[120, 80], [80, 120]]
    got = standardised(done, n)
    assert got.expected.tolist() == pytest.approx([120 * 0.75 + 80 * 0.3, 80 * 0.75 + 120 * 0.3])
    assert got.observed.tolist() == [110, 100]
    assert got.ratio[0] == pytest.approx(110 / 114)
    assert got.value[0] == pytest.approx(0.525 * 110 / 114)
    assert got.low[0] < got.value[0] < got.high[0]


def test_a_hard_mix_is_not_held_against_an_office():
    # both offices do as well type by type; only the mix differs
    n = np.array([[900, 100], [100, 900]])
    got = standardised(n * np.array([0.9, 0.5]), n)
    assert got.ratio == pytest.approx([1, 1])
    assert got.value[0] == pytest.approx(got.value[1])


def test_an_office_without_cases_has_no_standardised_figure():
    got = standardised([[5, 5], [0, 0]], [[10, 10], [0, 0]])
    assert np.isnan(got.value[1])
    assert got.value[0] == pytest.approx(0.5)


def test_newcombes_published_example():
    # Newcombe 1998, table II, contrast (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339
    move = moves([48], [80], [56], [70])
    assert move.change[0] == pytest.approx(0.2)
    assert move.low[0] == pytest.approx(0.0524, abs=5e-5)
    assert move.high[0] == pytest.approx(0.3339, abs=5e-5)
    assert move.certain[0]


def test_too_few_cases_are_no_move():
    move = moves([1, 0], [19, 0], [300, 300], [400, 400])
    assert np.isnan(move.change).all()
    assert not move.certain.any()


def test_peers_are_near_in_volume_and_never_the_silent():
    volume = [100, 1000, 90, 110, np.nan, 0, 5000]
    assert peers(volume, 0, 2).tolist() == [3, 2]
    assert peers(volume, 4).tolist() == []
    assert 4 not in peers(volume, 1)
    assert 5 not in peers(volume, 1)
