"""Enters one checked file in the facts: its rows, its line in the book, its recap."""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.checking.remarks import without_application
from etl.errors import Refused
from etl.loads import LoadOptions, Part, Prepared, RecapFile
from etl.store import ledger, recaps
from etl.store.effects import mark_offices
from etl.store.instalments import number_on
from etl.store.merge import REPLACEABLE, merge
from etl.store.nil import check_nil
from etl.store.past import moved
from etl.store.results import Counts, Filled, LoadResult
from etl.store.said import filled
from etl.store.surveys import check_mode, keep_apart
from etl.words import _


@dataclass(frozen=True)
class Entering:
    """One load's entering, within the caller's transaction; called once for each of its items.

    `folder` takes recap files (None: a check, none are kept). `first` is the number of the load's
    first batch, `source` the SHA-256 of the file kept.
    """

    con: duckdb.DuckDBPyConnection
    folder: Path | None
    by: str
    check_recap: recaps.CheckRecap | None
    options: LoadOptions
    first: int
    source: str | None

    def __call__(self, item: Prepared) -> LoadResult:
        """Enter `item` as the next batch; what it became. Raises `Refused`."""
        con, options = self.con, self.options
        known = ledger.live_batch(con, item.fingerprint)
        if known is not None and not item.parts and ledger.in_effect(con, known):
            return ledger.result_of(con, known, ledger.same_note(known))
        batch, notes = ledger.next_batch(con), list(item.notes)
        counts: dict[str, Counts] = {}
        if item.recap is not None:
            counts["recap"] = self._place(batch, item.recap, item.sha256, notes)
            options = replace(options, sample=options.sample or _of_sample(item.recap))
        said: list[Filled] = []
        for part in item.parts:
            notes += _made_ready(con, batch, part, options, self.first)
            notes += moved(con, part.kind, part.table, part.columns)
            before = self.first if options.mode == "replace" and part.kind in REPLACEABLE else None
            unchanged = merge(con, batch, part.kind, part.table, part.columns, before)
            counts[part.kind] = ledger.write_part(con, batch, item, part, unchanged)
            mark_offices(con, part.kind, part.table)
            said.append(filled(con, part))
            notes += without_application(con, part.kind, part.table)
        if not sum(c.accepted + c.unchanged for c in counts.values()):
            raise Refused(_nothing_left(con, item))
        ledger.write_batch(con, batch, item, options, self.by, tuple(notes), self.source)
        return LoadResult(
            batch,
            item.file,
            item.kind,
            counts,
            ledger.rejects_of(con, batch),
            tuple(notes),
            item.reconciliation,
            left_out=item.left_out,
            basis=item.basis,
            filled=tuple(said),
        )

    def _place(self, batch: int, recap: RecapFile, sha256: str, notes: list[str]) -> Counts:
        con = self.con
        if self.check_recap is None or not recap.path.exists():
            raise Refused(
                _("Rekap {file} tidak dapat diperiksa di sini; muat langsung, di luar zip.").format(
                    file=recap.path.name
                )
            )
        notes += self.check_recap(recap.path, recaps.here(con))
        counts = recaps.place(con, self.folder, batch, recap, sha256)
        con.execute(
            "CREATE OR REPLACE TEMP TABLE _placed AS SELECT office_code FROM facts.recaps "
            "WHERE batch = ?",
            [batch],
        )
        mark_offices(con, "recap", "temp._placed")
        return counts


def _of_sample(recap: RecapFile) -> bool:
    """Whether a recap was made from the made-up province."""
    return recap.manifest.get("sample") is True


def _made_ready(
    con: duckdb.DuckDBPyConnection, batch: int, part: Part, options: LoadOptions, first: int
) -> list[str]:
    """The checks that need the facts, before a part is merged; notes for the load."""
    if part.kind == "nil":
        check_nil(con, part.table)
    if part.kind == "payments":
        number_on(con, part.table, part.columns)
    if part.kind not in REPLACEABLE:
        return []
    if options.mode is None:
        check_mode(con, part.kind, part.table, first)
    since = first if options.mode == "replace" else 0
    return keep_apart(con, batch, part.kind, part.table, part.columns, since)


def _nothing_left(con: duckdb.DuckDBPyConnection, item: Prepared) -> str:
    for part in item.parts:
        row = con.execute(
            f'SELECT sheet, row, "column", reason FROM {part.rejects} ORDER BY sheet, row LIMIT 1'
        ).fetchone()
        if row:
            return _(
                "Semua baris {file} ditolak, mulai dari baris {row} kolom {column}: {reason}"
            ).format(file=item.file, row=row[1], column=row[2] or "-", reason=row[3])
    return _(
        "{file} tidak memuat satu baris pun; pakai laporan nihil bila memang tidak ada."
    ).format(file=item.file)
