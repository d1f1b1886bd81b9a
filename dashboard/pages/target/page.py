"""Target: what is aimed at, by indicator, place, permit type and year."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.frame import url
from dashboard.frame.gate import gate
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.verdict_words import words
from dashboard.pages.target.keeping import set_year, take_back, unit_of
from dashboard.parts.choices import figure_names
from dashboard.parts.components import Column, box, empty, head, section, table
from dashboard.parts.process_chart import process_chart
from dashboard.parts.text import plain
from dashboard.parts.writing import place_name, places
from etl import clock
from etl.errors import Refused
from etl.words import _
from metrics.asking.registry import get
from metrics.judging.places import places as speaking_for
from metrics.judging.targets import Target, targets_of

PAGE = Page(group="Pengaturan", title="Target", icon="flag", order=280, slug="target")
DONE = "target_done"


def render(view: View) -> None:
    """The targets that hold for the place in view, a form to set one, and the chart under one."""
    here = speaking_for(view.snapshot, view.query) or list(view.offices)
    every = targets_of(view.snapshot).rows
    shown = [t for t in every if t.office in here or (not view.office and t.office in view.offices)]
    head(_("Target, {place}").format(place=view.place), _answer(shown))
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    names = figure_names(judged=True)
    name = url.choose(
        _("Indikator"), "indikator", list(names), lambda n: names[n], next(iter(names))
    )
    mine = places(view, "target")
    if mine:
        _set(view, mine, name)
    else:
        st.caption(_("Peran Anda hanya membaca target."))
    asked = view if view.query.permit_type else view.all_permit_types()
    verdict = asked.verdict(name)
    process_chart(
        asked, verdict, names[name],
        _("{said} Garis panjang: target yang berlaku pada tiap bulan.").format(said=words(verdict)),
        key=f"target_{name}",
    )  # fmt: skip
    if not shown:
        empty(
            _("Belum ada target"),
            _("Tanpa target, angka hanya dinilai terhadap waktu: membaik, memburuk, atau tetap."),
        )
        return
    _list(view, shown)
    own = [t for t in shown if t.office in mine]
    if own:
        _take(view, own)


def _answer(shown: list[Target]) -> str:
    if not shown:
        return _("Belum ada target yang berlaku di sini.")
    today = clock.today()
    held = {(t.indicator, t.office, t.permit_type) for t in shown if t.valid_from <= today}
    return _("{n} target berlaku hari ini; tiap tahun dapat berbeda.").format(n=f.number(len(held)))


def _set(view: View, mine: dict[str, str], name: str) -> None:
    indicator = get(name)
    types = ["", *view.permit_types] if "permit_type" in indicator.dims else [""]
    with box():
        section(
            _("Tetapkan target: {name}").format(name=indicator.label()),
            _("Berlaku sejak 1 Januari tahun itu, sampai ada target tahun berikutnya."),
        )
        with st.form("target_new", border=False):
            left, middle, right, last = st.columns(4)
            with left:
                place = st.selectbox(
                    _("Tempat"), list(mine), format_func=lambda c: mine[c], key="target_place"
                )
            with middle:
                kind = st.selectbox(
                    _("Jenis izin"),
                    types,
                    format_func=lambda c: view.permit_name(c) if c else _("Semua izin bersama"),
                    key="target_type",
                )
            with right:
                now = clock.today().year
                year = st.selectbox(
                    _("Tahun"), list(range(now + 1, now - 6, -1)), index=1, key="target_year"
                )
            with last:
                value = st.text_input(
                    _("Nilai ({unit})").format(unit=unit_of(indicator)),
                    placeholder=_("misalnya: 90"),
                    key=f"target_value_{name}",
                )
            if not st.form_submit_button(_("Simpan target"), type="primary"):
                return
        try:
            told = set_year(gate(view), name, place or "", kind or "", int(year or now), value)
        except Refused as refusal:
            st.warning(plain(refusal), icon=":material/info:")
            return
        st.session_state[DONE] = _("Target {name} {place} tahun {year}: {value}.").format(
            name=indicator.label(), place=mine[place or ""], year=year, value=_shown(name, told)
        )
        st.rerun()


def _shown(name: str, value: float) -> str:
    indicator = get(name)
    if indicator.shape in ("rate", "ratio"):
        return f.brief_percent(value)
    return f.figure(value, indicator.shape, indicator.decimals)


def _list(view: View, shown: list[Target]) -> None:
    section(
        _("Semua target di sini"),
        _("Milik kantor didahulukan dari milik provinsinya; yang terbaru yang berlaku."),
    )
    rows = sorted(shown, key=lambda t: (figure(t), t.office, t.permit_type, t.valid_from))
    frame = pd.DataFrame(
        {
            "name": [figure(t) for t in rows],
            "place": [place_name(view, t.office) for t in rows],
            "kind": [
                view.permit_name(t.permit_type) if t.permit_type else _("semua izin") for t in rows
            ],
            "since": [since(t.valid_from) for t in rows],
            "value": [_shown(t.indicator, t.value) for t in rows],
            "by": [t.by or _("berkas yang dimuat") for t in rows],
        }
    )
    columns = [
        Column("name", _("Indikator")),
        Column("place", _("Tempat")),
        Column("kind", _("Jenis izin")),
        Column("since", _("Sejak")),
        Column("value", _("Target")),
        Column("by", _("Ditetapkan oleh")),
    ]
    table(frame, columns, key="target")


def figure(target: Target) -> str:
    """What a target's indicator is called; its name where the registry knows none of it."""
    return figure_names().get(target.indicator, target.indicator)


def since(day: date) -> str:
    """A target's first day: its year where it begins with one."""
    return str(day.year) if (day.month, day.day) == (1, 1) else f.date(day)


def _take(view: View, own: list[Target]) -> None:
    with box():
        section(_("Cabut target"), _("Yang berlaku sebelumnya, kalau ada, kembali berlaku."))
        place = st.selectbox(
            _("Target"),
            list(range(len(own))),
            index=None,
            format_func=lambda i: "{}, {}, {}{}: {}".format(
                figure(own[i]), place_name(view, own[i].office), since(own[i].valid_from),
                f", {own[i].permit_type}" if own[i].permit_type else "",
                _shown(own[i].indicator, own[i].value),
            ),
            placeholder=_("pilih target"),
            key="target_take",
        )  # fmt: skip
        if st.button(_("Cabut"), disabled=place is None, key="target_drop") and place is not None:
            try:
                take_back(gate(view), own[place])
            except Refused as refusal:
                st.warning(plain(refusal), icon=":material/info:")
                return
            st.session_state[DONE] = _("Target {name} {place} sejak {year} dicabut.").format(
                name=figure(own[place]), place=place_name(view, own[place].office),
                year=since(own[place].valid_from),
            )  # fmt: skip
            st.rerun()
