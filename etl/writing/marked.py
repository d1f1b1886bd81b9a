"""Writes rejected rows back as a workbook: cells at fault coloured, the reason beside each row."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import duckdb
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from etl.loads import Part, Prepared
from etl.words import _
from etl.writing.sheetcells import FAULT, put_headings, put_text

MOST = 100_000  # rows of one kind; more say that the file as a whole is wrong

Faults = dict[tuple[str | None, int], list[tuple[str, str]]]


def write_rejects(
    prepared: Prepared | Iterable[Prepared], con: duckdb.DuckDBPyConnection, out: Path
) -> int:
    """Write the rejected rows of one or more prepared files to `out` (xlsx): how many rows.

    Rows stand as they came, with the row number they had; mended, the workbook can be loaded
    again. Nothing is written when nothing was rejected. Must be called before the TEMP tables of
    `prepare` are dropped.
    """
    items = [prepared] if isinstance(prepared, Prepared) else list(prepared)
    book = Workbook()
    book.remove(book.worksheets[0])
    total = 0
    for item in items:
        for part in item.parts:
            total += _write_part(book, con, part)
    if total:
        out.parent.mkdir(parents=True, exist_ok=True)
        book.save(out)
    return total


def _faults(con: duckdb.DuckDBPyConnection, part: Part) -> Faults:
    found: Faults = defaultdict(list)
    rows = con.execute(
        f'SELECT sheet, row, "column", reason FROM {part.rejects} ORDER BY sheet, row '
        f"LIMIT {MOST * 4}"
    ).fetchall()
    for sheet, row, column, reason in rows:
        found[sheet, row].append((column or "", reason))
    return found


def _write_part(book: Workbook, con: duckdb.DuckDBPyConnection, part: Part) -> int:
    faults = _faults(con, part)
    if not faults:
        return 0
    answer = con.execute(f"SELECT * FROM {part.raw} ORDER BY _sheet, _row LIMIT {MOST}")
    columns = [d[0] for d in answer.description or []]
    place, number = columns.index("_sheet"), columns.index("_row")
    shown = [i for i in range(len(columns)) if i not in (place, number)]
    names = [columns[i] for i in shown]
    target: dict[str | None, Worksheet] = {}
    written = 0
    for row in answer.fetchall():
        sheet = target.get(row[place])
        if sheet is None:
            sheet = book.create_sheet(_sheet_title(book, row[place] or part.kind))
            put_headings(sheet, [*names, _("Baris asal"), _("Alasan ditolak")])
            sheet.column_dimensions[get_column_letter(len(names) + 2)].width = 80
            target[row[place]] = sheet
        own = faults.get((row[place], row[number]), [])
        _write_row(sheet, [row[i] for i in shown], names, row[number], own)
        written += 1
    return written


def _write_row(
    sheet: Worksheet,
    cells: list[str | None],
    names: list[str],
    number: int,
    faults: list[tuple[str, str]],
) -> None:
    at = sheet.max_row + 1
    wrong = {column for column, _reason in faults}
    wrong |= {part for column in wrong for part in column.split(" + ")}
    letters = {
        "".join(c for c in column if c.isalpha()) for column in wrong if column[-1:].isdigit()
    }
    for column, (name, text) in enumerate(zip(names, cells, strict=True), 1):
        cell = sheet.cell(at, column)
        put_text(cell, text)
        if name in wrong or name in letters:
            cell.fill = FAULT
    sheet.cell(at, len(names) + 1).value = number
    reasons = [f"{column}: {reason}" if column else reason for column, reason in faults]
    put_text(sheet.cell(at, len(names) + 2), "\n".join(dict.fromkeys(reasons)))


def _sheet_title(book: Workbook, name: str) -> str:
    """A sheet name that Excel takes and that the book does not have yet."""
    clean = "".join("-" if c in r"[]:*?/\'" else c for c in name)[:28] or "Data"
    title, again = clean, 2
    while title in book.sheetnames:
        title, again = f"{clean[:25]} {again}", again + 1
    return title
