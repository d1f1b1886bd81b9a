"""Why: tells respondents from totals, repeated headings, notes and forms never filled in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from etl.reading.book import Cell, Rows
from etl.recognising.vocabulary import normal
from etl.sheets.survey_answers import (
    HUNDREDS,
    PLAIN,
    UNKNOWN,
    WRONG,
    ZERO,
    Scale,
    Writing,
    choose,
    distinct_words,
    hints,
    is_number,
    read_cell,
)
from etl.sheets.survey_heading import Columns
from etl.sheets.survey_names import NUMBERED, named

TOTAL = re.compile(
    r"^(sub|grand)?\s*(jumlah|jml|total|ttl|sum|rata|rerata|mean|average|nrr|ikm|skm|nilai|indeks|"
    r"index|konversi|mutu|kinerja|bobot|tertimbang|persen|persentase|simpangan|hasil|kategori|"
    r"n r r|i k m)\b"
)
SIGMA = re.compile(r"^\s*[Σ∑*]")
NUMBERLIKE = re.compile(r"^\W*[a-z]{0,12}[\s.\-_/]*\d+[a-z]?\W*$", re.IGNORECASE)
SCORES = ("1", "2", "3", "4")


@dataclass(frozen=True)
class Printed:
    """A row of totals under (or among) the respondents; `row` counts from 1 as people see it."""

    row: int
    label: str
    cells: tuple[Cell, ...]


@dataclass
class Answers:
    """A sheet's respondents and what else stood among them; `places` index the sheet's rows.

    `texts`: slug → text of each respondent's answer, in the order of `places`; `further`: their
    answers to further questions of an element ("biaya=3;biaya=2"), "" for none.
    `unfinished`: rows (from 1) of answers begun and not sent, by why.
    `unfilled`: rows (from 1) of respondents without a single answer; `zero_rows`: of respondents
    with a 0 among their answers; `numberless`: of respondents without a number; `passed`: with
    scores, taken for notes. `unknown`: (row, element, word) of words that no scale has.
    `words`: words read as scores.
    """

    places: list[int] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)
    unfilled: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    zero_rows: list[int] = field(default_factory=list)
    numberless: list[int] = field(default_factory=list)
    unknown: list[tuple[int, str, str]] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    further: list[str] = field(default_factory=list)
    unfinished: dict[int, str] = field(default_factory=dict)

    @property
    def scores(self) -> dict[str, list[int]]:
        """Element → every valid answer to it, those to its further questions too."""
        found = {s: [int(t) for t in column if t in SCORES] for s, column in self.texts.items()}
        for told in filter(None, self.further):
            for part in told.split(";"):
                slug, _eq, score = part.partition("=")
                found[slug].append(int(score))
        return found


def read(
    rows: Rows,
    columns: Columns,
    writing: Writing = PLAIN,
    unfinished: Mapping[int, str] | None = None,
) -> Answers:
    """Every row under the headings, told apart; answers column by column, each value once.

    `unfinished`: place of a row (from 0) → why it is no respondent though it has answers.
    """
    data = rows[columns.first :]
    width = max((len(r) for r in data), default=0)
    padded = data if all(len(r) == width for r in data) else [_pad(r, width) for r in data]
    by_column = list(zip(*padded, strict=True))
    cells = {c: by_column[c] if c < width else ("",) * len(data) for c in columns.asked}
    words: dict[str, set[str]] = {}
    coded: dict[int, tuple[np.ndarray, list[Cell]]] = {}
    for c, column in cells.items():
        coded[c] = _coded(column)
        words.setdefault(columns.asked[c], set()).update(distinct_words(coded[c][1]))
    writing = _hundreds([distinct for _at, distinct in coded.values()], writing)
    trusted = hints(words) if any(words.values()) else ()
    found = Answers()
    texts: dict[int, np.ndarray] = {}  # an unknown word is blank here and told in `unknown`
    codes = np.zeros((len(cells), len(data)), dtype=np.int8)
    for place, (c, (at, distinct)) in enumerate(coded.items()):
        slug = columns.asked[c]
        scale = choose(slug, words[slug], trusted)
        seen = [read_cell(v, scale, writing) for v in distinct]
        told = ["" if code == UNKNOWN else said for said, code in seen]
        texts[c] = np.array(told, dtype=object)[at]
        codes[place] = np.array([code for _said, code in seen], dtype=np.int8)[at]
        found.words |= _read_as(words[slug], scale, writing)
    kinds = _kinds(data, codes, columns)
    for place, why in (unfinished or {}).items():
        if kinds[place - columns.first] in ("respondent", "unfilled"):
            kinds[place - columns.first] = "unfinished"
            found.unfinished[place + 1] = why
    found.places = [i + columns.first for i, kind in enumerate(kinds) if kind == "respondent"]
    keep = [i - columns.first for i in found.places]
    kept = {c: list(column[keep]) for c, column in texts.items()}
    found.texts, found.further = _by_element(kept, columns)
    _tell(found, kinds, codes, keep, data, columns)
    return found


def _coded(column: Sequence[Cell]) -> tuple[np.ndarray, list[Cell]]:
    """The place of each cell among the column's distinct cells, and those."""
    places: dict[Cell, int] = {}
    at = [places.setdefault(cell, len(places)) for cell in column]
    return np.array(at, dtype=np.int64), list(places)


