"""Why: one place decides which survey speaks for a period, so that no two pages show two IKM.

The IKM of a period is that of the last survey that ends in it, else of the last within the 12
months before it began, always named with its own period (design: one figure, one verdict).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from etl.periods import add_months, last_day, month_of, months_of

LOOK_BACK = 12  # months before the period in which an earlier survey still speaks for it


@dataclass(frozen=True)
class Span:
    """The months a question is about (yyyymm, None for no bound) and the day it is asked on.

    `days`: office → the last day of its survey data, for a survey still running on `day`.
    """

    first: int | None = None
    last: int | None = None
    day: date | None = None
    days: tuple[tuple[str, date], ...] = ()

    def holds(self, month: int) -> bool:
        """Whether a month (yyyymm) lies in it."""
        return (self.first is None or month >= self.first) and (
            self.last is None or month <= self.last
        )

    @property
    def exact(self) -> tuple[int, int] | None:
        """The months as a survey's own would read, None when a bound is open."""
        return (self.first, self.last) if self.first and self.last else None


@dataclass(frozen=True)
class Held:
    """One survey that was held: its period, its rule, and by which offices."""

    period: str
    rule: str
    offices: tuple[str, ...]

    @property
    def end(self) -> int:
        """The month (yyyymm) in which its period ends."""
        return months_of(self.period)[1]


def span_of(period: str | None, day: date | None = None) -> Span:
    """The span of one period as people write it; None is all of time."""
    first, last = months_of(period) if period else (None, None)
    return Span(first, last, day)


def choose(held: Iterable[Held], span: Span) -> Held | None:
    """The survey that speaks for `span`, or None where none does.

    Of those that end in it the one of exactly those months goes first, then the last to end; among
    several that end in the same month the one that more offices held, then the longer.
    """
    known = [h for h in held if _known(h, span)]
    within = [h for h in known if span.holds(h.end)]
    if not within and span.first:
        earliest = add_months(span.first, -LOOK_BACK)
        within = [h for h in known if earliest <= h.end < span.first]
    return max(within, key=lambda h: _rank(h, span), default=None)


def _known(survey: Held, span: Span) -> bool:
    """Whether the survey had ended by the day asked on, or its data reach no further than that."""
    if span.day is None or last_day(survey.end) <= span.day:
        return True
    own = dict(span.days)
    begun = months_of(survey.period)[0] <= month_of(span.day)
    return begun and all(o in own and own[o] <= span.day for o in survey.offices)


def _rank(survey: Held, span: Span) -> tuple[bool, int, int, int, str]:
    first, last = months_of(survey.period)
    return span.exact == (first, last), last, len(survey.offices), -first, survey.rule


def held_in(scores: pd.DataFrame) -> list[Held]:
    """The surveys among counted answers (columns office, period, rule)."""
    offices: dict[tuple[str, str], set[str]] = {}
    for office, period, rule in scores[["office", "period", "rule"]].drop_duplicates().to_numpy():
        offices.setdefault((period, rule), set()).add(office)
    return [Held(p, r, tuple(sorted(own))) for (p, r), own in offices.items()]


def of_survey(frame: pd.DataFrame, survey: Held | None) -> pd.DataFrame:
    """The rows of counted answers that belong to `survey`; none where there is none."""
    if survey is None:
        return frame.iloc[0:0]
    return frame[(frame["period"] == survey.period) & (frame["rule"] == survey.rule)]


def chosen(
    frame: pd.DataFrame, span: Span, by: Sequence[str]
) -> list[tuple[tuple[Any, ...], Held]]:
    """(values of `by`, the survey that speaks for them) of every group of counted answers."""
    if frame.empty:
        return []
    columns = list(dict.fromkeys([*by, "office", "period", "rule"]))
    sheets = frame[columns].drop_duplicates()  # answers are many, surveys few
    groups = sheets.groupby(list(by), sort=True) if by else [((), sheets)]
    found = ((key, choose(held_in(own), span)) for key, own in groups)
    return [(key, survey) for key, survey in found if survey]
