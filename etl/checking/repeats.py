"""One key twice in a file: repeats dropped, continued rows superseded, contradictions rejected."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from etl.checking.years import CAME, FAR, far_apart
from etl.reading.raw import ident, literal, temp_name
from etl.schema import Kind
from etl.words import _, counted

#: Kinds in which a row that is later by its latest date continues an earlier one of its key.
CONTINUED = ("applications", "complaints")
NAMED = 20  # superseded rows named in a note


@dataclass(frozen=True)
class Repeats:
    """What became of keys told more than once: rows rejected, rows dropped, and notes."""

    conflicts: int = 0
    dropped: int = 0
    notes: tuple[str, ...] = ()


def drop_repeats(
    con: duckdb.DuckDBPyConnection,
    kind: Kind,
    table: str,
    columns: Sequence[str],
    rejects: str,
    label: str,
    offices: dict[str, int],
) -> Repeats:
    """One row a key: repeats are dropped, what a later row continues is superseded and named.

    A row continues another when it says all that the other says and more, or (`CONTINUED`) when
    its latest date is later. Where neither holds both are rejected, and each names the other's
    place. `offices` is raised by the rejected rows.
    """
    keys = ", ".join(ident(k) for k in kind.key)
    twice = temp_name("twice")
    con.execute(
        f"CREATE TEMP TABLE {twice} AS SELECT {keys} FROM {table} GROUP BY {keys} "
        "HAVING count(*) > 1"
    )
    if not con.execute(f"SELECT count(*) FROM {twice}").fetchall()[0][0]:
        con.execute(f"DROP TABLE {twice}")
        return Repeats()
    _judge(con, kind, table, columns, twice, keys)
    value = " || ' / ' || ".join(
        f"CAST({ident(k)} AS VARCHAR)" for k in kind.key if k != "office_code"
    ) or ident(kind.key[0])
    _reject(con, twice, rejects, label, value)
    if "office_code" in columns:
        for office, n in con.execute(
            f"SELECT office_code, count(*) FROM {twice} WHERE NOT agreed GROUP BY 1"
        ).fetchall():
            offices[office] = offices.get(office, 0) + n
    notes = [*_superseded(con, twice, value), *_years_apart(con, kind, twice, columns)]
    if kind.name == "complaints" and "responded_at" in columns:
        con.execute(
            f"UPDATE {table} SET responded_at = first FROM (SELECT winner, "
            f"min(responded_at) AS first FROM {twice} WHERE agreed GROUP BY 1) f "
            f"WHERE {table}.rowid = f.winner"
        )
    conflicts, dropped = con.execute(
        f"SELECT count(*) FILTER (NOT agreed), count(*) FILTER (agreed AND id <> winner) "
        f"FROM {twice}"
    ).fetchall()[0]
    con.execute(
        f"DELETE FROM {table} WHERE rowid IN "
        f"(SELECT id FROM {twice} WHERE NOT agreed OR id <> winner)"
    )
    con.execute(f"DROP TABLE {twice}")
    return Repeats(conflicts, dropped, tuple(notes))


def _judge(
    con: duckdb.DuckDBPyConnection,
    kind: Kind,
    table: str,
    columns: Sequence[str],
    twice: str,
    keys: str,
) -> None:
    """Make `twice` hold every row of those keys: its key's `winner`, and whether all is `agreed`.

    `same`: the row says exactly what the winner says. `place`, `elsewhere`: where it and another
    row of its key stand.
    """
    said = [c for c in columns if c not in (*kind.key, "seq")]
    times = [c for c in said if kind.by_name[c].type in ("time", "date")]
    latest = f"greatest({', '.join(map(ident, times))})" if times else "CAST(NULL AS TIMESTAMP)"
    filled = " + ".join(f"CAST({ident(c)} IS NOT NULL AS TINYINT)" for c in said) or "0"
    within = " AND ".join(
        f"(r.{ident(c)} IS NULL OR r.{ident(c)} IS NOT DISTINCT FROM b.{ident(c)})" for c in said
    )
    equal = " AND ".join(f"r.{ident(c)} IS NOT DISTINCT FROM b.{ident(c)}" for c in said)
    later = "coalesce(b.latest > r.latest, false)" if kind.name in CONTINUED else "false"
    listed = ", ".join(ident(c) for c in columns)
    lines = temp_name("lines")
    sheet, row = literal(_("lembar ")), literal(_("baris "))
    con.execute(
        f"CREATE TEMP TABLE {lines} AS SELECT t.rowid AS id, {listed}, _sheet, _row, "
        f"{latest} AS latest, {filled} AS filled, coalesce({sheet} || _sheet || ' ', '') || {row} "
        f"|| _row AS place FROM {table} t SEMI JOIN {twice} USING ({keys})"
    )
    order = "latest DESC NULLS LAST, filled DESC" if kind.name in CONTINUED else "filled DESC"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {twice} AS WITH best AS (SELECT * FROM {lines} QUALIFY "
        f"row_number() OVER (PARTITION BY {keys} ORDER BY {order}, _sheet, _row) = 1), "
        f"judged AS (SELECT r.*, b.id AS winner, b.place AS won, {equal or 'true'} AS same, "
        f"({within or 'true'}) OR {later} AS fits FROM {lines} r JOIN best b USING ({keys})) "
        f"SELECT *, bool_and(fits) OVER key AS agreed, CASE WHEN id = first_value(id) OVER place "
        f"THEN last_value(place) OVER place ELSE first_value(place) OVER place END AS elsewhere "
        f"FROM judged WINDOW key AS (PARTITION BY {keys}), place AS (PARTITION BY {keys} ORDER BY "
        f"_sheet, _row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)"
    )
    con.execute(f"DROP TABLE {lines}")


def _reject(
    con: duckdb.DuckDBPyConnection, twice: str, rejects: str, label: str, value: str
) -> None:
    before, after = _(
        "Nomor yang sama ada di {place} dengan isi berbeda; sisakan satu yang benar."
    ).split("{place}")
    con.execute(
        f"INSERT INTO {rejects} SELECT _sheet, _row, {literal(label)}, {value}, {literal(before)} "
        f"|| elsewhere || {literal(after)} FROM {twice} WHERE NOT agreed ORDER BY _sheet, _row"
    )


def _superseded(con: duckdb.DuckDBPyConnection, twice: str, value: str) -> list[str]:
    """The notes on rows that a later or fuller row of the same key takes the place of."""
    rows = con.execute(
        f"SELECT {value}, place, won FROM {twice} WHERE agreed AND NOT same ORDER BY _sheet, _row"
    ).fetchall()
    exact = con.execute(
        f"SELECT count(*) FROM {twice} WHERE agreed AND same AND id <> winner"
    ).fetchall()[0][0]
    notes = []
    if exact:
        said = counted("{n} baris persis sama dengan baris lain; dihitung sekali.", exact)
        notes.append(said.format(n=exact))
    if rows:
        named = "; ".join(
            _("{key}: {place} digantikan {won}").format(key=key, place=place, won=won)
            for key, place, won in rows[:NAMED]
        )
        more = _("; dan {n} lagi").format(n=len(rows) - NAMED) if len(rows) > NAMED else ""
        notes.append(
            _("Nomor yang sama berlanjut di baris lain: {named}{more}.").format(
                named=named, more=more
            )
        )
    return notes


def _years_apart(
    con: duckdb.DuckDBPyConnection, kind: Kind, twice: str, columns: Sequence[str]
) -> list[str]:
    """The note on superseded rows whose date lies a year from that of the row that counts."""
    came = CAME.get(kind.name)
    if came not in columns:
        return []
    rows = con.execute(
        f"SELECT r.{kind.key[-1]}, CAST(r.{came} AS DATE), CAST(w.{came} AS DATE) FROM {twice} r "
        f"JOIN {twice} w ON w.id = r.winner WHERE r.agreed AND NOT r.same "
        f"AND abs(date_diff('day', r.{came}, w.{came})) >= {FAR} ORDER BY r._sheet, r._row"
    ).fetchall()
    return far_apart(kind.name, rows)


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


def number_instalments(con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> None:
    """Tell instalments of one bill apart where a list knows them by the bill's number alone.

    The second payment of a bill that several lines bill alike is receipt "number (2)", and so on
    by the day of payment; lines that bill it otherwise are left, to be found contradicting.
    """
    same = [c for c in ("billed_amount", "billed_at", "application_no") if c in columns]
    alike = "".join(f" AND count(DISTINCT {c}) <= 1" for c in same)
    amount = ", paid_amount" if "paid_amount" in columns else ""
    key = "office_code, receipt_no"
    con.execute(
        f"UPDATE {table} SET receipt_no = receipt_no || ' (' || nth || ')' FROM ("
        f"SELECT t.rowid AS id, dense_rank() OVER (PARTITION BY {key} ORDER BY paid_at{amount}) "
        f"AS nth FROM {table} t SEMI JOIN (SELECT {key} FROM {table} WHERE receipt_no = bill_no "
        f"AND paid_at IS NOT NULL GROUP BY {key} HAVING count(*) > 1{alike}) USING ({key}) "
        f"WHERE paid_at IS NOT NULL) n WHERE {table}.rowid = n.id AND nth > 1"
    )


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
