"""A verdict in words: the one sentence that card, lead, heading, report and command line print."""

from dashboard.locale import format as f
from etl.words import _
from metrics.judging.verdict import Verdict

FINEST = 2  # decimals of a percentage that tell a figure from a target it nearly meets
PERCENTAGES = ("rate", "ratio")


def words(verdict: Verdict, name: str = "") -> str:
    """The whole judgement as one sentence: figure, target, direction and since when.

    "Tepat waktu 80,0 % (76 dari 95), di bawah target 90 %, memburuk sejak November 2026."
    """
    name = name or label(verdict)
    if verdict.value is None:
        return _("{name} belum ada angkanya: {why}").format(name=name, why=_closed(why(verdict)))
    parts = [f"{name} {figure(verdict)}{rests_on(verdict)}{_on_day(verdict)}"]
    parts += [part for part in (against_target(verdict), over_time(verdict)) if part]
    return _closed(", ".join(parts))


def why(verdict: Verdict) -> str:
    """Why there is no figure, no judgement or no word, as it stands after a colon: what is wanting
    of a figure is a sentence by itself, so that its capital goes.
    """
    text = verdict.lacks
    if verdict.value is not None or text[1:2].isupper():  # an abbreviation keeps its capitals
        return text
    return text[:1].lower() + text[1:]


def label(verdict: Verdict) -> str:
    """What the figure is called; that it is of all permit types where it knows none."""
    return verdict.indicator.label()


def figure(verdict: Verdict) -> str:
    """The figure in words: "87,4 %", "4 hari", "84,17 · B"; as fine as telling it from its
    target takes.
    """
    text = _shown(verdict, verdict.value)
    grade = verdict.result.first.get("grade")
    return f"{text} · {grade}" if grade else text


def target_words(verdict: Verdict) -> str:
    """The target as a quiet line: "target 90 %"; "" where there is none."""
    if verdict.target is None:
        return ""
    return _("target {value}").format(value=_target(verdict))


def against_target(verdict: Verdict) -> str:
    """The figure against its target, "" where nothing is judged."""
    if verdict.met is None or verdict.target is None:
        return ""
    wanted = _target(verdict)
    if verdict.value == verdict.target:
        return _("sama dengan target {target}").format(target=wanted)
    above = verdict.met == (verdict.indicator.better == "up")
    if _near(verdict):
        words = (
            _("sedikit di atas target {target}") if above else _("sedikit di bawah target {target}")
        )
    else:
        words = _("di atas target {target}") if above else _("di bawah target {target}")
    return words.format(target=wanted)


def over_time(verdict: Verdict) -> str:
    """What the 24 months say: "memburuk sejak November 2026", "tetap", or why nothing is said."""
    if verdict.lacks:
        return verdict.lacks
    text = direction_word(verdict)
    if verdict.charted == "mean":
        text = _("rata-ratanya {word}").format(word=text)
    if verdict.since:
        text = _("{word} sejak {month}").format(word=text, month=f.month(verdict.since))
    return text


def direction_word(verdict: Verdict) -> str:
    """One word: membaik, memburuk, tetap; of a figure of which neither is good naik or turun."""
    if verdict.direction is None and verdict.moved:
        return _("naik") if verdict.moved > 0 else _("turun")
    return {"better": _("membaik"), "worse": _("memburuk"), "same": _("tetap")}.get(
        verdict.direction or "", ""
    )


def year_before(verdict: Verdict) -> str:
    """The year before as a figure with the interval of the difference, and no word of its own."""
    if verdict.year_before is None:
        return ""
    text = _("setahun sebelumnya {value}").format(value=_plain(verdict, verdict.year_before))
    gap = verdict.difference
    if gap is None or gap.low is None or gap.high is None:
        return text
    return _("{text} (selisih {gap}; selang 95{nbsp}% {low} sampai {high})").format(
        text=text,
        gap=f.points(gap.value),
        nbsp=f.NBSP,
        low=f.points(gap.low),
        high=f.points(gap.high),
    )


def _shown(verdict: Verdict, value: float | None) -> str:
    """The figure, a decimal finer where that tells it from a target that it does not equal."""
    text = _plain(verdict, value)
    if verdict.target is None or value is None or verdict.indicator.shape not in PERCENTAGES:
        return text
    if value == verdict.target or text != f.percent(verdict.target) or _near(verdict):
        return text
    return f.percent(value, FINEST)


def _near(verdict: Verdict) -> bool:
    """Whether a percentage differs from its target by less than its finest decimal tells."""
    if verdict.indicator.shape not in PERCENTAGES or verdict.value == verdict.target:
        return False
    return f.percent(verdict.value, FINEST) == f.percent(verdict.target, FINEST)


def _plain(verdict: Verdict, value: float | None) -> str:
    return f.figure(value, verdict.indicator.shape, verdict.indicator.decimals)


def _target(verdict: Verdict) -> str:
    if verdict.indicator.shape in PERCENTAGES:
        return f.brief_percent(verdict.target)
    return _plain(verdict, verdict.target)


def rests_on(verdict: Verdict) -> str:
    """Numerator and denominator of a rate, or how many a median rests on, in brackets: " (76 dari
    95)", " (n = 40)", "" for a count.
    """
    row = verdict.result.first
    if verdict.indicator.shape == "rate" and row.get("denominator") is not None:
        told = _("{a} dari {b}").format(
            a=f.number(row["numerator"]), b=f.number(row["denominator"])
        )
        return f" ({told})"
    if verdict.indicator.shape in ("days", "index") and verdict.n is not None:
        return f" (n = {f.number(verdict.n)})"
    return ""


def _on_day(verdict: Verdict) -> str:
    """The day of a stock."""
    if verdict.moment != "end" or not verdict.result.as_of:
        return ""
    return " " + _("pada {day}").format(day=f.date(verdict.result.as_of))


def _closed(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
