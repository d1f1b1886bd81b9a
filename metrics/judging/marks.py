"""What people marked on an office's figures: dated events, some of which restart the limits."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.store.operations import FILE, Operations


@dataclass(frozen=True)
class Mark:
    """A dated event in words; `restarts`: limits are worked out anew from its month."""

    day: date
    what: str
    restarts: bool


def marks(store: Path, office: str | None, indicator: str) -> tuple[Mark, ...]:
    """What was marked for `office` on `indicator` or on all of its figures, by day."""
    if office is None or not (store / FILE).exists():
        return ()
    events = Operations(store).events(office)
    return tuple(Mark(e.day, e.what, e.restarts) for e in events if e.indicator in ("", indicator))
