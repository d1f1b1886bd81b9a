"""Measures how often a process that has not changed gives a signal on a chart of 24 points.

Run: python tests/benchmarks/false_alarms.py [series] [points]. Prints the shares that
docs/comparison.md quotes; seeded, so that the figures can be had again. `few [series]`: the same of
counts and shares of few cases, whose last month would be called better or worse.
"""

import sys
from collections import Counter

import numpy as np

from metrics.judging.chance import certain
from metrics.judging.xmr import xmr

COUNTS = (0.1, 0.3, 0.5, 1, 2, 3, 5, 8)  # the cut-offs of `chance` were chosen on these,
SHARES = ((20, 0.85), (20, 0.95), (20, 0.98), (40, 0.99), (100, 0.98))
OTHER_COUNTS = (0.2, 0.7, 1.5, 4, 6, 7)  # and tried afterwards on these
OTHER_SHARES = ((30, 0.9), (25, 0.97), (60, 0.98), (150, 0.98))
RULES = ("outside", "shift", "trend", "two_of_three")


def shares(series: int = 10_000, points: int = 24, seed: int = 20260101) -> dict[str, float]:
    """Share of in-control normal series with any signal, of points flagged, with the last flagged,
    and with each rule named (the first that applies to a point counts)."""
    draws = np.random.default_rng(seed).standard_normal((series, points))
    found, flagged, last, any_ = Counter(), 0, 0, 0
    for values in draws:
        signals = xmr(values).signals
        named = {s for s in signals if s}
        found.update(named)
        flagged += sum(bool(s) for s in signals)
        last += bool(signals[-1])
        any_ += bool(named)
    return {
        "any": any_ / series,
        "points": flagged / (series * points),
        "last": last / series,
        **{rule: found[rule] / series for rule in RULES},
    }


def last_flagged(events: np.ndarray, cases: np.ndarray | None = None) -> tuple[float, float]:
    """Share of series (rows) whose last month belongs to a signal: by the chart alone, and by what
    the verdict keeps of it."""
    alone = kept = 0
    for i, done in enumerate(events):
        of = None if cases is None else cases[i]
        chart = xmr(done if of is None else done / of)
        if chart.signals[-1]:
            alone += 1
            kept += bool(certain(chart, done, of).signals[-1])
    return alone / len(events), kept / len(events)


def few_cases(
    series: int, points: int = 24, seed: int = 20260101
) -> dict[str, tuple[float, float]]:
    """`last_flagged` of steady counts of so many a month, and of steady shares of few cases."""
    rng, size = np.random.default_rng(seed), (series, points)
    found = {}
    for mean in COUNTS + OTHER_COUNTS:
        found[f"count, {mean} a month"] = last_flagged(rng.poisson(mean, size).astype(float))
    for n, share in SHARES + OTHER_SHARES:
        done = rng.binomial(n, share, size).astype(float)
        found[f"share {share} of {n}"] = last_flagged(done, np.full(size, float(n)))
    for share in (0.5, 0.7, 0.85, 0.95):
        n = rng.integers(3, 21, size).astype(float)
        n[:, -1] = 20  # a last month of fewer is not judged at all
        done = rng.binomial(n.astype(int), share).astype(float)
        found[f"share {share} of 3-20, the last of 20"] = last_flagged(done, n)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["few"]:
        for name, (alone, kept) in few_cases(*(int(a) for a in sys.argv[2:])).items():
            print(f"{name:34s} {alone:.4f} {kept:.4f}")
        sys.exit()
    numbers = [int(a) for a in sys.argv[1:]]
    for name, share in shares(*numbers).items():
        print(f"{name:14s} {share:.4f}")
