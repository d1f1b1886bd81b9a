"""Why: all scores of a respondent kept in one cell ("4,3,4,…", "434…") become a column each."""

import re
from collections.abc import Sequence

from etl.reading.book import Cell, Rows, Sheet
from etl.reading.grid import text
from etl.sheets.survey_names import LENGTHS, PREFIX
from etl.words import _

LABEL = re.compile(rf"{PREFIX}\s*\d{{1,2}}\s*[:=.\-]\s*", re.IGNORECASE)
LOOSE = re.compile(r"^[0-9](?:\s*[,;/|\s\-]\s*[0-9]?)+$")
MOST = 0.8  # share of a column's cells that must hold as many scores as a rule has elements
FEWEST_ROWS = 2


def scores_in(cell: Cell) -> list[str]:
    """The scores that one cell holds, [] where it holds no row of them.

    >>> scores_in("4,3,4,4,3,3,4,4,3"), scores_in("U1=4; U2=3"), scores_in(434433443.0)[:3]
    (['4', '3', '4', '4', '3', '3', '4', '4', '3'], ['4', '3'], ['4', '3', '4'])
    """
    words = LABEL.sub("", text(cell).strip().strip("[](){}"))
    if words.isdigit():
        return list(words) if len(words) in LENGTHS and set(words) <= set("01234") else []
    return [p.strip() for p in re.split(r"[,;/|\s\-]+", words)] if LOOSE.match(words) else []


def spread(sheet: Sheet) -> tuple[Sheet, str] | None:
    """The sheet with a column U1, U2, … for each score of its one cell, and a note; else None.

    The new columns stand to the right of all others, so that rows and cells keep their places.
    """
    head = sheet.head
    for column in range(max((len(row) for row in head), default=0)):
        cells = [row[column] if column < len(row) else "" for row in head]
        held = {i: found for i, c in enumerate(cells) if (found := scores_in(c))}
        lengths = {len(found) for found in held.values()}
        filled = [i for i in range(min(held, default=0), len(cells)) if text(cells[i]).strip()]
        if (
            len(lengths) != 1
            or not lengths <= set(LENGTHS)
            or len(held) < FEWEST_ROWS
            or len(held) < MOST * len(filled)
        ):
            continue
        return _made(sheet, column, min(held) - 1, lengths.pop())
    return None


def _made(sheet: Sheet, column: int, at: int, length: int) -> tuple[Sheet, str] | None:
    """`at`: the row of the headings, just above the first scores."""
    if at < 0:
        return None
    heading = text(sheet.head[at][column] if column < len(sheet.head[at]) else "").strip()
    names = [f"U{i}" for i in range(1, length + 1)]

    def laid(rows: Rows) -> Rows:
        width = max((len(row) for row in rows), default=0)
        made = []
        for place, row in enumerate(rows):
            whole: list[Cell] = [*row, *[""] * (width - len(row))]
            found = scores_in(whole[column]) if place > at else []
            whole[column] = "" if place == at or len(found) == length else whole[column]
            made.append((*whole, *(names if place == at else _padded(found, length))))
        return tuple(made)

    note = _("Kolom {name} berisi {n} nilai dalam satu sel; dibaca berurutan U1 sampai U{n}.")
    return (
        Sheet(sheet.name, laid(sheet.head), lambda: laid(sheet.rows()), sheet.hidden),
        note.format(name=heading or "-", n=length),
    )


def _padded(found: Sequence[str], length: int) -> list[Cell]:
    return list(found) if len(found) == length else [""] * length
