"""Reads a monthly tally with the months down and the permits, or the measures, across."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Rows, Sheet
from etl.sheets.base import LayoutResult
from etl.sheets.tally_check import cell
from etl.sheets.tally_heading import YEAR, month_of, plain
from etl.sheets.tally_other import no_permits, other_count, refusal
from etl.sheets.tally_shared import (
    ASIDE,
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


#: Columns beside those of years that say how they differ.
SHARE = re.compile(r"%|persen|pertumbuhan|kenaikan|naik|selisih|perubahan|tren|ket")


@dataclass(frozen=True)
class Group:
    """What two lines of heading say of a column: a permit or a year ("" and 0: neither), and the
    measure ("": not told)."""

    permit: str
    year: int
    measure: str


@dataclass(frozen=True)
class Found:
    """The heading's (last) row from 0, the months' column, the columns of figures by heading.

    `groups`: what each column is where the heading has two lines. `numbered`: months as 1 to 12.
    """

    row: int
    months: int
    columns: dict[int, str]
    groups: dict[int, "Group"] = field(default_factory=dict)
    numbered: bool = False

    @property
    def years(self) -> bool:
        """Whether each column is a year: the same months of several years beside each other."""
        alone = not self.groups
        return alone and all(YEAR.fullmatch(heading) for heading in self.columns.values())

    @property
    def measures(self) -> dict[int, str]:
        """Column → measure where the figures are measures; empty where they are permits."""
        if self.years or self.groups:
            return {}
        named = measures_of(self.columns)
        return named if len(named) == len(self.columns) or len(set(named.values())) > 1 else {}


def find(rows: Rows) -> Found | None:
    """The heading of a table of months down, within the head of a sheet."""
    for at, row in enumerate(rows):
        months = next((i for i, c in enumerate(row) if plain(c) in ("bulan", "nama bulan")), None)
        if months is None:
            continue
        columns = {
            i: re.sub(r"\s+", " ", str(c)).strip()
            for i, c in enumerate(row)
            if i > months and isinstance(c, str) and c.strip()
            and not is_total(c) and not ASIDE.match(plain(c)) and not month_of(c)
        }  # fmt: skip
        if years := _years(row, months):
            columns = years
        below = [r[months] for r in rows[at + 1 :] if months < len(r)]
        told = [c for c in below if isinstance(c, str) and month_of(c)]
        numbered = not told and _numbered(below)
        if len(set(told)) < 2 and not numbered:
            continue
        if columns and numbers_alone(rows[at + 1 :], columns):
            return Found(at, months, columns, numbered=numbered)
        if groups := _two_lines(rows, at, months):
            names = {c: g.permit or str(g.year or g.measure) for c, g in groups.items()}
            return Found(at + 1, months, names, groups)
    return None


def _number(cell_: object) -> int:
    """A month by its number; 0 for anything else."""
    words = plain(cell_).removesuffix(".0")
    return int(words) if re.fullmatch(r"0?[1-9]|1[0-2]", words) else 0


def _numbered(below: Sequence[object]) -> bool:
    """Whether the months stand as 1, 2, 3, … from the first row on."""
    told = [n for n in map(_number, below) if n]
    return len(told) >= 2 and told == list(range(1, len(told) + 1))


def _two_lines(rows: Rows, at: int, months: int) -> dict[int, Group]:
    """The columns under a heading of two lines, one of them of measures; {} where it is none.

    The other line names permits or years; a merged cell holds for the columns beneath it.
    """
    if at + 2 >= len(rows) or (months < len(rows[at + 1]) and plain(rows[at + 1][months])):
        return {}
    upper, lower = rows[at], rows[at + 1]
    groups: dict[int, Group] = {}
    over = ""
    for column in range(months + 1, len(lower)):
        over = _words(upper[column] if column < len(upper) else "") or over
        under = _words(lower[column])
        if not over or not under or any(_aside(words) for words in (over, under)):
            continue
        measure = short_measure(under) or short_measure(over) or ""
        other = over if short_measure(under) else under
        year = YEAR.fullmatch(other)
        groups[column] = Group("" if year else other, int(year[1]) if year else 0, measure)
    told = len({g.measure for g in groups.values()} - {""}) >= 1
    sure = told and all(g.measure for g in groups.values()) and len(set(groups.values())) > 1
    alone = len(set(groups.values())) == len(groups)
    return groups if sure and alone and numbers_alone(rows[at + 2 :], groups) else {}


def _words(heading: object) -> str:
    """A heading as its words; a number cell that is a year too."""
    words = re.sub(r"\s+", " ", str(heading if heading is not None else "")).strip()
    return re.sub(r"(?i)^tahun (?=\d{4}$)", "", words.removesuffix(".0"))


def _aside(heading: str) -> bool:
    return bool(is_total(heading) or ASIDE.match(plain(heading)) or month_of(heading))


def _years(row: Sequence[object], months: int) -> dict[int, str]:
    """The columns headed by a year alone, two of them or more; {} where others stand there."""
    heads = {
        i: plain(c).removesuffix(".0").removeprefix("tahun ")
        for i, c in enumerate(row)
        if i > months and plain(c) and not is_total(c) and not ASIDE.fullmatch(plain(c))
    }
    years = {i: h for i, h in heads.items() if YEAR.fullmatch(h)}
    aside = [h for i, h in heads.items() if i not in years and not SHARE.search(h)]
    return years if len(set(years.values())) == len(years) >= 2 and not aside else {}


class TallyDown:
    """The layout of a tally with a row a month; yields `monthly_counts`."""

    name = "tally_down"
    title = "rekap, bulan ke bawah"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a column of months beside columns that hold numbers alone."""
        return SURE if any(_fits(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a permit, month and measure; empty cells and rows of totals are none."""
        counts: list[Count] = []
        notes: list[str] = []
        left: list[LeftOut] = []
        for sheet in book.sheets:
            if found := _fits(sheet):
                titles = f"{title_of(sheet.head, found.row)} {sheet.name}"
                if what := other_count(titles, found.columns.values()):
                    left.append(no_permits(sheet.name, what))
                    continue
                own, said, lines = _sheet(sheet, found, options)
                counts += own
                notes += said
                left += lines
        if not counts:
            bare = Refused(_("Rekap bulanan ini tidak memuat angka."), kind="monthly_counts")
            raise refusal(book.file, left) or bare
        return result(counts, notes, left, options)


def _fits(sheet: Sheet) -> Found | None:
    found = None if sheet.hidden else find(sheet.head)
    # a column of the year beside that of the months is a long table
    years = found and any(plain(c) in ("tahun", "thn") for c in sheet.head[found.row])
    permits = found and any(re.match(r"(jenis|nama) (izin|ijin|perizinan)", plain(c))
                            for c in sheet.head[found.row])  # fmt: skip
    if found and found.years and not measured(title_of(sheet.head, found.row), sheet.name)[1]:
        return None  # the months of two years may count anything
    return None if years or permits else found


def _sheet(
    sheet: Sheet, found: Found, options: "LoadOptions"
) -> tuple[list[Count], list[str], list[LeftOut]]:
    rows = sheet.rows()
    titles = title_of(rows, found.row)
    measures = found.measures
    measure, said = measured(titles, sheet.name)
    notes = [] if measures or found.groups else read_as(measure, said)
    if measures and (aside := [h for c, h in found.columns.items() if c not in measures]):
        notes.append(_("Kolom yang tidak dipakai: {columns}.").format(columns=", ".join(aside)))
    alone = found.years or any(not g.permit for g in found.groups.values())
    permit = permit_of(titles, sheet.name) if measures or alone else ""
    counts: list[Count] = []
    left: list[LeftOut] = []
    for at, row in enumerate(rows[found.row + 1 :], found.row + 2):
        label = row[found.months] if found.months < len(row) else ""
        month = month_of(label)
        if found.numbered and (number := _number(label)):
            month = number, None
        if month is None or is_total(label):
            left += total_line(sheet.name, at, row)
            continue
        own = found.years or any(g.year for g in found.groups.values())
        whole = month[1] or (0 if own else year_of(sheet, titles, options))
        for column, heading in found.columns.items():
            if measures and column not in measures:
                continue
            value = counted(row[column]) if column < len(row) else None
            group = found.groups.get(column)
            year = int(heading) if found.years else (group and group.year) or whole
            if value is not None:
                counts.append(
                    Count(
                        sheet.name, at, cell(at, column),
                        (group.permit or permit) if group else permit or heading,
                        f"{year}-{month[0]:02d}",
                        group.measure if group else measures.get(column, measure), value,
                    )
                )  # fmt: skip
    return counts, notes, left


LAYOUT = TallyDown()
