"""Sentences of a report, made out of verdicts: none says more than its verdict does."""

from collections.abc import Iterable, Sequence

from dashboard.locale import format as f
from dashboard.locale.records import desk_name
from dashboard.locale.verdict_words import (
    against_target,
    direction_word,
    label,
    over_time,
    rests_on,
    why,
    words,
    year_before,
)
from dashboard.parts.late_desk import late_desk
from dashboard.reports.asked import Asked
from dashboard.reports.model import Cell, Items, Para, Part, text
from etl.words import _, counted
from metrics.judging.verdict import Verdict

SYMBOLS = {"better": "▲", "worse": "▼", "same": "●"}
MOST_NAMED = 6


def tone(verdict: Verdict) -> str:
    """The colour of a verdict: worse where it worsens or misses its target, better where it
    improves and misses none, else none.
    """
    if verdict.direction == "worse" or verdict.met is False:
        return "worse"
    return "better" if verdict.direction == "better" else ""


def yearly_target(verdict: Verdict) -> bool:
    """Whether the target is that of a whole year and the figure that of a part of one."""
    query = verdict.query
    if verdict.indicator.shape != "amount" or verdict.target is None:
        return False
    return (query.last_month or 0) - (query.first_month or 0) < 11


def too_little(verdict: Verdict) -> bool:
    """Whether a judgement is wanting for want of cases or months."""
    return verdict.value is not None and bool(verdict.few or verdict.process.chart.missing)


def why_none(verdict: Verdict) -> str:
    """Why nothing is said: "belum cukup data (kurang dari 20 kasus, tidak dinilai)"."""
    if verdict.value is None:
        return _("belum ada angkanya: {why}").format(why=why(verdict))
    if too_little(verdict):
        return _("belum cukup data ({why})").format(why=verdict.lacks)
    return verdict.lacks


def judgement(verdict: Verdict) -> Cell:
    """The column "Penilaian": what is said over time, with its shape, and against the target."""
    if verdict.value is None:
        return text(_("belum ada angkanya"))
    if verdict.lacks:
        parts = [why_none(verdict)]
    else:
        mark = SYMBOLS.get(verdict.direction or "", "")
        parts = [f"{mark}{f.NBSP}{over_time(verdict)}" if mark else over_time(verdict)]
    if not yearly_target(verdict) and against_target(verdict):
        parts.append(against_target(verdict))
    colour = verdict.direction if verdict.direction in ("better", "worse") else ""
    return text("; ".join(p for p in parts if p), colour or "")


def rests(verdict: Verdict) -> str:
    """What a figure rests on, for a column of its own: "338 dari 402", "412"."""
    if verdict.value is None and not verdict.n:
        return f.MISSING  # nobody told: that is no nought
    told = rests_on(verdict).strip(" ()").removeprefix("n = ")
    if not told and verdict.indicator.shape == "ratio":
        told = f.number(verdict.n)
    return told or f.MISSING


def sentence(verdict: Verdict, name: str = "") -> str:
    """The verdict's own sentence, and the year before as a figure after it."""
    past = year_before(verdict)
    if not past or verdict.value is None:
        return words(verdict, name)
    return f"{words(verdict, name)} {past[:1].upper()}{past[1:]}."


