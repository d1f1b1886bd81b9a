"""Small records that several processes write a little of: audit, mappings, targets, events.

SQLite in WAL mode, in `operations.sqlite` beside the facts; never facts, no names of applicants.
"""

import getpass
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from etl.errors import StoreBusy, StoreDamaged
from etl.store.records import told

FILE = "operations.sqlite"
MISSED = "audit.missed"
LOST = f"{FILE} lost, begun anew"

_TABLES = """
CREATE TABLE IF NOT EXISTS audit (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL,
  action TEXT NOT NULL, detail TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS audit_keeps_rows BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit table is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_keeps_words BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit table is append-only'); END;
CREATE TABLE IF NOT EXISTS mappings (
  headings TEXT PRIMARY KEY, kind TEXT NOT NULL, toml TEXT NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answer_words (
  word TEXT PRIMARY KEY, score INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS office_answer_words (
  office TEXT NOT NULL, word TEXT NOT NULL, score INTEGER NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (office, word));
CREATE TABLE IF NOT EXISTS targets (
  indicator TEXT NOT NULL, office TEXT NOT NULL, permit_type TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL, value TEXT, by TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (indicator, office, permit_type, valid_from));
CREATE TABLE IF NOT EXISTS events (
  id INTEGER PRIMARY KEY, office TEXT NOT NULL, indicator TEXT NOT NULL, day TEXT NOT NULL,
  what TEXT NOT NULL, restarts INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sign_ins (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL,
  allowed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS scenarios (
  id INTEGER PRIMARY KEY, office TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (office, name));
"""


@dataclass(frozen=True)
class AuditEntry:
    """One line of the audit table; `detail` holds numbers and codes, no person's data."""

    id: int
    at: str
    who: str
    role: str
    action: str
    detail: dict[str, Any]


@dataclass(frozen=True)
class EditedTarget:
    """A target set on screen; `permit_type` '' is all types, `value` None takes it back."""

    indicator: str
    office: str
    permit_type: str
    valid_from: date
    value: str | None
    by: str


@dataclass(frozen=True)
class Event:
    """Something that happened to an office; `restarts`: limits of its charts start anew there."""

    id: int
    office: str
    indicator: str
    day: date
    what: str
    restarts: bool


@dataclass(frozen=True)
class Scenario:
    """A what-if that somebody kept: the change as plain data, never its figures."""

    id: int
    office: str
    name: str
    definition: dict[str, Any]
    by: str
    at: str


