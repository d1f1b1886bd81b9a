"""A check while another load has the store: by what is published, without the facts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.loads import Known, Prepared
from etl.settings import Settings
from etl.store.ledger import MOST_REJECTS, same_note
from etl.store.published import BOOK, checked, read_manifest
from etl.store.results import Counts, LoadResult, Reject
from etl.words import _

LIVE = {"state": "live"}


@contextmanager
def without_facts(limits: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to stage checked rows in, that knows no facts."""
    con = duckdb.connect(":memory:", config={"memory_limit": f"{limits.memory_limit:d}B"})
    try:
        yield con
    finally:
        con.close()


def known_published(folder: Path) -> Known:
    """What the published tables tell of offices, types, stages and loads; nothing where none are.

    Surveys are left out, since a check of one that is loaded already waits for the load to say so.
    """
    return Known(
        offices=_set(folder, "offices", "office_code"),
        permit_types=permit_names_published(folder),
        stages=_set(folder, "stage_map", "activity") | _set(folder, "stage_map", "stage"),
        working_weeks={
            str(office): int(week)
            for office, week in _rows(folder, "offices", ("office_code", "working_week"))
            if week is not None
        },
        fingerprints=_set(folder, "batches", "fingerprint", LIVE),
    )


def permit_names_published(folder: Path) -> frozenset[str]:
    """The permit types that are published, by code and by offices' own names."""
    return _set(folder, "permit_types", "permit_type") | _set(folder, "permit_names", "own_name")


def office_names(folder: Path) -> dict[str, str]:
    """The offices that are published, by code, with their names ("" where none is given)."""
    return {
        str(code): str(name or "")
        for code, name in _rows(folder, "offices", ("office_code", "name"))
    }


def results(
    con: duckdb.DuckDBPyConnection, items: list[Prepared], folder: Path
) -> list[LoadResult]:
    """What the items would give, without a comparison with what is stored; a note says so."""
    note = _(
        "Muatan lain sedang berjalan: isi berkas diperiksa, tetapi belum dibandingkan dengan data "
        "yang ada."
    )
    return [_result(con, item, folder, note) for item in items]


def _result(con: duckdb.DuckDBPyConnection, item: Prepared, folder: Path, note: str) -> LoadResult:
    if not item.parts and item.recap is None:
        rows = _rows(folder, "batches", ("batch", "fingerprint"), LIVE)
        batch = max(int(number) for number, known in rows if known == item.fingerprint)
        return LoadResult(batch, item.file, item.kind, {}, notes=(same_note(batch),), repeated=True)
    counts = {
        part.kind: Counts(
            part.read, part.read - part.rejected - part.duplicates, part.rejected, part.duplicates
        )
        for part in item.parts
    }
    if item.recap is not None:
        offices = len(item.recap.manifest.get("offices") or {})
        counts = {"recap": Counts(offices, offices)}
    rejects = [
        Reject(*row)
        for part in item.parts
        for row in con.execute(
            f'SELECT sheet, row, "column", value, reason FROM {part.rejects} '
            f"ORDER BY sheet, row LIMIT {MOST_REJECTS}"
        ).fetchall()
    ]
    return LoadResult(
        None,
        item.file,
        item.kind,
        counts,
        tuple(rejects),
        (*item.notes, note),
        item.reconciliation,
        left_out=item.left_out,
        basis=item.basis,
    )


def _set(
    folder: Path, table: str, column: str, where: dict[str, str] | None = None
) -> frozenset[str]:
    return frozenset(str(row[0]) for row in _rows(folder, table, (column,), where) if row[0])


def _rows(
    folder: Path, table: str, columns: Sequence[str], where: dict[str, str] | None = None
) -> list[tuple[Any, ...]]:
    """The distinct rows of a published table; `where`: column = value."""
    manifest = read_manifest(folder)
    path = checked(folder, manifest["store"], f"{table}.parquet", BOOK) if manifest else None
    if path is None:
        return []
    held = pq.read_table(path)
    for column, value in (where or {}).items():
        held = held.filter(pc.equal(held[column], value))
    return list(dict.fromkeys(zip(*(held[c].to_pylist() for c in columns), strict=True)))