def _pad(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*row, *("",) * (width - len(row)))


def _hundreds(cells: Sequence[Sequence[Cell]], writing: Writing) -> Writing:
    """The writing of a sheet whose plain numbers are all 25, 50, 75 or 100.

    `cells`: the distinct cells of each column.
    """
    numbers = {str(c).strip() for column in cells for c in column if is_number(c)}
    values = {float(n.replace(",", ".")) for n in numbers}
    return replace(writing, hundreds=bool(values) and values <= HUNDREDS)


def _by_element(
    texts: Mapping[int, list[str]], columns: Columns
) -> tuple[dict[str, list[str]], list[str]]:
    """Each element's first answer of every respondent, and the answers to its other questions."""
    first: dict[str, list[str]] = {}
    people = len(next(iter(texts.values()), []))
    further: list[list[str]] = [[] for _ in range(people)]
    for slug in dict.fromkeys(columns.elements.values()):
        own = [texts[c] for c, s in columns.asked.items() if s == slug]
        if len(own) == 1:
            first[slug] = own[0]
            continue
        first[slug] = []
        for place, answers in enumerate(zip(*own, strict=True)):
            given = [a for a in answers if a]
            off = [a for a in given if a not in SCORES]
            first[slug].append((off or given or [""])[0])
            if rest := [a for a in given[1:] if a in SCORES and not off]:
                further[place] += [f"{slug}={score}" for score in rest]
    return first, [";".join(parts) for parts in further]


def _read_as(words: set[str], scale: Scale, writing: Writing) -> dict[str, int]:
    found = {w: read_cell(w, scale, writing)[1] for w in words}
    return {w: code for w, code in found.items() if code >= 1}


def _tell(
    found: Answers,
    kinds: list[str],
    codes: np.ndarray,
    keep: list[int],
    data: Sequence[tuple[Cell, ...]],
    columns: Columns,
) -> None:
    first = columns.first + 1
    found.printed = [
        Printed(i + first, _label(data[i], columns), data[i])
        for i, kind in enumerate(kinds)
        if kind == "total"
    ]
    found.unfilled = [i + first for i, kind in enumerate(kinds) if kind == "unfilled"]
    scored = np.any(codes >= 1, axis=0)
    found.passed = [i + first for i, k in enumerate(kinds) if k == "note" and scored[i]]
    has_zero = np.any(codes == ZERO, axis=0)
    found.zero_rows = [i + first for i in keep if has_zero[i]]
    number = columns.column("respondent_no")
    if number is not None:
        blank = {i for i, cell in enumerate(_column(data, number)) if not str(cell).strip()}
        found.numberless = [i + first for i in keep if i in blank] if blank else []
    for place, column in enumerate(columns.asked):
        odd = np.flatnonzero(codes[place] == UNKNOWN)
        found.unknown += [
            (int(i) + first, columns.asked[column], str(data[int(i)][column]).strip())
            for i in odd
            if kinds[int(i)] == "respondent"
        ]


