"""Why: finds where a survey sheet's columns stand, under merged, stacked or worded headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from etl.reading.book import Cell, Rows
from etl.reading.grid import column_numbers, text
from etl.recognising.vocabulary import forms, headings, normal, personal
from etl.sheets.survey_rules import Element, Rule, rules

FEWEST = 5  # fewer elements than this are no survey sheet
ABOVE = 3  # rows above the elements that may carry headings
SENTENCE = 4  # words from which a heading is a question, and a single word in it counts
ALIKE = 88  # per cent of likeness that forgives a typing error
PREFIX = r"(?:u|unsur|p|q|pertanyaan|butir|soal|item|indikator)"
NUMBERED = re.compile(rf"^{PREFIX}\s*[.\-_ ]?\s*(\d{{1,2}})(?!\d)(.*)$", re.IGNORECASE | re.DOTALL)
EXACTLY = 1000


@dataclass(frozen=True)
class Named:
    """What one heading cell says: the U-number it bears, and how well it names elements."""

    number: int | None
    names: tuple[tuple[str, str, float], ...]  # (rule, slug, strength)


@dataclass(frozen=True)
class Columns:
    """Where a sheet's columns stand; rows and columns count from 0.

    `elements`: column → slug of `rule`. `by_number`: those known by their U-number alone.
    `fields`: column → canonical field of the survey. `labels`: headings as written.
    `strange`: headings numbered beyond the rule. `sure` is False when nothing but nine numbers
    tells the rule.
    """

    first: int
    rule: Rule
    elements: dict[int, str]
    by_number: tuple[int, ...]
    fields: dict[int, str]
    labels: dict[int, str]
    strange: tuple[str, ...]
    private: tuple[str, ...]
    unused: tuple[str, ...]
    sure: bool

    @property
    def missing(self) -> list[Element]:
        """Elements of the rule that no column was found for."""
        have = set(self.elements.values())
        return [e for e in self.rule.elements if e.slug not in have]

    def column(self, field: str) -> int | None:
        """The column of a canonical field, or None."""
        return next((c for c, f in self.fields.items() if f == field), None)


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


@cache
def named(heading: str) -> Named:
    """What a heading says of elements: its number, and the elements it names by strength."""
    match = NUMBERED.match(heading.strip())
    number = int(match[1]) if match else None
    words = normal(match[2] if match else heading)
    if not words:
        return Named(number, ())
    best: dict[tuple[str, str], float] = {}
    long = len(words.split()) >= SENTENCE
    for phrase, rule, slug in _phrases():
        if phrase == words:
            strength = float(EXACTLY)
        elif f" {phrase} " in f" {words} " and (" " in phrase or long):
            strength = float(len(phrase))
        elif len(words) > 5 and ratio(phrase, words) >= ALIKE:
            strength = ratio(phrase, words) / 4
        else:
            continue
        best[rule, slug] = max(best.get((rule, slug), 0), strength)
    return Named(number, tuple((r, s, x) for (r, s), x in best.items()))


def _cells(row: Sequence[Cell]) -> list[str]:
    return [text(c).strip() for c in row]


def _hits(row: Sequence[str]) -> int:
    return sum(bool(c) and (n := named(c)) is not None and bool(n.number or n.names) for c in row)


def find(
    head: Rows,
    wanted: str | None,
    legend: dict[int, str] | None = None,
    given: Mapping[str, str] | None = None,
) -> Columns | None:
    """The columns of a sheet by its first rows, None when fewer than five elements show.

    `wanted`: the rule asked for. `legend`: names that notes on the sheet give to U-numbers.
    `given`: heading (as `same` writes it) → field, by a person's word: then nothing is guessed.
    """
    rows = [_cells(row) for row in head]
    if given:
        scored = [sum(same(c) in given for c in row if c) for row in rows]
    else:
        scored = [_hits(row) for row in rows]
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
    if given:
        return _by_word(first, own, wanted, given)
    return _columns(first, own, wanted, legend or {})


def same(heading: str) -> str:
    """A heading as mappings compare it: its words in lower case."""
    return " ".join(heading.split()).lower()


def _by_word(
    first: int, own: dict[int, list[str]], wanted: str | None, given: Mapping[str, str]
) -> Columns | None:
    """The columns that a mapping names; the rule is the one whose elements they are."""
    laid = {c: given[k] for c, cells in own.items() for k in map(same, cells) if k in given}
    fitting = [
        its
        for its in rules().values()
        if wanted in (None, its.code) and all(e.slug in laid.values() for e in its.elements)
    ]
    its = next(iter(fitting), rules().get(wanted or "", rules()["2017"]))
    slugs = {e.slug for e in its.elements}
    elements = {c: f for c, f in laid.items() if f in slugs}
    known = {e.slug for r in rules().values() for e in r.elements}
    fields = {c: f for c, f in laid.items() if f not in known}
    labels = {c: cells[-1] for c, cells in own.items() if cells}
    unused = tuple(x for c, x in labels.items() if c not in laid and len(x) < 80)
    if len(elements) < FEWEST:
        return None
    return Columns(first, its, elements, (), fields, labels, (), (), unused, len(fitting) == 1)


def _block(rows: list[list[str]], scored: list[int], at: int) -> tuple[int, int]:
    """First and last row of the headings about the row of elements `at`."""
    top = at
    while top > 0 and at - top < ABOVE and _is_heading(rows[top - 1]):
        top -= 1
    bottom = at
    while bottom + 1 < len(rows) and scored[bottom + 1] * 2 >= scored[at]:
        bottom += 1
    return top, bottom


def _is_heading(row: list[str]) -> bool:
    """A row of several words of which one at least is a known heading: no title, no data."""
    filled = [c for c in row if c]
    return len(filled) >= 2 and any(_field(c) or _hits([c]) or personal(c) for c in filled)


def _columns(
    first: int, own: dict[int, list[str]], wanted: str | None, legend: dict[int, str]
) -> Columns | None:
    fields = _fields(own)
    numbers = {
        c: n
        for c, cells in own.items()
        if c not in fields and (n := next((x.number for x in map(named, cells) if x.number), None))
    }
    rule, elements, sure = _elements(own, fields, numbers, wanted, legend)
    by_number = tuple(c for c in elements if c in numbers and not _names(own[c], rule.code))
    if len(elements) < FEWEST:
        return None
    strange = tuple(
        own[c][-1] for c, n in numbers.items() if c not in elements and n > len(rule.elements)
    )
    labels = {c: cells[-1] for c, cells in own.items() if cells}
    left = [
        labels[c]
        for c in labels
        if c not in elements and c not in fields and labels[c] not in strange
    ]
    private = tuple(x for x in left if personal(x))
    unused = tuple(x for x in left if x not in private and len(x) < 80)
    return Columns(first, rule, elements, by_number, fields, labels, strange, private, unused, sure)


def _names(cells: list[str], code: str) -> list[tuple[str, float]]:
    return [(s, x) for cell in cells for r, s, x in named(cell).names if r == code]


@cache
def _field(heading: str) -> str | None:
    known = headings("survey")
    plain = {f for f in known if f not in {e.slug for r in rules().values() for e in r.elements}}
    for form in forms(heading):
        for field in plain:
            if form in known[field].known:
                return field
    return None


def _fields(own: dict[int, list[str]]) -> dict[int, str]:
    """Columns of the respondent's number, profile and comment, the first of each."""
    found: dict[int, str] = {}
    for column, cells in own.items():
        for cell in reversed(cells):
            field = _field(cell) or ("comment" if _asks_comment(cell) else None)
            if field and field not in found.values() and not _hits_name(cell):
                found[column] = field
                break
    return found


