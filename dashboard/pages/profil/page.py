"""Profil lembaga: what an office declares of itself beside what its data show."""

import pandas as pd
import streamlit as st

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.profil.form import profile_form
from dashboard.pages.profil.table import (
    lines_frame,
    matrix_html,
    matrix_legend,
    office_answer,
    province_answer,
)
from dashboard.parts import province
from dashboard.parts.components import Column, box, download, head, section, table
from dashboard.parts.office_table import open_office
from etl.words import _
from metrics.profile.core_permits import core_permits
from metrics.profile.institution import aspects, declared, matrix, performance, profile, zones

PAGE = Page(group="Laporan", title="Profil lembaga", icon="account_balance", order=58)


def render(view: View) -> None:
    """One office's profile where one is in view, else the province's matrix."""
    year = int(view.period.end[:4])
    if view.office is None:
        _province(view, year)
    else:
        _office(view, year)
    _references()


def _office(view: View, year: int) -> None:
    assert view.office is not None
    asked = province.question(view).change(permit_type=None)
    general, lines = profile(view.snapshot, view.scope, view.office.code, year, asked)
    head(
        _("Profil lembaga, {place}").format(place=view.place),
        office_answer(lines),
        [_told(general["year"], year)],
    )
    with box():
        section(
            _("Data umum"), _("Bentuk kelembagaan, dasar hukum, tahun operasi, cakupan layanan.")
        )
        table(
            pd.DataFrame(
                {
                    "what": [
                        _("Bentuk"),
                        _("Dasar hukum"),
                        _("Beroperasi sejak"),
                        _("Cakupan layanan"),
                    ],
                    "said": [
                        general[k] or None
                        for k in ("form", "legal_basis", "operating_since", "services")
                    ],
                }
            ),
            [Column("what", _("Hal")), Column("said", _("Pernyataan"))],
            key="general",
            whole=True,
        )
    with box():
        section(
            _("Sepuluh indikator kinerja: dinyatakan dan terukur"),
            _("Terukur pada {period}. Pernyataan tanpa data pembanding diberi tahu.").format(
                period=view.period.label()
            ),
        )
        frame = lines_frame(lines)
        numbered = frame["number"].map("{}. ".format) + frame["title"]
        table(
            frame.assign(numbered=numbered),
            [
                Column("numbered", _("Indikator"), pinned=True),
                Column("declared", _("Dinyatakan")),
                Column("measured", _("Terukur dari data")),
                Column("verdict", _("Kesesuaian")),
                Column("evidence", _("Bukti")),
            ],
            key="ten",
            whole=True,
        )
        download(_("Unduh profil (Excel)"), frame, "profil-lembaga", key="profile_get")
    _core(view)
    profile_form(view, year, general, lines)
    _history(view)


def _core(view: View) -> None:
    """The core permits: who signs, standard and measured days, fee, number issued."""
    found = core_permits(view.snapshot, view.scope, province.question(view))
    if view.office is not None and not found.empty:
        found = found[found["office"] == view.office.code]
    if found.empty:
        return
    found = found.assign(
        name=found["office"].map(view.office_name),
        permit=found["permit_type"].map(view.permit_name),
    )
    columns = [
        Column("signatory", _("Penanda tangan")),
        Column("standard_days", _("Standar"), f.days),
        Column("measured_days", _("Terukur"), f.days, _("Median hari kerja bersih")),
        Column("standard_fee", _("Biaya standar"), lambda v: f.rupiah(v, short=False)),
        Column("billed", _("Rata-rata ditagih"), f.rupiah, _("Rupiah tiap tagihan")),
        Column("issued", _("Terbit"), f.number),
    ]
    first = [Column("permit", _("Izin"), pinned=True)]
    if view.office is None:
        first = [Column("name", _("Kantor"), pinned=True)]
        over = found[found["measured_days"] > found["standard_days"]]["permit_type"].value_counts()
        kinds = sorted(dict.fromkeys(found["permit_type"]), key=lambda k: -over.get(k, 0))
        kind = st.selectbox(_("Izin pokok"), kinds, format_func=view.permit_name, key="core_kind")
        found = found[found["permit_type"] == kind].sort_values("measured_days", ascending=False)
    slow = found[found["measured_days"] > found["standard_days"]]
    section(
        _("Izin pokok: {n} dari {all} lebih lama dari standarnya").format(
            n=f.number(len(slow)), all=f.number(found["measured_days"].notna().sum())
        ),
        _(
            "IMB, HO, TDP, SIUP, TDI, dan penggantinya, pada {period}. Biaya “–” berarti dihitung "
            "per berkas atau tidak ditetapkan."
        ).format(period=view.period.label()),
    )
    shown = found.reset_index(drop=True)
    table(shown, [*first, *columns], key="core", rows=30)
    headed = shown[[c.field for c in [*first, *columns]]]
    headed.columns = pd.Index([c.label for c in [*first, *columns]])
    download(_("Unduh izin pokok (Excel)"), headed, "izin-pokok", key="core_get")


