"""Lines an answer's rows up with the months of a view."""

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from metrics.asking.result import Result


def by_month(
    result: Result, months: Sequence[str], column: str = "value", dim: str = "month"
) -> list[float | None]:
    """`column` of the answer for each of `months` (or quarters: `dim`), None where absent."""
    rows = result.rows
    found = {} if rows.empty else dict(zip(rows[dim], rows[column], strict=True))
    values = (found.get(m) for m in months)
    return [None if f.missing(v) else float(v) for v in values]


def against_last_year(
    now: Result, before: Result, months: Sequence[str], months_before: Sequence[str]
) -> pd.DataFrame:
    """One row a month: month, value, last_year (NaN where absent)."""
    return _two_years(months, by_month(now, months), by_month(before, months_before))


def of_pairs(pairs: Mapping[str, tuple[float, float]], months: Sequence[str]) -> pd.DataFrame:
    """The same of `pairs`, the sums of a month in both years (`Growth.months`)."""
    now, before = ([pairs[m][year] if m in pairs else None for m in months] for year in (0, 1))
    return _two_years(months, now, before)


def _two_years(
    months: Sequence[str], now: list[float | None], before: list[float | None]
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "month": list(months),
            "value": pd.array(now, dtype="float64"),
            "last_year": pd.array(before, dtype="float64"),
        }
    )


def finished_and_expected(view: View, months: int = 24) -> pd.DataFrame:
    """One row a month of start: month, finished (median), expected, low, high (working days)."""
    span = view.period.trend(months).months()
    all_cases = view.trend("expected_days", months=months)
    finished = view.trend("processing_time", months=months)
    columns = {
        "finished": by_month(finished, span),
        "expected": by_month(all_cases, span),
        "low": by_month(all_cases, span, "low"),
        "high": by_month(all_cases, span, "high"),
    }
    data = {name: pd.array(values, dtype="float64") for name, values in columns.items()}
    return pd.DataFrame({"month": span, **data})
