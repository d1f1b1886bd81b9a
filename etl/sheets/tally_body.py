"""Reads the rows under a tally's heading: permits with their counts, totals and strays apart."""

import re
from dataclasses import dataclass
from itertools import chain

from etl.reading.book import Cell, Rows
from etl.sheets.tally_heading import TOTAL, Block, Heading, plain

DASHES = {"-", "–", "—"}


@dataclass(frozen=True)
class Permit:
    """One permit's row: `row` counts from 1; `cells` holds the raw cell by column."""

    row: int
    sector: str
    name: str
    cells: dict[int, Cell]


@dataclass(frozen=True)
class Totals:
    """A printed row of totals; it covers the permits from `first` up to it (sheet rows)."""

    row: int
    first: int
    cells: dict[int, float]


@dataclass(frozen=True)
class Stray:
    """A number that is in no block: a total someone left beside or under the table."""

    row: int
    column: int
    value: float


@dataclass(frozen=True)
class Body:
    """All that stands under the heading."""

    permits: tuple[Permit, ...]
    totals: tuple[Totals, ...]
    strays: tuple[Stray, ...]


def number(cell: Cell) -> float | None:
    """The cell as a number; None for blanks, text and dates. "1.234" and "-" are read too."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = str(cell).strip()
    if text in DASHES:
        return 0.0
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text):
        return float(text.replace(".", ""))
    return float(text) if re.fullmatch(r"-?\d+", text) else None


def read(rows: Rows, heading: Heading) -> Body:
    """The permits, printed totals and strays under `heading`.

    Left out: the row of column numbers, titles of sectors without counts, and whatever has no
    permit's name (signatures, notes). A row of totals with no permit between it and the one above
    covers the whole table.
    """
    columns = _columns(heading)
    permits: list[Permit] = []
    totals: list[Totals] = []
    strays: list[Stray] = []
    sector, since = "", heading.first + 1
    for index in range(heading.first, len(rows)):
        row = rows[index]
        counts = {c: v for c in columns if c < len(row) and (v := number(row[c])) is not None}
        name = _name(row, heading)
        label = _label(row, heading)
        if TOTAL.search(label):
            whole = not any(p.row >= since for p in permits)
            totals.append(Totals(index + 1, heading.first + 1 if whole else since, counts))
            since = index + 2
        elif name:
            if heading.sector is not None and plain(_at(row, heading.sector)):
                sector = _clean(_at(row, heading.sector))
            if not counts and _is_title(row, heading):
                sector = name
                continue
            cells = {c: row[c] for c in columns if c < len(row)}
            permits.append(Permit(index + 1, sector, name, cells))
            strays.extend(_beside(row, index, heading))
        elif _is_title(row, heading) and not counts and label:
            sector = _clean(label.upper())
        elif _column_numbers(row, heading):
            continue
        else:
            strays.extend(Stray(index + 1, c, v) for c, v in counts.items())
            strays.extend(_beside(row, index, heading))
    return Body(tuple(permits), tuple(totals), tuple(strays))


def _columns(heading: Heading) -> tuple[int, ...]:
    return tuple(sorted(chain.from_iterable(_of_block(block) for block in heading.blocks)))


def _of_block(block: Block) -> list[int]:
    return [c.index for c in block.months] + ([] if block.total is None else [block.total])


def _at(row: tuple[Cell, ...], index: int) -> Cell:
    return row[index] if index < len(row) else ""


def _clean(cell: Cell) -> str:
    return re.sub(r"\s+", " ", str(cell)).strip()


def _name(row: tuple[Cell, ...], heading: Heading) -> str:
    """The permit's name in this row, "" when there is none (a number is a column's number)."""
    cell = _at(row, heading.permit)
    text = plain(cell)
    if not isinstance(cell, str) or not re.search(r"[a-z]", text) or TOTAL.search(text):
        return ""
    return _clean(cell)


def _label(row: tuple[Cell, ...], heading: Heading) -> str:
    """The first words left of the blocks, as `plain` gives them."""
    words = (plain(c) for c in row[: heading.permit + 1] if isinstance(c, str))
    return next((w for w in words if re.search(r"[a-z]", w)), "")


def _is_title(row: tuple[Cell, ...], heading: Heading) -> bool:
    """A sector's title: no running number beside it, and nothing right of the names."""
    own_number = heading.number is not None and number(_at(row, heading.number)) is not None
    return not own_number and not any(plain(c) for c in row[heading.permit + 1 :])


def _column_numbers(row: tuple[Cell, ...], heading: Heading) -> bool:
    """The row under the heading that numbers its columns: whole numbers only, the name's too."""
    filled = [number(c) for c in row if plain(c)]
    return (
        len(filled) > 2
        and number(_at(row, heading.permit)) is not None
        and all(v is not None and v == int(v) and 0 < v < 200 for v in filled)
    )


def _beside(row: tuple[Cell, ...], index: int, heading: Heading) -> list[Stray]:
    """Numbers right of the last block."""
    last = _columns(heading)[-1]
    return [
        Stray(index + 1, c, v)
        for c in range(last + 1, len(row))
        if (v := number(row[c])) is not None and not isinstance(row[c], str)
    ]
