"""Says which figures of past months a load moves, and which cases changed their year."""

import duckdb

from etl.checking.years import CAME, FAR, far_apart
from etl.schema import kinds
from etl.store.merge import quoted, same_key
from etl.words import N_, _

#: What is counted by which date, by kind: (field, words).
COUNTED = {
    "applications": (("submitted_at", N_("permohonan masuk")), ("issued_at", N_("izin terbit"))),
    "complaints": (
        ("received_at", N_("pengaduan masuk")),
        ("resolved_at", N_("pengaduan selesai")),
    ),
    "payments": (("paid_at", N_("pembayaran")),),
}
SHOWN = 6


def moved(
    con: duckdb.DuckDBPyConnection, kind: str, table: str, columns: tuple[str, ...]
) -> list[str]:
    """The notes on what the rows of `table` will change; called before they are merged.

    A past month is one before the newest that the office has, in which it had something already;
    a month that was empty until now is no figure that moves.
    """
    if kind not in COUNTED or not _any(con, f"facts.current_{kind}"):
        return []
    lines: list[str] = []
    for field, what in COUNTED[kind]:
        if field in columns:
            lines += [
                _("{office} {what} {month}: {old} → {new}").format(
                    office=office, what=_(what), month=month, old=old, new=new
                )
                for office, month, old, new in _months(con, kind, table, field, columns)
            ]
    notes = []
    if lines:
        more = _("; dan {n} lagi").format(n=len(lines) - SHOWN) if len(lines) > SHOWN else ""
        notes.append(
            _("Angka bulan lampau berubah: {lines}{more}.").format(
                lines="; ".join(lines[:SHOWN]), more=more
            )
        )
    if CAME[kind] in columns:
        notes += _years(con, kind, table)
    return notes


def _dated(field: str, columns: tuple[str, ...]) -> str:
    """SQL of the day by which `field` is counted, of rows with `columns`: a refusal may bear a day
    of issue in its register, and is no permit issued; an issue without its day was on the day of
    the decision (as `metrics.counting.cases` has it).
    """
    if field != "issued_at" or "decision" not in columns:
        return field
    decided = "decided_at" if "decided_at" in columns else "NULL"
    return (
        "CASE WHEN decision IN ('rejected', 'withdrawn') THEN NULL "
        f"WHEN issued_at IS NULL AND decision = 'issued' THEN {decided} ELSE issued_at END"
    )


def _months(
    con: duckdb.DuckDBPyConnection, kind: str, table: str, field: str, columns: tuple[str, ...]
) -> list[tuple[str, str, int, int]]:
    """(office, month, number before, number after) of the past months whose number changes."""
    current, keys = f"facts.current_{kind}", quoted(kinds()[kind].key)
    held, told = _dated(field, tuple(f.name for f in kinds()[kind].fields)), _dated(field, columns)
    month, new = f"strftime({held}, '%Y-%m')", f"strftime({told}, '%Y-%m')"
    return con.execute(
        f"WITH gone AS (SELECT office_code, {month} AS month, -1 AS n FROM {current} c "
        f"SEMI JOIN {table} s USING ({keys}) WHERE ({held}) IS NOT NULL), "
        f"come AS (SELECT office_code, {new} AS month, 1 AS n FROM {table} "
        f"WHERE ({told}) IS NOT NULL), "
        "net AS (SELECT office_code, month, sum(n) AS n FROM (FROM gone UNION ALL FROM come) "
        "GROUP BY ALL HAVING sum(n) <> 0), "
        f"newest AS (SELECT office_code, max(month) AS last FROM (SELECT office_code, month FROM "
        f"come UNION ALL SELECT office_code, {month} FROM {current}) GROUP BY 1), "
        f"before AS (SELECT office_code, {month} AS month, count(*) AS old FROM {current} c "
        "SEMI JOIN net USING (office_code) GROUP BY ALL) "
        "SELECT office_code, month, old, old + net.n FROM net JOIN newest USING (office_code) "
        "JOIN before USING (office_code, month) WHERE month < last ORDER BY ALL"
    ).fetchall()


def _years(con: duckdb.DuckDBPyConnection, kind: str, table: str) -> list[str]:
    """The note on records that came in on another year's day."""
    number, came = kinds()[kind].key[-1], CAME[kind]
    rows = con.execute(
        f"SELECT s.{number}, CAST(c.{came} AS DATE), CAST(s.{came} AS DATE) "
        f"FROM {table} s JOIN facts.current_{kind} c ON {same_key(kind, 's', 'c')} "
        f"WHERE abs(date_diff('day', c.{came}, s.{came})) >= {FAR} ORDER BY 1"
    ).fetchall()
    return far_apart(kind, rows)


def _any(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    return con.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
