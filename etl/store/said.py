"""What a load said: which columns of a kind it filled, for which offices and months."""

import duckdb

from etl.loads import Part
from etl.periods import month_text, months_of
from etl.schema import kinds
from etl.store.results import Filled

#: The status of records whose file tells none.
UNTOLD = "untold"
#: The column by whose months a kind is followed.
DAYS = {
    "applications": ("submitted_at",),
    "stages": ("started_at", "finished_at"),
    "payments": ("billed_at", "paid_at"),
    "complaints": ("received_at",),
}
ENDS = {"applications": ("decided_at", "issued_at")}
COUNTED = {
    "monthly_counts": "measure",
    "survey": "rule",
    "survey_counts": "rule",
}  # fields whose every value counts as a column


def filled(con: duckdb.DuckDBPyConnection, part: Part) -> Filled:
    """What the accepted rows of a part say."""
    return _filled(con, part.kind, part.table, part.columns)


def _filled(
    con: duckdb.DuckDBPyConnection, name: str, table: str, asserted: tuple[str, ...]
) -> Filled:
    kind = kinds()[name]
    columns = [c for c in asserted if c in kind.by_name]
    if (
        "status" in columns
        and not con.execute(
            f"SELECT count(*) FROM {table} WHERE status IS DISTINCT FROM '{UNTOLD}'"
        ).fetchall()[0][0]
    ):
        columns.remove("status")  # the file has none
    asked = ", ".join(f'count("{c}") > 0' for c in columns) or "NULL"
    answer = con.execute(f"SELECT {asked} FROM {table}").fetchall()[0]
    told = {c for c, some in zip(columns, answer, strict=False) if some}
    if (field := COUNTED.get(name)) in columns:
        rows = con.execute(f'SELECT DISTINCT "{field}" FROM {table}').fetchall()
        told |= {f"{field}:{value}" for (value,) in rows}
    offices: tuple[str, ...] = ()
    if "office_code" in kind.by_name and "office_code" in columns:
        found = con.execute(f"SELECT DISTINCT office_code FROM {table} ORDER BY 1").fetchall()
        offices = tuple(code for (code,) in found if code)
    first, last = _months(con, name, table, columns)
    return Filled(name, tuple(columns), frozenset(told), offices, first, last)


def filled_again(con: duckdb.DuckDBPyConnection, batch: int) -> tuple[Filled, ...]:
    """The same of a batch that is in effect, from the facts as they stand."""
    found = []
    for name, columns in con.execute(
        "SELECT kind, columns FROM facts.batch_kinds WHERE batch = ? AND kind <> 'recap'", [batch]
    ).fetchall():
        table = f"(SELECT * FROM facts.current_{name} WHERE _batch = {batch})"
        found.append(_filled(con, name, table, tuple(columns)))
    return tuple(found)


def _months(
    con: duckdb.DuckDBPyConnection, name: str, table: str, columns: list[str]
) -> tuple[str, str] | tuple[None, None]:
    """The first and last month of the rows, as 2024-05; None where the kind has none.

    Of surveys those of the last one.
    """
    if "period" in columns and name in ("survey", "survey_counts"):
        rows = con.execute(f"SELECT DISTINCT period FROM {table}").fetchall()
        spans = [months_of(period) for (period,) in rows if period]
        if not spans:
            return None, None
        last = max(spans, key=lambda span: (span[1], span[0]))
        return month_text(last[0]), month_text(last[1])
    if name == "monthly_counts":
        low = high = "month"
    else:
        begun = [n for n in DAYS.get(name, ()) if n in columns]
        if not begun:
            return None, None
        ends = [n for n in (*begun, *ENDS.get(name, ())) if n in columns]
        low = f"strftime(coalesce({', '.join(begun)}), '%Y-%m')"
        high = f"strftime(greatest({', '.join(ends)}), '%Y-%m')"
    first, last = con.execute(f"SELECT min({low}), max({high}) FROM {table}").fetchall()[0]
    return (first, last) if first and last else (None, None)
