"""The answer to a question: rows, as-of day and notes, the same for card, chart and console."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from etl.words import _
from metrics.asking.query import Query


@dataclass(frozen=True)
class Place:
    """Where an indicator stands in a report: the report, the section and the order within it.

    Reports are "office" (an office's month or year) and "province"; sections "summary",
    "complaints", "money".
    """

    report: str
    section: str
    order: int


@dataclass(frozen=True)
class Figure:
    """What a figure is called and how it is read, apart from who answers it.

    `title`, `short` and `formula` are Indonesian and are translated when read through
    `label()`, `brief()` and `explain()`. `better` is "up", "down" or None where neither is good.
    `kind` is the record kind whose last reported day is the figure's as-of day.
    `shape` is "count", "rate", "ratio", "days", "amount" or "index"; `moment` is "period" for what
    happened in a period, "end" for a stock as it was known at the period's end. `section` names
    the definition (a section of indicators.md), `rank` the order among those of that section.
    `reports` says in which reports it stands, and where. `charted`: the column that a chart over
    time judges ("mean" beside a median of whole days). `ripens`: followed from its start, so that
    the newest month is not judged yet.
    """

    name: str
    title: str
    short: str
    unit: str
    kind: str
    shape: str
    dims: tuple[str, ...]
    formula: str
    section: str
    better: str | None = field(default=None, kw_only=True)
    decimals: int = field(default=0, kw_only=True)
    card: bool = field(default=False, kw_only=True)
    moment: str = field(default="period", kw_only=True)
    rank: int = field(default=99, kw_only=True)
    reports: tuple[Place, ...] = field(default=(), kw_only=True)
    charted: str = field(default="value", kw_only=True)
    ripens: bool = field(default=False, kw_only=True)

    def label(self) -> str:
        """The full name in the language in use."""
        return _(self.title)

    def brief(self) -> str:
        """The short name in the language in use."""
        return _(self.short)

    def explain(self) -> str:
        """The formula in words, in the language in use."""
        return _(self.formula)

    def describe(self) -> dict[str, Any]:
        """The registry's entry as plain data."""
        return {
            "indicator": self.name,
            "title": self.label(),
            "unit": self.unit,
            "better": self.better,
            "dimensions": list(self.dims),
            "formula": self.explain(),
            "definition": self.section,
        }


@dataclass(frozen=True)
class Result:
    """Rows of one indicator: the asked dimensions, `n`, `value` and what goes with it.

    A distribution's rows also hold median, mean, p90; a rate's numerator, denominator, low,
    high; a row without a figure has value NaN and says why in `note`.
    """

    indicator: Figure
    query: Query
    rows: pd.DataFrame
    as_of: str | None
    notes: tuple[str, ...] = ()

    @property
    def value(self) -> float | None:
        """The figure of the first row, None where there is none to give."""
        return None if self.rows.empty else plain(self.rows["value"].iloc[0])

    @property
    def first(self) -> dict[str, Any]:
        """The first row as plain data (for a card); empty where there is no row."""
        if self.rows.empty:
            return {}
        return {str(k): plain(v) for k, v in self.rows.iloc[0].items()}

    def to_json(self) -> dict[str, Any]:
        """The command line's object, to the letter of its contract."""
        answer = {
            "indicator": self.indicator.name,
            "unit": self.indicator.unit,
            "as_of": self.as_of,
            "filters": self.query.filters(),
            "rows": [
                {k: plain(v) for k, v in row.items() if k != "note" or plain(v)}
                for row in self.rows.to_dict("records")
            ],
        }
        return answer | ({"notes": list(self.notes)} if self.notes else {})


def plain(value: Any) -> Any:
    """A numpy or pandas scalar as plain Python; missing and not-a-number become None."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return value
    return value
