"""Lays the rows of a file beside what each became: for a person to see before anything is kept."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from pathlib import Path

import duckdb
import numpy as np

from etl.loads import Prepared
from etl.reading import delimited
from etl.reading.book import Cell
from etl.reading.grid import text
from etl.reading.raw import Source, ident
from etl.recognising.vocabulary import normal
from etl.sheets.survey_rows import TOTAL

MOST = 300  # rows shown of each outcome and sheet
WIDEST = 60  # columns shown
LONGEST = 120  # characters of a cell shown
LARGE = 20 * 1024 * 1024  # bytes from which only the first rows of a file are read for this

#: What a row became; "unread" where the file was refused before its rows were looked at.
OUTCOMES = (
    "accepted", "rejected", "repeated", "total", "unfilled", "heading", "note", "unread"
)  # fmt: skip

Row = tuple[int, Sequence[Cell]]


@dataclass(frozen=True)
class Outcome:
    """One row as it stands in the file; `row` counts from 1; `why` gives a rejection's reasons."""

    file: str
    sheet: str
    row: int
    became: str
    why: str
    cells: tuple[str, ...]


def outcomes(
    con: duckdb.DuckDBPyConnection | None,
    sources: Iterable[Source],
    items: Sequence[Prepared],
    scratch: Path,
) -> list[Outcome]:
    """The first `MOST` rows of each outcome of each sheet, in the file's order.

    `items` are the checked files of `sources` in `con`; without them every row is "unread". Of a
    CSV only the first rows are seen, and beyond them its rejected ones. A file that is in effect
    already was not checked again and gives no rows.
    """
    found: list[Outcome] = []
    for source in sources:
        own = [i for i in items if (i.file, i.sha256) == (source.file, source.sha256)]
        if own and not any(i.parts for i in own):
            continue
        for sheet, rows in _grids(con, source, scratch):
            found += _sheet(con, source, sheet, rows, own)
    return found


