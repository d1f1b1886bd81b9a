"""Banding daerah: who truly differs, who changed, and whom to help or learn from."""

import os
from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard.charts.funnel import funnel, funnel_alt
from dashboard.charts.intervals import intervals, intervals_alt
from dashboard.charts.multiples import multiples
from dashboard.charts.region_map import outlines, region_map
from dashboard.charts.tiles import tile_map, tile_map_alt
from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.banding import compare_table
from dashboard.parts import compare_words, province
from dashboard.parts.components import Column, box, chart, download, empty, head, section, table
from dashboard.parts.events import as_events
from dashboard.parts.fold import fold
from dashboard.parts.office_link import office_address
from dashboard.parts.office_table import open_office
from dashboard.parts.process_frame import process_frame
from etl.rows import rows_of
from etl.words import _
from metrics.asking.registry import get
from metrics.judging.compare import (
    Comparison,
    movers,
    peers_of,
    ranking,
    standardised_rates,
    state_words,
)

PAGE = Page(
    group="Provinsi",
    title="Banding daerah",
    icon="compare_arrows",
    order=60,
    roles=frozenset({"province", "admin"}),
)
MOVERS = 12
CLOCKS = ("on_time_rate", "on_time_rate_gross", "late_pause_share")
NEWS = ("worse", "better", "")


def render(view: View) -> None:
    """The page for the province, period and permit type in view."""
    names = province.names(view)
    if not names:
        head(_("Banding kabupaten/kota"), _("Belum ada kabupaten/kota untuk dibandingkan."))
        return
    title = st.container()
    name = url.choose(
        _("Yang dibandingkan"),
        "banding",
        province.choices(),
        lambda n: get(n).label(),
        province.choices()[0],
    )
    made = province.compared(view, name)
    show = _writer(made)
    with title:
        head(
            _("Banding {n} kabupaten/kota, {province}: {period}").format(
                n=len(names), province=_province(view), period=view.period.label()
            ),
            compare_words.answer(made, names, show),
            made.result.notes,
        )
    made = _peers(view, made, names)
    left, right = st.columns([6, 5])
    with left:
        _funnel(view, made, names, show)
        _clocks(view, made, names)
    with right, fold(_("Di peta"), "map"):
        _map(view, made, names, show)
    with fold(_("Tiap kabupaten/kota"), "offices"):
        _table(view, made, names)
    with fold(_("Dari waktu ke waktu"), "over_time"):
        _over_time(view, made, names, show)
        _movers(view, name, made, names, show)
    if made.indicator.shape == "rate" and "permit_type" in made.indicator.dims:
        with fold(_("Bila campuran izinnya sama"), "standardised"):
            _standardised(view, name, names)
    with fold(_("Peringkat dan ketidakpastiannya"), "ranks"):
        _ranks(view, made, names)


def _province(view: View) -> str:
    return view.province_name or _("semua provinsi")


def _writer(made: Comparison) -> Callable[[float], str]:
    return lambda value: f.figure(value, made.indicator.shape, made.indicator.decimals)


def _peers(view: View, made: Comparison, names: dict[str, str]) -> Comparison:
    """The comparison, held to offices of like volume where the reader asks for it."""
    if view.office is None or view.office.code not in names or view.snapshot.is_empty:
        return made
    picked = url.choose(
        _("Pembanding"),
        "serupa",
        ["", "ya"],
        lambda c: (
            _("yang volumenya serupa {name}").format(name=names[view.office.code])
            if c and view.office
            else _("semua kabupaten/kota")
        ),
        "",
        widget=st.segmented_control,
    )
    if not picked:
        return made
    asked = province.question(view)
    peers = [view.office.code, *peers_of(view.snapshot, view.scope, view.office.code, asked)]
    rows = made.rows[made.rows["office"].isin(peers)]
    return Comparison(made.indicator, rows, made.funnel, made.centre, made.result)


