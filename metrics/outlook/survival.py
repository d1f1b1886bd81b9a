"""Days to an end from counts of cases that ended or still run: Kaplan and Meier, whole days.

Many groups are worked out at once; a row is a group, a column a day.
"""

import numpy as np

TARGET = 0.8
"""The share of the cases whose end is to lie within a range: from p10 to p90."""
STEP = 1e-9


def ended_by(
    groups: int, group: np.ndarray, day: np.ndarray, ended: np.ndarray, n: np.ndarray
) -> np.ndarray:
    """(groups, days) share of each group that has ended by the end of each day.

    `group`, `day`, `ended` and `n` are counts: so many cases of a group ended on a day, or were
    last seen running then (Kaplan & Meier 1958; who was last seen on a day was at risk on it).
    """
    width = int(day.max()) + 1 if len(day) else 1
    cell = group.astype(np.int64) * width + day
    size = groups * width
    ends = np.bincount(cell[ended], n[ended], size).reshape(groups, width).astype(float)
    seen = np.bincount(cell, n, size).reshape(groups, width).astype(float)
    at_risk = seen[:, ::-1].cumsum(axis=1)[:, ::-1]
    stay = 1 - np.divide(ends, at_risk, out=np.zeros_like(ends), where=at_risk > 0)
    return 1 - stay.cumprod(axis=1)


def day_of(shares: np.ndarray, share: np.ndarray | float) -> np.ndarray:
    """(groups,) the first day by whose end `share` of each group has ended."""
    return (shares >= np.reshape(share, (-1, 1)) - STEP).argmax(axis=1)


def ranges(shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(groups,) first and last day of the range that `TARGET` of each group ends in.

    Whole days make ties: of the days next to p10 and p90 those are taken whose share lies
    nearest to `TARGET`, of equal ones the pair with the more equal tails.
    """
    tail = (1 - TARGET) / 2
    low, high = day_of(shares, tail), day_of(shares, 1 - tail)
    rows, last = np.arange(len(shares)), shares.shape[1] - 1
    best = np.full(len(shares), np.inf)
    answer = low.copy(), high.copy()
    for a in (low, np.minimum(low + 1, high)):
        for b in (high, np.maximum(high - 1, low)):
            below = np.where(a > 0, shares[rows, np.maximum(a - 1, 0)], 0.0)
            above = 1 - shares[rows, np.minimum(b, last)]
            off = np.abs(1 - below - above - TARGET) + STEP * np.abs(below - above)
            better = (off < best - STEP * STEP) & (a <= b)
            best = np.where(better, off, best)
            answer = np.where(better, a, answer[0]), np.where(better, b, answer[1])
    return answer


def weights(day: np.ndarray, ended: np.ndarray, n: np.ndarray) -> np.ndarray:
    """(cells,) the share of all cases that ends in each cell, 0 where it has not ended.

    The jumps of the Kaplan-Meier curve: a case that still runs hands its share on to those that
    ran longer (Stute 1993). They add up to 1 unless nothing ended.
    """
    order = np.lexsort((~ended, day))
    size, gone = n[order].astype(float), ended[order]
    at_risk = size[::-1].cumsum()[::-1]
    # of one day all that end are drawn from the same cases at risk
    first = np.r_[True, (day[order][1:] != day[order][:-1])]
    at_risk = at_risk[np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))]
    jump = np.where(gone, size / np.maximum(at_risk, 1), 0.0)
    days = np.cumsum(first) - 1
    each = np.bincount(days, jump) if len(order) else np.zeros(0)
    before = np.r_[1.0, np.cumprod(1 - np.minimum(each, 1))[:-1]] if len(order) else each
    answer = np.zeros(len(order))
    answer[order] = jump * before[days] if len(order) else jump
    total = answer.sum()
    return answer / total if total > 0 else answer


def weighted_quantile(values: np.ndarray, share: np.ndarray, q: float) -> float:
    """The smallest value up to which at least `q` of the weight `share` lies."""
    order = np.argsort(values, kind="stable")
    upto = share[order].cumsum()
    place = np.searchsorted(upto, q * upto[-1] - STEP)
    return float(values[order][min(int(place), len(values) - 1)])