def _at(row: tuple[Cell, ...], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _column(data: Sequence[tuple[Cell, ...]], column: int) -> list[Cell]:
    return [row[column] if column < len(row) else "" for row in data]


def _kinds(data: Sequence[tuple[Cell, ...]], codes: np.ndarray, columns: Columns) -> list[str]:
    """What every row is: only rows that are not plainly a respondent's are looked at singly."""
    answered = (codes >= 1).sum(axis=0)
    faulty = ((codes == WRONG) | (codes == UNKNOWN) | (codes == ZERO)).sum(axis=0)
    number = columns.column("respondent_no")
    plain = (faulty == 0) & (answered * 2 >= len(codes))
    if number is None:
        doubtful = [isinstance(row[0], str) if row else True for row in data]
    else:
        doubtful = [
            not (isinstance(cell, float | int) or is_number(cell)) for cell in _column(data, number)
        ]
    sure = plain & ~np.array(doubtful, dtype=bool)
    kinds = ["respondent"] * len(data)
    first = int(np.argmax(sure)) if sure.any() else len(data)
    begun = ended = False
    for i in map(int, np.flatnonzero(~sure)):
        kind = _kind(data[i], int(answered[i]), int(faulty[i]), codes[:, i], columns, ended)
        begun = begun or first < i or kind == "respondent"
        ended = ended or (begun and kind in ("total", "blank"))
        kinds[i] = kind
    return kinds


def _kind(
    row: tuple[Cell, ...],
    answered: int,
    faulty: int,
    codes: np.ndarray,
    columns: Columns,
    ended: bool,
) -> str:
    if not any(str(c).strip() for c in row if c is not None):
        return "blank"
    label = _label(row, columns)
    number = columns.column("respondent_no")
    own = "" if number is None else _at(row, number)
    numbered = is_number(own) or bool(NUMBERLIKE.match(str(own).strip()))
    if _is_heading(row, columns):
        return "note"
    if _is_total(label) and not is_number(own):
        return "total"
    if _names_element(row, columns):
        return "note"
    profiled = any(
        str(_at(row, c)).strip() for c, f in columns.fields.items() if f != "respondent_no"
    )
    real = answered + int(((codes == WRONG) | (codes == UNKNOWN)).sum())
    if real == 0:
        zeros = faulty > 0
        return "unfilled" if numbered or zeros or (profiled and number is None) else "note"
    if number is not None and not numbered:
        written = bool(str(own).strip())
        if not written and not profiled:
            spoken = answered == 0 and not (codes == WRONG).any()
            whole = answered * 2 >= len(codes) and not faulty
            return "note" if spoken else "respondent" if whole else "total"
        return "respondent" if real * 2 >= len(codes) else "note"
    return "note" if ended and real * 2 < len(codes) else "respondent"


def _label(row: tuple[Cell, ...], columns: Columns) -> str:
    """The words at the front of a row, before its answers; "" when a number stands there."""
    for column, cell in enumerate(row):
        if column in columns.asked:
            break
        if isinstance(cell, str) and cell.strip() and not is_number(cell):
            return cell.strip()
    words = [c.strip() for c in row if isinstance(c, str) and c.strip() and not is_number(c)]
    return words[0] if words and _is_total(words[0]) else ""


def _is_total(label: str) -> bool:
    return bool(SIGMA.match(label) or TOTAL.match(normal(label)))


def _is_heading(row: tuple[Cell, ...], columns: Columns) -> bool:
    """The headings again, as at the top of every printed page."""
    same = sum(
        isinstance(_at(row, c), str)
        and bool(str(_at(row, c)).strip())
        and (
            normal(str(_at(row, c))) == normal(columns.labels.get(c, "?"))
            or named(str(_at(row, c))).number is not None
        )
        for c in columns.elements
    )
    return same * 2 >= len(columns.elements)


def _names_element(row: tuple[Cell, ...], columns: Columns) -> bool:
    """A line of a legend: "U1 | Persyaratan | 3,2"."""
    front = [c.strip() for c in row[:4] if isinstance(c, str) and c.strip()]
    return any(NUMBERED.match(c) and named(c).number for c in front[:1]) or any(
        strength >= 1000 for c in front for _r, _s, strength in named(c).names
    )
