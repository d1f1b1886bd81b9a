"""Reads and checks a user's file in a process of its own, whose failure is the file's alone.

The store's process hands over a path and what it knows, and takes back checked rows as Parquet
files; it never parses what a user sent. The reading process is held to caps of memory and time.
"""

import multiprocessing
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Protocol

import duckdb
import pyarrow as pa

from etl import words
from etl.disk_words import disk_words, known
from etl.doors import at_page, stand_at
from etl.error_log import unexpected
from etl.errors import MonevError, ProgramFaulty, Refused, StoreDamaged
from etl.loads import Known, LoadOptions, Part, Prepared
from etl.reading import limits
from etl.reading.raw import ident, literal, temp_name
from etl.words import _

TABLES = ("table", "rejects", "raw")
CheckRecap = Callable[[Path, None], object]


@dataclass(frozen=True)
class Wanted:
    """What the reading process is asked; `folder` takes its tables, `log` its errors.

    `check` looks a recap through, which is opened here before anybody else opens it.
    """

    path: Path
    options: LoadOptions
    known: Known
    folder: Path
    log: Path
    language: str
    page: bool
    check: CheckRecap | None = None


class Rows(Protocol):
    """A file that was read and checked, its rows not yet taken in."""

    def take_in(self, con: duckdb.DuckDBPyConnection) -> list[Prepared]:
        """The items with their rows as TEMP tables of `con`."""


@contextmanager
def prepared(
    path: Path,
    options: LoadOptions,
    known_here: Known,
    log: Path,
    check: CheckRecap | None = None,
) -> Iterator[Rows]:
    """The file read and checked apart, for as long as the block lasts.

    `check` is asked of a recap, with nothing known of the store. Raises `Refused` for what the
    file is refused for, reading beyond the caps among it.
    """
    folder = Path(tempfile.mkdtemp(prefix="monev-baca-"))
    try:
        language, page = words.language(), at_page()
        wanted = Wanted(path, options, known_here, folder, log, language, page, check)
        yield ReadApart(folder, _asked(wanted))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class ReadApart:
    """Checked items whose rows lie as Parquet files in `folder`, until they are taken in."""

    folder: Path
    items: list[Prepared]

    def take_in(self, con: duckdb.DuckDBPyConnection) -> list[Prepared]:
        """The items with their rows as TEMP tables of `con`."""
        return [replace(i, parts=tuple(self._part(con, p) for p in i.parts)) for i in self.items]

    def _part(self, con: duckdb.DuckDBPyConnection, part: Part) -> Part:
        taken: dict[str, str] = {}
        for what in TABLES:
            name = getattr(part, what)
            if name in taken:
                continue
            file, here = self.folder / f"{_plain(name)}.parquet", temp_name("apart")
            con.execute(
                f"CREATE TEMP TABLE {here} AS SELECT * FROM read_parquet({literal(str(file))})"
            )
            taken[name] = f"temp.{here}"
        table, rejects, raw = (taken[getattr(part, what)] for what in TABLES)
        return replace(part, table=table, rejects=rejects, raw=raw)


def _asked(wanted: Wanted) -> list[Prepared]:
    """Run the reading process to its end; the items it made."""
    process, here, there = _started(pickle.dumps(wanted))
    there.close()
    try:
        if not here.poll(limits.seconds_for(wanted.path)):
            raise _too_much(wanted.path, _("waktu"))
        answer = here.recv()
    except (EOFError, OSError):
        process.join(5)
        raise _ended(wanted.path, process.exitcode) from None
    finally:
        here.close()
        process.kill()
        process.join()
    if isinstance(answer, MonevError):
        raise answer
    items: list[Prepared] = answer
    return items


def _started(said: bytes) -> tuple[BaseProcess, Connection, Connection]:
    """The reading process, and the two ends at which it answers.

    A process of one thread is forked as it is; of any other a clean one is forked, which first
    has to import what reading needs.
    """
    if _alone():
        plain = multiprocessing.get_context("fork")
        here, there = plain.Pipe(duplex=False)
        forked = plain.Process(target=_read, args=(said, there), daemon=True)
        forked.start()
        return forked, here, there
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["etl.ingest", "etl.reading.apart"])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(said, there), daemon=True)
    with _no_main():
        process.start()
    return process, here, there


