"""Waktu proses: how long permits take, at which stage the days go, and which are late."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.aging import aging, aging_alt
from dashboard.charts.distribution import distribution, distribution_alt
from dashboard.charts.event_lines import events_alt
from dashboard.charts.expected import expected, expected_alt
from dashboard.charts.one_bar import one_bar, one_bar_alt
from dashboard.charts.open_stages import open_stages, open_stages_alt
from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.charts.stage_bars import stage_bars, stage_bars_alt
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.waktu_proses import path_views
from dashboard.pages.waktu_proses.late_cases import late_cases
from dashboard.pages.waktu_proses.on_time_trend import trend
from dashboard.pages.waktu_proses.returns import returned_papers
from dashboard.parts import day_counts, findings, marks, series, stage_mapping
from dashboard.parts import side_by_side as frames
from dashboard.parts.cards import card
from dashboard.parts.components import (
    Card,
    Column,
    cards,
    chart,
    empty,
    head,
    notes,
    section,
    table,
)
from dashboard.parts.events import events_of
from dashboard.parts.fold import fold
from dashboard.parts.late_desk import late_desk
from dashboard.parts.lead import answer
from dashboard.parts.office_table import count_column, days_column, office_table, rate_column
from etl.words import _, counted
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark
from metrics.judging.funnel import FEWEST_CASES

PAGE = Page(group="Layanan", title="Waktu proses", icon="timer", order=20)
FEW = 5  # ended cases under which no more is said than how many they are
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
        _say_why(view)
        return
    found = frames.stages(view)
    cards([*(card(view, name) for name in CARDS), _slowest(found)], key="time")
    _on_time(view)
    row = view.read("processing_time").first
    with fold(findings.distribution_heading(row.get("median"), row.get("p90")), "how_long"):
        _how_long(view)
    with fold(findings.bottleneck_heading(found.bottleneck, found.run, found.wait), "where"):
        _where(view, found)
        returned_papers(view)
    with fold(_("Jalur yang ditempuh berkas, dan tahap yang diulang"), "ways"):
        path_views.ways(view)
    with fold(_("Menurut jenis izin"), "permit_types"):
        _permit_table(view)
    if view.office is None:
        with fold(_("Tiap kabupaten/kota"), "offices"):
            _offices(view)
    with fold(findings.aging_heading(*_running(frames.age_bands(view))), "running"):
        _open(view)
    if view.case_rows:
        with fold(_("Berkas yang lewat standar, satu per satu"), "cases"):
            late_cases(view)


def _running(bands: pd.DataFrame) -> tuple[float | None, float | None]:
    """How many run, and how many of them past the standard; None where nobody told."""
    if bands.empty:
        return None, None
    return bands["n"].sum(), bands["overdue"].sum(min_count=1)


def _unknown(view: View) -> bool:
    """Whether nobody told of single applications: none ended, and none known to be open."""
    ended = view.read("processing_time").first.get("n")
    return not ended and view.read("open_applications").value is None


def _say_why(view: View) -> None:
    """The empty page: nothing happened in the period, or nobody told of single applications."""
    if view.read("processing_time", start=None, end=None).first.get("n"):
        empty(
            _("Tidak ada yang selesai pada periode ini"),
            _("Pilih periode yang lebih panjang, atau jenis izin lain, di bilah atas."),
        )
        return
    empty(
        _("Waktu proses tidak diketahui"),
        _(
            "Untuk pilihan ini belum ada catatan permohonan satu per satu; rekap bulanan saja "
            "tidak memuat lamanya. Muat catatan permohonan di halaman Unggah data."
        ),
    )


def _answer(view: View) -> str:
    row = view.read("processing_time").first
    if row.get("value") is None:
        return f"{view.period.label()}: {row.get('note') or _('belum ada datanya.')}"
    if row["n"] < FEW:
        return counted("{period}: baru {n} permohonan selesai, median **{m}**.", row["n"]).format(
            period=view.period.label(), n=f.number(row["n"]), m=f.days(row["value"])
        )
    return _("{period}: separuh selesai dalam **{m}**, sembilan dari sepuluh dalam {p}. ").format(
        period=view.period.label(), m=f.days(row["value"]), p=f.days(row["p90"])
    ) + answer(view, "on_time_rate", CARDS)


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


def _on_time(view: View) -> None:
    """On time month by month beside the permit types that are furthest below."""
    left, right = st.columns(2)
    pick = marks.place(view)
    with left:
        month = trend(view, pick)
    ranked = _lowest(view)
    below = ranked.loc[ranked["met"].eq(False), "name"].tolist()
    heading = findings.lowest_heading(
        below,
        str(ranked["name"].iloc[0]) if len(ranked) else "",
        ranked["value"].iloc[0] if len(ranked) else None,
        known=view.read("on_time_rate").value is not None,
    )
    told = findings.told_apart(ranked)
    with right, fold(heading, "lowest"):
        kind = chart(
            heading,
            _("Persen tepat waktu per jenis izin, terendah dulu; paling sedikit {n} kasus.").format(
                n=FEWEST_CASES
            )
            + told,
            ranked_bars(
                ranked,
                f.percent,
                dict.fromkeys(below, "worse"),
                carry=[Mark(behind.DUE, permit_type=c).to_list() for c in ranked["permit_type"]],
            )
            if len(ranked)
            else None,
            ranked_bars_alt(ranked, _("Tepat waktu per jenis izin"), f.percent),
            key="lowest",
            pick=pick,
        )
    marks.behind_marks(view, month, kind)


def _where(view: View, found: frames.Stages) -> None:
    """The stages of one application as one bar, and each of them on a row of its own."""
    frame = found.frame
    frame = frame.assign(desk=frame["code"].map(frames.desks(view)).fillna(""))
    if frame.empty:
        chart(findings.bottleneck_heading(None, 0, 0), "", None, "", key="stages")
        return
    pick = marks.place(view)
    carry = [Mark(behind.STAGE, (code,)).to_list() for code in frame["code"]]
    run, wait = frame["run"].fillna(0).sum(), frame["wait"].fillna(0).sum()
    whole = chart(
        findings.one_bar_heading(run, wait, bool(frame["wait"].notna().any())),
        findings.desks_reading(found.bottleneck, frame["desk"].tolist()),
        one_bar(frame, found.bottleneck, carry),
        one_bar_alt(frame),
        key="one_bar",
        pick=pick,
    )
    one = chart(
        findings.bottleneck_heading(found.bottleneck, found.run, found.wait),
        _("Rata-rata hari kerja tiap permohonan: dikerjakan (gelap), menunggu (terang).")
        + findings.rest_left_out(found.rest_is_largest)
        + findings.growth_of_stage(frames.slowed_most(view)),
        stage_bars(frame, found.bottleneck, carry=carry),
        stage_bars_alt(frame, found.bottleneck),
        key="stages",
        pick=pick,
    )
    marks.behind_marks(view, whole, one)
    stage_mapping.pointer(view)


def _how_long(view: View) -> None:
    left, right = st.columns(2)
    row = view.read("processing_time").first
    median, p90 = row.get("median"), row.get("p90")
    standard = day_counts.standard(view)
    days = day_counts.net_days(view)
    pick = marks.place(view)
    with left:
        day = chart(
            findings.distribution_heading(median, p90),
            _("Permohonan selesai menurut hari kerja bersih (tanpa menunggu pemohon).")
            + (" " + _("Jingga: lewat standar.") if standard is not None else ""),
            distribution(
                days,
                standard,
                median,
                p90,
                carry=lambda low, high: Mark(behind.ENDED, (low, high)).to_list(),
            )
            if len(days)
            else None,
            distribution_alt(days, standard, median, p90),
            key="days",
            pick=pick,
        )
    frame, expected_days = series.finished_and_expected(view), view.read("expected_days")
    events = events_of(view, "expected_days", "processing_time")
    with right:
        month = chart(
            findings.expected_heading(
                row.get("value"), expected_days.value, expected_days.first.get("n")
            ),
            _(
                "Median hari kerja bersih menurut bulan. Hitam: berkas yang masih berjalan ikut "
                "dihitung; abu-abu: yang selesai saja, terlalu bagus bila berkas menumpuk."
            ),
            expected(frame, carry=_of_month, events=events)
            if frame["finished"].notna().any()
            else None,
            expected_alt(frame) + events_alt(events, list(frame["month"])),
            key="expected",
            pick=pick,
        )
    marks.behind_marks(view, day, month)


def _of_month(column: str, month: str) -> list[Any]:
    """What a point carries: the cases that ended in the month, or those that started in it."""
    return Mark(behind.ENDED if column == "finished" else behind.STARTED, period=month).to_list()


def _open(view: View) -> None:
    """What is running: by age at the period's end, and by the stage it has reached by now."""
    bands, by_stage, where = frames.age_bands(view), frames.open_by_stage(view), late_desk(view)
    left, right = st.columns(2)
    pick = marks.place(view)
    with left:
        band = chart(
            findings.aging_heading(*_running(bands)),
            _("Berkas berjalan pada akhir {month} menurut umurnya; jingga: lewat standar.").format(
                month=f.month(view.period.end)
            ),
            aging(bands, carry=[Mark(behind.OPEN, (c,)).to_list() for c in bands["code"]])
            if len(bands)
            else None,
            aging_alt(bands),
            key="aging",
            pick=pick,
        )
    with right:
        stage = chart(
            findings.open_stage_heading(by_stage, known=len(bands) > 0)
            + (where.words() if where else ""),
            _(
                "Berkas berjalan pada akhir {month} menurut tahap yang terakhir dimulai, "
                "yang terlambat dulu."
            ).format(month=f.month(view.period.end)),
            open_stages(
                by_stage, carry=[Mark(behind.OPEN_STAGE, (c,)).to_list() for c in by_stage["code"]]
            )
            if len(by_stage)
            else None,
            open_stages_alt(by_stage),
            key="open_stages",
            pick=pick,
        )
    marks.behind_marks(view, band, stage)


