"""The events that a chart of the view has to show, in words."""

from collections.abc import Iterable

from dashboard.charts.event_lines import Event
from dashboard.frame.view import View
from etl.periods import month_of, month_text
from etl.words import _
from metrics.judging.marks import Mark, marks


def events_of(view: View, *names: str) -> list[Event]:
    """What was marked for the place in view on all figures or on those named, each once."""
    found = {mark for name in names or ("",) for mark in marks(view.snapshot, view.query, name)}
    return as_events(sorted(found, key=lambda m: (m.day, m.what)))


def as_events(found: Iterable[Mark]) -> list[Event]:
    """Marks as charts take them; that limits begin anew is said with them."""
    return [
        (
            month_text(month_of(m.day)),
            _("{what} (batas dihitung ulang)").format(what=m.what) if m.restarts else m.what,
        )
        for m in found
    ]
