"""The binomial distribution by scipy.special: `scipy.stats` takes seconds to import, which every
report and command would wait for. A test holds each function against `scipy.stats.binom`.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Floats = NDArray[np.float64]


def cdf(k: ArrayLike, n: ArrayLike, p: ArrayLike) -> Floats:
    """P(X <= k)."""
    k, n, p = (np.asarray(v, dtype=float) for v in (k, n, p))
    with np.errstate(invalid="ignore"):
        inside = special.betainc(np.where(n > k, n - k, np.nan), k + 1, 1 - p)
    return np.where(k < 0, 0.0, np.where(k >= n, 1.0, inside)) + 0 * n


def pmf(k: ArrayLike, n: ArrayLike, p: ArrayLike) -> Floats:
    """P(X = k) for whole k."""
    k, n, p = (np.asarray(v, dtype=float) for v in (k, n, p))
    with np.errstate(invalid="ignore"):
        ways = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
        return np.exp(ways + special.xlogy(k, p) + special.xlog1py(n - k, -p))


def ppf(q: float, n: ArrayLike, p: ArrayLike) -> Floats:
    """The smallest whole k with P(X <= k) >= q, for 0 < q < 1; NaN where `n` is."""
    n, p = (np.asarray(v, dtype=float) for v in (n, p))
    n, p = np.broadcast_arrays(n, p)
    with np.errstate(invalid="ignore"):
        deviation = np.sqrt(n * p * (1 - p))
        k = np.clip(np.floor(n * p + special.ndtri(q) * deviation), 0, n)  # then step to it
        for _step in range(10_000):
            less = (k > 0) & (cdf(k - 1, n, p) >= q)
            more = (k < n) & (cdf(k, n, p) < q)
            if not (less.any() or more.any()):
                break
            k = k - less + more
    return k + 0 * n
