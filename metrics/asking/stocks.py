"""Readers of stocks: what lies open at a moment, never summed over months (indicators.md §4).

A stock is that of the period's end, as it was known that day, and equals the same question asked
as of that day. Of an office whose records stop before it nothing is known then: it has no figure,
its row gives its last one, and a sum leaves it out and says so.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import month_of, month_text, months_between, quarter_text
from etl.rows import rows_of
from etl.words import _, day_words
from metrics.asking.absent import tally_noted
from metrics.asking.count_tables import (
    OFFICE_DIMS,
    finish,
    grouped,
    name_of,
    offices_asked,
    prepared,
)
from metrics.asking.coverage import (
    Span,
    latest_month,
    moment,
    moment_day,
    spans,
    stopped_words,
)
from metrics.asking.lineage import lineage
from metrics.asking.query import TIME_DIMS, Query, Scope
from metrics.asking.readers import Reader, Source
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot

LABELS = {"year": lambda m: str(m // 100), "quarter": quarter_text, "month": month_text}
COUNTED = "CAST(sum(t.n) AS BIGINT) AS n"


@dataclass(frozen=True)
class _Asked:
    """A stock's question: the base snapshot, the one it is read from, and its moments.

    `moments`: rows office, month (at whose end), the time labels asked for, known.
    """

    base: "Snapshot"
    seen: "Snapshot"
    query: Query
    month: int | None
    moments: pd.DataFrame


@dataclass(frozen=True)
class Wanting:
    """What an office must have told somewhere for a stock of it to mean anything.

    `told` is SQL (of `tables`) that gives the offices which did; `why` says what is wanting.
    """

    told: str
    tables: tuple[str, ...]
    why: str


STANDARDS = Wanting(
    "SELECT office FROM due WHERE subject = 'permit' "
    "UNION SELECT office FROM open_case WHERE standard IS NOT NULL",
    ("due", "open_case"),
    "Belum ada standar pelayanan, jadi keterlambatan tidak dapat dihitung.",
)


def told_of_complaints(column: str, why: str) -> Wanting:
    """Offices without complaints, and those that told `column` of one of theirs."""
    silent = "SELECT office FROM ref_office WHERE office NOT IN (SELECT office FROM complaint)"
    told = f"SELECT office FROM complaint WHERE {column} IS NOT NULL"
    return Wanting(f"{silent} UNION {told}", ("complaint", "ref_office"), why)


def stock(table: str, where: str = "TRUE", wanting: Wanting | None = None) -> Reader:
    """A reader of a stock from a table of month ends; of offices without `wanting` it has none."""
    source = Source(table, "month", where, permit_types=table != "complaint_backlog")

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        asked = _asked(indicator, snapshot, scope, query)
        cells = _cells(source, asked, scope)
        rows = _rows(cells, asked)
        without = _without(wanting, snapshot, scope, query)
        why = _(wanting.why) if wanting else ""
        rows, notes = _told(rows, cells, asked, indicator.kind, scope, without, why)
        rows = tally_noted(rows, indicator, snapshot, scope, query)
        done = finish(rows, indicator, asked.seen, scope, query, notes)
        return replace(done, as_of=_as_of(done.as_of, asked, query))

    return read


def _asked(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> _Asked:
    known = spans(snapshot, indicator.kind)
    offices = offices_asked(snapshot, scope, query)
    month = moment(snapshot, indicator.kind, query)
    times = [d for d in query.by if d in TIME_DIMS]
    rows = []
    for office in offices:
        span = known.get(office)
        if not times:
            at = month if month is not None else (span.last if span else None)
            rows.append((office, at, speaks(snapshot, query, office, span, at)))
            continue
        for at in _time_moments(snapshot, indicator.kind, query, month, times):
            if speaks(snapshot, query, office, span, at):
                rows.append((office, at, True))
    frame = pd.DataFrame(rows, columns=["office", "month_at", "known"])
    frame = frame.astype({"month_at": "Int64", "known": bool})
    for dim in times:
        frame[dim] = [LABELS[dim](int(m)) for m in frame["month_at"]]
    return _Asked(snapshot, prepared(snapshot, query), query, month, frame)


def speaks(
    snapshot: "Snapshot", query: Query, office: str, span: Span | None, month: int | None
) -> bool:
    """Whether the records tell what lay open at the office at the end of `month`.

    An office that ended has nothing open afterwards; where no day is asked for it is seen at its
    own last one only when it is asked for alone.
    """
    if span is None or month is None or not span.covers(month):
        return False
    lines = lineage(snapshot)
    end = lines.ends.get(office)
    if end is None:
        return True
    times = any(d in TIME_DIMS for d in query.by)
    if query.last_month is None and query.as_of is None and not times:
        return office == query.office
    if query.as_of is not None and month == month_of(query.as_of):
        return end.day >= query.as_of
    return not lines.over(office, month)


def _time_moments(
    snapshot: "Snapshot", kind: str, query: Query, end: int | None, times: list[str]
) -> list[int]:
    """The last month of each year, quarter or month asked for, up to where the data reach."""
    known = spans(snapshot, kind).values()
    last = end if end is not None else latest_month(snapshot, kind)
    first = query.first_month or min((s.first for s in known), default=None)
    if first is None or last is None or first > last:
        return []
    latest: dict[tuple[str, ...], int] = {}
    for at in months_between(first, last):
        latest[tuple(LABELS[d](at) for d in times)] = at
    return list(latest.values())


def _cells(source: Source, asked: _Asked, scope: Scope) -> pd.DataFrame:
    """Counts by office, month and the dimensions asked for, at the moments that are known."""
    query = asked.query
    plain = tuple(d for d in query.by if d not in TIME_DIMS and d != "office")
    cells = grouped(
        source, asked.seen, scope, query.change(by=("office", *plain), start=None, end=None),
        COUNTED, extra=("month",),
    )  # fmt: skip
    return cells.astype({"month": "Int64"})


def _rows(cells: pd.DataFrame, asked: _Asked) -> pd.DataFrame:
    """One row a combination of the dimensions asked for; n is null where nothing is known."""
    by = list(asked.query.by)
    known = asked.moments[asked.moments["known"]]
    told = cells.rename(columns={"month": "month_at"})
    found = known.merge(told, on=["office", "month_at"], how="inner")
    if all(d in (*OFFICE_DIMS, *TIME_DIMS) for d in by):
        grid = asked.moments
        if "province" in by:
            table = asked.base.offices()[["office", "province"]]
            grid = grid.merge(table, on="office")
            found = found.drop(columns="province").merge(table, on="office")
        counted = found.assign(n=found["n"].astype("Int64"))
        zero = grid.assign(n=grid["known"].astype("Int64").where(grid["known"]) * 0)
        both = pd.concat([zero, counted], ignore_index=True)
        if not by:
            return pd.DataFrame({"n": [both["n"].sum(min_count=1)]}, dtype="Int64")
        summed = both.groupby(by, as_index=False, dropna=False)[["n"]].sum(min_count=1)
        return summed.sort_values(by, ignore_index=True)
    return found.groupby(by, as_index=False, dropna=False)[["n"]].sum()


def _told(
    rows: pd.DataFrame,
    cells: pd.DataFrame,
    asked: _Asked,
    kind: str,
    scope: Scope,
    without: set[str],
    unjudged: str,
) -> tuple[pd.DataFrame, list[str]]:
    """`rows` with `value` and a `note` where there is none, and notes on whom a sum leaves out."""
    known = spans(asked.base, kind)
    offices = asked.moments["office"].unique()
    lines = lineage(asked.base)
    seen = set(asked.moments.loc[asked.moments["known"], "office"])
    at = asked.month if asked.month is not None else latest_month(asked.base, kind)
    ended = {
        o: known[o]
        for o in offices
        if o in known and o not in seen and at is not None and lines.over(o, at)
    }
    stopped = {
        o: known[o]
        for o in offices
        if asked.month is not None and o in known and asked.month > known[o].last and o not in ended
    }
    last = _last_figures(cells, asked, stopped | ended) if not scope.hide_below else {}
    last = {o: n for o, n in last.items() if o not in without}  # it never told what is wanted
    said = {
        o: stopped_words(name_of(asked.base, o), last.get(o), span.day)
        for o, span in stopped.items()
    }
    rows = rows.assign(value=rows["n"])
    nothing = _("Belum ada data yang dilaporkan untuk periode ini.")
    notes: list[str] = []
    if "office" in asked.query.by:
        gone = rows["office"].isin(without)
        rows["value"] = rows["value"].mask(gone)
        words = [
            None if not pd.isna(value)
            else unjudged if (office in without and not pd.isna(n))
            else lines.words(office) if office in ended
            else _silent_words(said[office]) if office in said else nothing
            for office, n, value in rows_of(rows[["office", "n", "value"]])
        ]  # fmt: skip
        rows["note"] = pd.Series(words, rows.index, dtype=object)
        return rows, notes
    if without and without >= {o for o in offices if o in known}:
        rows = rows.assign(value=pd.array([pd.NA] * len(rows), dtype="Float64"), note=unjudged)
    missing = rows["value"].isna()
    if missing.any() and "note" not in rows:
        why = _silent_words("; ".join(said.values())) if said else nothing
        if ended and not said:
            why = " ".join(lines.words(o) for o in ended)
        rows["note"] = pd.Series([why if m else None for m in missing], rows.index, dtype=object)
    elif said:
        notes.append(
            _("Tidak termasuk kantor yang datanya berhenti sebelum {day}: {who}.").format(
                day=day_words(moment_day(asked.month or 0)), who="; ".join(said.values())
            )
        )
    if left := {o: last[o] for o in ended if last.get(o)}:
        who = "; ".join(
            stopped_words(lines.names.get(o, o), n, ended[o].day) for o, n in left.items()
        )
        notes.append(_("Tidak termasuk kantor yang sudah berakhir: {who}.").format(who=who))
    return rows.astype({"n": "Int64", "value": "Int64"}), notes


def _silent_words(last: str) -> str:
    return _("Tidak ada data sesudah hari terakhirnya ({last}).").format(last=last)


def _last_figures(cells: pd.DataFrame, asked: _Asked, stopped: dict[str, Span]) -> dict[str, int]:
    """The figure of each of these offices at its own last day."""
    found = {}
    for office, span in stopped.items():
        own = cells[(cells["office"] == office) & (cells["month"] == span.last)]
        found[office] = int(own["n"].sum())
    return found


def _as_of(day: str | None, asked: _Asked, query: Query) -> str | None:
    """The day that the stock is of: the moment, or the data's last day before it."""
    if query.as_of is not None or asked.month is None or day is None:
        return day
    return min(day, moment_day(asked.month))


def _without(wanting: Wanting | None, snapshot: "Snapshot", scope: Scope, query: Query) -> set[str]:
    """Of the offices asked for, those that never told what the stock needs."""
    if wanting is None:
        return set()
    found = snapshot.sql(wanting.told, (), wanting.tables)
    return set(offices_asked(snapshot, scope, query)) - set(found["office"])


def known_months(snapshot: "Snapshot", scope: Scope, query: Query, kind: str) -> pd.DataFrame:
    """Of each office asked for, the month at whose end a stock of `kind` is read: office, last."""
    known = spans(snapshot, kind)
    month = moment(snapshot, kind, query)
    rows: list[tuple[str, Any]] = []
    for office in offices_asked(snapshot, scope, query):
        span = known.get(office)
        at = month if month is not None else (span.last if span else None)
        if speaks(snapshot, query, office, span, at):
            rows.append((office, at))
    return pd.DataFrame(rows, columns=["office", "last"])
