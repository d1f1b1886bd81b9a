"""Which counts of a place and year may be told, so that no count of 1 to 4 follows from them.

The counts of one office and year fall into groups that are added up: all that ended = issued +
rejected + withdrawn + closed otherwise; all that fell due = in time + late. A figure is told only
where each group that can be had from the figures told, by sums and differences, is none or at
least 5. Groups of several years hang together too (received up to a year − ended up to it = open
at its end), but only counted from the first year on: that year tells what was issued, no more.
Why this is enough: docs/decisions/0021-open-data-is-one-fixed-set-of-tables.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST = 5
"""Counts from 1 to one under this are not told."""


@dataclass(frozen=True)
class Counts:
    """What was counted of one place in one year; all are cases but `complaints` and `answers`.

    `decided` = issued + rejected + withdrawn, `ended` all that came to an end (closed otherwise
    among them), `timed` those of them whose days are known, `due` fell due of which `met` in
    time, `answers` complaints whose answer fell due, of which `answered` in time.
    """

    received: int = 0
    issued: int = 0
    rejected: int = 0
    withdrawn: int = 0
    decided: int = 0
    ended: int = 0
    timed: int = 0
    due: int = 0
    met: int = 0
    complaints: int = 0
    answers: int = 0
    answered: int = 0
    respondents: int = 0


FIGURES: Mapping[str, tuple[str, ...]] = {
    "applications_received": ("received",),
    "permits_issued": ("issued",),
    "applications_rejected": ("rejected",),
    "applications_withdrawn": ("withdrawn",),
    "issue_rate": ("issued", "decided"),
    "clearance_rate": ("ended", "received"),
    "processing_time": ("timed",),
    "on_time_rate": ("met", "due"),
    "complaints_received": ("complaints",),
    "response_on_time": ("answered", "answers"),
    "ikm": ("respondents",),
}
"""Indicator → the counts that its row tells."""

OF_APPLICATIONS = frozenset(
    {
        "received", "issued", "rejected", "withdrawn", "decided", "ended", "timed", "due", "met",
    }
)  # fmt: skip

ALWAYS = frozenset({"issued", "respondents"})
"""Told of a place's first year too."""


def small(n: int) -> bool:
    """Whether a count is too small to be told."""
    return 0 < abs(n) < LEAST


def open_counts(counts: Counts, first_year: bool, year_before: Counts | None) -> frozenset[str]:
    """The names of the counts of one place and year that may be told.

    `first_year`: it is the first one of which the place has records. `year_before`: the counts of
    the year before, None where those are not told.
    """
    told = _outcomes(counts, first_year)
    late = counts.due - counts.met
    if not any(map(small, (counts.met, late, counts.due))):
        told |= {"due", "met"}
    unanswered = counts.answers - counts.answered
    if not any(map(small, (counts.answered, unanswered, counts.answers))):
        told |= {"answers", "answered"}
    if first_year:
        return frozenset(told) & ALWAYS | _survey(counts)
    told |= {name for name in ("received", "complaints") if not small(getattr(counts, name))}
    if year_before is not None:
        # what falls due in a year came in during it or the year before: the rest is a group too
        if small(counts.received + year_before.received - counts.due):
            told -= {"due", "met"}
        if small(counts.complaints + year_before.complaints - counts.answers):
            told -= {"answers", "answered"}
    return frozenset(told) | _survey(counts)


def _survey(counts: Counts) -> frozenset[str]:
    return frozenset() if small(counts.respondents) else frozenset({"respondents"})


def _outcomes(counts: Counts, first_year: bool) -> set[str]:
    """What may be told of the cases that ended: every outcome, or issued and the sum, or one."""
    issued, ended = counts.issued, counts.ended
    other = ended - counts.decided
    told: set[str] = set()
    if not small(issued):
        told.add("issued")
    rest = ended - issued
    if not small(ended) and not ("issued" in told and small(rest)) and not first_year:
        told.add("ended")
        if not small(counts.timed) and not small(ended - counts.timed):
            told.add("timed")
    parts = (issued, counts.rejected, counts.withdrawn, other)
    if not any(map(small, parts)) and not small(counts.decided) and "ended" in told:
        told |= {"rejected", "withdrawn", "decided"}
    if "timed" in told and _tells_a_part(counts, told):
        told.discard("timed")
    return told


def _tells_a_part(counts: Counts, told: set[str]) -> bool:
    """Whether those whose days are known differ by a few from another group that is told."""
    groups = [counts.issued] if "issued" in told else []
    groups += [counts.decided] if "decided" in told else []
    return any(small(counts.timed - group) for group in groups)


def told(indicator: str, names: Iterable[str]) -> bool:
    """Whether a row of `indicator` may be told where the counts `names` may be."""
    return set(FIGURES[indicator]) <= set(names)


def loose(hidden: list[int]) -> bool:
    """Whether a sum may be told beside all of its parts but `hidden`.

    What is hidden then adds up to a number that everybody can work out. It must not be small, and
    must not settle its parts: not one alone, and not so many that each can only be 1, or only 4.
    """
    if not hidden or not any(hidden):
        return True
    total, parts = sum(hidden), len(hidden)
    return parts > 1 and total >= LEAST and total not in (parts, parts * (LEAST - 1))


def open_parts(parts: Mapping[str, int]) -> frozenset[str]:
    """Which parts of a sum that is told may be told: the small ones go, and others with them.

    The smallest of the others go too until what is hidden no longer settles its parts.
    """
    hidden = [name for name, n in parts.items() if small(n)]
    others = sorted((n, name) for name, n in parts.items() if name not in hidden and n)
    for _n, name in others:
        if loose([parts[h] for h in hidden]):
            break
        hidden.append(name)
    if not loose([parts[h] for h in hidden]):
        return frozenset()
    return frozenset(set(parts) - set(hidden))
