"""The working calendar: every duration of the project is a difference of its running index.

`working_days(start, end)` counts the working days after `start` up to and including `end`
(indicators.md §1), so a permit issued on the day it came in took 0 days. Holidays are those of
the `holidays` package for Indonesia (national holidays and cuti bersama), corrected by
`data/holidays.csv`; an office's own closures and its working week come from its records.
"""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pandas as pd

from etl.paths import DATA

WEEKMASKS = {5: "1111100", 6: "1111110"}


@lru_cache(maxsize=8)
def national_holidays(first_year: int, last_year: int) -> tuple[date, ...]:
    """Days off by national rule from `first_year` to `last_year`, both included."""
    import holidays

    days = set(
        holidays.country_holidays(
            "ID",
            categories=("public", "government"),
            years=range(first_year, last_year + 1),
        )
    )
    corrections = pd.read_csv(DATA / "holidays.csv", dtype=str)
    for day, action in zip(corrections["date"], corrections["action"], strict=True):
        when = date.fromisoformat(day)
        if first_year <= when.year <= last_year:
            (days.add if action == "add" else days.discard)(when)
    return tuple(sorted(days))


def calendar_frame(
    first: date, last: date, week: int = 5, closures: Iterable[date] = ()
) -> pd.DataFrame:
    """Every day from `first` to `last` with its place in the working calendar.

    Columns: `day` (datetime64), `idx` (working days from `first` up to and including the day),
    `ord` (days since 1970-01-01), `working` (1 or 0). `week` is 5 or 6 days.
    """
    if week not in WEEKMASKS:
        raise ValueError(f"working week must be 5 or 6 days, not {week}")
    days = pd.date_range(first, last, freq="D", unit="s")
    off = [*national_holidays(first.year, last.year), *closures]
    numpy_days = days.values.astype("datetime64[D]")
    working = np.is_busday(
        numpy_days, weekmask=WEEKMASKS[week], holidays=np.array(off, "datetime64[D]")
    )
    return pd.DataFrame(
        {
            "day": days,
            "idx": np.cumsum(working).astype("int32"),
            "ord": numpy_days.astype("int64").astype("int32"),
            "working": working.astype("int32"),
        }
    )


def working_days(start: date, end: date, week: int = 5, closures: Iterable[date] = ()) -> int:
    """Working days after `start` up to and including `end`.

    >>> working_days(date(2025, 3, 27), date(2025, 4, 8))
    1
    >>> working_days(date(2025, 12, 24), date(2026, 1, 2))
    4
    """
    if end < start:
        raise ValueError("end before start")
    off = [*national_holidays(start.year, end.year), *closures]
    one = timedelta(days=1)
    return int(
        np.busday_count(
            start + one,
            end + one,
            weekmask=WEEKMASKS[week],
            holidays=np.array(off, "datetime64[D]"),
        )
    )


def calendar_hash(week: int, closures: Iterable[date], first_year: int, last_year: int) -> str:
    """A short name of a calendar: two figures are comparable only where it is the same."""
    text = f"{week}|{sorted(closures)}|{national_holidays(first_year, last_year)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]
