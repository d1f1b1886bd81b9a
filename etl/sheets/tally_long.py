"""Reads a long monthly tally: a row a permit and month, with the month and the year in columns."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Rows, Sheet
from etl.recognising.vocabulary import normal, words
from etl.sheets.base import LayoutResult
from etl.sheets.tally_check import cell
from etl.sheets.tally_heading import GOAL, PERMIT, YEAR, month_names, month_of, plain
from etl.sheets.tally_other import no_permits, other_count, refusal
from etl.sheets.tally_shared import (
    SURE,
    Count,
    counted,
    is_total,
    measured,
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

COUNT = re.compile(r"^(jumlah|jml|banyaknya|total|realisasi|capaian|count|n)\b")
TARGET = re.compile(r"\b(target|rencana)\b")
MOST_MEASURES = 8  # different words in a column that says what is counted
OF_A_RECORD = re.compile(r"\b(tanggal|tgl|date)\b|^(no|nomor|id)\.? \w")
MONTHS = ("bulan", "nama bulan", "bln", "periode", "periode data", "bulan tahun", "tahun bulan")
CODED = re.compile(r"((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])")  # 202401, 2024-01
OFFICE = re.compile(r"^(kode (kantor|daerah|wilayah|kab\w*|dinas|ptsp)|office( (code|id))?)\b")
MEASURE = re.compile(r"^(ukuran|status|uraian|kategori|keterangan|measure|jenis hitungan)$")


@dataclass(frozen=True)
class Found:
    """Row of the heading (from 0) and the columns; None where the table has no such column."""

    row: int
    permit: int
    month: int
    counts: dict[int, str]  # column → its measure; "" where its heading names none
    year: int | None
    measure: int | None
    unit: int | None


def find(rows: Rows) -> Found | None:
    """The heading of a long tally: permit, month by itself, and count."""
    for at, row in enumerate(rows):
        names = [plain(str(c).replace("_", " ")) for c in row]
        permit = next((i for i, n in enumerate(names) if PERMIT.match(n)), None)
        month = next((i for i, n in enumerate(names) if n in MONTHS), None)
        counts = _counts(names)
        if permit is None or month is None or not counts or any(map(OF_A_RECORD.search, names)):
            continue
        told = [m for r in rows[at + 1 :] if month < len(r) and (m := _month(r[month]))[0]]
        if not told:
            return None
        if any(map(OFFICE.match, names)) and all(year for _month_, year in told):
            return None  # an ordinary table that says of each row whose it is

        def column(pattern: str, names: list[str] = names) -> int | None:
            return next((i for i, n in enumerate(names) if re.fullmatch(pattern, n)), None)

        measure = next((i for i, n in enumerate(names) if MEASURE.match(n)), None)
        if measure is not None and not _measures(rows[at + 1 :], measure):
            measure = None
        return Found(at, permit, month, counts, column("tahun|thn"), measure, column("satuan"))
    return None


def _counts(names: list[str]) -> dict[int, str]:
    """The columns of counts: those of different measures, else the first that is no target."""
    found = {i: n for i, n in enumerate(names) if COUNT.match(n) and not TARGET.search(n)}
    measures = {i: short_measure(n) or "" for i, n in found.items()}
    if (
        len(measures) > 1
        and len(set(measures.values())) == len(measures)
        and all(measures.values())
    ):
        return measures
    return {i: measures[i] for i in list(measures)[:1]}


def _month(value: object) -> tuple[int | None, int | None]:
    """A month by its name or number, and its year where one stands there: "202401", "Mei 2024"."""
    text = plain(value).removesuffix(".0")
    if coded := CODED.fullmatch(text):
        return int(coded[2]), int(coded[1])
    if text in month_names():
        return month_names()[text], None
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return int(text), None
    return month_of(value) or (None, None)


def _measures(rows: Rows, column: int) -> bool:
    """Whether a column says what each row counts: a few words, a measure among them."""
    told = {normal(str(r[column])) for r in rows if column < len(r) and str(r[column]).strip()}
    return 0 < len(told) <= MOST_MEASURES and any(_measure(t) or GOAL.match(t) for t in told)


def _measure(value: str) -> str:
    """The measure that a cell names; "" where it names none."""
    known = words("measure").known.get(normal(value))
    return known or short_measure(value) or ""


class TallyLong:
    """The layout of a long tally; yields `monthly_counts`."""

    name = "tally_long"
    title = "rekap panjang, satu baris satu bulan"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a column of permits, one of months by name or number, and one of counts."""
        return SURE if any(_fits(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a permit, month and measure; rows of one of them are added up."""
        counts: list[Count] = []
        notes: list[str] = []
        left: list[LeftOut] = []
        for sheet in book.sheets:
            if found := _fits(sheet):
                titles = f"{title_of(sheet.head, found.row)} {sheet.name}"
                heads = [_at(sheet.head[found.row], c) for c in found.counts]
                if what := other_count(titles, heads):
                    left.append(no_permits(sheet.name, what))
                    continue
                own, said, lines = _sheet(sheet, found, book.file, options)
                counts += own
                notes += said
                left += lines
        if not counts:
            raise refusal(book.file, left) or Refused(
                _("Rekap bulanan ini tidak memuat angka."), kind="monthly_counts"
            )
        return result(counts, notes, left, options)


def _fits(sheet: Sheet) -> Found | None:
    return None if sheet.hidden else find(sheet.head)


def _sheet(
    sheet: Sheet, found: Found, file: str, options: "LoadOptions"
) -> tuple[list[Count], list[str], list[LeftOut]]:
    rows = sheet.rows()
    titles = title_of(rows, found.row)
    counts: list[Count] = []
    left: list[LeftOut] = []
    unit = _at(rows[found.row + 1], found.unit) if len(rows) > found.row + 1 else ""
    heading = " ".join(_at(rows[found.row], column) for column in found.counts)
    measure, said = measured(titles, heading, sheet.name, file.replace("_", " "))
    said = said or plain(unit) in ("izin", "ijin", "sk", "dokumen izin")
    _no_doubles(sheet.name or file, rows[found.row + 1 :], found)
    for at, row in enumerate(rows[found.row + 1 :], found.row + 2):
        permit = _at(row, found.permit)
        month, its_year = _month(row[found.month] if found.month < len(row) else "")
        its = _measure(_at(row, found.measure)) if found.measure is not None else ""
        values = {c: v for c in found.counts if c < len(row) and (v := counted(row[c])) is not None}
        unread = found.measure is not None and not its
        if not permit or is_total(permit) or month is None or not values or unread:
            left += total_line(sheet.name, at, row)
            continue
        own = YEAR.search(_at(row, found.year)) if found.year is not None else None
        year = int(own.group(1)) if own else its_year or year_of(sheet, titles, options)
        for column, value in values.items():
            of = its or (found.counts[column] if len(found.counts) > 1 else measure)
            place = f"{year}-{month:02d}"
            counts.append(Count(sheet.name, at, cell(at, column), permit, place, of, value))
    return counts, read_as(measure, said) if found.measure is None else [], left


def _no_doubles(place: str, rows: Rows, found: Found) -> None:
    """Refuse a column whose different words mean one measure: adding them up would count twice."""
    if found.measure is None:
        return
    told: dict[str, str] = {}
    for row in rows:
        word = _at(row, found.measure)
        other = told.setdefault(_measure(word), word) if _measure(word) else word
        if plain(other) != plain(word):
            raise Refused(
                _(
                    "{place}: {a} dan {b} berarti sama, sehingga izinnya terhitung dua "
                    "kali; hapus baris salah satunya, lalu muat lagi."
                ).format(place=place, a=other, b=word),
                kind="monthly_counts",
            )


def _at(row: tuple[object, ...], column: int | None) -> str:
    return "" if column is None or column >= len(row) else " ".join(str(row[column]).split())


LAYOUT = TallyLong()
