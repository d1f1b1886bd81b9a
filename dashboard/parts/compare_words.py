"""What a comparison says, in a sentence: who truly differs, who changed, who is silent."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.locale import format as f
from etl.periods import month_text
from etl.rows import rows_of
from etl.words import _
from metrics.judging.compare import Comparison, state_words

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
    """The page's one sentence: every regency in one of its parts, so that they add up to all."""
    judged = made.judged
    if judged.empty or made.centre is None:
        return _("Belum ada kantor yang dapat dibandingkan pada periode ini.")
    parts = [
        _("**{n} tidak berbeda nyata** dari rata-rata provinsi ({centre})").format(
            n=int((judged["verdict"] == "").sum()), centre=show(made.centre)
        )
    ]
    for verdict, words in (
        ("worse", _(":orange[**{n} lebih buruk**] ({names})")),
        ("better", _(":blue[**{n} lebih baik**] ({names})")),
    ):
        codes = list(judged.loc[judged["verdict"] == verdict, "office"])
        if codes:
            parts.append(words.format(n=len(codes), names=listed(codes, names)))
    for state, rows in made.rows[made.rows["state"] != ""].groupby("state"):
        parts.append(
            _("{n} tidak dinilai: {why} ({names})").format(
                n=len(rows), why=state_words(str(state)), names=listed(list(rows["office"]), names)
            )
        )
    whole = _("Dari {n} daerah: {parts}.").format(n=len(made.rows), parts=", ".join(parts))
    return " ".join([whole, *_stopped(made.behind, judged, names)])


def _stopped(behind: pd.DataFrame, judged: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """Of the offices judged, those whose reports stopped: up to when they were judged."""
    told = behind[behind["office"].isin(judged["office"]) & behind["last_month"].notna()]
    if told.empty:
        return []
    until = [
        _("{name} sampai {month}").format(
            name=names.get(row.office, row.office),
            month=f.month(month_text(int(row.last_month)), short=True),
        )
        for row in rows_of(told)
    ]
    return [_(":orange[**Laporannya terhenti**]: {names}.").format(names=f.sentence(until))]


def partly(made: Comparison) -> dict[str, str]:
    """By office why its figure is not whole, for a tile: "sampai Mar 2026", "rekap bulanan"."""
    last = made.rows.set_index("office")["last_month"]
    return {
        office: _("rekap bulanan")
        if state == "tally"
        else _("sampai {month}").format(month=f.month(month_text(int(last[office])), short=True))
        for office, state in made.coverage().items()
        if state == "tally" or last[office] == last[office]
    }


def funnel_heading(made: Comparison, names: Mapping[str, str]) -> str:
    """The heading over the funnel: the finding."""
    judged = made.judged
    if judged.empty:
        return _("Belum cukup data untuk membandingkan")
    worse, better = (
        listed([str(o) for o in judged.loc[judged["verdict"] == v, "office"]], names)
        for v in ("worse", "better")
    )
    low, high = (worse, better) if made.indicator.better == "up" else (better, worse)
    if not low and not high:
        if len(judged) < len(made.rows):
            return _(
                "Semua perbedaan antara {n} daerah yang dinilai dapat dijelaskan kebetulan"
            ).format(n=len(judged))
        return _("Semua perbedaan antardaerah dapat dijelaskan oleh kebetulan")
    if len(judged) < len(made.rows):
        rest = _("sisanya yang dapat dinilai mungkin kebetulan")
    else:
        rest = _("sisanya dapat kebetulan")
    if low and high:
        said = _("{low} benar-benar lebih rendah dan {high} lebih tinggi; {rest}")
    elif low:
        said = _("{low} benar-benar lebih rendah; {rest}")
    else:
        said = _("{high} benar-benar lebih tinggi; {rest}")
    return said.format(low=low, high=high, rest=rest)


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


def three_clocks(
    net: Comparison, gross: Comparison, late: Comparison, names: Mapping[str, str]
) -> list[str]:
    """A sentence for each office that begins pauses near the due day more often than chance
    explains, with its three clocks and the province's share of such pauses; the most first.
    """
    near = late.judged[late.judged["verdict"] == "worse"].sort_values("value", ascending=False)
    by_net, by_gross = (made.rows.set_index("office")["value"] for made in (net, gross))
    told = []
    for row in rows_of(near):
        if f.missing(by_net[row.office]) or f.missing(by_gross[row.office]):
            continue
        told.append(
            _(
                "**{name}**: tepat waktu {net}, tanpa jeda pemohon {gross}; {share} dari {n} "
                "jedanya mulai menjelang jatuh tempo (provinsi {usual})."
            ).format(
                name=names.get(row.office, row.office),
                net=f.percent(by_net[row.office]),
                gross=f.percent(by_gross[row.office]),
                share=f.percent(row.value),
                n=f.number(row.n),
                usual=f.percent(late.centre),
            )
        )
    return told


def movers_heading(frame: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The heading over the differences from a year before: which ones chance does not explain."""
    if frame.empty:
        return _("Belum ada daerah yang dapat dibandingkan dengan tahun lalu")
    sure = frame[frame["certain"]]
    if sure.empty:
        return _("Dibanding tahun lalu tidak ada selisih yang pasti")
    parts = []
    for words, rows in (
        (_("lebih rendah {names}"), sure[sure["change"] < 0]),
        (_("lebih tinggi {names}"), sure[sure["change"] > 0]),
    ):
        if len(rows):
            parts.append(words.format(names=listed(list(rows["office"]), names)))
    return _("Dibanding tahun lalu {changes}").format(changes="; ".join(parts))


def over_time_heading(verdicts: Mapping[str, str | None], names: Mapping[str, str]) -> str:
    """The heading over the small charts: whose last point is news, by office "better", "worse",
    "same" or None where nothing is judged."""
    worse = [o for o, v in verdicts.items() if v == "worse"]
    better = [o for o, v in verdicts.items() if v == "better"]
    judged = [o for o, v in verdicts.items() if v is not None]
    if not judged:
        return _("Belum ada daerah yang perubahannya dapat dinilai")
    if not worse and not better:
        if len(judged) == len(verdicts):
            return _("Titik terakhir semua daerah naik-turun biasa")
        return _("Titik terakhir {n} daerah yang dapat dinilai naik-turun biasa").format(
            n=len(judged)
        )
    parts = []
    if worse:
        parts.append(_("{names} memburuk").format(names=listed(worse, names)))
    if better:
        parts.append(_("{names} membaik").format(names=listed(better, names)))
    return _("Perubahan nyata terakhir: {changes}").format(changes="; ".join(parts))


def rank_heading(frame: pd.DataFrame) -> str:
    """The heading over the ranks: how few of them are certain."""
    alone = int((frame["overlaps"] == 0).sum())
    return _("{n} dari {all} peringkat pasti; sisanya saling tumpang tindih").format(
        n=alone, all=len(frame)
    )
