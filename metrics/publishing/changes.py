"""Holds a newly published version against the one before: which past months' figures moved."""

import json
import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from etl.store.changes_log import Cause, Change, ChangesLog
from etl.store.published import FOLDER, read_manifest
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import indicators
from metrics.asking.snapshot import Snapshot

Manifest = Mapping[str, Any]
Figures = dict[tuple[str, str, str], float | None]
NOT_COUNTS = ("meta.parquet", "reporting.parquet")


def note_changes(store: Path, today: date | None = None) -> list[Change]:
    """Compare what is published with what was compared last, and keep what moved.

    Costs nothing where no office that stood before has other counts; a version that is no longer
    there is not compared. Gives the changes kept.
    """
    after = read_manifest(store)
    if after is None:
        return []
    log = ChangesLog(store)
    last = log.compared()
    if last == int(after["version"]):
        return []
    before = _manifest_of(store, last) if last else None
    found = _changes(store, before, after, today or date.today()) if before else []
    log.keep(int(after["version"]), found)
    return found


def _manifest_of(store: Path, version: int) -> Manifest | None:
    try:
        path = store / FOLDER / f"manifest-{version:06d}.json"
        manifest: Manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return manifest


def _changes(store: Path, before: Manifest, after: Manifest, today: date) -> list[Change]:
    offices = [
        office
        for office, entry in after["offices"].items()
        if office in before["offices"] and _differs(before["offices"][office], entry)
    ]
    if not offices:
        return []
    old, new = (_only(store, manifest, offices) for manifest in (before, after))
    try:
        then, now = _figures(old, today), _figures(new, today)
        batches = _batches(old, new)
        return [
            Change(
                office,
                indicator,
                month,
                then.get((office, indicator, month)),
                now.get((office, indicator, month)),
                _cause(before, after, office, batches),
                batches.get(office),
                today.isoformat(),
            )
            for office, indicator, month in sorted(then)
            if not _same(then[office, indicator, month], now.get((office, indicator, month)))
        ]
    finally:
        old.close()
        new.close()


def _differs(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether an office's counts are other files; case rows alone move no figure of a month."""

    def counts(entry: Mapping[str, Any]) -> dict[str, Any]:
        files = entry.get("files", {})
        return {n: v[1] for n, v in files.items() if "/" not in n and n not in NOT_COUNTS}

    return a["path"] != b["path"] and counts(a) != counts(b)


def _only(store: Path, manifest: Manifest, offices: list[str]) -> Snapshot:
    entries = {office: manifest["offices"][office] for office in offices}
    return Snapshot(store, dict(manifest) | {"offices": entries})


def _figures(snapshot: Snapshot, today: date) -> Figures:
    """The monthly figures of every indicator that has some, of months before the running one."""
    running = today.strftime("%Y-%m")
    found: Figures = {}
    for name, indicator in indicators().items():
        if indicator.kind == "survey" or not {"office", "month"} <= set(indicator.dims):
            continue
        rows = indicator.read(snapshot, EVERYTHING, Query(by=("office", "month"))).rows
        if "value" not in rows or rows.empty:
            continue
        for office, month, value in zip(rows["office"], rows["month"], rows["value"], strict=True):
            if value is not None and not pd.isna(value) and str(month) < running:
                found[str(office), name, str(month)] = float(value)
    return found


def _batches(old: Snapshot, new: Snapshot) -> dict[str, int]:
    """The newest load, or undone load, since the version before that speaks of each office."""
    then, now = old.batches(), new.batches()
    if now.empty:
        return {}
    known = {} if then.empty else dict(zip(then["batch"], then["state"], strict=True))
    moved = {int(b) for b, s in zip(now["batch"], now["state"], strict=True) if known.get(b) != s}
    named = new.store_table("batch_offices")
    named = named[named["batch"].isin(moved)]
    found = {str(k): int(v) for k, v in named.groupby("office_code")["batch"].max().items()}
    if moved:  # references of all reach offices that they do not name
        last = max(moved)
        return {office: found.get(office, last) for office in new.manifest["offices"]}
    return found


def _cause(before: Manifest, after: Manifest, office: str, batches: Mapping[str, int]) -> Cause:
    told = ("format", "definitions", "case_rows")
    if any(before.get(k) != after.get(k) for k in told):
        return "definition"
    a, b = before["offices"][office], after["offices"][office]
    if a.get("calendar") != b.get("calendar"):
        return "calendar"
    if a.get("standards") != b.get("standards") and office not in batches:
        return "definition"
    return "data"


def _same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
