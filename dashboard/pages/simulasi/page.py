"""Simulasi: the recorded cases replayed under a change of the process, before and after."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts.before_after import before_after, before_after_alt
from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.simulasi import scenarios
from dashboard.parts.components import Column, box, cards, chart, empty, head, section, table
from etl.errors import Refused
from etl.store.operations import Scenario
from etl.words import _
from metrics.whatif import replay as whatif
from metrics.whatif.record import Record

PAGE = Page(
    group="Layanan",
    title="Simulasi",
    icon="science",
    order=45,
    roles=frozenset({"office", "analyst", "admin"}),
)


def render(view: View) -> None:
    """The page for the office, period and permit type in view."""
    place = _("Simulasi, {place}").format(place=view.place)
    if view.office is None:
        head(place, _("Simulasi memutar ulang berkas satu kantor."))
        empty(_("Pilih satu kantor"), _("Pilih kabupaten/kota di bilah atas."))
        return
    record = scenarios.record(view)
    if record is None or record.cases.empty:
        head(place, _("Belum ada berkas yang dapat diputar ulang."))
        empty(
            _("Tidak ada catatan permohonan satu per satu"),
            _("Kantor yang diketahui dari rekap saja tidak dapat disimulasikan di sini."),
        )
        return
    title = st.container()
    change = _choose(view, record)
    if change is None:
        with title:
            head(place, _("Pilih perubahan untuk melihat hasilnya."))
            _said()
        return
    found = whatif.replay(record, change, view.query)
    with title:
        head(place, scenarios.answer(view, change, found))
        _said()
    if not found.before.n:
        empty(
            _("Tidak ada yang selesai"),
            _("Tidak ada permohonan selesai pada periode ini; pilih periode lain."),
        )
        return
    cards(scenarios.result_cards(found), key="whatif")
    left, right = st.columns(2)
    with left:
        _distribution(found)
    with right, box():
        _permits(view, found)
    _kept(view, change)


def _said() -> None:
    st.caption(
        _(
            "Pemutaran ulang permohonan yang tercatat, bukan ramalan: perilaku petugas, pemohon, "
            "dan panjang antrean dianggap tetap. Yang masih berjalan lewat jatuh tempo tetap "
            "dihitung terlambat."
        )
    )


def _choose(view: View, record: Record) -> whatif.Change | None:
    """The change that is chosen; None where the record leaves nothing to choose."""
    found = whatif.stages(record)
    names = list(found["stage"])
    kinds = whatif.KINDS if names else (whatif.MERGE,)
    with box():
        first, second, third = st.columns(3, vertical_alignment="bottom")
        with first:
            kind = url.choose(_("Perubahan"), "ubah", kinds, scenarios.kind_name, kinds[0])
        change = (
            _choose_types(view, record, second, third)
            if kind == whatif.MERGE
            else _choose_stage(record, kind, names, second, third)
        )
        st.caption(scenarios.kind_rule(kind))
    return change


def _choose_stage(
    record: Record, kind: str, names: list[str], second: DeltaGenerator, third: DeltaGenerator
) -> whatif.Change | None:
    with second:
        stage = url.choose(_("Tahap"), "tahap", names, str, names[0])
    if kind == whatif.PARALLEL:
        rest = [n for n in names if n != stage]
        if not rest:
            return None
        with third:
            other = url.choose(_("bersamaan dengan"), "dengan", rest, str, rest[0])
        return whatif.Change(kind, stage, other)
    if kind != whatif.STANDARD:
        return whatif.Change(kind, stage)
    return _choose_limit(record, stage, third)


def _choose_limit(record: Record, stage: str, third: DeltaGenerator) -> whatif.Change:
    usual = whatif.usual_standard(record, stage)
    choices = (
        ["", *(str(n) for n in range(31))] if usual is not None else [str(n) for n in range(31)]
    )
    with third:
        limit = url.choose(
            _("paling lama"),
            "batas",
            choices,
            lambda n: (
                f.days(int(n)) if n else _("standar tahap ({days})").format(days=f.days(usual))
            ),
            choices[0] if usual is not None else "1",
        )
    return whatif.Change(whatif.STANDARD, stage, days=int(limit) if limit else None)


def _choose_types(
    view: View, record: Record, second: DeltaGenerator, third: DeltaGenerator
) -> whatif.Change | None:
    types = whatif.permit_types(record)
    if len(types) < 2:
        return None
    with second:
        kind = url.choose(_("Jenis izin"), "izin", types, view.permit_name, types[0])
    rest = [t for t in types if t != kind]
    with third:
        into = url.choose(_("digabung ke"), "ke", rest, view.permit_name, rest[0])
    return whatif.Change(whatif.MERGE, permit_type=kind, into=into)


def _distribution(found: whatif.Replay) -> None:
    before, after = found.before, found.after
    chart(
        _("Separuh selesai dalam {b}, tercatat {a}").format(
            a=f.days(before.median), b=f.days(after.median)
        ),
        _("Permohonan selesai menurut hari kerja bersih. Abu-abu: tercatat; garis: diputar ulang."),
        before_after(found.days, before.p90),
        before_after_alt(found.days, (before.median, before.p90), (after.median, after.p90)),
        key="whatif",
    )


def _permits(view: View, found: whatif.Replay) -> None:
    section(
        _("Jenis izin yang paling diuntungkan"),
        _("Median hari kerja bersih, dan rata-rata yang berkurang; hari terbanyak dulu."),
    )
    gaining = scenarios.gaining(found)
    if gaining.empty:
        empty(_("Tidak ada hari yang berkurang"), _("Lamanya tetap pada semua jenis izin."))
        return
    hint = _("Median hari kerja bersih")
    table(
        gaining,
        [
            Column("permit_type", _("Jenis izin"), view.permit_short, pinned=True),
            Column("n", _("Selesai"), f.number, width=60),
            Column("before", _("Tercatat"), _short, hint, width=80),
            Column("after", _("Menjadi"), _short, hint, width=80),
            Column("saved", _("Berkurang"), _short, _("Rata-rata hari kerja"), width=85),
        ],
        key="whatif_permits",
        rows=8,
    )


def _short(days: float) -> str:
    return f.days(days, 1)


def _kept(view: View, change: whatif.Change) -> None:
    """Saving the change in view, and the ones saved before."""
    with box():
        section(
            _("Skenario tersimpan"),
            _("Yang disimpan perubahannya; hasilnya selalu dihitung dari data terakhir."),
        )
        if view.scope.role in scenarios.WRITERS:
            with st.form("skenario", border=False):
                left, right = st.columns([4, 1], vertical_alignment="bottom")
                name = left.text_input(
                    _("Nama skenario"),
                    placeholder=scenarios.described(view, change),
                    max_chars=scenarios.LONGEST_NAME,
                )
                if right.form_submit_button(_("Simpan"), type="primary"):
                    _keep(view, name or scenarios.described(view, change), change)
        kept = scenarios.kept(view)
        if not kept:
            empty(_("Belum ada skenario"), _("Simpan perubahan di atas agar dapat dibuka lagi."))
            return
        frame = pd.DataFrame(
            {"name": s.name, "what": scenarios.written(view, s), "by": s.by, "at": s.at}
            for s in kept
        )
        picked = table(
            frame,
            [
                Column("name", _("Nama"), pinned=True),
                Column("what", _("Perubahan")),
                Column("by", _("Oleh")),
                Column("at", _("Disimpan"), f.date_short),
            ],
            key="scenarios",
            select=True,
        )
        if picked is not None:
            _picked(view, kept[picked])


def _picked(view: View, scenario: Scenario) -> None:
    left, right, _rest = st.columns([1, 1, 3])
    left.button(_("Buka"), on_click=scenarios.open_it, args=(scenario,), key="skenario_buka")
    if view.scope.role in scenarios.WRITERS:
        right.button(
            _("Hapus"), on_click=scenarios.forget, args=(view, scenario.name), key="skenario_hapus"
        )


def _keep(view: View, name: str, change: whatif.Change) -> None:
    try:
        scenarios.keep(view, name, change)
    except Refused as error:
        st.error(str(error))
    else:
        st.success(_("Skenario disimpan."))
