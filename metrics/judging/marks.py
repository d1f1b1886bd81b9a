"""What people marked on figures: dated events of an office or of its province.

Some of them restart the limits of charts.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from etl.store.operations import FILE, Event, Operations
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


def marks(
    snapshot: "Snapshot", query: Query, indicator: str = "", events: list[Event] | None = None
) -> tuple[Mark, ...]:
    """What was marked for the place of `query`, by day: its own events and its province's.

    Those on `indicator` and those on all figures; with "" the latter alone. `events` are all of
    the store's, where they are at hand.
    """
    known = every_event(snapshot) if events is None else events
    if not known:
        return ()
    here = places(snapshot, query)
    told = (e for e in known if e.office in here and e.indicator in ("", indicator))
    return tuple(sorted((Mark(e.day, e.what, e.restarts) for e in told), key=lambda m: m.day))


def every_event(snapshot: "Snapshot") -> list[Event]:
    """Every event of the store, read now."""
    return Operations(snapshot.store).events() if (snapshot.store / FILE).exists() else []
