"""Reads a monthly report of one month a sheet: permits down, Masuk/Terbit/Ditolak across."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Rows, Sheet
from etl.sheets.base import LayoutResult
from etl.sheets.tally_check import cell
from etl.sheets.tally_heading import PERMIT, PLACE, month_of, plain
from etl.sheets.tally_shared import (
    SURE,
    Count,
    counted,
    is_total,
    numbers_alone,
    permit_of,
    result,
    short_measure,
    title_of,
    total_line,
    year_of,
)
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions


#: "BULAN JANUARI TAHUN 2024" in a title.
MONTH = re.compile(r"\bbulan\s*:?\s*(\w+(?:\s+(?:tahun\s+)?\d{4})?)", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """The heading's last row (from 0), the names' column, whether they are places, measures."""

    row: int
    names: int
    places: bool
    measures: dict[int, str]


def find(rows: Rows) -> Found | None:
    """The heading of a table of permits by measures, within the head of a sheet."""
    for at, row in enumerate(rows):
        told = {i: short_measure(c) for i, c in enumerate(row) if isinstance(c, str)}
        measures = {i: m for i, m in told.items() if m}
        if len(set(measures.values())) < 2 or len(measures) != len(set(measures.values())):
            continue
        band = [rows[at], *([rows[at - 1]] if at else [])]
        for pattern in (PERMIT, PLACE):
            names = [i for r in band for i, c in enumerate(r) if isinstance(c, str)
                     and pattern.match(plain(c)) and i not in measures]  # fmt: skip
            if names and numbers_alone(rows[at + 1 :], measures):
                return Found(at, names[0], pattern is PLACE, measures)
    return None


def month_named(sheet: Sheet, titles: str) -> tuple[int, int | None] | None:
    """The month that the sheet's name or the title above the table names."""
    for text in (sheet.name, *MONTH.findall(titles), titles):
        if found := month_of(re.sub(r"(?i)\btahun\b", "", text)):
            return found
    return None


class TallyMonthSheets:
    """The layout of a report of one month a sheet; yields `monthly_counts`."""

    name = "tally_month_sheets"
    title = "laporan bulanan, satu lembar satu bulan"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet that names its month over a table of permits by measures."""
        return SURE if any(_fits(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a permit, month and measure; rows of totals are none."""
        counts: list[Count] = []
        left: list[LeftOut] = []
        for sheet in book.sheets:
            if found := _fits(sheet):
                own, lines = _sheet(sheet, found, options)
                counts += own
                left += lines
        if not counts:
            raise Refused(_("Laporan bulanan ini tidak memuat angka."), kind="monthly_counts")
        return result(counts, (), left, options)


def _fits(sheet: Sheet) -> Found | None:
    found = None if sheet.hidden else find(sheet.head)
    return found if found and month_named(sheet, title_of(sheet.head, found.row)) else None


def _sheet(sheet: Sheet, found: Found, options: "LoadOptions") -> tuple[list[Count], list[LeftOut]]:
    rows = sheet.rows()
    titles = title_of(rows, found.row)
    month = month_named(sheet, titles)
    if month is None:
        return [], []
    year = month[1] or year_of(sheet, titles, options)
    whole = permit_of(titles, "") if found.places else ""
    counts: list[Count] = []
    left: list[LeftOut] = []
    for at, row in enumerate(rows[found.row + 1 :], found.row + 2):
        name = row[found.names] if found.names < len(row) else ""
        labels = [c for c in row[: found.names + 1] if isinstance(c, str)]
        if not isinstance(name, str) or not name.strip() or any(map(is_total, labels)):
            left += total_line(sheet.name, at, row)
            continue
        for column, measure in found.measures.items():
            value = counted(row[column]) if column < len(row) else None
            if value is not None:
                permit = whole or re.sub(r"\s+", " ", name).strip()
                place = f"{year}-{month[0]:02d}"
                counts.append(
                    Count(sheet.name, at, cell(at, column), permit, place, measure, value)
                )
    return counts, left


LAYOUT = TallyMonthSheets()
