"""Why: the one place where the satisfaction index (IKM) is computed (indicators.md §7).

NRR of an element = sum of its scores / its own number of answers; index = sum of NRR x weight;
IKM = index x 25, rounded once, half up, from the unrounded index. All of it from counts:
`survey_score` (answers by score), `survey_person` (respondents by answers given and their sum).
A figure keeps the rule that it was surveyed under; nothing here regrades.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from etl.periods import months_of
from etl.sheets.survey_rules import EXACT, Element, Rule, half_up, rules
from etl.sheets.survey_rules import rule as survey_rule
from etl.words import _
from metrics.ikm.reading import Counts as Counts
from metrics.ikm.reading import HasOffices as HasOffices
from metrics.ikm.reading import read_counts as read_counts
from metrics.ikm.reading import read_pairs as read_pairs
from metrics.ikm.statistics import Moments, moments, respondent_moments
from metrics.ikm.which import chosen, of_survey, span_of

TO_100 = 25
KEYS = ["office", "period", "service", "rule"]
Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class ElementScore:
    """One element's answers: how many gave 1, 2, 3 and 4."""

    element: Element
    counts: tuple[int, int, int, int]

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def sum(self) -> int:
        return sum(score * n for score, n in enumerate(self.counts, start=1))

    @property
    def nrr(self) -> Fraction | None:
        """The element's mean score (NRR), or None when nobody answered it."""
        return Fraction(self.sum, self.answers) if self.answers else None

    @property
    def value(self) -> float | None:
        """NRR on the converted scale of 25 to 100."""
        return None if self.nrr is None else float(self.nrr * TO_100)

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of `value`, kept within 25 and 100; None below two answers."""
        found = moments(enumerate(self.counts, start=1))
        half = found.half_width() if found else None
        if found is None or half is None:
            return None
        middle = float(found.mean)
        return max(1.0, middle - half) * TO_100, min(4.0, middle + half) * TO_100


@dataclass(frozen=True)
class IkmRow:
    """The IKM of one survey (office, period, service, rule) and how sure it is.

    `exact` is the unrounded converted value; `ikm` is None when an element has no answer, and
    `notes` say why. `office` is a code, or a province's code for pooled respondents.
    """

    office: str
    period: str
    service: str | None
    rule: str
    weight: str
    respondents: int
    ikm: Decimal | None
    exact: Fraction | None
    grade: str | None
    grade_name: str | None
    low: Decimal | None
    high: Decimal | None
    elements: tuple[ElementScore, ...]
    persons: Moments | None = None
    notes: tuple[str, ...] = ()

    @property
    def lowest(self) -> list[ElementScore]:
        """Elements from the lowest NRR up; ties keep the rule's order."""
        return sorted((e for e in self.elements if e.nrr is not None), key=lambda e: e.nrr or 0)

    def to_json(self) -> dict[str, Any]:
        """The row of `monev ikm --format json` (the contract of the command line)."""
        row: dict[str, Any] = {
            "office": self.office,
            "period": self.period,
            "service": self.service,
            "rule": self.rule,
            "weight": self.weight,
            "respondents": self.respondents,
            "ikm": _number(self.ikm),
            "grade": self.grade,
            "low": _number(self.low),
            "high": _number(self.high),
            "elements": [
                {
                    "element": e.element.slug,
                    "name": e.element.name,
                    "answers": e.answers,
                    "sum": e.sum,
                    "nrr": None if e.nrr is None else float(half_up(e.nrr, 4)),
                }
                for e in self.elements
            ],
        }
        if self.notes:
            row["note"] = " ".join(self.notes)
        return row


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def index(elements: Sequence[ElementScore], weights: Mapping[str, Fraction]) -> Fraction | None:
    """The unrounded converted value; None when an element has no answer (never renormalised).

    `weights`: element → weight, as `Rule.weights` gives them.
    """
    if not elements or any(e.nrr is None for e in elements):
        return None
    parts = (e.nrr * weights[e.element.slug] for e in elements if e.nrr is not None)
    return sum(parts, Fraction(0)) * TO_100


