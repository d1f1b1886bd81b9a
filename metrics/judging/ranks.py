"""Puts offices in order without pretending to more certainty than the counts carry."""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

RESAMPLES = 2000


@dataclass(frozen=True)
class Ranks:
    """One entry an office, in the order given; offices that may not be ranked are NaN.

    `rank` is 1 for the best, ties share the mean rank; `low` to `high` holds 95 % of the
    resampled ranks; `overlaps` counts the other offices whose interval meets this one's.
    """

    rank: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    overlaps: NDArray[np.int64]


def rank_seed(definitions: str) -> int:
    """The seed that a version of the definitions stands for: the same figures every time."""
    return zlib.crc32(definitions.encode())


def rate_draws(numerator: ArrayLike, n: ArrayLike, seed: int) -> NDArray[np.float64]:
    """2,000 parametric resamples of each office's share, shape (2000, offices).

    Drawn from Beta(k + 1/2, n - k + 1/2), so that an office at 0 or 100 % is uncertain too.
    Source: Marshall & Spiegelhalter 1998, BMJ 316:1701; indicators.md section 9.
    """
    done, counts = np.asarray(numerator, dtype=float), np.asarray(n, dtype=float)
    draw = np.random.default_rng(seed)
    return draw.beta(done + 0.5, counts - done + 0.5, size=(RESAMPLES, counts.size))


def mean_draws(
    mean: ArrayLike, deviation: ArrayLike, n: ArrayLike, seed: int
) -> NDArray[np.float64]:
    """2,000 parametric resamples of each office's mean, from Normal(mean, s / sqrt(n))."""
    counts = np.asarray(n, dtype=float)
    error = np.asarray(deviation, dtype=float) / np.sqrt(counts)
    draw = np.random.default_rng(seed)
    return draw.normal(np.asarray(mean, dtype=float), error, size=(RESAMPLES, counts.size))


def ranks(value: ArrayLike, draws: NDArray[np.float64], better: str) -> Ranks:
    """Rank of each value with its 95 % interval from `draws` (resamples x offices).

    `better` is "up" or "down". Offices with a NaN value are left out of everyone's rank.
    """
    values = np.asarray(value, dtype=float)
    sign = -1.0 if better == "up" else 1.0
    ranked = np.isfinite(values)
    rank, low, high = (np.full(values.shape, np.nan) for _ in range(3))
    overlaps = np.zeros(values.shape, dtype=int)
    if not ranked.any():
        return Ranks(rank, low, high, overlaps)
    from scipy import stats  # slow to import, and few questions rank

    rank[ranked] = stats.rankdata(sign * values[ranked])
    drawn = stats.rankdata(sign * draws[:, ranked], axis=1)
    low[ranked], high[ranked] = np.quantile(drawn, [0.025, 0.975], axis=0, method="nearest")
    a, b = low[ranked], high[ranked]
    meets = (a[:, None] <= b[None, :]) & (a[None, :] <= b[:, None])
    overlaps[ranked] = meets.sum(axis=1) - 1
    return Ranks(rank, low, high, overlaps)
