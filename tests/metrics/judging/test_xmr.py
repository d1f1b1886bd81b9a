import numpy as np
import pytest

from metrics.judging.xmr import natural_limits, xmr

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 "Individuals Control Charts":
# ten flow rates with mean 50.81 and mean moving range 16.9 / 9 = 1.8778; the handbook's
# limits with 3 / 1.128 are 55.8041 and 45.8159; with the rounded 2.66 they move by 0.001.
NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
STEADY = [10, 12, 11, 9, 10, 12, 8, 11, 9, 10, 12, 10.0]


def test_limits_of_the_nist_worked_example():
    mean, low, high = natural_limits(NIST)
    assert mean == pytest.approx(50.81)
    assert high == pytest.approx(50.81 + 2.66 * 16.9 / 9, abs=1e-12)
    assert low == pytest.approx(50.81 - 2.66 * 16.9 / 9, abs=1e-12)
    assert (high, low) == pytest.approx((55.8041, 45.8159), abs=0.002)


def test_a_range_over_3267_times_their_mean_is_left_out_of_the_limits():
    # Data of NHSRplotthedots' page on deviations: the mean of all 18 points stays 35 / 18; of
    # 17 ranges 15 are 1, one is 8 and one 9; mean 32 / 17 = 1.882, 3.267 x that = 6.15, so 8
    # and 9 go and the mean range is 1.
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    mean, low, high = natural_limits(values)
    assert mean == pytest.approx(35 / 18)
    assert high - mean == pytest.approx(2.66)
    assert mean - low == pytest.approx(2.66)
    chart = xmr(values)
    assert [i for i, s in enumerate(chart.signals) if s == "outside"] == [4]


def test_fewer_than_twelve_points_say_how_many_are_missing():
    chart = xmr(STEADY[:9])
    assert chart.missing == 3
    assert np.isnan(chart.low).all()
    assert set(chart.signals) == {""}
    assert chart.variation("up") == "unknown"
    assert chart.assurance(10, "up") == "unknown"


def test_a_steady_process_has_no_signal():
    chart = xmr(STEADY)
    assert chart.missing == 0
    assert set(chart.signals) == {""}
    assert chart.variation("up") == "common"


def test_seven_on_one_side_signal_and_six_do_not():
    # mean of the 14 points below is 10.5; ranges 1,1,1,... keep the limits far out
    low, high = [9, 10, 9, 10, 9, 10, 9], [11, 12, 11, 12, 11, 12, 11]
    chart = xmr(low + high)
    assert chart.signals == ("shift",) * 14
    assert chart.direction.tolist() == [-1] * 7 + [1] * 7
    six = xmr([9, 10, 9, 10, 9, 10, 12, 11, 12, 11, 12, 11.0])
    assert "shift" not in six.signals


def test_a_point_on_the_mean_breaks_a_run():
    values = [9, 9, 11, 9, 11, 9, 11, 11, 11, 10, 11, 11, 11, 9, 9, 9, 9.0]
    assert np.mean(values) == pytest.approx(10)
    assert "shift" not in xmr(values).signals


def test_seven_rising_points_are_a_trend_and_six_are_not():
    base = [10, 13, 9, 12, 8, 13, 9, 12, 10, 11]
    rising = xmr([*base, 7, 8, 9.5, 10.5, 11.5, 12.5, 13.5])
    assert rising.signals[-7:] == ("trend",) * 7
    assert rising.variation("up") == "improving"
    assert rising.variation("down") == "worsening"
    assert rising.variation(None) == "changed"
    six = xmr([*base, 12, 8, 9.5, 10.5, 11.5, 12.5, 13.5])
    assert "trend" not in six.signals[-6:]


def test_two_of_three_beyond_two_thirds_of_the_way():
    # By hand: mean 246.6 / 23 = 10.722; ranges 19 of 1 and 3 of 1.8, mean 24.4 / 22 = 1.109;
    # half width 2.66 x 1.109 = 2.950, so two thirds of the way up is 12.689, the limit 13.672.
    values = [10, 11] * 10 + [12.8, 11, 12.8]
    mean, low, high = natural_limits(values)
    assert (mean, high) == pytest.approx((10.7217, 13.6720), abs=1e-4)
    assert low == pytest.approx(7.7715, abs=1e-4)
    chart = xmr(values)
    assert chart.signals[20] == chart.signals[22] == "two_of_three"
    assert set(chart.signals[:20]) | {chart.signals[21]} == {""}
    assert set(xmr([10, 11] * 10 + [12.8, 11, 11]).signals) == {""}


def test_limits_restart_only_at_a_mark():
    values = STEADY + [v + 20 for v in STEADY]
    whole = xmr(values)
    assert np.unique(whole.mean).size == 1
    marked = xmr(values, restarts=[12])
    assert marked.mean[0] == pytest.approx(np.mean(STEADY))
    assert marked.mean[-1] == pytest.approx(np.mean(STEADY) + 20)
    assert set(marked.signals) == {""}


def test_a_young_segment_keeps_no_limits_and_says_so():
    chart = xmr([*STEADY, 30, 31, 29], restarts=[12])
    assert chart.missing == 9
    assert np.isfinite(chart.low[0])
    assert np.isnan(chart.low[-1])


def test_absent_months_are_absent_and_not_zero():
    values = np.array([*STEADY[:6], np.nan, np.nan, *STEADY[6:]])
    chart = xmr(values)
    assert chart.mean[0] == pytest.approx(np.mean(STEADY))
    assert chart.low[0] == pytest.approx(natural_limits(STEADY)[1])
    assert chart.signals[6] == chart.signals[7] == ""


@pytest.mark.parametrize(
    ("target", "better", "word"),
    [
        (4.0, "up", "always"),
        (20.0, "up", "never"),
        (10.0, "up", "sometimes"),
        (20.0, "down", "always"),
        (4.0, "down", "never"),
        (10.0, "down", "sometimes"),
        (None, "up", "unknown"),
    ],
)
def test_assurance_against_the_target(target, better, word):
    chart = xmr(STEADY)
    assert chart.low[0] > 4
    assert chart.high[0] < 20
    assert chart.assurance(target, better) == word


def test_a_constant_process_is_no_error():
    chart = xmr([5.0] * 12)
    assert chart.low[0] == chart.high[0] == 5
    assert set(chart.signals) == {""}
