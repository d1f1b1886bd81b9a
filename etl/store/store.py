"""The store of facts: loads, undoes, lists batches; each change one transaction behind a lock."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from etl import clock
from etl.disk_words import disk_words
from etl.errors import Refused, StoreBusy, StoreDamaged
from etl.loads import LoadOptions, Prepared
from etl.paths import FACTS, PENDING
from etl.reading import apart, here
from etl.settings import Settings, settings
from etl.store import dry, ledger, recaps
from etl.store.archive import Archive
from etl.store.checked import Checked, Reader
from etl.store.connection import lost, open_facts, translated
from etl.store.entering import Entering
from etl.store.journal import Journal, settle, told_options
from etl.store.lock import write_lock
from etl.store.nil import nil_request
from etl.store.operations import Operations, machine_user
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

    With `apart` users' files are read in a capped process of its own. `check_recap` is asked to
    verify a recap file before it is placed and raises `Refused`; the layer that knows the recap's
    format gives it.
    """

    def __init__(
        self,
        folder: Path | str,
        by: str | None = None,
        role: str = "admin",
        check_recap: CheckRecap | None = None,
        limits: Settings | None = None,
        offices: frozenset[str] | None = None,
        apart: bool = False,
    ) -> None:
        self.apart = apart
        self.folder = Path(folder)
        self.by = by or machine_user()
        self.role = role
        self.rights = Rights(role, offices)
        self.check_recap = check_recap
        self.limits = limits or settings()
        self.archive = Archive(self.folder)
        self.journal = Journal(self.folder, self.limits.archive)
        self.operations = Operations(self.folder)
        self.taught: dict[str, int] | None = None  # in place of the words in the store
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
        clock.check()
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
        read: Reader | None = None,
    ) -> list[LoadResult]:
        """Load one file in one transaction; a zip may give several results.

        With `dry_run` everything is checked and counted and nothing kept. Rejected rows are
        written to the workbook `rejects`, their cells marked. `look` sees the checked rows before
        they are stored. `read` reads the file in place of the store's own way. Raises
        `Refused`, `StoreBusy`, `StoreDamaged`; then nothing changed.
        """
        path, options = Path(path), options or LoadOptions()
        scope = self.rights.narrowed(options.scope_offices)
        options = replace(options, scope_offices=scope)
        tell = progress or (lambda _text: None)
        try:
            tell(_("Membaca dan memeriksa {file}").format(file=path.name))
            with self._checked(path, options, dry_run, read) as checked:
                tell(_("Menyimpan {file}").format(file=path.name))
                results = self._stored(checked, dry_run, rejects, look)
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
                settle(self.journal, con, self.by)
                con.execute("BEGIN")
                try:
                    self.rights.check_undo(con, batch)
                    result, unneeded = undo_batch(con, batch)
                    self.journal.write("undo", self.by, batch=batch)
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
            self.journal.write("trust", self.by, office=office, key=key)
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

    @contextmanager
    def _checked(
        self, path: Path, options: LoadOptions, dry_run: bool, read: Reader | None
    ) -> Iterator[Checked]:
        """The file read and checked by what the store knows now; nobody is kept waiting by it."""
        try:
            with self.writer(seconds=0 if dry_run else None) as con:
                known = ledger.known(con)
        except StoreBusy:
            if not dry_run:
                raise
            known = dry.known_published(self.folder)
        known = replace(known, answer_words=self._words(options))
        own: Reader = here.prepared
        if self.apart and not options.sample:
            own = partial(apart.prepared, check=self.check_recap)
        read = read or own
        with read(path, options, known, self.folder) as items:
            yield Checked(path, options, known, items, read, self.folder)

    def _words(self, options: LoadOptions) -> dict[str, int]:
        """Words of survey answers known for this load: those for all, and the office's own."""
        if self.taught is not None:
            return self.taught
        own = self.rights.offices or frozenset()
        office = options.office or (next(iter(own)) if len(own) == 1 else "")
        return self.operations.answer_words(office)

    def _stored(
        self,
        checked: Checked,
        dry_run: bool,
        rejects: Path | None,
        look: Callable[[duckdb.DuckDBPyConnection, list[Prepared]], None] | None,
    ) -> list[LoadResult]:
        """Enter checked items in the facts; of a dry run what that would give."""
        try:
            with self.writer(seconds=0 if dry_run else None) as con, checked.taken_in(con) as items:
                if look is not None:
                    look(con, items)
                results = self._commit(con, items, checked.options, checked.path, dry_run)
                if rejects is not None:
                    write_rejects(items, con, rejects)
                return results
        except StoreBusy:
            if not dry_run:
                raise
        with dry.without_facts(self.limits) as con, checked.taken_in(con) as items:
            if look is not None:
                look(con, items)
            if rejects is not None:
                write_rejects(items, con, rejects)
            return dry.results(con, items, self.folder)

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
        if not dry_run:
            settle(self.journal, con, self.by)
        sha256 = _sha256(source) if source is not None and self.limits.archive else None
        con.execute("BEGIN")
        try:
            first = ledger.next_batch(con)
            place = None if dry_run else self.folder
            enter = Entering(con, place, self.by, self.check_recap, options, first, sha256)
            results = [enter(item) for item in items]
            if dry_run or all(r.repeated for r in results):
                con.execute("ROLLBACK")
                return results
            if source is not None and sha256 is not None:
                archived = self.archive.keep(source, sha256)
            self._entered(con, items, source, sha256, options, results)
            self._pending.touch()
            con.execute("COMMIT")
        except BaseException:
            _roll_back(con)
            if archived is not None:
                archived.unlink(missing_ok=True)
            raise
        return results

    def _entered(
        self,
        con: duckdb.DuckDBPyConnection,
        items: list[Prepared],
        source: Path | None,
        sha256: str | None,
        options: LoadOptions,
        results: list[LoadResult],
    ) -> None:
        """Tell the journal of a load or a nil report, before the facts are told."""
        batches = [r.batch for r in results if not r.repeated]
        if source is None:
            kind = items[0].fingerprint.split(":")[1]
            told = {"kind": kind, "office": options.office, "month": options.period}
            self.journal.write("nil", self.by, batches=batches, **told)
            return
        surveys = any(p.kind == "survey" for item in items for p in item.parts)
        self.journal.write(
            "load",
            self.by,
            batches=batches,
            name=source.name,
            sha256=sha256,
            options=told_options(options),
            words=self._words(options) if surveys else {},
        )

    def _audit(self, action: str, **detail: object) -> None:
        """Write the audit line; a store on a disk that refuses it has said so already."""
        try:
            self.operations.audit(self.by, self.role, action, **detail)
        except (sqlite3.Error, StoreDamaged, StoreBusy):
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


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
