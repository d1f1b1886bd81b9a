"""Kop surat: letterhead, addressee, number, signatory and logo of an office's reports."""

from dataclasses import asdict

import streamlit as st

from dashboard.frame.access import may_set_letter
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.parts.components import box, head, section
from dashboard.parts.text import plain
from dashboard.reports import letterhead
from etl.errors import Refused
from etl.reference import regions
from etl.store.letters import Letters, LetterSettings
from etl.words import _

PAGE = Page(
    group="Pengaturan", title="Kop surat", icon="contract", order=300, needs_data=False, slug="kop"
)
DONE = "kop_done"
LONG = ("institution", "address", "copies", "signatory_title")


def render(view: View) -> None:
    """The settings of the place in view, with what holds where a field is left empty."""
    place, name = _place(view)
    head(
        _("Kop surat, {place}").format(place=name or _("belum ada kantor")),
        _("Dipakai semua laporan tempat ini. Isian yang kosong memakai contohnya."),
    )
    if not place:
        st.caption(_("Muat dahulu daftar kantor, atau pilih satu kantor di atas."))
        return
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    if not may_set_letter(view.scope, place):
        st.caption(_("Kop surat tempat ini bukan wewenang Anda; pilih kantor Anda sendiri."))
        return
    own = Letters(view.store).of(place)
    default = letterhead.settings_of(view.store, place, name)
    with box():
        section(_("Isian surat"), _("Nomor boleh memuat {nomor}, {tahun}, {bulan}, {edisi}."))
        _form(view, place, own, default)


def _place(view: View) -> tuple[str, str]:
    if view.office is not None:
        return view.office.code, view.office.name
    code = view.query.province or ""
    return code, regions()[code].name if code in regions() else code


def _labels() -> dict[str, str]:
    return {
        "government": _("Pemerintah"),
        "institution": _("Nama dinas (dua baris)"),
        "address": _("Alamat dan telepon"),
        "addressee": _("Ditujukan kepada"),
        "addressee_place": _("Di (tempat tujuan)"),
        "addressee_annual": _("Laporan tahunan ditujukan kepada"),
        "number_format": _("Bentuk nomor surat"),
        "place": _("Tempat surat"),
        "signatory_title": _("Jabatan penanda tangan"),
        "signatory_name": _("Nama penanda tangan"),
        "signatory_rank": _("Pangkat"),
        "signatory_nip": _("NIP (18 angka)"),
        "copies": _("Tembusan (satu baris satu)"),
    }


def _form(view: View, place: str, own: LetterSettings, default: LetterSettings) -> None:
    told = asdict(own)
    with st.form(f"kop_{place}"):
        left, right = st.columns(2)
        for number, (field, label) in enumerate(_labels().items()):
            draw = st.text_area if field in LONG else st.text_input
            with left if number % 2 == 0 else right:
                told[field] = draw(
                    label,
                    value=told[field],
                    placeholder=getattr(default, field),
                    max_chars=letterhead.MOST_TEXT,
                    key=f"kop_{place}_{field}",
                )
        picture = st.file_uploader(
            _("Logo (PNG atau JPEG, paling besar 512 KB)"),
            type=["png", "jpg", "jpeg"],
            max_upload_size=1,
            key=f"kop_{place}_logo",
        )
        gone = bool(own.logo) and st.checkbox(_("Hapus logo sekarang"), key=f"kop_{place}_gone")
        if own.logo:
            st.image(letterhead.picture(own.logo)[0], width=72, caption=_("Logo sekarang"))
        if not st.form_submit_button(_("Simpan"), type="primary"):
            return
    try:
        if picture is not None:
            told["logo"] = letterhead.logo_text(picture.getvalue())
        elif gone:
            told["logo"] = ""
        letterhead.keep(view.store, view.scope, view.who, place, told)
    except Refused as refusal:
        st.warning(plain(refusal), icon=":material/info:")
        return
    st.session_state[DONE] = _("Kop surat disimpan; laporan berikutnya memakainya.")
    st.rerun()
