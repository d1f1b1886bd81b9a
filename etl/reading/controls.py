"""Takes out the control characters that no sheet, paper or page can hold."""

import re
from pathlib import Path

from etl.reading.raw import temp_name

CODES = bytes(c for c in range(32) if c not in (0, 9, 10, 13)) + b"\x7f"
IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
IN_SQL = r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]"
CHUNK = 1 << 20


def has_controls(piece: bytes) -> bool:
    """Whether bytes of a text file hold any."""
    return len(piece.translate(None, CODES)) != len(piece)


def cleaned(path: Path, scratch: Path) -> Path:
    """A copy of a text file (not UTF-16) without them."""
    target = scratch / f"{temp_name('bersih')}.csv"
    with path.open("rb") as source, target.open("wb") as out:
        while piece := source.read(CHUNK):
            out.write(piece.translate(None, CODES))
    return target


def plain(text: str) -> str:
    """A cell's text without them."""
    return text if text.isprintable() else IN_TEXT.sub("", text)
