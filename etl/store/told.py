"""What of the alerts each asker was told already, so that a signal is told once.

A key stands for what is counted together ("permits of one type due on one day"), never for one
applicant's case; `n` is how many of it there were.
"""

from collections.abc import Collection, Mapping

from etl.store.operations import Operations, now

_TABLE = """
CREATE TABLE IF NOT EXISTS told (
  asker TEXT NOT NULL, office TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (asker, office, key))
"""
Counts = dict[tuple[str, str], int]
"""(office, key) → how many."""


class Told(Operations):
    """What each asker of one store knows."""

    def known(self, asker: str) -> Counts:
        """What `asker` was told and what still stood then."""
        if not self.path.exists():
            return {}
        with self._open() as con:
            con.execute(_TABLE)
            rows = con.execute("SELECT office, key, n FROM told WHERE asker = ?", (asker,))
            return {(office, key): n for office, key, n in rows.fetchall()}

    def remember(
        self, asker: str, offices: Collection[str], standing: Mapping[tuple[str, str], int]
    ) -> None:
        """`asker` now knows all that stands at `offices`; what no longer stands is forgotten, so
        that it is told anew should it come back."""
        at = now()
        with self._open() as con:
            con.execute(_TABLE)
            con.executemany(
                "DELETE FROM told WHERE asker = ? AND office = ?", [(asker, o) for o in offices]
            )
            con.executemany(
                "INSERT INTO told VALUES (?, ?, ?, ?, ?)",
                [(asker, o, k, n, at) for (o, k), n in standing.items() if o in offices],
            )
