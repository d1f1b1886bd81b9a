"""The published counts of an earlier version, kept because an issued report rests on them."""

import json
from pathlib import Path

from etl.store.editions import needed
from etl.store.published import FOLDER
from metrics.asking.snapshot import Snapshot


def counts_of(store: Path, version: int) -> Snapshot | None:
    """The counts as they were at `version`, of the offices whose sets are still kept.

    None where the version is gone (a store that was restored counts anew).
    """
    try:
        path = store / FOLDER / f"manifest-{version:06d}.json"
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    held = needed(store).get(version, set())
    root = store / FOLDER
    offices = {
        code: entry
        for code, entry in manifest["offices"].items()
        if (code in held or not held) and (root / entry["path"]).is_dir()
    }
    return Snapshot(store, manifest | {"offices": offices}) if offices else None
