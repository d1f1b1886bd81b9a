"""The target of a figure at a place and time: the office's own, else its province's, else none."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.frame.view import View
from etl.periods import last_day, months_of
from etl.reference import province_of


def target(view: View, indicator: str) -> float | None:
    """The target of `indicator` in force at the end of the view's period, None where none is set.

    A target for the permit type in view goes before one for all types, an office's own before
    its province's; of several the latest that is valid. Rates are fractions.
    """
    frame = view.snapshot.table("ref_target") if view.snapshot else pd.DataFrame()
    if frame.empty:
        return None
    office = view.query.office or ""
    province = view.query.province or (province_of(office) if office else "")
    if not province and view.offices:
        province = next(iter(view.offices.values())).province
    on = last_day(months_of(view.period.end)[1])
    permit = view.query.permit_type or ""
    rows = frame[frame["indicator"] == indicator]
    for place in (office, province):
        for kind in dict.fromkeys((permit, "")):
            found = _latest(rows, place, kind, on)
            if place and found is not None:
                return found
    return None


def _latest(rows: pd.DataFrame, place: str, permit: str, on: date) -> float | None:
    fits = (rows["office"] == place) & (rows["permit_type"].fillna("") == permit)
    valid = rows[fits & (pd.to_datetime(rows["valid_from"]) <= pd.Timestamp(on))]
    if valid.empty:
        return None
    value: Any = valid.sort_values("valid_from")["value"].iloc[-1]
    return float(value)


def met(value: float | None, wanted: float | None, better: str | None) -> bool | None:
    """Whether `value` meets the target; None where either is missing or no direction is better."""
    if value is None or wanted is None or better is None:
        return None
    return value >= wanted if better == "up" else value <= wanted
