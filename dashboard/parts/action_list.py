"""The follow-ups that are still to be done, as a short list under the graphs they should move."""

import pandas as pd
import streamlit as st

from dashboard.frame.view import View
from dashboard.locale import action_words as words
from dashboard.locale import format as f
from dashboard.parts.action_link import SLUG
from dashboard.parts.components import Column, section, table
from etl import clock
from etl.store.follow_ups import FollowUps
from etl.words import _
from metrics.asking.coverage import in_the_past
from metrics.judging.effects import effect_of

SHOWN, RECENT_DAYS = 6, 180


def action_list(view: View) -> None:
    """Overdue ones first, then by day; those done lately with their effect. Nothing for none,
    nor beside a past period, since it is of today.
    """
    today = clock.today()
    codes = {view.query.office} if view.query.office else set(view.offices)
    kept = [a for a in FollowUps(view.store).actions() if a.office in codes]
    waiting = [a for a in kept if a.open]
    done = [
        a
        for a in kept
        if a.state == "done" and a.finished and (today - a.finished).days <= RECENT_DAYS
    ]
    if not (waiting or done):
        return
    if in_the_past(view.snapshot, view.scope, view.query, "applications"):
        return
    late = sum(a.overdue(today) for a in waiting)
    section(
        _("Tindak lanjut: {n} lewat tenggat, {m} belum selesai").format(
            n=f.number(late), m=f.number(len(waiting))
        )
        if late
        else _("Tindak lanjut: {m} belum selesai, tidak ada yang lewat tenggat").format(
            m=f.number(len(waiting))
        ),
        _("Keadaan hari ini; yang baru selesai dengan pengaruhnya."),
    )
    shown = [*waiting, *done][:SHOWN]
    rows = [
        {
            "due": words.due_words(a, today),
            "what": a.what,
            "who": a.who,
            "about": words.figure_name(a),
            "state": words.effect_words(effect_of(view.snapshot, view.scope, a), short=True)
            if a.state == "done"
            else words.state_name(a.state),
        }
        for a in shown
    ]
    columns = [
        Column("due", _("Tenggat")),
        Column("what", _("Tindakan")),
        Column("who", _("Penanggung jawab")),
        Column("about", _("Untuk")),
        Column("state", _("Keadaan")),
    ]
    table(pd.DataFrame(rows), columns, key="action_list")
    page = st.session_state.get("pages", {}).get(SLUG)
    if page is not None:
        label = _("Semua tindak lanjut ({n})").format(n=f.number(len(kept)))
        st.page_link(page, label=label, query_params=st.query_params.to_dict())
