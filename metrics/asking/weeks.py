"""Whole weeks, Monday to Sunday, counted exactly from case rows: what a head asks on Monday.

The count tables know months; a week is counted from the cases themselves, by the days, due days
and the on-time rule that the monthly counts were made of, so that the weeks of a month of whole
weeks add up to it. Offices known by counts alone (a recap, a monthly tally) have no weeks, and
are named. A week is told once records reach its Friday. No word of better or worse: one week has
too few cases for that (docs/decisions/0022).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from etl.periods import last_day, month_of
from metrics.asking.count_tables import offices_asked
from metrics.asking.coverage import spans
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.stock_cases import stock_cases

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

_FORM = re.compile(r"(\d{4})-W(\d{2})")
FRIDAY, SUNDAY = timedelta(4), timedelta(6)
APPLICATIONS, COMPLAINTS = "applications", "complaints"


def monday_of(code: str) -> date | None:
    """The Monday of an ISO week ("2026-W43"); None where the text is no week.

    >>> monday_of("2024-W07")
    datetime.date(2024, 2, 12)
    """
    match = _FORM.fullmatch(code)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def code_of(monday: date) -> str:
    """The ISO week that begins on `monday`: "2024-W07"."""
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02d}"


@dataclass(frozen=True)
class Week:
    """What happened from `monday` to Sunday at `offices`; None where nobody told.

    `due`: cases whose due day lies in the week; `met` of them on time. `open` and `late` stand at
    `day`, the week's end or the office's last reported day before it; known of one office alone.
    `complaints_late`: not answered within their limit, at `complaints_day`.
    """

    monday: date
    offices: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    received: int | None = None
    issued: int | None = None
    rejected: int | None = None
    withdrawn: int | None = None
    due: int | None = None
    met: int | None = None
    complaints: int | None = None
    answered: int | None = None
    open: int | None = None
    late: int | None = None
    complaints_late: int | None = None
    day: date | None = None
    complaints_day: date | None = None

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + SUNDAY

    @property
    def missed(self) -> int | None:
        """Cases that fell due in the week and were not decided in time: newly late."""
        return None if self.due is None or self.met is None else self.due - self.met


def told_weeks(snapshot: "Snapshot", offices: Sequence[str]) -> tuple[date, date] | None:
    """The Mondays of the first and last week that records of any of `offices` tell whole."""
    known = spans(snapshot, APPLICATIONS)
    mine = [known[o] for o in offices if o in known and snapshot.case_file(APPLICATIONS, o)]
    if not mine:
        return None
    first = min(date(s.first // 100, s.first % 100, 1) for s in mine)
    last = max(date.fromisoformat(s.day) for s in mine)
    begins = first + timedelta(-first.weekday() % 7)
    ends = last - timedelta(last.weekday())
    if last < ends + FRIDAY:
        ends -= timedelta(7)
    return (begins, ends) if begins <= ends else None


def two_weeks(snapshot: "Snapshot", scope: Scope, query: Query, monday: date) -> tuple[Week, Week]:
    """The week that begins on `monday` and the one before it, at the offices of `query` that
    `scope` may see and that told of both; the period of `query` is not looked at.

    Counts alone are given, so that a reader who may not see case rows may see them; the stocks
    at a week's end are of one office whose rows the reader may see.
    """
    asked, earlier = offices_asked(snapshot, scope, query), monday - timedelta(7)
    mine, complaining = (_telling(snapshot, k, asked, monday) for k in (APPLICATIONS, COMPLAINTS))
    if query.permit_type is not None:
        complaining = []
    reporting = _reporting(snapshot)
    left = tuple(o for o in asked if o not in mine and o in reporting)
    first, second = (
        _week(snapshot, scope, query, m, mine, complaining, left) for m in (monday, earlier)
    )
    return first, second


def _week(
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    monday: date,
    mine: list[str],
    complaining: list[str],
    left: tuple[str, ...],
) -> Week:
    found: dict[str, int | None] = _cases(snapshot, query, mine, monday) if mine else {}
    found |= _complaints(snapshot, complaining, monday) if complaining else {}
    stocks: dict[str, object] = {}
    if query.office is not None and scope.case_rows:
        if mine:
            stocks = _stock(snapshot, scope, query, monday, APPLICATIONS)
        if complaining:
            stocks |= _stock(snapshot, scope, query, monday, COMPLAINTS)
    if found.get("due") is None:  # without a standard, nobody knows what is late
        stocks.pop("late", None)
    if found.get("answered") is None:
        stocks.pop("complaints_late", None)
    return Week(monday, tuple(mine), left, **found, **stocks)  # type: ignore[arg-type]


def _reporting(snapshot: "Snapshot") -> set[str]:
    """Offices that told of applications in any way, a monthly tally too."""
    told = snapshot.table("reporting")
    kinds = told["kind"].isin([APPLICATIONS, "monthly_counts"])
    return set(told.loc[kinds, "office"])


def _telling(snapshot: "Snapshot", kind: str, offices: Sequence[str], monday: date) -> list[str]:
    """Of `offices`, those whose records of `kind` speak of the week and of the one before.

    Applications come every week: records that stop before the Monday tell nothing of it.
    Complaints are rare: as for stocks, the month of the last one counts whole.
    """
    known, earlier = spans(snapshot, kind), month_of(monday - timedelta(7))
    return [
        o
        for o in offices
        if o in known
        and known[o].first <= earlier
        and (known[o].last >= month_of(monday))
        and (kind == COMPLAINTS or known[o].day >= monday.isoformat())
        and snapshot.case_file(kind, o)
    ]


def _cases(
    snapshot: "Snapshot", query: Query, offices: list[str], monday: date
) -> dict[str, int | None]:
    first, last = monday, monday + SUNDAY
    days = ("submitted_at", "end_day", "due_day")
    within = " OR ".join(f"CAST({d} AS DATE) BETWEEN ? AND ?" for d in days)
    where, params = f"({within})", [first, last] * 3
    if query.permit_type is not None:
        where += " AND common_type = ?"
        params.append(query.permit_type)  # type: ignore[arg-type]
    rows = snapshot.cases(EVERYTHING, APPLICATIONS, offices, where, params, limit=None)
    standard = snapshot.cases(
        EVERYTHING, APPLICATIONS, offices, "due_day IS NOT NULL AND met IS NOT NULL", limit=1
    )
    fell = _in(rows, "due_day", first, last) & rows["met"].notna()
    ended = rows.loc[_in(rows, "end_day", first, last) & rows["outcome"].notna(), "outcome"]
    return {
        "received": int(_in(rows, "submitted_at", first, last).sum()),
        "issued": int((ended == "issued").sum()),
        "rejected": int((ended == "rejected").sum()),
        "withdrawn": int((ended == "withdrawn").sum()),
        "due": int(fell.sum()) if len(standard) else None,
        "met": int((rows.loc[fell, "met"] == 1).sum()) if len(standard) else None,
    }


def _complaints(snapshot: "Snapshot", offices: list[str], monday: date) -> dict[str, int | None]:
    first, last = monday, monday + SUNDAY
    answer = "CAST(coalesce(responded_at, resolved_at) AS DATE) BETWEEN ? AND ?"
    rows = snapshot.cases(
        EVERYTHING, COMPLAINTS, offices, f"CAST(received_at AS DATE) BETWEEN ? AND ? OR {answer}",
        [first, last] * 2, limit=None,
    )  # fmt: skip
    dated = snapshot.cases(
        EVERYTHING, COMPLAINTS, offices, "coalesce(responded_at, resolved_at) IS NOT NULL", limit=1
    )
    answered = rows["responded_at"].fillna(rows["resolved_at"])
    return {
        "complaints": int(_in(rows, "received_at", first, last).sum()),
        "answered": int(_within(answered, first, last).sum()) if len(dated) else None,
    }


def _stock(
    snapshot: "Snapshot", scope: Scope, query: Query, monday: date, kind: str
) -> dict[str, object]:
    """What stood open at the week's end, as the figures and lists of that day say."""
    day = min(monday + SUNDAY, date.fromisoformat(spans(snapshot, kind)[query.office or ""].day))
    asked = query.change(by=(), start=None, end=None, as_of=day)

    def count(name: str) -> int:
        return len(stock_cases(snapshot, scope, name, asked))

    if kind == COMPLAINTS:
        return {"complaints_day": day, "complaints_late": count("complaints-overdue")}
    return {"day": day, "open": count("open"), "late": count("overdue")}


def _in(rows: pd.DataFrame, column: str, first: date, last: date) -> pd.Series:
    return _within(rows[column], first, last)


def _within(days: pd.Series, first: date, last: date) -> pd.Series:
    plain = pd.to_datetime(days).dt.normalize()
    return plain.between(pd.Timestamp(first), pd.Timestamp(last))


def whole_month_before(monday: date) -> int:
    """The last month (yyyymm) that was over when the week ended."""
    sunday = monday + SUNDAY
    month = month_of(sunday)
    return month if sunday == last_day(month) else month_of(sunday.replace(day=1) - timedelta(1))
