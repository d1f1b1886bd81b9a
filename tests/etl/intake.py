"""How the intake's tests read a file: one connection, known offices, rows as plain dictionaries."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from openpyxl import Workbook

from etl.ingest import Known, LoadOptions, Part, Prepared, prepare

KNOWN = Known(
    offices=frozenset({"32", "32.10", "32.14", "99.01"}),
    permit_types=frozenset({"PBG", "SIP"}),
)
TODAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Read:
    """What `prepare` made of one file, with the connection its tables are in."""

    con: duckdb.DuckDBPyConnection
    items: list[Prepared]

    @property
    def item(self) -> Prepared:
        (only,) = self.items
        return only

    def part(self, kind: str | None = None) -> Part:
        parts = [p for i in self.items for p in i.parts if kind in (None, p.kind)]
        (only,) = parts
        return only

    def rows(self, kind: str | None = None) -> list[dict[str, Any]]:
        """The accepted rows, in the file's order."""
        return self._table(f"SELECT * FROM {self.part(kind).table} ORDER BY _sheet, _row")

    def rejects(self, kind: str | None = None) -> list[dict[str, Any]]:
        return self._table(f"SELECT * FROM {self.part(kind).rejects} ORDER BY sheet, row")

    def _table(self, sql: str) -> list[dict[str, Any]]:
        answer = self.con.execute(sql)
        names = [d[0] for d in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


ENGINE = duckdb.connect()  # one for all: each reading is a cursor with temporary tables of its own


def read(path: Path, known: Known = KNOWN, **options: Any) -> Read:
    con = ENGINE.cursor()
    return Read(con, prepare(con, path, replace(LoadOptions(today=TODAY), **options), known))


def csv_file(folder: Path, text: str, name: str = "berkas.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, sheets: dict[str, list[list[Any]]], name: str = "buku.xlsx") -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / name
    book.save(path)
    return path
