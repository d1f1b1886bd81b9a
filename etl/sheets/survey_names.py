"""Why: what one heading says of a survey's elements: by name, in a question, or by number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from etl.reading.book import Cell, Rows
from etl.reading.grid import text
from etl.recognising.vocabulary import normal
from etl.sheets.survey_rules import rules

SENTENCE = 4  # words from which a heading is a question, and a single word in it counts
ALIKE = 88  # per cent of likeness that forgives a typing error
EXACTLY = 1000
FEWEST = 5  # fewer elements than this are no survey sheet
PREFIX = r"(?:u|unsur|p|q|pertanyaan|butir|soal|item|indikator|pernyataan|spak|ipak|spkp|ipkp)"
NUMBERED = re.compile(
    rf"^{PREFIX}\s*(?:no\.?|nomor|ke)?\s*[.\-_ ]?\s*(\d{{1,2}})(?!\d)(.*)$",
    re.IGNORECASE | re.DOTALL,
)
ORDERED = re.compile(r"^\(?\d{1,2}\s*[.):]\s*(?=\D)")  # "1. Persyaratan": its place in the form
PATH = re.compile(r"^[\w.\-]+(?:[/:][\w.\-]+)+$")  # "grup_skm/persyaratan": a Kobo column
GROUP = re.compile(
    r"\b(?:unsur|pertanyaan|pernyataan|butir|nilai|jawaban|penilaian|indikator|skor)\b"
)
LENGTHS = (9, 14)


@dataclass(frozen=True)
class Named:
    """What one heading cell says: the U-number it bears, and how well it names elements."""

    number: int | None
    names: tuple[tuple[str, str, float], ...]  # (rule, slug, strength)


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """(phrase, rule, slug) of every name and synonym, longest first."""
    found = {
        (normal(words), its.code, e.slug)
        for its in rules().values()
        for e in its.elements
        for words in (e.name, e.short, e.slug.replace("_", " "), *e.synonyms)
    }
    return tuple(sorted(found, key=lambda p: (-len(p[0]), p)))


def spoken(heading: str) -> str:
    """A heading without what a form's export puts around it: group path, grid, place in the form.

    >>> spoken("grup_skm/persyaratan"), spoken("Penilaian [Waktu]"), spoken("3. Biaya")
    ('persyaratan', 'Waktu', 'Biaya')
    """
    words = heading.strip()
    if PATH.match(words):
        words = re.split(r"[/:]", words)[-1]
    if re.search(r"[a-z]{3}", row := _bracketed(words), re.IGNORECASE):
        words = row.strip()
    return ORDERED.sub("", words)


def _bracketed(words: str) -> str:
    """What stands in brackets at the end of a heading, a grid question's row; "" for none.

    No regular expression: on a cell of thousands of brackets one would take minutes.
    """
    if not words.endswith("]"):
        return ""
    return words[:-1].rpartition("]")[2].partition("[")[2]


@cache
def named(heading: str) -> Named:
    """What a heading says of elements: its number, and the elements it names by strength."""
    heading = spoken(heading)
    match = NUMBERED.match(heading)
    number = int(match[1]) if match else None
    words = normal(match[2] if match else heading)
    if not any(map(str.isalpha, words)):
        return Named(number, ())
    best: dict[tuple[str, str], float] = {}
    long = len(words.split()) >= SENTENCE
    worded = len(words) > 5 and sum(map(str.isalpha, words)) * 2 > len(words)
    for phrase, rule, slug in _phrases():
        if phrase == words:
            strength = float(EXACTLY)
        elif f" {phrase} " in f" {words} " and (" " in phrase or long):
            strength = float(len(phrase))
        elif worded and (alike := ratio(phrase, words, score_cutoff=ALIKE)):
            strength = alike / 4
        else:
            continue
        best[rule, slug] = max(best.get((rule, slug), 0), strength)
    return Named(number, tuple((r, s, x) for (r, s), x in best.items()))


def cells_of(row: Sequence[Cell]) -> list[str]:
    """A row's cells as trimmed text."""
    return [text(c).strip() for c in row]


def hits(row: Sequence[str]) -> int:
    """How many cells of a row say something of an element."""
    return sum(bool(c) and bool((n := named(c)).number or n.names) for c in row)


def heading_rows(head: Rows) -> list[list[str]]:
    """A sheet's first rows as text; plain numbers 1 to 9 under "Unsur" become U1 to U9."""
    rows = [cells_of(row) for row in head]
    if any(hits(row) >= FEWEST for row in rows):
        return rows
    for at, row in enumerate(rows):
        start = next((i for i, c in enumerate(row) if c == "1" and _run(row[i:]) in LENGTHS), None)
        if start is None:
            continue
        above = [c for r in rows[max(0, at - 3) : at] for c in r[: start + 9] if c]
        if any(GROUP.search(normal(c)) for c in above if len(c) < 80):
            length = _run(row[start:])
            row[start : start + length] = [f"U{i}" for i in range(1, length + 1)]
            return rows
    return rows


def _run(cells: Sequence[str]) -> int:
    """The length of a run 1, 2, 3, … at the front of `cells`."""
    length = 0
    for number, cell in enumerate(cells, 1):
        if cell != str(number):
            break
        length = number
    return length
