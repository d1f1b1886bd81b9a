"""Takes back what one batch asserted: its keys become what the other live batches say of them."""

from datetime import datetime

import duckdb

from etl.errors import Refused
from etl.schema import kinds
from etl.store import recaps
from etl.store.effects import dependents, mark_offices
from etl.store.merge import REPLACEABLE, quoted, same_key
from etl.store.results import UndoResult
from etl.words import _, counted


def undo_batch(con: duckdb.DuckDBPyConnection, batch: int) -> tuple[UndoResult, list[str]]:
    """Take a whole batch back in the caller's transaction; files of the store no longer needed.

    Raises `Refused` when the batch is unknown or undone already, or when facts depend on
    reference rows that would go; the caller then rolls back.
    """
    row = con.execute("SELECT file, state FROM facts.batches WHERE batch = ?", [batch]).fetchone()
    if row is None:
        raise Refused(
            _("Muatan {batch} tidak ada; lihat nomornya dengan monev batches.").format(batch=batch)
        )
    if row[1] != "live":
        raise Refused(_("Muatan {batch} sudah dibatalkan sebelumnya.").format(batch=batch))
    stored = con.execute("SELECT kind FROM facts.batch_kinds WHERE batch = ?", [batch]).fetchall()
    unneeded: list[str] = []
    for (kind,) in stored:
        if kind == "recap":
            unneeded += recaps.withdraw(con, batch)
            mark_offices(con, kind, "temp._taken")
            continue
        undo_kind(con, batch, kind)
        if needed := dependents(con, kind):
            raise Refused(_depended_on(batch, needed))
        mark_offices(con, kind, "temp._undone")
    con.execute(
        "UPDATE facts.batches SET state = 'undone', undone_at = ? WHERE batch = ?",
        [datetime.now().replace(microsecond=0), batch],
    )
    return UndoResult(batch, row[0], tuple(kind for (kind,) in stored)), unneeded


def undo_kind(con: duckdb.DuckDBPyConnection, batch: int, kind: str) -> None:
    """Restore the keys of `kind` that `batch` asserted or took back; other keys stay untouched.

    Runs in the caller's transaction, for any live batch, not only the last. Leaves the keys
    touched in TEMP table `_undone` (the kind's key columns) for the caller.
    """
    keys = quoted(kinds()[kind].key)
    current, history = f"facts.current_{kind}", f"facts.history_{kind}"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _undone AS "
        f"SELECT {keys} FROM {history} WHERE _batch = {batch} "
        f"UNION SELECT {keys} FROM {current} WHERE _batch = {batch}"
    )
    if kind in REPLACEABLE:
        group = quoted(REPLACEABLE[kind])
        con.execute(
            f"INSERT INTO temp._undone SELECT DISTINCT {keys} FROM {history} h "
            f"SEMI JOIN (SELECT * FROM facts.retractions WHERE batch = {batch} "
            f"AND kind = '{kind}') r USING ({group}) "
            f"ANTI JOIN temp._undone u USING ({keys})"
        )
        con.execute(f"DELETE FROM facts.retractions WHERE batch = {batch} AND kind = '{kind}'")
    con.execute(f"DELETE FROM {history} WHERE _batch = {batch}")
    con.execute(f"DELETE FROM {current} c USING temp._undone u WHERE {same_key(kind, 'c', 'u')}")
    _live(con, kind)
    con.execute(f"INSERT INTO {current} BY NAME {fold_sql(con, kind)}")
    _shrink(con, kind)


def _live(con: duckdb.DuckDBPyConnection, kind: str) -> None:
    """TEMP table `_assertions`: what other batches say of the keys undone, unless taken back."""
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _assertions AS SELECT h.* FROM facts.history_{kind} h "
        f"SEMI JOIN temp._undone u USING ({quoted(kinds()[kind].key)}) WHERE {in_force(kind, 'h')}"
    )


def in_force(kind: str, row: str) -> str:
    """SQL condition that no later batch took the assertion `row` back."""
    if kind not in REPLACEABLE:
        return "true"
    same = " AND ".join(f'r."{g}" = {row}."{g}"' for g in REPLACEABLE[kind])
    return (
        f"NOT EXISTS (SELECT 1 FROM facts.retractions r WHERE r.kind = '{kind}' "
        f"AND r.before > {row}._batch AND {same})"
    )


def fold_sql(con: duckdb.DuckDBPyConnection, kind: str, source: str = "temp._assertions") -> str:
    """SQL giving the current row of every key in `source`, a table of assertions in force.

    A field's value is that of the last batch that asserts the field, null included.
    """
    key = kinds()[kind].key
    rest = [f.name for f in kinds()[kind].fields if f.name not in key]
    asserted = dict(
        con.execute(
            f"SELECT batch, columns FROM facts.batch_kinds WHERE kind = '{kind}' AND batch IN "
            f"(SELECT DISTINCT _batch FROM {source})"
        ).fetchall()
    )
    folded = []
    for name in rest:
        silent = sorted(b for b, columns in asserted.items() if name not in columns)
        speaks = f" FILTER (_batch NOT IN ({_numbers(silent)}))" if silent else ""
        folded.append(f'arg_max_null("{name}", _batch){speaks} AS "{name}"')
    values = "".join(f", {f}" for f in folded)
    return (
        f"SELECT {quoted(key)}{values}, max(_batch)::INTEGER AS _batch "
        f"FROM {source} GROUP BY {quoted(key)}"
    )


def _shrink(con: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Drop the history of keys that one batch alone asserts now: their current row says it all."""
    keys = quoted(kinds()[kind].key)
    alone = (
        f"(SELECT {keys} FROM temp._assertions GROUP BY {keys} HAVING count(*) = 1 "
        f"INTERSECT SELECT {keys} FROM facts.history_{kind} h "
        f"SEMI JOIN temp._undone u USING ({keys}) GROUP BY {keys} HAVING count(*) = 1)"
    )
    con.execute(
        f"DELETE FROM facts.history_{kind} h USING {alone} a WHERE {same_key(kind, 'h', 'a')}"
    )


def _numbers(batches: list[int]) -> str:
    return ", ".join(str(b) for b in batches)


def _depended_on(batch: int, needed: list[tuple[str, str, int]]) -> str:
    rows = [
        counted("{what} dipakai {n} baris {kind}", n).format(what=what, n=n, kind=kind)
        for what, kind, n in needed[:20]
    ]
    more = _(", dan {n} lagi").format(n=len(needed) - 20) if len(needed) > 20 else ""
    return _(
        "Muatan {batch} tidak dapat dibatalkan karena masih dipakai: {list}{more}; "
        "batalkan dahulu muatan data itu."
    ).format(batch=batch, list="; ".join(rows), more=more)
