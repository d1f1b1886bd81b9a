"""The answer to a question: rows, as-of day and notes, the same for card, chart and console."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from metrics.asking.query import Query

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator


@dataclass(frozen=True)
class Result:
    """Rows of one indicator: the asked dimensions, `n`, `value` and what goes with it.

    A distribution's rows also hold median, mean, p90; a rate's numerator, denominator, low,
    high; a row without a figure has value NaN and says why in `note`.
    """

    indicator: "Indicator"
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
        return {k: plain(v) for k, v in self.rows.iloc[0].items()}

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
