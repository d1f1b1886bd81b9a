"""Keeps the files that were loaded, by their SHA-256, so that any figure can be traced to paper."""

import hashlib
import os
import shutil
from pathlib import Path


class Archive:
    """The folder `archive/` of a store; files are readable by their owner alone."""

    def __init__(self, store: Path) -> None:
        self.folder = store / "archive"

    def path(self, sha256: str, name: str) -> Path:
        """Where a source of this content lies; the suffix tells people what opens it."""
        suffix = "".join(Path(name).suffixes[-2:]) if name.endswith(".gz") else Path(name).suffix
        return self.folder / f"{sha256}{suffix.lower()}"

    def has(self, sha256: str) -> bool:
        """Whether a source of this content is kept."""
        return self.find(sha256) is not None

    def find(self, sha256: str) -> Path | None:
        """Where a source of this content lies, None where it is not kept."""
        found = (p for p in self.folder.glob(f"{sha256}*") if p.suffix != ".part")
        return next(found, None)

    def sound(self, sha256: str) -> bool:
        """Whether a source is kept and still is what was loaded."""
        place = self.find(sha256)
        if place is None:
            return False
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def keep(self, source: Path, sha256: str) -> Path | None:
        """Copy `source` in; its place, or None when it was there already.

        The copy takes its name only when it is whole, so a crash leaves no half a file.
        """
        if self.has(sha256):
            return None
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = self.path(sha256, source.name)
        part = place.with_name(place.name + ".part")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with source.open("rb") as origin, os.fdopen(descriptor, "wb") as copy:
            os.fchmod(copy.fileno(), 0o600)
            shutil.copyfileobj(origin, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
        part.replace(place)
        return place
