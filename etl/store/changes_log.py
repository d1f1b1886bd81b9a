"""Figures of past months that moved, one line each, in the operational records."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from etl.store.operations import FILE, Operations
from etl.store.records import told

Cause = Literal["data", "definition", "calendar"]

_TABLE = """
CREATE TABLE IF NOT EXISTS changes (
  office TEXT NOT NULL, indicator TEXT NOT NULL, month TEXT NOT NULL, old REAL, new REAL,
  cause TEXT NOT NULL, batch INTEGER, day TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (version, office, indicator, month));
CREATE TABLE IF NOT EXISTS compared (version INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True)
class Change:
    """One figure that moved; `old` or `new` is None where there was or is none."""

    office: str
    indicator: str
    month: str
    old: float | None
    new: float | None
    cause: Cause
    batch: int | None
    day: str

    def to_json(self) -> dict[str, Any]:
        """The row that `monev changes --format json` prints."""
        return asdict(self)


class ChangesLog:
    """The log of one store; `compared` remembers up to which published version it reaches."""

    def __init__(self, store: Path) -> None:
        self.path = store / FILE

    def compared(self) -> int:
        """The last published version that was held against the one before; 0 where none was."""
        with self._open() as con:
            row = con.execute("SELECT max(version) FROM compared").fetchone()
        return int(row[0] or 0)

    def keep(self, version: int, changes: Iterable[Change]) -> None:
        """Write down what a published version changed."""
        with self._open() as con, con:
            con.executemany(
                "INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(*asdict(c).values(), version) for c in changes],
            )
            con.execute("DELETE FROM compared")
            con.execute("INSERT INTO compared VALUES (?)", (version,))

    def rows(
        self, office: str | None = None, since: date | None = None, after: int = 0
    ) -> list[Change]:
        """What published versions after `after` moved since a day, the newest first."""
        if not self.path.exists():
            return []
        with self._open() as con:
            found = con.execute(
                "SELECT office, indicator, month, old, new, cause, batch, day FROM changes "
                "WHERE version > ? AND (? IS NULL OR office = ?) AND (? IS NULL OR day >= ?) "
                "ORDER BY version DESC, office, indicator, month",
                (after, office, office, *[since.isoformat() if since else None] * 2),
            ).fetchall()
        return [Change(*row) for row in found]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        Operations(self.path.parent).mark_lost()
        with told(self.path), closing(sqlite3.connect(self.path, timeout=30)) as con:
            con.executescript(_TABLE)
            yield con
