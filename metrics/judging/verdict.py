"""The one judgement of an indicator for a place, period and permit type (indicators.md §13).

Cards, leads, headings, tables, reports, alerts and the command line read this object; none of
them has a rule of its own for met or missed, better or worse, and since when.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from etl.periods import add_months, last_day, month_of, month_text, months_between
from etl.store.operations import Event
from etl.words import _, counted, month_words
from metrics.asking.lineage import lineage
from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator, get
from metrics.asking.result import Result
from metrics.judging.chance import FEW, certain
from metrics.judging.fair import moves
from metrics.judging.funnel import FEWEST_CASES
from metrics.judging.growth import growth
from metrics.judging.marks import Mark, every_event, marks
from metrics.judging.process import WINDOW, Process, process
from metrics.judging.targets import Targets, few, met, target, targets_of
from metrics.judging.together import Together

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

Read = Callable[[Query], Result]
QUIET_MONTHS = 2  # without a report, after which the last month is no longer the present one


@dataclass(frozen=True)
class Difference:
    """The figure less that of the same months a year before, with its 95 % interval if known."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Verdict:
    """One figure and what is said of it.

    `result` is the answer that the figure was read from; `moment` "period" or "end". `met`: the
    target is met, None where there is none or too few cases. `direction`: "better", "worse" or
    "same", None where the chart gives no word; `moved` 1 or -1 where the last month belongs to a
    signal, whichever way is good. `since` and `points` are the chart's; `charted` names the column
    that the chart judges ("mean" beside a median). `lacks` says why there is no figure, no
    judgement or no word, "" where nothing is wanting.
    """

    indicator: Indicator
    query: Query
    result: Result
    moment: str
    target: float | None
    met: bool | None
    direction: str | None
    moved: int
    since: str
    few: bool
    process: Process
    charted: str
    year_before: float | None
    difference: Difference | None
    lacks: str
    marks: tuple[Mark, ...] = ()

    @property
    def value(self) -> float | None:
        """The figure, None where there is none to give."""
        return self.result.value

    @property
    def n(self) -> int | None:
        """How many cases the figure rests on."""
        n = self.result.first.get("n")
        return None if n is None else int(n)

    def to_json(self, words: str) -> dict[str, Any]:
        """The object of `monev verdict`, with the sentence that every page prints."""
        gap = self.difference
        return {
            "indicator": self.indicator.name,
            "unit": self.indicator.unit,
            "as_of": self.result.as_of,
            "filters": self.query.filters(),
            "value": self.value,
            "n": self.n,
            "moment": self.moment,
            "target": self.target,
            "met": self.met,
            "direction": self.direction,
            "since": self.since or None,
            "points": self.process.points,
            "year_before": self.year_before,
            "difference": gap and {"value": gap.value, "low": gap.low, "high": gap.high},
            "why": self.lacks,
            "words": words,
        }


def judge(snapshot: "Snapshot", scope: Scope, name: str, query: Query) -> Verdict:
    """The verdict on the indicator `name` for the place, period and permit type of `query`.

    An indicator that knows no permit types is judged over all of them, and the query says so.
    """
    indicator = get(name)
    if query.permit_type and "permit_type" not in indicator.dims:
        query = query.change(permit_type=None)
    query = query.change(by=())
    ask = partial(indicator.read, snapshot, scope)
    return _remembered(
        snapshot, scope, indicator, query, ask, every_event(snapshot), targets_of(snapshot)
    )


def judge_each(
    snapshot: "Snapshot", scope: Scope, name: str, query: Query, offices: Iterable[str]
) -> dict[str, Verdict]:
    """The verdict on each of `offices`, the very one that `judge` gives of it alone.

    The months and the year before are asked for all offices at once: by the office a province
    would take several questions each.
    """
    indicator = get(name)
    if query.permit_type and "permit_type" not in indicator.dims:
        query = query.change(permit_type=None)
    asked = query.change(by=(), office=None)
    together = Together(snapshot, scope, indicator, asked.province)
    events, wanted = every_event(snapshot), targets_of(snapshot)
    return {
        code: _remembered(snapshot, scope, indicator, its, together.read, events, wanted)
        for code in offices
        for its in [asked.change(office=code, province=None)]
    }


