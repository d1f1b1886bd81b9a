"""What needs attention at the place in view, as a short list with a link each (Ringkasan)."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.alert_words import KNOWN_ON, alert_words, open_page
from dashboard.parts.action_link import SLUG
from dashboard.parts.components import box, section
from etl import clock
from etl.words import _, counted
from metrics.asking.coverage import in_the_past
from metrics.counting.marks import SOON_DAYS
from metrics.judging.signals import Signal, signals

SHOWN = 5
NAMES = ("on_time_rate", "processing_time", "response_on_time", "ikm")


def alerts(view: View, names: Sequence[str] = NAMES) -> None:
    """The list: late, unanswered, off target or changed, undone, silent, due soon; worst first.
    Nothing beside a past period, since all of it stands today.

    `names` are the indicators of which the verdict is told; of a whole province none, since its
    table of offices shows them.
    """
    if in_the_past(view.snapshot, view.scope, view.query, "applications"):
        return
    found = standing(view, names)
    bad = [signal for signal in found if not signal.good]
    good = [signal for signal in found if signal.good]
    days = {signal.as_of for signal in bad if signal.what in KNOWN_ON}
    dated = len(days) != 1  # one day for all is told once
    with box():
        section(
            counted("{n} hal perlu perhatian", len(bad)).format(n=f.number(len(bad)))
            if bad
            else _quiet(view),
            _reading(None if dated else days.pop()) if bad else "",
        )
        _list(view, bad[:SHOWN], dated)
        if len(bad) > SHOWN:
            with st.expander(_("{n} hal lainnya").format(n=f.number(len(bad) - SHOWN))):
                _list(view, bad[SHOWN:], dated)
        if good:
            st.caption(_("Yang baik:"))
            _list(view, good)


def _reading(day: str | None) -> str:
    told = _("Yang terburuk lebih dulu; klik untuk melihat rinciannya.")
    return told if day is None else told + " " + _("Keadaan {day}.").format(day=f.date(day))


def _quiet(view: View) -> str:
    """That nothing stands; where nobody knows what is late, that too."""
    if view.read("overdue_applications").value is None:
        return _("Tidak ada peringatan dari yang dilaporkan; keterlambatan berkas tidak diketahui")
    return _("Tidak ada peringatan dari data yang dilaporkan")


def standing(view: View, names: Sequence[str] = NAMES) -> list[Signal]:
    """All that stands at the place and permit type in view, the worst first."""
    asked = names if view.office else ()
    return signals(view.snapshot, view.scope, view.query, clock.today(), asked, SOON_DAYS)


def _list(view: View, found: Sequence[Signal], dated: bool = True) -> None:
    lines = []
    for signal in found:
        name = view.office_name(signal.office)
        if signal.office not in view.offices:
            name = view.province_name or signal.office
        if view.office is not None and signal.office == view.office.code:
            name = ""
        link = escape(_address(view, *open_page(signal, view.scope)))
        lines.append(
            f'<li><a href="{link}" target="_self">'
            f"{escape(alert_words(signal, name, dated))}</a>{_act(view, signal)}</li>"
        )
    if lines:
        st.html(f'<ul class="alerts">{"".join(lines)}</ul>')


def _act(view: View, signal: Signal) -> str:
    """The way to do something about a verdict that is no good news, in one click."""
    if signal.verdict is None or signal.good:
        return ""
    if not gate(view).may("action", signal.office):
        return ""
    asked = {"untuk": signal.verdict.indicator.name, "office": signal.office}
    link = escape(_address(view, SLUG, asked))
    return f' <a class="act" href="{link}" target="_self">{escape(_("Catat tindak lanjut"))}</a>'


def _address(view: View, page: str, choices: dict[str, str]) -> str:
    kept = {k: v for k in ("role", "lang") if (v := st.query_params.get(k))}
    return f"/{page}?{urlencode(kept | choices)}"
