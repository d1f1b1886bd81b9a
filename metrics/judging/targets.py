"""The target of a figure that is in force at a place, for a permit type, on a day.

Targets come with the records (the kind `targets`) and from the page Target; `Targets` is the one
place where both are read, so that card, chart, table, report and command line follow both alike.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import last_day
from etl.rows import rows_of
from etl.store.operations import FILE, EditedTarget, Operations
from metrics.asking.query import Query
from metrics.asking.result import Figure
from metrics.judging.funnel import FEWEST_CASES
from metrics.judging.places import places

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

JUDGED_BY_CASES = frozenset({"rate", "days"})  # shapes of which few cases say too little


@dataclass(frozen=True)
class Target:
    """A target that holds at a place from a day on; rates are fractions.

    `permit_type` "" is all types together. `by` is who set it on the page, "" where it was loaded.
    """

    indicator: str
    office: str
    permit_type: str
    valid_from: date
    value: float
    by: str = ""


@dataclass(frozen=True)
class Targets:
    """Every target of a store in force; what was set on the page goes before what was loaded."""

    rows: tuple[Target, ...]

    def at(
        self, indicator: str, places: Iterable[str], permit_type: str | None, on: date
    ) -> float | None:
        """The target of `indicator` in force on `on`: of the first of `places` that has one, and
        of several the latest. One for all types is never laid over one type, nor the reverse.
        """
        asked = permit_type or ""
        mine = [t for t in self.rows if (t.indicator, t.permit_type) == (indicator, asked)]
        for place in places:
            own = [t for t in mine if t.office == place and t.valid_from <= on]
            if own:
                return max(own, key=lambda t: t.valid_from).value
        return None


def targets_of(snapshot: "Snapshot") -> Targets:
    """The targets of the snapshot's store: loaded ones, with those of the page laid over them.

    One set on the page takes the place of a loaded one of the same indicator, place, type and day;
    one taken back there leaves none of that day.
    """
    edited = _edited(snapshot)
    return snapshot.remembered(("targets", edited), lambda: _laid_over(_loaded(snapshot), edited))


def _edited(snapshot: "Snapshot") -> tuple[EditedTarget, ...]:
    if not (snapshot.store / FILE).exists():
        return ()
    return tuple(Operations(snapshot.store).targets())


def _loaded(snapshot: "Snapshot") -> list[Target]:
    frame = snapshot.table("ref_target")
    return [
        Target(
            str(row.indicator),
            "" if pd.isna(row.office) else str(row.office),
            "" if pd.isna(row.permit_type) else str(row.permit_type),
            pd.Timestamp(row.valid_from).date(),
            float(row.value),
        )
        for row in rows_of(frame)
        if pd.notna(row.value)
    ]


def _laid_over(loaded: list[Target], edited: Iterable[EditedTarget]) -> Targets:
    found = {(t.indicator, t.office, t.permit_type, t.valid_from): t for t in loaded}
    for row in edited:
        key = (row.indicator, row.office, row.permit_type, row.valid_from)
        found.pop(key, None)
        if row.value is not None:
            found[key] = Target(*key, float(row.value), row.by)
    return Targets(tuple(found[key] for key in sorted(found)))


def target(snapshot: "Snapshot", indicator: str, query: Query, on: date) -> float | None:
    """The target of `indicator` in force on `on` for the place and permit type of `query`.

    An office's own goes before its province's. Rates are fractions.
    """
    where = places(snapshot, query)
    return targets_of(snapshot).at(indicator, where, query.permit_type, on)


def targets_by_month(
    snapshot: "Snapshot", indicator: str, query: Query, months: list[int]
) -> list[float | None]:
    """The target in force at the end of each of `months` (yyyymm), for a line over a chart."""
    known, where = targets_of(snapshot), places(snapshot, query)
    return [known.at(indicator, where, query.permit_type, last_day(month)) for month in months]


def few(figure: Figure, n: Any) -> bool:
    """Whether a figure rests on too few cases to be judged (indicators.md §9)."""
    counted = figure.shape in JUDGED_BY_CASES
    return counted and n is not None and not math.isnan(n) and n < FEWEST_CASES


def met(figure: Figure, value: float | None, n: Any, wanted: float | None) -> bool | None:
    """Whether `value`, resting on `n` cases, meets the target `wanted`.

    None where either is missing, no direction is better, or the cases are too few.
    """
    if value is None or math.isnan(value) or wanted is None or figure.better is None:
        return None
    if few(figure, n):
        return None
    return value >= wanted if figure.better == "up" else value <= wanted
