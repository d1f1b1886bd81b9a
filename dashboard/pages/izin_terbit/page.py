"""Izin terbit: how many permits, of which type, against the same months of last year."""

import streamlit as st

from dashboard.charts.bars_by_period import bars_by_period, bars_by_period_alt
from dashboard.charts.event_lines import events_alt
from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.charts.share_lines import share_lines, share_lines_alt
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.izin_terbit.bundle_sizes import bundle_sizes
from dashboard.parts import case_lists, findings, series
from dashboard.parts import side_by_side as frames
from dashboard.parts.cards import card
from dashboard.parts.components import Column, cards, cases, chart, head, notes, section, table
from dashboard.parts.events import events_of
from dashboard.parts.fold import fold
from dashboard.parts.office_table import count_column, office_table, rate_column
from etl.words import _, counted
from metrics.asking.result import Result
from metrics.judging.growth import Growth

PAGE = Page(group="Layanan", title="Izin terbit", icon="verified", order=30)
CARDS = (
    "permits_issued",
    "applications_received",
    "issue_rate",
    "clearance_rate",
    "open_applications",
    "parallel_share",
)
TOP = 12


def render(view: View) -> None:
    """The page for the place, period and permit type in view."""
    issued, grew = view.read("permits_issued"), view.growth("permits_issued")
    head(_("Izin terbit, {place}").format(place=view.place), _answer(view, issued, grew))
    cards([card(view, name) for name in CARDS], key="issued")
    left, right = st.columns(2)
    with right:
        height = _types(view)
    with left:
        _years(view, issued, grew, height)
    with fold(_("Menurut jenis izin"), "permit_types"):
        _permit_table(view)
    if view.office is None:
        with fold(_("Tiap kabupaten/kota"), "offices"):
            _offices(view)
    with fold(_("Cara masuk, skala usaha, dan paket izin"), "how_and_who"):
        _how_and_who(view)
        bundle_sizes(view)
    notes(issued)
    if view.case_rows:
        with fold(_("Izin yang terbit, satu per satu"), "cases"):
            _cases(view)


def _cases(view: View) -> None:
    cases(
        case_lists.read(view, case_lists.ISSUED),
        case_lists.issued_columns(view),
        name="izin-terbit",
        heading=_("Izin yang terbit pada periode ini"),
        reading=_("Yang terbaru dulu; paling banyak {n} baris.").format(
            n=f.number(case_lists.LIMIT)
        ),
    )


def _answer(view: View, issued: Result, grew: Growth | None) -> str:
    if issued.value is None:
        return _("{period}: belum ada izin yang dilaporkan.").format(period=view.period.label())
    answer = counted("{period}: **{n} izin terbit**", issued.value).format(
        period=view.period.label(), n=f.number(issued.value)
    )
    return answer + findings.growth_words(grew, view.office_name) + "."


def _years(view: View, issued: Result, grew: Growth | None, height: int) -> None:
    months = view.period.trend(12).months()
    span, last = view.period.trend(12), view.period.before().trend(12)
    frame = series.against_last_year(
        view.read("permits_issued", by=("month",), start=span.start, end=span.end),
        view.read("permits_issued", by=("month",), start=last.start, end=last.end),
        months,
        last.months(),
    )
    reading = _("Izin per bulan, 12 bulan; garis hitam: bulan yang sama tahun sebelumnya.")
    pairs = grew
    if (span.start, span.end) != (view.query.start, view.query.end):
        pairs = view.growth("permits_issued", start=span.start, end=span.end)
    if pairs is not None and pairs.pairs and pairs.left_out:  # as the heading compares them
        frame = series.of_pairs(pairs.months, months)
        reading = _(
            "Izin per bulan, 12 bulan; garis hitam: bulan yang sama tahun sebelumnya. Hanya "
            "kantor dan bulan yang dilaporkan pada kedua tahun."
        )
    events = events_of(view, "permits_issued")
    chart(
        findings.growth_heading(_("Izin terbit"), issued.value, grew),
        reading,
        bars_by_period(frame, height=height, events=events)
        if frame["value"].notna().any()
        else None,
        bars_by_period_alt(frame, _("Izin terbit")) + events_alt(events, months),
        key="years",
    )


def _types(view: View) -> int:
    """Draw the ranking of types; gives its height, so that its neighbour is as tall."""
    rows = view.read("permits_issued", by=("permit_type",), permit_type=None).rows
    rows = rows[rows["value"].fillna(0) > 0].sort_values("value", ascending=False)
    rows = (
        rows.assign(name=[view.permit_short(c) for c in rows["permit_type"]]) if len(rows) else rows
    )
    own = {view.permit_short(view.query.permit_type): "ink"} if view.query.permit_type else {}
    top = rows.head(TOP)
    bars = ranked_bars(top.astype({"value": "float64"}), f.number, own) if len(top) else None
    chart(
        _("Terbanyak: {name}").format(name=top["name"].iloc[0])
        if len(top)
        else _("Belum ada izin terbit"),
        _("Jumlah izin terbit pada periode ini, {n} jenis terbanyak.").format(n=len(top)),
        bars,
        ranked_bars_alt(top, _("Izin terbit per jenis"), f.number) if len(top) else "",
        key="types",
    )
    return 320 if bars is None else int(bars.layout.height)


def _permit_table(view: View) -> None:
    section(_("Menurut jenis izin"), _("Tahun lalu: bulan-bulan yang sama."))
    frame = frames.side_by_side(
        view,
        "permit_type",
        {
            "received": "applications_received",
            "issued": "permits_issued",
            "rate": "issue_rate",
            "open": "open_applications",
        },
    ).merge(frames.before(view, "permit_type", "permits_issued", "past"), how="left")
    frame = frame.sort_values("issued", ascending=False, ignore_index=True)
    if view.read("open_applications").value is not None:  # told of, and this type has none
        frame = frame.fillna({"open": 0})
    table(
        frame,
        [
            Column("permit_type", _("Jenis izin"), view.permit_short, pinned=True),
            count_column("received", _("Jumlah masuk")),
            count_column("issued", _("Terbit")),
            count_column("past", _("Terbit tahun lalu")),
            rate_column("rate", _("Terbit dari diputus")),
            count_column("open", _("Berjalan")),
        ],
        key="permits",
    )


def _offices(view: View) -> None:
    frame = frames.side_by_side(
        view,
        "office",
        {
            "received": "applications_received",
            "issued": "permits_issued",
            "rate": "issue_rate",
            "open": "open_applications",
        },
    ).merge(frames.before(view, "office", "permits_issued", "past"), how="left")
    office_table(
        view,
        frame,
        [
            count_column("received", _("Jumlah masuk")),
            count_column("issued", _("Terbit")),
            count_column("past", _("Terbit tahun lalu")),
            rate_column("rate", _("Terbit dari diputus")),
            count_column("open", _("Berjalan")),
        ],
        key="issued_offices",
    )


def _how_and_who(view: View) -> None:
    events = events_of(view, "applications_received")
    left, right = st.columns(2)
    for place, dim, what, key in (
        (left, "channel", _("Cara mengajukan"), "channel"),
        (right, "business_scale", _("Skala usaha pemohon"), "scale"),
    ):
        frame = frames.shares(view, "applications_received", dim, case_lists.words)
        top = frames.largest_now(frame)
        with place:
            chart(
                _("{what}: {top} paling banyak").format(what=what, top=top) if top else what,
                _("Bagian dari permohonan masuk per triwulan (TW)."),
                share_lines(frame, top, events=events) if top else None,
                share_lines_alt(frame, what),
                key=key,
            )
