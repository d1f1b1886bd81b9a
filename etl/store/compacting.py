"""Writes the facts anew without the free pages that deleted rows leave in the file."""

import os

import duckdb

from etl.paths import FACTS
from etl.store.connection import STORAGE_VERSION, open_beside, translated
from etl.store.lock import write_lock
from etl.store.store import Store

LEAST_BYTES = 8 << 20  # a smaller file is not worth a copy of its own
FREE_SHARE = 0.5


def compact(store: Store) -> None:
    """Copy the facts into a new file and put it in place of the old; nothing else changes."""
    part = store.folder / "facts.new"
    with write_lock(store.folder, store.limits.lock_seconds), translated():
        for leftover in store.folder.glob("facts.new*"):
            leftover.unlink()
        with open_beside(store.folder, store.limits) as con:
            con.execute(
                f"ATTACH '{_text(str(part))}' AS fresh (STORAGE_VERSION '{STORAGE_VERSION}')"
            )
            con.execute("COPY FROM DATABASE facts TO fresh")
            con.execute("CHECKPOINT fresh")
            con.execute("DETACH fresh")
        part.chmod(0o600)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(store.folder / FACTS)


def compact_where_wasteful(store: Store) -> bool:
    """`compact` where more than half of a file of some size is free pages; whether it was."""
    file = store.folder / FACTS
    if not file.exists() or file.stat().st_size < LEAST_BYTES:
        return False
    with store.writer() as con:
        free = wasteful(con)
    if free:
        compact(store)
    return free


def wasteful(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether more than half of the file is free pages."""
    row = con.execute(
        "SELECT total_blocks, free_blocks FROM pragma_database_size() WHERE database_name = 'facts'"
    ).fetchone()
    return row is not None and bool(row[1] > FREE_SHARE * row[0])


def _text(path: str) -> str:
    return path.replace("'", "''")