def _told(said: str, year: int) -> str:
    if not said:
        return _("Kantor ini belum mengisi profil.")
    if said == str(year):
        return _("Pernyataan tahun {year}.").format(year=said)
    return _("Pernyataan terakhir dari tahun {said}.").format(said=said)


def _history(view: View) -> None:
    frame = declared(view.snapshot, view.scope, view.query)
    if frame.empty:
        return
    with st.expander(_("Riwayat pernyataan")):
        columns = [Column("year", _("Tahun"), str, pinned=True)]
        columns += [Column(p.indicator, p.label()) for p in performance()]
        table(frame, columns, key="history")


def _province(view: View, year: int) -> None:
    names = province.names(view)
    if view.snapshot.is_empty or not names:
        head(_("Profil lembaga"), _("Belum ada kabupaten/kota yang terdaftar."))
        return
    frame = matrix(view.snapshot, view.scope, province.question(view), year)
    head(
        _("Profil lembaga {n} kabupaten/kota, {province}").format(
            n=len(names), province=view.province_name or _("semua provinsi")
        ),
        province_answer(frame, names),
    )
    with box():
        section(
            _("Sepuluh indikator kinerja menurut pernyataan kantor"),
            _("Sampai tahun {year}; pilih wilayah untuk melihat yang terukur.").format(year=year),
        )
        st.html(matrix_legend())
        st.html(matrix_html(frame, names))
        told = frame.assign(name=frame["office"].map(names))
        download(_("Unduh matriks (Excel)"), told, "profil-provinsi", key="matrix_get")
    _core(view)
    codes = sorted(names, key=lambda o: names[o])
    picked = st.selectbox(
        _("Buka profil"), codes, index=None, format_func=lambda o: names[o], key="profil_open"
    )
    if picked:
        open_office(picked)


def _references() -> None:
    with st.expander(_("Acuan: aspek PEKPPP dan zona Ombudsman")):
        st.caption(_("Acuan saja: aplikasi ini tidak memberi nilai PEKPPP atau zona Ombudsman."))
        table(
            pd.DataFrame([vars(a) for a in aspects()]),
            [
                Column("aspect", _("Aspek PEKPPP"), _),
                Column("weight", _("Bobot"), f.brief_percent),
                Column("certainty", _("Kepastian"), _),
                Column("source", _("Sumber")),
            ],
            key="pekppp",
            whole=True,
        )
        table(
            pd.DataFrame([vars(z) for z in zones()]),
            [
                Column("grade", _("Nilai Ombudsman")),
                Column("zone", _("Zona"), _),
                Column("quality", _("Kualitas"), _),
                Column("low", _("Dari"), lambda v: f.number(v, 2)),
                Column("high", _("Sampai"), lambda v: f.number(v, 2)),
                Column("certainty", _("Kepastian"), _),
                Column("source", _("Sumber")),
            ],
            key="ombudsman",
            whole=True,
        )
