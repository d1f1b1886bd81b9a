"""Waktu proses: how long permits take, at which stage the days go, and which are late."""

import pandas as pd
import streamlit as st

from dashboard import case_lists, day_counts, findings, frames, path_views, series, targets
from dashboard import format as f
from dashboard.cards import card
from dashboard.charts.aging import aging, aging_alt
from dashboard.charts.distribution import distribution, distribution_alt
from dashboard.charts.expected import expected, expected_alt
from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.charts.stage_bars import stage_bars, stage_bars_alt
from dashboard.components import (
    Card,
    Column,
    cards,
    cases,
    chart,
    empty,
    head,
    notes,
    section,
    table,
)
from dashboard.navigation import Page
from dashboard.office_table import count_column, days_column, office_table, rate_column
from dashboard.view import View
from etl.words import _

PAGE = Page(group="Kinerja", title="Waktu proses", icon="timer", order=20)
CARDS = (
    "on_time_rate",
    "processing_time",
    "expected_days",
    "overdue_applications",
    "rework_rate",
)


def render(view: View) -> None:
    """The page for the place, period and permit type in view."""
    head(_("Waktu proses, {place}").format(place=view.place), _answer(view))
    if _unknown(view):
        empty(
            _("Waktu proses tidak diketahui"),
            _(
                "Untuk pilihan ini belum ada catatan permohonan satu per satu; rekap bulanan saja "
                "tidak memuat lamanya. Muat catatan permohonan di halaman Unggah data."
            ),
        )
        return
    found = frames.stages(view)
    cards([*(card(view, name) for name in CARDS), _slowest(found)], key="time")
    _where_and_lowest(view, found)
    _how_long(view)
    path_views.ways(view)
    _permit_table(view)
    if view.office is None:
        _offices(view)
    _open(view)
    if view.case_rows:
        _cases(view)


def _unknown(view: View) -> bool:
    """Whether nobody told of single applications: none ended, and none known to be open."""
    ended = view.read("processing_time").first.get("n")
    return not ended and view.read("open_applications").value is None


def _answer(view: View) -> str:
    row = view.read("processing_time").first
    if row.get("value") is None:
        return _("{period}: belum ada permohonan yang selesai.").format(period=view.period.label())
    rate = view.read("on_time_rate").value
    return _("{period}: separuh selesai dalam **{m}**, sembilan dari sepuluh dalam {p}. ").format(
        period=view.period.label(), m=f.days(row["value"]), p=f.days(row["p90"])
    ) + findings.rate_sentence(
        _("Tepat waktu"),
        rate,
        targets.target(view, "on_time_rate"),
        card(view, "on_time_rate").change,
    )


def _slowest(found: frames.Stages) -> Card:
    if not found.bottleneck:
        return Card(_("Tahap kantor terlama"), f.MISSING, detail=_("Belum ada catatan tahap."))
    return Card(
        _("Tahap kantor terlama"),
        found.bottleneck,
        detail=_("tiap permohonan: {run} dikerjakan, {wait} menunggu").format(
            run=f.days(found.run, 1), wait=f.days(found.wait, 1)
        ),
    )


def _where_and_lowest(view: View, found: frames.Stages) -> None:
    left, right = st.columns(2)
    with left:
        chart(
            findings.bottleneck_heading(found.bottleneck, found.run, found.wait),
            _("Rata-rata hari kerja tiap permohonan: dikerjakan (gelap), menunggu (terang)."),
            stage_bars(found.frame, found.bottleneck) if len(found.frame) else None,
            stage_bars_alt(found.frame, found.bottleneck),
            key="stages",
        )
    wanted = targets.target(view, "on_time_rate")
    ranked = _lowest(view)
    below = [
        n
        for n, v in zip(ranked["name"], ranked["value"], strict=True)
        if wanted is not None and not f.missing(v) and v < wanted
    ]
    with right:
        chart(
            findings.lowest_heading(below, len(ranked), _("Tepat waktu")),
            _("Persen tepat waktu per jenis izin, terendah dulu; paling sedikit {n} kasus.").format(
                n=findings.FEW
            ),
            ranked_bars(ranked, f.percent, dict.fromkeys(below, "worse"), wanted)
            if len(ranked)
            else None,
            ranked_bars_alt(ranked, _("Tepat waktu per jenis izin"), f.percent),
            key="lowest",
        )


