"""Reports that were issued: their number, what they were made of, and their words as they were."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.store.operations import Operations
from etl.store.records import gone

_TABLE = """
CREATE TABLE IF NOT EXISTS editions (
  edition INTEGER PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL,
  is_province INTEGER NOT NULL, period TEXT NOT NULL, day TEXT NOT NULL, version INTEGER NOT NULL,
  offices TEXT NOT NULL, restricted INTEGER NOT NULL, language TEXT NOT NULL, sha256 TEXT NOT NULL,
  content BLOB NOT NULL, UNIQUE (kind, place, period, version, sha256));
CREATE TRIGGER IF NOT EXISTS editions_keep_rows BEFORE DELETE ON editions
  BEGIN SELECT RAISE(ABORT, 'an issued edition is not taken back'); END;
CREATE TRIGGER IF NOT EXISTS editions_keep_words BEFORE UPDATE ON editions
  BEGIN SELECT RAISE(ABORT, 'an issued edition is not changed'); END;
"""
_COLUMNS = "edition, kind, place, is_province, period, day, version, restricted, language"


@dataclass(frozen=True)
class Edition:
    """An issued report; `place` is an office's or a province's code, `version` that of the counts.

    `restricted`: it quotes case rows, so that only who may see those may have it again.
    """

    edition: int
    kind: str
    place: str
    is_province: bool
    period: str
    day: date
    version: int
    restricted: bool = False
    language: str = "id"

    def to_json(self) -> dict[str, Any]:
        """The row that `monev editions --format json` prints."""
        where = "province" if self.is_province else "office"
        return {
            "edition": self.edition,
            "kind": self.kind,
            where: self.place,
            "period": self.period,
            "day": self.day.isoformat(),
            "version": self.version,
        }


class Editions(Operations):
    """The issued reports of one store."""

    def __init__(self, store: Path) -> None:
        super().__init__(store)

    def issue(
        self,
        kind: str,
        place: str,
        is_province: bool,
        period: str,
        version: int,
        offices: list[str],
        content: Mapping[str, Any],
        day: date,
        restricted: bool = False,
        language: str = "id",
    ) -> Edition:
        """The edition of a report of these words: the one there is, else a new one of `day`.

        `content` is the report as plain values without its number and day; `offices` those whose
        published counts it rests on, which are kept from here on.
        """
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        told = hashlib.sha256(text.encode()).hexdigest()
        with self._open() as con:
            con.executescript(_TABLE)
            con.execute("BEGIN IMMEDIATE")  # numbers have no gaps, and no two share one
            asked = (kind, place, period, version, told)
            find = (
                f"SELECT {_COLUMNS} FROM editions WHERE kind = ? AND place = ? AND period = ? "
                "AND version = ? AND sha256 = ?"
            )
            row = con.execute(find, asked).fetchone()
            if row is None:
                con.execute(
                    "INSERT INTO editions (kind, place, is_province, period, day, version, "
                    "offices, restricted, language, sha256, content) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        kind, place, int(is_province), period, day.isoformat(), version,
                        json.dumps(offices), int(restricted), language, told,
                        zlib.compress(text.encode()),
                    ),
                )  # fmt: skip
                row = con.execute(find, asked).fetchone()
        return _edition(row)

    def rows(self, place: str | None = None) -> list[Edition]:
        """Every edition, of one place or all, the newest first."""
        if self.lost:
            raise gone(self.path)
        if not self.path.exists():
            return []
        with self._open() as con:
            con.executescript(_TABLE)
            found = con.execute(
                f"SELECT {_COLUMNS} FROM editions WHERE ? IS NULL OR place = ? "
                "ORDER BY edition DESC",
                (place, place),
            ).fetchall()
        if not found and self.begun_anew:
            raise gone(self.path)
        return [_edition(row) for row in found]

    def get(self, number: int) -> tuple[Edition, dict[str, Any]] | None:
        """An edition and its words; None where there is none of that number."""
        if self.lost:
            raise gone(self.path)
        if not self.path.exists():
            return None
        with self._open() as con:
            con.executescript(_TABLE)
            row = con.execute(
                f"SELECT {_COLUMNS}, content FROM editions WHERE edition = ?", (number,)
            ).fetchone()
        if row is None and self.begun_anew:
            raise gone(self.path)
        return None if row is None else (_edition(row[:-1]), json.loads(zlib.decompress(row[-1])))


def needed(store: Path) -> dict[int, set[str]]:
    """Version of the counts → the offices whose published sets an edition rests on."""
    editions = Editions(store)
    if not editions.path.exists():
        return {}
    with editions._open() as con:
        con.executescript(_TABLE)
        rows = con.execute("SELECT version, offices FROM editions").fetchall()
    found: dict[int, set[str]] = {}
    for version, offices in rows:
        found.setdefault(int(version), set()).update(json.loads(offices))
    return found


def _edition(row: tuple[Any, ...]) -> Edition:
    number, kind, place, province, period, day, version, restricted, language = row
    return Edition(
        int(number), kind, place, bool(province), period, date.fromisoformat(day), int(version),
        bool(restricted), language,
    )  # fmt: skip