class Operations:
    """The operational records of one store; a connection is opened for each call."""

    def __init__(self, store: Path) -> None:
        self.path = Path(store) / FILE

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not self.path.exists()
        self.mark_lost()
        with told(self.path), closing(sqlite3.connect(self.path, timeout=30)) as con:
            con.execute("PRAGMA journal_mode = WAL")
            con.execute("PRAGMA synchronous = NORMAL")
            con.executescript(_TABLES)
            if fresh:
                self.path.chmod(0o600)
            with con:
                yield con

    @property
    def lost(self) -> bool:
        """Whether the records are gone from a store that has published figures."""
        published = self.path.parent / "published" / "current.json"
        return published.exists() and not self.path.exists()

    @property
    def begun_anew(self) -> bool:
        """Whether the records there are took the place of lost ones, and nobody saw to it yet."""
        mark = self.path.parent / MISSED
        return mark.exists() and LOST in mark.read_text(encoding="utf-8", errors="replace")

    def mark_lost(self) -> None:
        """Leave a mark for the doctor before lost records are begun anew."""
        if self.lost:
            with (self.path.parent / MISSED).open("a", encoding="utf-8") as file:
                file.write(f"{now()} {LOST}\n")

    def integrity(self) -> str:
        """What is wrong with the file, "" when it is sound or not there yet."""
        if not self.path.exists():
            return ""
        try:
            with self._open() as con:
                said = str(con.execute("PRAGMA quick_check").fetchone()[0])
        except (StoreDamaged, StoreBusy) as error:
            return str(error.__cause__ or error)
        return "" if said == "ok" else said

    def audit(self, who: str, role: str, action: str, **detail: Any) -> None:
        """Write down that `who` did `action` (sign_in, load, undo, nil, export, refusal …)."""
        with self._open() as con:
            con.execute(
                "INSERT INTO audit (at, who, role, action, detail) VALUES (?, ?, ?, ?, ?)",
                (now(), who, role, action, json.dumps(detail, ensure_ascii=False, default=str)),
            )

    def audited(self, limit: int = 200, action: str | None = None) -> list[AuditEntry]:
        """The latest lines of the audit table, newest first."""
        with self._open() as con:
            rows = con.execute(
                "SELECT id, at, who, role, action, detail FROM audit "
                "WHERE ? IS NULL OR action = ? ORDER BY id DESC LIMIT ?",
                (action, action, limit),
            ).fetchall()
        return [
            AuditEntry(i, at, by, role, what, json.loads(d)) for i, at, by, role, what, d in rows
        ]

    def remember_mapping(self, headings: str, kind: str, toml: str, by: str) -> None:
        """Keep how a file with these headings is read; `headings` is the readers' signature."""
        with self._open() as con:
            con.execute(
                "INSERT OR REPLACE INTO mappings VALUES (?, ?, ?, ?, ?)",
                (headings, kind, toml, by, now()),
            )

    def mapping_for(self, headings: str) -> tuple[str, str] | None:
        """(kind, TOML) remembered for a file with these headings."""
        with self._open() as con:
            row = con.execute(
                "SELECT kind, toml FROM mappings WHERE headings = ?", (headings,)
            ).fetchone()
        return (row[0], row[1]) if row else None

    def forget_mapping(self, headings: str) -> None:
        """Read files with these headings on their own merits again."""
        with self._open() as con:
            con.execute("DELETE FROM mappings WHERE headings = ?", (headings,))

    def answer_words(self, office: str = "") -> dict[str, int]:
        """Words of survey answers → their scores 1 to 4: those for all, then the office's own."""
        with self._open() as con:
            told = dict(con.execute("SELECT word, score FROM answer_words").fetchall())
            own = con.execute(
                "SELECT word, score FROM office_answer_words WHERE office = ?", (office,)
            )
            return told | dict(own.fetchall())

    def add_answer_words(self, words: Mapping[str, int], by: str, office: str = "") -> None:
        """Know these words of survey answers from here on, of one office's surveys or ("") all;
        a word said again takes its place."""
        with self._open() as con:
            for word, score in words.items():
                if office:
                    con.execute(
                        "INSERT OR REPLACE INTO office_answer_words VALUES (?, ?, ?, ?, ?)",
                        (office, word, score, by, now()),
                    )
                else:
                    con.execute(
                        "INSERT OR REPLACE INTO answer_words VALUES (?, ?, ?, ?)",
                        (word, score, by, now()),
                    )

    def set_target(
        self,
        indicator: str,
        office: str,
        valid_from: date,
        value: str | None,
        by: str,
        permit_type: str = "",
    ) -> None:
        """Set a target from a day on; a later call for the same day takes its place."""
        with self._open() as con:
            con.execute(
                "INSERT OR REPLACE INTO targets VALUES (?, ?, ?, ?, ?, ?, ?)",
                (indicator, office, permit_type, valid_from.isoformat(), value, by, now()),
            )

    def targets(self) -> list[EditedTarget]:
        """Every target set on screen, by indicator, office, type and day."""
        with self._open() as con:
            rows = con.execute(
                "SELECT indicator, office, permit_type, valid_from, value, by FROM targets "
                "ORDER BY 1, 2, 3, 4"
            ).fetchall()
        return [
            EditedTarget(i, o, p, date.fromisoformat(day), value, by)
            for i, o, p, day, value, by in rows
        ]

    def add_event(
        self,
        office: str,
        day: date,
        what: str,
        by: str,
        indicator: str = "",
        restarts: bool = False,
    ) -> int:
        """Mark something that happened; `indicator` '' concerns all of the office's figures."""
        with self._open() as con:
            cursor = con.execute(
                "INSERT INTO events (office, indicator, day, what, restarts, by, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (office, indicator, day.isoformat(), what, int(restarts), by, now()),
            )
        return int(cursor.lastrowid or 0)

    def events(self, office: str | None = None) -> list[Event]:
        """Marked events, of one office or all, by day."""
        with self._open() as con:
            rows = con.execute(
                "SELECT id, office, indicator, day, what, restarts FROM events "
                "WHERE ? IS NULL OR office = ? ORDER BY day, id",
                (office, office),
            ).fetchall()
        return [
            Event(i, o, n, date.fromisoformat(day), what, bool(r)) for i, o, n, day, what, r in rows
        ]

    def edit_event(
        self, event: int, day: date, what: str, indicator: str = "", restarts: bool = False
    ) -> None:
        """Word a mark anew; nothing happens where there is none of that number."""
        with self._open() as con:
            con.execute(
                "UPDATE events SET day = ?, what = ?, indicator = ?, restarts = ? WHERE id = ?",
                (day.isoformat(), what, indicator, int(restarts), event),
            )

    def drop_event(self, event: int) -> None:
        """Take a mark back; nothing happens where there is none of that number."""
        with self._open() as con:
            con.execute("DELETE FROM events WHERE id = ?", (event,))

    def save_scenario(self, office: str, name: str, definition: dict[str, Any], by: str) -> None:
        """Keep a what-if of an office under a name; a later one of that name takes its place."""
        with self._open() as con:
            con.execute(
                "INSERT OR REPLACE INTO scenarios (office, name, definition, by, at) "
                "VALUES (?, ?, ?, ?, ?)",
                (office, name, json.dumps(definition, ensure_ascii=False), by, now()),
            )

    def drop_scenario(self, office: str, name: str) -> None:
        """Forget a what-if of an office; nothing happens where there is none of that name."""
        with self._open() as con:
            con.execute("DELETE FROM scenarios WHERE office = ? AND name = ?", (office, name))

    def scenarios(self, office: str) -> list[Scenario]:
        """The what-ifs kept for an office, the newest first."""
        with self._open() as con:
            rows = con.execute(
                "SELECT id, office, name, definition, by, at FROM scenarios "
                "WHERE office = ? ORDER BY at DESC, id DESC",
                (office,),
            ).fetchall()
        return [Scenario(i, o, name, json.loads(d), by, at) for i, o, name, d, by, at in rows]

    def signed_in(self, who: str, role: str, allowed: bool) -> None:
        """Write down a sign-in, let in or not, here and in the audit table."""
        with self._open() as con:
            con.execute(
                "INSERT INTO sign_ins (at, who, role, allowed) VALUES (?, ?, ?, ?)",
                (now(), who, role, int(allowed)),
            )
        self.audit(who, role, "sign_in", allowed=allowed)

    def last_sign_in(self, who: str) -> str | None:
        """When `who` was last let in, ISO time in UTC."""
        with self._open() as con:
            row = con.execute(
                "SELECT max(at) FROM sign_ins WHERE who = ? AND allowed = 1", (who,)
            ).fetchone()
        return row[0] if row else None


def now() -> str:
    """This moment, ISO time in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def machine_user() -> str:
    """Who works at the command line: the machine's own name of them, "?" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
