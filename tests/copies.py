"""Copies of a store that several tests read at the same time."""

import shutil
from pathlib import Path

PASSING = shutil.ignore_patterns("*.sqlite-wal", "*.sqlite-shm")
"""Files that are there while another test has the operations open, and gone the next moment."""


def copied(store: Path, to: Path) -> Path:
    """A copy of `store` at `to`, to write in."""
    return shutil.copytree(store, to, ignore=PASSING)
