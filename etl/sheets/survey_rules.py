"""Why: elements, weights and grades of the three survey rules, from tables officers can read."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from etl.errors import Refused
from etl.paths import DATA
from etl.words import _

EXACT = "exact"
SKM = "skm"
HIGHEST_SCORE = 4


@dataclass(frozen=True)
class Element:
    """One element (unsur) of a rule; `slug` is its column in the facts, `order` its U-number."""

    rule: str
    order: int
    slug: str
    name: str
    short: str
    synonyms: tuple[str, ...]
    share: Fraction = Fraction(1)  # its part of the whole beside the other elements' parts

    def label(self) -> str:
        """The whole name in the language in use."""
        return _(self.name)

    def brief(self) -> str:
        """The short name in the language in use."""
        return _(self.short)


@dataclass(frozen=True)
class Grade:
    """One grade (mutu) of a rule with its inclusive bounds on the converted value, 25-100."""

    letter: str
    name: str
    low: Decimal
    high: Decimal
    status: str


@dataclass(frozen=True)
class Rule:
    """A survey rule: its elements in order, its grades from D to A, and the weight of its text.

    `family`: "skm" gives the IKM; "ipak" and "ipkp" are the surveys that offices put beside it.
    `marks`: words by which a form's headings say that a question belongs to it.
    """

    code: str
    name: str
    regulation: str
    text_weight: Decimal
    status: str
    elements: tuple[Element, ...]
    grades: tuple[Grade, ...]
    family: str = "skm"
    marks: tuple[str, ...] = ()

    def weight(self, choice: str = EXACT) -> Fraction:
        """The weight of one element as an exact fraction; `choice` is "exact" or a decimal.

        Raises Refused for anything that is no number above 0 and at most 1.
        """
        if choice == EXACT:
            return Fraction(1, len(self.elements))
        try:
            weight = Fraction(str(choice).replace(",", "."))
        except (ValueError, ZeroDivisionError):
            weight = Fraction(0)
        if not 0 < weight <= 1:
            raise Refused(
                _(
                    "Bobot {weight} tidak dikenal: pakai exact atau angka antara 0 dan 1, "
                    "misalnya 0.111."
                ).format(weight=choice)
            )
        return weight

    def grade(self, value: Decimal) -> Grade | None:
        """The grade of a converted value already rounded to two decimals.

        Below the lowest bound it is the lowest grade (all answers 1 at weight 0.11 give 24.75);
        above 100 there is none, since the weight cannot be right.
        """
        if value > self.grades[-1].high:
            return None
        return next((g for g in reversed(self.grades) if value >= g.low), self.grades[0])

    def weights(self, choice: str = EXACT) -> dict[str, Fraction]:
        """Element → its weight: `weight` for each, or its own share of the whole where exact."""
        if choice != EXACT:
            return dict.fromkeys((e.slug for e in self.elements), self.weight(choice))
        whole = sum((e.share for e in self.elements), Fraction(0))
        return {e.slug: e.share / whole for e in self.elements}

    def element(self, slug: str) -> Element | None:
        """The element of this slug, or None when the rule has none."""
        return next((e for e in self.elements if e.slug == slug), None)


def _table(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache
def rules() -> dict[str, Rule]:
    """Every rule by its code ("2004", "2014", "2017"), read once from `data/`."""
    elements = [
        Element(
            row["rule"],
            int(row["order"]),
            row["element"],
            row["name"],
            row["short"],
            tuple(s for s in row["synonyms"].split("|") if s),
            Fraction(row["weight"]),
        )
        for row in _table("elements.csv")
    ]
    grades = [
        (
            row["rule"],
            Grade(
                row["grade"], row["name"], Decimal(row["low"]), Decimal(row["high"]), row["status"]
            ),
        )
        for row in _table("survey_grades.csv")
    ]
    return {
        row["rule"]: Rule(
            row["rule"],
            row["name"],
            row["regulation"],
            Decimal(row["text_weight"]),
            row["status"],
            tuple(sorted((e for e in elements if e.rule == row["rule"]), key=lambda e: e.order)),
            tuple(sorted((g for r, g in grades if r == row["rule"]), key=lambda g: g.low)),
            row["family"],
            tuple(m for m in row["marks"].split("|") if m),
        )
        for row in _table("survey_rules.csv")
    }


def of_family(family: str = SKM) -> dict[str, Rule]:
    """The rules of one survey by code: those of the SKM unless another is asked for."""
    return {code: its for code, its in rules().items() if its.family == family}


def rule(code: str) -> Rule:
    """The rule of this code; raises Refused naming the known ones."""
    known = rules()
    if str(code) not in known:
        raise Refused(
            _("Aturan survei {code} tidak dikenal: pakai salah satu dari {known}.").format(
                code=code, known=", ".join(known)
            )
        )
    return known[str(code)]


def half_up(value: Fraction, places: int = 2) -> Decimal:
    """`value` rounded once, half up, to `places` decimals: 86.625 is 86.63 (indicators.md §7)."""
    scale = 10**places
    scaled = value * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-places)


def element_name(slug: str) -> str:
    """The name of an element by its slug, of the newest rule that has it; "" where none has."""
    found = [e.name for r in rules().values() if (e := r.element(slug)) is not None]
    return found[-1] if found else ""
