"""The store of facts: loads, undoes, lists batches; each change one transaction behind a lock."""

import getpass
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from etl import ingest
from etl.disk_words import disk_words
from etl.errors import Refused, StoreDamaged
from etl.loads import LoadOptions, Prepared
from etl.paths import FACTS, PENDING
from etl.settings import Settings, settings
from etl.store import ledger, recaps
from etl.store.archive import Archive
from etl.store.connection import lost, open_facts, translated
from etl.store.entering import Entering
from etl.store.lock import write_lock
from etl.store.nil import nil_request
from etl.store.operations import Operations
from etl.store.recaps import CheckRecap
from etl.store.results import LoadResult, UndoResult
from etl.store.rights import Rights
from etl.store.undo import undo_batch
from etl.words import _
from etl.writing.marked import write_rejects

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[str], None]


class Store:
    """The store in one folder. `by` and `role` name who works with it, for the audit table.

    `role` and `offices` (None: all) limit what this writer may change (`etl.store.rights`).

    `check_recap` is asked to verify a recap file before it is placed and raises `Refused`; the
    layer that knows the recap's format gives it.
    """

    def __init__(
        self,
        folder: Path | str,
        by: str | None = None,
        role: str = "admin",
        check_recap: CheckRecap | None = None,
        limits: Settings | None = None,
        offices: frozenset[str] | None = None,
    ) -> None:
        self.folder = Path(folder)
        self.by = by or _user()
        self.role = role
        self.rights = Rights(role, offices)
        self.check_recap = check_recap
        self.limits = limits or settings()
        self.archive = Archive(self.folder)
        self.operations = Operations(self.folder)
        self._con: duckdb.DuckDBPyConnection | None = None

    @property
    def exists(self) -> bool:
        """Whether anything was ever loaded here."""
        return (self.folder / FACTS).exists()

    @contextmanager
    def writer(self, seconds: float | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """The one connection to the facts (default database `facts`), behind the store's lock.

        Waits `seconds` for the lock (default: `MONEV_LOCK_SECONDS`), then raises `StoreBusy`;
        `StoreDamaged` when the file cannot be read. May be nested within one thread.
        """
        if self._con is not None:
            yield self._con
            return
        _make_folder(self.folder)
        with write_lock(self.folder, self.limits.lock_seconds if seconds is None else seconds):
            self._con = open_facts(self.folder, self.limits)
            try:
                with translated():
                    yield self._con
                    self._settle(self._con)
            finally:
                self._con.close()
                self._con = None

    def load(
        self,
        path: Path | str,
        options: LoadOptions | None = None,
        progress: Progress | None = None,
        dry_run: bool = False,
        rejects: Path | None = None,
        look: Callable[[duckdb.DuckDBPyConnection, list[Prepared]], None] | None = None,
    ) -> list[LoadResult]:
        """Load one file in one transaction; a zip may give several results.

        With `dry_run` everything is checked and counted and nothing kept. Rejected rows are
        written to the workbook `rejects`, their cells marked. `look` sees the checked rows before
        they are stored. Raises `Refused`, `StoreBusy`,
        `StoreDamaged`; then nothing changed.
        """
        path, options = Path(path), options or LoadOptions()
        scope = self.rights.narrowed(options.scope_offices)
        options = replace(options, scope_offices=scope)
        tell = progress or (lambda _text: None)
        try:
            with self.writer() as con:
                tell(_("Membaca dan memeriksa {file}").format(file=path.name))
                items = self._prepare(con, path, options)
                tell(_("Menyimpan {file}").format(file=path.name))
                try:
                    if look is not None:
                        look(con, items)
                    results = self._commit(con, items, options, path, dry_run)
                    if rejects is not None:
                        write_rejects(items, con, rejects)
                finally:
                    _drop_temporary(con)
        except Refused as refusal:
            self._audit("refusal", file=path.name, why=str(refusal))
            raise
        if dry_run:
            return [r if r.repeated else replace(r, batch=None) for r in results]
        for result in results:
            self._audit(
                "load",
                batch=result.batch,
                file=result.file,
                kind=result.kind,
                repeated=result.repeated,
                **result.total.to_json(),
            )
        return results

    def undo(self, batch: int) -> UndoResult:
        """Take back a live batch: for its keys the other live batches count, the last one wins.

        Raises `Refused` when the batch is unknown or undone already, or when facts depend on the
        reference rows that would go.
        """
        try:
            with self.writer() as con:
                con.execute("BEGIN")
                try:
                    self.rights.check_undo(con, batch)
                    result, unneeded = undo_batch(con, batch)
                    self._pending.touch()
                    con.execute("COMMIT")
                except BaseException:
                    _roll_back(con)
                    raise
        except Refused as refusal:
            self._audit("refusal", batch=batch, why=str(refusal))
            raise
        for name in unneeded:
            (self.folder / name).unlink(missing_ok=True)
        self._audit("undo", batch=batch, file=result.file)
        return result

    def nil(self, kind: str, office: str, month: str) -> LoadResult:
        """Report that an office had no records of `kind` in `month` ('2024-05'), as a batch.

        Raises `Refused` when there are such records, or the kind, office or month is not known.
        """
        try:
            with self.writer() as con:
                item = nil_request(con, kind, office, month)
                options = LoadOptions(kind="nil", office=office, period=month)
                known = ledger.live_batch(con, item.fingerprint)
                if known is not None and ledger.in_effect(con, known):
                    return ledger.result_of(con, known, ledger.same_note(known))
                (result,) = self._commit(con, [item], options, None)
        except Refused as refusal:
            self._audit("refusal", kind=kind, office=office, month=month, why=str(refusal))
            raise
        self._audit("nil", batch=result.batch, kind=kind, office=office, month=month)
        return result

    def trust(self, office: str, key: str) -> None:
        """Register the public half of an office's signing key: its recaps need it from now on."""
        with self.writer() as con:
            recaps.register(con, office, key, self.by)
        self._audit("trust", office=office, key=key)

    def batches(self) -> "pd.DataFrame":
        """Every batch, newest first: number, when, by whom, file, kind, state and its counts."""
        if not self.exists and not lost(self.folder):
            return ledger.no_batches()
        with self.writer() as con:
            return ledger.all_batches(con)

    @property
    def needs_publishing(self) -> bool:
        """Whether a change may not have been published yet; asks no lock and opens no facts."""
        return self._pending.exists()

    @property
    def _pending(self) -> Path:
        return self.folder / PENDING

    def mark_published(self) -> None:
        """Say that everything stored is published; for the publisher, within its `writer()`."""
        self._pending.unlink(missing_ok=True)

    def _settle(self, con: duckdb.DuckDBPyConnection) -> None:
        """Keep the mark on disk when offices are marked, whoever marked them."""
        if con.execute("SELECT 1 FROM facts.offices_changed LIMIT 1").fetchone():
            self._pending.touch()

    def _prepare(
        self, con: duckdb.DuckDBPyConnection, path: Path, options: LoadOptions
    ) -> list[Prepared]:
        """The checked items of a file; files loaded before but overridden since are read again."""
        known = ledger.known(con)
        items = ingest.prepare(con, path, options, known)
        seen = {i.fingerprint for i in items if i.fingerprint in known.fingerprints}
        stands = frozenset(f for f in seen if self._stands(con, f))
        if stands != seen:
            _drop_temporary(con)
            items = ingest.prepare(con, path, options, replace(known, fingerprints=stands))
        return items

    @staticmethod
    def _stands(con: duckdb.DuckDBPyConnection, fingerprint: str) -> bool:
        batch = ledger.live_batch(con, fingerprint)
        return batch is not None and ledger.in_effect(con, batch)

    def _commit(
        self,
        con: duckdb.DuckDBPyConnection,
        items: list[Prepared],
        options: LoadOptions,
        source: Path | None,
        dry_run: bool = False,
    ) -> list[LoadResult]:
        """Store all items in one transaction, the source copied before it ends."""
        self.rights.check_load(con, items)
        archived: Path | None = None
        sha256 = _sha256(source) if source is not None and self.limits.archive else None
        con.execute("BEGIN")
        try:
            first = ledger.next_batch(con)
            enter = Entering(con, self.folder, self.by, self.check_recap, options, first, sha256)
            results = [enter(item) for item in items]
            if dry_run or all(r.repeated for r in results):
                con.execute("ROLLBACK")
                return results
            if source is not None and sha256 is not None:
                archived = self.archive.keep(source, sha256)
            self._pending.touch()
            con.execute("COMMIT")
        except BaseException:
            _roll_back(con)
            if archived is not None:
                archived.unlink(missing_ok=True)
            raise
        return results

    def _audit(self, action: str, **detail: object) -> None:
        """Write the audit line; a store on a disk that refuses it has said so already."""
        try:
            self.operations.audit(self.by, self.role, action, **detail)
        except sqlite3.Error:
            with suppress(OSError), (self.folder / "audit.missed").open("a", encoding="utf-8") as f:
                f.write(f"{datetime.now().isoformat()} {self.by} {action} {detail}\n")


def _make_folder(folder: Path) -> None:
    if folder.exists():
        return
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        return  # another process was quicker
    except OSError as error:
        raise StoreDamaged(disk_words(error, folder)) from error


def _roll_back(con: duckdb.DuckDBPyConnection) -> None:
    """End a transaction that failed; one that the engine ended itself needs nothing."""
    with suppress(duckdb.Error):
        con.execute("ROLLBACK")


def _drop_temporary(con: duckdb.DuckDBPyConnection) -> None:
    """Free the staged tables of a load."""
    for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall():
        con.execute(f'DROP TABLE IF EXISTS temp."{name}"')


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
