"""Readers of stocks: what lies open at a moment, never summed over months (indicators.md §4)."""

from typing import TYPE_CHECKING

import pandas as pd

from etl.words import _
from metrics.asking.absent import missing_noted, with_absent
from metrics.asking.count_tables import (
    as_of_day,
    finish,
    offices_asked,
)
from metrics.asking.query import Query, Scope
from metrics.asking.readers import Reader, Source, grouped, prepared
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot

REPORTED = Source("reporting", "month", "t.kind = 'applications' AND t.source <> 'tally'")


def last_months(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """The last month that each office told of within the period: office, dimensions of time, last.

    A month at whose end nothing was open is told of by what the office reported in it.
    """
    query = query.change(by=tuple(dict.fromkeys(("office", *query.by))), permit_type=None)
    told = [
        grouped(source, snapshot, scope, query, "max(t.month) AS last")
        for source in (Source("backlog", "month"), REPORTED)
    ]
    return pd.concat(told).groupby(list(query.by), as_index=False)[["last"]].max()


def _at_month_ends(where: str) -> Reader:
    """A reader of a stock: it is never summed over months, each period shows its last month."""
    source = Source("backlog", "month", where)

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = prepared(snapshot, query)
        time = [d for d in query.by if d in ("year", "quarter", "month")]
        # an office that fell silent keeps its own last month; each office is read at its own end
        inner = tuple(dict.fromkeys((*query.by, "office")))
        cells = grouped(
            source, snapshot, scope, query.change(by=inner), "CAST(sum(t.n) AS BIGINT) AS n",
            extra=("month",) if "month" not in inner else (),
        )  # fmt: skip
        last = last_months(snapshot, scope, query.change(by=tuple(time)))
        if "month" not in inner:
            cells = cells.merge(last, on=["office", *time])
            cells = cells[cells["month"] == cells["last"]].drop(columns=["month", "last"])
        by = list(query.by)
        rows = (
            cells.groupby(by, as_index=False, dropna=False)[["n"]].sum()
            if by
            else pd.DataFrame({"n": [int(cells["n"].sum())]})
        )
        rows["value"] = rows["n"]
        if not by and last.empty:
            rows = rows.iloc[:0]
        zero = {"n": 0, "value": 0}
        rows = with_absent(rows, indicator, snapshot, scope, query, zero, tallies=False)
        rows = missing_noted(rows)
        if len(rows):
            rows = rows.astype({"n": "Int64", "value": "Int64"})
            if where != "TRUE":
                rows = _without_standards(rows, snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query)

    return read


def _offices_with_standards(snapshot: "Snapshot") -> set[str]:
    """Offices of which some case has a standard to be held against."""
    found = snapshot.sql(
        "SELECT office FROM due WHERE subject = 'permit' "
        "UNION SELECT office FROM open_case WHERE standard IS NOT NULL",
        (),
        ("due", "open_case"),
    )
    return set(found["office"])


def _without_standards(
    rows: pd.DataFrame, snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    """Rows of offices without any standard have no figure: nothing can be over it."""
    known = _offices_with_standards(snapshot)
    if "office" in query.by:
        gone = ~rows["office"].isin(known)
    else:
        none = not known & set(offices_asked(snapshot, scope, query))
        gone = pd.Series(none, index=rows.index, dtype=bool)
    if not gone.any():
        return rows
    why = _("Belum ada standar pelayanan, jadi keterlambatan tidak dapat dihitung.")
    note = rows["note"] if "note" in rows else pd.Series(None, index=rows.index, dtype="object")
    return rows.assign(value=rows["value"].mask(gone), note=note.mask(gone, why))


def open_cases(where: str) -> Reader:
    """A reader of the stock at the as-of day by the stage reached; months do not apply."""
    ends = _at_month_ends("TRUE" if where == "TRUE" else "t.overdue = 1")

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        if "stage" not in query.by:
            return ends(indicator, snapshot, scope, query)
        now = prepared(snapshot, query)
        rows = grouped(
            Source("open_case", "", where), now, scope, query,
            "CAST(sum(t.n) AS BIGINT) AS n, CAST(sum(t.n) AS BIGINT) AS value",
        )  # fmt: skip
        return finish(rows, indicator, now, scope, query)

    return read


DUE_SOON = "t.standard IS NOT NULL AND t.standard - t.net BETWEEN 0 AND 3"


def due_soon(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
    """Open cases whose standard runs out within three working days, at the as-of day."""
    snapshot = prepared(snapshot, query)
    rows = grouped(
        Source("open_case", "", DUE_SOON), snapshot, scope, query,
        "CAST(coalesce(sum(t.n), 0) AS BIGINT) AS n, "
        "CAST(coalesce(sum(t.n), 0) AS BIGINT) AS value",
    )  # fmt: skip
    if not query.by and as_of_day(indicator, snapshot, scope, query)[0] is None:
        rows = rows.assign(n=None, value=None)
    return finish(missing_noted(rows), indicator, snapshot, scope, query)
