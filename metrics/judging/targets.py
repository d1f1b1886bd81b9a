"""The target of a figure that is in force at a place, for a permit type, on a day."""

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import last_day
from etl.reference import province_of
from metrics.asking.query import Query
from metrics.asking.result import Figure
from metrics.judging.funnel import FEWEST_CASES

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

JUDGED_BY_CASES = frozenset({"rate", "days"})  # shapes of which few cases say too little


def target(snapshot: "Snapshot", indicator: str, query: Query, on: date) -> float | None:
    """The target of `indicator` in force on `on` for the place and permit type of `query`.

    An office's own goes before its province's, of several the latest that is valid. A target for
    all types is never laid over one type, nor one type's over all. Rates are fractions.
    """
    frame = snapshot.table("ref_target")
    if frame.empty:
        return None
    rows = frame[frame["indicator"] == indicator]
    rows = rows[rows["permit_type"].fillna("") == (query.permit_type or "")]
    rows = rows[pd.to_datetime(rows["valid_from"]) <= pd.Timestamp(on)]
    for place in _places(snapshot, query):
        own = rows[rows["office"] == place].sort_values("valid_from")
        if len(own):
            value: Any = own["value"].iloc[-1]
            return float(value)
    return None


def targets_by_month(
    snapshot: "Snapshot", indicator: str, query: Query, months: list[int]
) -> list[float | None]:
    """The target in force at the end of each of `months` (yyyymm), for a line over a chart."""
    return [target(snapshot, indicator, query, last_day(month)) for month in months]


def _places(snapshot: "Snapshot", query: Query) -> list[str]:
    """The codes whose targets hold, the nearest first."""
    if query.office:
        return [query.office, province_of(query.office)]
    if query.province:
        return [query.province]
    provinces = snapshot.offices()["province"].dropna().unique().tolist()
    return provinces if len(provinces) == 1 else []


def few(figure: Figure, n: Any) -> bool:
    """Whether a figure rests on too few cases to be judged (indicators.md §9)."""
    counted = figure.shape in JUDGED_BY_CASES
    return counted and n is not None and not math.isnan(n) and n < FEWEST_CASES


def met(figure: Figure, value: float | None, n: Any, wanted: float | None) -> bool | None:
    """Whether `value`, resting on `n` cases, meets the target `wanted`.

    None where either is missing, no direction is better, or the cases are too few.
    """
    if value is None or math.isnan(value) or wanted is None or figure.better is None:
        return None
    if few(figure, n):
        return None
    return value >= wanted if figure.better == "up" else value <= wanted
