"""What is done about a figure: actions with who and by when, and where a survey was published.

Kept beside the audit table (SQLite, WAL); no names of applicants, never facts.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.store.operations import Operations, now

STATES = ("planned", "running", "done", "dropped")
OPEN = frozenset({"planned", "running"})

_TABLES = """
CREATE TABLE IF NOT EXISTS actions (
  id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, office TEXT NOT NULL, what TEXT NOT NULL,
  who TEXT NOT NULL, due TEXT NOT NULL, starts TEXT NOT NULL, state TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS publications (
  id INTEGER PRIMARY KEY, office TEXT NOT NULL, period TEXT NOT NULL, day TEXT NOT NULL,
  medium TEXT NOT NULL, link TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL);
"""
_LATER = {  # columns that came after the first stores were written
    "permit_type": "TEXT NOT NULL DEFAULT ''",
    "period": "TEXT NOT NULL DEFAULT ''",
    "element": "TEXT NOT NULL DEFAULT ''",
    "evidence": "TEXT NOT NULL DEFAULT ''",
    "finished": "TEXT",
    "side": "TEXT NOT NULL DEFAULT ''",
}


@dataclass(frozen=True)
class Action:
    """A follow-up: what is done about an indicator, by whom, from when and by when.

    `permit_type` '' is all types. One that answers a survey names its `period` and `element`.
    `finished` is the day on which it was done, `evidence` what shows it (text or a link).
    `side` is "province" where a province's monitor noted it, else "".
    """

    id: int
    indicator: str
    office: str
    what: str
    who: str
    due: date
    starts: date
    state: str
    permit_type: str = ""
    period: str = ""
    element: str = ""
    evidence: str = ""
    finished: date | None = None
    side: str = ""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    def overdue(self, day: date) -> bool:
        """Whether it should have been done before `day` and is not."""
        return self.open and self.due < day


@dataclass(frozen=True)
class Publication:
    """Where and when the result of an office's survey of a period was made public."""

    id: int
    office: str
    period: str
    day: date
    medium: str
    link: str


class FollowUps(Operations):
    """The actions and publications of one store."""

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with super()._open() as con:
            con.executescript(_TABLES)
            known = {row[1] for row in con.execute("PRAGMA table_info(actions)")}
            for name, kind in _LATER.items():
                if name not in known:
                    con.execute(f"ALTER TABLE actions ADD COLUMN {name} {kind}")
            yield con

    def add_action(
        self,
        indicator: str,
        office: str,
        what: str,
        who: str,
        starts: date,
        due: date,
        by: str,
        permit_type: str = "",
        period: str = "",
        element: str = "",
        side: str = "",
    ) -> int:
        """Add a planned follow-up; its number."""
        with self._open() as con:
            cursor = con.execute(
                "INSERT INTO actions (indicator, office, what, who, starts, due, state, by, at, "
                "permit_type, period, element, side) "
                "VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?, ?, ?, ?)",
                (
                    *(indicator, office, what, who, starts.isoformat(), due.isoformat()),
                    *(by, now(), permit_type, period, element, side),
                ),
            )
        return int(cursor.lastrowid or 0)

    def move_action(
        self, action: int, state: str, evidence: str | None = None, day: date | None = None
    ) -> None:
        """Move a follow-up on; `state` is one of `STATES`, `day` the one it was done on.

        Without `evidence` what was said before stays. Raises ValueError, KeyError.
        """
        if state not in STATES:
            raise ValueError(state)
        finished = day.isoformat() if day and state == "done" else None
        with self._open() as con:
            done = con.execute(
                "UPDATE actions SET state = ?, evidence = coalesce(?, evidence), finished = ? "
                "WHERE id = ?",
                (state, evidence, finished, action),
            )
            if not done.rowcount:
                raise KeyError(action)

    def edit_action(self, action: int, what: str, who: str, starts: date, due: date) -> None:
        """Word a follow-up anew. Raises KeyError where there is none of that number."""
        with self._open() as con:
            done = con.execute(
                "UPDATE actions SET what = ?, who = ?, starts = ?, due = ? WHERE id = ?",
                (what, who, starts.isoformat(), due.isoformat(), action),
            )
            if not done.rowcount:
                raise KeyError(action)

    def action(self, number: int) -> Action | None:
        """One follow-up; None where there is none of that number."""
        return next((a for a in self.actions() if a.id == number), None)

    def actions(self, office: str | None = None) -> list[Action]:
        """Follow-ups, of one office or all, the nearest due date first; none of no store."""
        if not self.path.exists():
            return []
        with self._open() as con:
            rows = con.execute(
                "SELECT id, indicator, office, what, who, due, starts, state, permit_type, period, "
                "element, evidence, finished, side FROM actions "
                "WHERE ? IS NULL OR office = ? ORDER BY due, id",
                (office, office),
            ).fetchall()
        return [_action(row) for row in rows]

    def add_publication(
        self, office: str, period: str, day: date, medium: str, link: str, by: str
    ) -> int:
        """Note that a survey's result was made public; its number."""
        with self._open() as con:
            cursor = con.execute(
                "INSERT INTO publications (office, period, day, medium, link, by, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (office, period, day.isoformat(), medium, link, by, now()),
            )
        return int(cursor.lastrowid or 0)

    def drop_publication(self, number: int) -> None:
        """Take a note of a publication back; nothing happens where there is none of that number."""
        with self._open() as con:
            con.execute("DELETE FROM publications WHERE id = ?", (number,))

    def publications(self, office: str | None = None) -> list[Publication]:
        """Where surveys were made public, of one office or all, the newest first."""
        if not self.path.exists():
            return []
        with self._open() as con:
            rows = con.execute(
                "SELECT id, office, period, day, medium, link FROM publications "
                "WHERE ? IS NULL OR office = ? ORDER BY day DESC, id DESC",
                (office, office),
            ).fetchall()
        return [
            Publication(i, o, p, date.fromisoformat(day), medium, link)
            for i, o, p, day, medium, link in rows
        ]


def _action(row: tuple[Any, ...]) -> Action:
    number, name, office, what, who, due, starts, state, *more = row
    kind, period, element, evidence, finished, side = more
    return Action(
        number, name, office, what, who, date.fromisoformat(due), date.fromisoformat(starts), state,
        kind, period, element, evidence, date.fromisoformat(finished) if finished else None, side,
    )  # fmt: skip
