"""One file that holds a whole store, taken while it serves, and put back anywhere."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.disk_words import disk_words
from etl.errors import Refused, StoreDamaged
from etl.paths import FACTS
from etl.store import soundness
from etl.store.connection import lost, open_facts, translated
from etl.store.lock import write_lock
from etl.store.operations import FILE as OPERATIONS
from etl.store.store import Store
from etl.store.swap import STAGING, put_in_place
from etl.words import _

FORMAT = 1
KIND = "monev-backup"
MANIFEST = "backup.json"
LEFT_OUT = ("published", "tmp", STAGING)  # counted again from the facts, or of no use
LOCKS = ("writer.lock", "publish.pending")
CHUNK = 1 << 20


@dataclass(frozen=True)
class Backup:
    """A backup that was read back and found whole: its file, its hash, the batches in it."""

    file: Path
    sha256: str
    batches: int

    def to_json(self) -> dict[str, Any]:
        """The object that `monev backup --format json` prints."""
        told = {"file": str(self.file), "sha256": self.sha256, "batches": self.batches}
        return told | {"verified": True}


def take(store: Store, out: Path) -> Backup:
    """Write the whole store to `out` and read it back.

    The writer's lock is held only while the facts are copied; pages go on being served. Raises
    `Refused`, `StoreBusy`, `StoreDamaged`; then there is no file.
    """
    if not store.exists and not lost(store.folder):
        raise Refused(_("Belum ada data di {folder}.").format(folder=store.folder))
    if out.resolve().is_relative_to(store.folder.resolve()):
        raise Refused(_("Tulis cadangan di luar folder penyimpanan itu sendiri."))
    part = out.with_name(out.name + ".part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".monev-", dir=out.parent) as scratch:
            copies, batches = _copied(store, Path(scratch))
            _write(part, copies, batches)
        made = verified(part)
        part.replace(out)
    except OSError as error:
        raise StoreDamaged(disk_words(error, out)) from error
    finally:
        part.unlink(missing_ok=True)
    return Backup(out, made.sha256, made.batches)


def _copied(store: Store, scratch: Path) -> tuple[dict[str, Path], int]:
    """Name in the backup → a copy that nobody changes; and the number of batches."""
    with store.writer() as con:
        con.execute("CHECKPOINT facts")  # what a crash left in the log comes in
        shutil.copyfile(store.folder / FACTS, scratch / FACTS)
        copies = {FACTS: scratch / FACTS}
        for number, path in enumerate(_others(store.folder)):
            copy = scratch / f"{number}"
            _linked(path, copy)
            copies[path.relative_to(store.folder).as_posix()] = copy
        if store.operations.path.exists():
            copies[OPERATIONS] = scratch / OPERATIONS
            _copy_sqlite(store.operations.path, scratch / OPERATIONS)
    return copies, _batches(scratch / FACTS, store)


def _others(folder: Path) -> Iterator[Path]:
    """Every other file of the store that is worth keeping."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        top = name.split("/")[0]
        skipped = top in (*LEFT_OUT, *LOCKS) or name.startswith((FACTS, OPERATIONS, "facts.new"))
        if path.is_file() and not skipped and path.suffix != ".part" and top[:6] != "rusak-":
            yield path


def _linked(path: Path, copy: Path) -> None:
    """A second name for a file that is only ever replaced; a copy of one that grows."""
    if path.suffix in (".jsonl", ".log"):
        shutil.copyfile(path, copy)
        return
    try:
        os.link(path, copy)
    except OSError:  # the backup lies on another disk
        shutil.copyfile(path, copy)


def _copy_sqlite(path: Path, copy: Path) -> None:
    try:
        source, target = sqlite3.connect(path, timeout=30), sqlite3.connect(copy)
        try:
            source.backup(target)
        finally:
            target.close()
            source.close()
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(
            _("Catatan operasional {file} rusak; jalankan monev doctor.").format(file=path.name)
        ) from error


