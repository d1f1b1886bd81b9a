"""Tells what is asked of a permit (new, prolonged, changed) from which permit it is.

"Jenis Permohonan" heads the permit in some registers and the kind of application in others; the
cells say which (`data/application_kinds.csv`).
"""

import csv
from dataclasses import replace
from functools import cache

import duckdb

from etl.paths import DATA
from etl.reading.raw import RawTable, ident
from etl.recognising.headings import Recognised
from etl.recognising.vocabulary import normal
from etl.words import _

MOST = 12  # different words in a column of kinds of application


@cache
def _kinds() -> frozenset[str]:
    with (DATA / "application_kinds.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(normal(row["words"]) for row in csv.DictReader(file))


def without_kinds(
    con: duckdb.DuckDBPyConnection, raw: RawTable, found: Recognised
) -> tuple[Recognised, list[str]]:
    """The table without such a column as its permit, and the note on it."""
    column = found.columns.get("permit_type")
    if column is None or "permohonan" not in normal(column).split():
        return found, []
    rows = con.execute(
        f"SELECT DISTINCT trim({ident(column)}) FROM {raw.table} "
        f"WHERE trim(coalesce({ident(column)}, '')) <> '' LIMIT {MOST + 1}"
    ).fetchall()
    told = [str(row[0]) for row in rows]
    if not told or len(told) > MOST or not all(normal(t) in _kinds() for t in told):
        return found, []
    columns = {f: c for f, c in found.columns.items() if f != "permit_type"}
    note = _(
        "Kolom {column} berisi jenis permohonan ({values}), bukan jenis izin; jenis izinnya "
        "dikosongkan."
    ).format(column=column, values=", ".join(sorted(told)))
    return replace(found, columns=columns), [note]