def make_row(
    key: tuple[str, str, str | None, str],
    elements: Sequence[ElementScore],
    persons: Sequence[tuple[int, int, int]],
    weight: str = EXACT,
    tallied: int = 0,
) -> IkmRow:
    """The IKM of one survey from its elements and its respondents' (answered, total, n).

    `tallied`: respondents known by a tally of their answers only.

    The interval is Student's, of respondents' own mean scores, about the index, scaled by the
    weight in use and kept within the reachable range.
    """
    office, period, service, code = key
    its = survey_rule(code)
    exact = index(elements, its.weights(weight))
    value = None if exact is None else half_up(exact)
    grade = None if value is None else its.grade(value)
    counted = sum(n for answered, _total, n in persons if answered)
    respondents = counted + tallied
    own = None if tallied else respondent_moments(persons)
    low, high = _interval(exact, own, its, weight)
    return IkmRow(
        office,
        period,
        service,
        code,
        weight,
        respondents,
        value,
        exact,
        grade.letter if grade else None,
        grade.name if grade else None,
        low,
        high,
        tuple(elements),
        own,
        tuple(_notes(elements, value, low, own, its, grade is not None)),
    )


def _interval(
    exact: Fraction | None, own: Moments | None, its: Rule, weight: str
) -> tuple[Decimal | None, Decimal | None]:
    half = own.half_width() if own else None
    if exact is None or half is None:
        return None, None
    scale = its.weight(weight) * len(its.elements) * TO_100
    width = Fraction(half) * scale
    return half_up(max(exact - width, scale)), half_up(min(exact + width, 4 * scale))


def _notes(
    elements: Sequence[ElementScore],
    value: Decimal | None,
    low: Decimal | None,
    own: Moments | None,
    its: Rule,
    graded: bool,
) -> Iterable[str]:
    silent = [e.element.label() for e in elements if not e.answers]
    if silent:
        yield _("IKM tidak dihitung: tidak ada jawaban untuk {elements}.").format(
            elements=", ".join(silent)
        )
    elif value is not None and not graded:
        yield _("Mutu tidak diberikan: bobot ini menghasilkan nilai di atas 100.")
    elif low is None and own is None:
        yield _("Selang tidak dihitung: sebagian atau seluruh jawaban hanya berupa rekapitulasi.")
    elif low is None:
        yield _("Selang tidak dihitung: responden kurang dari dua.")
    if its.status != "sure":
        yield _("Batas mutu {rule} belum dipastikan dari naskah aslinya.").format(rule=its.name)


def rows_from_counts(
    scores: pd.DataFrame,
    persons: pd.DataFrame,
    weight: str = EXACT,
    pool: Mapping[str, str] | None = None,
) -> list[IkmRow]:
    """One row for each (office, period, service, rule), by office, period, service.

    `scores` has office, period, service, rule, element, score, n; `persons` has office, period,
    service, rule, answered, total, n; both of one attribute value (or of all respondents). `pool`:
    columns of the key that are given one value, so that their respondents count together.
    """
    given = _keyed(scores, "element", "score", "n")
    told = _keyed(persons, "answered", "total", "n")
    tallied = _tallied(given, {key for key, *_rest in told}, pool or {})
    answers: dict[Key, dict[str, list[int]]] = {}
    for key, element, score, n in given:
        by_element = answers.setdefault(_pooled(key, pool), {})
        by_element.setdefault(element, [0, 0, 0, 0])[int(score) - 1] += int(n)
    people: dict[Key, list[tuple[int, int, int]]] = {}
    for key, answered, total, n in told:
        people.setdefault(_pooled(key, pool), []).append((int(answered), int(total), int(n)))
    return [
        make_row(
            key,
            element_scores(key[3], found),
            people.get(key, []),
            weight,
            tallied.get(key, 0),
        )
        for key, found in sorted(answers.items(), key=lambda item: _order(item[0]))
    ]


