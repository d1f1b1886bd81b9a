"""Takes out the characters that no sheet, paper or page can hold, and those that turn text about.

The second kind (U+202E and its like) let a name read otherwise than it is written; C1 controls
and line separators break papers and terminals. None of them is part of a word in these languages.
"""

import re
from pathlib import Path

from etl.reading.raw import temp_name

CODES = bytes(c for c in range(32) if c not in (0, 9, 10, 13)) + b"\x7f"
#: As the body of a character class, for Python and for RE2 alike.
_BODY = r"\x00-\x08\x0B\x0C\x0E-\x1F\x7F"
_HIDDEN = (
    (0x80, 0x9F), (0x61C, 0x61C), (0x200E, 0x200F), (0x2028, 0x202E), (0x2066, 0x2069),
)  # fmt: skip
IN_TEXT = re.compile(f"[{_BODY}{''.join(f'{chr(a)}-{chr(b)}' for a, b in _HIDDEN)}]")
IN_SQL = f"[{_BODY}{''.join(f'{{x}}{{{a:X}}}-{{x}}{{{b:X}}}' for a, b in _HIDDEN)}]".replace(
    "{x}", r"\x"
)
#: The same in UTF-8, looked for where one of its first bytes is there at all.
_LEADS = (b"\xc2", b"\xd8\x9c", b"\xe2\x80", b"\xe2\x81")
_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
CHUNK = 1 << 20


def has_controls(piece: bytes) -> bool:
    """Whether bytes of a text file hold any of one byte."""
    return len(piece.translate(None, CODES)) != len(piece)


def has_hidden(piece: bytes) -> bool:
    """Whether bytes of a UTF-8 file hold any of several bytes."""
    return any(lead in piece for lead in _LEADS) and _IN_UTF8.search(piece) is not None


def cleaned(path: Path, scratch: Path) -> Path:
    """A copy of a text file (not UTF-16) without those of one byte."""
    target = scratch / f"{temp_name('bersih')}.csv"
    with path.open("rb") as source, target.open("wb") as out:
        while piece := source.read(CHUNK):
            out.write(piece.translate(None, CODES))
    return target


def plain(text: str) -> str:
    """A cell's text without them."""
    return text if text.isprintable() else IN_TEXT.sub("", text)
