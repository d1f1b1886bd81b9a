"""Which offices opened their public door: pages, open data and positions for anybody to read.

Kept beside the audit table. An office that decided nothing has its door closed, but for the
made-up sample, which is nobody's.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from etl.store.operations import Operations

_TABLE = """
CREATE TABLE IF NOT EXISTS public_doors (
  office TEXT PRIMARY KEY, open INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL)
"""


class PublicDoors(Operations):
    """The decisions of one store's offices."""

    def __init__(self, store: Path) -> None:
        super().__init__(store)

    def decided(self) -> dict[str, bool]:
        """Office → whether its door is open, of those that decided."""
        if not self.path.exists():
            return {}
        with self._open() as con:
            con.execute(_TABLE)
            rows = con.execute("SELECT office, open FROM public_doors").fetchall()
        return {office: bool(is_open) for office, is_open in rows}

    def set(self, office: str, is_open: bool, by: str, role: str) -> None:
        """Open or close the door of an office, and write down who did."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute(_TABLE)
            con.execute(
                "INSERT OR REPLACE INTO public_doors VALUES (?, ?, ?, ?)",
                (office, int(is_open), by, now),
            )
        self.audit(by, role, "public_door", office=office, open=is_open)

    def open_ones(self, offices: Iterable[str], sample: bool) -> frozenset[str]:
        """Those of `offices` whose door is open; `sample`: all that decided nothing are."""
        decided = self.decided()
        return frozenset(office for office in offices if decided.get(office, sample))
