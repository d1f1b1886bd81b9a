"""Erases what an office may not keep for ever: archived sources, free text, rejected cells."""

from datetime import datetime

import duckdb

from etl.errors import Refused
from etl.schema import kinds
from etl.store.compacting import compact
from etl.store.merge import quoted, same_key
from etl.store.store import Store
from etl.store.undo import fold_sql, in_force
from etl.words import _

#: Columns in which people wrote freely.
FREE_TEXT = {"survey": "comment", "complaints": "outcome"}
WHAT = ("archive", "comments", "rejects")


def purge(store: Store, what: str, before: datetime) -> int:
    """Erase `what` of batches loaded before a day; the number of files, comments or cells.

    Figures stay as they are. The facts are written anew, so that nothing stays in free pages;
    the caller publishes and sweeps the older published sets. Raises `Refused`, `StoreBusy`.
    """
    if what not in WHAT:
        raise Refused(
            _("{what} tidak dapat dihapus; pilih {choices}.").format(
                what=what, choices=", ".join(WHAT)
            )
        )
    if not store.exists:
        raise Refused(_("Belum ada data di {folder}.").format(folder=store.folder))
    with store.writer():
        told = {"what": what, "before": before.date().isoformat()}
        if what == "archive":
            erased = _sources(store, before)
            store.journal.write("purge", store.by, **told)
        else:
            store.journal.write("purge", store.by, **told)
            erased = erase(store, what, before)
    compact(store)
    store._audit("purge", **told, erased=erased)
    return erased


def erase(store: Store, what: str, before: datetime) -> int:
    """Take comments or rejected cells of batches before a day out of the facts; how many."""
    with store.writer() as con:
        con.execute("BEGIN")
        old = f"(SELECT batch FROM facts.batches WHERE loaded_at < TIMESTAMP '{before}')"
        if what == "rejects":
            row = con.execute(f"SELECT count(*) FROM facts.rejects WHERE batch IN {old}").fetchone()
            con.execute(f"DELETE FROM facts.rejects WHERE batch IN {old}")
            erased = int(row[0]) if row else 0
        else:
            erased = sum(_text(con, kind, column, old) for kind, column in FREE_TEXT.items())
        con.execute(
            "INSERT INTO facts.offices_changed "
            f"SELECT DISTINCT office_code FROM facts.batch_offices WHERE batch IN {old} "
            "AND office_code IN (SELECT office_code FROM facts.current_offices)"
        )
        con.execute("COMMIT")
    return erased


def _text(con: duckdb.DuckDBPyConnection, kind: str, column: str, old: str) -> int:
    """Empty a column of what old batches said, and fold the keys that several batches assert."""
    current, history = f"facts.current_{kind}", f"facts.history_{kind}"
    keys = quoted(kinds()[kind].key)
    row = con.execute(f'SELECT count("{column}") FROM {current}').fetchone()
    before = int(row[0]) if row else 0
    con.execute(f'UPDATE {history} SET "{column}" = NULL WHERE _batch IN {old}')
    con.execute(
        f'UPDATE {current} c SET "{column}" = NULL WHERE _batch IN {old} AND NOT EXISTS '
        f"(SELECT 1 FROM {history} h WHERE {same_key(kind, 'c', 'h')})"
    )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _assertions AS SELECT * FROM {history} h "
        f"WHERE {in_force(kind, 'h')}"
    )
    con.execute(
        f"DELETE FROM {current} c USING (SELECT DISTINCT {keys} FROM temp._assertions) a "
        f"WHERE {same_key(kind, 'c', 'a')}"
    )
    con.execute(f"INSERT INTO {current} BY NAME {fold_sql(con, kind)}")
    con.execute("DROP TABLE temp._assertions")
    row = con.execute(f'SELECT count("{column}") FROM {current}').fetchone()
    return before - (int(row[0]) if row else 0)


def _sources(store: Store, before: datetime) -> int:
    """Delete archived files that no later batch was loaded from."""
    with store.writer() as con:
        rows = con.execute(
            "SELECT source FROM facts.batches WHERE source IS NOT NULL "
            f"GROUP BY source HAVING max(loaded_at) < TIMESTAMP '{before}'"
        ).fetchall()
        erased = 0
        for (sha256,) in rows:
            for path in store.archive.folder.glob(f"{sha256}*"):
                path.unlink()
                erased += 1
            con.execute("UPDATE facts.batches SET source = NULL WHERE source = ?", [sha256])
    return erased
