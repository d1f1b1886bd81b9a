"""Folds a load into the facts: what the newest live batch says of a field is what counts."""

import duckdb

from etl.schema import kinds

#: Kinds whose earlier rows of one (office, period, service) a load may take back.
REPLACEABLE = {"survey": ("office_code", "period", "service")}


def quoted(names: tuple[str, ...] | list[str], prefix: str = "") -> str:
    """The names as a SQL list, each quoted and prefixed."""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def same_key(kind: str, left: str, right: str) -> str:
    """SQL condition that two rows of a kind have the same key; keys are never null."""
    return " AND ".join(f'{left}."{k}" = {right}."{k}"' for k in kinds()[kind].key)


def merge(
    con: duckdb.DuckDBPyConnection,
    batch: int,
    kind: str,
    table: str,
    columns: tuple[str, ...],
    before: int | None = None,
) -> int:
    """Assert the rows of `table` as `batch`, newer than every other; the rows that were so before.

    `table` holds one row a key and at least the key and `columns`. A field outside `columns`
    keeps what earlier batches say; a null in a field of `columns` erases it. With `before`,
    what batches older than it say of the groups (`REPLACEABLE`) in the table is taken back first.
    Runs in the caller's transaction. Keys asserted by more than one batch are kept assertion
    by assertion in `history_*`; a key asserted once lives in `current_*` alone.
    """
    key, own, rest = _parts(kind, columns)
    if before is None and _empty(con, f"facts.current_{kind}", f"facts.history_{kind}"):
        _insert(con, batch, kind, table, key + own)
        return 0
    keys = quoted(key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _prior AS "
        f"SELECT c.* FROM facts.current_{kind} c SEMI JOIN {table} s USING ({keys})"
    )
    unchanged = _unchanged(con, kind, table, own)
    if before is not None:
        _retract(con, batch, kind, table, before)
        con.execute(f"DELETE FROM temp._prior WHERE _batch < {before}")
    _keep_history(con, batch, kind, table, key + own)
    con.execute(
        f"DELETE FROM facts.current_{kind} c USING temp._prior p WHERE {same_key(kind, 'c', 'p')}"
    )
    con.execute(
        f"INSERT INTO facts.current_{kind} ({quoted(key + own + rest)}, _batch) "
        f"SELECT {quoted(key + own, 's.')}{_comma(quoted(rest, 'p.'))}, {batch} "
        f"FROM {table} s LEFT JOIN temp._prior p USING ({keys})"
    )
    con.execute("DROP TABLE temp._prior")
    return unchanged


def _parts(
    kind: str, columns: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The kind's key, its other asserted fields and the fields the load is silent about."""
    key = kinds()[kind].key
    fields = tuple(f.name for f in kinds()[kind].fields)
    own = tuple(f for f in fields if f in columns and f not in key)
    return key, own, tuple(f for f in fields if f not in key and f not in own)


def _unchanged(con: duckdb.DuckDBPyConnection, kind: str, table: str, own: tuple[str, ...]) -> int:
    same = [f's."{f}" IS NOT DISTINCT FROM p."{f}"' for f in own]
    where = " AND ".join(same) or "true"
    keys = quoted(kinds()[kind].key)
    return _count(con, f"{table} s JOIN temp._prior p USING ({keys}) WHERE {where}")


def _retract(
    con: duckdb.DuckDBPyConnection, batch: int, kind: str, table: str, before: int
) -> None:
    """Take back what batches older than `before` say of the groups that the table names."""
    group = REPLACEABLE[kind]
    con.execute(
        f"INSERT INTO facts.retractions (batch, before, kind, {quoted(group)}) "
        f"SELECT DISTINCT {batch}, {before}, '{kind}', {quoted(group)} FROM {table}"
    )
    named = f"(SELECT DISTINCT {quoted(group)} FROM {table})"
    con.execute(
        f"INSERT INTO facts.history_{kind} BY NAME SELECT c.* FROM facts.current_{kind} c "
        f"SEMI JOIN {named} g USING ({quoted(group)}) "
        f"ANTI JOIN facts.history_{kind} h USING ({quoted(kinds()[kind].key)}) "
        f"WHERE c._batch < {before}"
    )
    same = " AND ".join(f'c."{g}" = g."{g}"' for g in group)
    con.execute(
        f"DELETE FROM facts.current_{kind} c USING {named} g WHERE {same} AND c._batch < {before}"
    )


def _keep_history(
    con: duckdb.DuckDBPyConnection, batch: int, kind: str, table: str, fields: tuple[str, ...]
) -> None:
    """Write down, for keys asserted before, the earlier assertion (once) and the new one."""
    keys = quoted(kinds()[kind].key)
    history = f"facts.history_{kind}"
    con.execute(
        f"INSERT INTO {history} BY NAME "
        f"SELECT p.* FROM temp._prior p ANTI JOIN {history} h USING ({keys})"
    )
    if not _empty(con, history):
        con.execute(
            f"INSERT INTO {history} ({quoted(fields)}, _batch) "
            f"SELECT {quoted(fields, 's.')}, {batch} FROM {table} s "
            f"SEMI JOIN {history} h USING ({keys})"
        )


def _insert(
    con: duckdb.DuckDBPyConnection, batch: int, kind: str, table: str, fields: tuple[str, ...]
) -> None:
    con.execute(
        f"INSERT INTO facts.current_{kind} ({quoted(fields)}, _batch) "
        f"SELECT {quoted(fields)}, {batch} FROM {table}"
    )


def _empty(con: duckdb.DuckDBPyConnection, *tables: str) -> bool:
    return not any(con.execute(f"SELECT 1 FROM {t} LIMIT 1").fetchone() for t in tables)


def _count(con: duckdb.DuckDBPyConnection, source: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {source}").fetchone()
    return int(row[0]) if row else 0


def _comma(text: str) -> str:
    return f", {text}" if text else ""
