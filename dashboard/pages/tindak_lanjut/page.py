"""Tindak lanjut: what is done about the figures, by whom and by when, and what became of them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import action_words as words
from dashboard.locale import format as f
from dashboard.pages.tindak_lanjut import detail, planning
from dashboard.parts.components import Column, empty, head, section, table
from dashboard.parts.text import plain
from dashboard.parts.writing import place_name, places
from etl import clock
from etl.store.follow_ups import Action, FollowUps
from etl.words import _
from metrics.judging.effects import effect_of, progress

PAGE = Page(group="", title="Tindak lanjut", icon="task_alt", order=16, slug="tindak_lanjut")
ORDER = ("overdue", "planned", "running", "done", "dropped")


def render(view: View) -> None:
    """The follow-ups of the place in view, a form for a new one, and one of them in full."""
    found = actions_of(view)
    mine = places(view, "action")
    head(_("Tindak lanjut, {place}").format(place=view.place), _answer(found))
    if said := st.session_state.pop(planning.DONE, ""):
        st.success(plain(said))
    if mine:
        planning.form(view, mine)
    else:
        st.caption(_("Peran Anda hanya membaca tindak lanjut."))
    if not found:
        empty(
            _("Belum ada tindak lanjut"),
            _("Buat dari penilaian: tekan “Catat tindak lanjut” di bawah grafiknya."),
        )
        return
    _list(view, found)
    known = {str(a.id): a for a in found}
    chosen = url.choose(
        _("Rincian tindak lanjut"), "aksi", ["", *known],
        lambda i: known[i].what if i else _("pilih satu untuk melihat pengaruhnya"), "",
    )  # fmt: skip
    if chosen:
        detail.show(view, known[chosen])


def actions_of(view: View) -> list[Action]:
    """The follow-ups of the place in view, and of its permit type; overdue first, then by day."""
    codes = {view.query.office} if view.query.office else {*view.offices, *_above(view)}
    kept = [a for a in FollowUps(view.store).actions() if a.office in codes]
    if view.query.permit_type:
        kept = [a for a in kept if a.permit_type in ("", view.query.permit_type)]
    return sorted(kept, key=lambda a: (ORDER.index(_stand(a)), a.due, a.id))


def _above(view: View) -> set[str]:
    return {o.province for o in view.offices.values() if o.province}


def _stand(action: Action) -> str:
    return "overdue" if action.overdue(clock.today()) else action.state


def _answer(found: Sequence[Action]) -> str:
    if not found:
        return _("Belum ada tindak lanjut yang dicatat di sini.")
    made = progress(list(found), clock.today())
    late = [a for a in found if a.overdue(clock.today())]
    told = words.progress_words(made, overdue=False)
    if late:
        first = _(":orange[**{n} lewat tenggat**], yang terlama {day}.").format(
            n=f.number(len(late)), day=f.date(min(a.due for a in late))
        )
        return f"{first} {told}"
    return told


def _list(view: View, found: Sequence[Action]) -> None:
    today = clock.today()
    rows = [
        {
            "due": words.due_words(a, today),
            "what": a.what,
            "who": a.who,
            "about": words.figure_name(a),
            "place": place_name(view, a.office),
            "state": words.state_name(a.state),
            "effect": _effect(view, a),
        }
        for a in found
    ]
    section(
        _("{n} tindak lanjut").format(n=f.number(len(found))),
        _("Pengaruh: angka sesudah selesai dikurangi angka sebelum dimulai, bukan bukti sebab."),
    )
    columns = [
        Column("due", _("Tenggat")),
        Column("what", _("Tindakan")),
        Column("who", _("Penanggung jawab")),
        Column("about", _("Untuk")),
        *([] if view.office else [Column("place", _("Tempat"))]),
        Column("state", _("Keadaan")),
        Column("effect", _("Pengaruh")),
    ]
    table(pd.DataFrame(rows), columns, key="actions")


def _effect(view: View, action: Action) -> str:
    if action.state != "done":
        return f.MISSING
    return words.effect_words(effect_of(view.snapshot, view.scope, action), short=True)