def _asks_comment(heading: str) -> bool:
    words = normal(heading).split()
    return bool({"saran", "komentar", "masukan", "kritik"} & set(words)) and not _hits_name(heading)


def _hits_name(heading: str) -> bool:
    said = named(heading)
    return bool(said.number) or any(
        strength == EXACTLY or (len(normal(heading).split()) >= SENTENCE and strength > 8)
        for _rule, _slug, strength in said.names
    )


def _elements(
    own: dict[int, list[str]],
    fields: dict[int, str],
    numbers: dict[int, int],
    wanted: str | None,
    legend: dict[int, str],
) -> tuple[Rule, dict[int, str], bool]:
    """The rule that the names fit best, its columns, and whether it is beyond doubt.

    Numbers alone tell 14 elements from 9, but not the two rules of 9 from each other.
    """
    tried = [rules()[wanted]] if wanted in rules() else list(rules().values())
    if not wanted and numbers:
        long = max(numbers.values()) > 11
        alike = [r for r in tried if (len(r.elements) > 11) == long]
        tried = [r for r in tried if _lay(r, own, fields, {}, legend)[0]] or alike
    laid = []
    for its in tried:
        found, everything = _lay(its, own, fields, numbers, legend)
        told = sum(legend_slug(words, its) is not None for words in legend.values())
        laid.append(((len(found) + told, len(everything) == len(its.elements)), its, everything))
    best = max(rank for rank, _its, _all in laid)
    fit = [(its, everything) for rank, its, everything in laid if rank == best]
    its, everything = next((pair for pair in fit if pair[0].code == "2017"), fit[0])
    return its, everything, len(fit) == 1