def _funnel(
    view: View, made: Comparison, names: dict[str, str], show: Callable[[float], str]
) -> None:
    judged = made.judged
    own = view.office.code if view.office else None
    drawn = made.centre is not None and not judged.empty
    picked = chart(
        compare_words.funnel_heading(made, names),
        compare_words.funnel_reading(made),
        funnel(judged, made.curve(), made.centre or 0, names, show, _unit(made), own)
        if drawn
        else None,
        funnel_alt(judged, made.centre or 0, names, show, made.indicator.label()),
        key="funnel",
        pick=made.indicator.name,
    )
    if picked:
        open_office(str(picked[0]))


def _clocks(view: View, made: Comparison, names: dict[str, str]) -> None:
    """The three clocks of those whose pauses begin late more often than chance explains."""
    if made.indicator.name not in CLOCKS:
        return
    net, gross, late = (province.compared(view, name) for name in CLOCKS)
    told = compare_words.three_clocks(net, gross, late, names)
    if not told:
        return
    with box():
        section(
            _("Tiga jam: tepat waktu, tanpa jeda, dan jeda menjelang tempo"),
            _(
                "Jeda yang mulai pada hari jatuh tempo atau 3 hari kerja sebelumnya lebih sering "
                "daripada yang dijelaskan kebetulan; periksa alasannya pada berkasnya."
            ),
        )
        for sentence in told:
            st.markdown(sentence)


def _unit(made: Comparison) -> str:
    return {
        "ikm": _("responden"),
        "on_time_rate": _("izin jatuh tempo dalam periode"),
        "response_on_time": _("pengaduan jatuh tempo dalam periode"),
        "bank_share": _("pembayaran"),
    }.get(made.indicator.name, _("kasus (n)"))


def _map(view: View, made: Comparison, names: dict[str, str], show: Callable[[float], str]) -> None:
    source = os.environ.get("MONEV_GEOJSON", "")
    label = made.indicator.label()
    partly = compare_words.partly(made)
    alt = tile_map_alt(made.rows, names, show, label, partly)
    reading = _("{label}. Biru dan jingga: beda nyata; titik-titik: tidak ada angka.").format(
        label=label
    )
    if partly:
        reading += " " + _("Garis putus: laporannya tidak sampai akhir periode, atau hanya rekap.")
    if source:
        figure = region_map(made.rows, outlines(source), names, show, state_words, partly)
        chart(_("Peta"), reading, figure, alt, key="map")
        return
    own = view.office.code if view.office else None
    places, like_map = province.places(list(made.rows["office"]), names)
    html = tile_map(
        made.rows, places, compare_words.brief(made, show), state_words, office_address, own, partly
    )
    with box():
        section(_("Peta petak") if like_map else _("Petak menurut abjad"), reading)
        if html:
            st.html(html)
        else:
            empty(_("Tidak ada petak"), _("Daerah ini belum punya letak di data/tiles.csv."))


def _table(view: View, made: Comparison, names: dict[str, str]) -> None:
    with box():
        section(
            _("Kabupaten/kota menurut indikator"),
            _(
                "Terburuk dulu menurut yang dibandingkan. Biru: target tercapai; jingga: belum; "
                "–: tidak ada data. Centang satu baris untuk membuka kantornya."
            )
            if made.indicator.better
            else _(
                "Biru: target tercapai; jingga: belum; –: tidak ada data. "
                "Centang satu baris untuk membuka kantornya."
            ),
        )
        counts = st.toggle(_("Tampilkan n tiap angka"), key="banding_n")
        frame = compare_table.frame(view, made, names, counts)
        picked = compare_table.show(view, made, frame, key="banding_table")
        download(_("Unduh tabel (Excel)"), frame, "banding-daerah", key="banding_get")
    if picked:
        open_office(picked)


