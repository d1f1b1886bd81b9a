"""The first hour on an empty store: who are you, your files, what came in, the first figure."""

import re
from html import escape

import streamlit as st

from dashboard.frame.access import may_load
from dashboard.frame.view import View
from dashboard.loading.uploading import Answer, load_rows
from dashboard.locale import format as f
from dashboard.parts.components import box, empty, head
from etl.reference import regions
from etl.words import _

OTHER = "-"
CODE = re.compile(r"\d\d\.\d\d")
COLUMNS = ("office_code", "name", "region_kind", "province_code")


def nothing_told(view: View) -> bool:
    """Whether nothing was reported yet: no data at all, or offices without a record."""
    return view.snapshot.is_empty or view.snapshot.table("reporting").empty


def start(view: View) -> None:
    """The steps from an empty store to its first figure; the one that is next is open."""
    head(
        _("Mulai dari sini"),
        _("Belum ada data yang dilaporkan. Tiga langkah sampai angka pertama."),
    )
    if not may_load(view.scope):
        empty(_("Belum ada data"), _("Minta analis kantor atau admin memuat berkas yang pertama."))
        return
    known = sorted(o.name for o in view.offices.values())
    with box():
        _step(1, _("Siapa Anda?"), bool(known))
        if known:
            st.markdown(_("Terdaftar: {names}.").format(names=f.sentence(known[:3])))
        else:
            _who(view)
            st.caption(
                _(
                    "Pemantau provinsi tidak perlu mendaftar: rekap kantor yang diunggah membawa "
                    "kantornya sendiri."
                )
            )
    with box():
        _step(2, _("Berkas Anda, apa adanya"))
        st.markdown(
            _(
                "Register, rekap, atau lembar survei yang sudah ada dapat diunggah tanpa disalin. "
                "Belum punya catatan? Templat kosong ada di halaman yang sama."
            )
        )
        page = st.session_state.get("pages", {}).get("unggah")
        if page is not None:
            st.page_link(page, label=_("Unggah berkas pertama"), icon=":material/upload_file:")
    with box():
        _step(3, _("Periksa yang masuk, lalu lihat angka pertama"))
        st.markdown(
            _(
                "Isi berkas diperiksa sebelum dimuat: yang diterima, yang ditolak dan sebabnya, "
                "dan angka yang akan terhitung. Sesudah dimuat ada tautan ke angkanya, dan setiap "
                "muatan dapat dibatalkan."
            )
        )
    st.caption(
        _(
            "Ingin melihat-lihat dulu? Provinsi contoh dibuka di tempatnya sendiri, supaya angka "
            "karangan tidak bercampur dengan angka Anda: monev sample --store contoh, lalu "
            "monev serve --store contoh."
        )
    )


def _step(number: int, title: str, done: bool = False) -> None:
    sign = "✓" if done else str(number)
    st.html(f'<p class="finding"><span class="step">{sign}</span> {escape(title)}</p>')


def _who(view: View) -> None:
    """The office chosen from the known regions, or written by code and name; saved as a load."""
    known = {c: r for c, r in regions().items() if r.region_kind != "provinsi"}
    codes = sorted(known, key=lambda c: known[c].short)
    code = st.selectbox(
        _("Kantor Anda"),
        [*codes, OTHER],
        index=None,
        format_func=lambda c: (
            _("Kantor lain: tulis kodenya") if c == OTHER else f"{known[c].short} ({c})"
        ),
        key="first_office",
    )
    name = _("DPMPTSP {name}").format(name=known[code].name) if code in known else ""
    if code == OTHER:
        code = st.text_input(_("Kode kantor"), placeholder="33.02", key="first_code").strip()
        name = st.text_input(
            _("Nama kantor"), placeholder="DPMPTSP Kabupaten Banyumas", key="first_name"
        ).strip()
    pressed = st.button(_("Daftarkan kantor ini"), type="primary", disabled=not code)
    if not pressed or not code:
        return
    if not CODE.fullmatch(code) or not name:
        st.warning(_("Kode kantor ditulis seperti 33.02, dan namanya tidak kosong."))
        return
    kind = known[code].region_kind if code in known else _kind_of(name)
    row = (code, name, kind, code[:2])
    with st.status(_("Mendaftarkan kantor"), expanded=False) as status:
        answer: Answer = load_rows(view, "offices", "kantor", COLUMNS, [row])
        status.update(state="error" if answer.error else "complete")
    if answer.error:
        st.warning(answer.error, icon=":material/info:")
        return
    st.rerun()


def _kind_of(name: str) -> str:
    return "kota" if re.search(r"\bkota\b", name, re.IGNORECASE) else "kabupaten"
