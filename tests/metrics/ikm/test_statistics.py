import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from metrics.ikm.statistics import difference, krejcie_morgan, moments, respondent_moments
from metrics.ikm.views import validity
from tests.metrics.survey_frames import pairs_of, people, persons_of, slugs

SAMPLES = {
    10: 10, 15: 14, 20: 19, 25: 24, 30: 28, 35: 32, 40: 36, 45: 40, 50: 44, 55: 48, 60: 52,
    220: 140, 230: 144, 240: 148, 250: 152, 260: 155, 270: 159, 280: 162, 290: 165, 300: 169,
    320: 175, 340: 181, 1000: 278, 1200: 291, 1300: 297, 1400: 302, 1500: 306, 1600: 310,
    1700: 313, 1800: 317, 1900: 320, 2000: 322, 2200: 327,
}  # fmt: skip

answers = st.lists(
    st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=9, max_size=9),
    min_size=3,
    max_size=40,
)


@pytest.mark.parametrize(("population", "sample"), SAMPLES.items())
def test_krejcie_morgan_matches_the_printed_table(population, sample):
    assert krejcie_morgan(population) == sample


def test_no_population_needs_no_sample():
    assert krejcie_morgan(0) == 0


@given(answers)
def test_interval_of_respondents_own_means_is_scipys(rows):
    raw = people(rows)
    own = raw.mean(axis=1).dropna().astype(float)
    counted = persons_of(raw)[["answered", "total", "n"]].itertuples(index=False, name=None)
    found = respondent_moments(counted)
    if len(own) < 2:
        assert found is None or found.half_width() is None
        return
    low, high = stats.t.interval(0.95, len(own) - 1, loc=own.mean(), scale=stats.sem(own))
    half = 0.0 if np.isnan(high) else (high - low) / 2
    assert found.half_width() == pytest.approx(half, abs=1e-9)
    assert float(found.mean) == pytest.approx(own.mean())


def correlated(seed, n=120):
    rng = np.random.default_rng(seed)
    mood = rng.normal(3, 0.6, size=(n, 1))
    return people(np.clip(np.rint(mood + rng.normal(0, 0.6, size=(n, 9))), 1, 4).tolist())


def test_alpha_and_item_total_are_those_of_the_raw_respondents():
    raw = correlated(1)
    raw.iloc[3, 4] = pd.NA  # an incomplete respondent is left out of both
    full = raw.dropna().astype(float)
    total = full.sum(axis=1)
    alpha = 9 / 8 * (1 - full.var(ddof=1).sum() / total.var(ddof=1))
    found = validity(pairs_of(raw), "2017")
    assert found.complete == 119
    assert found.alpha == pytest.approx(alpha)
    for slug in slugs():
        expected = full[slug].corr(total - full[slug])
        assert found.item_total[slug] == pytest.approx(expected)


def test_pairs_of_two_offices_add_up_to_those_of_all_their_respondents():
    one, two = correlated(2), correlated(3)
    apart = validity(pd.concat([pairs_of(one), pairs_of(two)]), "2017")
    assert apart == validity(pairs_of(pd.concat([one, two])), "2017")


def test_answers_that_do_not_vary_have_no_alpha():
    assert validity(pairs_of(people([[3] * 9] * 5)), "2017").alpha is None


def test_difference_is_welchs():
    a, b = [3, 3, 4, 2, 4, 4], [1, 2, 2, 3, 2]
    found = difference(moments((x, 1) for x in a), moments((x, 1) for x in b))
    test = stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((test.low, test.high))
    assert found.clear