def _grids(
    con: duckdb.DuckDBPyConnection | None, source: Source, scratch: Path
) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each visible sheet of a source, numbered as a person sees them."""
    if source.book is None:
        if con is not None and source.path.stat().st_size <= LARGE:
            for head in source.heads:
                yield head.sheet, _of_table(con, source)
        return
    for sheet in source.book.sheets:
        if sheet.hidden:
            continue
        if sheet.name:
            yield sheet.name, list(enumerate(sheet.rows(), 1))
        else:
            yield "", _of_text(source.path, scratch)


def _of_text(path: Path, scratch: Path) -> list[Row]:
    opened = delimited.open_text(path, scratch, False)
    try:
        return list(islice(delimited.numbered_rows(opened), MOST + 20))
    except csv.Error:
        return list(enumerate(opened.head, 1))


def _of_table(con: duckdb.DuckDBPyConnection, source: Source) -> list[Row]:
    head = source.heads[0]
    raw = source.read(con, head)
    listed = ", ".join(ident(c) for c in raw.columns)
    rows = con.execute(
        f"SELECT {raw.row_sql} AS _at, {listed} FROM {raw.table} ORDER BY _at LIMIT {MOST}"
    ).fetchall()
    con.execute(f"DROP TABLE {raw.table}")
    return [(head.heading_row, head.columns), *((int(r[0]), r[1:]) for r in rows)]


def _sheet(
    con: duckdb.DuckDBPyConnection | None,
    source: Source,
    sheet: str,
    rows: list[Row],
    items: Sequence[Prepared],
) -> list[Outcome]:
    heading = max((h.heading_row for h in source.heads if h.sheet == sheet), default=0)
    taken, reasons = _known(con, sheet, rows, items)
    rows = _to_show(rows, taken, reasons) if items else rows
    last = rows[-1][0] if rows else 0
    doubled = any(p.duplicates for i in items for p in i.parts) and bool(taken)
    beside = {row: what for i in items for (s, row), what in i.beside.items() if s == sheet}
    shown: Counter[str] = Counter()
    found = []
    for number, cells in rows:
        words = [text(c).strip() for c in cells]
        if not any(words):
            continue
        if not items:
            became = "unread"
        elif number in reasons:
            became = "rejected"
        elif number in taken:
            became = "accepted"
        else:
            became = beside.get(number) or _left(number, words, heading, bool(beside) or doubled)
        shown[became] += 1
        if shown[became] <= MOST:
            why = "; ".join(dict.fromkeys(reasons.get(number, ())))
            found.append(_outcome(source, sheet, number, became, why, words))
    for number, cells in _rejected_after(con, sheet, last, items):
        if shown["rejected"] < MOST:
            shown["rejected"] += 1
            why = "; ".join(dict.fromkeys(reasons.get(number, ())))
            found.append(_outcome(source, sheet, number, "rejected", why, [text(c) for c in cells]))
    return found


def _to_show(rows: list[Row], taken: set[int], reasons: Mapping[int, list[str]]) -> list[Row]:
    """The rows less the accepted ones beyond those shown; the last one stays, to know the end."""
    if len(taken) <= MOST:
        return rows
    shown = set(nsmallest(MOST, taken))
    hidden = taken - shown - reasons.keys()
    hidden.discard(rows[-1][0])
    return [row for row in rows if row[0] not in hidden]


def _outcome(
    source: Source, sheet: str, number: int, became: str, why: str, words: Sequence[str]
) -> Outcome:
    cells = tuple(w[:LONGEST] for w in words[:WIDEST])
    return Outcome(source.file, sheet, number, became, why, cells)


def _left(number: int, words: Sequence[str], heading: int, doubled: bool) -> str:
    """What a row is that no record, reject or layout speaks of; `doubled`: maybe a repeat."""
    if number <= heading:
        return "heading"
    if any(TOTAL.match(normal(w)) or _spread(w) for w in words[:3] if w):
        return "total"
    return "repeated" if doubled else "note"


def _spread(word: str) -> bool:
    """A total written in spaced letters: "J U M L A H"."""
    return bool(TOTAL.match(word.replace(" ", "").lower())) and " " in word


def _known(
    con: duckdb.DuckDBPyConnection | None,
    sheet: str,
    rows: list[Row],
    items: Sequence[Prepared],
) -> tuple[set[int], Mapping[int, list[str]]]:
    """Rows of a sheet that gave an accepted record, and the reasons of rejected ones."""
    taken: set[int] = set()
    reasons: dict[int, list[str]] = defaultdict(list)
    last = rows[-1][0] if rows else 0
    for part in (p for i in items for p in i.parts):
        if con is None:
            break
        accepted = con.execute(
            f"SELECT DISTINCT _row FROM {part.table} WHERE coalesce(_sheet, '') = ? AND _row <= ?",
            [sheet, last],
        ).fetchnumpy()
        taken |= set(np.asarray(accepted["_row"]).tolist())
        for row, column, reason in con.execute(
            f"SELECT row, \"column\", reason FROM {part.rejects} WHERE coalesce(sheet, '') = ? "
            f"ORDER BY row LIMIT {MOST * 100}",
            [sheet],
        ).fetchall():
            reasons[row].append(f"{column}: {reason}" if column else reason)
    return taken, reasons


def _rejected_after(
    con: duckdb.DuckDBPyConnection | None, sheet: str, last: int, items: Sequence[Prepared]
) -> Iterator[Row]:
    """Rejected rows beyond the last row seen."""
    for part in (p for i in items for p in i.parts):
        if con is None:
            return
        answer = con.execute(
            f"SELECT * EXCLUDE (_sheet) FROM {part.raw} "
            f"WHERE coalesce(_sheet, '') = ? AND _row > ? ORDER BY _row LIMIT {MOST}",
            [sheet, last],
        )
        place = [d[0] for d in answer.description or []].index("_row")
        for row in answer.fetchall():
            yield row[place], (*row[:place], *row[place + 1 :])
