"""Checks what the forms of follow-ups and publications say, and writes it through the gate."""

from dataclasses import dataclass
from datetime import date

from dashboard.parts.writing import tidied
from etl import clock
from etl.errors import Refused
from etl.store.follow_ups import STATES, Action
from etl.store.gate import Gate
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


def plan_action(gate: Gate, plan: Plan) -> int:
    """Keep a new follow-up; its number. Refused in words where something is wanting."""
    if plan.indicator not in indicators():
        raise Refused(_("Pilih indikatornya."))
    what, who, starts, due = _checked(plan)
    more = {"permit_type": plan.permit_type, "period": plan.period, "element": plan.element}
    return gate.add_action(plan.indicator, plan.place, what, who, starts, due, **more)


def _checked(plan: Plan) -> tuple[str, str, date, date]:
    what = tidied(plan.what, _("apa yang dilakukan"))
    who = tidied(plan.who, _("siapa yang mengerjakan"))
    if plan.starts is None or plan.due is None:
        raise Refused(_("Isi tanggal mulai dan tenggatnya."))
    if not FIRST <= plan.starts <= plan.due <= LAST:
        raise Refused(_("Tenggat tidak boleh sebelum tanggal mulai."))
    return what, who, plan.starts, plan.due


def reword(gate: Gate, action: Action, plan: Plan) -> None:
    """Word a follow-up anew: what, who, from when, by when."""
    gate.edit_action(action.id, *_checked(plan))


def move(
    gate: Gate, action: Action, state: str, evidence: str = "", day: date | None = None
) -> None:
    """Move a follow-up on; one that is done needs a day and what shows it."""
    if state not in STATES:
        raise Refused(_("Pilih keadaannya."))
    told = None
    if state == "done":
        told = tidied(evidence, _("bukti penyelesaian"))
        if day is None or not FIRST <= day <= clock.today():
            raise Refused(_("Tanggal selesai tidak boleh sesudah hari ini."))
    gate.move_action(action.id, state, told, day)


def mark_on_charts(gate: Gate, action: Action, day: date) -> None:
    """Draw a follow-up that is done on the charts of its figure, as an event of that day."""
    gate.add_event(action.office, day, action.what[:80], action.indicator, True)


def publish(gate: Gate, office: str, period: str, day: date | None, medium: str, link: str) -> int:
    """Note where and when a survey's result was made public; the note's number."""
    if day is None or not FIRST <= day <= clock.today():
        raise Refused(_("Tanggal publikasi tidak boleh sesudah hari ini."))
    told = tidied(medium, _("media publikasi"))
    return gate.add_publication(office, period, day, told, tidied(link, _("tautan"), needed=False))
