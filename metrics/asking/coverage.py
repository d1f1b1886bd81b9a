"""Which offices and months speak for a figure; who is left out, in words.

Silence is never nought: a sum, a growth or a comparison asks here whom it may count, and says whom
it does not (design: one figure, one verdict).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from etl.periods import add_months, last_day, month_of
from etl.rows import rows_of
from etl.words import _, day_words, number_words
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

SPOKEN = (
    "SELECT office, min(month) AS first FROM reporting "
    "WHERE kind = ? AND source <> 'tally' GROUP BY office"
)


@dataclass(frozen=True)
class Span:
    """From which month (yyyymm) to which an office's records of a kind speak, and the last day."""

    office: str
    first: int
    last: int
    day: str

    def covers(self, month: int) -> bool:
        """Whether the records tell what lay open at the end of `month`."""
        return self.first <= month <= self.last


def spans(snapshot: "Snapshot", kind: str) -> dict[str, Span]:
    """The span of each office that has records of `kind`; a monthly tally tells of no stock.

    The month of the last reported day counts whole: its day is the last on which something
    happened, not the last that was looked at.
    """
    return snapshot.remembered(("spans", kind), lambda: _spans(snapshot, kind))


def _spans(snapshot: "Snapshot", kind: str) -> dict[str, Span]:
    first = dict(rows_of(snapshot.sql(SPOKEN, [kind], ("reporting",))))
    offices, days = snapshot.last_days(kind)
    entries = snapshot.manifest.get("offices", {})
    found = {}
    for office, day in zip(offices, days, strict=True):
        if not entries.get(office, {}).get("stocks", True):
            continue  # a recap of an earlier format tells no stock
        if office in first and not pd.isna(day):
            last = pd.Timestamp(day).date()
            found[str(office)] = Span(
                str(office), int(first[office]), month_of(last), last.isoformat()
            )
    return found


def latest_month(snapshot: "Snapshot", kind: str) -> int | None:
    """The last month that any office's records of `kind` speak of."""
    return max((span.last for span in spans(snapshot, kind).values()), default=None)


def moment(snapshot: "Snapshot", kind: str, query: Query) -> int | None:
    """The month at whose end a stock is asked for; None: each office's own last day.

    A period longer than a month that is still running ends with the data.
    """
    asked = [] if query.as_of is None else [month_of(query.as_of)]
    if query.last_month is not None:
        end, latest = query.last_month, latest_month(snapshot, kind)
        whole = query.end is not None and len(query.end) != len("2026-01")
        if whole and latest is not None and latest < end:
            first = add_months(end, -11) if len(query.end or "") == 4 else end
            end = latest if latest >= first else end
        asked.append(end)
    return min(asked, default=None)


def in_the_past(snapshot: "Snapshot", scope: Scope, query: Query, kind: str) -> bool:
    """Whether the moment of `query` lies before the last month that the offices asked for tell of:
    nothing of today is shown beside it.
    """
    known = {office: span.last for office, span in spans(snapshot, kind).items()}
    asked = offices_asked(snapshot, scope, query)
    if not any(office in known for office in asked):  # tallies alone, or another kind of records
        known = snapshot.remembered("last reported", lambda: _last_reported(snapshot))
    told = [known[o] for o in asked if o in known]
    month = moment(snapshot, kind, query)
    return month is not None and bool(told) and month < max(told)


def _last_reported(snapshot: "Snapshot") -> dict[str, int]:
    """The last month (yyyymm) of which each office reported anything."""
    said = "SELECT office, max(month) AS last FROM reporting GROUP BY office"
    return {str(o): int(last) for o, last in rows_of(snapshot.sql(said, (), ("reporting",)))}


def stopped_words(name: str, value: int | None, day: str) -> str:
    """What is last known of an office: "Ciamis: 12 pada 31 Maret 2026"."""
    day = day_words(day)
    if value is None:
        return _("{office}: data terakhir {day}").format(office=name, day=day)
    return _("{office}: {n} pada {day}").format(office=name, n=number_words(value), day=day)


def moment_day(month: int) -> str:
    """The last day of `month` in ISO form."""
    return last_day(month).isoformat()
