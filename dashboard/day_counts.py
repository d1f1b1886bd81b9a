"""The counts behind a median and a stock: cases by days taken, open cases by age."""

import pandas as pd

from dashboard.view import View
from metrics.reading import Source, grouped

NET = Source("duration", "end_month", "t.clock = 'net'")
BACKLOG = Source("backlog", "month")
STANDARDS = Source("due", "due_month", "t.subject = 'permit' AND t.standard IS NOT NULL")


def net_days(view: View) -> pd.DataFrame:
    """Rows days, n: ended cases of the view by net working days."""
    assert view.snapshot is not None
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
    assert view.snapshot is not None
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
    """Rows age_band, overdue, n: cases open at the end of the view's last month."""
    return grouped(
        BACKLOG,
        view.snapshot,
        view.scope,
        view.query.change(start=view.period.end, end=view.period.end),
        "CAST(sum(t.n) AS BIGINT) AS n",
        extra=("age_band", "overdue"),
    )