def _write(part: Path, copies: Mapping[str, Path], batches: int) -> None:
    files = {name: [p.stat().st_size, _hash(p)] for name, p in sorted(copies.items())}
    told = {
        "kind": KIND,
        "format": FORMAT,
        "made_at": datetime.now().isoformat(timespec="seconds"),
        "batches": batches,
        "files": files,
    }
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w+b") as raw:
        with zipfile.ZipFile(
            raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1, strict_timestamps=False
        ) as file:
            file.writestr(_member(MANIFEST), json.dumps(told, indent=1))
            for name, path in sorted(copies.items()):
                with (
                    path.open("rb") as source,
                    file.open(_member(name), "w", force_zip64=True) as to,
                ):
                    shutil.copyfileobj(source, to, CHUNK)
        raw.flush()
        os.fsync(raw.fileno())


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def verified(path: Path) -> Backup:
    """The backup at `path`, every file in it held against its hash. Raises `Refused`."""
    with _opened(path) as (file, told):
        for name, (size, sha256) in told["files"].items():
            digest, length = hashlib.sha256(), 0
            with file.open(name) as member:
                while piece := member.read(CHUNK):
                    digest.update(piece)
                    length += len(piece)
            if (length, digest.hexdigest()) != (size, sha256):
                raise ValueError(name)
    return Backup(path, _hash(path), int(told["batches"]))


class _opened:  # noqa: N801 - read as a word of the sentence
    """The zip and its manifest within a block; whatever cannot be read becomes a refusal."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> tuple[zipfile.ZipFile, dict[str, Any]]:
        try:
            self.file = zipfile.ZipFile(self.path)
            told = json.loads(self.file.read(MANIFEST))
            if told["kind"] != KIND or int(told["format"]) > FORMAT:
                raise ValueError("another kind of file")
            names = set(self.file.namelist()) - {MANIFEST}
            safe = all(".." not in n.split("/") and not n.startswith("/") for n in names)
            if not safe or names != set(told["files"]) or FACTS not in names:
                raise ValueError("files that the list does not name")
        except Exception as error:
            raise self._not_whole(error) from error
        return self.file, told

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.file.close()
        if isinstance(error, Exception) and not isinstance(error, Refused | StoreDamaged):
            raise self._not_whole(error) from error

    def _not_whole(self, error: Exception) -> Exception:
        if isinstance(error, OSError) and not isinstance(error, zipfile.BadZipFile):
            return StoreDamaged(disk_words(error, self.path))
        return Refused(
            _("{file} bukan cadangan Monev PTSP yang utuh; pakai cadangan lain.").format(
                file=self.path.name
            )
        )


def restore(path: Path, store: Store) -> Backup:
    """Put the backup at `path` in place of the store, which must be empty, lost or damaged.

    What lay there before is kept beside in `rusak-…`. Nothing is published; the caller does it.
    Raises `Refused` for a backup that is not whole and for a store that is sound.
    """
    if not path.is_file():
        raise Refused(_("Berkas {file} tidak ada; periksa namanya.").format(file=path))
    made = verified(path)
    store.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with write_lock(store.folder, store.limits.lock_seconds):
        if sound(store):
            raise Refused(
                _(
                    "{folder} berisi data yang utuh; pulihkan ke folder lain dengan --store, atau "
                    "pindahkan dahulu folder itu."
                ).format(folder=store.folder)
            )
        staging = store.folder / STAGING
        shutil.rmtree(staging, ignore_errors=True)
        try:
            with _opened(path) as (file, told):
                for name in told["files"]:
                    _unpacked(file, name, staging / name)
            if _batches(staging / FACTS, store) != made.batches:
                raise Refused(_("{file} tidak terbaca; pakai cadangan lain.").format(file=path))
            put_in_place(store.folder, staging)
        except OSError as error:
            raise StoreDamaged(disk_words(error, store.folder)) from error
    return made


def _unpacked(file: zipfile.ZipFile, name: str, place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with file.open(name) as member, os.fdopen(descriptor, "wb") as copy:
        shutil.copyfileobj(member, copy, CHUNK)
        copy.flush()
        os.fsync(copy.fileno())


def sound(store: Store) -> bool:
    """Whether the store has facts that can be read throughout; the caller holds the lock."""
    if not store.exists:
        return False
    try:
        con = open_facts(store.folder, store.limits)
    except (StoreDamaged, duckdb.Error):
        return False
    try:
        if soundness.check(con):
            return False
        row = con.execute("SELECT count(*) FROM facts.batches").fetchone()
        return bool(row and row[0])
    except duckdb.Error:
        return False
    finally:
        con.close()


def _batches(facts: Path, store: Store) -> int:
    """The number of batches in a copy of the facts, after reading all of it."""
    con = open_facts(facts.parent, store.limits)
    try:
        with translated():
            if soundness.check(con):
                raise StoreDamaged(_("Data dalam cadangan tidak sesuai riwayatnya."))
            row = con.execute("SELECT count(*) FROM facts.batches").fetchone()
    finally:
        con.close()
    return int(row[0]) if row else 0


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
