"""Finds the headings in a sheet: under title rows, over two merged rows, above column numbers."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.book import Cell
from etl.recognising.cell_parts import of_group
from etl.recognising.vocabulary import forms, headings, normal, personal, weak
from etl.schema import kinds

LITTLE = 0.75  # what a weak heading ("Tanggal") counts for: joined with a second line it says more
WHOLE = 2**53  # up to here a cell holds every whole number to the last digit
OWN_HEADINGS = 3  # known headings in a row that begin another table on the sheet
DEPTH = 15  # rows within which a heading must begin


def text(cell: Cell) -> str:
    """A cell as text: whole numbers without .0, dates as ISO.

    A decimal number of three places gets a fourth, so that it is never read as thousands.
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) <= WHOLE:
            return str(int(cell))
        number = repr(cell)
        return number + "0" if len(number.partition(".")[2]) == 3 else number
    if isinstance(cell, datetime):
        whole_day = cell.time() == time(0)
        return cell.strftime("%Y-%m-%d" if whole_day else "%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def column_texts(cells: Sequence[Cell]) -> list[str]:
    """The cells of a column as text; as `column_array`."""
    texts: list[str] = column_array(cells).to_pylist()
    return texts


def column_array(cells: Sequence[Cell]) -> pa.StringArray:
    """The cells of a column as text; whole columns of one type at once, else each value once."""
    types = set(map(type, cells))
    if types == {str}:
        return pa.array(cells, pa.string())
    if types == {date}:
        return pa.array(cells, pa.date32()).cast(pa.string())
    if types == {float}:
        numbers = np.array(cells, dtype=np.float64)
        if np.isfinite(numbers).all() and (np.abs(numbers) <= WHOLE).all():
            whole = numbers.astype(np.int64)
            if (whole == numbers).all():
                return pa.array(whole).cast(pa.string())
    if bool in types:  # True is 1 to a dictionary, and reads otherwise
        return pa.array([text(c) for c in cells], pa.string())
    known = {c: text(c) for c in set(cells)}
    return pa.array([known[c] for c in cells], pa.string())


def blank(column: pa.StringArray) -> np.ndarray:
    """Whether nothing but space stands in each cell of a column of text."""
    nothing = pc.or_(pc.equal(column, ""), pc.utf8_is_space(column))
    return np.asarray(nothing.to_numpy(zero_copy_only=False), dtype=bool)


@cache
def _known_words() -> frozenset[str]:
    return frozenset(w for kind in kinds() for h in headings(kind).values() for w in h.known)


@cache
def _is_known(heading: str) -> bool:
    return any(form in _known_words() for form in forms(heading))


def _score(names: Sequence[str], wanted: frozenset[str]) -> float:
    filled = [n for n in names if n.strip()]
    if wanted:
        return sum(" ".join(n.split()) in wanted for n in filled)
    known = sum((LITTLE if weak(n) else 1.0) for n in filled if _is_known(n))
    return known + 0.5 * sum(personal(n) is not None and not _is_known(n) for n in filled)


def _merged(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two heading rows as one: the lower's word, with its group's before it where that helps."""
    names: list[str] = []
    group, days = "", _days_in_parts(upper, lower)
    for at, (top, below) in enumerate(zip(upper, lower, strict=True)):
        group = top.strip() or group
        top, below = top.strip(), below.strip()
        if at in days:
            names.append(days[at])
        elif not below:
            names.append(top)
        elif group and _is_known(f"{group} {below}"):
            names.append(f"{group} {below}")
        elif group and _is_known(f"{below} {group}"):
            names.append(f"{below} {group}")
        elif _is_known(below) or not group:
            names.append(below)
        else:
            names.append(f"{top or group} {below}".strip())
    return names


def _days_in_parts(upper: Sequence[str], lower: Sequence[str]) -> dict[int, str]:
    """Column → name where a known heading stands over day, month and year in three columns."""
    found: dict[int, str] = {}
    for at, top in enumerate(upper[:-2]):
        alone = not any(c.strip() not in ("", top.strip()) for c in upper[at + 1 : at + 3])
        if top.strip() and alone and _is_known(top):
            names = of_group(top.strip(), lower[at : at + 3])
            found |= {at + i: name for i, name in enumerate(names)}
    return found


def _heading_like(row: Sequence[str]) -> bool:
    filled = [c for c in row if c.strip()]
    return bool(filled) and not any(c.strip()[:1].isdigit() for c in filled)


def column_numbers(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3, … below a heading."""
    filled = [c.strip().strip("()") for c in row if c.strip()]
    return len(filled) >= 3 and filled == [str(i) for i in range(1, len(filled) + 1)]


def further_headings(
    rows: Sequence[Sequence[Cell]], first: Sequence[str], above: int
) -> list[tuple[int, list[str]]]:
    """Row numbers and names of the headings of further tables on a sheet, below row `above`.

    Such a row holds nothing but words, at least `OWN_HEADINGS` of them and most of all known
    headings that say more than "Tanggal"; the first heading again, or a line of it, is none.
    """
    said = [normal(name) for name in first]
    found = []
    for number, row in enumerate(rows[above:], above + 1):
        if not _words_alone(row):
            continue
        names = [text(c) for c in row]
        filled = [n for n in names if n.strip()]
        known = sum(_is_known(n) and not weak(n) for n in filled)
        same = sum(bool(n.strip()) and normal(n) in s for n, s in zip(names, said, strict=False))
        if known >= OWN_HEADINGS and known * 2 > len(filled) and same * 2 < len(filled):
            found.append((number, names))
    return found


def _words_alone(row: Sequence[Cell]) -> bool:
    filled = 0
    for cell in row:
        if cell is None or cell == "":
            continue
        if not isinstance(cell, str) or any(c.isdigit() for c in cell[:40]):
            return False
        filled += bool(cell.strip())
    return filled >= OWN_HEADINGS


def find_heading(
    rows: Sequence[Sequence[str]], wanted: frozenset[str] = frozenset()
) -> tuple[int, list[str]] | None:
    """Row number (1 = first) of the last heading row and its names; None in an empty sheet.

    `wanted`: the columns of a mapping, when there is one; else every known heading counts. Without
    any known heading the first row with two filled cells (or else one) is taken.
    """
    width = max((len(r) for r in rows), default=0)
    padded = [list(r) + [""] * (width - len(r)) for r in rows]
    best: tuple[float, int, list[str]] = (0.0, 0, [])
    for number, row in enumerate(padded[:DEPTH], 1):
        score = _score(row, wanted)
        if score > best[0]:
            best = (score, number, row)
        below = padded[number] if number < len(padded) else None
        blank = below and "" in (c.strip() for c in (*row, *below))
        if below and blank and any(row) and _heading_like(below):
            names = _merged(row, below)
            both = _score(names, wanted)
            if both > max(best[0], score, _score(below, wanted)):
                best = (both, number + 1, names)
    if best[0] > 0:
        return best[1], best[2]
    for least in (2, 1):
        for number, row in enumerate(padded, 1):
            if sum(bool(c.strip()) for c in row) >= least:
                return number, row
    return None
