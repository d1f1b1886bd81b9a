"""Why: finds where a survey sheet's columns stand, under merged, stacked or worded headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from etl.reading.book import Rows
from etl.recognising.vocabulary import personal
from etl.sheets.survey_around import around, asks_comment, field_of, names_element, same
from etl.sheets.survey_names import EXACTLY, FEWEST, NUMBERED, named
from etl.sheets.survey_rules import SKM, Element, Rule, of_family, rules

ABOVE = 3  # rows above the elements that may carry headings
SURELY = 8  # strength from which a further column asks of an element that has one already


@dataclass(frozen=True)
class Columns:
    """Where a sheet's columns stand; rows and columns count from 0.

    `elements`: column → slug of `rule`. `by_number`: those known by their U-number alone.
    `fields`: column → canonical field of the survey. `labels`: headings as written.
    `strange`: headings numbered beyond the rule. `sure` is False when nothing but nine numbers
    tells the rule. `more`: further columns that ask of an element which has one already.
    `groups`: column → the headings above it that span several columns.
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
    more: dict[int, str] = field(default_factory=dict)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def asked(self) -> dict[int, str]:
        """Every column of answers, by its place → its element."""
        return dict(sorted((self.elements | self.more).items()))

    @property
    def missing(self) -> list[Element]:
        """Elements of the rule that no column was found for."""
        have = set(self.elements.values())
        return [e for e in self.rule.elements if e.slug not in have]

    def column(self, field: str) -> int | None:
        """The column of a canonical field, or None."""
        return next((c for c, f in self.fields.items() if f == field), None)


def find(
    head: Rows,
    wanted: str | None,
    legend: dict[int, str] | None = None,
    given: Mapping[str, str] | None = None,
    family: str = SKM,
    apart: frozenset[int] = frozenset(),
) -> Columns | None:
    """The columns of a sheet by its first rows, None when fewer than five elements show.

    `family`: the survey whose elements are looked for; `apart`: columns that belong to another.

    `wanted`: the rule asked for. `legend`: names that notes on the sheet give to U-numbers.
    `given`: heading (as `same` writes it) → field, by a person's word: then nothing is guessed.
    """
    found = around(head, given)
    if found is None:
        return None
    own = {c: cells for c, cells in found.own.items() if c not in apart}
    if given:
        return _by_word(found.first, own, wanted, given)
    return _columns(found.first, own, wanted, legend or {}, found.groups, family)


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
    every = {c: f for c, f in laid.items() if f in slugs}
    firsts = {f: c for c, f in reversed(every.items())}
    elements = {c: f for c, f in every.items() if firsts[f] == c}
    known = {e.slug for r in rules().values() for e in r.elements}
    fields = {c: f for c, f in laid.items() if f not in known}
    labels = {c: cells[-1] for c, cells in own.items() if cells}
    unused = tuple(x for c, x in labels.items() if c not in laid and len(x) < 80)
    if len(elements) < FEWEST:
        return None
    more = {c: f for c, f in every.items() if c not in elements}
    sure = len(fitting) == 1
    return Columns(first, its, elements, (), fields, labels, (), (), unused, sure, more)


def _columns(
    first: int,
    own: dict[int, list[str]],
    wanted: str | None,
    legend: dict[int, str],
    groups: dict[int, tuple[str, ...]],
    family: str,
) -> Columns | None:
    fields = _fields(own)
    numbers = {
        c: n
        for c, cells in own.items()
        if c not in fields and (n := next((x.number for x in map(named, cells) if x.number), None))
    }
    _under_groups(own, fields, numbers, groups)
    rule, elements, sure = _elements(own, fields, numbers, wanted, legend, family)
    by_number = tuple(c for c in elements if c in numbers and not _names(own[c], rule.code))
    if len(elements) < FEWEST:
        return None
    strange = tuple(
        own[c][-1] for c, n in numbers.items() if c not in elements and n > len(rule.elements)
    )
    labels = {c: cells[-1] for c, cells in own.items() if cells}
    more = _more(own, rule, elements, fields, numbers)
    left = [
        labels[c]
        for c in labels
        if c not in elements and c not in fields and c not in more and labels[c] not in strange
    ]
    private = tuple(x for x in left if personal(x))
    unused = tuple(x for x in left if x not in private and len(x) < 80)
    return Columns(
        first,
        rule,
        elements,
        by_number,
        fields,
        labels,
        strange,
        private,
        unused,
        sure,
        more,
        groups,
    )


def _under_groups(
    own: dict[int, list[str]],
    fields: dict[int, str],
    numbers: dict[int, int],
    groups: dict[int, tuple[str, ...]],
) -> None:
    """Let a column that says nothing of its own ("a", "1.2") be what the heading over it says."""
    for column, cells in own.items():
        silent = cells and not any(named(c).number or named(c).names for c in cells)
        if column in fields or not silent or len(cells[-1]) > 60:
            continue
        for words in reversed(groups.get(column, ())):
            said = named(words)
            if any(x == EXACTLY for _r, _s, x in said.names):
                cells.insert(0, words)
            elif said.number and not said.names:
                numbers[column] = said.number
            else:
                continue
            break


def _more(
    own: dict[int, list[str]],
    rule: Rule,
    elements: dict[int, str],
    fields: dict[int, str],
    numbers: dict[int, int],
) -> dict[int, str]:
    """Columns that ask again of an element: by its name in a question, or by its number."""
    of_number = {numbers[c]: slug for c, slug in elements.items() if c in numbers}
    found = {}
    for column, cells in own.items():
        if column in elements or column in fields:
            continue
        names = [(x, s) for s, x in _names(cells, rule.code) if x >= SURELY]
        slug = max(names)[1] if names else of_number.get(numbers.get(column, 0), "")
        if slug in elements.values():
            found[column] = slug
    return found


def _names(cells: list[str], code: str) -> list[tuple[str, float]]:
    return [(s, x) for cell in cells for r, s, x in named(cell).names if r == code]


def _fields(own: dict[int, list[str]]) -> dict[int, str]:
    """Columns of the respondent's number, profile and comment, the first of each."""
    found: dict[int, str] = {}
    for column, cells in own.items():
        for cell in reversed(cells):
            name = field_of(cell) or ("comment" if asks_comment(cell) else None)
            if name and name not in found.values() and not names_element(cell):
                found[column] = name
                break
    return found


def _elements(
    own: dict[int, list[str]],
    fields: dict[int, str],
    numbers: dict[int, int],
    wanted: str | None,
    legend: dict[int, str],
    family: str = SKM,
) -> tuple[Rule, dict[int, str], bool]:
    """The rule that the names fit best, its columns, and whether it is beyond doubt.

    Numbers alone tell 14 elements from 9, but not the two rules of 9 from each other.
    """
    allowed = of_family(family)
    tried = [allowed[wanted]] if wanted in allowed else list(allowed.values())
    if not wanted and numbers and family == SKM:
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
    return its, everything, len(fit) == 1 or family != SKM


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
