"""Reads a list of issued permits that has no day of submission: as counts of permits a month."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from etl.checking import dates
from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Cell, Rows, Sheet
from etl.reading.grid import find_heading, text
from etl.recognising.cell_parts import of_both
from etl.recognising.vocabulary import forms, headings, normal, permit_words
from etl.sheets.base import LayoutResult
from etl.sheets.tally_check import cell
from etl.sheets.tally_heading import MONTH_OF_DAY, plain
from etl.sheets.tally_shared import Count, is_total, permit_of, result, title_of
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.94
ISSUED = ("issued_at", "decided_at")


@dataclass(frozen=True)
class Found:
    """The heading's row (from 1) and the columns of number, day and type of the permit."""

    row: int
    number: int
    day: int
    permit: int | None
    whole: str = ""  # the permit that all of them are, where no column says it


def find(rows: Rows) -> Found | None:
    """The heading of such a list; None where applications can be told by number and day."""
    heading = find_heading([[text(c) for c in row] for row in rows])
    if heading is None:
        return None
    at, names = heading
    fields: dict[str, int] = {}
    for i, name in enumerate(names):
        for field, title in headings("applications").items():
            if name.strip() and field not in fields and any(f in title.known for f in forms(name)):
                fields[field] = i
                break
    own = _under_its_name(names)
    if own and "submitted_at" not in fields and "application_no" not in fields:
        return Found(at, own[0], own[1], fields.get("permit_type"), own[2])
    day = next((fields[f] for f in ISSUED if f in fields), None)
    if day is None or "permit_no" not in fields or "submitted_at" in fields:
        return None
    if any("submitted_at" in of_both(name, "applications") for name in names):
        return None  # the number and the day of submission stand in one cell
    if any(plain(n).startswith(("no skrd", "no aduan", "no pengaduan")) for n in names):
        return None
    return Found(at, fields["permit_no"], day, fields.get("permit_type"))


def _under_its_name(names: Sequence[str]) -> tuple[int, int, str] | None:
    """The columns of number and day of a permit under its own name, "No. SIP" and "Tgl SIP", and
    that name."""
    said = {normal(name): i for i, name in enumerate(names)}
    for word in sorted(permit_words() - {"nib"}):
        if f"no {word}" in said and f"tanggal {word}" in said:
            return said[f"no {word}"], said[f"tanggal {word}"], word.upper()
    return None


class IssuedList:
    """The layout of a list of issued permits; yields `monthly_counts`."""

    name = "issued_list"
    title = "daftar izin terbit tanpa tanggal masuk"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a permit's number beside its day, where no day of submission stands."""
        if options.kind not in (None, "monthly_counts"):
            return 0.0
        return SURE if any(_fits(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a permit type and month; a number listed twice counts once."""
        found = [(s, its) for s in book.sheets if (its := _fits(s))]
        return counted_permits(found, options, book.file)


def counted_permits(
    found: Sequence[tuple[Sheet, Found]], options: "LoadOptions", file: str
) -> LayoutResult:
    """The permits of lists as counts a type and month; refused where there is none."""
    counts: list[Count] = []
    left: list[LeftOut] = []
    for sheet, its in found:
        own, lines = _sheet(sheet, its)
        counts += own
        left += lines
    if not counts:
        raise Refused(
            _("{file} berisi judul daftar izin tetapi tidak ada izin.").format(file=file),
            kind="monthly_counts",
        )
    note = _(
        "Daftar izin terbit ini tidak menyebut tanggal masuk: {n} izin dihitung per bulan dan "
        "jenis; waktu prosesnya tidak dapat dihitung, dan daftar lain untuk bulan yang sama "
        "menggantikannya."
    )
    return result(counts, (note.format(n=len(counts)),), left, options)


def _fits(sheet: Sheet) -> Found | None:
    return None if sheet.hidden else find(sheet.head)


def _sheet(sheet: Sheet, found: Found) -> tuple[list[Count], list[LeftOut]]:
    rows = sheet.rows()
    whole = found.whole or permit_of(title_of(rows, found.row - 1), sheet.name)
    counts: list[Count] = []
    left: list[LeftOut] = []
    seen: set[tuple[str, str]] = set()
    for at, row in enumerate(rows[found.row :], found.row + 1):
        number, month = _at(row, found.number), _month(row, found.day)
        permit = _at(row, found.permit) or whole
        if not number or month is None or is_total(number) or not re.search(r"\w", number):
            if any(text(c).strip() for c in row):
                total = any(is_total(c) for c in row if isinstance(c, str))
                why = _("baris jumlah") if total else _("tanpa nomor atau tanggal izin")
                left.append(LeftOut(sheet.name or None, at, why))
            continue
        if (permit, number) in seen:
            left.append(LeftOut(sheet.name or None, at, _("nomor izin yang sama, dihitung sekali")))
            continue
        seen.add((permit, number))
        counts.append(Count(sheet.name, at, cell(at, found.day), permit, month, "issued", "1"))
    return counts, left


def _at(row: tuple[Cell, ...], column: int | None) -> str:
    if column is None or column >= len(row):
        return ""
    return " ".join(text(row[column]).split())


def _month(row: tuple[Cell, ...], column: int) -> str | None:
    """The month of the day in a cell: a date, ISO, day first, or with the month's name."""
    value = row[column] if column < len(row) else ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m}"
    words = str(value).strip().lower()
    if found := re.match(r"^(\d{4})[-/](\d{1,2})[-/]\d{1,2}", words):
        return dates.month(f"{found[1]}-{found[2]}")
    if found := re.match(r"^\d{1,2}[-/. ](\d{1,2})[-/. ](\d{4})", words):
        return dates.month(f"{found[2]}-{found[1]}")
    if found := MONTH_OF_DAY.match(words):
        return dates.month(f"{found[1]} {found[2]}")
    return None


LAYOUT = IssuedList()
