"""Compares like with like: standardised rates, movers since last year, peers of like size."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from metrics.judging.funnel import FEWEST_CASES

Z95 = float(special.ndtri(0.975))


def wilson(numerator: ArrayLike, n: ArrayLike) -> tuple[NDArray, NDArray]:
    """95 % score interval of a share (Wilson 1927); NaN where n is 0."""
    counts = np.asarray(n, dtype=float)
    counts = np.where(counts > 0, counts, np.nan)
    share = np.asarray(numerator, dtype=float) / counts
    middle = (share + Z95**2 / (2 * counts)) / (1 + Z95**2 / counts)
    spread = np.sqrt(share * (1 - share) / counts + Z95**2 / (4 * counts**2))
    half = Z95 * spread / (1 + Z95**2 / counts)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


@dataclass(frozen=True)
class Standardised:
    """Indirectly standardised shares, one entry an office.

    `ratio` = observed / expected at the province's rates for the office's own mix; `value` =
    ratio x the province's rate, with a 95 % interval; NaN where nothing is expected.
    """

    observed: NDArray[np.float64]
    expected: NDArray[np.float64]
    ratio: NDArray[np.float64]
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


def standardised(numerator: ArrayLike, n: ArrayLike) -> Standardised:
    """Standardise offices x permit types by type, from counts of shape (offices, types).

    expected = sum over types of the office's n x the province's rate of that type. The
    interval is Wilson's for observed / n, carried over by n / expected (the mix taken as
    fixed). Source: indicators.md section 9; Breslow & Day 1987, volume II, section 2.3.
    """
    done, counts = np.asarray(numerator, dtype=float), np.asarray(n, dtype=float)
    types = counts.sum(axis=0)
    rate = np.divide(done.sum(axis=0), types, out=np.zeros_like(types), where=types > 0)
    observed, expected, cases = done.sum(axis=1), counts @ rate, counts.sum(axis=1)
    whole = done.sum() / counts.sum() if counts.sum() > 0 else np.nan
    usable = np.where(expected > 0, expected, np.nan)
    low, high = wilson(observed, cases)
    scale = whole * cases / usable
    ratio = observed / usable
    return Standardised(observed, expected, ratio, ratio * whole, low * scale, high * scale)


@dataclass(frozen=True)
class Move:
    """Change of a share from one period to another, with its 95 % interval (NaN: no figure)."""

    change: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def certain(self) -> NDArray[np.bool_]:
        """Whether the interval leaves out "no change"."""
        with np.errstate(invalid="ignore"):
            return (self.low > 0) | (self.high < 0)


def moves(before: ArrayLike, n_before: ArrayLike, after: ArrayLike, n_after: ArrayLike) -> Move:
    """Difference of two shares by counts, later less earlier.

    Newcombe's hybrid score interval (1998, Statistics in Medicine 17:873, method 10). Fewer
    than 20 cases in either period give NaN: no figure rather than a wild one.
    """
    n0, n1 = np.asarray(n_before, dtype=float), np.asarray(n_after, dtype=float)
    enough = (n0 >= FEWEST_CASES) & (n1 >= FEWEST_CASES)
    n0, n1 = np.where(enough, n0, np.nan), np.where(enough, n1, np.nan)
    p0, p1 = np.asarray(before, dtype=float) / n0, np.asarray(after, dtype=float) / n1
    low0, high0 = wilson(before, n0)
    low1, high1 = wilson(after, n1)
    change = p1 - p0
    low = change - np.sqrt((p1 - low1) ** 2 + (high0 - p0) ** 2)
    high = change + np.sqrt((high1 - p1) ** 2 + (p0 - low0) ** 2)
    return Move(change, low, high)


def peers(volume: ArrayLike, own: int, wanted: int = 6) -> NDArray[np.int64]:
    """Positions of the offices nearest in volume (on the log scale) to the one at `own`.

    Offices without volume are no one's peers; the office itself is left out.
    """
    sizes = np.asarray(volume, dtype=float)
    usable = np.flatnonzero(np.isfinite(sizes) & (sizes > 0))
    if own not in usable:
        return np.array([], dtype=int)
    others = usable[usable != own]
    gap = np.abs(np.log(sizes[others]) - np.log(sizes[own]))
    return others[np.argsort(gap, kind="stable")][:wanted]
