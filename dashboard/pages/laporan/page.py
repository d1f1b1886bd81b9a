"""Laporan: each report is made here, and every one that was issued is printed again as it was."""

import re

import streamlit as st

from dashboard.frame import audit, snapshots, url
from dashboard.frame import period as periods
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.laporan.issued import printed, rows
from dashboard.parts.components import Column, box, empty, head, section, table
from dashboard.parts.text import plain
from dashboard.reports import KINDS, PERIODS, kind_name
from dashboard.reports.issuing import Issued, issue, may_see_province
from etl.errors import Refused
from etl.words import _

PAGE = Page(group="Laporan", title="Laporan", icon="description", order=56)
MADE = "laporan_made"
PROVINCE = "province"


def render(view: View) -> None:
    """The form that makes a report, and the editions that the reader may have."""
    found = rows(view)
    head(
        _("Laporan, {place}").format(place=view.place),
        _("Buat laporan siap tanda tangan; setiap laporan mendapat nomor edisi."),
    )
    with box():
        section(
            _("Buat laporan"),
            _("PDF untuk ditandatangani, Word untuk disunting, Excel untuk dihitung ulang."),
        )
        _make(view)
    with box():
        section(
            _("Edisi yang sudah terbit"),
            _("Dicetak lagi sama sampai ke hurufnya, walau datanya sudah bertambah."),
        )
        if found.empty:
            empty(_("Belum ada laporan yang terbit"), _("Buat laporan pertama di atas."))
            return
        columns = [
            Column("edition", _("Edisi"), f.number, pinned=True),
            Column("kind", _("Jenis")),
            Column("place", _("Tempat")),
            Column("period", _("Periode")),
            Column("day", _("Terbit"), f.date_short),
            Column("version", _("Versi angka"), f.number),
        ]
        table(found, columns, key="editions")
        printed(view, found)


def _kinds(view: View) -> list[str]:
    """The reports that can be made of the place in view by this reader."""
    province = _province(view)
    own = [k for k in KINDS if k != PROVINCE] if view.office else []
    whole = [PROVINCE] if province and may_see_province(view.scope, province) else []
    return [*own, *whole] if view.office else [*whole, *own]


def _province(view: View) -> str:
    if view.office is not None:
        return view.office.province
    return view.query.province or ""


def _make(view: View) -> None:
    kinds = _kinds(view)
    if not kinds:
        st.caption(_("Pilih dahulu satu kantor di atas."))
        return
    kind = url.choose(_("Jenis laporan"), "laporan", kinds, kind_name, kinds[0])
    province = kind == PROVINCE
    place = _province(view) if province else (view.office.code if view.office else "")
    codes = _periods(view, kind, place)
    if not codes:
        empty(_("Belum ada data"), _("Tempat ini belum melaporkan satu bulan penuh pun."))
        return
    period = st.selectbox(_("Periode laporan"), codes, format_func=f.period, key=f"of_{kind}")
    if st.button(_("Buat laporan"), type="primary", key="laporan_make"):
        made = _issued(view, kind, place, period)
        if made is not None:
            st.session_state[MADE] = made.edition.edition
            st.rerun()
    if done := st.session_state.pop(MADE, None):
        st.success(_("Edisi {n} terbit; unduh di bawah.").format(n=done), icon=":material/check:")
        st.session_state["edition"] = done


def _issued(view: View, kind: str, place: str, period: str) -> Issued | None:
    """Issue the report, telling how far it is; None where it was refused, which is said."""
    mine = audit.witness()
    with st.status(_("Menghitung dan menilai angka"), expanded=False) as status:
        try:
            audit.still_granted(mine, f"report {kind}")
            made = issue(kind, view.snapshot, view.scope, place, period)
        except Refused as refusal:
            mine.note("refusal", page="laporan", kind=kind, place=place, said=str(refusal))
            status.update(label=plain(refusal), state="error")
            return None
        status.update(label=_("Selesai"), state="complete")
    mine.note("report", kind=kind, place=place, period=period, edition=made.edition.edition)
    return made


def _periods(view: View, kind: str, place: str) -> list[str]:
    """The periods that a report of this kind can be made for, the newest first."""
    office, province = (None, place) if kind == PROVINCE else (place, None)
    version = snapshots.version(view.store)
    first, last = snapshots.span(str(view.store), version, office, province)
    if not last:
        return []
    found = [p.code for p in periods.choices(first, last)]
    fits = [c for c in found if re.fullmatch(PERIODS[kind], c)]
    asked = view.period.end if kind == "monthly" else view.period.code
    return sorted(fits, key=lambda c: c != asked)  # what is in view goes first