def standing_out(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """What stands out: what worsens, then what misses its target, then what improves."""
    found = [v for v in verdicts if not v.lacks or v.met is False]
    worse = [v for v in found if v.direction == "worse"]
    others = [v for v in found if v.direction != "worse"]
    missed = [v for v in others if v.met is False and not yearly_target(v)]
    better = [
        v for v in others if v.direction == "better" and (v.met is not False or yearly_target(v))
    ]
    return [*worse, *missed, *better]


def outstanding(verdicts: Sequence[Verdict]) -> list[Part]:
    """The section "Yang menonjol": verdicts' sentences, or that none of those judged stands out."""
    found = standing_out(verdicts)
    judged = [v for v in verdicts if v.direction]
    if found:
        return [Items(tuple(sentence(v) for v in found))]
    if not judged:
        return [Para(_("Belum cukup data untuk menilai perubahan satu indikator pun."))]
    said = _(
        "Dari {n} indikator yang dapat dinilai perubahannya, semuanya tetap: naik-turunnya biasa, "
        "dan tidak ada yang luput dari targetnya."
    )
    return [Para(said.format(n=len(judged)))]


def not_judged(verdicts: Iterable[Verdict]) -> list[str]:
    """Each figure of which nothing is said, and why; those of one reason on one line."""
    told: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.lacks:
            told.setdefault(why_none(verdict).rstrip(".") + ".", []).append(label(verdict))
    return [f"{f.sentence(list(dict.fromkeys(names)))}: {why}" for why, names in told.items()]


def lead(asked: Asked) -> tuple[str, str, str]:
    """The box at the head: the finding, what follows it, and its colour."""
    on_time, first = asked.verdict("on_time_rate"), asked.verdict("on_time_rate")
    if first.value is None and asked.verdict("permits_issued").value is not None:
        first = asked.verdict("permits_issued")
    past = year_before(first) if first.value is not None else ""
    more = [f"{past[:1].upper()}{past[1:]}."] if past else []
    if first is not on_time:
        more.append(words(on_time))
    elif first.value is None:  # permits were not told of: that comes before what was
        told = (asked.verdict(n) for n in ("ikm", "response_on_time"))
        more += [words(v) for v in told if v.value is not None][:1]
    where = late_where(asked)
    more += [where] if where else []
    others = [
        asked.verdict(n)
        for n in ("processing_time", "response_on_time", "collection_rate", "ikm", "rework_rate")
    ]
    for word, those in (
        (_("Memburuk: {names}."), [v for v in others if v.direction == "worse"]),
        (_("Membaik: {names}."), [v for v in others if v.direction == "better"]),
    ):
        if those:
            more.append(word.format(names=f.sentence([_named(v) for v in those])))
    return words(first), " ".join(more), tone(first)


def _named(verdict: Verdict) -> str:
    return f"{label(verdict)} ({over_time(verdict)})"


def late_where(asked: Asked) -> str:
    """How many running cases are over their standard at the period's end, and where most are."""
    late = asked.verdict("overdue_applications")
    if late.value is None:
        return ""
    day = f.date(late.result.as_of)
    if not late.value:
        return _("Pada {day} tidak ada permohonan berjalan yang lewat standar.").format(day=day)
    text_ = counted("Pada {day} ada {n} permohonan berjalan yang lewat standar", late.value).format(
        day=day, n=f.number(late.value)
    )
    lying = late_desk(asked.view, asked.end)
    if lying is not None:
        return f"{text_}{lying.words()}."
    found = late_stage(asked)
    if found is None:
        return text_ + "."
    stage, n = found
    at = _("; {n} di antaranya terakhir sampai tahap {stage}.").format(n=f.number(n), stage=stage)
    return text_ + at


def late_stage(asked: Asked) -> tuple[str, int] | None:
    """The stage that most late cases reached last, where counts alone are known: its name, how
    many."""
    rows = asked.view.read("overdue_applications", by=("stage",)).rows
    if rows.empty or not rows["n"].notna().any():
        return None
    rows = rows[rows["stage"].fillna("") != ""].sort_values(["n", "stage"], ascending=[False, True])
    if rows.empty or not int(rows["n"].iloc[0]):
        return None
    stage = str(rows["stage"].iloc[0])
    return stage, int(rows["n"].iloc[0])


def asks(asked: Asked, verdicts: Sequence[Verdict], overdue: Sequence[str]) -> list[Part]:
    """What is asked of the reader, each from a figure; plainly none where that is known."""
    lines: list[str] = []
    late, waiting = asked.verdict("overdue_applications"), asked.verdict("overdue_complaints")
    if late.value:
        lying, at = late_desk(asked.view, asked.end), ""
        if lying is not None and lying.desk:
            at = _(", lebih dahulu {n} yang ada di {desk}").format(
                n=f.number(lying.there), desk=desk_name(lying.desk)
            )
        elif lying is None and (found := late_stage(asked)):
            at = _(", lebih dahulu yang terakhir sampai tahap {stage}").format(stage=found[0])
        said = counted(
            "Mohon arahan agar {n} permohonan yang lewat standar diselesaikan{at}.", late.value
        )
        lines.append(said.format(n=f.number(late.value), at=at))
    if waiting.value:
        lines.append(
            _("Mohon perhatian atas {n} pengaduan yang lewat batas jawab pada {day}.").format(
                n=f.number(waiting.value), day=f.date(waiting.result.as_of)
            )
        )
    for v in standing_out(verdicts):
        if v.indicator.name in ("overdue_applications", "overdue_complaints"):
            continue
        if v.direction == "worse":
            lines.append(_("Mohon arahan atas {name}: {said}.").format(
                name=label(v), said=over_time(v)))  # fmt: skip
        elif v.met is False:
            lines.append(_("Mohon arahan atas {name}: {said}.").format(
                name=label(v), said=against_target(v)))  # fmt: skip
    lines += [_("Mohon keputusan atas tindak lanjut: {what}.").format(what=o) for o in overdue]
    if lines:
        return [Items(tuple(lines[:MOST_NAMED]), numbered=True)]
    unknown = [label(v) for v in (late, waiting) if v.value is None]
    if unknown:
        said = _("Tidak diketahui apakah ada yang perlu diputuskan: {names} belum ada angkanya.")
        return [Para(said.format(names=f.sentence(unknown)))]
    said = _(
        "Tidak ada keputusan yang dimohonkan: pada {day} tidak ada permohonan yang lewat standar "
        "dan tidak ada pengaduan yang lewat batas jawab."
    )
    return [Para(said.format(day=f.date(late.result.as_of)))]


def method() -> list[Part]:
    """How the figures are made and judged, the same under every report."""
    return [
        Para(_(
            "Hari adalah hari kerja bersih, tanpa jeda pemohon. Tepat waktu dihitung atas "
            "permohonan yang jatuh tempo dalam periode, termasuk yang belum selesai. Arah "
            "(membaik, memburuk, tetap) menurut diagram kendali 24 bulan sampai akhir periode, "
            "bukan dari dua angka: membaik dan memburuk berarti titik terakhir di luar naik-turun "
            "biasa; sejak menunjuk bulan perubahan yang ditaksir dari simpangan kumulatif. Angka "
            "setahun sebelumnya hanya pembanding, dengan selang 95{nbsp}% selisihnya bila dapat "
            "dihitung. Angka atas kurang dari 20 kasus ditulis dengan n dan tidak dinilai. Yang "
            "tidak dilaporkan tidak dihitung sebagai nol. IKM menurut survei terakhir yang "
            "berakhir dalam periode, atau dalam 12 bulan sebelumnya."
        ).format(nbsp=f.NBSP), quiet=True),
    ]  # fmt: skip


def direction(verdict: Verdict) -> str:
    """The one word of a verdict, with its shape."""
    mark = SYMBOLS.get(verdict.direction or "", "")
    word = direction_word(verdict)
    return f"{mark}{f.NBSP}{word}" if mark else word
