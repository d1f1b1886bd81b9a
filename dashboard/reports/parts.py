"""Pictures and the account of completeness that several reports carry."""

from collections.abc import Sequence
from typing import Any

from dashboard.locale import format as f
from dashboard.locale.verdict_words import label, target_words
from dashboard.parts import side_by_side
from dashboard.parts.findings import bottleneck_heading
from dashboard.parts.process_frame import heading, past_words, process_frame
from dashboard.reports.asked import Asked
from dashboard.reports.model import Chart, Items, Para, Part, Section
from dashboard.reports.narrative import not_judged
from etl.periods import month_text, months_of
from etl.words import _
from metrics.asking.result import plain
from metrics.judging.reporting import matrix, standing
from metrics.judging.targets import targets_by_month
from metrics.judging.verdict import Verdict


def numbers(values: Any) -> list[float | None]:
    """A column as plain numbers, None where there is none."""
    return [plain(v) for v in values]


def process_part(asked: Asked, name: str) -> list[Section]:
    """The verdict's 24 months under its own heading; nothing where nothing was reported."""
    verdict = asked.verdict(name)
    if not verdict.process.points:
        return []
    return [Section(heading(verdict, label(verdict)), (process_chart(asked, verdict),))]


def process_chart(asked: Asked, verdict: Verdict) -> Chart:
    """The picture of a verdict's months, with the target of each."""
    frame = process_frame(verdict)
    months = list(verdict.process.months)
    wanted = targets_by_month(asked.snapshot, verdict.indicator.name, verdict.query, months)
    data: dict[str, Any] = {
        "period": list(frame["period"]),
        **{c: numbers(frame[c]) for c in ("value", "mean", "low", "high")},
        "verdict": list(frame["verdict"]),
        "past": [bool(p) for p in frame["past"]],
        "target": wanted,
        "target_words": target_words(verdict),
        "shape": verdict.indicator.shape,
        "name": label(verdict),
        "events": [[month_text(m.day.year * 100 + m.day.month), m.what] for m in verdict.marks],
    }
    if verdict.indicator.shape == "rate":
        for column in ("low", "high"):
            data[column] = [None if v is None else min(1.0, max(0.0, v)) for v in data[column]]
    present = [(p, v) for p, v in zip(data["period"], data["value"], strict=True) if v is not None]
    span = f.months(present[0][0], present[-1][0])
    what = _("rata-rata") if verdict.charted == "mean" else _("angka")
    caption = _(
        "{name} tiap bulan, {span} ({what}). Garis putus: batas naik-turun biasa. Segitiga: di "
        "luar kebiasaan dan berlaku sekarang (▲ membaik, ▼ memburuk); bulatan: biasa."
    ).format(name=label(verdict), span=span, what=what)
    show = f.percent if verdict.indicator.shape in ("rate", "ratio") else f.number
    alt = _("{heading}. {span}, terakhir {last}.").format(
        heading=heading(verdict, label(verdict)), span=span, last=show(present[-1][1])
    )
    return Chart("process", alt, caption + past_words(frame), data)


def stage_parts(asked: Asked) -> list[Section]:
    """Where the days of an application go, stage by stage, each with its desk."""
    found = side_by_side.stages(asked.view)
    if found.frame.empty:
        return []
    frame = found.frame.fillna({"run": 0.0, "wait": 0.0})
    desks = [asked.beside(code) for code in frame["code"]]
    names = [
        f"{s} · {d}" if d and f"({d})" not in s else s
        for s, d in zip(frame["stage"], desks, strict=True)
    ]
    data: dict[str, Any] = {
        "stage": names,
        "run": numbers(frame["run"]),
        "wait": numbers(frame["wait"]),
        "worst": [s == found.bottleneck for s in frame["stage"]],
    }
    told = [
        f"{s} {f.days(r + w, 1)}" for s, r, w in zip(names, data["run"], data["wait"], strict=True)
    ]
    title = bottleneck_heading(found.bottleneck, found.run, found.wait)
    caption = _(
        "Rata-rata hari kerja tiap berkas menurut tahap dan meja, {period}. Gelap: dikerjakan; "
        "bergaris: menunggu; jingga: tahap kantor terlama. Hari di tangan pemohon tidak dihitung "
        "ke standar."
    ).format(period=f.period(asked.code))
    alt = f"{title}: {', '.join(told)}."
    return [Section(title, (Chart("stages", alt, caption, data),))]


def completeness(asked: Asked, verdicts: Sequence[Verdict]) -> list[Part]:
    """Which kinds were reported for the months of the period, and what could not be judged."""
    from dashboard.locale.records import kind_name

    first, last = months_of(asked.code)
    query = asked.view.query
    told = matrix(asked.snapshot, asked.scope, query, first, last)
    stands = standing(asked.snapshot, asked.scope, query).set_index("kind")
    lines = []
    for kind, rows in told.groupby("kind", sort=False):
        lines.append(
            f"{kind_name(str(kind))}: {_reported(rows, stands.loc[str(kind)], str(kind))}."
        )
    parts: list[Part] = [Items(tuple(lines))] if lines else []
    silent = not_judged(verdicts)
    if silent:
        parts.append(Para(_("Yang tidak dinilai, dan sebabnya:")))
        parts.append(Items(tuple(silent)))
    return parts or [Para(_("Kelengkapan laporan kantor ini tidak diketahui."))]


def _reported(rows: Any, stands: Any, kind: str) -> str:
    """What was reported of one kind in the months asked for."""
    from dashboard.pages.pelaporan.words import last_words

    said = rows[rows["source"] != ""]
    missing = rows[rows["source"] == ""]
    last = last_words(stands["last_month"])
    if kind == "survey":
        if len(said):
            return _("survei yang berakhir dalam periode sudah dimuat")
        if f.missing(stands["last_month"]):
            return _("belum pernah ada survei")
        return _("tidak ada survei yang berakhir dalam periode; yang terakhir {month}").format(
            month=last
        )
    if said.empty:
        if f.missing(stands["last_month"]):
            return _("belum pernah dilaporkan")
        return _("tidak dilaporkan untuk periode ini; laporan terakhir {month}").format(month=last)
    how = _source_words(set(said["source"]))
    if missing.empty:
        text = _("dilaporkan seluruhnya ({how})").format(how=how)
    else:
        gone = [f.month(month_text(int(m)), short=True) for m in missing["month"]]
        text = _("dilaporkan {n} dari {all} bulan ({how}); belum: {months}").format(
            n=len(said), all=len(rows), how=how, months=f.sentence(gone)
        )
    if not f.missing(stands["rejected"]) and stands["rejected"] > 0:
        text += _("; {share} baris kiriman ditolak").format(share=f.percent(stands["rejected"]))
    return text


def _source_words(sources: set[str]) -> str:
    if sources == {"nil"}:
        return _("nihil")
    return _("rekap bulanan") if sources <= {"tally", "nil"} else _("data rinci")
