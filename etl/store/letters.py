"""The frame of an office's letters: letterhead, addressee, number, signatory; edited on a page."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from etl.store.operations import Operations

_TABLE = """
CREATE TABLE IF NOT EXISTS letters (
  place TEXT PRIMARY KEY, content TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL)
"""


@dataclass(frozen=True)
class LetterSettings:
    """What a place's letters carry; "" takes the default of the place.

    `number_format` may name {tahun}, {bulan}, {edisi} and {nomor} (left open for the agenda). One
    line a copy in `copies`. `logo` is a PNG or JPEG picture as base64 text.
    """

    government: str = ""
    institution: str = ""
    address: str = ""
    addressee: str = ""
    addressee_place: str = ""
    addressee_annual: str = ""
    number_format: str = ""
    place: str = ""
    signatory_title: str = ""
    signatory_name: str = ""
    signatory_rank: str = ""
    signatory_nip: str = ""
    copies: str = ""
    logo: str = ""


class Letters(Operations):
    """The letter settings of one store."""

    def __init__(self, store: Path) -> None:
        super().__init__(store)

    def of(self, place: str) -> LetterSettings:
        """What was set for an office or province (code); all blank where nothing was."""
        if not self.path.exists():
            return LetterSettings()
        with self._open() as con:
            con.execute(_TABLE)
            row = con.execute("SELECT content FROM letters WHERE place = ?", (place,)).fetchone()
        known = {f.name for f in fields(LetterSettings)}
        told = json.loads(row[0]) if row else {}
        return LetterSettings(**{k: str(v) for k, v in told.items() if k in known})

    def keep(self, place: str, settings: LetterSettings, by: str) -> None:
        """Set a place's letters; what was set before is replaced."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute(_TABLE)
            con.execute(
                "INSERT OR REPLACE INTO letters VALUES (?, ?, ?, ?)",
                (place, json.dumps(asdict(settings), ensure_ascii=False), by, now),
            )
