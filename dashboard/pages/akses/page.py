"""Hak akses: which address has which role where; edited here, written down in the audit table."""

import pandas as pd
import streamlit as st

from dashboard.frame import access, sign_in
from dashboard.frame.access import Grant
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.parts.components import Column, box, empty, head, section, table
from dashboard.parts.text import plain
from etl.errors import Refused
from etl.reference import regions
from etl.store.grants import Grants
from etl.words import _, counted

PAGE = Page(
    group="Pengaturan",
    title="Hak akses",
    icon="key",
    order=310,
    roles=frozenset({"admin"}),
    needs_data=False,
    slug="akses",
)
DONE = "akses_done"


def render(view: View) -> None:
    """The grants in force, a form to give one, and a button to take one away."""
    found = access.grants(view.store)
    head(
        _("Hak akses"),
        counted(
            "{n} alamat diberi hak. Yang lain hanya melihat halaman untuk masyarakat.", len(found)
        ).format(n=len(found)),
        () if sign_in.configured() else (_("Masuk akun belum disiapkan: hak ini belum dipakai."),),
    )
    if said := st.session_state.pop(DONE, ""):
        st.success(plain(said))
    if found:
        _table(view, found)
    else:
        empty(_("Belum ada hak akses"), _("Beri dahulu satu orang peran admin."))
    with box():
        section(_("Beri atau ubah hak"), _("Berlaku pada klik berikutnya, juga bagi yang masuk."))
        _give(view)
    if found:
        with box():
            section(_("Cabut hak"), _("Orangnya lalu hanya melihat halaman untuk masyarakat."))
            _take(view, found)


def _table(view: View, found: dict[str, Grant]) -> None:
    kept = Grants(view.store).kept()
    rows = [
        {
            "email": g.email,
            "role": access.role_name(g.role),
            "region": _region_name(view, g.region),
            "by": kept[g.email].by if g.email in kept else "data/access.toml",
            "at": kept[g.email].at[:10] if g.email in kept else None,
        }
        for g in sorted(found.values(), key=lambda g: (g.role, g.region, g.email))
    ]
    columns = [
        Column("email", _("Alamat e-mail"), pinned=True),
        Column("role", _("Peran")),
        Column("region", _("Wilayah")),
        Column("by", _("Diberikan oleh")),
        Column("at", _("Tanggal")),
    ]
    table(pd.DataFrame(rows), columns, key="akses")


def _give(view: View) -> None:
    email = st.text_input(_("Alamat e-mail"), key="akses_email", placeholder="nama@kantor.example")
    role = st.selectbox(
        _("Peran"),
        [r for r in access.ROLES if r != "public"],
        format_func=access.role_name,
        index=2,
        key="akses_role",
    )
    region: str | None = ""
    if role in access.OF_AN_OFFICE:
        codes = sorted(view.offices, key=view.office_name)
        region = st.selectbox(
            _("Kantor"), codes, format_func=view.office_name, index=None, key="akses_office"
        )
    elif role == "province":
        codes = sorted({o.province for o in view.offices.values() if o.province})
        region = st.selectbox(
            _("Provinsi"),
            codes,
            format_func=lambda c: _region_name(view, c),
            index=None,
            key="akses_province",
        )
    if st.button(_("Simpan hak"), type="primary", key="akses_save"):
        said = _("{email} kini {role}.").format(email=email, role=access.role_name(role))
        _decide(view, Grant(email, role, region or ""), said)


def _take(view: View, found: dict[str, Grant]) -> None:
    email = st.selectbox(_("Alamat e-mail"), sorted(found), index=None, key="akses_take")
    if st.button(_("Cabut"), disabled=email is None, key="akses_drop") and email:
        _decide(view, Grant(email, ""), _("Hak {email} dicabut.").format(email=email))


def _decide(view: View, grant: Grant, said: str) -> None:
    try:
        access.decide(view.store, view.scope, view.who, grant)
    except Refused as refusal:
        st.warning(plain(refusal), icon=":material/info:")
        return
    st.session_state[DONE] = said
    st.rerun()


def _region_name(view: View, code: str) -> str:
    if not code:
        return _("semua")
    if code in view.offices:
        return view.office_name(code)
    found = regions().get(code)
    return found.name if found else code
