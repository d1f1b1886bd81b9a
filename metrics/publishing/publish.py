"""Publishing: one immutable file set an office, named by a manifest that a small pointer names.

After a load only the offices it changed are counted again. Files are written under a new
version, then the manifest, then the pointer is renamed over the old one, so that a reader sees
the old figures or the new ones and a crash in between is healed by publishing again.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from etl.store.marking import mark_where_unreadable
from etl.store.published import BOOK, next_version, put_pointer, read_manifest, seal, sync
from etl.store.store import Store
from etl.words import _
from metrics.asking.snapshot import CASE_ROWS
from metrics.counting.case_tables import case_tables
from metrics.counting.tables import TABLES
from metrics.publishing.freshness import DEFINITIONS, FORMAT, needs_publishing, outdated

KEPT_MANIFESTS = 5
WORKED = ("runs", "pauses", "month_ends")  # there for every office that has applications
STORE_TABLES = ("batches", "batch_kinds", "batch_offices", "rejects")
REFERENCE_FACTS = (
    "offices", "permit_types", "permit_names", "stage_map", "closures", "standards", "targets",
    "populations", "monthly_counts", "nil", "survey_counts", "institution",
)  # fmt: skip
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Published:
    """What a publishing did: the manifest's version and the offices counted again."""

    version: int
    offices: tuple[str, ...]


def publish(store: Store, progress: Progress | None = None) -> Published:
    """Count the offices marked as changed again and make the new figures current.

    Raises `StoreBusy` when another process writes.
    """
    tell = progress or (lambda _text: None)
    with store.writer() as con:
        mark_where_unreadable(store.folder, con)
        marked = con.execute("SELECT DISTINCT office_code FROM offices_changed").fetchall()
        changed = sorted(str(row[0]) for row in marked if row[0] != BOOK)
        manifest = read_manifest(store.folder) or {"version": 0, "offices": {}}
        if outdated(manifest):
            changed = sorted({*changed, *manifest["offices"]})
        if not marked and not changed and not _book_changed(con, manifest):
            store.mark_published()
            return Published(int(manifest["version"]), ())
        tell(_("Menghitung ulang {n} kantor").format(n=len(changed)))
        root = store.folder / "published"
        version = next_version(root, manifest)
        entries = {k: v for k, v in manifest["offices"].items() if k not in changed}
        entries |= _write_offices(store, con, changed, version, root)
        _write_store(con, root / BOOK / f"{version:06d}")
        new: dict[str, Any] = {
            "format": FORMAT,
            "version": version,
            "made_at": datetime.now().isoformat(timespec="seconds"),
            "definitions": DEFINITIONS,
            "case_rows": CASE_ROWS,
            "sample": _has_sample(con),
            "book": _book(con),
            "offices": dict(sorted(entries.items())),
            "store": {"path": f"{BOOK}/{version:06d}"},
        }
        _sealed(root, [new["store"], *(entries[c] for c in changed if c in entries)])
        put_pointer(root, version, new)
        con.execute("DELETE FROM offices_changed")
        store.mark_published()
        _sweep(root)
    return Published(version, tuple(changed))


def heal(store: Store) -> Published | None:
    """Publish what an interrupted run, or another version, left behind; None where nothing was."""
    return publish(store) if needs_publishing(store.folder) else None


def _book(con: duckdb.DuckDBPyConnection) -> str:
    row = con.execute("SELECT count(*), max(batch), max(undone_at) FROM batches").fetchone()
    return "|".join(map(str, row or ()))


def _book_changed(con: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any]) -> bool:
    return _book(con) != manifest.get("book", _book(con) if manifest["version"] else "")


def _has_sample(con: duckdb.DuckDBPyConnection) -> bool:
    row = con.execute("SELECT count(*) FROM batches WHERE sample AND state = 'live'").fetchone()
    return bool(row and row[0])


