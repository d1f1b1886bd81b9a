"""A checked file on its way into the facts, checked again where they moved meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.loads import Known, LoadOptions, Prepared
from etl.reading.apart import Rows
from etl.store import ledger

Reader = Callable[[Path, LoadOptions, Known, Path], AbstractContextManager[Rows]]


@dataclass(frozen=True)
class Checked:
    """A file that was read by what was `known`; `read` reads it once more by what is known now."""

    path: Path
    options: LoadOptions
    known: Known
    rows: Rows
    read: Reader
    log: Path

    @contextmanager
    def taken_in(self, con: duckdb.DuckDBPyConnection) -> Iterator[list[Prepared]]:
        """The items staged in `con`, which are dropped with the end of the block.

        Files loaded before but overridden since are read again, and so is everything when another
        load has changed what the checks rest on.
        """
        try:
            items = self.rows.take_in(con)
            now = _known(con)
            wanted = self.known
            if now is not None:
                stand = _stand(con, items, now)
                wanted = replace(now, fingerprints=stand, answer_words=self.known.answer_words)
            if _the_same(wanted, self.known, items):
                yield items
                return
            drop_temporary(con)
            with self.read(self.path, self.options, wanted, self.log) as rows:
                yield rows.take_in(con)
        finally:
            drop_temporary(con)


def _known(con: duckdb.DuckDBPyConnection) -> Known | None:
    """What the facts know; None of a connection without facts."""
    facts = con.execute("SELECT 1 FROM duckdb_databases() WHERE database_name = 'facts'").fetchone()
    return ledger.known(con) if facts else None


def _stand(con: duckdb.DuckDBPyConnection, items: list[Prepared], now: Known) -> frozenset[str]:
    """Fingerprints of the items that are live and in effect."""
    live = {i.fingerprint for i in items} & now.fingerprints
    return frozenset(f for f in live if _in_effect(con, f))


def _in_effect(con: duckdb.DuckDBPyConnection, fingerprint: str) -> bool:
    batch = ledger.live_batch(con, fingerprint)
    return batch is not None and ledger.in_effect(con, batch)


def _the_same(wanted: Known, known: Known, items: list[Prepared]) -> bool:
    """Whether reading by `wanted` would give the items that reading by `known` gave."""
    nothing: frozenset[str] = frozenset()
    if replace(wanted, fingerprints=nothing) != replace(known, fingerprints=nothing):
        return False
    return all((i.fingerprint in wanted.fingerprints) == (_skipped(i, known)) for i in items)


def _skipped(item: Prepared, known: Known) -> bool:
    return item.fingerprint in known.fingerprints


def drop_temporary(con: duckdb.DuckDBPyConnection) -> None:
    """Free the staged tables of a load."""
    for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall():
        con.execute(f'DROP TABLE IF EXISTS temp."{name}"')
