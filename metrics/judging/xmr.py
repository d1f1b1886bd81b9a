"""Tells a real change over time from ordinary variation: the XmR process-behaviour chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

FEWEST_POINTS = 12
SCALE = 2.66
SCREEN = 3.267
RUN = 7

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class XmR:
    """One chart. Arrays have one entry a given point; absent points are NaN and never signal.

    `signals` names the rule that each point breaks ("" for none): outside, shift, trend or
    two_of_three, the first that applies in that order. `missing` says how many points are
    still wanting before limits may be drawn (limits are then NaN).
    """

    values: Floats
    mean: Floats
    low: Floats
    high: Floats
    signals: tuple[str, ...]
    direction: NDArray[np.int64]
    missing: int

    def variation(self, better: str | None) -> str:
        """What the last present point says: improving, worsening, changed, common or unknown.

        `better` is "up", "down" or None. The direction of a trend is its slope, of any other
        signal the side of the mean that it lies on.
        """
        present = np.flatnonzero(np.isfinite(self.values))
        if not present.size or not np.isfinite(self.mean[present[-1]]):
            return "unknown"
        last = present[-1]
        if not self.signals[last]:
            return "common"
        if better is None:
            return "changed"
        good = 1 if better == "up" else -1
        return "improving" if self.direction[last] == good else "worsening"

    def assurance(self, target: float | None, better: str | None) -> str:
        """Whether the process meets `target` by its limits: always, never, sometimes, unknown."""
        drawn = np.flatnonzero(np.isfinite(self.low))
        if target is None or better is None or not drawn.size:
            return "unknown"
        low, high = self.low[drawn[-1]], self.high[drawn[-1]]
        if better == "down":
            low, high, target = -high, -low, -target
        if target <= low:
            return "always"
        return "never" if target > high else "sometimes"


def natural_limits(values: ArrayLike) -> tuple[float, float, float]:
    """Mean, lower and upper natural process limit of the present values of one segment.

    mean -+ 2.66 x mean moving range, where ranges over 3.267 x their mean are left out of the
    second mean (once). Fewer than two points give NaN limits. Source: Nelson 1982 (screening),
    Wheeler, Understanding Variation (2.66 = 3 / 1.128); indicators.md section 9.
    """
    points = np.asarray(values, dtype=float)
    points = points[np.isfinite(points)]
    if not points.size:
        return float("nan"), float("nan"), float("nan")
    mean = float(points.mean())
    ranges = np.abs(np.diff(points))
    if not ranges.size:
        return mean, float("nan"), float("nan")
    kept = ranges[ranges <= SCREEN * ranges.mean()]
    half = SCALE * float(kept.mean())
    return mean, mean - half, mean + half


def xmr(values: ArrayLike, restarts: Iterable[int] = ()) -> XmR:
    """The chart of `values` in time order; NaN where nothing was reported.

    `restarts` are positions at which a person marked a change: limits are computed anew from
    there, and never by themselves. A segment with fewer than 12 points keeps no limits; if
    that is the last one `missing` counts the points it wants. Ranges are taken between
    successive present points.
    """
    points = np.asarray(values, dtype=float)
    mean, low, high = (np.full(points.shape, np.nan) for _ in range(3))
    names = np.full(points.shape, "", dtype=object)
    direction = np.zeros(points.shape, dtype=int)
    edges = sorted({0, *(r for r in restarts if 0 < r < points.size), points.size})
    missing = FEWEST_POINTS
    for start, end in pairwise(edges):
        here = start + np.flatnonzero(np.isfinite(points[start:end]))
        missing = max(0, FEWEST_POINTS - here.size)
        if missing:
            continue
        centre, lower, upper = natural_limits(points[here])
        mean[start:end], low[start:end], high[start:end] = centre, lower, upper
        names[here], direction[here] = _judge(points[here], centre, lower, upper)
    return XmR(points, mean, low, high, tuple(names), direction, missing)


def _judge(x: Floats, mean: float, low: float, high: float) -> tuple[NDArray, NDArray]:
    slack = 1e-9 * max(1.0, abs(mean))
    side = np.where(np.abs(x - mean) <= slack, 0, np.sign(x - mean)).astype(int)
    outside = (x > high + slack) | (x < low - slack)
    shift = _members(_same(side), RUN)
    slope = np.where(np.abs(np.diff(x)) <= slack, 0, np.sign(np.diff(x))).astype(int)
    rising = _members(slope > 0, RUN - 1, extra=1)
    falling = _members(slope < 0, RUN - 1, extra=1)
    two = _two_of_three(x, mean, low, high, slack)
    names = np.select(
        [outside, shift, rising | falling, two],
        ["outside", "shift", "trend", "two_of_three"],
        default="",
    ).astype(object)
    direction = np.where(names == "trend", np.where(rising, 1, -1), side)
    return names, direction


def _same(side: NDArray) -> list[Flags]:
    return [side > 0, side < 0]


def _members(flags: Flags | list[Flags], length: int, extra: int = 0) -> Flags:
    """Points that belong to a run of at least `length` true flags; with `extra` = 1 the flags
    stand for steps between points, and both ends of a step belong."""
    if isinstance(flags, list):
        return np.logical_or.reduce([_members(f, length, extra) for f in flags])
    member = np.zeros(flags.size + extra, dtype=bool)
    if flags.size < length:
        return member
    windows = np.lib.stride_tricks.sliding_window_view(flags, length).all(axis=1)
    for start in np.flatnonzero(windows):
        member[start : start + length + extra] = True
    return member


def _two_of_three(x: Floats, mean: float, low: float, high: float, slack: float) -> Flags:
    """Points beyond two thirds of the way to a limit that have a fellow on the same side
    within three successive points."""
    member = np.zeros(x.shape, dtype=bool)
    near_high = x > mean + (high - mean) * 2 / 3 + slack
    near_low = x < mean - (mean - low) * 2 / 3 - slack
    for near in (near_high, near_low):
        for gap in (1, 2):
            pair = near[:-gap] & near[gap:]
            member[:-gap] |= pair
            member[gap:] |= pair
    return member
