"""The binomial functions give what scipy.stats gives."""

import numpy as np
import pytest
from scipy import stats

from metrics.judging import binomial

N = np.array([1, 2, 5, 19, 20, 50, 333, 1000, 20_000, 250_000], dtype=float)
RATES = (0.0, 1e-4, 0.03, 0.2, 0.5, 0.87, 0.91234, 0.999, 1.0)


@pytest.mark.parametrize("p", RATES)
@pytest.mark.parametrize("q", [0.001, 0.025, 0.4, 0.975, 0.999])
def test_quantiles(p, q):
    np.testing.assert_array_equal(binomial.ppf(q, N, p), stats.binom.ppf(q, N, p))


@pytest.mark.parametrize("p", RATES)
def test_probabilities(p):
    for n in N[:8]:
        k = np.arange(-1, n + 2)
        np.testing.assert_allclose(binomial.cdf(k, n, p), stats.binom.cdf(k, n, p), rtol=1e-9)
        k = k[1:-1]
        np.testing.assert_allclose(
            binomial.pmf(k, n, p), stats.binom.pmf(k, n, p), rtol=1e-8, atol=1e-300
        )


def test_no_cases_have_no_limits():
    assert np.isnan(binomial.ppf(0.5, np.array([np.nan]), 0.5)).all()