def _over_time(
    view: View, made: Comparison, names: dict[str, str], show: Callable[[float], str]
) -> None:
    name = made.indicator.name
    if "month" not in made.indicator.dims or name == "ikm":
        return
    found = province.verdicts(view, name)
    words = {o: v.direction if v.direction in NEWS else "" for o, v in found.items()}
    order = sorted(
        found, key=lambda o: (NEWS.index(words[o] or ""), not found[o].process.points, names[o])
    )
    with box():
        section(
            compare_words.over_time_heading({o: v.direction for o, v in found.items()}, names),
            _("Bulan demi bulan, satu skala untuk semua. Garis putus: batas naik-turun biasa.")
            + " "
            + _(
                "Walau tidak ada yang berubah, sekitar 2 dari 100 titik terakhir "
                "tampak berubah karena kebetulan."
            ),
        )
        st.html(
            multiples(
                {o: process_frame(found[o]) for o in order},
                names,
                show,
                words,
                {o: v.lacks for o, v in found.items()},
                frozenset(o for o, v in found.items() if v.lacks),
                {o: as_events(v.marks) for o, v in found.items()},
            )
        )


def _movers(
    view: View,
    name: str,
    made: Comparison,
    names: dict[str, str],
    show: Callable[[float], str],
) -> None:
    every = movers(made, province.compared(view, name, before=True))
    frame = every.head(MOVERS)
    change = _points(made)
    shown = frame.assign(value=frame["change"])
    chart(
        compare_words.movers_heading(every, names),
        _(
            "Perubahan dari bulan yang sama tahun lalu, dengan rentang 95 %. "
            "Abu-abu: dapat dijelaskan kebetulan."
        ),
        intervals(shown, names, change, "verdict", zero=_("tetap")) if len(shown) else None,
        intervals_alt(shown, names, change, _("Perubahan sejak tahun lalu")),
        key="movers",
    )


def _points(made: Comparison) -> Callable[[float], str]:
    if made.indicator.shape == "rate":
        return lambda value: f.points(value, 0)
    return lambda value: f.signed(value, 1)


def _standardised(view: View, name: str, names: dict[str, str]) -> None:
    frame = standardised_rates(view.snapshot, view.scope, name, province.question(view))
    frame.insert(0, "name", [names.get(o, o) for o in frame["office"]])
    frame = frame.sort_values("name", ignore_index=True)
    with st.expander(_("Angka mentah dan angka setelah bauran jenis izin disamakan")):
        st.caption(
            _(
                "Angka disamakan = (tercapai ÷ yang diharapkan menurut bauran jenis izin "
                "kantor itu) × angka provinsi: bauran izin yang sulit tidak merugikan kantor."
            )
        )
        table(
            frame,
            [
                Column("name", _("Kabupaten/kota"), pinned=True),
                Column("n", _("n"), f.number),
                Column("raw", _("Mentah"), f.percent),
                Column("expected", _("Diharapkan"), f.percent),
                Column("value", _("Disamakan"), f.percent),
                Column("low", _("dari"), f.percent),
                Column("high", _("sampai"), f.percent),
            ],
            key="standardised",
        )


def _ranks(view: View, made: Comparison, names: dict[str, str]) -> None:
    with st.expander(_("Peringkat, bila diminta")):
        if made.judged.empty:
            st.caption(_("Belum ada kantor yang dapat diperingkat."))
            return
        definitions = str(view.snapshot.manifest.get("definitions", ""))
        frame = ranking(made, definitions)
        shown = frame.assign(label=frame["value"], value=frame["rank"])
        st.caption(
            _(
                "Garis: rentang 95 % dari 2.000 pengambilan ulang. Peringkat yang garisnya "
                "saling menutupi tidak dapat dibedakan. Kantor tanpa angka tidak diberi peringkat."
            )
        )
        chart(
            compare_words.rank_heading(frame),
            _("Peringkat {label}; 1 yang terbaik.").format(label=made.indicator.label()),
            intervals(shown, names, lambda v: f.number(v), unit=_("peringkat")),
            intervals_alt(shown, names, lambda v: f.number(v), _("Peringkat")),
            key="ranks",
        )
        unranked = _unranked(made, names)
        if unranked:
            st.caption(_("Tanpa peringkat: {names}.").format(names=unranked))


def _unranked(made: Comparison, names: dict[str, str]) -> str:
    rows: pd.DataFrame = made.rows[made.rows["state"] != ""]
    return "; ".join(
        f"{names.get(r.office, r.office)} ({state_words(r.state)})" for r in rows_of(rows)
    )
