"""Writes follow-ups: added, worded anew, moved on, closed; within the writer's scope, audited."""

from dataclasses import dataclass
from datetime import date

from dashboard.frame.pen import Pen, tidied
from etl import clock
from etl.errors import Refused
from etl.store.follow_ups import STATES, Action, FollowUps
from etl.store.operations import Operations
from etl.words import _
from metrics.asking.registry import indicators

FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Plan:
    """What a form says is to be done about a figure of a place."""

    indicator: str
    place: str
    what: str
    who: str
    starts: date | None
    due: date | None
    permit_type: str = ""
    period: str = ""
    element: str = ""


def plan_action(pen: Pen, plan: Plan) -> int:
    """Keep a new follow-up; its number. Refused in words where something is wanting."""
    pen.check(plan.place, "tindak_lanjut")
    if plan.indicator not in indicators():
        raise Refused(_("Pilih indikatornya."))
    what, who, starts, due = _checked(plan)
    number = FollowUps(pen.store).add_action(
        plan.indicator, plan.place, what, who, starts, due, pen.who,
        plan.permit_type, plan.period, plan.element,
    )  # fmt: skip
    pen.note("action", plan.place, number=number, indicator=plan.indicator, due=due)
    return number


def _checked(plan: Plan) -> tuple[str, str, date, date]:
    what = tidied(plan.what, _("apa yang dilakukan"))
    who = tidied(plan.who, _("siapa yang mengerjakan"))
    if plan.starts is None or plan.due is None:
        raise Refused(_("Isi tanggal mulai dan tenggatnya."))
    if not FIRST <= plan.starts <= plan.due <= LAST:
        raise Refused(_("Tenggat tidak boleh sebelum tanggal mulai."))
    return what, who, plan.starts, plan.due


def reword(pen: Pen, action: Action, plan: Plan) -> None:
    """Word a follow-up anew: what, who, from when, by when."""
    pen.check(action.office, "tindak_lanjut")
    what, who, starts, due = _checked(plan)
    FollowUps(pen.store).edit_action(action.id, what, who, starts, due)
    pen.note("action", action.office, number=action.id, due=due, before=action.due)


def move(pen: Pen, action: Action, state: str, evidence: str = "", day: date | None = None) -> None:
    """Move a follow-up on; one that is done needs a day and what shows it."""
    pen.check(action.office, "tindak_lanjut")
    if state not in STATES:
        raise Refused(_("Pilih keadaannya."))
    told = None
    if state == "done":
        told = tidied(evidence, _("bukti penyelesaian"))
        if day is None or not FIRST <= day <= clock.today():
            raise Refused(_("Tanggal selesai tidak boleh sesudah hari ini."))
    FollowUps(pen.store).move_action(action.id, state, told, day)
    pen.note("action", action.office, number=action.id, state=state, before=action.state)


def mark_on_charts(pen: Pen, action: Action, day: date) -> None:
    """Draw a follow-up that is done on the charts of its figure, as an event of that day."""
    pen.check(action.office, "tindak_lanjut")
    number = Operations(pen.store).add_event(
        action.office, day, action.what[:80], pen.who, action.indicator, True
    )
    pen.note("event", action.office, event=number, of_action=action.id, day=day, restarts=True)


def publish(pen: Pen, office: str, period: str, day: date | None, medium: str, link: str) -> int:
    """Note where and when a survey's result was made public; the note's number."""
    pen.check(office, "ikm")
    if day is None or not FIRST <= day <= clock.today():
        raise Refused(_("Tanggal publikasi tidak boleh sesudah hari ini."))
    told = tidied(medium, _("media publikasi"))
    number = FollowUps(pen.store).add_publication(
        office, period, day, told, tidied(link, _("tautan"), needed=False), pen.who
    )
    pen.note("publication", office, publication=number, period=period, day=day)
    return number


def unpublish(pen: Pen, office: str, number: int) -> None:
    """Take a note of a publication back."""
    pen.check(office, "ikm")
    FollowUps(pen.store).drop_publication(number)
    pen.note("publication", office, publication=number, removed=True)
