"""Measures how often a process that has not changed gives a signal on a chart of 24 points.

Run: python tests/benchmarks/false_alarms.py [series] [points]. Prints the shares that
docs/comparison.md quotes; seeded, so that the figures can be had again.
"""

import sys
from collections import Counter

import numpy as np

from metrics.judging.xmr import xmr

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


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    for name, share in shares(*numbers).items():
        print(f"{name:14s} {share:.4f}")
