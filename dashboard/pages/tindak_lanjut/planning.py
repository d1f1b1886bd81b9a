"""The form of a follow-up: open and filled in where a verdict led here, shut otherwise."""

from datetime import date, timedelta

import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.verdict_words import words
from dashboard.pages.tindak_lanjut.keeping import Plan, plan_action
from dashboard.parts.choices import figure_names
from dashboard.parts.text import plain
from etl import clock
from etl.errors import Refused
from etl.sheets.survey_rules import element_name
from etl.words import _
from metrics.asking.registry import indicators

DONE = "action_done"
FROM = ("untuk", "unsur", "survei")  # what a verdict's link carries
USUAL_DAYS = 30


def form(view: View, mine: dict[str, str]) -> None:
    """The form; what a link named (`untuk`, `unsur`, `survei`) is chosen already."""
    asked = str(st.query_params.get("untuk", ""))
    names = figure_names(judged=True)
    led = asked in names
    with st.expander(_("Catat tindak lanjut"), expanded=led, icon=":material/add_task:"):
        element, period = _survey() if asked == "ikm" else ("", "")
        if led:
            st.markdown(plain(_about(view, asked, element, period)))
        with st.form("action_new", border=False):
            plan = _fields(view, mine, asked if led else "", element, period)
            if not st.form_submit_button(_("Simpan tindak lanjut"), type="primary"):
                return
        try:
            plan_action(gate(view), plan)
        except Refused as refusal:
            st.warning(plain(refusal), icon=":material/info:")
            return
        for name in FROM:
            st.query_params.pop(name, None)
        st.session_state[DONE] = _("Tindak lanjut “{what}” dicatat; tenggatnya {day}.").format(
            what=plan.what.strip(), day=f.date(plan.due)
        )
        st.rerun()


def _survey() -> tuple[str, str]:
    """Element and survey that a link named."""
    element, period = st.query_params.get("unsur", ""), st.query_params.get("survei", "")
    return (element, period) if element_name(element) else ("", "")


def _about(view: View, asked: str, element: str, period: str) -> str:
    """What led here: the verdict's own sentence, or the survey's weak element."""
    if element:
        return _("Unsur {name} pada survei {period}.").format(
            name=element_name(element), period=f.period(period) if period else f.MISSING
        )
    return words(view.verdict(asked))


def _fields(view: View, mine: dict[str, str], asked: str, element: str, period: str) -> Plan:
    names = figure_names(judged=True)
    codes, today = list(names), clock.today()
    left, right = st.columns(2)
    with left:
        indicator = st.selectbox(
            _("Untuk indikator"),
            codes,
            index=codes.index(asked) if asked else 0,
            format_func=lambda n: names[n],
            key=f"action_indicator_{asked}",
        )
        place = st.selectbox(
            _("Tempat"), list(mine), format_func=lambda c: mine[c], key="action_place"
        )
        starts: date | None = st.date_input(
            _("Mulai"), today, format="DD-MM-YYYY", key="action_starts"
        )
    with right:
        what = st.text_input(
            _("Apa yang dilakukan"),
            placeholder=_("misalnya: tambah satu penilai teknis"),
            max_chars=300,
            key="action_what",
        )
        who = st.text_input(
            _("Oleh siapa (jabatan)"),
            placeholder=_("misalnya: Kepala Bidang Perizinan"),
            max_chars=120,
            key="action_who",
        )
        due: date | None = st.date_input(
            _("Paling lambat"),
            today + timedelta(days=USUAL_DAYS),
            format="DD-MM-YYYY",
            key="action_due",
        )
    its = indicators()[indicator or codes[0]]
    kind = view.query.permit_type or "" if "permit_type" in its.dims else ""
    if kind:
        st.caption(_("Hanya untuk {kind}.").format(kind=view.permit_name(kind)))
    if indicator != "ikm":
        element, period = "", ""
    return Plan(
        indicator or "", place or "", what, who, starts, due, kind, period, element
    )  # fmt: skip
