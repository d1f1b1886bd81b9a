"""What was agreed to be done, in a report's words: done, under way, and past its day."""

from datetime import date
from pathlib import Path

from dashboard.locale import format as f
from etl.store.follow_ups import Action, FollowUps
from etl.words import _


def follow_ups(store: Path, office: str | None, day: date) -> tuple[list[str], list[str]]:
    """(a line for each follow-up of the office, the lines of those past their day on `day`)."""
    if office is None:
        return [], []
    kept = [a for a in FollowUps(store).actions(office) if a.state != "dropped"]
    late = [a for a in kept if a.overdue(day)]
    return [_line(a, a in late) for a in kept], [_line(a, True) for a in late]


def _line(action: Action, late: bool) -> str:
    state = {
        "planned": _("direncanakan"),
        "running": _("berjalan"),
        "done": _("selesai"),
    }.get(action.state, action.state)
    due = _("lewat tenggat {day}") if late else _("tenggat {day}")
    return f"{action.what} ({action.who}, {due.format(day=f.date(action.due))}; {state})"
