"""Lines an answer's rows up with the months of a view, and judges each month against chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from etl.store.operations import FILE, Operations
from metrics.asking.registry import get
from metrics.asking.result import Result
from metrics.judging.xmr import xmr

FEW = 20  # cases under which a rate says too little (indicators.md §9)
QUARTERS = 16
VERDICTS = {"improving": "better", "worsening": "worse"}


@dataclass(frozen=True)
class Process:
    """A process-behaviour chart as the graph wants it.

    `frame`: period, value, mean, low, high, signal, verdict. `verdict` is the last point's
    ("better", "worse" or "" for ordinary variation or unknown); `since` the first period of
    the run of signals it belongs to ("" where ordinary); `missing` how many points are wanting;
    `few`: a typical point rests on too few cases to judge a rate, and no verdict is given;
    `events` the (period, words) that a person marked.
    """

    frame: pd.DataFrame
    verdict: str
    since: str
    missing: int
    few: bool = False
    events: tuple[tuple[str, str], ...] = ()

    @property
    def drawn(self) -> bool:
        """Whether there is any value to draw."""
        return bool(self.frame["value"].notna().any())


def by_month(
    result: Result, months: Sequence[str], column: str = "value", dim: str = "month"
) -> list[float | None]:
    """`column` of the answer for each of `months` (or quarters: `dim`), None where absent."""
    rows = result.rows
    found = {} if rows.empty else dict(zip(rows[dim], rows[column], strict=True))
    values = (found.get(m) for m in months)
    return [None if f.missing(v) else float(v) for v in values]


def process(
    values: Sequence[float | None],
    months: Sequence[str],
    better: str | None,
    restarts: Iterable[str] = (),
) -> Process:
    """Judge monthly values; `restarts` are months at which a person marked a change."""
    chart = xmr(
        [float("nan") if v is None else v for v in values],
        [months.index(m) for m in restarts if m in months],
    )
    good = {"up": 1, "down": -1}.get(better or "", 0)
    verdicts = [
        "" if not signal or not good else ("better" if way == good else "worse")
        for signal, way in zip(chart.signals, chart.direction, strict=True)
    ]
    frame = pd.DataFrame(
        {
            "period": list(months),
            "value": chart.values,
            "mean": chart.mean,
            "low": chart.low,
            "high": chart.high,
            "signal": list(chart.signals),
            "verdict": verdicts,
        }
    )
    last = VERDICTS.get(chart.variation(better), "")
    return Process(frame, last, _since(frame, last), chart.missing)


def _since(frame: pd.DataFrame, verdict: str) -> str:
    since = ""
    if not verdict:
        return since
    for month, value, own in zip(
        frame["period"][::-1], frame["value"][::-1], frame["verdict"][::-1], strict=True
    ):
        if f.missing(value):
            continue
        if own != verdict:
            break
        since = month
    return since


def against_last_year(
    now: Result, before: Result, months: Sequence[str], months_before: Sequence[str]
) -> pd.DataFrame:
    """One row a month: month, value, last_year (NaN where absent)."""
    return pd.DataFrame(
        {
            "month": list(months),
            "value": pd.array(by_month(now, months), dtype="float64"),
            "last_year": pd.array(by_month(before, months_before), dtype="float64"),
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


def rate_process(view: View, name: str) -> Process:
    """A rate judged by months, or by quarters where a typical month has fewer than 20 cases.

    Limits restart where a person marked a change; the marks are named on the graph.
    """
    better = get(name).better
    marks = marked(view, name)
    months = view.period.trend(24).months()
    monthly = view.trend(name)
    if _enough(monthly, months, "month"):
        return _marked_process(by_month(monthly, months), months, better, marks)
    span = view.period.trend(QUARTERS * 3)
    quarters = list(dict.fromkeys(quarter(m) for m in span.months()))[-QUARTERS:]
    start = f"{quarters[0][:4]}-{3 * int(quarters[0][-1]) - 2:02d}"
    found = view.read(name, by=("quarter",), start=start, end=view.period.end)
    judged = _marked_process(
        by_month(found, quarters, dim="quarter"),
        quarters,
        better,
        [(quarter(month), what, restarts) for month, what, restarts in marks],
    )
    if _enough(found, quarters, "quarter"):
        return judged
    return replace(judged, frame=judged.frame.assign(verdict=""), verdict="", since="", few=True)


def marked(view: View, name: str) -> list[tuple[str, str, bool]]:
    """What a person marked for this office and indicator: month, words, whether limits restart."""
    if view.query.office is None or not (view.store / FILE).exists():
        return []
    events = Operations(view.store).events(view.query.office)
    return [
        (e.day.isoformat()[:7], e.what, e.restarts) for e in events if e.indicator in ("", name)
    ]


def _marked_process(
    values: Sequence[float | None],
    periods: Sequence[str],
    better: str | None,
    marks: Sequence[tuple[str, str, bool]],
) -> Process:
    judged = process(values, periods, better, [p for p, _what, restarts in marks if restarts])
    return replace(judged, events=tuple((p, what) for p, what, _r in marks if p in periods))


def quarter(month: str) -> str:
    """The quarter of a month: "2026-05" → "2026-Q2"."""
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def _enough(result: Result, periods: Sequence[str], dim: str) -> bool:
    counts = [n or 0 for n in by_month(result, periods, "n", dim)]
    return bool(counts) and median(counts) >= FEW
