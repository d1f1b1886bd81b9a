"""Kejadian: what happened at an office or in its province, drawn on every chart it concerns."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.frame.gate import Gate
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.choices import figure_names
from dashboard.parts.components import Column, box, empty, head, section, table
from dashboard.parts.process_chart import process_chart
from dashboard.parts.text import plain
from dashboard.parts.writing import place_name, places, tidied, written
from etl import clock
from etl.errors import Refused
from etl.store.operations import Event, Operations
from etl.words import _
from metrics.judging.places import places as speaking_for

PAGE = Page(group="Pengaturan", title="Kejadian", icon="event", order=285, slug="kejadian")
DONE, GONE = "kejadian_done", "kejadian_gone"
FIRST = date(1990, 1, 1)


@dataclass(frozen=True)
class Told:
    """What a form says of an event."""

    place: str
    day: date
    what: str
    indicator: str
    restarts: bool


def render(view: View) -> None:
    """The events of the place in view and of its province, a form, and a chart that shows them."""
    found = [e for place in speaking_for(view.snapshot, view.query) for e in _of(view, place)]
    if not view.office:
        found += [e for code in view.offices for e in _of(view, code)]
    found = sorted({e.id: e for e in found}.values(), key=lambda e: (e.day, e.id), reverse=True)
    head(_("Kejadian, {place}").format(place=view.place), _answer(found))
    _said(view)
    mine = places(view, "event")
    if mine:
        _add(view, mine)
    else:
        st.caption(_("Peran Anda hanya membaca kejadian."))
    if not found:
        empty(
            _("Belum ada kejadian"),
            _("Catat yang mengubah angka: loket dibuka, aturan berganti, sistem pindah."),
        )
        return
    _list(view, found)
    editable = [e for e in found if e.office in mine]
    if editable:
        _edit(view, mine, editable)
    process_chart(
        view, view.verdict("on_time_rate"), _("Ketepatan waktu"),
        _("Garis tegak: kejadian yang menyangkut grafik ini."), key="kejadian_chart",
    )  # fmt: skip


def _of(view: View, place: str) -> list[Event]:
    return Operations(view.store).events(place)


def _answer(found: list[Event]) -> str:
    if not found:
        return _("Belum ada kejadian yang dicatat di sini.")
    restarts = sum(e.restarts for e in found)
    text = _("{n} kejadian tampil pada grafik yang disangkutnya").format(n=f.number(len(found)))
    if restarts:
        text += _(
            "; {n} di antaranya memulai batas baru, jadi perubahan dinilai dari bulan itu"
        ).format(n=f.number(restarts))
    return text + "."


def _said(view: View) -> None:
    """What was just done, and the way back from an event taken away."""
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    gone: Event | None = st.session_state.get(GONE)
    if gone is not None and st.button(_("Kembalikan kejadian yang dihapus"), key="kejadian_back"):
        del st.session_state[GONE]
        told = Told(gone.office, gone.day, gone.what, gone.indicator, gone.restarts)
        _try(view, lambda to: add(to, told), _("Kejadian dikembalikan."))


def _add(view: View, mine: dict[str, str]) -> None:
    with st.expander(_("Catat kejadian"), icon=":material/add:"):
        with st.form("kejadian_new", clear_on_submit=True, border=False):
            told = _fields(mine, "new", None)
            if not st.form_submit_button(_("Simpan"), type="primary"):
                return
        _try(view, lambda to: add(to, told), _("Kejadian disimpan dan tampil pada grafik."))


def _fields(mine: dict[str, str], key: str, known: Event | None) -> Told:
    names = {"": _("semua angka"), **figure_names()}
    left, right = st.columns(2)
    with left:
        codes = list(mine)
        place = (
            st.selectbox(
                _("Tempat"), codes, format_func=lambda c: mine[c], key=f"kejadian_{key}_place"
            )
            if known is None
            else known.office
        )
        day = st.date_input(
            _("Tanggal"),
            known.day if known else None,
            min_value=FIRST,
            max_value=clock.today(),
            format="DD-MM-YYYY",
            key=f"kejadian_{key}_day",
        )
    with right:
        what = st.text_input(
            _("Apa yang terjadi"),
            known.what if known else "",
            placeholder=_("misalnya: loket terpadu dibuka"),
            max_chars=80,
            key=f"kejadian_{key}_what",
        )
        codes = list(names)
        indicator = st.selectbox(
            _("Menyangkut"),
            codes,
            index=codes.index(known.indicator) if known and known.indicator in codes else 0,
            format_func=lambda n: names[n],
            key=f"kejadian_{key}_indicator",
        )
    restarts = st.checkbox(
        _("Mulai batas baru dari bulan ini"),
        known.restarts if known else False,
        help=_(
            "Untuk perubahan yang menetap: naik-turun biasa dihitung ulang dari bulan ini, dan "
            "bulan-bulan sebelumnya tidak lagi menjadi pembanding."
        ),
        key=f"kejadian_{key}_restarts",
    )
    return Told(place or "", day, what, indicator or "", restarts)  # type: ignore[arg-type]


def _list(view: View, found: list[Event]) -> None:
    names = {"": _("semua angka"), **figure_names()}
    frame = pd.DataFrame(
        {
            "day": [f.date(e.day) for e in found],
            "what": [e.what for e in found],
            "place": [place_name(view, e.office) for e in found],
            "about": [names.get(e.indicator, e.indicator) for e in found],
            "restarts": [_("batas baru") if e.restarts else f.MISSING for e in found],
        }
    )
    columns = [
        Column("day", _("Tanggal"), width=130),
        Column("what", _("Kejadian")),
        Column("place", _("Tempat")),
        Column("about", _("Menyangkut")),
        Column("restarts", _("Batas")),
    ]
    table(frame, columns, key="kejadian")


def _edit(view: View, mine: dict[str, str], found: list[Event]) -> None:
    known = {str(e.id): e for e in found}
    with box():
        section(_("Ubah atau hapus"), _("Yang dihapus dapat dikembalikan sampai halaman ditutup."))
        chosen = st.selectbox(
            _("Kejadian"),
            list(known),
            index=None,
            format_func=lambda i: f"{f.date(known[i].day)}: {known[i].what}",
            placeholder=_("pilih kejadian"),
            key="kejadian_pick",
        )
        if not chosen:
            return
        event = known[chosen]
        with st.form(f"kejadian_edit_{event.id}", border=False):
            told = _fields(mine, str(event.id), event)
            with st.container(horizontal=True):
                save = st.form_submit_button(_("Simpan perubahan"), type="primary")
                drop = st.form_submit_button(_("Hapus"))
        if save:
            _try(view, lambda to: edit(to, event, told), _("Kejadian diubah."))
        if drop:
            st.session_state[GONE] = event
            _try(view, lambda to: to.drop_event(event.id), _("Kejadian dihapus."))


def _try(view: View, write: Callable[[Gate], object], said: str) -> None:
    written(view, DONE, write, said)
    st.session_state.pop(GONE, None)  # refused


def add(gate: Gate, told: Told) -> None:
    """Keep an event; refused without a day and words."""
    what = _checked(told)
    gate.add_event(told.place, told.day, what, told.indicator, told.restarts)


def edit(gate: Gate, event: Event, told: Told) -> None:
    """Word an event anew; its place stays."""
    gate.edit_event(event.id, told.day, _checked(told), told.indicator, told.restarts)


def _checked(told: Told) -> str:
    if told.day is None:
        raise Refused(_("Isi tanggal kejadian."))
    if not FIRST <= told.day <= clock.today():
        raise Refused(_("Tanggal kejadian tidak boleh sesudah hari ini."))
    return tidied(told.what, _("apa yang terjadi"))
