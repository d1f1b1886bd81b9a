"""Marks the offices whose published files are at fault, so that publishing counts them again."""

import contextlib
from pathlib import Path

import duckdb

from etl.errors import PublishedDamaged
from etl.store.effects import OFFICES
from etl.store.published import FOLDER, POINTER, faults, read_manifest


def mark_all(con: duckdb.DuckDBPyConnection) -> None:
    """Mark every office that the facts know."""
    con.execute(
        f"INSERT INTO facts.offices_changed SELECT office_code FROM {OFFICES} "
        "WHERE office_code NOT IN (SELECT office_code FROM facts.offices_changed)"
    )


def mark_where_unreadable(store: Path, con: duckdb.DuckDBPyConnection) -> bool:
    """Mark all where nothing is published or what names it cannot be read; whether it could not.

    A damaged pointer is set aside, so that publishing begins anew under a version never used.
    """
    try:
        if read_manifest(store) is None:
            mark_all(con)
        return False
    except PublishedDamaged:
        with contextlib.suppress(FileNotFoundError):
            (store / FOLDER / POINTER).replace(store / FOLDER / "current.damaged")
        for path in (store / FOLDER).glob("manifest-*.json"):
            path.unlink()
        mark_all(con)
        return True


def mark_faults(store: Path, con: duckdb.DuckDBPyConnection) -> list[str]:
    """Mark the offices (and the book) with published files missing or altered; reads them all."""
    manifest = read_manifest(store)
    found = faults(store, manifest) if manifest else []
    if found:
        con.execute("INSERT INTO facts.offices_changed SELECT unnest(?)", [found])
    return found
