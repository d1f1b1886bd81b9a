"""What the figures say, in one sentence: small pure functions from numbers to words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.locale import format as f
from dashboard.parts.side_by_side import Growth
from etl.words import _, counted
from metrics.judging import growth as growing

SMALL_GROWTH = 0.02


@dataclass(frozen=True)
class Matter:
    """Something that needs a decision: what, how many (None: unknown), words for the sentence, and
    its name where the number is unknown."""

    what: str
    number: int | None
    phrase: str
    name: str = ""


def decisions(
    matters: Sequence[Matter], reported: bool = False, stale: bool = False, past: bool = False
) -> str:
    """What needs a decision, as one clause; a quiet one where nothing does. `reported`: cases
    are known, so that what is unknown is unknown for want of a standard. `stale`: the office has
    fallen silent, so that its last data call for no decision today; nor do those of a `past`
    period.
    """
    if all(m.number is None for m in matters):
        if reported:
            return _("Belum ada standar pelayanan, jadi keterlambatan tidak dapat dinilai.")
        return _("Berkasnya tidak dilaporkan, jadi yang perlu diputuskan tidak diketahui.")
    open_matters = [m for m in matters if m.number]
    if past and not open_matters:
        return ""
    if not open_matters:
        unknown = [m.name for m in matters if m.number is None]
        if unknown:
            return _(
                "Tidak ada yang mendesak diputuskan dari yang dilaporkan; tidak diketahui: {names}."
            ).format(names=f.sentence(unknown))
        return _("Tidak ada yang mendesak diputuskan.")
    urgent = ":orange[**" + _("Perlu keputusan:") + "**]"
    lead = _("Menurut data terakhirnya:") if stale else urgent
    lead = _("Pada akhir periode:") if past else lead
    return f"{lead} {f.sentence([m.phrase for m in open_matters])}."


def bottleneck_heading(stage: str | None, run: float, wait: float) -> str:
    """The heading over the stage bars: where most days go, working or waiting."""
    if not stage:
        return _("Belum ada catatan tahap")
    if wait > run:
        return _("Hari paling banyak hilang saat menunggu {stage}").format(stage=stage)
    return _("Tahap kantor terlama: {stage}").format(stage=stage)


def one_bar_heading(run: float, wait: float, timed: bool) -> str:
    """The heading over one application as one bar; `timed`: whether waiting is known."""
    if not timed:
        return _("Tahap-tahap satu permohonan memakan {d} kerja").format(d=f.days(run, 1))
    return _(
        "Tahap-tahap satu permohonan memakan {d} kerja: {run} dikerjakan, {wait} menunggu"
    ).format(d=f.days(run + wait, 1), run=f.days(run, 1), wait=f.days(wait, 1))


def desks_reading(bottleneck: str | None, desks: Sequence[str]) -> str:
    """How to read the bar's shades; only of the desks that are there."""
    shades = {
        "front_office": _("abu-abu: front office"),
        "back_office": _("kelabu tua: back office"),
        "technical_team": _("hitam: tim teknis"),
        "applicant": _("bergaris: pemohon"),
    }
    told = [words for desk, words in shades.items() if desk in desks]
    if bottleneck:
        told.insert(0, _("jingga: tahap kantor terlama"))
    text = _("Rata-rata hari kerja, tahap demi tahap dari kiri ke kanan; terang: menunggu")
    more = _(
        " Tahap yang selesai pada periode ini, hari pemohon dan penyerahan termasuk; waktu proses "
        "di atas menghitung hari bersih tiap berkas sampai putus."
    )
    return "; ".join([text, *told]) + "." + more


def rest_left_out(largest: bool) -> str:
    """That "the rest" is no stage to mend, where its bar is the longest."""
    return (
        " " + _("“lainnya”, kumpulan kegiatan yang jarang, tidak dinilai sebagai tahap.")
        if largest
        else ""
    )


def growth_of_stage(grew: Growth | None) -> str:
    """The stage whose median rose most, as a sentence to follow another; "" for none."""
    if grew is None:
        return ""
    return " " + _("Mediannya paling naik dari tahun lalu: {stage}, {a} menjadi {b}.").format(
        stage=grew.stage, a=f.days(grew.before), b=f.days(grew.now)
    )


def open_stage_heading(frame: pd.DataFrame, known: bool = True) -> str:
    """The heading over open cases by the stage they last began: where most late ones, or most of
    all, are. `known`: somebody told of open cases, so that no row means none."""
    if frame.empty and not known:
        return _("Belum ada catatan berkas berjalan")
    if frame.empty:
        return _("Tidak ada berkas yang sedang berjalan")
    first = frame.iloc[0]
    if not first["code"]:
        return _("Paling banyak berkas berjalan tanpa catatan tahap")
    if first["overdue"] > 0:
        return _("Yang lewat standar paling banyak sampai tahap {stage}").format(
            stage=first["stage"]
        )
    return _("Paling banyak berkas berjalan sampai tahap {stage}").format(stage=first["stage"])