def _how_long(view: View) -> None:
    left, right = st.columns(2)
    row = view.read("processing_time").first
    median, p90 = row.get("median"), row.get("p90")
    standard = day_counts.standard(view)
    days = day_counts.net_days(view)
    with left:
        chart(
            findings.distribution_heading(median, p90),
            _("Permohonan selesai menurut hari kerja bersih (tanpa menunggu pemohon).")
            + (" " + _("Jingga: lewat standar.") if standard is not None else ""),
            distribution(days, standard, median, p90) if len(days) else None,
            distribution_alt(days, standard, median, p90),
            key="days",
        )
    frame = series.finished_and_expected(view)
    with right:
        chart(
            findings.expected_heading(row.get("value"), view.read("expected_days").value),
            _(
                "Median hari kerja bersih menurut bulan. Hitam: berkas yang masih berjalan ikut "
                "dihitung; abu-abu: yang selesai saja, terlalu bagus bila berkas menumpuk."
            ),
            expected(frame) if frame["finished"].notna().any() else None,
            expected_alt(frame),
            key="expected",
        )


def _open(view: View) -> None:
    bands = frames.age_bands(view)
    chart(
        findings.aging_heading(
            bands["n"].sum() if len(bands) else None, bands["overdue"].sum() if len(bands) else None
        ),
        _("Berkas berjalan pada akhir {month} menurut umurnya; jingga: lewat standar.").format(
            month=f.month(view.period.end)
        ),
        aging(bands) if len(bands) else None,
        aging_alt(bands),
        key="aging",
    )


def _lowest(view: View) -> pd.DataFrame:
    rows = view.read("on_time_rate", by=("permit_type",), permit_type=None).rows
    if rows.empty:
        return rows.assign(name=[], value=[])
    rows = rows[rows["n"] >= findings.FEW].sort_values("value").head(10)
    return rows.assign(name=[view.permit_short(c) for c in rows["permit_type"]])


def _permit_table(view: View) -> None:
    section(
        _("Menurut jenis izin"),
        _("Median hari kerja bersih; tepat waktu atas izin yang jatuh tempo pada periode ini."),
    )
    frame = frames.side_by_side(
        view,
        "permit_type",
        {
            "n": ("processing_time", "n"),
            "median": "processing_time",
            "p90": ("processing_time", "p90"),
            "calendar": "processing_time_calendar",
            "on_time": "on_time_rate",
            "rework": "rework_rate",
        },
    )
    frame = frame.sort_values("n", ascending=False, ignore_index=True)
    table(
        frame,
        [
            Column("permit_type", _("Jenis izin"), view.permit_short, pinned=True),
            count_column("n", _("Selesai")),
            days_column("median", _("Median")),
            days_column("p90", _("90 % dalam")),
            days_column("calendar", _("Hari kalender"), _("Median hari kalender")),
            rate_column("on_time", _("Tepat waktu")),
            rate_column(
                "rework",
                _("Diulang"),
            ),
        ],
        key="permits",
    )
    notes(view.read("on_time_rate"))


def _offices(view: View) -> None:
    frame = frames.side_by_side(
        view,
        "office",
        {
            "n": ("processing_time", "n"),
            "median": "processing_time",
            "p90": ("processing_time", "p90"),
            "on_time": "on_time_rate",
            "expected": "expected_days",
            "late": "overdue_applications",
            "rework": "rework_rate",
        },
    )
    office_table(
        view,
        frame,
        [
            rate_column("on_time", _("Tepat waktu")),
            days_column("median", _("Median")),
            days_column("p90", _("90 % dalam")),
            days_column("expected", _("Perkiraan"), _("Berkas berjalan ikut dihitung")),
            count_column("n", _("Selesai")),
            count_column("late", _("Lewat standar")),
            rate_column("rework", _("Diulang")),
        ],
        key="time_offices",
    )


def _cases(view: View) -> None:
    cases(
        case_lists.read(view, case_lists.OVERDUE),
        case_lists.application_columns(view, open_cases=True),
        name="berjalan-lewat-standar",
        heading=_("Berjalan dan sudah lewat standar"),
        reading=_("Pada hari terakhir yang dilaporkan; yang paling lama dulu."),
    )
    cases(
        case_lists.read(view, case_lists.LATE),
        case_lists.application_columns(view, open_cases=False),
        name="selesai-lewat-standar",
        heading=_("Selesai pada periode ini, lewat standar"),
        reading=_("Yang paling jauh lewat dulu."),
    )
