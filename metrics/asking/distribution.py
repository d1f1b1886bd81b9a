"""Statistics straight from counts: quantiles, means, shares, survival, with nothing lost.

A distribution is given as whole-number values and how many cases took each; every function
here answers what numpy or scipy would answer on the cases themselves.
"""

from dataclasses import dataclass

import numpy as np

Z95 = 1.959963984540054


def quantiles(values: np.ndarray, counts: np.ndarray, probabilities: list[float]) -> list[float]:
    """Quantiles by linear interpolation between order statistics (Excel's PERCENTILE.INC).

    `values` (k,) whole numbers, `counts` (k,) how many cases have each; order does not matter.
    Returns one float a probability, NaN where there is no case. Source: indicators.md §1.
    """
    order = np.argsort(values, kind="stable")
    values, counts = np.asarray(values)[order], np.asarray(counts, dtype=np.int64)[order]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    if total == 0:
        return [float("nan")] * len(probabilities)
    answers = []
    for p in probabilities:
        place = p * (total - 1)
        low = int(np.floor(place))
        below = float(values[np.searchsorted(ends, low, side="right")])
        above = float(values[np.searchsorted(ends, min(low + 1, total - 1), side="right")])
        answers.append(below + (above - below) * (place - low))
    return answers


def mean(values: np.ndarray, counts: np.ndarray) -> float:
    """Mean of the cases; NaN where there is none."""
    total = int(np.sum(counts))
    whole = sum(int(v) * int(c) for v, c in zip(values, counts, strict=True))
    return whole / total if total else float("nan")


@dataclass(frozen=True)
class Spread:
    """Of each group, in the order of its code: cases `n`, `mean`, and `quantiles` (groups, k)."""

    n: np.ndarray
    mean: np.ndarray
    quantiles: np.ndarray


def spread(
    codes: np.ndarray, values: np.ndarray, counts: np.ndarray, probabilities: list[float]
) -> Spread:
    """What `quantiles` and `mean` answer, of many groups at once.

    `codes` (rows,) number the groups 0, 1, 2 …, each with at least one case; `values` and
    `counts` (rows,) are as in `quantiles`. Source: indicators.md §1.
    """
    order = np.lexsort((values, codes))
    codes, values = np.asarray(codes)[order], np.asarray(values, dtype=np.int64)[order]
    counts = np.asarray(counts, dtype=np.int64)[order]
    ends = np.cumsum(counts)
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    if not len(first):
        return Spread(counts, counts.astype(float), np.empty((0, len(probabilities))))
    total = np.add.reduceat(counts, first)
    before = ends[first] - counts[first]
    place = np.asarray(probabilities)[None, :] * (total - 1)[:, None]
    low = np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, (total - 1)[:, None])
    below, above = (
        values[np.searchsorted(ends, before[:, None] + at, side="right")].astype(float)
        for at in (low, high)
    )
    mean_of = np.add.reduceat(values * counts, first) / total
    return Spread(total, mean_of, below + (above - below) * (place - low))


def rate_interval(numerator: np.ndarray, denominator: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Exact (Clopper-Pearson) 95 % interval of a proportion; NaN where nothing was counted.

    Arrays of equal shape in, two arrays of fractions out. Source: indicators.md §9.
    """
    from scipy.special import betaincinv  # scipy.stats is slow to import

    k, n = np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    with np.errstate(invalid="ignore"):
        low = np.where(k > 0, betaincinv(k, n - k + 1, 0.025), 0.0)
        high = np.where(k < n, betaincinv(k + 1, n - k, 0.975), 1.0)
    empty = ~(n > 0)
    return np.where(empty, np.nan, low), np.where(empty, np.nan, high)


@dataclass(frozen=True)
class Survival:
    """A Kaplan-Meier curve: at `days`, the share `still_open` with its log-log limits."""

    days: np.ndarray
    still_open: np.ndarray
    low: np.ndarray
    high: np.ndarray
    n: int
    events: int

    def median(self) -> tuple[float, float, float]:
        """First day at which at most half are open, with its 95 % interval (NaN: not reached).

        The interval inverts the curve's log-log limits (Brookmeyer and Crowley).
        """
        return tuple(
            _first_at_most(self.days, s, 0.5) for s in (self.still_open, self.low, self.high)
        )  # type: ignore[return-value]

    def day_of(self, share: float) -> float:
        """First day by which `share` of the cases has ended (NaN: not reached)."""
        return _first_at_most(self.days, self.still_open, 1 - share)


def _first_at_most(days: np.ndarray, share: np.ndarray, level: float) -> float:
    reached = np.flatnonzero(share <= level + 1e-12)
    return float(days[reached[0]]) if len(reached) else float("nan")


def kaplan_meier(values: np.ndarray, finished: np.ndarray, censored: np.ndarray) -> Survival:
    """Kaplan-Meier from counts: at each of `values` days, how many finished, how many left open.

    Cases censored on a day are still at risk on it. `low` and `high` are the pointwise 95 %
    limits by Greenwood's formula on the log-log scale. Source: indicators.md §3.
    """
    days, where = np.unique(np.asarray(values, dtype=np.int64), return_inverse=True)
    done = np.bincount(where, np.asarray(finished, dtype=float), len(days))
    left = np.bincount(where, np.asarray(censored, dtype=float), len(days))
    total = float(done.sum() + left.sum())
    at_risk = total - np.concatenate([[0.0], np.cumsum(done + left)[:-1]])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.cumprod(np.where(at_risk > 0, 1 - done / at_risk, 1.0))
        greenwood = np.cumsum(np.where(at_risk > done, done / (at_risk * (at_risk - done)), 0.0))
        log_share = np.log(share)
        spread = Z95 * np.sqrt(greenwood) / log_share
        low = share ** np.exp(-spread)
        high = share ** np.exp(spread)
    flat = (share >= 1) | (share <= 0)
    low, high = np.where(flat, share, low), np.where(flat, share, high)
    event = done > 0
    return Survival(days[event], share[event], low[event], high[event], int(total), int(done.sum()))
