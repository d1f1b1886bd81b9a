"""What a comparison says, in a sentence: who truly differs, who changed, who is silent."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.locale import format as f
from etl.words import _
from metrics.judging.compare import Comparison

MOST = 4


def brief(made: Comparison, show: Callable[[float], str]) -> Callable[[float], str]:
    """Values on tiles: percentages without their sign, since the heading says what they are."""
    if made.indicator.shape == "rate":
        return lambda value: f.percent(value).rstrip("%" + f.NBSP)
    return show


def listed(codes: list[str], names: Mapping[str, str]) -> str:
    """Names of offices in a sentence, at most four and the rest as a number."""
    told = [names.get(c, c) for c in codes]
    if len(told) > MOST + 1:
        told = [*told[:MOST], _("{n} lainnya").format(n=len(told) - MOST)]
    return f.sentence(told)


def answer(made: Comparison, names: Mapping[str, str], show: Callable[[float], str]) -> str:
    """The page's one sentence: how many do not differ, who lies below and above, who is silent."""
    judged = made.judged
    if judged.empty or made.centre is None:
        return _("Belum ada kantor yang dapat dibandingkan pada periode ini.")
    same = int((judged["verdict"] == "").sum())
    parts = [
        _("**{n} daerah tidak berbeda nyata** dari rata-rata provinsi ({centre}).").format(
            n=same, centre=show(made.centre)
        )
    ]
    worse = list(judged.loc[judged["verdict"] == "worse", "office"])
    better = list(judged.loc[judged["verdict"] == "better", "office"])
    if worse:
        parts.append(
            _(":orange[**{n} lebih buruk**] ({names}).").format(
                n=len(worse), names=listed(worse, names)
            )
        )
    if better:
        parts.append(
            _(":blue[**{n} lebih baik**] ({names}).").format(
                n=len(better), names=listed(better, names)
            )
        )
    if len(made.behind):
        parts.append(_silent(made.behind, names))
    return " ".join(parts)


def _silent(behind: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who has fallen silent, and since when where it is one month for all."""
    codes = list(behind["office"])
    months = behind["last_month"].dropna().unique()
    never = behind["last_month"].isna().all()
    if never or len(months) != 1 or behind["last_month"].isna().any():
        text = _(":orange[**{n} belum melapor**] ({names}).")
        return text.format(n=len(codes), names=listed(codes, names))
    month = f"{int(months[0]) // 100}-{int(months[0]) % 100:02d}"
    return _(":orange[**{n} berhenti melapor**] sesudah {month} ({names}).").format(
        n=len(codes), month=f.month(month), names=listed(codes, names)
    )


def funnel_heading(made: Comparison, names: Mapping[str, str]) -> str:
    """The heading over the funnel: the finding."""
    judged = made.judged
    if judged.empty:
        return _("Belum cukup data untuk membandingkan")
    worse = list(judged.loc[judged["verdict"] == "worse", "office"])
    better = list(judged.loc[judged["verdict"] == "better", "office"])
    if worse:
        return (
            _("{names} benar-benar lebih rendah; sisanya dapat kebetulan").format(
                names=listed(worse, names)
            )
            if made.indicator.better == "up"
            else _("{names} benar-benar lebih tinggi; sisanya dapat kebetulan").format(
                names=listed(worse, names)
            )
        )
    if better:
        return _("{names} benar-benar lebih baik; sisanya dapat kebetulan").format(
            names=listed(better, names)
        )
    return _("Semua perbedaan antardaerah dapat dijelaskan oleh kebetulan")


def funnel_reading(made: Comparison) -> str:
    """How the funnel is read, and whether its limits were widened."""
    text = _(
        "{label} menurut jumlah kasus. Garis putus: batas 95 %; garis penuh: batas 99,8 %; "
        "di antaranya perbedaan dapat kebetulan."
    ).format(label=made.indicator.label())
    if made.funnel is not None and made.funnel.inflated:
        text += " " + _(
            "Daerah berbeda-beda lebih dari kebetulan (φ = {phi}), maka batas dilebarkan."
        ).format(phi=f.number(made.funnel.phi, 1))
    return text


def movers_heading(frame: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The heading over the changes since a year before."""
    better = list(frame.loc[frame["verdict"] == "better", "office"])
    worse = list(frame.loc[frame["verdict"] == "worse", "office"])
    if not better and not worse:
        return _("Tidak ada daerah yang berubah nyata sejak tahun lalu")
    parts = []
    if worse:
        parts.append(_("{names} memburuk").format(names=listed(worse, names)))
    if better:
        parts.append(_("{names} membaik").format(names=listed(better, names)))
    return _("{changes} sejak tahun lalu").format(changes="; ".join(parts))


def over_time_heading(verdicts: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The heading over the small charts: whose last point is news."""
    worse = [o for o, v in verdicts.items() if v == "worse"]
    better = [o for o, v in verdicts.items() if v == "better"]
    if not worse and not better:
        return _("Titik terakhir semua daerah naik-turun biasa")
    parts = []
    if worse:
        parts.append(_("memburuk: {names}").format(names=listed(worse, names)))
    if better:
        parts.append(_("membaik: {names}").format(names=listed(better, names)))
    return _("Perubahan nyata terakhir: {changes}").format(changes="; ".join(parts))


def rank_heading(frame: pd.DataFrame) -> str:
    """The heading over the ranks: how few of them are certain."""
    alone = int((frame["overlaps"] == 0).sum())
    return _("{n} dari {all} peringkat pasti; sisanya saling tumpang tindih").format(
        n=alone, all=len(frame)
    )
