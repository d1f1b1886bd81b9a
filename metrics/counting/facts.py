"""Facts in an engine that counts them: tables are given to it, questions are asked by name.

What a name means is compiled once (`metrics.counting.shipped`). `DuckFacts` runs it in DuckDB, over
the store's current tables or Parquet files; Spark does the same (`metrics.counting.spark`).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import duckdb
import pyarrow as pa

from etl.schema import kinds
from metrics.counting.encoding import (
    KEPT,
    WORDS,
    as_texts,
    as_words,
    drop_words,
    kept_as_words,
    make_words,
    written,
)
from metrics.counting.shipped import steps
from metrics.counting.step import Step

if TYPE_CHECKING:
    import pandas as pd

LARGE = ("applications", "stages", "payments", "complaints", "survey")
"""Kinds that grow with the years; the others are tables of an office or of all."""
HELD = ("applications", "stages")
"""Kinds that many steps read."""
WORTH = 100_000
"""Records of the large kinds from which making the list of words pays."""
BYTES = {"stages": 1000}
PLAIN_BYTES = 400
"""Memory in which a record is counted without spilling: a stage is in several parts of a count."""
HUGE = pa.decimal128(38, 0)  # what DuckDB makes of a sum of whole numbers


class Facts(Protocol):
    """Facts in one engine, all kinds present (empty where nothing was given)."""

    def steps(self) -> Mapping[str, Step]:
        """The compiled definitions for this engine."""

    def give(self, name: str, table: pa.Table) -> None:
        """Put a small table in, in place of an earlier one; what was kept is forgotten."""

    def arrow(self, name: str) -> pa.Table:
        """The rows of a step, or of the facts of a kind (`fact_<kind>`)."""

    def frame(self, name: str) -> "pd.DataFrame":
        """The same as a frame."""


class Size(NamedTuple):
    """Records, and the bytes of memory in which they are counted without spilling."""

    records: int = 0
    bytes: int = 0


class DuckFacts:
    """Facts as temporary views `fact_<kind>` of a DuckDB connection."""

    def __init__(self, con: duckdb.DuckDBPyConnection, sources: Mapping[str, str]) -> None:
        """`sources`: SQL relation (a table, a call of read_parquet) by kind."""
        self.con = con
        self._kept: set[str] = set()
        self._given: set[str] = set()
        self.encoded = False
        self._shapes = {kind: _shaped(con, kind, sources.get(kind)) for kind in kinds()}
        self.narrow(None)

    def steps(self) -> Mapping[str, Step]:
        """The compiled definitions for DuckDB."""
        return steps("duckdb")

    def narrow(self, offices: Sequence[str] | None, encode: bool = False) -> None:
        """Let the large kinds show the records of `offices` alone (None: of all).

        `encode`: their words are held as numbers, and their applications and stages at hand; what
        that costs pays from `WORTH` records on.
        """
        self._clear()
        shown = {}
        for kind, query in self._shapes.items():
            where = f" WHERE office_code IN ({_texts(offices)})" if offices else ""
            shown[kind] = f"(SELECT * FROM ({query}){where if kind in LARGE else ''})"
        if encode:
            said = written(step.sql for step in self.steps().values())
            self.encoded = make_words(self.con, shown, said)
        for kind, relation in shown.items():
            rows = as_words(relation, WORDS.get(kind, ()) if self.encoded else ())
            form = "TABLE" if self.encoded and kind in HELD else "VIEW"
            self.con.execute(f"CREATE TEMP {form} fact_{kind} AS {rows}")

    def sizes(self) -> dict[str, Size]:
        """How much of the large kinds each office has, the most records first."""
        each = " UNION ALL ".join(
            "SELECT office_code, count(*) AS n, "
            f"count(*) * {BYTES.get(kind, PLAIN_BYTES)} AS bytes FROM fact_{kind} GROUP BY 1"
            for kind in LARGE
        )
        rows = self.con.execute(
            "SELECT office_code, sum(n)::BIGINT, sum(bytes)::BIGINT "
            f"FROM ({each}) GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
        return {str(office): Size(int(n), int(held)) for office, n, held in rows}

    def give(self, name: str, table: pa.Table) -> None:
        """Put a small table in; what was kept is forgotten."""
        self._forget()
        self.con.register("_given", table)
        self.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM _given")
        self.con.unregister("_given")
        self._given.add(name)

    def query(self, name: str) -> str:
        """The SQL of a step or a fact, all that it needs worked out."""
        if name not in self.steps():
            return f"SELECT * FROM {name}"
        step = self.steps()[name]
        for other in step.needs:
            self._keep(other)
        return step.sql

    def arrow(self, name: str) -> pa.Table:
        """The rows of a step, or of the facts of a kind (`fact_<kind>`)."""
        if name.startswith("kept_"):
            self._keep(name)
            return _whole(self.con.sql(self._plain(f"SELECT * FROM {name}")).to_arrow_table())
        return _whole(self.con.sql(self._plain(self.query(name))).to_arrow_table())

    def frame(self, name: str) -> "pd.DataFrame":
        """The same as a frame."""
        return framed(self.arrow(name))

    def copy(self, name: str, office: str, order: Sequence[str], path: Path) -> None:
        """Write the rows of a step that are of `office` to a Parquet file, in this order."""
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = f"SELECT * FROM ({self.query(name)}) WHERE office_code = {_texts([office])}"
        line = ", ".join(f"t.{_name(column)}" for column in order)
        self.con.execute(
            f"COPY ({self._plain(rows)} ORDER BY {line}) "
            f"TO {_texts([str(path)])} (FORMAT parquet, COMPRESSION zstd)"
        )

    def close(self) -> None:
        """Take everything out of the connection again."""
        self._clear()
        for name in self._given:
            self.con.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self._given.clear()

    def _plain(self, query: str) -> str:
        return as_texts(self.con, query) if self.encoded else f"SELECT * FROM ({query}) AS t"

    def _keep(self, name: str) -> None:
        if name not in self._kept:
            query = self.query(name)
            if self.encoded and name in KEPT:
                query = kept_as_words(self.con, query)
            self.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")
            self._kept.add(name)

    def _forget(self) -> None:
        for name in self._kept:
            self.con.execute(f"DROP TABLE temp.{name}")
        self._kept.clear()

    def _clear(self) -> None:
        """Take the facts and the words out of the connection."""
        self._forget()
        for kind in kinds():
            form = "TABLE" if self.encoded and kind in HELD else "VIEW"
            self.con.execute(f"DROP {form} IF EXISTS temp.fact_{kind}")
        drop_words(self.con)
        self.encoded = False


def framed(table: pa.Table) -> "pd.DataFrame":
    """A table as a frame, texts as plain objects and None where there is none."""
    frame = table.to_pandas()
    texts = [f.name for f in table.schema if pa.types.is_string(f.type)]
    plain = frame[texts].astype("object")
    return frame.assign(**plain.where(plain.notna(), None))


def _whole(table: pa.Table) -> pa.Table:
    schema = [f.with_type(pa.int64()) if f.type == HUGE else f for f in table.schema]
    return table.cast(pa.schema(schema))


def _shaped(con: duckdb.DuckDBPyConnection, kind: str, source: str | None) -> str:
    """A query of exactly the kind's fields: absent ones null, types as the schema has them."""
    have = (
        {row[0] for row in con.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
        if source
        else set()
    )
    columns = ", ".join(
        f"CAST({_name(f.name) if f.name in have else 'NULL'} AS {f.sql_type}) AS {_name(f.name)}"
        for f in kinds()[kind].fields
    )
    return f"SELECT {columns} FROM {source}" if source else f"SELECT {columns} WHERE FALSE"


def _name(column: str) -> str:
    return f'"{column}"'


def from_store(con: duckdb.DuckDBPyConnection, database: str | None = None) -> DuckFacts:
    """The current facts of an open store connection; `database` names an attached store."""
    where = f"database_name = '{database}'" if database else "database_name = current_database()"
    names = {
        row[0]
        for row in con.execute(f"SELECT table_name FROM duckdb_tables() WHERE {where}").fetchall()
    }
    prefix = f"{database}." if database else ""
    known = {kind: f"{prefix}current_{kind}" for kind in kinds() if f"current_{kind}" in names}
    return DuckFacts(con, known)


def from_parquet(files: Mapping[str, Sequence[Path]]) -> DuckFacts:
    """Facts of Parquet files by kind, counted in memory."""
    sources = {
        kind: f"read_parquet([{_texts([str(p) for p in paths])}], union_by_name=true)"
        for kind, paths in files.items()
        if paths
    }
    return DuckFacts(duckdb.connect(), sources)


def _texts(values: Sequence[str]) -> str:
    """The values as SQL texts in a row."""
    return ", ".join("'{}'".format(value.replace("'", "''")) for value in values)


def files_in(directory: Path) -> dict[str, list[Path]]:
    """Parquet files of facts laid out as `DIR/<kind>/*.parquet` (or `DIR/<kind>.parquet`)."""
    files = {}
    for kind in kinds():
        found = sorted((directory / kind).glob("*.parquet"))
        alone = directory / f"{kind}.parquet"
        files[kind] = found or ([alone] if alone.exists() else [])
    return files
