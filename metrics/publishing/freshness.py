"""Whether what is published is up to date, asked of the folder alone: no lock, no facts opened."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from etl.errors import PublishedDamaged
from etl.paths import FACTS, PENDING
from etl.store.published import read_manifest
from metrics.asking.snapshot import CASE_ROWS

FORMAT = 2
DEFINITIONS = "2026.4"


def outdated(manifest: Mapping[str, Any] | None) -> bool:
    """Whether the figures were published by definitions or in a layout of another version."""
    if not manifest or not manifest["offices"]:
        return False
    told = (manifest.get("format"), manifest.get("definitions"), manifest.get("case_rows"))
    return told != (FORMAT, DEFINITIONS, CASE_ROWS)


def needs_publishing(folder: Path) -> bool:
    """Whether something is marked, all was published by another version, or nothing was yet."""
    if (folder / PENDING).exists() or not (folder / FACTS).exists():
        return (folder / PENDING).exists()
    try:
        manifest = read_manifest(folder)
    except PublishedDamaged:
        return True
    return manifest is None or outdated(manifest)
