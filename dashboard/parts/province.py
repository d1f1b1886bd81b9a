"""What the province's pages share: its question, its offices in words, their verdicts."""

import pandas as pd

from dashboard.frame.view import View
from etl.reference import Tile, tiles
from metrics.asking.query import Query
from metrics.judging.compare import Comparison, comparable, compare
from metrics.judging.reporting import reference_day, regencies
from metrics.judging.verdict import Verdict, judge_each

#: The order in which indicators are offered; others that are comparable follow by themselves.
ACROSS = 6
FIRST = ("on_time_rate", "response_on_time", "ikm", "bank_share", "resolution_rate")


def question(view: View) -> Query:
    """The view's question asked of the whole province that is in view."""
    province = view.query.province or (view.office.province if view.office else None)
    return view.query.change(office=None, province=province)


def names(view: View) -> dict[str, str]:
    """Short names of the regencies in view, by code."""
    if view.snapshot.is_empty:
        return {}
    return {o: view.office_name(o) for o in regencies(view.snapshot, view.scope, question(view))}


def choices() -> list[str]:
    """Names of the indicators that may be compared, the usual ones first."""
    known = list(comparable())
    return [n for n in FIRST if n in known] + [n for n in known if n not in FIRST]


def compared(view: View, name: str, before: bool = False) -> Comparison:
    """The offices compared on `name`, in the period in view or the same one a year before."""
    asked = question(view)
    if before:
        past = view.period.before()
        asked = asked.change(start=past.start, end=past.end)
    if not comparable()[name].dims or "permit_type" not in comparable()[name].dims:
        asked = asked.change(permit_type=None)
    return compare(view.snapshot, view.scope, name, asked)


def verdicts(view: View, name: str) -> dict[str, Verdict]:
    """The verdict on every office in view, the very one that the office's own pages show."""
    return judge_each(view.snapshot, view.scope, name, question(view), names(view))


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
    meta = view.snapshot.table("meta")
    codes = names(view)
    own = meta[meta["office"].isin(list(codes)) & (meta["kind"] != "survey")]
    last = pd.to_datetime(own["as_of"]).groupby(own["office"]).max()
    return {str(o): f"{d:%Y-%m-%d}" for o, d in last.dropna().items()}


def today(view: View) -> str:
    """The day that lateness is counted to, "YYYY-MM-DD"; "" where nobody has spoken."""
    day = reference_day(view.snapshot, list(names(view)))
    return f"{day:%Y-%m-%d}" if day else ""
