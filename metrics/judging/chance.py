"""Takes back the signals of a chart of few cases that chance alone explains.

The limits of an XmR chart rest on the mean moving range. Where a month has a case or two, or misses
one in twenty, most ranges are nought, the limits close in on the mean and a single case is
"outside": of steady processes with half a case a month one in eight would be called changed
(docs/comparison.md, "Few cases"). So a run of signals on such a chart must be rarer than `RARE` by
the counts themselves too: binomial given the total for counts, hypergeometric for shares.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from metrics.judging import binomial
from metrics.judging.xmr import XmR

FEW = 10.0  # cases a month, of the rarer kind, under which the moving range is a poor measure
RARE = 0.01

Floats = NDArray[np.float64]


def certain(chart: XmR, events: ArrayLike, cases: ArrayLike | None = None, segment: int = 0) -> XmR:
    """`chart` without the signals that chance explains where cases are few.

    `events` is how many there were each month; with `cases` they are so many of these (a share),
    without they are a count by itself. NaN where nothing was reported; points before `segment`
    are left alone. A chart with enough cases comes back as it is.
    """
    done = np.asarray(events, dtype=float)
    of = None if cases is None else np.asarray(cases, dtype=float)
    here = np.isfinite(chart.values) & np.isfinite(done)
    here &= np.arange(done.size) >= segment
    here &= True if of is None else np.isfinite(of) & (of > 0)
    if not here.any() or _enough(done[here], None if of is None else of[here]):
        return chart
    kept = list(chart.signals)
    for run, way in _runs(chart, np.flatnonzero(np.isfinite(chart.values)), segment):
        inside = np.isin(np.arange(done.size), run) & here
        if _tail(done, of, inside, here & ~inside, way) > RARE:
            for place in run:
                kept[place] = ""
    moved = np.array([bool(s) for s in kept])
    return replace(chart, signals=tuple(kept), direction=np.where(moved, chart.direction, 0))


def _enough(done: Floats, of: Floats | None) -> bool:
    rarer = done.mean() if of is None else min(done.mean(), (of - done).mean())
    return bool(rarer >= FEW)


def _runs(chart: XmR, present: NDArray[np.int64], segment: int) -> list[tuple[list[int], int]]:
    """Unbroken runs of signals one way, each with its way."""
    runs: list[tuple[list[int], int]] = []
    going = 0
    for place in present[present >= segment]:
        way = int(chart.direction[place]) if chart.signals[place] else 0
        if way and way == going:
            runs[-1][0].append(int(place))
        elif way:
            runs.append(([int(place)], way))
        going = way
    return runs


def _tail(
    done: Floats, of: Floats | None, inside: NDArray[np.bool_], rest: NDArray[np.bool_], way: int
) -> float:
    """The chance of so many in the run or more of them (`way` 1), or so few (-1), had nothing
    changed."""
    x, total = round(done[inside].sum()), round(done[inside].sum() + done[rest].sum())
    if of is None:
        share = inside.sum() / (inside.sum() + rest.sum())
        low = float(binomial.cdf(x, total, share))
        high = 1 - float(binomial.cdf(x - 1, total, share))
    else:
        n, every = round(of[inside].sum()), round(of[inside].sum() + of[rest].sum())
        low, high = hypergeometric(x, n, total, every)
    return high if way > 0 else low


def hypergeometric(x: int, n: int, good: int, every: int) -> tuple[float, float]:
    """P(X <= x) and P(X >= x) of the good ones among `n` drawn of `every`, `good` of them good."""
    k = np.arange(max(0, n - (every - good)), min(n, good) + 1, dtype=float)
    if not k.size:
        return 1.0, 1.0
    logs = _ways(good, k) + _ways(every - good, n - k) - _ways(every, np.array(float(n)))
    chances = np.exp(logs)
    return float(min(1.0, chances[k <= x].sum())), float(min(1.0, chances[k >= x].sum()))


def _ways(n: int, k: Floats) -> Floats:
    return special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
