"""What a checked file will give once it is loaded: its first figures, and names still unmapped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.error_log import log_error
from etl.loads import Prepared
from etl.recognising.permit_names import common_list, propose
from etl.schema import kinds
from etl.sheets.survey_rules import of_family
from etl.store.dry import permit_names_published

#: Kind → the figures that people look at first.
FIRST = {
    "applications": ("applications_received", "permits_issued", "processing_time"),
    "event_log": ("permits_issued", "processing_time", "stage_time"),
    "monthly_counts": ("applications_received", "permits_issued"),
    "payments": ("billed", "paid", "collection_rate"),
    "complaints": ("complaints_received", "response_on_time", "resolution_rate"),
    "survey": ("ikm", "ipak", "ipkp"),
    "survey_counts": ("ikm",),
}
#: Surveys of another family than the SKM, asked for where the file holds answers by their rules.
FAMILIES = ("ipak", "ipkp")
MOST_OFFICES = 5
MOST_NAMES = 40


def figures(
    con: duckdb.DuckDBPyConnection, items: Sequence[Prepared], store: Path
) -> list[dict[str, Any]]:
    """The first figures of a file by itself: file, indicator, office, value, n; [] where none.

    A look is a help, never a hindrance: what goes wrong here is logged and the check goes on.
    """
    wanted = [(i, name) for i in items for name in FIRST.get(i.kind, ()) if i.parts]
    if any(name in FAMILIES for _i, name in wanted):
        held = _rules(con, items)
        wanted = [(i, n) for i, n in wanted if n not in FAMILIES or held & of_family(n).keys()]
    if not wanted:
        return []
    try:
        return _figures(con, items, store, wanted)
    except Exception as error:
        log_error(error, store)
        return []


def _figures(
    con: duckdb.DuckDBPyConnection,
    items: Sequence[Prepared],
    store: Path,
    wanted: Sequence[tuple[Prepared, str]],
) -> list[dict[str, Any]]:
    from metrics.asking.query import EVERYTHING, Query
    from metrics.asking.registry import get
    from metrics.publishing.foretelling import foretold

    found: list[dict[str, Any]] = []
    for item in dict.fromkeys(i.file for i, _name in wanted):
        own = [i for i in items if i.file == item or kinds()[i.kind].reference]
        offices = _offices(con, [i for i in own if i.file == item])
        asked = [Query(office=o) for o in offices] if len(offices) <= MOST_OFFICES else [Query()]
        with foretold(con, own, store, offices) as snapshot:
            for query in asked:
                if snapshot is None:
                    break
                for name in dict.fromkeys(n for i, n in wanted if i.file == item):
                    rows = get(name).read(snapshot, EVERYTHING, query).rows
                    value = rows["value"].iloc[0] if len(rows) else None
                    n = rows["n"].iloc[0] if "n" in rows else None
                    if pd.notna(value) and (n is None or n > 0):
                        told = {"file": item, "indicator": name, "office": query.office or ""}
                        n = None if n is None else int(n)
                        found.append(told | {"value": float(value), "n": n})
    return found


def _rules(con: duckdb.DuckDBPyConnection, items: Sequence[Prepared]) -> set[str]:
    """The rules by which the file's respondents answered."""
    found: set[str] = set()
    for part in (p for i in items for p in i.parts if p.kind == "survey"):
        rows = con.execute(f"SELECT DISTINCT rule FROM {part.table}").fetchall()
        found |= {str(rule) for (rule,) in rows}
    return found


def _offices(con: duckdb.DuckDBPyConnection, items: Sequence[Prepared]) -> list[str]:
    found: set[str] = set()
    for part in (p for i in items for p in i.parts if "office_code" in p.columns):
        rows = con.execute(f"SELECT DISTINCT office_code FROM {part.table}").fetchall()
        found |= {row[0] for row in rows if row[0]}
    return sorted(found)


def unmapped_names(
    con: duckdb.DuckDBPyConnection, items: Sequence[Prepared], store: Path
) -> list[dict[str, Any]]:
    """Own permit names that no list has: office, own_name, proposals as (type, name)."""
    types = common_list()
    known = permit_names_published(store) | set(types) | set(types.values())
    seen: dict[tuple[str, str], int] = {}
    for part in (p for i in items for p in i.parts):
        if "permit_type" not in part.columns or kinds()[part.kind].reference:
            continue
        for office, name, n in con.execute(
            f"SELECT office_code, permit_type, count(*) FROM {part.table} "
            "WHERE permit_type <> '' GROUP BY ALL"
        ).fetchall():
            if name not in known:
                seen[office, name] = seen.get((office, name), 0) + int(n)
    most = sorted(seen, key=lambda pair: (-seen[pair], pair))[:MOST_NAMES]
    proposed = propose(name for _office, name in most)
    return [
        {
            "office": office,
            "own_name": name,
            "proposals": [(p.permit_type, types[p.permit_type]) for p in proposed[name]],
        }
        for office, name in most
    ]
