"""Why: what stands around an IKM: groups, trend, province, validity, importance, sample size."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from etl.recognising.vocabulary import words
from etl.sheets.survey_rules import EXACT, half_up
from etl.sheets.survey_rules import rule as survey_rule
from etl.words import _
from metrics.ikm.index import (
    TO_100,
    Counts,
    HasOffices,
    IkmRow,
    period_order,
    pooled,
    read_counts,
    read_pairs,
    rows_from_counts,
)
from metrics.ikm.statistics import (
    CONFIDENCE,
    Difference,
    Pair,
    covariance,
    cronbach_alpha,
    difference,
    item_total,
    krejcie_morgan,
    together,
    without,
)
from metrics.ikm.which import Held, choose, held_in, span_of

ATTRIBUTES = ("sex", "age", "education", "occupation")
ENUMS = ("sex", "education", "occupation")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Group:
    """One group of respondents (value of an attribute, or a service) with its own IKM."""

    attribute: str
    value: str
    row: IkmRow


@dataclass(frozen=True)
class Validity:
    """Cronbach's alpha and item-total correlations over `complete` respondents."""

    complete: int
    alpha: float | None
    item_total: dict[str, float | None]


@dataclass(frozen=True)
class TrendPoint:
    """One period of a trend; `rule_changed` marks a first figure under another rule, whose
    difference to the period before is not given. `change` judges whether respondents' own means
    moved beyond chance; `step` is what is said: the difference of the two printed values."""

    row: IkmRow
    rule_changed: bool
    change: Difference | None
    step: Decimal | None = None


@dataclass(frozen=True)
class ProvinceIkm:
    """A province's IKM both ways, each named: pooled respondents, and the plain mean of units."""

    period: str
    rule: str
    pooled: IkmRow
    mean_of_units: Decimal | None
    mean_grade: str | None
    units: tuple[IkmRow, ...]


@dataclass(frozen=True)
class Quadrant:
    """One element on the importance-performance plane; `place` names its quadrant."""

    element: str
    name: str
    short: str
    performance: float
    importance: float
    place: str


@dataclass(frozen=True)
class Adequacy:
    """A sample held against Krejcie-Morgan for the population served; a warning, no refusal."""

    population: int
    needed: int
    respondents: int

    @property
    def enough(self) -> bool:
        return self.respondents >= self.needed


def office_rows(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str,
    period: str | None = None,
    weight: str = EXACT,
) -> list[IkmRow]:
    """An office's IKM with its services pooled: one row a period and rule, in time's order."""
    scores, persons = read_counts(snapshot, scope, office, period=period)
    return sorted(pooled(scores, persons, weight), key=lambda r: (period_order(r.period), r.rule))


def trend(rows: Sequence[IkmRow]) -> list[TrendPoint]:
    """Rows of one office in time's order, each against the one before it under the same rule."""
    points: list[TrendPoint] = []
    for row in rows:
        before = points[-1].row if points else None
        changed = before is not None and before.rule != row.rule
        judged = step = None
        if before and not changed and before.persons and row.persons:
            judged = difference(row.persons, before.persons, TO_100)
        if before and not changed and before.ikm is not None and row.ikm is not None:
            step = row.ikm - before.ikm
        points.append(TrendPoint(row, changed, judged, step))
    return points


def survey_for(
    snapshot: Counts, scope: HasOffices | None, office: str, period: str | None
) -> Held | None:
    """The survey of an office that speaks for `period`: what its page and its papers are about."""
    scores, _persons = read_counts(snapshot, scope, office)
    return choose(held_in(scores), span_of(period))


def groups(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str,
    period: str,
    rule: str,
    weight: str = EXACT,
) -> list[Group]:
    """The IKM by sex, age, education, occupation (one attribute at a time) and by service."""
    found: list[Group] = []
    for attribute in ATTRIBUTES:
        scores, persons = read_counts(
            snapshot, scope, office, period=period, rule=rule, attribute=attribute
        )
        for value in sorted(set(scores["value"]), key=_group_order(attribute)):
            rows = pooled(
                scores[scores["value"] == value], persons[persons["value"] == value], weight
            )
            found += [Group(attribute, value, row) for row in rows]
    scores, persons = read_counts(snapshot, scope, office, period=period, rule=rule)
    services = rows_from_counts(scores, persons, weight)
    if len(services) > 1:
        found += [Group("service", row.service or "", row) for row in services]
    return found


def contrasts(groups: Sequence[Group]) -> dict[tuple[str, str], Difference | None]:
    """Each group's IKM less that of the attribute's other respondents, by (attribute, value).

    The intervals of one attribute hold together at 95 % (Bonferroni); None below two respondents
    on either side, or where a tally has no respondents.
    """
    found: dict[tuple[str, str], Difference | None] = {}
    for attribute in dict.fromkeys(g.attribute for g in groups):
        own = [g for g in groups if g.attribute == attribute]
        whole = together(g.row.persons for g in own if g.row.persons)
        sure = 1 - (1 - CONFIDENCE) / max(1, len(own))
        for group in own:
            rest = without(whole, group.row.persons) if whole and group.row.persons else None
            found[attribute, group.value] = (
                difference(group.row.persons, rest, TO_100, sure)
                if rest and group.row.persons
                else None
            )
    return found


