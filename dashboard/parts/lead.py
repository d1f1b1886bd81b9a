"""A verdict as the lead of a page: the same words as everywhere, the finding set apart."""

from collections.abc import Iterable

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale import verdict_words as words
from etl.words import _
from metrics.judging.verdict import Verdict


def lead(verdict: Verdict, name: str = "") -> str:
    """The verdict's sentence in Markdown: the figure bold, what is off target or worse orange."""
    text = words.words(verdict, name)
    if verdict.value is None:
        return text
    begin = f"{name or words.label(verdict)} {words.figure(verdict)}"
    text = text.replace(begin, f"**{begin}**", 1)
    if verdict.met is False:
        text = _orange(text, words.against_target(verdict))
    if verdict.direction == "worse":
        text = _orange(text, words.over_time(verdict))
    return text


def answer(view: View, first: str, names: Iterable[str]) -> str:
    """The lead of a page about `first`: its sentence, then what of its other `names` is off target
    or got worse.
    """
    others = off_target(view.verdict(name) for name in names if name != first)
    return " ".join(part for part in (lead(view.verdict(first)), others) if part)


def _orange(text: str, part: str) -> str:
    return text.replace(part, f":orange[**{part}**]", 1)


def off_target(verdicts: Iterable[Verdict]) -> str:
    """Every further figure that is off its target or got worse, as one sentence; "" for none."""
    told = [_short(v) for v in verdicts if v.value is not None]
    told = [text for text in told if text]
    if not told:
        return ""
    return _("Juga :orange[**{those}**].").format(those=f.sentence(told))


def _short(verdict: Verdict) -> str:
    parts = []
    if verdict.met is False:
        parts.append(words.against_target(verdict))
    if verdict.direction == "worse":
        parts.append(words.over_time(verdict))
    name = words.label(verdict)
    return f"{name} {words.figure(verdict)} {', '.join(parts)}" if parts else ""