def _remembered(
    snapshot: "Snapshot",
    scope: Scope,
    indicator: Indicator,
    query: Query,
    ask: Read,
    events: list[Event],
    wanted: Targets,
) -> Verdict:
    mine = marks(snapshot, query, indicator.name, events)
    return snapshot.remembered(
        ("verdict", indicator.name, scope, query, mine, wanted),
        lambda: _judged(snapshot, scope, indicator, query, mine, ask),
    )


def _judged(
    snapshot: "Snapshot",
    scope: Scope,
    indicator: Indicator,
    query: Query,
    events: tuple[Mark, ...],
    ask: Read,
) -> Verdict:
    now = indicator.read(snapshot, scope, query)
    end = _end(now, query)
    line, charted, counts = _line(ask, indicator, query, now, end, events)
    wanted = None if end is None else target(snapshot, indicator.name, query, last_day(end))
    short = few(indicator, now.first.get("n"))
    word, lacks = _word(snapshot, indicator, now, line, short, counts, end, ask)
    before, gap = _year_before(snapshot, scope, indicator, query, now, ask)
    moved = line.moved if not lacks else 0
    return Verdict(
        indicator=indicator,
        query=query,
        result=now,
        moment=indicator.moment,
        target=wanted,
        met=met(indicator, now.value, now.first.get("n"), wanted),
        direction=word,
        moved=moved,
        since=line.since if moved else "",
        few=short,
        process=line,
        charted=charted,
        year_before=before,
        difference=gap,
        lacks=lacks,
        marks=events,
    )


def _end(now: Result, query: Query) -> int | None:
    """The month at whose end the question looks: the period's, else the data's."""
    if query.last_month:
        return query.last_month
    return month_of(date.fromisoformat(now.as_of[:10])) if now.as_of else None


def _line(
    ask: Read,
    indicator: Indicator,
    query: Query,
    now: Result,
    end: int | None,
    events: tuple[Mark, ...],
) -> tuple[Process, str, dict[int, float]]:
    """The 24 months up to `end`, the column that they show, and cases by month."""
    if end is None or "month" not in indicator.dims:
        return process((), ()), "value", {}
    months = months_between(add_months(end, 1 - WINDOW), end)
    asked = query.change(start=month_text(months[0]), end=month_text(end), by=("month",))
    rows = ask(asked).rows
    # a median moves in whole days: the mean shows what happens in between
    charted = indicator.charted if indicator.charted in rows else "value"
    found, cases = ({} if rows.empty else _by_month(rows, c) for c in (charted, "n"))
    ripe = _ripe(indicator, now)
    values = [found.get(m) if m <= ripe else None for m in months]
    restarts = [month_of(mark.day) for mark in events if mark.restarts]
    line = process(months, values, restarts)
    return _certain(indicator, line, rows, cases), charted, cases


def _certain(indicator: Indicator, line: Process, rows: Any, cases: dict[int, float]) -> Process:
    """The line without signals that chance explains where cases are few: of counts and shares,
    and of bills paid, where each bill is taken for a case."""
    of: list[float] | None = None
    if indicator.shape == "count":
        events = list(line.chart.values)
    elif indicator.shape == "rate" and {"numerator", "denominator"} <= set(rows.columns):
        done, every = (_by_month(rows, c) for c in ("numerator", "denominator"))
        events = [done.get(m, math.nan) for m in line.months]
        of = [every.get(m, math.nan) for m in line.months]
    elif indicator.shape == "ratio" and indicator.kind == "payments":
        of = [cases.get(m, math.nan) for m in line.months]
        events = [min(v, 1) * n for v, n in zip(line.chart.values, of, strict=True)]
    else:
        return line
    return replace(line, chart=certain(line.chart, events, of, line.segment))


def _by_month(rows: Any, column: str) -> dict[int, float]:
    pairs = zip(rows["month"], rows[column].astype("float64"), strict=True)
    return {int(m.replace("-", "")): v for m, v in pairs if v is not None and not math.isnan(v)}


def _ripe(indicator: Indicator, now: Result) -> int:
    """The last month that a chart may judge: what is followed from its start needs a month more."""
    if not indicator.ripens or now.as_of is None:
        return 999912
    return add_months(month_of(date.fromisoformat(now.as_of[:10])), -1)


