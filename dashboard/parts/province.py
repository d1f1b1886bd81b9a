"""What the province's pages share: its question, its offices in words, their charts over time."""

from dataclasses import dataclass, replace
from statistics import median

import pandas as pd

from dashboard.frame.view import View
from dashboard.parts import series
from dashboard.parts.series import QUARTERS, Process, quarter
from etl.reference import Tile, tiles
from etl.store.operations import Operations
from metrics.asking.query import Query
from metrics.judging.compare import Comparison, comparable, compare
from metrics.judging.reporting import reference_day, regencies

#: The order in which indicators are offered; others that are comparable follow by themselves.
ACROSS = 6
FIRST = ("on_time_rate", "response_on_time", "ikm", "bank_share", "resolution_rate")


def question(view: View) -> Query:
    """The view's question asked of the whole province that is in view."""
    province = view.query.province or (view.office.province if view.office else None)
    return view.query.change(office=None, province=province)


def names(view: View) -> dict[str, str]:
    """Short names of the regencies in view, by code."""
    if view.snapshot is None:
        return {}
    return {o: view.office_name(o) for o in regencies(view.snapshot, view.scope, question(view))}


def choices() -> list[str]:
    """Names of the indicators that may be compared, the usual ones first."""
    known = list(comparable())
    return [n for n in FIRST if n in known] + [n for n in known if n not in FIRST]


def compared(view: View, name: str, before: bool = False) -> Comparison:
    """The offices compared on `name`, in the period in view or the same one a year before."""
    assert view.snapshot is not None
    asked = question(view)
    if before:
        past = view.period.before()
        asked = asked.change(start=past.start, end=past.end)
    if not comparable()[name].dims or "permit_type" not in comparable()[name].dims:
        asked = asked.change(permit_type=None)
    return compare(view.snapshot, view.scope, name, asked)


@dataclass(frozen=True)
class OverTime:
    """Each office's process-behaviour chart, by months or quarters (`quarterly`)."""

    charts: dict[str, Process]
    quarterly: bool


def over_time(view: View, name: str) -> OverTime:
    """The charts of every office on one indicator, limits restarting where a person marked it.

    Quarters where a typical office has fewer than 20 cases a month, as on the office's own pages;
    an office that has fewer even so is drawn and not judged.
    """
    codes = list(names(view))
    months = view.period.trend(24).months()
    found = _read(view, name, "month", months[0])
    quarterly = _few(found)
    if quarterly:
        months = list(dict.fromkeys(quarter(m) for m in view.period.trend(QUARTERS * 3).months()))[
            -QUARTERS:
        ]
        found = _read(view, name, "quarter", f"{months[0][:4]}-{3 * int(months[0][-1]) - 2:02d}")
    dim = "quarter" if quarterly else "month"
    marks = _restarts(view, name)
    better = comparable()[name].better
    charts = {}
    for code in codes:
        own = found[found["office"] == code].set_index(dim)["value"] if len(found) else pd.Series()
        values = [float(own[m]) if m in own and pd.notna(own[m]) else None for m in months]
        at = [quarter(m) if quarterly else m for m in marks.get(code, ())]
        judged = series.process(values, months, better, at)
        if _few(found[found["office"] == code] if len(found) else found):
            plain = judged.frame.assign(verdict="", low=float("nan"), high=float("nan"))
            judged = replace(judged, frame=plain, verdict="", since="", few=True)
        charts[code] = judged
    return OverTime(charts, quarterly)


def _read(view: View, name: str, dim: str, start: str) -> pd.DataFrame:
    known = comparable()[name].dims
    asked = question(view) if "permit_type" in known else replace(question(view), permit_type=None)
    assert view.snapshot is not None
    asked = asked.change(by=("office", dim), start=start, end=view.period.end)
    return comparable()[name].read(view.snapshot, view.scope, asked).rows


def _few(rows: pd.DataFrame) -> bool:
    column = "denominator" if "denominator" in rows else "n"
    counts = [float(n) for n in rows[column].dropna()] if len(rows) else []
    return bool(counts) and median(counts) < series.FEW


def _restarts(view: View, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for event in Operations(view.store).events():
        if event.restarts and event.indicator in ("", name):
            found.setdefault(event.office, []).append(f"{event.day:%Y-%m}")
    return found


def places(codes: list[str], short: dict[str, str]) -> tuple[dict[str, Tile], bool]:
    """Where each office's tile lies, and whether that is like the map: a province that
    `data/tiles.csv` does not know is laid out in rows by name."""
    known = {o: tile for o, tile in tiles().items() if o in codes}
    if known:
        return known, True
    ordered = sorted(codes, key=lambda o: short.get(o, o))
    return {
        o: Tile(o, i // ACROSS + 1, i % ACROSS + 1, short.get(o, o)) for i, o in enumerate(ordered)
    }, False


def days(view: View) -> dict[str, str]:
    """The last day each office speaks of (any monthly kind), "YYYY-MM-DD"; absent where silent."""
    assert view.snapshot is not None
    meta = view.snapshot.table("meta")
    codes = names(view)
    own = meta[meta["office"].isin(list(codes)) & (meta["kind"] != "survey")]
    last = pd.to_datetime(own["as_of"]).groupby(own["office"]).max()
    return {o: f"{d:%Y-%m-%d}" for o, d in last.dropna().items()}


def today(view: View) -> str:
    """The day that lateness is counted to, "YYYY-MM-DD"; "" where nobody has spoken."""
    assert view.snapshot is not None
    day = reference_day(view.snapshot, list(names(view)))
    return f"{day:%Y-%m-%d}" if day else ""
