"""Tells offices that truly differ from those that chance explains: funnel limits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from metrics.judging import binomial

FEWEST_CASES = 20
INNER, OUTER = 0.95, 0.998
WINSOR = 0.10

Floats = NDArray[np.float64]


def binomial_limits(rate: float, n: ArrayLike, coverage: float) -> tuple[Floats, Floats]:
    """Exact binomial limits of a share about `rate` for every denominator in `n`.

    Convention: discrete. The lower limit is the smallest count k with P(X <= k) >= a/2,
    the upper one the smallest with P(X <= k) >= 1 - a/2 (a = 1 - coverage), both divided
    by n: `scipy.stats.binom.ppf(q, n, rate) / n`. A share strictly outside has therefore a
    tail probability below a/2; nothing is interpolated between whole counts.
    `n` of 0 or less gives NaN. Source: Spiegelhalter 2005, Statistics in Medicine 24:1185,
    section 3.2 (without its interpolation); indicators.md section 9.
    """
    counts = np.asarray(n, dtype=float)
    tail = (1 - coverage) / 2
    usable = np.where(counts > 0, counts, np.nan)
    low = binomial.ppf(tail, usable, rate) / usable
    high = binomial.ppf(1 - tail, usable, rate) / usable
    return low, high


def drawn_limits(rate: float, n: ArrayLike, coverage: float) -> tuple[Floats, Floats]:
    """The same limits interpolated between whole counts, for drawing a smooth line.

    (k - a) / n, where a is the part of the step of the distribution at k that overshoots the
    quantile (Spiegelhalter 2005, appendix A.1.1). It lies within one case of `binomial_limits`, by
    which offices are judged.
    """
    counts = np.asarray(n, dtype=float)
    tail = (1 - coverage) / 2
    lines = []
    for quantile in (tail, 1 - tail):
        k = binomial.ppf(quantile, counts, rate)
        step = binomial.pmf(k, counts, rate)
        over = (binomial.cdf(k, counts, rate) - quantile) / np.where(step > 0, step, 1)
        lines.append(np.clip((k - over) / counts, 0, 1))
    return lines[0], lines[1]


def z_scores(numerator: ArrayLike, n: ArrayLike, rate: float) -> Floats:
    """Standardised distance of each share from `rate`, in standard errors under `rate`."""
    counts = np.asarray(n, dtype=float)
    error = np.sqrt(rate * (1 - rate) / counts)
    return (np.asarray(numerator, dtype=float) / counts - rate) / error


def winsorised(z: ArrayLike, share: float = WINSOR) -> Floats:
    """`z` with its lowest and highest `share` pulled in to those quantiles (linear)."""
    scores = np.asarray(z, dtype=float)
    low, high = np.quantile(scores, [share, 1 - share])
    return np.clip(scores, low, high)


def dispersion(z: ArrayLike, share: float = WINSOR) -> float:
    """Over-dispersion factor phi: the mean squared winsorised z, NaN for under two scores.

    Source: Spiegelhalter 2005, section 4.3; winsorised at 10 % (indicators.md section 9).
    """
    scores = np.asarray(z, dtype=float)
    if scores.size < 2:
        return float("nan")
    return float(np.mean(winsorised(scores, share) ** 2))


def over_dispersed(phi: float, offices: int) -> bool:
    """Whether phi is larger than chance gives: over 1 + 2 sqrt(2 / offices).

    Under the null phi has mean 1 and variance about 2 / offices (Spiegelhalter 2005).
    """
    return bool(np.isfinite(phi) and offices > 1 and phi > 1 + 2 * np.sqrt(2 / offices))


def normal_limits(
    centre: float, deviation: float, n: ArrayLike, coverage: float, phi: float = 1.0
) -> tuple[Floats, Floats]:
    """centre -+ z * deviation * sqrt(phi / n): limits on the z scale, for means and for
    over-dispersed rates (`deviation` = sqrt(rate (1 - rate)))."""
    counts = np.asarray(n, dtype=float)
    counts = np.where(counts > 0, counts, np.nan)
    half = special.ndtri(0.5 + coverage / 2) * deviation * np.sqrt(phi / counts)
    return centre - half, centre + half


def pooled_deviation(deviations: ArrayLike, n: ArrayLike) -> float:
    """Pooled standard deviation of respondents: sqrt(sum (n-1) s^2 / sum (n-1))."""
    freedom = np.asarray(n, dtype=float) - 1
    usable = freedom > 0
    if not usable.any():
        return float("nan")
    variance = np.asarray(deviations, dtype=float)[usable] ** 2
    return float(np.sqrt(np.sum(variance * freedom[usable]) / np.sum(freedom[usable])))


@dataclass(frozen=True)
class Funnel:
    """A funnel about `centre`, able to judge points and to draw its own lines."""

    centre: float
    deviation: float
    phi: float
    inflated: bool
    exact: bool

    def limits(self, n: ArrayLike, coverage: float) -> tuple[Floats, Floats]:
        """Lower and upper limit for every `n`, in the unit of the centre."""
        if self.exact and not self.inflated:
            return binomial_limits(self.centre, n, coverage)
        phi = self.phi if self.inflated else 1.0
        low, high = normal_limits(self.centre, self.deviation, n, coverage, phi)
        return (np.clip(low, 0, 1), np.clip(high, 0, 1)) if self.exact else (low, high)

    def lines(self, n: ArrayLike, coverage: float) -> tuple[Floats, Floats]:
        """The limits as smooth lines to draw; judge by `limits`."""
        if self.exact and not self.inflated:
            return drawn_limits(self.centre, n, coverage)
        return self.limits(n, coverage)

    def side(self, value: ArrayLike, n: ArrayLike, coverage: float = OUTER) -> NDArray[np.int64]:
        """-1 below the limits, +1 above, 0 within them or not to be judged."""
        values = np.asarray(value, dtype=float)
        low, high = self.limits(n, coverage)
        slack = 1e-12
        with np.errstate(invalid="ignore"):
            return (values > high + slack).astype(int) - (values < low - slack).astype(int)


def rate_funnel(numerator: ArrayLike, n: ArrayLike) -> Funnel:
    """Funnel of shares about the pooled share of those given (n >= 20 each, indicators.md §9).

    Offices with fewer cases count in the centre and are left out of phi.
    """
    counts = np.asarray(n, dtype=float)
    done = np.asarray(numerator, dtype=float)
    total = counts.sum()
    centre = float(done.sum() / total) if total > 0 else float("nan")
    deviation = float(np.sqrt(centre * (1 - centre)))
    judged = counts >= FEWEST_CASES
    if deviation == 0 or not np.isfinite(deviation):
        return Funnel(centre, deviation, float("nan"), False, True)
    phi = dispersion(z_scores(done[judged], counts[judged], centre))
    return Funnel(centre, deviation, phi, over_dispersed(phi, int(judged.sum())), True)


def mean_funnel(mean: ArrayLike, deviation: ArrayLike, n: ArrayLike) -> Funnel:
    """Funnel of means (IKM) about the pooled mean, with the pooled deviation of respondents."""
    counts = np.asarray(n, dtype=float)
    means = np.asarray(mean, dtype=float)
    centre = float(np.average(means, weights=counts)) if counts.sum() > 0 else float("nan")
    pooled = pooled_deviation(deviation, counts)
    judged = counts >= FEWEST_CASES
    if not np.isfinite(pooled) or pooled == 0:
        return Funnel(centre, pooled, float("nan"), False, False)
    z = (means[judged] - centre) / (pooled / np.sqrt(counts[judged]))
    phi = dispersion(z)
    return Funnel(centre, pooled, phi, over_dispersed(phi, int(judged.sum())), False)