def _alone() -> bool:
    """Whether this process has one thread, those of libraries counted; no where it is not known."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


@contextmanager
def _no_main() -> Iterator[None]:
    """Keep the reading process from running the program that started this one once more."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _too_much(path: Path, what: str) -> Refused:
    return Refused(
        _(
            "Membaca {file} melampaui batas {what}; periksa isinya atau pecah menjadi beberapa "
            "berkas (batasnya MONEV_READING_MEMORY_MB dan MONEV_READING_SECONDS)."
        ).format(file=path.name, what=what)
    )


def _ended(path: Path, code: int | None) -> Refused:
    """The refusal of a file at which the reading process ended without an answer."""
    if code is not None and code < 0:  # by a signal: aborted for memory, or out of its time
        return _too_much(path, _("waktu") if -code in (9, 24) else _("memori"))
    return damaged(path)


def damaged(path: Path) -> Refused:
    """The refusal of a file that cannot be read as what it claims to be."""
    return Refused(
        _("Berkas {file} rusak atau tidak lengkap; kirim ulang berkas yang utuh.").format(
            file=path.name
        )
    )


def _read(said: bytes, there: Connection) -> None:
    """The reading process: caps first, then the file; one answer."""
    wanted: Wanted = pickle.loads(said)  # noqa: S301 - written by the process that started this one
    words.use(wanted.language)
    stand_at("page" if wanted.page else "command")
    limits.hold(wanted.path)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries cry out when they are out of memory
    try:
        answer: object = _prepare(wanted)
    except MemoryError:
        answer = _too_much(wanted.path, _("memori"))
    except MonevError as error:
        answer = error
    except BaseException as error:  # a panic of a reader in Rust is no Exception
        answer = explained(error, wanted.path, wanted.log)
    there.send(answer)
    there.close()


def explained(error: BaseException, path: Path, log: Path) -> MonevError:
    """What went wrong while a user's file was read, as a fault of that file where it is one."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return _too_much(path, _("memori"))
    if isinstance(error, OSError) and known(error):
        return StoreDamaged(disk_words(error, path))
    panicked = type(error).__name__ == "PanicException"
    if panicked or isinstance(error, duckdb.Error | pa.ArrowException | UnicodeError | OSError):
        return damaged(path)
    return ProgramFaulty(unexpected(error, log))


def _prepare(wanted: Wanted) -> list[Prepared]:
    from etl.ingest import prepare

    with connected(wanted.folder / "tmp") as con:
        items = prepare(con, wanted.path, wanted.options, wanted.known)
        for item in items:
            if item.recap is not None and wanted.check is not None and item.recap.path.exists():
                wanted.check(item.recap.path, None)
        _put(con, wanted.folder, items)
    return items


@contextmanager
def connected(spill: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own to check rows in; beyond its memory it spills into `spill`.

    It is given a quarter of what the process may map: what was freed stays mapped for long.
    """
    from etl.settings import settings

    with tempfile.TemporaryDirectory(prefix="monev-baca-") as folder:
        con = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": f"{max(256, settings().reading_memory_mb // 4)}MB",
                "threads": 2,
                "temp_directory": str(spill or folder),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "allow_community_extensions": "false",
            },
        )
        try:
            yield con
        finally:
            con.close()


def _put(con: duckdb.DuckDBPyConnection, folder: Path, items: Sequence[Prepared]) -> None:
    names = {getattr(p, what) for item in items for p in item.parts for what in TABLES}
    for name in sorted(names):
        file = literal(str(folder / f"{_plain(name)}.parquet"))
        table = ".".join(ident(n) for n in name.split("."))
        con.execute(f"COPY (SELECT * FROM {table}) TO {file} (FORMAT parquet)")


def _plain(name: str) -> str:
    return name.rpartition(".")[2]