def distribution_heading(median: float | None, p90: float | None) -> str:
    """The heading over the histogram of days."""
    if f.missing(median):
        return _("Belum ada izin yang selesai pada periode ini")
    return _("Separuh selesai dalam {m}, sembilan dari sepuluh dalam {p}").format(
        m=f.days(median), p=f.days(p90)
    )


def growth_heading(name: str, value: float | None, grew: growing.Growth | None) -> str:
    """The heading over this year against last: "Izin terbit naik 6,1 % dari tahun lalu"."""
    step = grew.step if grew else None
    if step is None:
        return _("{name}: {n}").format(name=name, n=f.number(value))
    if abs(step) < SMALL_GROWTH:
        return _("{name} hampir sama dengan tahun lalu").format(name=name)
    word = _("naik") if step > 0 else _("turun")
    return _("{name} {word} {p} dari tahun lalu").format(
        name=name, word=word, p=f.percent(abs(step))
    )


def growth_words(grew: growing.Growth | None, names: Callable[[str], str]) -> str:
    """The growth as a clause, with both sums and who is left out; "" where there is none."""
    if grew is None or grew.step is None:
        return ""
    text = _(
        ", {step} dari bulan-bulan yang sama tahun sebelumnya ({before} menjadi {now})"
    ).format(
        step=f.signed(grew.step * 100, 1) + f.NBSP + "%",
        before=f.number(grew.before),
        now=f.number(grew.now),
    )
    if not grew.left_out:
        return text
    told = [names(code) for code in grew.left_out[:4]]
    if len(grew.left_out) > len(told):
        told.append(_("{n} lainnya").format(n=len(grew.left_out) - len(told)))
    return text + _(
        "; bulan yang hanya dilaporkan pada salah satu tahun tidak dibandingkan: {names}"
    ).format(names=f.sentence(told))


def lowest_heading(
    below: Sequence[str], lowest: str, rate: float | None, known: bool = True
) -> str:
    """The heading over the permit types' rates: who is below its own target, and who is lowest
    where that is another, which has none ("" where no type has enough cases). `known`: there is a
    rate of all types together.
    """
    if not lowest and not known:
        return _("Tepat waktu menurut jenis izin: belum ada angkanya")
    if not lowest:
        return _("Tepat waktu: kasusnya terlalu sedikit untuk dirinci")
    if not below:
        return _("Tepat waktu terendah: {name}, {rate}").format(name=lowest, rate=f.percent(rate))
    told = list(below[:3])
    if len(below) > len(told):
        told.append(_("{n} lainnya").format(n=len(below) - len(told)))
    text = _("Tepat waktu di bawah target: {names}").format(names=f.sentence(told))
    if lowest in below:
        return text
    return text + _("; terendah, tanpa target: {name}, {rate}").format(
        name=lowest, rate=f.percent(rate)
    )


def told_apart(ranked: pd.DataFrame) -> str:
    """What the colours of permit types mean: which have no target of their own, so that grey is
    not taken for met."""
    if ranked.empty:
        return ""
    without = ranked["met"].isna()
    if without.all():
        return " " + _("Jenis izin ini tanpa target sendiri.")
    text = " " + _("Jingga: di bawah targetnya sendiri.")
    if not without.any():
        return text
    return " " + _(
        "Bertarget sendiri: {names} (jingga bila di bawahnya); lainnya tanpa target."
    ).format(names=f.sentence(ranked.loc[~without, "name"].tolist()))


def aging_heading(open_cases: float | None, overdue: float | None) -> str:
    """The heading over open cases by age."""
    if f.missing(open_cases):
        return _("Belum ada catatan berkas berjalan")
    if f.missing(overdue):
        return counted(
            "{n} berkas berjalan; tanpa standar, keterlambatannya tidak diketahui", open_cases
        ).format(n=f.number(open_cases))
    if not overdue:
        return counted("{n} berkas berjalan, tidak ada yang lewat batas", open_cases).format(
            n=f.number(open_cases)
        )
    return _("{late} dari {n} berkas berjalan lewat batas").format(
        late=f.number(overdue), n=f.number(open_cases)
    )


def expected_heading(
    finished: float | None, expected: float | None, begun: float | None = None
) -> str:
    """The heading over finished against all cases; `begun`: how many of these began in the period,
    since a median that is wanting says that most still run only where some began.
    """
    if f.missing(finished):
        return _("Belum ada permohonan yang selesai")
    if f.missing(expected):
        if not begun or f.missing(begun):
            return _("Tidak ada permohonan yang mulai pada periode ini")
        return _("Lebih dari separuh berkas terbaru masih berjalan")
    if expected > finished:
        return _("Pemohon baru perlu menunggu {e}, bukan {f}").format(
            e=f.days(expected), f=f.days(finished)
        )
    return _("Berkas berjalan tidak memperpanjang waktu: {e}").format(e=f.days(expected))
