"""Where facts come from: the store's current tables or Parquet files, as Ibis tables of one shape.

The same count definitions run over either, on DuckDB or Spark (indicators.md §12).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from etl.schema import kinds

if TYPE_CHECKING:
    import duckdb

_numbers = count(1)
_IBIS_TYPES = {
    "VARCHAR": "string",
    "TIMESTAMP": "timestamp",
    "DATE": "date",
    "INTEGER": "int32",
    "DECIMAL(18,2)": "decimal(18, 2)",
    "DECIMAL(18,4)": "decimal(18, 4)",
}


def schema_of(kind: str) -> dict[str, str]:
    """Ibis types of a record kind's fields."""
    return {f.name: _IBIS_TYPES[f.sql_type] for f in kinds()[kind].fields}


@dataclass(frozen=True)
class Facts:
    """One Ibis table a record kind, all of them present (empty where nothing was given)."""

    backend: Any
    tables: Mapping[str, ir.Table]

    def __getitem__(self, kind: str) -> ir.Table:
        return self.tables[kind]

    def keep(self, expression: ir.Table) -> ir.Table:
        """`expression` worked out once and kept for as long as the connection lives."""
        if self.backend.name != "duckdb":
            self.backend._run_pre_execute_hooks(expression)  # cache() alone forgets memtables
            return expression.cache()
        name = f"kept_{next(_numbers)}"
        return self.backend.create_table(name, expression, temp=True)


def _shaped(table: ir.Table, kind: str) -> ir.Table:
    """`table` with exactly the kind's fields: absent ones null, types as the schema has them."""
    have = set(table.columns)
    return table.select(
        **{
            name: (table[name] if name in have else ibis.null()).cast(type_)
            for name, type_ in schema_of(kind).items()
        }
    )


def _empty(kind: str) -> ir.Table:
    # no Arrow or pandas detour for nothing: a literal row that the filter drops
    columns = {name: ibis.null().cast(type_) for name, type_ in schema_of(kind).items()}
    return ibis.memtable({"_one": [1]}).select(**columns).filter(ibis.literal(False))


def from_store(con: "duckdb.DuckDBPyConnection", database: str | None = None) -> Facts:
    """The current facts of an open store connection; `database` names an attached store."""
    backend = ibis.duckdb.from_connection(con)
    where = f"database_name = '{database}'" if database else "database_name = current_database()"
    names = {
        row[0]
        for row in con.execute(f"SELECT table_name FROM duckdb_tables() WHERE {where}").fetchall()
    }
    tables = {}
    for kind in kinds():
        name = f"current_{kind}"
        known = (
            backend.table(name, database=(database, "main") if database else None)
            if (name in names)
            else None
        )
        tables[kind] = _empty(kind) if known is None else _shaped(known, kind)
    return Facts(backend, tables)


def from_parquet(files: Mapping[str, Sequence[Path]], backend: Any = None) -> Facts:
    """Facts of Parquet files by kind; on DuckDB in memory unless a backend is given."""
    backend = backend or ibis.duckdb.connect()
    tables = {}
    for kind in kinds():
        paths = [str(p) for p in files.get(kind, ())]
        tables[kind] = _read(backend, paths, kind) if paths else _empty(kind)
    return Facts(backend, tables)


def _read(backend: Any, paths: list[str], kind: str) -> ir.Table:
    """The rows of all files of a kind; Spark takes one path at a time."""
    if backend.name == "duckdb":
        return _shaped(backend.read_parquet(paths, union_by_name=True), kind)
    return ibis.union(*[_shaped(backend.read_parquet(path), kind) for path in paths])


def from_directory(directory: Path, backend: Any = None) -> Facts:
    """Facts laid out as `DIR/<kind>/*.parquet` (or `DIR/<kind>.parquet`)."""
    files = {}
    for kind in kinds():
        found = sorted((directory / kind).glob("*.parquet"))
        alone = directory / f"{kind}.parquet"
        files[kind] = found or ([alone] if alone.exists() else [])
    return from_parquet(files, backend)