def _lowest(view: View) -> pd.DataFrame:
    """The ten permit types with the lowest rate, of those with enough cases; each one's `met` is
    held against its own target (None where it has none).
    """
    rows = view.read("on_time_rate", by=("permit_type",), permit_type=None).rows
    if rows.empty:
        return pd.DataFrame(columns=["permit_type", "name", "n", "value", "met"])
    rows = rows[rows["n"] >= FEWEST_CASES].sort_values("value").head(10)
    return rows.assign(
        name=[view.permit_short(c) for c in rows["permit_type"]],
        met=rows["permit_type"].map(lambda c: view.verdict("on_time_rate", permit_type=c).met),
    )


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
            "told": "applications_received",
            "median": "processing_time",
            "p90": ("processing_time", "p90"),
            "on_time": "on_time_rate",
            "gross": "on_time_rate_gross",
            "late_pause": "late_pause_share",
            "expected": "expected_days",
            "late": "overdue_applications",
            "rework": "rework_rate",
        },
    )
    frame["n"] = frame["n"].where((frame["n"] > 0) | frame["told"].notna())  # silence is no nought
    office_table(
        view,
        frame,
        [
            rate_column("on_time", _("Tepat waktu")),
            rate_column("gross", _("Tepat waktu tanpa jeda")),
            rate_column("late_pause", _("Jeda menjelang tempo")),
            days_column("median", _("Median")),
            days_column("p90", _("90 % dalam")),
            days_column("expected", _("Perkiraan"), _("Berkas berjalan ikut dihitung")),
            count_column("n", _("Selesai")),
            count_column("late", _("Lewat standar")),
            rate_column("rework", _("Diulang")),
        ],
        key="time_offices",
        worst="on_time",
    )
