"""One follow-up in full: what it is about, its effect on the chart, and how it is moved on."""

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.charts.event_lines import events_alt
from dashboard.charts.xmr import xmr, xmr_alt
from dashboard.frame.gate import Gate, gate
from dashboard.frame.view import View
from dashboard.locale import action_words as words
from dashboard.locale import format as f
from dashboard.pages.tindak_lanjut import keeping
from dashboard.pages.tindak_lanjut.planning import DONE
from dashboard.parts.components import box, chart, section
from dashboard.parts.events import as_events
from dashboard.parts.process_chart import writer
from dashboard.parts.process_frame import process_frame
from dashboard.parts.text import plain
from dashboard.parts.writing import written
from etl import clock
from etl.periods import add_months, month_of, month_text
from etl.sheets.survey_rules import element_name
from etl.store.follow_ups import Action
from etl.words import _
from metrics.asking.registry import indicators
from metrics.judging.effects import SPAN, effect_of, query_of
from metrics.judging.marks import Mark
from metrics.judging.process import process
from metrics.judging.signals import last_whole_month
from metrics.judging.verdict import Verdict, judge


def show(view: View, action: Action) -> None:
    """The follow-up's facts and effect, with the ways to change it that are the reader's."""
    with box():
        section(action.what, words.due_words(action, clock.today()))
        facts = [
            (_("Untuk"), words.figure_name(action)),
            (_("Oleh"), action.who),
            (_("Mulai"), f.date(action.starts)),
            (_("Keadaan"), words.state_name(action.state)),
        ]
        if action.element:
            told = element_name(action.element) or action.element
            facts.append((_("Unsur survei"), f"{told}, {f.period(action.period)}"))
        if action.side == "province" and "." in action.office:
            facts.append((_("Diminta oleh"), _("provinsi")))
        if action.evidence:
            facts.append((_("Bukti"), action.evidence))
        st.markdown("  \n".join(f"{label}: **{plain(value)}**" for label, value in facts))
        if gate(view).may_change(action):
            _move(view, action)
    _effect(view, action)


def _effect(view: View, action: Action) -> None:
    """The figure's months around the action, limits before and after it apart."""
    if action.indicator not in indicators() or view.snapshot.is_empty:
        return
    effect = effect_of(view.snapshot, view.scope, action)
    verdict = around(view, action)
    if verdict is None:
        return
    name = words.figure_name(action)
    if effect.change is None:
        heading = _("{name}: {why}").format(name=name, why=effect.lacks)
    else:
        heading = f"{name} {words.effect_words(effect)}"
    frame = process_frame(verdict).assign(verdict="", past=False)
    events = as_events(verdict.marks)
    show_ = writer(verdict)
    chart(
        heading,
        _(
            "Garis tegak: tindakan ini. Batas naik-turun biasa dihitung terpisah sebelum dan "
            "sesudahnya; beda sebelum dan sesudah bukan bukti sebab."
        ),
        xmr(frame, show_, events) if verdict.process.points else None,
        xmr_alt(frame, show_, heading) + events_alt(events, list(frame["period"])),
        key=f"action_{action.id}",
    )


def around(view: View, action: Action) -> Verdict | None:
    """The verdict of the 24 months around an action, its limits begun anew at the action.

    For drawing alone: what is said of the figure itself is the verdict's on its own page.
    """
    last = last_whole_month(view.snapshot)
    if last is None:
        return None
    day = action.finished or action.starts
    month = month_of(day)
    end = min(last, add_months(month, SPAN))
    query = query_of(action).change(start=month_text(add_months(end, -11)), end=month_text(end))
    found = judge(view.snapshot, view.scope, action.indicator, query)
    line = found.process
    values = [None if v != v else float(v) for v in line.chart.values]
    restarts = [month_of(m.day) for m in found.marks if m.restarts]
    if action.state == "done":
        restarts.append(month)
    mine = Mark(day, action.what, action.state == "done")
    marks = [m for m in found.marks if (m.day, m.what) != (mine.day, mine.what)]
    return replace(
        found, process=process(line.months, values, restarts), moved=0, marks=(*marks, mine)
    )


def _move(view: View, action: Action) -> None:
    """Buttons that move the action on; done asks for its day and what shows it."""
    with st.container(horizontal=True, key=f"moves_{action.id}"):
        if action.state == "planned" and st.button(_("Mulai dikerjakan"), key=f"run_{action.id}"):
            written(view, DONE, lambda to: keeping.move(to, action, "running"), _("Kini berjalan."))
        if action.open and st.button(_("Batalkan"), key=f"drop_{action.id}"):
            said = _("Dibatalkan; “Buka lagi” mengembalikannya.")
            written(view, DONE, lambda to: keeping.move(to, action, "dropped"), said)
        if not action.open and st.button(_("Buka lagi"), key=f"open_{action.id}"):
            written(view, DONE, lambda to: keeping.move(to, action, "running"), _("Dibuka lagi."))
    if action.open:
        _finish(view, action)
        if gate(view).may_change(action, words=True):
            _reword(view, action)


def _finish(view: View, action: Action) -> None:
    with st.expander(_("Tandai selesai"), icon=":material/check:"):
        with st.form(f"finish_{action.id}", border=False):
            day: date | None = st.date_input(
                _("Selesai pada"), clock.today(), max_value=clock.today(), format="DD-MM-YYYY"
            )
            evidence = st.text_input(
                _("Bukti (dokumen, nomor, atau tautan)"), action.evidence, max_chars=300
            )
            drawn = gate(view).may("event", action.office) and st.checkbox(
                _("Gambar juga sebagai kejadian pada grafik angkanya, dengan batas baru"), False
            )
            if not st.form_submit_button(_("Simpan"), type="primary"):
                return

        def write(to: Gate) -> None:
            keeping.move(to, action, "done", evidence, day)
            if drawn and day is not None:
                keeping.mark_on_charts(to, action, day)

        written(view, DONE, write, _("Selesai dicatat."))


def _reword(view: View, action: Action) -> None:
    with st.expander(_("Ubah"), icon=":material/edit:"):
        with st.form(f"reword_{action.id}", border=False):
            what = st.text_input(_("Apa yang dilakukan"), action.what, max_chars=300)
            who = st.text_input(_("Oleh siapa (jabatan)"), action.who, max_chars=120)
            starts: date | None = st.date_input(_("Mulai"), action.starts, format="DD-MM-YYYY")
            due: date | None = st.date_input(_("Paling lambat"), action.due, format="DD-MM-YYYY")
            if not st.form_submit_button(_("Simpan perubahan"), type="primary"):
                return
        plan = keeping.Plan(action.indicator, action.office, what, who, starts, due)
        written(view, DONE, lambda to: keeping.reword(to, action, plan), _("Perubahan disimpan."))
