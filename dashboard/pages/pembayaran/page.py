"""Pembayaran: what was billed, what was paid of it, how fast, and by which way."""

import pandas as pd
import streamlit as st

from dashboard.charts.event_lines import events_alt
from dashboard.charts.money_by_period import money_by_period, money_by_period_alt
from dashboard.charts.share_lines import share_lines, share_lines_alt
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import case_lists, series
from dashboard.parts import side_by_side as frames
from dashboard.parts.cards import card
from dashboard.parts.components import Column, cards, cases, chart, head, notes, section, table
from dashboard.parts.events import events_of
from dashboard.parts.fold import fold
from dashboard.parts.lead import answer
from dashboard.parts.office_table import count_column, days_column, office_table, rate_column
from etl.words import _

PAGE = Page(group="Layanan", title="Pembayaran", icon="payments", order=40)
CARDS = (
    "paid",
    "billed",
    "collection_rate",
    "days_to_pay",
    "bank_share",
    "bank_share_amount",
)


def render(view: View) -> None:
    """The page for the place, period and permit type in view."""
    head(_("Pembayaran, {place}").format(place=view.place), _answer(view))
    cards([card(view, name) for name in CARDS], key="money")
    left, right = st.columns(2)
    with left:
        _money(view)
    with right:
        _methods(view)
    with fold(_("Menurut jenis izin"), "permit_types"):
        _permit_table(view)
    if view.office is None:
        with fold(_("Tiap kabupaten/kota"), "offices"):
            _offices(view)
    if view.case_rows:
        with fold(_("Tagihan yang belum lunas dan pembayaran yang perlu dicek"), "cases"):
            _cases(view)


def _answer(view: View) -> str:
    billed = view.read("billed")
    paid = view.read("paid")
    if not billed.value and paid.value:
        return _("{period}: dibayar {paid}; tagihannya belum dilaporkan.").format(
            period=view.period.label(), paid=f.rupiah(paid.value)
        )
    if not billed.value:
        return _("{period}: belum ada tagihan yang dilaporkan.").format(period=view.period.label())
    return _("{period}: ditagih {billed}. ").format(
        period=view.period.label(), billed=f.rupiah(billed.value)
    ) + answer(view, "collection_rate", CARDS)


def _money(view: View) -> None:
    span = view.period.trend(12)
    months = span.months()
    frame = pd.DataFrame(
        {
            "month": months,
            "billed": pd.array(
                series.by_month(view.trend("billed", months=12), months), dtype="float64"
            ),
            "paid": pd.array(
                series.by_month(view.trend("paid", months=12), months), dtype="float64"
            ),
        }
    )
    rate = view.read("collection_rate").value
    some = frame["billed"].notna().any()
    silent = (
        _("Berapa yang sudah dibayar tidak diketahui")
        if some
        else _("Belum ada tagihan yang dilaporkan")
    )
    events = events_of(view, "billed", "paid", "collection_rate")
    chart(
        _("{p} dari yang ditagih sudah dibayar").format(p=f.percent(rate))
        if rate is not None
        else silent,
        _("Rupiah per bulan: ditagih (terang, lebar), dibayar pada bulan itu (gelap, sempit)."),
        money_by_period(frame, events=events) if some else None,
        money_by_period_alt(frame) + events_alt(events, months),
        key="money",
    )


def _methods(view: View) -> None:
    frame = frames.shares(view, "paid", "method", case_lists.words)
    top = frames.largest_now(frame)
    none = (
        _("Belum ada pembayaran yang dilaporkan")
        if view.read("paid").value is None
        else _("Cara bayarnya tidak dilaporkan")
    )
    chart(
        _("Cara bayar terbanyak: {top}").format(top=top) if top else none,
        _("Bagian dari banyaknya pembayaran per triwulan (TW)."),
        share_lines(frame, top, events=events_of(view, "paid", "bank_share")) if top else None,
        share_lines_alt(frame, _("Cara bayar")),
        key="methods",
    )


def _table(view: View, dim: str) -> pd.DataFrame:
    frame = frames.side_by_side(
        view,
        dim,
        {
            "n": ("billed", "n"),
            "billed": "billed",
            "paid": "paid",
            "rate": "collection_rate",
            "days": "days_to_pay",
            "bank": "bank_share",
        },
    )
    return frame.sort_values("billed", ascending=False, ignore_index=True)


def _columns() -> list[Column]:
    return [
        count_column("n", _("Jumlah tagihan")),
        Column("billed", _("Ditagih"), f.rupiah),
        Column("paid", _("Dibayar"), f.rupiah),
        rate_column("rate", _("Terbayar")),
        days_column("days", _("Lama bayar"), _("Median hari kerja, tunggakan ikut dihitung")),
        rate_column("bank", _("Lewat bank")),
    ]


def _permit_table(view: View) -> None:
    section(
        _("Menurut jenis izin"),
        _("Terbayar: dari tagihan yang terbit pada periode ini. Lewat bank: termasuk QRIS."),
    )
    permit = Column("permit_type", _("Jenis izin"), view.permit_short, pinned=True)
    table(_table(view, "permit_type"), [permit, *_columns()], key="permits")
    notes(view.read("collection_rate"))


def _offices(view: View) -> None:
    office_table(view, _table(view, "office"), _columns(), key="money_offices", worst="rate")


def _cases(view: View) -> None:
    columns = case_lists.payment_columns()
    cases(
        case_lists.read(view, case_lists.UNPAID),
        columns[:4],
        name="belum-dibayar",
        heading=_("Tagihan yang belum lunas"),
        reading=_("Yang paling lama dulu."),
    )
    cases(
        case_lists.read(view, case_lists.ODD_PAYMENTS),
        columns,
        name="pembayaran-janggal",
        heading=_("Pembayaran yang perlu dicek"),
        reading=_("Jumlahnya berbeda dari tagihan, atau tanpa nomor permohonan."),
    )
