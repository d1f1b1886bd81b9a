"""Finds the heading of a monthly tally: which column is which month of which block."""

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from etl.paths import DATA
from etl.reading.book import Cell, Rows

PERMIT = re.compile(
    r"^(jenis|nama|macam|uraian)?\s*(dan jenis\s*)?"
    r"(izin|ijin|perizinan|perijinan|layanan|pelayanan)\b(?!.*\b(terbit|masuk|ditolak|dicabut)\b)"
)
PLACE = re.compile(r"^(nama )?(kecamatan|kelurahan|desa|distrik|kapanewon|kalurahan)\b")
SECTOR = re.compile(r"^(sektor|bidang|kelompok|kategori|urusan|rumpun)\b")
TOTAL = re.compile(
    r"^(sub\s*)?(grand\s*)?(jumlah|jml|total|ttl)\b|\b(s\.?\s?/?\s?d\.?|sampai)\s|^(triwulan|tw|"
    r"semester|smt)\b"
)
#: The first that a block's title matches; "permohonan ditolak" must not be read as received.
MEASURES = (
    ("revoked", re.compile(r"cabut|revoke")),
    ("rejected", re.compile(r"[tn]olak|refus|reject")),
    ("withdrawn", re.compile(r"[tn]arik|batal|undur|withdraw")),
    ("issued", re.compile(r"[tn]erbit|issue|keluar|jumlah (izin|ijin)|(izin|ijin) jadi")),
    ("received", re.compile(r"masuk|[tn]erima|permohonan|daftar|receiv")),
)
#: The headings of a report of targets: what was aimed at, what was reached, and the share.
GOAL = re.compile(r"(target|realisasi|capaian)\b")
#: A single day in words: "6 Jan 2025", "06-Januari-25", "January 6, 2025", with a time or without.
DAY = re.compile(
    r"\b\d{1,2}[\s\-/]+[a-z]{3,}[\s\-/.,'’]+\d{2,4}\b|[a-z]{3,}\s+\d{1,2}\s*,\s*\d{4}\b"
)
#: The month and year of a day in words: "6 Januari 2025".
MONTH_OF_DAY = re.compile(r"^\d{1,2}[- ]+([a-z]{3,9})[- ]+(\d{4})")
#: The heading of a column of days in an ordinary table.
OF_DAYS = re.compile(r"\b(tanggal|tgl|date|waktu|jam|hari)\b")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
HEADING_ROWS = 3
LONGEST = 300  # letters of a heading; what is longer is a text, and slow to look through


@cache
def month_names() -> dict[str, int]:
    """Month by name, Indonesian, English and usual abbreviations, from `data/months.csv`."""
    with (DATA / "months.csv").open(encoding="utf-8", newline="") as file:
        return {
            name: int(row["month"])
            for row in csv.DictReader(file)
            for name in row["names"].split("|")
        }


def plain(cell: object) -> str:
    """A cell as lower-case words with single spaces; spaced letters ("J U M L A H") joined."""
    return _plain(str(cell if cell is not None else ""))


