"""What needs somebody's attention now, office by office: late, due, unanswered, judged, silent.

Read from the counts, the one verdict, the reports that are wanting and the follow-ups; who tells
it (command line, Ringkasan, mail) makes the words and asks only once for each (`news`).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.calendar import WEEKMASKS, national_holidays
from etl.periods import add_months, last_day, month_of, month_text, months_between
from etl.rows import rows_of
from etl.store.follow_ups import Action, FollowUps
from metrics.asking.count_tables import as_of_day, offices_asked
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.registry import Indicator, get, indicators
from metrics.asking.result import plain
from metrics.judging.lying import by_due_day, most_at
from metrics.judging.marks import every_event, marks
from metrics.judging.process import WINDOW, process
from metrics.judging.reporting import reference_day, rules, standing
from metrics.judging.targets import met, target
from metrics.judging.verdict import Verdict, judge_each

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

LATE, COMPLAINTS, VERDICT, ACTION, SILENT, DUE = (
    "late", "complaints", "verdict", "action", "silent", "due",
)  # fmt: skip
#: The worst first: a promise broken, a figure off, work undone, silence, what can still be saved.
ORDER = (LATE, COMPLAINTS, VERDICT, ACTION, SILENT, DUE)
DUE_DAYS = 5  # working days: a week
STALE_DAYS = 31


@dataclass(frozen=True)
class Signal:
    """One thing at one office.

    `parts`: what it is made of, told apart one by one: key → how many. `since`: day or month (ISO)
    of the oldest part, "" where it is not known. `desk` where most of it lies, or who is to act;
    `there` how many cases lie there now, 0 where only the stage last begun is known.
    `as_of` is the day it is known on; `total` how many there are, told before or not; `within`
    how many working days ahead due days were looked for.
    """

    what: str
    office: str
    parts: Mapping[str, int]
    since: str
    desk: str = ""
    as_of: str = ""
    total: int = 0
    stage: str = ""
    verdict: Verdict | None = None
    action: Action | None = None
    kinds: tuple[str, ...] = ()
    days: Mapping[str, str] = field(default_factory=dict)  # key → day, of what has one
    there: int = 0
    within: int = DUE_DAYS

    @property
    def count(self) -> int:
        """How many: cases, kinds of report; a verdict and an action are one each."""
        return 1 if self.what in (VERDICT, ACTION) else sum(self.parts.values())

    @property
    def good(self) -> bool:
        """Whether it is good news: nothing needs to be done."""
        worse = {"worse", "missed"} & {key.rpartition(":")[2] for key in self.parts}
        return self.what == VERDICT and not worse


def signals(
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    today: date,
    names: Sequence[str] | None = None,
    within: int = DUE_DAYS,
) -> list[Signal]:
    """All that stands at the offices of `query` within `scope`, the worst first.

    `names`: the indicators whose verdict is asked, else those of the office's report. `today` is
    the day that the follow-ups' dates are held against; all else is as of the data's own days.
    `within`: how many working days ahead due days are told.
    """
    if snapshot.is_empty:
        return []
    offices = offices_asked(snapshot, scope, query)
    asked = query.change(by=(), start=None, end=None)

    def stood(what: str) -> list[Signal]:
        """What the counts and case rows alone tell, worked out once a version."""
        kept: list[Signal] = snapshot.remembered(
            ("signals", what, within, scope, asked),
            lambda: (
                _complaints(snapshot, scope, asked)
                if what == COMPLAINTS
                else _open_cases(snapshot, scope, asked, what, within)
            ),
        )
        return kept

    found = [
        *stood(LATE),
        *stood(COMPLAINTS),
        *_verdicts(snapshot, scope, asked, offices, judged() if names is None else names),
        *_overdue(snapshot, offices, query, today),
        *_silent(snapshot, offices),
        *stood(DUE),
    ]
    return sorted(found, key=_worst_first)


def news(standing_now: Sequence[Signal], known: Mapping[tuple[str, str], int]) -> list[Signal]:
    """What of `standing_now` was not told before: the same signals with their new parts alone."""
    fresh = []
    for signal in standing_now:
        parts = {k: n - known.get((signal.office, k), 0) for k, n in signal.parts.items()}
        parts = {k: n for k, n in parts.items() if n > 0}
        if parts:
            days = [signal.days[k] for k in parts if k in signal.days]
            fresh.append(replace(signal, parts=parts, since=min(days, default=signal.since)))
    return sorted(fresh, key=_worst_first)


def parts_of(found: Sequence[Signal]) -> dict[tuple[str, str], int]:
    """(office, key) → how many, of all signals together."""
    return {(signal.office, key): n for signal in found for key, n in signal.parts.items()}


def judged() -> list[str]:
    """Indicators whose verdict is news: those of an office's report that know a better and worse.

    Stocks of late cases and complaints are told by themselves.
    """
    told = {"overdue_applications", "overdue_complaints", "open_applications", "open_complaints"}
    return [
        name
        for name, i in indicators().items()
        if i.better and name not in told and any(p.report == "office" for p in i.reports)
    ]


def _worst_first(signal: Signal) -> tuple[bool, int, int, str, str]:
    return signal.good, ORDER.index(signal.what), -signal.count, signal.since, signal.office


def _open_cases(
    snapshot: "Snapshot", scope: Scope, query: Query, what: str, within: int
) -> list[Signal]:
    """Open permits past their due day, or due `within` so many working days, an office each."""
    where = "overdue = 1" if what == LATE else f"overdue = 0 AND standard - net <= {int(within)}"
    rows = snapshot.sql(
        "SELECT office, permit_type, stage, net - standard AS over, CAST(sum(n) AS BIGINT) AS n "
        f"FROM open_case WHERE standard IS NOT NULL AND {where} "
        "AND (?::VARCHAR IS NULL OR permit_type = ?) GROUP BY ALL ORDER BY ALL",
        (query.permit_type, query.permit_type),
        ("open_case",),
    )
    desks = _desks(snapshot)
    found = []
    for office, mine in _per_office(snapshot, scope, query, rows):
        day = _as_of(snapshot, "overdue_applications", office)
        if day is None:
            continue
        back = _counter_back(snapshot, office, day)
        parts: Counter[str] = Counter()
        days: dict[str, str] = {}
        late = what == LATE
        mine, told = by_due_day(snapshot, office, query, mine, late=late, within=within)
        for row in rows_of(mine):
            due = str(row.due) if "due" in mine else back(int(row.over)).isoformat()
            key = f"{what}:{row.permit_type}:{due}"
            parts[key] += int(row.n)
            days[key] = due
        stage = str(mine.groupby("stage")["n"].sum().idxmax() or "")
        desk, there = most_at(mine) if told and late else (desks.get((office, stage), ""), 0)
        found.append(
            Signal(
                what, office, parts, min(days.values()), desk,
                day.isoformat(), sum(parts.values()), stage, days=days, there=there,
                within=within,
            )
        )  # fmt: skip
    return found


def _complaints(snapshot: "Snapshot", scope: Scope, query: Query) -> list[Signal]:
    """Complaints past their due date without an answer, an office each."""
    if query.permit_type:
        return []
    rows = snapshot.sql(
        "SELECT office, category, age, CAST(sum(n) AS BIGINT) AS n FROM complaint_open "
        "WHERE overdue = 1 GROUP BY ALL ORDER BY ALL",
        (),
        ("complaint_open",),
    )
    found = []
    for office, mine in _per_office(snapshot, scope, query, rows):
        day = _as_of(snapshot, "overdue_complaints", office)
        if day is None:
            continue
        back = _counter_back(snapshot, office, day)
        parts: Counter[str] = Counter()
        days: dict[str, str] = {}
        for row in rows_of(mine):
            received = back(int(row.age)).isoformat()
            key = f"{COMPLAINTS}:{row.category}:{received}"
            parts[key] += int(row.n)
            days[key] = received
        found.append(
            Signal(
                COMPLAINTS, office, parts, min(days.values()), "", day.isoformat(),
                sum(parts.values()), days=days,
            )
        )  # fmt: skip
    return found


def _verdicts(
    snapshot: "Snapshot", scope: Scope, query: Query, offices: list[str], names: Sequence[str]
) -> list[Signal]:
    """Figures of the last twelve whole months that miss their target or belong to a signal."""
    last = last_whole_month(snapshot)
    if last is None:
        return []
    period = query.change(start=month_text(add_months(last, -11)), end=month_text(last))
    found = []
    for name in names:
        noticed = _noticed(snapshot, scope, get(name), period, offices)
        for office, verdict in judge_each(snapshot, scope, name, period, noticed).items():
            told = [verdict.direction] if verdict.direction in ("better", "worse") else []
            told += ["missed"] if verdict.met is False else []
            if told:
                parts = {f"{VERDICT}:{name}:{query.permit_type or ''}:{word}": 1 for word in told}
                found.append(
                    Signal(VERDICT, office, parts, verdict.since, total=1, verdict=verdict)
                )
    return found


def _noticed(
    snapshot: "Snapshot", scope: Scope, indicator: Indicator, period: Query, offices: list[str]
) -> list[str]:
    """The offices whose verdict may have something to tell, found by two questions for all.

    The verdict itself is asked of these alone: asking it of every office takes a minute.
    """
    if len(offices) < 2:
        return offices
    if period.permit_type and "permit_type" not in indicator.dims:
        return []
    now = indicator.read(snapshot, scope, period.change(by=("office",))).rows
    end = period.last_month or 0
    missing = {
        row.office
        for row in rows_of(now)
        if met(
            indicator,
            plain(row.value),
            plain(row.n),
            target(snapshot, indicator.name, period.change(office=row.office), last_day(end)),
        )
        is False
    }
    if "month" not in indicator.dims:
        return [office for office in offices if office in missing]
    months = months_between(add_months(end, 1 - WINDOW), end)
    asked = period.change(start=month_text(months[0]), by=("office", "month"))
    rows = indicator.read(snapshot, scope, asked).rows
    column = indicator.charted if indicator.charted in rows else "value"
    moving, events = set(), every_event(snapshot)
    for office, mine in rows.groupby("office"):
        values = dict(zip(mine["month"], map(plain, mine[column]), strict=True))
        restarts = [
            month_of(m.day)
            for m in marks(snapshot, Query(office=str(office)), indicator.name, events)
            if m.restarts
        ]
        line = [values.get(month_text(m)) for m in months]
        whole = process(months, line, restarts)
        short = process(months, [*line[:-1], None], restarts)  # its newest month may be unripe
        if whole.moved or (indicator.ripens and short.moved):
            moving.add(office)
    return [office for office in offices if office in missing | moving]


def last_whole_month(snapshot: "Snapshot") -> int | None:
    """The last month (yyyymm) that was whole on the latest day any office speaks of."""
    day = reference_day(snapshot, offices_asked(snapshot, EVERYTHING, Query()))
    if day is None:
        return None
    month = month_of(day)
    return month if (last_day(month) - day).days < 5 else add_months(month, -1)


def _overdue(snapshot: "Snapshot", offices: list[str], query: Query, today: date) -> list[Signal]:
    """Follow-ups past their date that are not done, of the offices and of the province asked."""
    places = {*offices, *([query.province] if query.province else [])}
    return [
        Signal(
            ACTION, a.office, {f"{ACTION}:{a.id}": 1}, a.due.isoformat(), a.who,
            today.isoformat(), 1, action=a,
        )
        for a in overdue_actions(snapshot, places, today)
        if not query.permit_type or a.permit_type in ("", query.permit_type)
    ]  # fmt: skip


def overdue_actions(snapshot: "Snapshot", offices: Collection[str], today: date) -> list[Action]:
    """Follow-ups of `offices` that should have been done before `today`, the oldest first.

    The one list of them: Ringkasan, alerts and reports read it.
    """
    kept = FollowUps(snapshot.store).actions()
    return [a for a in kept if a.office in offices and a.overdue(today)]


def _silent(snapshot: "Snapshot", offices: list[str]) -> list[Signal]:
    """Offices of which a report is wanting, each with the kinds, counted to the latest day that
    any office speaks of.
    """
    told = standing(snapshot, EVERYTHING, Query())
    late = told[told["office"].isin(offices) & (told["days_late"] > 0)]
    found = []
    for office, mine in late.groupby("office"):
        parts, days = {}, {}
        for row in rows_of(mine):
            wanting = add_months(int(row.last_month), rules()[row.kind].every_months)
            key = f"{SILENT}:{row.kind}:{wanting}"
            parts[key], days[key] = 1, month_text(wanting)
        found.append(
            Signal(
                SILENT, str(office), parts, min(days.values()), total=len(parts),
                kinds=tuple(mine["kind"]), days=days,
            )
        )  # fmt: skip
    return found


def _per_office(
    snapshot: "Snapshot", scope: Scope, query: Query, rows: pd.DataFrame
) -> list[tuple[str, pd.DataFrame]]:
    wanted = set(offices_asked(snapshot, scope, query))
    return [(str(o), mine) for o, mine in rows.groupby("office") if o in wanted]


def _as_of(snapshot: "Snapshot", name: str, office: str) -> date | None:
    """The office's last reported day; None where it lies a month behind the latest of all: what
    stands there now is not known, and its silence is told instead.
    """
    said, *_rest = as_of_day(get(name), snapshot, EVERYTHING, Query(office=office))
    latest = reference_day(snapshot, offices_asked(snapshot, EVERYTHING, Query()))
    if said is None or latest is None:
        return None
    day = date.fromisoformat(str(said)[:10])
    return day if (latest - day).days <= STALE_DAYS else None


def _counter_back(snapshot: "Snapshot", office: str, day: date) -> Any:
    """Working days back from `day` (negative: ahead) by the office's own calendar."""
    return snapshot.remembered(("back", office, day), lambda: _back_from(snapshot, office, day))


