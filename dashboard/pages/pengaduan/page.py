"""Pengaduan: are complaints answered in time, which wait, and what they are about."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import case_lists
from dashboard.parts import side_by_side as frames
from dashboard.parts.cards import card
from dashboard.parts.components import Column, cards, cases, chart, head, notes, section, table
from dashboard.parts.fold import fold
from dashboard.parts.lead import answer
from dashboard.parts.office_table import count_column, days_column, office_table, rate_column
from dashboard.parts.process_chart import process_chart
from etl.words import _, counted

PAGE = Page(group="Layanan", title="Pengaduan", icon="forum", order=50)
CARDS = (
    "response_on_time",
    "resolution_rate",
    "resolution_days",
    "complaints_received",
    "open_complaints",
    "overdue_complaints",
)


MOST_NAMED = 3


def render(view: View) -> None:
    """The page for the place and period in view; complaints know no permit type."""
    said = [_("Pengaduan tidak dirinci menurut jenis izin.")] if view.query.permit_type else []
    view = view.all_permit_types()
    head(_("Pengaduan, {place}").format(place=view.place), _answer(view), said)
    cards([card(view, name) for name in CARDS], key="complaints")
    left, right = st.columns([3, 2])
    about = _about_rows(view)
    told = _about_heading(about, view.read("complaints_received").value)
    bars = ranked_bars(about, f.number) if len(about) else None
    with left:
        _answered(view, bars.layout.height if bars is not None else 320)
    with right, fold(told, "about"):
        _about(told, about, bars)
    with fold(_("Menurut soal pengaduan"), "categories"):
        _category_table(view)
    if view.office is None:
        with fold(_("Tiap kabupaten/kota"), "offices"):
            _offices(view)
    if view.case_rows:
        _waiting(view)


def _waiting(view: View) -> None:
    """The complaints that are not settled, one by one."""
    rows = case_lists.waiting_first(case_lists.read(view, case_lists.OPEN_COMPLAINTS))
    label = (
        counted("{n} pengaduan belum selesai", len(rows)).format(n=f.number(len(rows)))
        if len(rows)
        else _("Pengaduan yang belum selesai")
    )
    with fold(label, "waiting"):
        cases(
            rows,
            case_lists.complaint_columns(),
            name="pengaduan-berjalan",
            heading=_("Pengaduan yang belum selesai"),
            reading=_("Yang lewat batas jawab dulu, lalu yang belum dijawab, lalu yang terlama."),
        )


def _answer(view: View) -> str:
    received = view.read("complaints_received").value
    if received is None:
        return _("{period}: belum ada laporan pengaduan.").format(period=view.period.label())
    return counted("{period}: {n} pengaduan masuk. ", received).format(
        period=view.period.label(), n=f.number(received)
    ) + answer(view, "response_on_time", CARDS)


def _answered(view: View, height: int) -> None:
    process_chart(
        view,
        view.verdict("response_on_time"),
        _("Jawaban tepat waktu"),
        _("Persen pengaduan yang dijawab sebelum batasnya, menurut bulan jatuh tempo."),
        key="answered",
        height=height,
    )


def _about_rows(view: View) -> pd.DataFrame:
    rows = view.read("complaints_received", by=("category",)).rows
    rows = rows[rows["value"].fillna(0) > 0].sort_values("value", ascending=False).head(10)
    return rows.assign(
        name=[case_lists.words(c) for c in rows["category"]], value=rows["value"].astype("float64")
    )


def _about_heading(rows: pd.DataFrame, received: float | None) -> str:
    """The heading over what complaints are about: all that are named as often as the first."""
    if rows.empty:
        if received is None:
            return _("Soal pengaduan tidak diketahui")
        return _("Tidak ada pengaduan pada periode ini")
    most = rows.loc[rows["value"] == rows["value"].iloc[0], "name"].tolist()
    if len(most) > MOST_NAMED:
        return _("Tidak ada soal yang menonjol")
    return _("Paling sering tentang: {name}").format(name=f.sentence(most))


def _about(heading: str, rows: pd.DataFrame, bars: go.Figure | None) -> None:
    chart(
        heading,
        _("Jumlah pengaduan masuk menurut soal."),
        bars,
        ranked_bars_alt(rows, _("Pengaduan menurut soal"), f.number),
        key="about",
    )


def _frame(view: View, dim: str) -> pd.DataFrame:
    return frames.side_by_side(
        view,
        dim,
        {
            "received": "complaints_received",
            "answered": "response_on_time",
            "resolved": "resolution_rate",
            "days": "resolution_days",
            "open": "open_complaints",
        },
    )


def _columns() -> list[Column]:
    return [
        count_column("received", _("Jumlah masuk")),
        rate_column("answered", _("Dijawab tepat waktu")),
        rate_column("resolved", _("Selesai")),
        days_column("days", _("Lama selesai"), _("Median hari kerja, yang berjalan ikut dihitung")),
        count_column("open", _("Berjalan")),
    ]


def _category_table(view: View) -> None:
    section(_("Menurut soal pengaduan"), _("Lama selesai: median hari kerja."))
    frame = _frame(view, "category").sort_values("received", ascending=False, ignore_index=True)
    category = Column("category", _("Soal"), case_lists.words, pinned=True)
    table(frame, [category, *_columns()], key="categories")
    notes(view.read("response_on_time"))


def _offices(view: View) -> None:
    frame = _frame(view, "office")
    office_table(view, frame, _columns(), key="complaint_offices", worst="answered")
