"""Pelaporan: who has reported what, who is late, and the words to remind them with."""

import pandas as pd
import streamlit as st

from dashboard.charts.reporting import legend, reporting_matrix, source_words
from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.records import kind_name
from dashboard.pages.pelaporan.recap_exchange import recap_exchange
from dashboard.pages.pelaporan.reminder import late_words, reminder
from dashboard.pages.pelaporan.words import answer, kinds, last_words, latest_first, standing_rows
from dashboard.parts import province
from dashboard.parts.components import Column, box, download, head, section, table
from dashboard.parts.fold import fold
from etl.periods import months_of
from etl.words import _
from metrics.judging.reporting import matrix, rules, standing

PAGE = Page(
    group="Provinsi",
    title="Pelaporan",
    icon="fact_check",
    order=65,
    roles=frozenset({"province", "admin"}),
)


def render(view: View) -> None:
    """The page for the province in view: all kinds, the months of the period in view."""
    names = province.names(view)
    if view.snapshot.is_empty or not names:
        head(_("Pelaporan"), _("Belum ada kabupaten/kota yang terdaftar."))
        return
    asked = province.question(view)
    told = standing(view.snapshot, view.scope, asked)
    head(
        _("Pelaporan {n} kabupaten/kota, {province}").format(
            n=len(names), province=view.province_name or _("semua provinsi")
        ),
        answer(told, names),
        [
            _("Keterlambatan dihitung sampai {day}, hari terakhir yang dilaporkan.").format(
                day=f.date(province.today(view))
            )
        ],
    )
    kind = url.choose(
        _("Jenis data"), "jenis", kinds(), kind_name, kinds()[0], widget=st.segmented_control
    )
    _matrix(view, told, names, kind)
    with fold(_("Keadaan tiap kantor dan jenis data"), "standing"):
        _standing(told, names)
    with fold(_("Pengingat untuk disalin"), "reminder"):
        _reminder(view, told, names)
    with fold(_("Rekap kabupaten/kota: kunci, muat, kirim"), "recaps"):
        recap_exchange(view, names)


def _matrix(view: View, told: pd.DataFrame, names: dict[str, str], kind: str) -> None:
    first, last = months_of(view.period.start)[0], months_of(view.period.end)[1]
    frame = matrix(view.snapshot, view.scope, province.question(view), first, last)
    late = latest_first(told[told["kind"] == kind]).set_index("office")
    own = frame[frame["kind"] == kind]
    own = own.sort_values("office", key=lambda o: o.map({c: i for i, c in enumerate(late.index)}))
    words = {str(o): late_words(row) for o, row in late.iterrows()}
    rule = rules()[kind]
    monthly = rule.every_months == 1
    months = sorted((own if monthly else own[own["source"] != ""])["month"].unique())
    with box():
        section(
            _("{kind} menurut bulan").format(kind=kind_name(kind)),
            _("Titik-titik: belum lapor. Lingkaran kosong: laporan nihil, memang tidak ada.")
            if monthly
            else _(
                "Diminta sekali dalam {n} bulan: bulan berakhirnya. Tanpa tanda: tidak ada yang "
                "berakhir bulan itu, dan itu bukan terlambat."
            ).format(n=rule.every_months),
        )
        st.html(legend(monthly))
        st.html(reporting_matrix(own, months, names, words, monthly))
        shown = own.assign(source=own["source"].map(source_words()), name=own["office"].map(names))
        download(_("Unduh matriks (Excel)"), shown, "pelaporan", key="matrix_get")


def _standing(told: pd.DataFrame, names: dict[str, str]) -> None:
    with box():
        section(
            _("Keadaan tiap kantor dan jenis data"),
            _(
                "Yang paling terlambat dulu. Survei berbicara sampai akhir periodenya. Bagian "
                "ditolak: dari baris yang dikirim."
            ),
        )
        table(
            standing_rows(told, names),
            [
                Column("name", _("Kabupaten/kota"), pinned=True),
                Column("what", _("Jenis data")),
                Column("last_month", _("Sampai bulan"), last_words),
                Column("days_late", _("Terlambat (hari)"), f.number),
                Column("rejected", _("Ditolak"), f.percent),
                Column("source", _("Sumber")),
            ],
            key="standing",
        )


def _reminder(view: View, told: pd.DataFrame, names: dict[str, str]) -> None:
    late = told[(told["days_late"] > 0) | told["last_month"].isna()]
    with box():
        section(
            _("Pengingat untuk disalin"),
            _("Pilih kantornya; teks dapat disunting sebelum dikirim."),
        )
        offices = [o for o in names if o in set(late["office"])]
        if not offices:
            st.caption(_("Semua kantor melapor tepat waktu; tidak ada yang perlu diingatkan."))
            return
        chosen = url.choose(_("Kantor"), "ingatkan", offices, lambda o: names[o], offices[0])
        st.code(
            reminder(late[late["office"] == chosen], view.offices[chosen].name),
            language=None,
            wrap_lines=True,
        )
