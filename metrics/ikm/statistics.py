"""Why: the survey's statistics from counts alone, so a recap carries them as well as the records.

Everything is exact until the last step: moments are fractions of whole numbers, and only square
roots and quantiles of Student's t are floats.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from etl.sheets.survey_rules import half_up

CONFIDENCE = 0.95
LAMBDA = Fraction("3.841")
PROPORTION = Fraction(1, 2)
ERROR = Fraction("0.05")


@dataclass(frozen=True)
class Moments:
    """Size, mean and sample variance (n - 1) of counted values; variance is None below n = 2."""

    n: int
    mean: Fraction
    variance: Fraction | None

    @property
    def standard_error(self) -> float | None:
        """The standard error of the mean, or None below two values."""
        return None if self.variance is None else math.sqrt(self.variance / self.n)

    def half_width(self, confidence: float = CONFIDENCE) -> float | None:
        """Half the width of Student's interval of the mean, or None below two values."""
        error = self.standard_error
        return None if error is None else t_quantile(self.n - 1, confidence) * error


def t_quantile(df: float, confidence: float = CONFIDENCE) -> float:
    """The two-sided quantile of Student's t: 2.2622 at 9 degrees of freedom and 95 %."""
    from scipy.special import stdtrit  # slow to import, and few questions need it

    return float(stdtrit(df, 0.5 + confidence / 2))


def moments(counts: Iterable[tuple[Fraction | int, int]]) -> Moments | None:
    """Moments of (value, how many) pairs; None when nothing was counted."""
    n, total, squares = 0, Fraction(0), Fraction(0)
    for value, many in counts:
        n += many
        total += value * many
        squares += value * value * many
    if n == 0:
        return None
    variance = (squares - total * total / n) / (n - 1) if n > 1 else None
    return Moments(n, total / n, variance)


def respondent_moments(persons: Iterable[tuple[int, int, int]]) -> Moments | None:
    """Moments of respondents' own mean scores from (answered, total, how many)."""
    return moments((Fraction(total, answered), n) for answered, total, n in persons if answered)


def without(whole: Moments, part: Moments) -> Moments | None:
    """Moments of the values of `whole` that are not in `part`; None when none are left."""
    n = whole.n - part.n
    if n <= 0:
        return None
    total = whole.mean * whole.n - part.mean * part.n
    squares = _squares(whole) - _squares(part)
    return Moments(n, total / n, (squares - total * total / n) / (n - 1) if n > 1 else None)


def together(parts: Iterable[Moments]) -> Moments | None:
    """Moments of the values of all parts; None when there are none."""
    own = list(parts)
    n = sum(p.n for p in own)
    if n == 0:
        return None
    total = sum((p.mean * p.n for p in own), Fraction(0))
    squares = sum((_squares(p) for p in own), Fraction(0))
    return Moments(n, total / n, (squares - total * total / n) / (n - 1) if n > 1 else None)


def _squares(own: Moments) -> Fraction:
    return (own.variance or Fraction(0)) * (own.n - 1) + own.mean * own.mean * own.n


@dataclass(frozen=True)
class Difference:
    """A difference of two means with Welch's interval; `clear` when the interval leaves out 0."""

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        return self.low > 0 or self.high < 0


def difference(
    first: Moments, second: Moments, scale: float = 1.0, confidence: float = CONFIDENCE
) -> Difference | None:
    """`first` less `second` (independent samples, Welch), times `scale`; None below two each."""
    if first.variance is None or second.variance is None:
        return None
    a, b = float(first.variance / first.n), float(second.variance / second.n)
    value = float(first.mean - second.mean) * scale
    if a + b == 0:
        return Difference(value, value, value)
    df = (a + b) ** 2 / (a * a / (first.n - 1) + b * b / (second.n - 1))
    half = t_quantile(df, confidence) * math.sqrt(a + b) * scale
    return Difference(value, value - half, value + half)


@dataclass(frozen=True)
class Pair:
    """Sums over complete respondents of two elements `a` and `b` (a = b: squares)."""

    n: int
    sum_a: int
    sum_b: int
    sum_ab: int

    @property
    def covariance(self) -> Fraction:
        """Sample covariance (n - 1) of the two elements."""
        return (self.sum_ab - Fraction(self.sum_a * self.sum_b, self.n)) / (self.n - 1)


Covariance = dict[tuple[str, str], Fraction]


def covariance(elements: Sequence[str], pairs: Mapping[tuple[str, str], Pair]) -> Covariance | None:
    """The covariance matrix of `elements`, both triangles; None when any pair is missing or n < 2.

    `pairs` holds one entry for each unordered pair, in either order, diagonal included.
    """
    matrix: Covariance = {}
    for i, a in enumerate(elements):
        for b in elements[i:]:
            pair = pairs.get((a, b)) or pairs.get((b, a))
            if pair is None or pair.n < 2:
                return None
            matrix[a, b] = matrix[b, a] = pair.covariance
    return matrix


def cronbach_alpha(elements: Sequence[str], matrix: Covariance) -> float | None:
    """Cronbach's alpha over complete answers; None for fewer than two elements or no variance."""
    k = len(elements)
    whole = sum((matrix[a, b] for a in elements for b in elements), Fraction(0))
    if k < 2 or whole == 0:
        return None
    own = sum((matrix[a, a] for a in elements), Fraction(0))
    return float(Fraction(k, k - 1) * (1 - own / whole))


def item_total(elements: Sequence[str], matrix: Covariance) -> dict[str, float | None]:
    """Corrected item-total correlation: each element against the sum of the others.

    None where the element or the sum of the others does not vary.
    """
    result: dict[str, float | None] = {}
    for item in elements:
        others = [e for e in elements if e != item]
        together = sum((matrix[item, o] for o in others), Fraction(0))
        rest = sum((matrix[a, b] for a in others for b in others), Fraction(0))
        spread = matrix[item, item] * rest
        result[item] = float(together) / math.sqrt(spread) if spread > 0 else None
    return result


def krejcie_morgan(population: int) -> int:
    """Sample needed for a population: λ = 3.841, P = Q = 0.5, d = 0.05, rounded half up.

    220 -> 140, 1000 -> 278, 2000 -> 322; 0 for no population.
    """
    if population <= 0:
        return 0
    spread = LAMBDA * PROPORTION * (1 - PROPORTION)
    needed = population * spread / (ERROR**2 * (population - 1) + spread)
    return int(half_up(needed, 0))
