"""The record kinds of a satisfaction survey, and the elements that its rules ask for."""

import csv
from dataclasses import dataclass
from functools import cache

from etl.fields import Field, Kind, office_field
from etl.paths import DATA


@dataclass(frozen=True)
class Element:
    """One element of a satisfaction survey under a rule, from `data/elements.csv`."""

    rule: str
    order: int
    slug: str
    name: str
    short: str
    synonyms: tuple[str, ...]


@cache
def elements() -> tuple[Element, ...]:
    """Every element of every rule, in the rule's order."""
    with (DATA / "elements.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Element(
                row["rule"],
                int(row["order"]),
                row["element"],
                row["name"],
                row["short"],
                tuple(s for s in row["synonyms"].split("|") if s),
            )
            for row in csv.DictReader(file)
        )


@cache
def element_slugs() -> tuple[str, ...]:
    """The slugs of all elements, each once: the score columns of the survey table."""
    return tuple(dict.fromkeys(e.slug for e in elements()))


def survey() -> Kind:
    """Answers of respondents, one score an element by name."""
    return Kind(
        "survey",
        "Jawaban survei kepuasan (SKM/IKM)",
        (
            office_field(),
            Field("period", "period", key=True, required=True),
            Field("service", "text", key=True, about="blank: all services together"),
            Field("rule", "enum", key=True, required=True, enum="rule", unknown="reject"),
            Field("sheet", "text", key=True),
            Field("respondent_no", "code", key=True, required=True),
            Field("survey_date", "date"),
            Field("sex", "enum", enum="sex"),
            Field("age", "text", about="years or an age band, as written"),
            Field("education", "enum", enum="education"),
            Field("occupation", "enum", enum="occupation"),
            *(Field(slug, "score", low=1, high=4, unit="1–4") for slug in element_slugs()),
            Field("further", "text", about="more answers to an element: waktu=3;waktu=2"),
            Field("comment", "text"),
        ),
    )


def survey_counts() -> Kind:
    """How many gave an element a score, of an office that kept only the tally."""
    return Kind(
        "survey_counts",
        "Rekap jawaban survei",
        (
            office_field(),
            Field("period", "period", key=True, required=True),
            Field("service", "text", key=True, about="blank: all services together"),
            Field("element", "enum", key=True, required=True, enum="element", unknown="reject"),
            Field("score", "score", key=True, required=True, low=1, high=4, unit="1–4"),
            Field("rule", "enum", required=True, enum="rule", unknown="reject"),
            Field("count", "integer", required=True, low=0, high=10_000_000, unit="jawaban"),
        ),
    )
