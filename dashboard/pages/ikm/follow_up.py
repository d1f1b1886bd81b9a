"""What an office does after its survey: the plan for its weakest elements, and where it told it."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from dashboard.locale import action_words as words
from dashboard.locale import format as f
from dashboard.pages.ikm.survey_rows import LOWEST, Survey
from dashboard.pages.tindak_lanjut.keeping import publish
from dashboard.parts.action_link import action_link
from dashboard.parts.components import Column, box, section, table
from dashboard.parts.text import plain
from dashboard.parts.writing import written
from etl import clock
from etl.store.follow_ups import Action, FollowUps, Publication
from etl.words import _
from metrics.judging.effects import progress

DONE, GONE = "ikm_follow_done", "ikm_publication_gone"


def follow_up(view: View, survey: Survey) -> None:
    """The plan (RTL) and the publications of the office's survey; for one office."""
    assert view.office is not None
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    may = gate(view).may("publication", view.office.code)
    left, right = st.columns([3, 2])
    with left, box():
        _plan(view, survey)
    with right, box():
        _published(view, survey, may)


def _plan(view: View, survey: Survey) -> None:
    """The three lowest elements, each with what is done about it or the way to plan something."""
    assert view.office is not None
    period = survey.row.period
    kept = [a for a in FollowUps(view.store).actions(view.office.code) if a.indicator == "ikm"]
    own = [a for a in kept if a.period == period]
    section(_("Rencana tindak lanjut (RTL)"), words.progress_words(progress(own, clock.today())))
    for element in survey.row.lowest[:LOWEST]:
        mine = [a for a in own if a.element == element.element.slug and a.state != "dropped"]
        st.markdown(f"**{plain(_(element.element.name))}** · {f.number(element.value, 2)}")
        for action in mine:
            st.markdown(f"- {plain(_told(action))}")
        if not mine:
            st.caption(_("Belum ada rencana untuk unsur ini."))
        action_link(view, "ikm", _("Rencanakan tindakan"), element.element.slug, period)
    earlier = [a for a in kept if a.period and a.period < period]
    if earlier:
        st.caption(
            _("Rencana survei-survei sebelumnya: {told}").format(
                told=words.progress_words(progress(earlier, clock.today()))
            )
        )


def _told(action: Action) -> str:
    due = words.due_words(action, clock.today())
    return f"{action.what} ({action.who}, {due}; {words.state_name(action.state)})"


def _published(view: View, survey: Survey, may: bool) -> None:
    """Where and when the survey's result was made public, and the form to note it."""
    assert view.office is not None
    period, code = survey.row.period, view.office.code
    found = [p for p in FollowUps(view.store).publications(code) if p.period == period]
    section(
        _("Diumumkan di {n} media").format(n=f.number(len(found)))
        if found
        else _("Belum dicatat di mana hasil ini diumumkan"),
        _("Hasil survei wajib diumumkan; catat tanggal dan medianya."),
    )
    if found:
        frame = pd.DataFrame(
            {
                "day": [f.date(p.day) for p in found],
                "medium": [p.medium for p in found],
                "link": [p.link or None for p in found],
            }
        )
        columns = [
            Column("day", _("Tanggal")),
            Column("medium", _("Media")),
            Column("link", _("Tautan")),
        ]
        table(frame, columns, key="ikm_published")
    if not may:
        return
    _note(view, code, period)
    _undo(view, code, found)


def _note(view: View, code: str, period: str) -> None:
    with st.expander(_("Catat publikasi"), icon=":material/campaign:"):
        with st.form("ikm_publish", border=False):
            day: date | None = st.date_input(
                _("Tanggal"), clock.today(), max_value=clock.today(), format="DD-MM-YYYY"
            )
            medium = st.selectbox(_("Media"), media())
            other = st.text_input(_("Nama media (bila lainnya)"), max_chars=100)
            link = st.text_input(_("Tautan (boleh kosong)"), max_chars=300)
            if not st.form_submit_button(_("Simpan"), type="primary"):
                return
        told = other if medium == media()[-1] else medium or ""
        written(
            view, DONE, lambda to: publish(to, code, period, day, told, link),
            _("Publikasi dicatat."),
        )  # fmt: skip


def media() -> list[str]:
    """Where surveys are made public; the last stands for any other."""
    return [
        _("Papan pengumuman di loket"), _("Situs web kantor"), _("Media sosial"), _("Surat kabar"),
        _("Lainnya"),
    ]  # fmt: skip


def _undo(view: View, code: str, found: list[Publication]) -> None:
    gone: Publication | None = st.session_state.get(GONE)
    if gone is not None and st.button(_("Kembalikan catatan yang dihapus"), key="ikm_pub_back"):
        del st.session_state[GONE]
        written(
            view,
            DONE,
            lambda to: publish(to, code, gone.period, gone.day, gone.medium, gone.link),
            _("Catatan dikembalikan."),
        )
    known = {p.id: p for p in found}
    if not known:
        return
    chosen = st.selectbox(
        _("Hapus catatan"),
        list(known),
        index=None,
        format_func=lambda i: f"{f.date(known[i].day)}, {known[i].medium}",
        placeholder=_("pilih catatan"),
        key="ikm_pub_pick",
    )
    if chosen and st.button(_("Hapus"), key="ikm_pub_drop"):
        st.session_state[GONE] = known[chosen]
        written(view, DONE, lambda to: to.drop_publication(chosen), _("Catatan publikasi dihapus."))
