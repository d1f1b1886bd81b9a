"""What people marked on figures: dated events of an office or of its province.

Some of them restart the limits of charts.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from etl.store.operations import FILE, Operations
from metrics.asking.query import Query
from metrics.judging.places import places

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Mark:
    """A dated event in words; `restarts`: limits are worked out anew from its month."""

    day: date
    what: str
    restarts: bool


def marks(snapshot: "Snapshot", query: Query, indicator: str = "") -> tuple[Mark, ...]:
    """What was marked for the place of `query`, by day: its own events and its province's.

    Those on `indicator` and those on all figures; with "" the latter alone.
    """
    if not (snapshot.store / FILE).exists():
        return ()
    kept = Operations(snapshot.store)
    found = [e for place in places(snapshot, query) for e in kept.events(place)]
    told = (e for e in found if e.indicator in ("", indicator))
    return tuple(sorted((Mark(e.day, e.what, e.restarts) for e in told), key=lambda m: m.day))