def _group_order(attribute: str) -> Callable[[str], tuple[bool, int, str]]:
    """Groups as people count them: ages and schooling from the lowest up, who is silent last."""
    known = list(words(attribute).titles) if attribute in ENUMS else []

    def place(value: str) -> tuple[bool, int, str]:
        if value in known:
            return (False, known.index(value), value)
        first = NUMBER.search(value)
        years = 2 * int(first.group()) if attribute == "age" and first else len(known)
        return (value == "", years - value.startswith(("≤", "<")) + value.startswith(">"), value)

    return place


def validity(pairs: pd.DataFrame, code: str) -> Validity | None:
    """Alpha and item-total correlations from `survey_pair` rows (summed); None without any.

    `pairs` has a, b, n, sum_a, sum_b, sum_ab of the rule `code`.
    """
    slugs = [e.slug for e in survey_rule(code).elements]
    if pairs.empty:
        return None
    summed = pairs.groupby(["a", "b"])[["n", "sum_a", "sum_b", "sum_ab"]].sum()
    table = {
        (a, b): Pair(int(n), int(sa), int(sb), int(sab))
        for (a, b), (n, sa, sb, sab) in zip(
            summed.index, summed.itertuples(index=False, name=None), strict=True
        )
    }
    matrix = covariance(slugs, table)
    complete = max((p.n for p in table.values()), default=0)
    if matrix is None:
        return Validity(complete, None, dict.fromkeys(slugs))
    return Validity(complete, cronbach_alpha(slugs, matrix), item_total(slugs, matrix))


def office_validity(
    snapshot: Counts, scope: HasOffices | None, office: str, period: str, rule: str
) -> Validity | None:
    """`validity` of an office's respondents of one period and rule, services pooled."""
    return validity(read_pairs(snapshot, scope, office, period=period, rule=rule), rule)


def quadrants(row: IkmRow, validity: Validity | None) -> list[Quadrant]:
    """Importance (item-total correlation) against performance (25-100), split at their means.

    Empty when importance is unknown: no complete answers, or a tally only.
    """
    known = validity.item_total if validity else {}
    both = [
        (e.element, e.value, known[e.element.slug])
        for e in row.elements
        if e.value is not None and known.get(e.element.slug) is not None
    ]
    if len(both) < 2:
        return []
    middle_x = sum(x for _e, x, _y in both) / len(both)
    middle_y = sum(y for _e, _x, y in both if y is not None) / len(both)
    return [
        Quadrant(e.slug, e.label(), e.brief(), x, y, _place(x >= middle_x, y >= middle_y))
        for e, x, y in both
        if y is not None
    ]


def _place(performs: bool, matters: bool) -> str:
    if matters:
        return "keep" if performs else "improve"
    return "ease" if performs else "later"


def place_name(place: str) -> str:
    """The quadrant's name as people read it."""
    return {
        "improve": _("perbaiki dulu"),
        "keep": _("pertahankan"),
        "later": _("prioritas rendah"),
        "ease": _("sudah lebih dari cukup"),
    }[place]


def province_rows(
    snapshot: Counts,
    scope: HasOffices | None,
    province: str | None,
    period: str | None = None,
    weight: str = EXACT,
) -> list[ProvinceIkm]:
    """A province's IKM by period and rule: respondents pooled, and the mean of its units' IKM.

    A unit is an office with its services pooled (all offices without a `province`); the mean is of
    unrounded values, rounded once.
    """
    scores, persons = read_counts(snapshot, scope, province=province, period=period)
    units: dict[tuple[str, str], list[IkmRow]] = {}
    for row in pooled(scores, persons, weight):
        units.setdefault((row.period, row.rule), []).append(row)
    result = []
    for whole in pooled(scores, persons, weight, office=province or ""):
        own = units[whole.period, whole.rule]
        values = [u.exact for u in own if u.exact is not None]
        mean = half_up(sum(values, Fraction(0)) / len(values)) if values else None
        grade = survey_rule(whole.rule).grade(mean) if mean is not None else None
        result.append(
            ProvinceIkm(
                whole.period, whole.rule, whole, mean, grade.letter if grade else None, tuple(own)
            )
        )
    return sorted(result, key=lambda p: (period_order(p.period), p.rule))


def adequacy(
    snapshot: Counts, scope: HasOffices | None, office: str, period: str, respondents: int
) -> Adequacy | None:
    """The sample against the population served, when a `populations` table gives it."""
    if scope is not None and scope.offices is not None and office not in scope.offices:
        return None
    found = snapshot.sql(
        "SELECT service, n FROM ref_population WHERE office = ? AND period = ?",
        [office, period],
        ("ref_population",),
    )
    if found.empty:
        return None
    whole = found[found["service"].fillna("") == ""]
    population = int((whole if len(whole) else found)["n"].sum())
    return Adequacy(population, krejcie_morgan(population), respondents)


def profile(groups: Sequence[Group]) -> pd.DataFrame:
    """Respondents by group: attribute, value, n, share of the attribute's respondents."""
    rows = pd.DataFrame(
        [(g.attribute, g.value, g.row.respondents) for g in groups],
        columns=["attribute", "value", "n"],
    )
    rows["share"] = rows["n"] / rows.groupby("attribute")["n"].transform("sum")
    return rows
