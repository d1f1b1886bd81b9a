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

from etl.store.editions import needed
from etl.store.marking import mark_where_unreadable
from etl.store.published import BOOK, next_version, put_pointer, read_manifest, seal, sync
from etl.store.store import Store
from etl.words import counted
from metrics.asking.snapshot import CASE_ROWS
from metrics.publishing.freshness import DEFINITIONS, FORMAT, needs_publishing, outdated
from metrics.publishing.office_sets import write_offices

KEPT_MANIFESTS = 5
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
        tell(counted("Menghitung ulang {n} kantor", len(changed)).format(n=len(changed)))
        root = store.folder / "published"
        version = next_version(root, manifest)
        entries = {k: v for k, v in manifest["offices"].items() if k not in changed}
        entries |= write_offices(store, con, changed, version, tell)
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
        sweep(root)
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


def _write_store(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """What pages say of loads, and the reference facts that a count as of another day needs."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {name: name for name in STORE_TABLES}
    tables |= {kind: f"current_{kind}" for kind in REFERENCE_FACTS}
    for name, table in tables.items():
        path = str(folder / f"{name}.parquet").replace("'", "''")
        con.execute(f"COPY facts.{table} TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def _sealed(root: Path, entries: list[dict[str, Any]]) -> None:
    """Enter in each entry the hashes of its files, which are on the disk when this returns."""
    for entry in entries:
        entry["files"] = seal(root / entry["path"])
    sync(root / entry["path"] for entry in entries)


def sweep(root: Path, keep: int = KEPT_MANIFESTS) -> None:
    """Remove sets that none of the `keep` newest manifests names (readers may hold those).

    Of older ones, what issued reports rest on stays: the manifest, and the counts of the offices
    in the report. Their case rows stay only while a kept manifest names them, but for the scores
    of a survey, without which its worksheet could not be written again.
    """
    import shutil

    manifests = sorted(root.glob("manifest-*.json"))
    kept = manifests[-keep:]
    wanted = needed(root.parent)
    named: set[str] = set()
    counts_only: set[str] = set()
    for path in manifests:
        content = json.loads(path.read_text("utf-8"))
        if path in kept:
            named |= {entry["path"] for entry in content["offices"].values()}
            named.add(content["store"]["path"])
        elif offices := wanted.get(int(content["version"])):
            counts_only |= {e["path"] for o, e in content["offices"].items() if o in offices}
        else:
            path.unlink()
    for office in [p for p in root.iterdir() if p.is_dir()]:
        for version in [p for p in office.iterdir() if p.is_dir()]:
            name = f"{office.name}/{version.name}"
            if name in counts_only - named:
                for file in version.glob("cases/*"):
                    if file.name != "survey_answers.parquet":
                        file.unlink(missing_ok=True)
            elif name not in named:
                shutil.rmtree(version, ignore_errors=True)
