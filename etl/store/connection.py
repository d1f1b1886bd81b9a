"""Opens the facts for the one writer, hardened, and says in plain words when it cannot."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl import disk_words
from etl.errors import MonevError, StoreBusy, StoreDamaged
from etl.paths import FACTS
from etl.settings import Settings
from etl.store import tables
from etl.words import _

STORAGE_VERSION = "v1.5.0"  # a file in 2.0's own format is refused by every older tool

_UP_TO_DATE: dict[Path, tuple[int, int, int]] = {}
"""Facts as this process left them last, with all their tables: looked through once as they are."""


def _stamp(path: Path) -> tuple[int, int, int]:
    """What changes when a file is written or replaced."""
    told = path.stat()
    return told.st_ino, told.st_mtime_ns, told.st_size


def open_facts(folder: Path, limits: Settings) -> duckdb.DuckDBPyConnection:
    """A connection whose default database `facts` is the store's; made when there is none.

    The caller holds the store's lock. Raises `StoreBusy` when another program has the file
    open and `StoreDamaged` when it cannot be read.
    """
    path = folder / FACTS
    if not path.exists():
        if lost(folder):
            raise StoreDamaged(
                _("Berkas facts.duckdb hilang, padahal data pernah dimuat di sini; {way}.").format(
                    way=way_out()
                )
            )
        _make(path, folder, limits)
    con = _connect(folder, limits)
    try:
        with translated():
            _attach(con, path)
            con.execute("USE facts")
            stamp = _stamp(path)
            if stamp != _UP_TO_DATE.get(path):
                con.execute("BEGIN")
                tables.upgrade(con)
                con.execute("COMMIT")
                _UP_TO_DATE[path] = stamp
    except BaseException:
        con.close()
        raise
    return con


@contextmanager
def open_beside(folder: Path, limits: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The facts opened within a block, to be copied; the caller holds the lock."""
    con = open_facts(folder, limits)
    try:
        yield con
    finally:
        con.close()


def lost(folder: Path) -> bool:
    """Whether the facts are gone from a store that had some: nothing may start anew over it."""
    if (folder / FACTS).exists():
        return False
    traces = (
        "published/manifest-*.json", "published/current.json", "archive/*", "recaps/*.zip",
        "journal.jsonl", "pemulihan/*", "rusak-*/facts.duckdb",
    )  # fmt: skip
    return any(p.suffix != ".part" for trace in traces for p in folder.glob(trace))


def way_out() -> str:
    """What to do where the facts are lost or damaged."""
    return _("pulihkan dari cadangan dengan monev restore, atau susun ulang dengan monev rebuild")


def _connect(folder: Path, limits: Settings) -> duckdb.DuckDBPyConnection:
    spill = folder / "tmp"
    shutil.rmtree(spill, ignore_errors=True)  # left by a killed load; the lock is ours
    con = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": f"{limits.memory_limit:d}B",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
        },
    )
    if limits.threads:
        con.execute(f"SET threads = {limits.threads}")
    con.execute(f"SET temp_directory = '{_text(spill)}'")
    con.execute("SET preserve_insertion_order = true")
    return con


def _make(path: Path, folder: Path, limits: Settings) -> None:
    """Make the file under another name first: a crash leaves no half-made store."""
    part = path.with_name("facts.new")
    for leftover in (part, part.with_name("facts.new.wal")):
        leftover.unlink(missing_ok=True)
    con = _connect(folder, limits)
    try:
        with translated():
            _attach(con, part)
            tables.create(con)
            con.execute("DETACH facts")
    finally:
        con.close()
    part.chmod(0o600)
    part.replace(path)


def _attach(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    con.execute(f"ATTACH '{_text(path)}' AS facts (STORAGE_VERSION '{STORAGE_VERSION}')")


def _text(path: Path) -> str:
    return str(path).replace("'", "''")


@contextmanager
def translated() -> Iterator[None]:
    """Turn the engine's errors about the file, the disk and memory into sentences for people."""
    try:
        yield
    except duckdb.Error as error:
        raise explained(error) from error
    except OSError as error:
        if disk_words.known(error):
            raise StoreDamaged(disk_words.disk_words(error, Path())) from error
        raise


def explained(error: duckdb.Error) -> Exception:
    """The error for people that `error` means, or `error` itself when it means a fault of ours."""
    said = str(error).lower()
    if isinstance(error, duckdb.OutOfMemoryException):
        if "disk" in said or "space" in said:
            return StoreDamaged(_full())
        return MonevError(
            _(
                "Memori tidak cukup untuk memuat berkas ini; naikkan MONEV_MEMORY_LIMIT "
                "atau bagi berkasnya, lalu ulangi."
            )
        )
    if "no space left" in said:
        return StoreDamaged(_full())
    if "could not set lock" in said or "conflicting lock" in said or "already attached" in said:
        return StoreBusy(
            _("Berkas facts.duckdb sedang dibuka program lain; tutup program itu lalu coba lagi.")
        )
    damaged = (
        "not a valid duckdb", "corrupt", "could not read", "serialization", "checksum",
        "storage version",
    )  # fmt: skip
    if isinstance(
        error, (duckdb.FatalException, duckdb.SerializationException, duckdb.InternalException)
    ) or any(word in said for word in damaged):
        return StoreDamaged(_("Berkas facts.duckdb rusak; {way}.").format(way=way_out()))
    if isinstance(error, duckdb.IOException):
        return StoreDamaged(
            _(
                "Berkas facts.duckdb tidak dapat dibuka; periksa izin folder dan ruang cakram, "
                "lalu jalankan monev doctor."
            )
        )
    return error


def _full() -> str:
    return _("Ruang cakram habis dan tidak ada yang berubah; kosongkan cakram lalu ulangi.")