def _word(
    snapshot: "Snapshot",
    indicator: Indicator,
    now: Result,
    line: Process,
    short: bool,
    counts: dict[int, float],
    end: int | None,
    ask: Read,
) -> tuple[str | None, str]:
    """What the chart says, and why it says nothing."""
    if now.value is None:
        return None, str(now.first.get("note") or _("Belum ada data untuk periode ini."))
    if short:
        return None, _("kurang dari {n} kasus, tidak dinilai").format(n=FEWEST_CASES)
    if not line.months:
        return None, _("tidak dirinci menurut bulan")
    if line.chart.missing:
        surveys = indicator.kind == "survey"  # a point a survey, not a month
        text = (
            counted("perlu {n} survei lagi untuk menilai perubahan", line.chart.missing)
            if surveys
            else counted("perlu {n} bulan lagi untuk menilai perubahan", line.chart.missing)
        )
        return None, text.format(n=line.chart.missing)
    last = line.months[line.present[-1]]
    if end is not None and last < add_months(end, -QUIET_MONTHS):
        over = lineage(snapshot)
        if now.query.office and over.over(now.query.office, end):
            return None, over.words(now.query.office).rstrip(".")
        told = any(n > 0 for month, n in counts.items() if month > last)  # most still run, say
        why = (
            _("belum ada angkanya sesudah {month}")
            if told
            else _("tidak ada laporan sesudah {month}")
        )
        return None, why.format(month=month_words(month_text(last)))
    if few(indicator, counts.get(last)):
        return None, _("bulan terakhir kurang dari {n} kasus, perubahan tidak dinilai").format(
            n=FEWEST_CASES
        )
    if indicator.shape == "amount" and _cases_a_month(line, counts) < FEW:
        return None, _("kurang dari {n} data sebulan, perubahan tidak dinilai").format(n=int(FEW))
    if not line.moved:
        return "same", ""
    if _others_report(indicator, now, line, ask):
        return None, _("kantor yang melapor berganti, perubahan tidak dinilai")
    if indicator.better is None:
        return None, ""
    return ("better" if (line.moved > 0) == (indicator.better == "up") else "worse"), ""


def _cases_a_month(line: Process, counts: dict[int, float]) -> float:
    """Cases a month over the months that have a value."""
    told = [counts.get(line.months[i], 0.0) for i in line.present]
    return sum(told) / len(told) if told else 0.0


def _others_report(indicator: Indicator, now: Result, line: Process, ask: Read) -> bool:
    """Whether a sum over offices moved because some of them fell silent or began to report: over
    those that told of every month it does not move that way.
    """
    if now.query.office or indicator.shape not in ("count", "amount"):
        return False
    if "office" not in indicator.dims:
        return False
    months = [line.months[i] for i in line.present]
    asked = now.query.change(
        start=month_text(months[0]), end=month_text(months[-1]), by=("office", "month")
    )
    rows = ask(asked).rows.dropna(subset=["value"])
    wide = rows.pivot_table(index="month", columns="office", values="value", aggfunc="sum")
    whole = wide.reindex([month_text(m) for m in months]).astype("float64").dropna(axis=1)
    if len(whole.columns) == len(wide.columns):
        return False
    if not len(whole.columns):
        return True
    steady = process(months, list(whole.sum(axis=1)))
    return (steady.moved, steady.since) != (line.moved, line.since)


def _year_before(
    snapshot: "Snapshot",
    scope: Scope,
    indicator: Indicator,
    query: Query,
    now: Result,
    ask: Read,
) -> tuple[float | None, Difference | None]:
    """The figure of the same months a year before, and the difference with its interval.

    A count is compared over the offices and months that reported in both years.
    """
    if query.first_month is None or query.last_month is None or query.as_of is not None:
        return None, None
    if indicator.moment == "period" and indicator.shape in ("count", "amount"):
        grew = growth(snapshot, scope, indicator, query, ask)
        if grew is None or not grew.pairs:
            return None, None
        return grew.before, Difference(grew.now - grew.before)
    shifted = query.change(
        start=month_text(query.first_month - 100), end=month_text(query.last_month - 100)
    )
    then = ask(shifted)
    if then.value is None or now.value is None:
        return then.value, None
    a, b = then.first, now.first
    if indicator.shape == "rate" and a.get("denominator") and b.get("denominator"):
        move = moves([a["numerator"]], [a["denominator"]], [b["numerator"]], [b["denominator"]])
        if not math.isnan(move.change[0]):
            gap = Difference(*(float(x[0]) for x in (move.change, move.low, move.high)))
            return then.value, gap
        return then.value, None
    return then.value, Difference(float(now.value) - float(then.value))
