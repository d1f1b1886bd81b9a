"""What the layouts of monthly tallies have in common: year, measure, and the table they yield."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.doors import called
from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Rows, Sheet
from etl.recognising.vocabulary import words
from etl.sheets.base import Extract, LayoutResult, text_table
from etl.sheets.tally_heading import TOTAL, YEAR, measure_of, plain
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import LoadOptions

FIELDS = ("permit_type", "month", "measure", "count")
SURE = 0.96
ASIDE = re.compile(r"^(no|nomor|ket|keterangan|satuan|catatan|bulan|tahun|target|persen|%)\b")
FINISHED = re.compile(r"(?:(?:jumlah|berkas|izin|permohonan) )?(?:yang )?selesai")
NO_PERMIT = ("TAHUN", "BULAN", "TERBIT", "PER", "YANG", "IZIN", "MASUK", "DATA", "LAPORAN")
#: A permit that a title names: "REKAP PENERBITAN SIUP TAHUN 2024".
NAMED = re.compile(r"\b(?i:izin|ijin|penerbitan|rekap(?:itulasi)?)\s+([A-Z]{3,8})\b")


@dataclass(frozen=True)
class Count:
    """One figure of a tally and the cell it stands in."""

    sheet: str
    row: int
    cell: str
    permit: str
    month: str
    measure: str
    count: str


def title_of(rows: Rows, before: int) -> str:
    """The text above a heading, joined; `before` is the heading's row from 0."""
    said = (c for row in rows[:before] for c in row if isinstance(c, str))
    return " ".join(c for c in said if c.strip())


def numbers_alone(rows: Rows, columns: Iterable[int]) -> bool:
    """Whether these columns hold something, and nothing but numbers and dashes."""
    wanted = tuple(columns)
    cells = [r[c] for r in rows for c in wanted if c < len(r) and r[c] not in ("", None)]
    return bool(cells) and all(
        isinstance(c, int | float) or re.fullmatch(r"[\d.]+|[-–—]", str(c).strip()) for c in cells
    )


def total_line(sheet: str, row: int, cells: Sequence[object]) -> list[LeftOut]:
    """A row that gives no record, named where it says something."""
    said = [c for c in cells if str(c if c is not None else "").strip()]
    if not said:
        return []
    if any(isinstance(c, str) and is_total(c) for c in said):
        return [LeftOut(sheet or None, row, _("baris jumlah"))]
    return [LeftOut(sheet or None, row, _("bukan angka rekap"))]


def year_of(sheet: Sheet, titles: str, options: "LoadOptions") -> int:
    """The year that --period, the title or the sheet's name gives; refused where none does."""
    for text in (options.period or "", titles, sheet.name):
        if found := YEAR.search(text):
            return int(found.group(1))
    raise Refused(
        _(
            "Tahun rekap tidak tertulis di judul maupun nama lembar {sheet}: "
            "tambahkan tahunnya, misalnya {period}."
        ).format(sheet=sheet.name or _("ini"), period=called("period", "2025")),
        needs=("period",),
        kind="monthly_counts",
        sheet=sheet.name,
    )


def measured(*texts: str) -> tuple[str, bool]:
    """The first measure that the texts name, in this order; issued, and False, where none does."""
    for text in texts:
        if found := measure_of(text):
            return found, True
    return "issued", False


def short_measure(heading: object) -> str | None:
    """The measure of a column headed by little else: "Masuk", "Izin Terbit", "Jumlah Ditolak"."""
    text = plain(heading)
    if re.search(r"\b(tanggal|tgl|waktu|no|nomor|nama|jenis|status|lama|persen|%)\b|%", text):
        return None
    return measure_of(text) if text and len(text.split()) <= 4 else None


def measures_of(heads: Mapping[int, object]) -> dict[int, str]:
    """Column → measure by its heading; "Selesai" is issued where no other column is."""
    named = {i: m for i, h in heads.items() if (m := short_measure(h))}
    done = [i for i, h in heads.items() if FINISHED.fullmatch(plain(h))]
    if named and "issued" not in named.values() and len(done) == 1:
        named[done[0]] = "issued"
    return named


def permit_of(titles: str, sheet: str) -> str:
    """The permit that a title or a sheet names; all permits together where none does."""
    named = next((n for n in NAMED.findall(titles) if n not in NO_PERMIT), None)
    if named:
        return named
    if re.fullmatch(r"[A-Z]{3,8}", sheet.strip()):
        return sheet.strip()
    return _("Semua izin")


def counted(cell: object) -> str | None:
    """A cell as the text of a count; None where it is empty, "-" as 0."""
    text = str(cell if cell is not None else "").strip()
    if text in ("-", "–", "—"):
        return "0"
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return text or None


def is_total(cell: object) -> bool:
    """Whether a label is that of a total, a quarter or a half year."""
    return bool(TOTAL.search(plain(cell)))


def result(
    counts: Sequence[Count],
    notes: Iterable[str],
    left: Iterable[LeftOut],
    options: "LoadOptions",
) -> LayoutResult:
    """The extract of a tally: figures of one permit, month and measure are added up.

    Noughts of months that have not come are left off: they are cells nobody has filled.
    """
    this_month = f"{options.today:%Y-%m}"
    kept = [c for c in counts if c.month <= this_month or c.count != "0"]
    groups: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for count in kept:
        groups[count.permit, count.month, count.measure].append(count)
    rows: list[dict[str, str | int | None]] = []
    for (permit, month, measure), own in groups.items():
        whole = own[0].count
        if len(own) > 1 and all(c.count.isdigit() for c in own):
            whole = str(sum(int(c.count) for c in own))
        rows.append(
            {
                "_sheet": own[0].sheet,
                "_row": own[0].row,
                "_cell": own[0].cell,
                "permit_type": permit,
                "month": month,
                "measure": measure,
                "count": whole,
            }
        )
    labels = {"permit_type": _("Jenis izin"), "count": _("Jumlah")}
    extract = Extract("monthly_counts", text_table(rows, FIELDS), labels)
    return LayoutResult((extract,), tuple(dict.fromkeys(notes)), left_out=tuple(left))


def read_as(measure: str, said: bool) -> list[str]:
    """The note on a measure that nothing in the file names."""
    if said:
        return []
    title = words("measure").titles[measure].lower()
    said_as = _("Berkas tidak menyebut ukurannya; dibaca sebagai izin {measure}.")
    return [said_as.format(measure=title)]
