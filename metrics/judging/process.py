"""A figure month by month as one process: what is ordinary, what is news, and since when.

The window is the 24 months up to a period's end; limits and signals are those of
`metrics.judging.xmr` (indicators.md §9), the month of change that of §13.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.periods import month_text
from metrics.judging.xmr import XmR, xmr

WINDOW = 24


@dataclass(frozen=True)
class Process:
    """Months (yyyymm, in order) with the chart of their values; NaN where nobody reported.

    `segment` is where the last limits begin: 0, or the month at which a person marked a change.
    """

    months: tuple[int, ...]
    chart: XmR
    segment: int

    @property
    def present(self) -> NDArray[np.int64]:
        """Positions of the reported months."""
        return np.flatnonzero(np.isfinite(self.chart.values))

    @property
    def points(self) -> int:
        """How many months have a value."""
        return int(self.present.size)

    @property
    def moved(self) -> int:
        """1 or -1 where the last reported month belongs to a signal upwards or downwards, else 0.

        0 too while there are fewer than 12 points: `chart.missing` says how many are wanting.
        """
        if not self.points or not self.chart.signals[self.present[-1]]:
            return 0
        return int(self.chart.direction[self.present[-1]])

    @property
    def since(self) -> str:
        """The month of change ("2025-06"), "" where the last month belongs to no signal.

        The month after the extreme of S_k = sum over i <= k of (x_i - mean), over the reported
        months of the last segment (Taylor 2000; indicators.md §13): its lowest where the figure
        rose, its highest where it fell, so that an earlier change the other way is not taken for
        it.
        """
        here = self.present[self.present >= self.segment]
        if not self.moved or here.size < 2:
            return ""
        values = self.chart.values[here]
        sums = np.cumsum(values - values.mean())[:-1]  # the last one is nought by construction
        turn = int(np.argmin(sums) if self.moved > 0 else np.argmax(sums))
        return month_text(self.months[here[turn + 1]])

    @property
    def current(self) -> NDArray[np.bool_]:
        """Which points are the news: the unbroken run of signals one way that ends at the last."""
        flags = np.zeros(len(self.months), dtype=bool)
        for place in self.present[::-1]:
            same = self.chart.direction[place] == self.moved
            if not self.moved or not self.chart.signals[place] or not same:
                break
            flags[place] = True
        return flags


def process(
    months: Sequence[int], values: Sequence[float | None], restarts: Sequence[int] = ()
) -> Process:
    """The process of `values` (None: nothing reported) over `months` (yyyymm).

    `restarts` are months from which limits are worked out anew, since a person marked a change.
    """
    edges = sorted({months.index(m) for m in restarts if m in months})
    given = [float("nan") if v is None else v for v in values]
    return Process(tuple(months), xmr(given, edges), edges[-1] if edges else 0)
