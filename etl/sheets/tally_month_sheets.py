"""Reads a monthly report of one month a sheet: permits down, Masuk/Terbit/Ditolak across."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Rows, Sheet
from etl.sheets.base import LayoutResult
from etl.sheets.tally_check import cell
from etl.sheets.tally_heading import PERMIT, PLACE, month_of, plain
from etl.sheets.tally_other import no_permits, other_count, refusal
from etl.sheets.tally_shared import (
    SURE,
    Count,
    counted,
    is_total,
    measured,
    measures_of,
    numbers_alone,
    permit_of,
    read_as,
    result,
    short_measure,
    title_of,
    total_line,
    year_of,
)
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions


#: The month of the report, beside the months before it.
NOW = re.compile(r"((jumlah|realisasi) )?bulan ini")
BEFORE = re.compile(r"bulan lalu|bulan sebelumnya|s\.?\s?/?\s?d\.?\s?bulan|sampai dengan")
FEWEST_DAYS = 28
#: "BULAN JANUARI TAHUN 2024" in a title.
MONTH = re.compile(r"\bbulan\s*:?\s*(\w+(?:\s+(?:tahun\s+)?\d{4})?)", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """The heading's last row (from 0), the names' column, whether they are places, and the columns
    of figures with their measures; "" where the title has to say what they count.
    """

    row: int
    names: int
    places: bool
    measures: dict[int, str]


def find(rows: Rows) -> Found | None:
    """The heading of a table of permits by measures, within the head of a sheet.

    Else of one of permits by "bulan ini" beside what went before, or by the days of the month.
    """
    return _by_measures(rows) or _by_now(rows) or _by_days(rows)


def _by_now(rows: Rows) -> Found | None:
    for at, row in enumerate(rows):
        now = [i for i, c in enumerate(row) if NOW.fullmatch(plain(c))]
        if not now or not any(BEFORE.search(plain(c)) for c in row):
            continue
        over: dict[int, str] = {}
        last = ""
        for i in range(max(now) + 1):
            cell_above = plain(rows[at - 1][i]) if at and i < len(rows[at - 1]) else ""
            last = cell_above or last
            over[i] = short_measure(last) or ""
        measures = {i: over[i] for i in now}
        if len(now) > 1 and (len(set(measures.values())) < len(now) or not all(measures.values())):
            continue
        if (names := _names(rows, at, measures)) is not None:
            return Found(at, names, False, measures)
    return None


def _by_days(rows: Rows) -> Found | None:
    for at, row in enumerate(rows):
        days = {
            i: int(_day(c))
            for i, c in enumerate(row)
            if re.fullmatch(r"[1-9]|[12]\d|3[01]", _day(c))
        }
        told = list(days.values())
        if len(told) < FEWEST_DAYS or told != list(range(1, len(told) + 1)):
            continue
        if (names := _names(rows, at, days)) is not None:
            return Found(at, names, False, dict.fromkeys(days, ""))
    return None


def _day(cell_: object) -> str:
    return str(cell_ if cell_ is not None else "").strip().removesuffix(".0")


def _names(rows: Rows, at: int, figures: Iterable[int]) -> int | None:
    """The column of permits, headed in this line or the one above, beside columns of numbers."""
    band = [rows[at], *([rows[at - 1]] if at else [])]
    wanted = set(figures)
    found = [i for r in band for i, c in enumerate(r) if isinstance(c, str)
             and PERMIT.match(plain(c)) and i < min(wanted)]  # fmt: skip
    return found[0] if found and numbers_alone(rows[at + 1 :], wanted) else None


def _by_measures(rows: Rows) -> Found | None:
    for at, row in enumerate(rows):
        measures = measures_of({i: c for i, c in enumerate(row) if isinstance(c, str)})
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
        notes: list[str] = []
        left: list[LeftOut] = []
        for sheet in book.sheets:
            if found := _fits(sheet):
                titles = f"{title_of(sheet.head, found.row)} {sheet.name}"
                if what := other_count(titles, found.measures.values()):
                    left.append(no_permits(sheet.name, what))
                    continue
                own, said, lines = _sheet(sheet, found, options)
                counts += own
                notes += said
                left += lines
        if not counts:
            bare = Refused(_("Laporan bulanan ini tidak memuat angka."), kind="monthly_counts")
            raise refusal(book.file, left) or bare
        return result(counts, notes, left, options)


def _fits(sheet: Sheet) -> Found | None:
    found = None if sheet.hidden else find(sheet.head)
    return found if found and month_named(sheet, title_of(sheet.head, found.row)) else None


def _sheet(
    sheet: Sheet, found: Found, options: "LoadOptions"
) -> tuple[list[Count], list[str], list[LeftOut]]:
    rows = sheet.rows()
    titles = title_of(rows, found.row)
    month = month_named(sheet, titles)
    if month is None:
        return [], [], []
    unsaid, said = measured(titles, sheet.name)
    notes = [] if all(found.measures.values()) else read_as(unsaid, said)
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
                    Count(sheet.name, at, cell(at, column), permit, place, measure or unsaid, value)
                )
    return counts, notes, left


LAYOUT = TallyMonthSheets()
