"""Reports from the page that an office had none of a kind in a month: that is no silence."""

import re
from functools import partial

import streamlit as st

from dashboard.frame.view import View
from dashboard.loading.uploading import load_rows
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from dashboard.pages.unggah.held import working
from dashboard.pages.unggah.loaded import DONE
from etl.store.nil import MONTHLY
from etl.words import _

MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def nil_report(view: View) -> None:
    """A small form: office, kind and month; what it gives is a load that can be taken back."""
    codes = sorted(view.offices, key=lambda c: view.offices[c].short)
    if not codes:
        return
    own = view.office.code if view.office else codes[0] if len(codes) == 1 else ""
    with (
        st.expander(_("Laporan nihil"), icon=":material/do_not_disturb_on:"),
        st.form("unggah_nil", border=False),
    ):
        st.caption(
            _(
                "Bila pada suatu bulan memang tidak ada kejadian, laporkan di sini: bulan itu lalu "
                "dihitung nol, bukan belum lapor."
            )
        )
        grid = st.grid(3, min_column_width=220)
        with grid.cell():
            office = st.selectbox(
                _("Kantor"),
                codes,
                index=codes.index(own) if own else None,
                format_func=view.office_name,
                placeholder=_("Belum dipilih"),
                key=f"unggah_nil_office_{own}",
            )
        with grid.cell():
            kind = st.selectbox(
                _("Jenis data"),
                list(MONTHLY),
                index=None,
                format_func=record_name,
                placeholder=_("Belum dipilih"),
                key="unggah_nil_kind",
            )
        with grid.cell():
            month = st.text_input(
                _("Bulan"), placeholder=_("misalnya 2024-05"), key="unggah_nil_month"
            )
        sent = st.form_submit_button(_("Laporkan nihil"))
    if sent:
        _sent(view, office or "", kind or "", month.strip())


def _sent(view: View, office: str, kind: str, month: str) -> None:
    if not office or not kind or not MONTH.fullmatch(month):
        st.info(_("Pilih kantor dan jenis datanya, lalu tulis bulannya seperti 2024-05."))
        return
    said = working(
        _("Mencatat laporan nihil"),
        partial(
            load_rows,
            view,
            "nil",
            f"nihil-{kind}-{office}-{month}",
            ["office_code", "kind", "month"],
            [[office, kind, month]],
        ),
    )
    if said.error:
        st.warning(said.error, icon=":material/info:")
        return
    st.session_state[DONE] = {
        "batches": [r["batch"] for r in said.results],
        "file": _("Laporan nihil {kind} {month}").format(
            kind=record_name(kind).lower(), month=f.month(month)
        ),
        "accepted": sum(r["accepted"] for r in said.results),
        "notes": said.notes,
        "results": [],
    }
    st.rerun()
