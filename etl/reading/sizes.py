"""Sizes that a file's own headers tell, held against the settings before a reader allocates."""

import re
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from etl.errors import Refused
from etl.settings import settings
from etl.words import _

MB = 1024 * 1024
SMALL = 64 * MB  # below this size nothing unpacked is called a bomb
SCANNED = 96 * MB  # of one sheet; beyond, the caps of the reading process hold
CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Za-z]{1,7})([0-9]{1,9})"')
ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="([0-9]{1,9})"')
DIMENSION = re.compile(
    rb'<(?:\w+:)?dimension\s[^>]*?\bref="(?:[^":]*:)?([A-Za-z]{1,7})([0-9]{1,9})"'
)
OVERLAP = 256
MARKS = (b"<f", b"hidden=")  # a formula; a row or column that is not shown
#: What reaches a row or column or beyond, from near to far: (expression, the row or column).
DEEP = tuple(
    (rb"[A-Za-z]*(?:[%d-9][0-9]{%d}|[0-9]{%d})" % (lead, n, n + 2), lead * 10**n)
    for n in range(4, 9)
    for lead in range(1, 10)
)
WIDE = tuple(
    (
        rb"(?:[%c-Z%c-z][A-Za-z]{%d}|[A-Za-z]{%d})" % (65 + lead, 97 + lead, n, n + 2),
        lead * 26**n + sum(26**k for k in range(1, n + 1)),
    )
    for n in range(1, 7)
    for lead in range(26)
)
#: A row from 100,000 on or a column from AA on, quickly found; what a sheet without any has.
_FAR = "r=[\"'](?:[A-Za-z]{2}|[A-Za-z]?[0-9]{6})"
FAR = re.compile(_FAR.encode())
UNUSUAL = "|".join([*(mark.decode() for mark in MARKS), _FAR])
NEAR = 100_000 * 26
FAR_ROW = next(place for place, (_reach, row) in enumerate(DEEP) if row == 100_000)
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
BROKEN = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError,
    ValueError, IndexError, KeyError, OverflowError,
)  # fmt: skip
"""What Python's reading of a damaged zip may raise."""


def too_large() -> Refused:
    """The refusal of a zip or sheet that unpacks beyond the settings' limit."""
    return Refused(
        _(
            "Isi berkas melebihi {limit} MB setelah dibuka; pecah menjadi beberapa berkas "
            "atau naikkan MONEV_MAX_UNPACKED_MB."
        ).format(limit=settings().max_unpacked_mb)
    )


