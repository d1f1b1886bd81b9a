"""Puts a store that was made beside in the place of one that is lost or damaged."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from etl.paths import FACTS
from etl.store.published import FOLDER as PUBLISHED
from etl.store.published import POINTER

STAGING = "pemulihan"
"""Folder within the store where the new one is made; a trace that the facts are on their way."""


def put_in_place(folder: Path, staging: Path) -> None:
    """Move what is in `staging` into `folder`, the facts last; what they replace goes aside.

    Killed on the way, the facts are missing and restore or rebuild is run again. Published sets
    stay, so that no version is used twice; what names them goes, so that all is counted again.
    """
    aside = folder / f"rusak-{datetime.now():%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700, exist_ok=True)
    _aside(folder / FACTS, aside)
    _aside(folder / f"{FACTS}.wal", aside)
    (folder / PUBLISHED / POINTER).unlink(missing_ok=True)
    for manifest in (folder / PUBLISHED).glob("manifest-*.json"):
        manifest.unlink()
    for entry in sorted(staging.iterdir()):
        if entry.name == FACTS:
            continue
        for beside in folder.glob(f"{entry.name}-*"):  # the log of an SQLite file
            _aside(beside, aside)
        _aside(folder / entry.name, aside)
        shutil.move(entry, folder / entry.name)
    os.replace(staging / FACTS, folder / FACTS)
    shutil.rmtree(staging, ignore_errors=True)
    if not any(aside.iterdir()):
        aside.rmdir()


def _aside(path: Path, aside: Path) -> None:
    if path.exists():
        shutil.move(path, aside / path.name)
