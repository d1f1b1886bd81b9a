"""Pintu publik: an office opens or closes its pages, open data and positions for anybody."""

import streamlit as st

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.parts.components import box, empty, head, section
from dashboard.parts.text import plain
from dashboard.public.doors import decide, opened_of
from etl.errors import Refused
from etl.words import _

PAGE = Page(
    group="Pengaturan",
    title="Pintu publik",
    icon="door_open",
    order=320,
    roles=frozenset({"office", "analyst", "admin"}),
    slug="pintu_publik",
)
DONE = "pintu_publik_done"
COLUMNS = 3


def render(view: View) -> None:
    """Whose door is open, and a switch for each office in view."""
    names = opened_of(view.store, view.snapshot, "").names
    head(
        _("Pintu publik"),
        _("{n} dari {all} kantor membuka pintunya. Halamannya: /publik, tanpa masuk akun.").format(
            n=sum(code in names for code in view.offices), all=len(view.offices)
        ),
    )
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    if not view.offices:
        empty(_("Belum ada kantor"), _("Muat dahulu daftar kantornya."))
        return
    with box():
        section(
            _("Yang dibuka"),
            _(
                "Waktu, biaya, dan syarat izin; posisi permohonan bagi yang tahu nomor dan tanggal "
                "ajunya; data terbuka per tahun, jumlah di bawah 5 ditahan. Nama tidak pernah."
            ),
        )
        st.link_button(_("Buka halaman publik"), "/publik", icon=":material/open_in_new:")
        codes = sorted(view.offices, key=view.office_name)
        columns = st.columns(COLUMNS if len(codes) > COLUMNS else 1)
        long = -(-len(codes) // len(columns))
        for place, code in enumerate(codes):
            with columns[place // long]:
                _switch(view, code, code in names)


def _switch(view: View, code: str, is_open: bool) -> None:
    chosen = st.toggle(plain(view.office_name(code)), value=is_open, key=f"pintu_{code}_{is_open}")
    if chosen != is_open:
        _decide(view, code, chosen)


def _decide(view: View, code: str, is_open: bool) -> None:
    try:
        decide(view.store, view.scope, view.who, code, is_open)
    except Refused as refusal:
        st.warning(plain(refusal), icon=":material/info:")
        return
    said = (
        _("Pintu publik {office} kini terbuka.")
        if is_open
        else _("Pintu publik {office} kini tertutup.")
    )
    st.session_state[DONE] = said.format(office=view.office_name(code))
    st.rerun()