@lru_cache(1 << 14)
def _plain(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().lower()
    if re.fullmatch(r"(?:\w ){2,}\w", text):
        return text.replace(" ", "")
    return text


def month_of(cell: object) -> tuple[int, int | None] | None:
    """(month, year or None) that a heading cell names, None when it names none.

    A date cell names its month where it is its first or last day; words beside the month ("Terbit
    Januari") are allowed. Totals up to a month ("s.d. Juni") and single days ("6 Juni 2025") are
    no month.
    """
    if isinstance(cell, datetime | date):
        return (cell.month, cell.year) if _bounds_a_month(cell) else None
    if isinstance(cell, str) and len(cell) > LONGEST:
        return None
    text = plain(cell)
    if not text or TOTAL.search(text) or DAY.search(text):
        return None
    names = [month_names()[w] for w in re.findall(r"[a-z]+", text) if w in month_names()]
    if len(set(names)) != 1:
        return None
    year = YEAR.search(text)
    short = re.search(r"[a-z]+\s?[-'’]\s?(\d{2})$", text)
    if year:
        return names[0], int(year.group(1))
    return names[0], 2000 + int(short.group(1)) if short else None


def _bounds_a_month(day: date) -> bool:
    if isinstance(day, datetime) and day.time() != time.min:
        return False
    return day.day == 1 or (day + timedelta(days=1)).day == 1


def measure_of(title: str) -> str | None:
    """The measure that a block's title names, None when it names none."""
    return next((name for name, words in MEASURES if words.search(plain(title))), None)


@dataclass(frozen=True)
class Column:
    """A column of a block: of a month (`year` when the heading says it), or the block's total."""

    index: int
    month: int | None
    year: int | None


@dataclass(frozen=True)
class Block:
    """Columns under one title, in sheet order; `total` is its own total column, if any."""

    title: str
    months: tuple[Column, ...]
    total: int | None


@dataclass(frozen=True)
class Heading:
    """Where a tally's parts lie; rows and columns count from 0.

    `first` is the first row below the heading. `titles` is the text above it, joined.
    """

    first: int
    number: int | None
    sector: int | None
    permit: int
    blocks: tuple[Block, ...]
    titles: str
    places: bool = False  # rows are districts, to be added up: no permit is named in them


def find(rows: Rows) -> Heading | None:
    """The tally's heading within `rows` (the head of a sheet), None when there is none."""
    rows = tuple(_months_of_days(_romans(row)) for row in rows)
    months = [len({m[0] for c in row if (m := month_of(c))}) for row in rows]
    if not months or max(months) < 2:
        return None
    at = months.index(max(months))
    top, permit = _permit(rows, at)
    places = permit is None
    if permit is None:
        top, permit = _permit(rows, at, PLACE)
    if permit is None:
        return None
    bottom = _bottom(rows, at, permit)
    band = rows[top : bottom + 1]
    monthly = [i for i, cell in enumerate(rows[at]) if month_of(cell)]
    over = rows[max(0, at - HEADING_ROWS) : bottom + 1]  # the first record may be of the 1st
    if any(OF_DAYS.search(plain(c)) for row in over for i, c in enumerate(row) if i in monthly):
        return None  # an ordinary table: what looks like months are the dates of a record
    blocks = _blocks(band, permit)
    if not blocks:
        return None
    labels = {i: plain(c) for row in band for i, c in enumerate(row[:permit]) if plain(c)}
    titles = " ".join(str(c) for row in rows[:top] for c in row if isinstance(c, str) and c.strip())
    sector = next((i for i, text in labels.items() if SECTOR.match(text)), None)
    number = next((i for i, text in labels.items() if re.fullmatch(r"no\.?|nomor", text)), None)
    return Heading(bottom + 1, number, sector, permit, blocks, titles, places)


def _romans(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A heading whose months stand as I to XII, all twelve of them, by their names."""
    said = [plain(c) for c in row]
    at = said.index("i") if "i" in said else len(said)
    if tuple(said[at : at + 12]) != ROMAN:
        return row
    names = {number: name for name, number in reversed(month_names().items())}
    return (*row[:at], *(names[n].capitalize() for n in range(1, 13)), *row[at + 12 :])


def _months_of_days(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A heading whose months are days in them (15/01/2024, 15/02/2024, shown as Jan-24) by months.

    Only beside the heading of the names: a record's dates are no months.
    """
    days = [c for c in row if isinstance(c, date)]
    apart = len({(d.year, d.month) for d in days}) == len(days) and len({d.day for d in days}) == 1
    if len(days) < 2 or not apart:
        return row
    if not any(isinstance(c, str) and PERMIT.match(plain(c)) for c in row):
        return row
    return tuple(date(c.year, c.month, 1) if isinstance(c, date) else c for c in row)


def _permit(rows: Rows, at: int, pattern: re.Pattern[str] = PERMIT) -> tuple[int, int | None]:
    """Row and column of the heading of the names, near the row of months `at`."""
    for row in range(at, max(-1, at - HEADING_ROWS - 1), -1):
        for index, cell in enumerate(rows[row]):
            if isinstance(cell, str) and pattern.match(plain(cell)):
                return row, index
    return at, None


def _bottom(rows: Rows, at: int, permit: int) -> int:
    """The last heading row: one lower where the months' row is followed by a row of measures."""
    below = at + 1
    if below < len(rows) and not plain(rows[below][permit] if permit < len(rows[below]) else ""):
        words = [c for c in rows[below] if isinstance(c, str) and plain(c)]
        told = [w for w in words if measure_of(w) is not None or GOAL.match(plain(w))]
        if len(told) >= 2:
            return below
    return at


def _blocks(band: Rows, permit: int) -> tuple[Block, ...]:
    width = max(len(row) for row in band)
    found: dict[str, list[Column]] = {}
    totals: dict[str, int] = {}
    names: dict[str, str] = {}
    filled: list[object] = [""] * len(band)
    for index in range(permit + 1, width):
        own = [row[index] if index < len(row) else "" for row in band]
        _spread(filled, own)
        months = [m for c in filled if (m := month_of(c))]
        title = " ".join(_title(c) for c in filled if _title(c))
        is_total = any(TOTAL.search(plain(c)) for c in own[-1:]) and not month_of(own[-1])
        key = plain(title)
        if is_total and len(band) > 1:
            totals.setdefault(_upper_title(filled), index)
        elif is_total:
            totals.setdefault("", index)
        elif months:
            years = [y for _, y in months if y] + [
                int(y.group(1)) for c in filled if (y := YEAR.search(plain(c)))
            ]
            found.setdefault(key, []).append(Column(index, months[-1][0], next(iter(years), None)))
            names.setdefault(key, title)
    return tuple(Block(names[k], tuple(c), totals.get(k)) for k, c in found.items())


def _spread(filled: list[object], own: list[object]) -> None:
    """Carry merged titles of the upper rows to the right; a new one above clears those below."""
    for level, cell in enumerate(own):
        last = level == len(own) - 1
        if plain(cell) or last:
            filled[level] = cell
            for lower in range(level + 1, len(own)):
                filled[lower] = ""


def _title(cell: object) -> str:
    """The words of a heading cell that are neither month nor year."""
    if not isinstance(cell, str):
        return ""
    known = month_names()
    words = [w for w in cell.split() if w.strip(".,-'()").lower() not in known]
    return " ".join(w for w in words if not YEAR.fullmatch(w.strip("()")))


def _upper_title(filled: list[object]) -> str:
    return plain(" ".join(_title(c) for c in filled[:-1] if _title(c)))
