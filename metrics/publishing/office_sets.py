"""Counts the offices that changed, some at a time, and writes the set of files of each.

Groups are made by the number of records, so that what is in memory at once does not grow with
the archive; the large tables stay in DuckDB, which writes the case rows itself.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.store.store import Store
from etl.words import _
from metrics.counting.build import Counted, build
from metrics.counting.case_tables import write_cases
from metrics.counting.facts import WORTH, Size, from_store
from metrics.counting.shape import from_frame

Entry = dict[str, Any]
LEAST_BYTES = 500_000_000  # to count in; a large office takes more, up to `MONEV_MEMORY_LIMIT`


def write_offices(
    store: Store,
    con: duckdb.DuckDBPyConnection,
    changed: list[str],
    version: int,
    tell: Callable[[str], None],
) -> dict[str, Entry]:
    """Write the new sets of `changed`; the manifest entries of those that have anything."""
    facts = from_store(con, "facts")
    root = store.folder / "published"
    recaps = _live_recaps(con, changed)
    entries: dict[str, Entry] = {}
    try:
        sizes = facts.sizes()
        for group in _groups(changed, sizes, store.limits.count_rows):
            if len(group) < len(changed):
                tell(_("Menghitung {offices}").format(offices=", ".join(group)))
            known = [sizes[office] for office in group if office in sizes]
            memory = _memory(sum(size.bytes for size in known), store.limits.memory_limit)
            con.execute(f"SET memory_limit = '{memory}B'")
            facts.narrow(group, encode=sum(size.records for size in known) >= WORTH)
            counted = build(facts, group)
            tables = dict(counted.tables) | {"meta": _with_rejects(con, counted.tables["meta"])}
            counted = Counted(tables, counted.places, counted.types)
            for office in group:
                entry = _write_counts(store.folder, counted, office, version, recaps.get(office))
                if entry is not None:
                    entries[office] = entry
            here = [office for office in group if office in set(counted.places.offices["office"])]
            write_cases(facts, {o: root / entries[o]["path"] / "cases" for o in here})
    finally:
        facts.close()
        con.execute(f"SET memory_limit = '{store.limits.memory_limit:d}B'")
    return entries


def _memory(wanted: int, most: int) -> int:
    """Bytes that DuckDB may take to count in; it spills beyond them."""
    return min(most, max(LEAST_BYTES, wanted))


def _groups(offices: list[str], sizes: Mapping[str, Size], most: int) -> Iterator[list[str]]:
    """The offices in their order, together while they have no more than `most` records."""
    group: list[str] = []
    held = 0
    for office in offices:
        size = sizes.get(office, Size()).records
        if group and held + size > most:
            yield group
            group, held = [], 0
        group.append(office)
        held += size
    if group:
        yield group


def _write_counts(
    store: Path, counted: Counted, office: str, version: int, recap: str | None
) -> Entry | None:
    """Write the count tables of one office; its manifest entry, None where nothing is known."""
    own = counted.of(office)
    here = office in set(counted.places.offices["office"])
    if not here and recap is None:
        return None
    source = _source(own["reporting"]) if here else "recap"
    folder = f"{office}/{version:06d}"
    notes: list[str] = []
    told: Entry = {}
    hashes = {"calendar": counted.places.calendars.get(office, "")}
    hashes["standards"] = _hash(own["ref_standard"])
    if recap is not None:
        from metrics.publishing.recap import merge_sets, read_set, sent_hashes, tells_stocks

        theirs = read_set(store / recap, office)
        held = hashes if own["ref_standard"].num_rows else {"calendar": hashes["calendar"]}
        source, own, notes = merge_sets(own, theirs, office)
        if source == "recap":
            hashes, said = sent_hashes(store / recap, office, held)
            notes += said
            if not tells_stocks(store / recap):
                told["stocks"] = False
                notes.append(_old_format(office))
    for name, table in own.items():
        write_table(store / "published" / folder / f"{name}.parquet", table)
    entry: Entry = {"path": folder, "source": source, "as_of": _as_of(own["meta"])}
    return entry | hashes | told | ({"notes": notes} if notes else {})


def _old_format(office: str) -> str:
    return _(
        "{office}: rekapnya dibuat aplikasi versi lama, tanpa yang belum selesai pada tiap akhir "
        "bulan; angka itu kosong sampai kantor memperbarui aplikasinya dan mengirim rekap baru."
    ).format(office=office)


def _source(reporting: pa.Table) -> str:
    """What an office is known by: records, or tallies alone."""
    said = {row["source"] for row in reporting.to_pylist() if row["kind"] == "applications"}
    return "tally" if said and said <= {"tally", "nil"} else "records"


def _live_recaps(con: duckdb.DuckDBPyConnection, offices: list[str]) -> dict[str, str]:
    """The newest live recap of each office: office → path within the store."""
    rows = con.execute(
        "SELECT office_code, max_by(path, batch) FROM recaps WHERE office_code IN "
        "(SELECT unnest(?)) GROUP BY office_code",
        [offices],
    ).fetchall()
    return {str(office): str(path) for office, path in rows}


def _with_rejects(con: duckdb.DuckDBPyConnection, meta: pa.Table) -> pa.Table:
    """The meta table with rows read and rejected, from the live batches' book."""
    counts = con.execute(
        "SELECT batch_offices.office_code AS office, batch_offices.kind AS kind, "
        "sum(rows + rejected)::BIGINT AS read, "
        "sum(rejected)::BIGINT AS rejected FROM batch_offices JOIN batches USING (batch) "
        "WHERE state = 'live' GROUP BY ALL"
    ).df()
    frame = meta.to_pandas().drop(columns=["read", "rejected"])
    frame = frame.merge(counts, on=["office", "kind"], how="left")
    return from_frame(frame.astype({"read": "Int64", "rejected": "Int64"}), "meta")


def _as_of(meta: pa.Table) -> dict[str, str]:
    return {row["kind"]: str(row["as_of"]) for row in meta.to_pylist() if row["as_of"]}


def _hash(table: pa.Table) -> str:
    return hashlib.sha256(json.dumps(table.to_pylist(), default=str).encode()).hexdigest()[:16]


def write_table(path: Path, table: pa.Table) -> None:
    """Write a small table, its folder with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, compression="zstd")
