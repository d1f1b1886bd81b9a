"""Reads xlsx, xls, xlsb and ods with calamine: every sheet as a grid, its table as text."""

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import zip_longest
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from etl.errors import Refused
from etl.reading.book import Book, Cell, Rows, Sheet
from etl.reading.controls import plain
from etl.reading.grid import blank, column_array
from etl.reading.raw import Head, RawTable, ident, store_arrow
from etl.reading.sizes import BROKEN, beyond_cells, check_cells, check_workbook
from etl.words import _


def open_book(path: Path, file: str) -> Book:
    """The sheets of a workbook; hidden sheets are marked.

    Raises `Refused` when it is protected, damaged, empty or larger than the settings allow.
    """
    if _is_encrypted(path):
        raise _protected()
    try:
        marked = check_workbook(path)
        book = CalamineWorkbook.from_path(str(path))
        sheets = []
        for meta in book.sheets_metadata:
            if "WorkSheet" not in str(meta.typ):
                continue
            drawn = book.get_sheet_by_name(meta.name)
            rows = lru_cache(maxsize=1)(partial(_rows, drawn))
            hidden = meta.visible != SheetVisibleEnum.Visible
            sheets.append(Sheet(meta.name, rows()[:40], rows, hidden, _merged(drawn)))
    except PasswordError:
        raise _protected() from None
    except (CalamineError, *BROKEN) as error:
        if "password" in str(error).lower() or "encrypt" in str(error).lower():
            raise _protected() from None
        if "limit exceeded" in str(error).lower():  # two cells in opposite corners of an ods
            raise beyond_cells(file) from None
        raise Refused(
            _("Buku kerja {file} rusak atau terpotong; simpan ulang dari Excel lalu kirim.").format(
                file=file
            )
        ) from None
    if not any(sheet.head for sheet in sheets):
        raise Refused(_("Buku kerja {file} tidak berisi apa pun.").format(file=file))
    return Book(file, tuple(sheets), marked)


def _merged(sheet: CalamineSheet) -> tuple[tuple[int, int, int], ...]:
    """The cells merged over several rows: first and last row and column, from 0."""
    ranges = sheet.merged_cell_ranges or ()
    return tuple((top, bottom, left) for (top, left), (bottom, _right) in ranges if bottom > top)


def _protected() -> Refused:
    return Refused(_("Buku kerja dilindungi kata sandi; buka kuncinya lalu kirim ulang."))


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE container holds an encrypted package, which is how xlsx is protected."""
    with path.open("rb") as file:
        if file.read(8) != b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            return False
        return "EncryptedPackage".encode("utf-16-le") in file.read()


def _rows(sheet: CalamineSheet) -> Rows:
    """All cells from A1 on; empty rows at the end are left off."""
    check_cells(sheet.total_height, sheet.total_width, sheet.name)
    rows = list(map(tuple, sheet.to_python(skip_empty_area=False)))
    if not "".join([c for row in rows for c in row if type(c) is str]).isprintable():
        rows = [tuple(plain(c) if isinstance(c, str) else c for c in row) for row in rows]
    while rows and all(c in ("", None) for c in rows[-1]):
        rows.pop()
    return tuple(rows)


def _columns(rows: Rows) -> list[Sequence[Cell]]:
    """The cells of rows by column; rows that end early are blank beyond."""
    widths = set(map(len, rows))
    if len(widths) == 1:
        return [[row[place] for row in rows] for place in range(widths.pop())]
    return list(zip_longest(*rows, fillvalue=""))


def read_table(con: duckdb.DuckDBPyConnection, sheet: Sheet, head: Head) -> RawTable:
    """The rows of a sheet below its heading as a TEMP table of text; empty rows are left out."""
    rows = sheet.rows()[: head.last_row]
    below = rows[head.heading_row :]
    columns = [column_array(column) for column in _columns(below)]
    filled = np.zeros(len(below), dtype=bool)
    for column in columns:
        filled |= ~blank(column)
        if filled.all():
            break
    for top, bottom, place in sheet.merged:
        if head.heading_row <= top < len(rows) and place < len(columns):
            first, last = top - head.heading_row, min(bottom - head.heading_row + 1, len(below))
            within = (np.arange(len(below)) >= first) & (np.arange(len(below)) < last)
            columns[place] = pc.if_else(pa.array(within), columns[place][first], columns[place])
    columns += [pa.array([""] * len(below))] * (len(head.columns) - len(columns))
    table = pa.table(
        [
            pa.array(range(head.heading_row + 1, len(rows) + 1), pa.int64()),
            *columns[: len(head.columns)],
        ],
        names=["_row", *head.columns],
    )
    if not filled.all():
        table = table.filter(pa.array(filled))
    return RawTable(store_arrow(con, table, "raw"), head.sheet, head.columns, ident("_row"))
