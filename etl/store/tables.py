"""The tables of the store, made or rebuilt from the record kinds so that no other list exists."""

import duckdb

from etl.errors import StoreDamaged
from etl.schema import columns_sql, kinds
from etl.words import _

FORMAT = 1

LEDGER = {
    "store_format": {"format": "INTEGER"},
    "batches": {
        "batch": "INTEGER",
        "loaded_at": "TIMESTAMP",
        "loaded_by": "VARCHAR",
        "file": "VARCHAR",
        "sha256": "VARCHAR",
        "source": "VARCHAR",  # SHA-256 of the archived file; a zip has several batches
        "fingerprint": "VARCHAR",
        "kind": "VARCHAR",
        "mapping": "VARCHAR",
        "office_code": "VARCHAR",
        "period": "VARCHAR",
        "service": "VARCHAR",
        "rule": "VARCHAR",
        "sample": "BOOLEAN",
        "state": "VARCHAR",  # live or undone
        "undone_at": "TIMESTAMP",
        "notes": "VARCHAR",
        "reconciliation": "VARCHAR",
    },
    "batch_kinds": {
        "batch": "INTEGER",
        "kind": "VARCHAR",
        "columns": "VARCHAR[]",
        "read": "BIGINT",
        "accepted": "BIGINT",
        "rejected": "BIGINT",
        "unchanged": "BIGINT",
    },
    "batch_offices": {
        "batch": "INTEGER",
        "kind": "VARCHAR",
        "office_code": "VARCHAR",
        "rows": "BIGINT",
        "rejected": "BIGINT",
    },
    "rejects": {
        "batch": "INTEGER",
        "kind": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "BIGINT",
        "column": "VARCHAR",
        "value": "VARCHAR",
        "reason": "VARCHAR",
    },
    # A replacing survey load takes back what batches older than `before` said of a period and
    # service, for as long as it is live itself.
    "retractions": {
        "batch": "INTEGER",
        "before": "INTEGER",
        "kind": "VARCHAR",
        "office_code": "VARCHAR",
        "period": "VARCHAR",
        "service": "VARCHAR",
    },
    # Recap files by batch and office; `path` is relative to the store.
    "recaps": {
        "batch": "INTEGER",
        "office_code": "VARCHAR",
        "path": "VARCHAR",
        "manifest": "VARCHAR",
    },
    # Public keys that a province registered: an office's recap without its signature is refused.
    "recap_keys": {
        "office_code": "VARCHAR",
        "key": "VARCHAR",
        "by": "VARCHAR",
        "at": "TIMESTAMP",
    },
    "offices_changed": {"office_code": "VARCHAR"},
}


def wanted() -> dict[str, str]:
    """Name → column definitions of every table of the facts."""
    tables = {
        name: ", ".join(f'"{column}" {type_}' for column, type_ in columns.items())
        for name, columns in LEDGER.items()
    }
    for kind in kinds():
        tables[f"current_{kind}"] = f"{columns_sql(kind)}, _batch INTEGER"
        tables[f"history_{kind}"] = f"{columns_sql(kind)}, _batch INTEGER"
    return tables


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Make all tables in the empty database `facts` of `con`."""
    for name, columns in wanted().items():
        con.execute(f"CREATE TABLE facts.{name} ({columns})")
    con.execute("INSERT INTO facts.store_format VALUES (?)", [FORMAT])


def upgrade(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Give the facts the tables and columns that this version knows; the names rebuilt.

    A table with other columns is rebuilt beside the old one and takes its place in one
    transaction; columns that were not there are null. Raises `StoreDamaged` when the facts
    were written by a newer version or are not a store's.
    """
    found: dict[str, list[str]] = {}
    for table, column in con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = 'facts' ORDER BY column_index"
    ).fetchall():
        found.setdefault(table, []).append(column)
    if "store_format" not in found:
        raise StoreDamaged(
            _(
                "Berkas facts.duckdb bukan penyimpanan Monev PTSP; "
                "pilih folder lain dengan --store atau pulihkan dari cadangan."
            )
        )
    row = con.execute("SELECT max(format) FROM facts.store_format").fetchone()
    if row is None or row[0] is None or row[0] > FORMAT:
        raise StoreDamaged(
            _(
                "Penyimpanan ini ditulis oleh versi Monev PTSP yang lebih baru; "
                "perbarui aplikasi lalu ulangi."
            )
        )
    rebuilt = []
    for name, columns in wanted().items():
        if name not in found:
            con.execute(f"CREATE TABLE facts.{name} ({columns})")
            rebuilt.append(name)
        elif set(_fields(name)) - set(found[name]):
            kept = ", ".join(f'"{c}"' for c in found[name] if c in _fields(name))
            con.execute(f"CREATE TABLE facts._rebuilt ({columns})")
            con.execute(f"INSERT INTO facts._rebuilt ({kept}) SELECT {kept} FROM facts.{name}")
            con.execute(f"DROP TABLE facts.{name}")
            con.execute(f"ALTER TABLE facts._rebuilt RENAME TO {name}")
            rebuilt.append(name)
    return rebuilt


def _fields(table: str) -> list[str]:
    """The columns that a table must have."""
    if table in LEDGER:
        return list(LEDGER[table])
    return [*(f.name for f in kinds()[table.partition("_")[2]].fields), "_batch"]