def _write_offices(
    store: Store, con: duckdb.DuckDBPyConnection, changed: list[str], version: int, root: Path
) -> dict[str, dict[str, Any]]:
    """Write the new sets of `changed`; the manifest entries of those that have anything."""
    from metrics.counting.build import build
    from metrics.counting.facts import from_store

    facts = from_store(con, "facts")
    counted = build(facts, changed)
    tables, places = dict(counted.tables), counted.places
    cases = case_tables(facts)
    facts.close()
    tables["meta"] = _with_rejects(con, tables["meta"])
    recaps = _live_recaps(con, changed)
    slices = {name: _by_office(table) for name, table in tables.items()}
    case_slices = {name: _by_office(table) for name, table in cases.items()}
    entries = {}
    here = places.offices.set_index("office")
    for office in changed:
        own = {
            name: slices[name].get(office, tables[name].slice(0, 0))
            if "office" in TABLES[name]
            else tables[name]
            for name in tables
        }
        own["ref_standard"] = _own_or_province(tables["ref_standard"], office, here)
        own["ref_target"] = _own_or_province(tables["ref_target"], office, here)
        source = _source(own["reporting"]) if office in here.index else "recap"
        folder = f"{office}/{version:06d}"
        notes: list[str] = []
        hashes = {"calendar": places.calendars.get(office, "")}
        hashes["standards"] = _hash(own["ref_standard"])
        if office in recaps:
            from metrics.publishing.recap import merge_sets, read_set, sent_hashes

            theirs = read_set(store.folder / recaps[office], office)
            held = hashes if own["ref_standard"].num_rows else {"calendar": hashes["calendar"]}
            source, own, notes = merge_sets(own, theirs, office)
            if source == "recap":
                hashes, said = sent_hashes(store.folder / recaps[office], office, held)
                notes += said
        elif office not in here.index:
            continue
        for name, table in own.items():
            _write_table(root / folder / f"{name}.parquet", table)
        for name, sets in case_slices.items():
            if office in sets or (name in WORKED and office in case_slices["applications"]):
                rows = sets.get(office, cases[name].slice(0, 0))
                _write_table(root / folder / "cases" / f"{name}.parquet", rows)
        entries[office] = (
            {
                "path": folder,
                "source": source,
                "as_of": _as_of(own["meta"]),
            }
            | hashes
            | ({"notes": notes} if notes else {})
        )
    return entries


def _source(reporting: pa.Table) -> str:
    """What an office is known by: records, or tallies alone."""
    said = {row["source"] for row in reporting.to_pylist() if row["kind"] == "applications"}
    return "tally" if said and said <= {"tally", "nil"} else "records"


def _own_or_province(table: pa.Table, office: str, here: pd.DataFrame) -> pa.Table:
    province = here["province"].get(office, office[:2])
    codes = pa.array([office, province, ""])
    import pyarrow.compute as pc

    return table.filter(pc.is_in(table["office"], value_set=codes))


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
    from metrics.counting.shape import from_frame

    counts = con.execute(
        "SELECT batch_offices.office_code AS office, batch_offices.kind AS kind, "
        "sum(rows + rejected)::BIGINT AS read, "
        "sum(rejected)::BIGINT AS rejected FROM batch_offices JOIN batches USING (batch) "
        "WHERE state = 'live' GROUP BY ALL"
    ).df()
    frame = meta.to_pandas().drop(columns=["read", "rejected"])
    frame = frame.merge(counts, on=["office", "kind"], how="left")
    return from_frame(frame.astype({"read": "Int64", "rejected": "Int64"}), "meta")


def _by_office(table: pa.Table) -> dict[str, pa.Table]:
    """Slices of a table that is sorted by its office column."""
    column = "office" if "office" in table.schema.names else "office_code"
    if column not in table.schema.names or not table.num_rows:
        return {}
    codes = pd.Series(table[column].to_pandas().to_numpy(dtype=object))
    starts = codes.ne(codes.shift()).to_numpy().nonzero()[0].tolist()
    ends = [*starts[1:], len(codes)]
    return {codes[a]: table.slice(a, b - a) for a, b in zip(starts, ends, strict=True) if codes[a]}


def _as_of(meta: pa.Table) -> dict[str, str]:
    return {row["kind"]: str(row["as_of"]) for row in meta.to_pylist() if row["as_of"]}


def _hash(table: pa.Table) -> str:
    import hashlib

    return hashlib.sha256(json.dumps(table.to_pylist(), default=str).encode()).hexdigest()[:16]


def _write_store(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """What pages say of loads, and the reference facts that a count as of another day needs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in STORE_TABLES:
        _write_table(folder / f"{name}.parquet", con.table(name).to_arrow_table())
    for kind in REFERENCE_FACTS:
        _write_table(folder / f"{kind}.parquet", con.table(f"current_{kind}").to_arrow_table())


def _write_table(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, compression="zstd")


def _sealed(root: Path, entries: list[dict[str, Any]]) -> None:
    """Enter in each entry the hashes of its files, which are on the disk when this returns."""
    for entry in entries:
        entry["files"] = seal(root / entry["path"])
    sync(root / entry["path"] for entry in entries)


def _sweep(root: Path) -> None:
    """Remove sets that none of the newest manifests names (readers may still hold those)."""
    import shutil

    manifests = sorted(root.glob("manifest-*.json"))
    kept = manifests[-KEPT_MANIFESTS:]
    named: set[str] = set()
    for path in kept:
        content = json.loads(path.read_text("utf-8"))
        named |= {entry["path"] for entry in content["offices"].values()}
        named.add(content["store"]["path"])
    for path in set(manifests) - set(kept):
        path.unlink()
    for office in [p for p in root.iterdir() if p.is_dir()]:
        for version in [p for p in office.iterdir() if p.is_dir()]:
            if f"{office.name}/{version.name}" not in named:
                shutil.rmtree(version, ignore_errors=True)