def _keyed(frame: pd.DataFrame, *columns: str) -> list[tuple[Key, Any, Any, Any]]:
    """The rows as plain values: the key, then three columns (frames are slow row by row)."""
    keys = zip(*(frame[name].to_numpy(object) for name in KEYS), strict=True)
    return list(zip(keys, *(frame[name].to_numpy(object) for name in columns), strict=True))


def _pooled(key: Key, pool: Mapping[str, str] | None) -> Key:
    if not pool:
        return key
    office, period, service, code = (pool.get(n, v) for n, v in zip(KEYS, key, strict=True))
    return office, period, service, code


def _tallied(
    given: list[tuple[Key, Any, Any, Any]], known: set[Key], pool: Mapping[str, str]
) -> dict[Key, int]:
    """Respondents of the sheets that only a tally of answers tells: its fullest element's."""
    counted: dict[Key, dict[str, int]] = {}
    for key, element, _score, n in given:
        if key not in known:
            by_element = counted.setdefault(key, {})
            by_element[element] = by_element.get(element, 0) + int(n)
    found: dict[Key, int] = {}
    for key, by_element in counted.items():
        pooled_key = _pooled(key, pool)
        found[pooled_key] = found.get(pooled_key, 0) + max(by_element.values())
    return found


def element_scores(code: str, answers: dict[str, list[int]]) -> tuple[ElementScore, ...]:
    """The rule's elements in order, each with its counts of 1 to 4 (zeros when unanswered)."""
    none = [0, 0, 0, 0]
    return tuple(
        ElementScore(e, (c[0], c[1], c[2], c[3]))
        for e in survey_rule(code).elements
        for c in [answers.get(e.slug, none)]
    )


def _order(key: tuple[str, ...]) -> tuple[str, tuple[int, int], str, str]:
    office, period, service, code = key
    return (office, period_order(period), service or "", code)


def period_order(period: str) -> tuple[int, int]:
    """A sort key by the period's last month, then length: 2024-06, 2024-Q2, 2024-S1, then 2024."""
    first, last = months_of(period)
    return last, last - first


def ikm_rows(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str | None = None,
    province: str | None = None,
    period: str | None = None,
    rule: str | None = None,
    weight: str = EXACT,
) -> list[IkmRow]:
    """The IKM of every survey in the scope and the filters (`rule` filters, it never regrades).

    With a `period` each office's survey that speaks for it (`metrics.ikm.which`), by service.
    Raises Refused for an unknown rule or a weight that is none.
    """
    for code in [rule] if rule is not None else rules():
        survey_rule(code).weight(weight)
    scores, persons = read_counts(snapshot, scope, office, province, None, rule)
    if period is None:
        return rows_from_counts(scores, persons, weight)
    rows: list[IkmRow] = []
    for (code,), survey in chosen(scores, span_of(period), ["office"]):
        asked, people = (
            of_survey(frame[frame["office"] == code], survey) for frame in (scores, persons)
        )
        rows += rows_from_counts(asked, people, weight)
    return rows


def pooled(
    scores: pd.DataFrame, persons: pd.DataFrame, weight: str = EXACT, office: str | None = None
) -> list[IkmRow]:
    """Services of an office (or, with `office` named, all offices) pooled: one row a period, rule.

    The respondents count alike wherever they were asked; rules are never pooled. A pooled row has
    no service unless there was one only.
    """
    services: dict[tuple[str, str], set[str]] = {}
    for period, code, service in zip(
        scores["period"], scores["rule"], scores["service"], strict=True
    ):
        services.setdefault((period, code), set()).add(service)
    by = {"service": ""} | ({"office": office} if office is not None else {})
    rows = rows_from_counts(scores, persons, weight, by)
    asked = [services[row.period, row.rule] for row in rows]
    return [
        replace(row, service=next(iter(own)) if len(own) == 1 else None)
        for row, own in zip(rows, asked, strict=True)
    ]
