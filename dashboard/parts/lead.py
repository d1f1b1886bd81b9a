"""A verdict as the lead of a page: the same words as everywhere, the finding set apart."""

from dashboard.locale import verdict_words as words
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


def _orange(text: str, part: str) -> str:
    return text.replace(part, f":orange[**{part}**]", 1)
