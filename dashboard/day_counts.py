"""The days behind a median: how many cases took 0, 1, 2 … working days, and the one standard."""

import pandas as pd

from dashboard.view import View
from metrics.readers import Source, grouped

NET = Source("duration", "end_month", "t.clock = 'net' AND t.outcome IN ('issued', 'rejected')")
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
