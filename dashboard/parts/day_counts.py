"""The counts behind a median and a stock: cases by days taken, open cases by age."""

import pandas as pd

from dashboard.frame.view import View
from metrics.asking.count_tables import Source, grouped
from metrics.asking.stocks import known_months

NET = Source("duration", "end_month", "t.clock = 'net'")
BACKLOG = Source("backlog", "month")
STANDARDS = Source("due", "due_month", "t.subject = 'permit' AND t.standard IS NOT NULL")


def net_days(view: View) -> pd.DataFrame:
    """Rows days, n: ended cases of the view by net working days."""
    return grouped(
        NET,
        view.snapshot,
        view.scope,
        view.query,
        "CAST(sum(t.n) AS BIGINT) AS n",
        extra=("days",),
    )


def standard(view: View) -> int | None:
    """The standard of the cases in view where all have the same one, else None."""
    found = grouped(
        STANDARDS,
        view.snapshot,
        view.scope,
        view.query,
        "CAST(sum(t.n) AS BIGINT) AS n",
        extra=("standard",),
    )
    return int(found["standard"].iloc[0]) if len(found) == 1 else None


def backlog(view: View) -> pd.DataFrame:
    """Rows age_band, overdue, n: cases open at the end of the view's last month.

    An office that fell silent before it is left out, as the indicator does.
    """
    cells = grouped(
        BACKLOG,
        view.snapshot,
        view.scope,
        view.query.change(by=("office",), start=None, end=None),
        "CAST(sum(t.n) AS BIGINT) AS n",
        extra=("month", "age_band", "overdue"),
    )
    ends = known_months(view.snapshot, view.scope, view.query, "applications")
    last = cells.merge(ends, left_on=["office", "month"], right_on=["office", "last"])
    return last.groupby(["age_band", "overdue"], as_index=False)[["n"]].sum()
