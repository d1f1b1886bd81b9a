"""Nama izin: an office's own permit names on the common list, so that types can be compared."""

import pandas as pd
import streamlit as st

from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.loading.name_saving import WRITERS, save_names
from dashboard.locale import format as f
from dashboard.parts.components import Column, box, head, section, table
from dashboard.parts.text import plain
from etl.rows import rows_of
from etl.words import _, counted
from metrics.profile.naming import OwnName, common_types, mapped, unmapped

PAGE = Page(
    group="Data",
    title="Nama izin",
    icon="label",
    order=220,
    tab=True,
    roles=frozenset({"analyst", "admin", "province"}),
)
MOST = 40


def waiting(view: View) -> int:
    """How many names of permits are still to be mapped."""
    return len(unmapped(view.snapshot, view.scope, view.query))


def render(view: View) -> None:
    """Own names that wait for a decision, with proposals, and what was decided before."""
    if view.snapshot.is_empty:
        head(_("Nama izin"), _("Belum ada data; muat berkas pertama di halaman Unggah data."))
        return
    open_names = unmapped(view.snapshot, view.scope, view.query)
    head(_("Nama izin, {place}").format(place=view.place), _answer(open_names))
    if open_names:
        _decide(view, open_names)
    _decided(view)


def _answer(waiting: list[OwnName]) -> str:
    if not waiting:
        return _("**Semua nama izin ada di daftar bersama.** Tidak ada yang perlu dipetakan.")
    likely = sum(bool(w.proposals) for w in waiting)
    told = counted(
        ":orange[**{n} nama izin setempat**] belum ada di daftar bersama, sehingga jenis izinnya "
        "belum dapat dibandingkan.",
        len(waiting),
    ).format(n=f.number(len(waiting)))
    if not likely:
        return told + " " + _("Belum ada usulan untuknya.")
    return told + " " + _("{likely} di antaranya punya usulan.").format(likely=f.number(likely))


def _decide(view: View, waiting: list[OwnName]) -> None:
    offices = list(dict.fromkeys(w.office for w in waiting))
    chosen = url.choose(_("Kantor"), "kantor", offices, view.office_name, offices[0])
    own = [w for w in waiting if w.office == chosen]
    if not own[0].here:
        st.info(_("Kantor ini mengirim rekap; namanya dipetakan di aplikasi kantor itu."))
        return
    with box():
        section(
            _("Pilih jenis izin yang sama artinya"),
            _("Usulan diurutkan dari yang paling mirip. Tidak ada yang dipetakan tanpa dipilih."),
        )
        if view.scope.role not in WRITERS:
            st.caption(_("Peran ini hanya melihat; pemetaan dilakukan analis kantor."))
        _form(view, chosen, own)


def _form(view: View, office: str, own: list[OwnName]) -> None:
    types = common_types(view.snapshot)
    with st.form("nama_izin", border=False):
        picked = {w.own_name: _row(w, types) for w in own[:MOST]}
        if len(own) > MOST:
            more = len(own) - MOST
            said = counted("{n} nama lain muncul setelah yang ini disimpan.", more)
            st.caption(said.format(n=more))
        pressed = st.form_submit_button(
            _("Simpan pilihan"), type="primary", disabled=view.scope.role not in WRITERS
        )
    decided = {name: kind for name, kind in picked.items() if kind}
    if not pressed:
        return
    if not decided:
        st.warning(_("Belum ada yang dipilih."))
        return
    done = save_names(view, office, decided)
    if done.error:
        st.error(done.error)
    else:
        st.success(
            counted("{n} nama dipetakan dan angkanya dihitung ulang.", len(decided)).format(
                n=f.number(len(decided))
            )
        )


def _row(waiting: OwnName, types: dict[str, str]) -> str | None:
    """A choice for one name: proposals first, then the rest of the list; nothing is preset."""
    likely = [p.permit_type for p in waiting.proposals]
    likeness = {p.permit_type: p.likeness for p in waiting.proposals}
    rest = sorted((c for c in types if c not in likely), key=lambda c: types[c].lower())

    def show(code: str) -> str:
        if code not in likeness:
            return types[code]
        return _("{name} (usulan, mirip {p} %)").format(
            name=types[code], p=f.number(likeness[code])
        )

    return st.selectbox(
        _("{name} (n = {n})").format(name=plain(waiting.own_name), n=f.number(waiting.n)),
        [*likely, *rest],
        index=None,
        format_func=show,
        placeholder=_("usulan: {name}").format(name=types[likely[0]])
        if likely
        else _("belum dipilih"),
        key=f"nama_{waiting.office}_{waiting.own_name}",
    )


def _decided(view: View) -> None:
    frame = mapped(view.snapshot, view.scope, view.query)
    with st.expander(_("Yang sudah dipetakan ({n})").format(n=f.number(len(frame)))):
        types = common_types(view.snapshot)
        told = frame.assign(
            kind=[types.get(c, c) for c in frame["permit_type"]],
            place=[view.office_name(o) if o else _("semua kantor") for o in frame["office_code"]],
        )
        table(
            told,
            [
                Column("place", _("Kantor")),
                Column("own_name", _("Nama setempat"), pinned=True),
                Column("kind", _("Jenis izin bersama")),
            ],
            key="decided",
        )
        if len(frame) and view.scope.role in WRITERS:
            _change(view, frame, types)


def _change(view: View, frame: pd.DataFrame, types: dict[str, str]) -> None:
    """A later decision takes the place of an earlier one; both stay in the list of loads."""
    rows = frame[frame["office_code"] != ""]
    keys = [f"{r.office_code}|{r.own_name}" for r in rows_of(rows)]
    with st.form("ubah_nama", border=False):
        key = st.selectbox(
            _("Ubah nama"), keys, index=None, format_func=lambda k: k.replace("|", ": ", 1)
        )
        kind = st.selectbox(_("menjadi"), list(types), index=None, format_func=lambda c: types[c])
        if st.form_submit_button(_("Ubah")) and key and kind:
            office, _bar, own_name = key.partition("|")
            done = save_names(view, office, {own_name: kind})
            if done.error:
                st.error(done.error)
            else:
                st.success(_("Pemetaan diubah."))
