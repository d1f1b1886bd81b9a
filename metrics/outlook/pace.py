"""An office's own pace laid on its ranges: how far off they were lately, as known on the day.

Where the share of ends within the range leaves 75 to 85 %, both ends of the range are moved by
the errors of the last months: by the ratio of the days that came to the days that were said, at
the quantiles that bring the share back to 80 % (rolling conformal calibration, after Gibbs &
Candès 2021). Running cases hand their weight on to those that ran longer.
"""

from dataclasses import dataclass

import numpy as np

from metrics.outlook.survival import STEP, TARGET, weighted_quantile, weights

HELD = (0.75, 0.85)
"""The share of ends within the range that calls for no move."""
SPANS = (6, 12, 24)
"""Months looked back upon: the shortest of which enough is settled."""
SETTLED = 0.8
ENOUGH = 50
LEAST = 20
STARTING = 12
"""First months of an office's records, of which the errors say little: nothing old is in them."""


@dataclass(frozen=True)
class Track:
    """Ranges given at earlier month ends of one office and what came of them; (cells,) each."""

    month: np.ndarray
    low: np.ndarray
    high: np.ndarray
    day: np.ndarray
    ended: np.ndarray
    n: np.ndarray

    def of(self, which: np.ndarray) -> "Track":
        """The rows at `which`."""
        return Track(
            self.month[which], self.low[which], self.high[which], self.day[which],
            self.ended[which], self.n[which],
        )  # fmt: skip


def hit_rate(track: Track) -> float | None:
    """The share of ends within the range, running cases by their weights; None where none ended."""
    if not (track.ended & (track.n > 0)).any():
        return None
    share = weights(track.day, track.ended, track.n)
    return float(share[(track.day >= track.low) & (track.day <= track.high)].sum())


def pace(track: Track, now: int, first: int) -> tuple[float, float]:
    """Factors for the lower and the upper end of an office's ranges at the end of month `now`."""
    late = track.of(track.month >= first + STARTING)
    if late.n[late.ended].sum() >= ENOUGH:
        track = late
    for span in SPANS:
        mine = track.of(track.month >= now - span)
        done = mine.n[mine.ended].sum()
        if span < SPANS[-1]:
            told = mine.n[mine.ended | (mine.day > mine.high)].sum()
            if done < ENOUGH or told < SETTLED * mine.n.sum():
                continue
        rate = hit_rate(mine) if done >= LEAST else None
        if rate is None or HELD[0] <= rate <= HELD[1]:
            return 1.0, 1.0
        return _factors(mine)
    return 1.0, 1.0


def _factors(track: Track) -> tuple[float, float]:
    below, above = (track.day + 0.5) / (track.low + 0.5), (track.day + 0.5) / (track.high + 0.5)
    low = weighted_quantile(below, weights(below, track.ended, track.n), (1 - TARGET) / 2)
    share = weights(track.day, track.ended, track.n)
    under = share[track.day < moved(track.low, low, True)].sum()
    high = weighted_quantile(above, weights(above, track.ended, track.n), min(under + TARGET, 1.0))
    return low, high


def moved(days: np.ndarray, factor: float, low: bool) -> np.ndarray:
    """`days` times a factor, in whole days: a lower end the next day up, an upper the nearest."""
    if factor == 1.0:
        return days
    spot = (days + 0.5) * factor - 0.5
    return np.maximum(np.ceil(spot - STEP) if low else np.rint(spot), 0).astype(np.int64)
