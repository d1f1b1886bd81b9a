"""The section of the ways that cases take: flow map, most frequent paths, a stage opened."""

from typing import Any

import streamlit as st

from dashboard.charts.flow_map import drawn, flow_map, flow_map_alt
from dashboard.charts.variants import variants_html
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import marks
from dashboard.parts.components import box, chart, download, empty, section
from etl.words import _, counted
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark
from metrics.flow import paths

LEADING = 3


def ways(view: View) -> None:
    """Flow map beside the most frequent paths; for one office a stage may be opened, and every
    arrow, stage and path leads to its cases."""
    flow = paths.flow(view.snapshot, view.scope, view.query)
    if flow.edges.empty:
        return
    left, right = st.columns([3, 2])
    with left:
        picked = chart(
            _flow_heading(flow, view.read("rework_rate").value),
            _flow_reading(flow) + marks.hint(view),
            flow_map(flow, _carry),
            flow_map_alt(flow),
            "flow",
            marks.place(view),
        )
    with right, box():
        path = _variants(view)
    marks.behind_marks(view, picked, path)
    if view.case_rows:
        _opened(view)


def _carry(a: str, b: str) -> list[Any]:
    """What a step carries, or a stage, which leads nowhere."""
    return (Mark(behind.STEP, (a, b)) if b else Mark(behind.VISIT, (a,))).to_list()


def _flow_heading(flow: paths.Flow, repeated: float | None) -> str:
    often = flow.repeats[flow.repeats["n"] >= paths.FEW * flow.cases]
    if often.empty and repeated is not None and repeated >= paths.FEW:
        return _("{share} berkas mengulang tahap, masing-masing di tempat yang lain").format(
            share=f.percent(repeated, 0)
        )
    if often.empty:
        return _("Jalur yang biasa melewati {k} tahap; hampir tidak ada tahap yang diulang").format(
            k=len(flow.usual)
        )
    worst = often.iloc[0]
    if worst["a"] == worst["b"]:
        return counted("Yang paling sering diulang: {stage}, {n} kali", worst["n"]).format(
            stage=worst["b"], n=f.number(worst["n"])
        )
    return counted("Pengulangan tersering: dari {a} kembali ke {b}, {n} kali", worst["n"]).format(
        a=worst["a"], b=worst["b"], n=f.number(worst["n"])
    )


def _flow_reading(flow: paths.Flow) -> str:
    share = drawn(flow)["n"].sum() / flow.edges["n"].sum()
    text = _(
        "{n} berkas yang selesai. Angka: berapa kali, dan median hari kerja sampai tahap itu "
        "selesai. Hitam: jalur yang biasa; jingga: kembali ke tahap yang sudah dilalui; abu-abu: "
        "selebihnya."
    ).format(n=f.number(flow.cases))
    if flow.left_out:
        text += " " + _("Tergambar {k} tahap tersering.").format(k=len(flow.nodes))
    if share < 1:
        text += " " + _("Tergambar {share} dari semua langkah, yang jarang tidak.").format(
            share=f.percent(share, 0)
        )
    return text


def _variants(view: View) -> list[Any] | None:
    """The most frequent paths; gives the mark of the one whose cases are asked for."""
    found = paths.variants(view.snapshot, view.scope, view.query)
    if found.frame.empty:
        empty(_("Belum ada jalur"), _("Belum ada berkas bertahap yang selesai."))
        return None
    section(_variants_heading(found), _variants_reading(found))
    st.html(variants_html(found))
    written = found.frame.set_axis([_("Jalur"), _("Langkah"), _("Berkas"), _("Bagian")], axis=1)
    chosen = None
    if (place := marks.place(view)) is not None:
        chosen = st.pills(
            _("Berkas pada jalur nomor"), range(1, len(found.frame) + 1), key=f"path_{place}"
        )
    download(_("Unduh jalur"), written, "jalur-tersering", key="variants_get")
    return Mark(behind.PATH, (found.frame["path"].iloc[chosen - 1],)).to_list() if chosen else None


def _variants_heading(found: paths.Variants) -> str:
    shares = found.frame["share"]
    if shares.iloc[0] < 0.02:
        return _("Tidak ada jalur yang menonjol: yang tersering pun hanya {share}").format(
            share=f.percent(shares.iloc[0])
        )
    few = min(LEADING, len(shares))
    return _("{k} jalur tersering mencakup {share} berkas").format(
        k=few, share=f.percent(shares.head(few).sum(), 0)
    )


def _variants_reading(found: paths.Variants) -> str:
    text = _("Urutan tahap dari awal sampai selesai; ↻ tahap yang diulang.")
    if found.others:
        text += " " + counted(
            "{n} berkas lain menempuh jalur selain yang di bawah ini.", found.others
        ).format(n=f.number(found.others))
    return text


def _opened(view: View) -> None:
    if view.office is None or not st.toggle(_("Buka satu tahap: kegiatan di dalamnya"), key="open"):
        return
    events = paths.events_of_office(view.snapshot, view.scope, view.office.code, view.query)
    choices = paths.stage_choices(events)
    if not choices:
        empty(
            _("Tidak ada yang perlu dibuka"),
            _("Tiap tahap kantor ini hanya berisi satu kegiatan."),
        )
        return
    stage = st.selectbox(_("Tahap"), choices, key="open_stage")
    flow = paths.opened(events, stage)
    single = paths.activity_variants(events)
    most = _("Tergambar {k} kegiatan tersering.").format(k=len(flow.nodes))
    chart(
        _("Di dalam tahap {stage}: {k} kegiatan").format(
            stage=stage, k=f.number(len(flow.nodes) + flow.left_out)
        ),
        _(
            "Berapa kali kegiatan disusul kegiatan lain, dari masuk sampai keluar tahap ini. "
            "Menurut kegiatan satu per satu kantor ini menempuh {v} jalur berbeda untuk {n} berkas."
        ).format(v=f.number(len(single)), n=f.number(single["n"].sum()))
        + (f" {most}" if flow.left_out else ""),
        flow_map(flow),
        flow_map_alt(flow),
        "opened",
    )
