"""What was agreed to be done, in a report's words: done with its effect, under way, overdue."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dashboard.locale import action_words as words
from dashboard.locale import format as f
from dashboard.reports.asked import Asked, office_name
from etl.store.follow_ups import Action, FollowUps
from etl.words import _
from metrics.judging.effects import effect_of

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot


def follow_ups(
    snapshot: "Snapshot", scope: "Scope", office: str | None, day: date
) -> tuple[list[str], list[str]]:
    """(a line for each follow-up of the office, the lines of those past their day on `day`).

    One that was done has the effect on its figure.
    """
    if office is None:
        return [], []
    kept = [a for a in FollowUps(snapshot.store).actions(office) if a.state != "dropped"]
    late = [a for a in kept if a.overdue(day)]
    told = [_line(a, day) + _effect(snapshot, scope, a) for a in kept]
    return told, [_line(a, day) for a in late]


def overdue_of(asked: Asked, offices: Iterable[str], province: str) -> list[str]:
    """A line for each follow-up of these offices or the province that is past its day at the
    period's end, the oldest first, with its place.
    """
    places = {*offices, province}
    kept = [a for a in FollowUps(asked.snapshot.store).actions() if a.office in places]
    return [
        f"{_place(asked, a.office)}: {_line(a, asked.end)}" for a in kept if a.overdue(asked.end)
    ]


def _place(asked: Asked, code: str) -> str:
    if code in asked.view.offices:
        return asked.view.office_name(code)
    return asked.view.province_name or office_name(asked.snapshot, code)


def _line(action: Action, day: date) -> str:
    due = (_("lewat tenggat {day}") if action.overdue(day) else _("tenggat {day}")).format(
        day=f.date(action.due)
    )
    state = words.state_name(action.state)
    if action.state == "done" and action.finished:
        due = words.due_words(action, day)
        return f"{action.what} ({action.who}, {due})"
    return f"{action.what} ({action.who}, {due}; {state})"


def _effect(snapshot: "Snapshot", scope: "Scope", action: Action) -> str:
    """What became of the figure, of one that is done."""
    if action.state != "done":
        return ""
    effect = effect_of(snapshot, scope, action)
    told = words.effect_words(effect)
    if effect.change is None:
        return f"; {told}"
    return f"; {words.figure_name(action)} {told}"
