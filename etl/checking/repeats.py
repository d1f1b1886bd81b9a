"""One key twice in a file: exact repeats are dropped, contradictions rejected, runs numbered."""

from collections.abc import Sequence

import duckdb

from etl.reading.raw import ident, literal, temp_name
from etl.schema import Kind
from etl.words import _


def drop_repeats(
    con: duckdb.DuckDBPyConnection,
    kind: Kind,
    table: str,
    columns: Sequence[str],
    rejects: str,
    label: str,
    offices: dict[str, int],
) -> tuple[int, int]:
    """Reject the rows of keys that say different things, drop exact repeats: numbers of each.

    A rejected row names another row with its key. `offices` is raised by the rejected rows.
    """
    keys = ", ".join(ident(k) for k in kind.key)
    twice = temp_name("twice")
    con.execute(
        f"CREATE TEMP TABLE {twice} AS SELECT {keys} FROM {table} GROUP BY {keys} "
        "HAVING count(*) > 1"
    )
    if not con.execute(f"SELECT count(*) FROM {twice}").fetchall()[0][0]:
        con.execute(f"DROP TABLE {twice}")
        return 0, 0
    listed = ", ".join(ident(c) for c in columns)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {twice} AS SELECT *, "
        f"count(DISTINCT said) OVER same AS sayings, min(_row) OVER same AS low, "
        f"max(_row) OVER same AS high, row_number() OVER (PARTITION BY {keys} "
        f"ORDER BY _sheet, _row) AS nth FROM (SELECT t.rowid AS id, {listed}, _sheet, _row, "
        f"({listed}) AS said FROM {table} t SEMI JOIN {twice} USING ({keys})) "
        f"WINDOW same AS (PARTITION BY {keys})"
    )
    before, after = _(
        "Nomor yang sama ada di baris {row} dengan isi berbeda; sisakan satu yang benar."
    ).split("{row}")
    value = " || ' / ' || ".join(
        f"CAST({ident(k)} AS VARCHAR)" for k in kind.key if k != "office_code"
    ) or ident(kind.key[0])
    con.execute(
        f"INSERT INTO {rejects} SELECT _sheet, _row, {literal(label)}, {value}, {literal(before)} "
        f"|| CASE WHEN _row = low THEN high ELSE low END || {literal(after)} "
        f"FROM {twice} WHERE sayings > 1 ORDER BY _sheet, _row"
    )
    if "office_code" in columns:
        for office, n in con.execute(
            f"SELECT office_code, count(*) FROM {twice} WHERE sayings > 1 GROUP BY 1"
        ).fetchall():
            offices[office] = offices.get(office, 0) + n
    conflicts, repeats = con.execute(
        f"SELECT count(*) FILTER (sayings > 1), count(*) FILTER (sayings = 1 AND nth > 1) "
        f"FROM {twice}"
    ).fetchall()[0]
    con.execute(
        f"DELETE FROM {table} WHERE rowid IN (SELECT id FROM {twice} WHERE sayings > 1 OR nth > 1)"
    )
    con.execute(f"DROP TABLE {twice}")
    return conflicts, repeats


def number_runs(con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> int:
    """Give `run_no` to stages by order of time within a case, exact repeats dropped: how many.

    Only stages that a case ran more than once are sorted; all others are run 1.
    """
    keys = "office_code, application_no, stage"
    again, numbered = temp_name("again"), temp_name("numbered")
    con.execute(f"ALTER TABLE {table} ADD COLUMN run_no INTEGER DEFAULT 1")
    con.execute(
        f"CREATE TEMP TABLE {again} AS SELECT {keys} FROM {table} GROUP BY {keys} "
        "HAVING count(*) > 1"
    )
    repeats = _drop_same(con, table, again, [c for c in columns if c != "seq"])
    times = [c for c in ("started_at", "finished_at") if c in columns]
    when = f"coalesce({', '.join(times)}), " if times else ""
    con.execute(
        f"CREATE TEMP TABLE {numbered} AS SELECT id, nth FROM (SELECT t.rowid AS id, CAST("
        f"row_number() OVER (PARTITION BY {keys} ORDER BY {when}seq, _row) AS INTEGER) AS nth "
        f"FROM {table} t SEMI JOIN {again} USING ({keys})) WHERE nth > 1"
    )
    con.execute(f"UPDATE {table} SET run_no = nth FROM {numbered} WHERE {table}.rowid = id")
    con.execute(f"DROP TABLE {again}")
    con.execute(f"DROP TABLE {numbered}")
    return repeats


def _drop_same(con: duckdb.DuckDBPyConnection, table: str, among: str, said: Sequence[str]) -> int:
    """Drop rows that say the same as an earlier one, among the keys of `among`: how many."""
    keys, listed = "office_code, application_no, stage", ", ".join(ident(c) for c in said)
    rows = (
        f"SELECT t.rowid AS id, {listed}, seq, _row FROM {table} t SEMI JOIN {among} USING ({keys})"
    )
    same = con.execute(
        f"SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ({rows}) "
        f"GROUP BY {listed} HAVING count(*) > 1)"
    ).fetchall()[0][0]
    if same:
        con.execute(
            f"DELETE FROM {table} WHERE rowid IN (SELECT id FROM (SELECT id, row_number() OVER "
            f"(PARTITION BY {listed} ORDER BY seq, _row) AS nth FROM ({rows})) WHERE nth > 1)"
        )
    return int(same)
