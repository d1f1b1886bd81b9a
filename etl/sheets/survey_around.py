"""Why: finds the headings of a survey sheet: one row or several, merged, over the first answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from etl.reading.book import Rows
from etl.reading.grid import column_numbers
from etl.recognising.vocabulary import forms, headings, normal, personal
from etl.sheets.survey_names import EXACTLY, FEWEST, SENTENCE, heading_rows, hits, named, spoken
from etl.sheets.survey_rules import rules

ABOVE = 3  # rows above the elements that may carry headings


def same(heading: str) -> str:
    """A heading as mappings compare it: its words in lower case."""
    return " ".join(heading.split()).lower()


@dataclass(frozen=True)
class Around:
    """The headings of a sheet: where the data begin, each column's own, and those over several."""

    first: int
    own: dict[int, list[str]]
    groups: dict[int, tuple[str, ...]]


def around(head: Rows, given: Mapping[str, str] | None = None) -> Around | None:
    """The headings about the row that says most of elements; None where too few are said."""
    rows = heading_rows(head)
    if given:
        scored = [sum(same(c) in given for c in row if c) for row in rows]
    else:
        scored = [hits(row) for row in rows]
    if not scored or max(scored) < FEWEST:
        return None
    at = scored.index(max(scored))
    top, bottom = _block(rows, scored, at)
    own = {
        c: [row[c] for row in rows[top : bottom + 1] if c < len(row) and row[c]]
        for c in range(max(len(row) for row in rows[top : bottom + 1]))
    }
    first = bottom + 1
    if first < len(rows) and column_numbers(rows[first]):
        first += 1
    return Around(first, own, _groups(rows[top:bottom], own))


def _groups(rows: list[list[str]], own: dict[int, list[str]]) -> dict[int, tuple[str, ...]]:
    """Column → the merged headings above it: a cell's words reach right to the next cell's."""
    found: dict[int, list[str]] = {c: [] for c in own}
    for row in rows:
        carried = ""
        for column in range(max(own, default=-1) + 1):
            carried = (row[column] if column < len(row) else "") or carried
            if column in found and carried:
                found[column].append(carried)
    return {c: tuple(words) for c, words in found.items()}


def _block(rows: list[list[str]], scored: list[int], at: int) -> tuple[int, int]:
    """First and last row of the headings about the row of elements `at`."""
    top = at
    while top > 0 and at - top < ABOVE and _is_heading(rows[top - 1]):
        top -= 1
    bottom = at
    while bottom + 1 < len(rows) and scored[bottom + 1] * 2 >= scored[at]:
        bottom += 1
    if bottom + 1 < len(rows) and _under(rows[bottom], rows[bottom + 1]):
        bottom += 1
    return top, bottom


def _under(row: list[str], below: list[str]) -> bool:
    """Whether a row holds the questions under merged elements: it starts beside the number, and
    fills columns that have no heading of their own."""
    filled = [c for c, cell in enumerate(below) if cell]
    bare = [c for c in filled if c >= len(row) or not row[c]]
    led = next((c for c, cell in enumerate(row) if cell), 0)
    return len(filled) >= FEWEST and bool(bare) and led not in filled


def _is_heading(row: list[str]) -> bool:
    """A row of several words of which one at least is a known heading: no title, no data."""
    filled = [c for c in row if c]
    return len(filled) >= 2 and any(field_of(c) or hits([c]) or personal(c) for c in filled)


@cache
def field_of(heading: str) -> str | None:
    known = headings("survey")
    plain = {f for f in known if f not in {e.slug for r in rules().values() for e in r.elements}}
    for form in (*forms(heading), *forms(spoken(heading))):
        for name in plain:
            if form in known[name].known:
                return name
    return None


def asks_comment(heading: str) -> bool:
    words = normal(heading).split()
    return bool({"saran", "komentar", "masukan", "kritik"} & set(words)) and not names_element(
        heading
    )


def names_element(heading: str) -> bool:
    said = named(heading)
    return bool(said.number) or any(
        strength == EXACTLY or (len(normal(heading).split()) >= SENTENCE and strength > 8)
        for _rule, _slug, strength in said.names
    )
