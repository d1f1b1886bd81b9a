"""What-if in words, and the scenarios an office keeps: the change is kept, never its figures."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.snapshots import current, version
from dashboard.frame.url import held_key
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Card, Change
from dashboard.parts.text import plain
from etl.errors import Refused
from etl.store.operations import Operations, Scenario
from etl.words import _, counted
from metrics.asking.query import Scope
from metrics.whatif import replay as whatif
from metrics.whatif.record import Record, read_record

WRITERS = frozenset({"admin", "office", "analyst"})
LONGEST_NAME = 80


@st.cache_resource(max_entries=4, show_spinner=False)
def _record(store: str, manifest: str, office: str) -> Record:
    data = current(Path(store))
    if data.is_empty or version(Path(store)) != manifest:
        raise Refused(_("Belum ada data; muat berkas pertama di halaman Unggah data."))
    return read_record(data, Scope("admin", frozenset({office})), office)


def record(view: View) -> Record | None:
    """The recorded cases of the office in view, None where the reader may not see them."""
    if not view.case_rows or view.office is None:
        return None
    with st.spinner(_("Membaca berkas kantor…")):
        return _record(str(view.store), version(view.store), view.office.code)


def kind_name(kind: str) -> str:
    """A kind of change in words."""
    return {
        whatif.REMOVE: _("Hapus satu tahap"),
        whatif.PARALLEL: _("Jalankan dua tahap bersamaan"),
        whatif.STANDARD: _("Tahan tahap pada standarnya"),
        whatif.ONE_INSPECTION: _("Satu pemeriksaan untuk satu berkas paralel"),
        whatif.MERGE: _("Gabungkan jenis izin"),
    }[kind]


def kind_rule(kind: str) -> str:
    """What the replay does for a kind of change, in one sentence."""
    return {
        whatif.REMOVE: _(
            "Hari tahap itu, termasuk menunggunya, dikeluarkan kecuali tahap lain sedang berjalan."
        ),
        whatif.PARALLEL: _(
            "Keduanya mulai bersamaan: hari tahap yang lebih pendek tertutup yang lebih panjang."
        ),
        whatif.STANDARD: _(
            "Hari yang melebihi standar tahap dikeluarkan; menunggu sebelum tahap tetap dihitung."
        ),
        whatif.ONE_INSPECTION: _(
            "Dalam satu berkas, tahap itu selesai bagi semua izin begitu selesai bagi yang pertama."
        ),
        whatif.MERGE: _(
            "Yang seberkas dengan izin tujuan melebur di dalamnya; yang sendiri memakai standar "
            "dan tarif izin tujuan."
        ),
    }[kind]


def described(view: View, change: whatif.Change) -> str:
    """A change in words: "Hapus tahap Survei lapangan"."""
    stage, other = change.stage, change.other
    if change.kind == whatif.REMOVE:
        return _("Hapus tahap {stage}").format(stage=stage)
    if change.kind == whatif.PARALLEL:
        return _("{stage} dan {other} bersamaan").format(stage=stage, other=other)
    if change.kind == whatif.STANDARD:
        limit = f.days(change.days) if change.days is not None else _("standarnya")
        return _("{stage} paling lama {limit}").format(stage=stage, limit=limit)
    if change.kind == whatif.ONE_INSPECTION:
        return _("Satu {stage} untuk satu berkas paralel").format(stage=stage)
    return _("{a} digabung ke {b}").format(
        a=view.permit_short(change.permit_type), b=view.permit_short(change.into)
    )


def answer(view: View, change: whatif.Change, found: whatif.Replay) -> str:
    """The replay in one sentence."""
    before, after = found.before, found.after
    what = plain(described(view, change))
    if not found.touched:
        return _(
            "{what}: **tidak ada yang berubah** pada {n} permohonan yang selesai, {period}."
        ).format(what=what, n=f.number(before.n), period=view.period.label())
    text = _("{what}: separuh selesai dalam **{b}**, tercatat {a}").format(
        what=what, a=f.days(before.median), b=f.days(after.median)
    )
    if before.on_time is not None and after.on_time is not None:
        text += _("; tepat waktu **{b}**, tercatat {a}").format(
            a=f.percent(before.on_time), b=f.percent(after.on_time)
        )
    return text + _(". {n} dari {all} permohonan tersentuh.").format(
        n=f.number(found.touched), all=f.number(before.n)
    )


def result_cards(found: whatif.Replay) -> list[Card]:
    """The figures after the change, each with what was recorded under it."""
    before, after = found.before, found.after
    rates = before.on_time, after.on_time
    return [
        Card(
            _("Median hari kerja bersih"),
            f.days(after.median),
            target=_recorded(f.days(before.median)),
            change=_change(before.median, after.median, "down", _signed_days),
        ),
        Card(
            _("Sembilan dari sepuluh selesai dalam"),
            f.days(after.p90),
            target=_recorded(f.days(before.p90)),
            change=_change(before.p90, after.p90, "down", _signed_days),
        ),
        Card(
            _("Tepat waktu"),
            f.percent(rates[1]),
            target=_recorded(f.percent(rates[0])),
            change=_change(rates[0], rates[1], "up", f.points),
            detail=_("{a} dari {b} yang jatuh tempo").format(
                a=f.number(after.met), b=f.number(after.due)
            )
            if after.due
            else _("Tidak ada yang jatuh tempo menurut standar."),
        ),
        Card(
            _("Permohonan yang selesai"),
            f.number(after.n),
            target=_recorded(f.number(before.n)),
            detail=_("{n} tersentuh").format(n=f.number(found.touched))
            if not found.absorbed
            else _("{n} tersentuh, {m} melebur ke izin lain").format(
                n=f.number(found.touched), m=f.number(found.absorbed)
            ),
        ),
        Card(
            _("Retribusi yang tidak ditagih"),
            f.rupiah(found.forgone),
            detail=_("dari tagihan yang tercatat"),
        ),
    ]


def gaining(found: whatif.Replay) -> pd.DataFrame:
    """The permit types whose cases took fewer days, those with the most days saved first."""
    return found.permits[found.permits["saved"] > 0].reset_index(drop=True)


def _recorded(value: str) -> str:
    return _("tercatat {value}").format(value=value)


def _signed_days(step: float) -> str:
    whole = step == round(step)
    return f.signed(step, 0 if whole else 1) + f.NBSP + counted("hari", abs(step))


def _change(
    before: float | None, after: float | None, better: str, show: Callable[[float], str]
) -> Change | None:
    if before is None or after is None or f.missing(before) or f.missing(after):
        return None
    step = after - before
    if not step:
        return Change("same")
    return Change("better" if (step > 0) == (better == "up") else "worse", show(step))


def kept(view: View) -> list[Scenario]:
    """The scenarios kept for the office in view, the newest first."""
    return Operations(view.store).scenarios(view.office.code) if view.office else []


def keep(view: View, name: str, change: whatif.Change) -> None:
    """Keep a change under a name, in the reader's own name; refused without one."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise Refused(_("Tulis dulu nama skenarionya."))
    assert view.office is not None
    gate(view).save_scenario(view.office.code, name, change.to_dict())


def forget(view: View, name: str) -> None:
    """Take a kept scenario out of the office's list."""
    assert view.office is not None
    gate(view).drop_scenario(view.office.code, name)


def written(view: View, scenario: Scenario) -> str:
    """A kept scenario's change in words, or that it cannot be read any more."""
    try:
        return described(view, whatif.Change.from_dict(scenario.definition))
    except Refused as error:
        return str(error)


def open_it(scenario: Scenario) -> None:
    """Put a kept change into the choices of the page (a button's callback)."""
    change = whatif.Change.from_dict(scenario.definition)
    days = "" if change.days is None else str(change.days)
    for key, value in {
        "ubah": change.kind,
        "tahap": change.stage,
        "dengan": change.other,
        "batas": days,
        "izin": change.permit_type,
        "ke": change.into,
    }.items():
        st.session_state[held_key(key)] = value