def _back_from(snapshot: "Snapshot", office: str, day: date) -> Any:
    offices = snapshot.table("ref_office").drop_duplicates("office").set_index("office")
    week = 6 if offices["working_week"].get(office) == 6 else 5
    closures = snapshot.store_table("closures")
    own: list[date] = []
    if len(closures):
        own = list(pd.to_datetime(closures.loc[closures["office_code"] == office, "date"]).dt.date)
    off = [*national_holidays(day.year - 6, day.year + 1), *own]
    calendar = np.busdaycalendar(WEEKMASKS[week], np.array(off, "datetime64[D]"))

    def back(days: int) -> date:
        moved = np.busday_offset(np.datetime64(day), -days, "backward", busdaycal=calendar)
        return date.fromisoformat(str(moved))

    return back


def _desks(snapshot: "Snapshot") -> dict[tuple[str, str], str]:
    """(office, stage) → the desk at which most of its runs were."""
    rows = snapshot.sql(
        "SELECT office, stage, arg_max(desk, n) AS desk FROM "
        "(SELECT office, stage, desk, sum(n) AS n FROM stage WHERE desk IS NOT NULL GROUP BY ALL) "
        "GROUP BY ALL",
        (),
        ("stage",),
    )
    return {(r.office, r.stage): r.desk for r in rows_of(rows)}
