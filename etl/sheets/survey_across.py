"""Reads the survey sheet that lies on its side: elements down, a respondent in each column.

The sheet is turned and read as any other; a respondent's row in messages is the number of its
column, and the cell named beside it says so. Where a tally of answers fits as well, both readings
are given, or the file is refused with both.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
from openpyxl.utils import get_column_letter

from etl.reading.book import Book, Cell, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.vocabulary import normal
from etl.sheets import survey_title as title
from etl.sheets.base import LayoutResult
from etl.sheets.survey_answers import bare, scales
from etl.sheets.survey_heading import find
from etl.sheets.survey_names import FEWEST, named
from etl.sheets.survey_sheet import SurveySheet
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.98
SPOKEN = re.compile(r"(?:responden|resp|r) ?\d+")
SCORES = frozenset({"1", "2", "3", "4", "0", "", "-"})


def turned(sheet: Sheet, rule: str | None, least: int = 5) -> Sheet | None:
    """The sheet with rows and columns changed over, None where it does not lie on its side.

    `least`: respondents that are merely numbered; four may as well be the scores of a tally.

    It does where one column names the elements, the row above them numbers respondents (1, 2, 3, …
    beyond four, or R1, R2), and the cells between are scores.
    """
    head = sheet.head
    if find(head, rule) is not None:
        return None
    for column in range(min(4, max((len(r) for r in head), default=0))):
        names = {i: text(r[column]).strip() for i, r in enumerate(head) if column < len(r)}
        said = [i for i, w in names.items() if w and (named(w).names or named(w).number)]
        if len(said) < FEWEST or find((tuple(names[i] for i in said),), rule) is None:
            continue
        at = said[0] - 1
        if at < 0:
            continue
        people = _people(head[at], column, least)
        if len(people) < 2 or not _scores(head, said, people):
            continue
        return _made(sheet, at, column)
    return None


def _people(row: Sequence[Cell], column: int, least: int) -> list[int]:
    """The columns whose heading is a respondent's: 1, 2, 3, … or "R1", "Responden 2"."""
    cells = {i: text(c).strip() for i, c in enumerate(row) if i > column and text(c).strip()}
    spoken = [i for i, w in cells.items() if SPOKEN.fullmatch(normal(w))]
    if len(spoken) >= 2:
        return spoken
    run: list[int] = []
    for i, words in sorted(cells.items()):
        if words != str(len(run) + 1):
            break
        run.append(i)
    return run if len(run) >= least else []


def _scores(head: Rows, said: list[int], people: list[int]) -> bool:
    cells = [text(head[r][c]).strip() if c < len(head[r]) else "" for r in said for c in people]
    return sum(c in SCORES or _is_word(c) for c in cells) * 10 >= len(cells) * 8


def _is_word(cell: str) -> bool:
    """Whether a cell is an answer in words that some scale has."""
    return any(bare(cell) in scale.scores for scale in scales(""))


def _made(sheet: Sheet, at: int, column: int) -> Sheet:
    def laid(rows: Rows) -> Rows:
        body = list(rows[at:])
        width = max((len(row) for row in body), default=0)
        return tuple(
            tuple(row[c] if c < len(row) else "" for row in body) for c in range(column, width)
        )

    whole = laid(sheet.rows())
    heads = [[("No" if i == 0 else c) for i, c in enumerate(row)] if n == 0 else list(row)
             for n, row in enumerate(whole)]  # fmt: skip
    rows = tuple(tuple(row) for row in heads)
    return Sheet(sheet.name, rows[:40], lambda: rows, sheet.hidden)


class SurveyAcross:
    """The layout of elements down and respondents across; yields `survey`."""

    name = "survey_across"
    title = "lembar survei, responden mendatar"
    kinds = ("survey",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure where a sheet lies on its side with more than four respondents or named ones."""
        return SURE if self._turned(book, options) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a column; raises `Refused` as the upright sheet would."""
        sheets = self._turned(book, options)
        lines = {s.name: title.texts(s.head) for s in book.sheets}
        periods = {s.name: title.period(lines[s.name], s.name) for s, _c in sheets}
        own = next(iter(periods.values()))
        asked = options if options.period or not own else replace(options, period=own)
        result = SurveySheet().read(
            replace(book, sheets=tuple(s for s, _c in sheets)), asked, known
        )
        [extract] = result.extracts
        table = extract.table
        if own and not options.period and "period" not in table.column_names:
            table = table.append_column("period", pa.array([own] * len(table), pa.string()))
        first = {s.name: c for s, c in sheets}
        columns = [
            first[sheet] + row for sheet, row in zip(
                table["_sheet"].to_pylist(), table["_row"].to_pylist(), strict=True)
        ]  # fmt: skip
        cells = [_("kolom {letter}").format(letter=get_column_letter(c)) for c in columns]
        place = table.column_names.index("_row")
        table = table.set_column(place, "_row", pa.array(columns, pa.int64()))
        table = table.append_column("_cell", pa.array(cells, pa.string()))
        rejects = tuple(replace(r, row=first[r.sheet] + r.row) for r in extract.rejects)
        note = _("Responden terbaca mendatar, satu kolom satu responden ({n} responden).").format(
            n=len(table)
        )
        others: dict[tuple[str, int], str] = {}
        extracts = (replace(extract, table=table, rejects=rejects),)
        return replace(result, extracts=extracts, notes=(note, *result.notes), beside=others)

    def _turned(self, book: Book, options: "LoadOptions") -> list[tuple[Sheet, int]]:
        found = []
        for sheet in (s for s in book.sheets if not s.hidden):
            made = turned(sheet, options.rule, 2 if options.kind == "survey" else 5)
            if made:
                width = max(len(r) for r in sheet.rows())
                found.append((made, width - len(made.rows())))
        return found


LAYOUT = SurveyAcross()
