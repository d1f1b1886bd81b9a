"""The published files as the manifest names them: sealed by a hash each, and held against it.

A file that is missing or altered is never read as nought: whoever opens one asks `checked` first.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from etl.errors import PublishedDamaged
from etl.words import _

FOLDER = "published"
POINTER = "current.json"
BOOK = "_store"
"""What stands for the store's own tables among the offices whose files are at fault."""
CHUNK = 1 << 20
MOST_SEEN = 50_000
_seen: dict[tuple[str, int, int], str] = {}

Files = Mapping[str, tuple[int, str]]
"""Name within the set → (size in bytes, SHA-256)."""


def read_manifest(store: Path) -> dict[str, Any] | None:
    """The manifest that the pointer names, None where nothing was published yet.

    Raises `PublishedDamaged` when either cannot be read or is not what was written.
    """
    published = store / FOLDER
    try:
        pointer = json.loads((published / POINTER).read_text("utf-8"))
    except FileNotFoundError:
        if any(published.glob("manifest-*.json")):
            raise _pointer_damaged(store) from None
        return None
    except (OSError, ValueError) as error:
        raise _pointer_damaged(store) from error
    try:
        text = (published / pointer["manifest"]).read_bytes()
        manifest: dict[str, Any] = json.loads(text)
        sound = pointer.get("sha256") in (None, hashlib.sha256(text).hexdigest())
        if not sound or not all("path" in e for e in manifest["offices"].values()):
            raise ValueError("the manifest is not the one that was written")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _pointer_damaged(store) from error
    return manifest


def _pointer_damaged(store: Path) -> PublishedDamaged:
    return PublishedDamaged(
        _("Penunjuk data terbitan rusak; jalankan monev doctor untuk memperbaikinya."), store
    )


def seal(folder: Path) -> dict[str, tuple[int, str]]:
    """Size and hash of every Parquet file in and below `folder`, for the manifest."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, _hash(path))
        for path in sorted(folder.rglob("*.parquet"))
    }


def sync(folders: Iterable[Path]) -> None:
    """Wait until the files of `folders` and their names are on the disk."""
    paths = [p for folder in folders for p in (folder, folder.parent, *folder.rglob("*"))]
    with ThreadPoolExecutor(8) as pool:  # the disk takes several at once
        list(pool.map(_sync, dict.fromkeys(paths)))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_text(path: Path, text: str) -> None:
    """Write a small file and rename it into place, so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync(path.parent)


def put_pointer(root: Path, version: int, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of `version`, then make it the one in force."""
    text = json.dumps(manifest, indent=1)
    name = f"manifest-{version:06d}.json"
    put_text(root / name, text)
    told = {"manifest": name, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    put_text(root / POINTER, json.dumps(told))


def next_version(root: Path, manifest: Mapping[str, Any]) -> int:
    """A version that no file here carries yet: readers may still hold files of any other."""
    named = [p.stem.rpartition("-")[2] for p in root.glob("manifest-*.json")]
    named += [p.name for p in root.glob("*/*") if p.is_dir()]
    taken = [int(n) for n in named if n.isdigit()]
    return max([int(manifest["version"]), *taken]) + 1


def checked(store: Path, entry: Mapping[str, Any], name: str, owner: str) -> Path | None:
    """Where the file `name` of a manifest's entry lies, its hash proved; None where it has none.

    Hashed when it is opened first, afterwards known by size and time. Raises `PublishedDamaged`.
    """
    path = store / FOLDER / str(entry["path"]) / name
    if "files" not in entry:  # published by a version that did not seal
        return path if path.exists() else None
    if name not in entry["files"]:
        return None
    size, sha256 = entry["files"][name]
    try:
        stat = path.stat()
        key = (str(path), stat.st_size, stat.st_mtime_ns)
        if stat.st_size == size and (_seen.get(key) or _remembered(key, _hash(path))) == sha256:
            return path
    except OSError:
        pass
    raise PublishedDamaged(
        _("Berkas terbitan {owner} hilang atau berubah; jalankan monev doctor.").format(
            owner=owner if owner != BOOK else _("daftar muatan")
        ),
        store,
    )


def _remembered(key: tuple[str, int, int], sha256: str) -> str:
    if len(_seen) >= MOST_SEEN:
        _seen.clear()
    _seen[key] = sha256
    return sha256


def faults(store: Path, manifest: Mapping[str, Any]) -> list[str]:
    """Offices (and `BOOK`) whose published files are not all there as they were written.

    Every file is read. A set that was not sealed must be there and open.
    """
    entries = {**manifest.get("offices", {})}
    if manifest.get("store"):
        entries[BOOK] = manifest["store"]
    return [owner for owner, entry in entries.items() if not _whole(store / FOLDER, entry)]


def _whole(published: Path, entry: Mapping[str, Any]) -> bool:
    folder = published / str(entry["path"])
    if "files" not in entry:
        return any(folder.rglob("*.parquet")) and all(_opens(p) for p in folder.rglob("*.parquet"))
    try:
        return {n: list(v) for n, v in seal(folder).items()} == {
            n: list(v) for n, v in entry["files"].items()
        }
    except OSError:
        return False


def _opens(path: Path) -> bool:
    import pyarrow.parquet as pq

    try:
        pq.read_metadata(path)
    except Exception:
        return False
    return True


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