def check_zip(archive: zipfile.ZipFile, path: Path) -> None:
    """Refuse a zip that says of itself that it unpacks beyond the limits."""
    size = sum(info.file_size for info in archive.infolist())
    if size > settings().max_unpacked_mb * MB:
        raise too_large()
    if size > SMALL and size > settings().max_ratio * max(path.stat().st_size, 1):
        raise Refused(
            _(
                "Isi {file} mengembang {n} kali lipat saat dibuka; simpan ulang dari Excel, atau "
                "naikkan MONEV_MAX_RATIO bila memang begitu."
            ).format(file=path.name, n=size // max(path.stat().st_size, 1))
        )


def check_cells(rows: int, columns: int, sheet: str) -> None:
    """Refuse a table of more cells than the settings allow."""
    if rows * columns > settings().max_cells:
        raise beyond_cells(sheet)


def beyond_cells(sheet: str) -> Refused:
    """The refusal of a sheet whose cells reach beyond the settings' limit."""
    return Refused(
        _("Lembar {sheet} melebihi {limit} sel; pecah menjadi beberapa berkas.").format(
            sheet=sheet, limit=settings().max_cells
        )
    )


def check_columns(columns: int, name: str) -> None:
    """Refuse a table of more columns than the settings allow."""
    if columns > settings().max_columns:
        raise Refused(
            _("{name} berisi {n} kolom, batasnya {limit}; buang kolom yang tidak perlu.").format(
                name=name, n=columns, limit=settings().max_columns
            )
        )


def check_workbook(path: Path) -> frozenset[str]:
    """Refuse a workbook whose sheets reach beyond the cells allowed, by their own XML.

    Answers the parts of an xlsx that may hold formulas or hidden rows (`etl.reading.drawn`).

    A reader allocates from the first cell to the last: two cells in opposite corners are enough
    to ask for all memory there is. Files that are no zip (xls) cannot reach that far.
    """
    marked: set[str] = set()
    if not zipfile.is_zipfile(path):
        return frozenset()
    with zipfile.ZipFile(path) as archive:
        check_zip(archive, path)
        for info in archive.infolist():
            name = info.filename.lower()
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                if not _within(archive, info, marked):
                    check_cells(*_reach(archive, info), Path(name).stem)
            elif name in ("content.xml", "xl/sharedstrings.xml", "xl/workbook.xml"):
                with archive.open(info) as member:
                    if ENTITY.search(member.read(4096)):
                        raise Refused(
                            _(
                                "Buku kerja {file} memakai entitas XML; simpan ulang dari Excel."
                            ).format(file=path.name)
                        )
    return frozenset(marked)


@cache
def _beyond(deep: int, wide: int) -> re.Pattern[bytes]:
    """A cell or row at or beyond one of two bounds; which, by its group."""
    both = rb"r=[\"'](?:(%s)|(%s))" % (WIDE[wide][0], DEEP[deep][0])
    return re.compile(both)


def _usual(text: bytes) -> bool:
    """Whether neither a mark nor what is far stands in a text: both looked for in one pass."""
    ends = pa.array([0, len(text)], pa.int64()).buffers()[1]
    whole = pa.Array.from_buffers(pa.large_binary(), 1, [None, ends, pa.py_buffer(text)])
    return not pc.match_substring_regex(whole, UNUSUAL)[0].as_py()


def _within(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, marked: set[str] | None = None
) -> bool:
    """Whether no cell of a sheet can lie beyond the cells allowed: quick, by bounds alone.

    Enters the sheet in `marked` where it has formulas or hidden rows, or was not seen to its end.
    """
    marked = set() if marked is None else marked
    marked.add(info.filename)
    drawn = begun = False
    near = settings().max_cells >= NEAR
    deep = wide = 0
    tail, left = b"", SCANNED
    with archive.open(info) as member:
        while left > 0 and (piece := member.read(4 * MB)):
            text, left = tail + piece, left - len(piece)
            usual = near and not drawn and _usual(text)
            drawn = drawn or (not usual and any(mark in text for mark in MARKS))
            at = 0
            if near and not usual and FAR.search(text):
                near, deep = False, FAR_ROW  # all before lies within what is near
            while not near and (reached := _beyond(deep, wide).search(text, at)):
                at = reached.start()  # what stands before it lies within the nearer bounds
                wide, deep = (wide + 1, deep) if reached[1] else (wide, deep + 1)
                if deep == len(DEEP) or wide == len(WIDE):
                    return False
            told = None if begun else DIMENSION.search(text)  # it stands before the cells
            begun = begun or b"sheetData" in text
            if told and int(told[2]) * _column(told[1]) > settings().max_cells:
                return False
            if DEEP[deep][1] * WIDE[wide][1] > settings().max_cells:
                return False
            tail = text[-OVERLAP:]
    if left > 0 and not drawn:
        marked.discard(info.filename)
    return True


def _reach(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[int, int]:
    """The last row and column that a sheet's cells, rows and dimension name."""
    rows = columns = 1
    tail, left = b"", SCANNED
    with archive.open(info) as member:
        while left > 0 and (piece := member.read(4 * MB)):
            text, left = tail + piece, left - len(piece)
            rows = max([rows, *map(int, set(ROW.findall(text)))])
            for letters, number in set(CELL.findall(text)) | set(DIMENSION.findall(text)):
                rows, columns = max(rows, int(number)), max(columns, _column(letters))
            tail = text[-OVERLAP:]
    return rows, columns


def _column(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, XFD is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def check_parquet(rows: int, columns: int, size: int, name: str) -> None:
    """Refuse a Parquet file by what its footer says of rows, columns and unpacked size."""
    check_columns(columns, name)
    if rows < 0 or size < 0 or rows > settings().max_rows:
        raise Refused(
            _("{name} berisi {n} baris, batasnya {limit}; pecah menjadi beberapa berkas.").format(
                name=name, n=rows, limit=settings().max_rows
            )
        )
    if size > settings().max_unpacked_mb * MB:
        raise too_large()
