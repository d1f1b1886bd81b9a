"""Which offices a change reaches and what depends on a reference row, for publishing and undo."""

import duckdb

from etl.schema import kinds

#: Reference kinds whose rows may speak for one office, for a province's offices or for all.
SHARED = ("permit_names", "stage_map", "closures", "targets", "standards")

OFFICES = (
    "(SELECT office_code FROM facts.current_offices UNION SELECT office_code FROM facts.recaps)"
)


def mark_offices(con: duckdb.DuckDBPyConnection, kind: str, table: str) -> None:
    """Put every office that the rows of `table` (of `kind`) reach into `offices_changed`."""
    con.execute(
        f"INSERT INTO facts.offices_changed SELECT DISTINCT office_code FROM "
        f"({_reached(kind, table)}) WHERE office_code <> '' AND office_code NOT IN "
        f"(SELECT office_code FROM facts.offices_changed)"
    )


def _reached(kind: str, table: str) -> str:
    if kind == "permit_types":
        return f"SELECT office_code FROM {OFFICES} WHERE EXISTS (SELECT 1 FROM {table})"
    if kind not in SHARED and kind != "offices":
        return f"SELECT office_code FROM {table}"
    children = (
        f"SELECT office_code FROM facts.current_offices "
        f"WHERE province_code IN (SELECT office_code FROM {table})"
    )
    if kind == "offices":
        return f"SELECT office_code FROM {table} UNION {children}"
    return (
        f"SELECT office_code FROM {OFFICES} "
        f"WHERE EXISTS (SELECT 1 FROM {table} WHERE office_code = '') "
        f"OR office_code IN (SELECT office_code FROM {table}) UNION {children}"
    )


def dependents(con: duckdb.DuckDBPyConnection, kind: str) -> list[tuple[str, str, int]]:
    """Facts left without their reference row: (what the row is, kind of the facts, rows).

    Called after an undo, with its keys in TEMP table `_undone`; empty when nothing depends on
    the rows that are gone. Raises nothing; the caller rolls back when it is not empty.
    """
    if kind not in ("offices", "permit_types", "permit_names"):
        return []
    key = kinds()[kind].key
    names = ", ".join(f'"{k}"' for k in key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _gone AS SELECT {names} FROM temp._undone "
        f"ANTI JOIN facts.current_{kind} USING ({names})"
    )
    if kind == "offices":  # a recap names its offices itself
        con.execute(
            "DELETE FROM temp._gone WHERE office_code IN (SELECT office_code FROM facts.recaps)"
        )
    found: list[tuple[str, str, int]] = []
    for user, query in _users(kind):
        found += [
            (str(what), user, int(rows))
            for what, rows in con.execute(f"{query} GROUP BY 1 ORDER BY 1").fetchall()
        ]
    return found


def _users(kind: str) -> list[tuple[str, str]]:
    """(kind of the facts, query of the reference row and the number of rows that name it)."""
    if kind == "offices":
        return [_rows_naming(k, "office_code") for k in _kinds_with("office_code", kind)]
    if kind == "permit_types":
        return [_rows_naming(k, "permit_type") for k in _kinds_with("permit_type", kind)]
    return [
        (
            k,
            f"SELECT g.own_name, count(*) FROM facts.current_{k} f JOIN temp._gone g "
            f"ON f.permit_type = g.own_name AND (g.office_code = '' "
            f"OR g.office_code = f.office_code)",
        )
        for k in ("applications", "monthly_counts")
    ]


def _kinds_with(field: str, but: str) -> list[str]:
    return [name for name, kind in kinds().items() if name != but and field in kind.by_name]


def _rows_naming(kind: str, field: str) -> tuple[str, str]:
    return kind, (
        f"SELECT {field}, count(*) FROM facts.current_{kind} SEMI JOIN temp._gone USING ({field})"
    )
