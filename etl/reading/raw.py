"""The raw form of every file: text tables in DuckDB and, for layouts, sheets as grids."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.reading.book import Book

_numbers = itertools.count(1)


def temp_name(stem: str) -> str:
    """A name for a TEMP table that no other has in this process."""
    return f"_{stem}_{next(_numbers)}"


def ident(name: str) -> str:
    """A name quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text quoted for SQL."""
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True)
class RawTable:
    """One table of text as it came: a TEMP table with one VARCHAR column a heading.

    `columns`: the headings as written, made unique. `row_sql`: expression over the table that
    gives the row as a person sees it, the heading row counted.
    """

    table: str
    sheet: str
    columns: tuple[str, ...]
    row_sql: str


@dataclass(frozen=True)
class Head:
    """The headings of one table before it is read: what recognition looks at."""

    sheet: str
    columns: tuple[str, ...]
    heading_row: int  # row number of the (last) heading row, 1 for the first row
    hidden: bool = False
    last_row: int | None = None  # where another table begins below; None: to the sheet's end


@dataclass(frozen=True)
class Source:
    """One file opened but not yet read: its headings, its grids, and how to read a table of it.

    `book` is None where there are no sheets to draw on (parquet, xes). `read(con, head)` makes the
    TEMP table of one of `heads`.
    """

    file: str
    path: Path
    sha256: str
    heads: tuple[Head, ...]
    book: Book | None
    read: Callable[[duckdb.DuckDBPyConnection, Head], RawTable]
    notes: tuple[str, ...] = ()


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Headings made unique: blanks become "Kolom 3", repeats "Tanggal (2)"."""
    seen: set[str] = set()
    out = []
    for number, name in enumerate(names, 1):
        name = " ".join(str(name).split()) or f"Kolom {number}"
        candidate, again = name, 2
        while candidate.lower() in seen:
            candidate, again = f"{name} ({again})", again + 1
        seen.add(candidate.lower())
        out.append(candidate)
    return tuple(out)


def store_arrow(con: duckdb.DuckDBPyConnection, table: pa.Table, stem: str) -> str:
    """A TEMP table with the rows of an arrow table, in order; its name."""
    name = temp_name(stem)
    con.register(f"{name}_in", table)
    con.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM {name}_in")
    con.unregister(f"{name}_in")
    return name