def _lay(
    its: Rule,
    own: dict[int, list[str]],
    fields: dict[int, str],
    numbers: dict[int, int],
    legend: dict[int, str],
) -> tuple[dict[int, str], dict[int, str]]:
    """(columns known by name, all columns) of the rule's elements; names before numbers."""
    claims = sorted(
        (
            (-strength, column, slug)
            for column, cells in own.items()
            if column not in fields
            for slug, strength in _names(cells, its.code)
        )
    )
    found: dict[int, str] = {}
    for _strength, column, slug in claims:
        if column not in found and slug not in found.values():
            found[column] = slug
    everything = dict(found)
    for column, slug in _by_number(its, numbers, legend):
        if column not in everything and slug not in everything.values():
            everything[column] = slug
    return found, dict(sorted(everything.items()))


def _by_number(
    its: Rule, numbers: dict[int, int], legend: dict[int, str]
) -> Iterator[tuple[int, str]]:
    known = {n: slug for n, words in legend.items() if (slug := legend_slug(words, its))}
    for column, number in numbers.items():
        if number in known:
            yield column, known[number]
        elif number <= len(its.elements) and not known:
            yield column, its.elements[number - 1].slug


def legend_slug(words: str, its: Rule) -> str | None:
    """The element of the rule that the words of a note name best, or None."""
    names = [(x, s) for r, s, x in named(words).names if r == its.code]
    return max(names)[1] if names else None


def legend(rows: Rows, first: int | None = None) -> dict[int, str]:
    """U-numbers that notes on the sheet name: "U8 : Sarana dan prasarana", or in two cells.

    Rows of headings hold a number in many cells and are no notes.
    """
    found: dict[int, str] = {}
    for row in rows:
        cells = [c.strip() if isinstance(c, str) else "" for c in row]
        marked = [(i, m) for i, c in enumerate(cells) if c and (m := NUMBERED.match(c))]
        if not 1 <= len(marked) <= 2:
            continue
        for place, match in marked:
            rest = match[2].strip(" :=.-–\t")
            beside = next((c for c in cells[place + 1 :] if c.strip(":= ")), "")
            words = rest or beside
            if any(x >= 4 for _r, _s, x in named(words).names):
                found.setdefault(int(match[1]), words)
    return found
