"""Tells what is asked of a permit (new, prolonged, changed) from which permit it is.

"Jenis Permohonan" heads the permit in some registers and the kind of application in others; the
cells say which (`data/application_kinds.csv`). "Jenis Izin" may tell no more than Perizinan and
Non Perizinan, beside a "Nama Izin" that tells the permit.
"""

import csv
from dataclasses import replace
from functools import cache

import duckdb

from etl.paths import DATA
from etl.reading.raw import RawTable, ident
from etl.recognising.headings import Recognised
from etl.recognising.vocabulary import forms, headings, normal
from etl.words import _

MOST = 12  # different words in a column of kinds of application
GENERAL = frozenset({"perizinan", "non perizinan", "nonperizinan", "izin", "non izin",
                     "perizinan berusaha", "perizinan non berusaha", "sertifikat standar",
                     "pb umku", "umku", "nib"})  # fmt: skip


@cache
def _kinds() -> frozenset[str]:
    with (DATA / "application_kinds.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(normal(row["words"]) for row in csv.DictReader(file))


def without_kinds(
    con: duckdb.DuckDBPyConnection, raw: RawTable, found: Recognised
) -> tuple[Recognised, list[str]]:
    """The table without such a column as its permit, and the note on it."""
    column = found.columns.get("permit_type")
    if column is None:
        return found, []
    known = headings(found.kind)["permit_type"].known
    other = next((c for c in found.unused if known & set(forms(c))), None)
    if "permohonan" not in normal(column).split() and other is None:
        return found, []
    rows = con.execute(
        f"SELECT DISTINCT trim({ident(column)}) FROM {raw.table} "
        f"WHERE trim(coalesce({ident(column)}, '')) <> '' LIMIT {MOST + 1}"
    ).fetchall()
    told = [str(row[0]) for row in rows]
    if not told or len(told) > MOST or not all(normal(t) in _kinds() | GENERAL for t in told):
        return found, []
    if other is not None:
        unused = tuple(column if c == other else c for c in found.unused)
        note = _("Jenis izin dibaca dari kolom {other}; kolom {column} hanya berisi {values}.")
        note = note.format(other=other, column=column, values=", ".join(sorted(told)))
        return replace(found, columns=found.columns | {"permit_type": other}, unused=unused), [note]
    if all(normal(t) in GENERAL for t in told):
        return found, []
    columns = {f: c for f, c in found.columns.items() if f != "permit_type"}
    note = _(
        "Kolom {column} berisi jenis permohonan ({values}), bukan jenis izin; jenis izinnya "
        "dikosongkan."
    ).format(column=column, values=", ".join(sorted(told)))
    return replace(found, columns=columns), [note]
