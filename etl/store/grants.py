"""Who was given which role and region: kept beside the audit table, edited on a page.

`data/access.toml` seeds them: its grant of an address holds until the page says otherwise of that
address, also when the page took it away (a role of "").
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from etl.store.operations import Operations

_TABLE = """
CREATE TABLE IF NOT EXISTS grants (
  email TEXT PRIMARY KEY, role TEXT NOT NULL, region TEXT NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL)
"""


@dataclass(frozen=True)
class KeptGrant:
    """A decision about an address; `role` "" is a grant taken away. `at` is ISO time in UTC."""

    email: str
    role: str
    region: str
    by: str
    at: str


class Grants(Operations):
    """The grants of one store."""

    def __init__(self, store: Path) -> None:
        super().__init__(store)

    def kept(self) -> dict[str, KeptGrant]:
        """Every decision by e-mail address; of a store never written, none."""
        if not self.path.exists():
            return {}
        with self._open() as con:
            con.execute(_TABLE)
            rows = con.execute("SELECT email, role, region, by, at FROM grants ORDER BY 1")
            return {row[0]: KeptGrant(*row) for row in rows.fetchall()}

    def set(self, email: str, role: str, region: str, by: str) -> None:
        """Decide about an address; a later decision takes the earlier one's place."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute(_TABLE)
            con.execute(
                "INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?, ?)",
                (email, role, region, by, now),
            )
