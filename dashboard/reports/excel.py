"""The report as a workbook: shares divide their counts, sums add up, charts are native.

No text is ever taken for a formula, and every formula carries its result, so that the book reads
right unopened.
"""

import io
import math
import re
import tempfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from dashboard.reports.cached import put_results
from dashboard.reports.excel_charts import put_chart
from dashboard.reports.labels import (
    definitions_words,
    facts,
    letter_rows,
    place_and_day,
    sample_note,
)
from dashboard.reports.model import Cell, Chart, Items, Para, Report, Table
from dashboard.reports.steady import stamp, steadied
from etl.words import _

TONES = {"better": "1D6FA5", "worse": "B8540A"}
WIDTHS = (44, 17, 17, 14, 16, 52)  # characters of each column
LINE = 14.5  # points
OF = re.compile(r"[\d.,]+ \w+ [\d.,]+")
BOLD = Font(bold=True)


def write_excel(report: Report, out: Path) -> None:
    """Write the report to `out`."""
    out.write_bytes(render(report))


def render(report: Report) -> bytes:
    """The report as the bytes of a workbook, the same for the same report."""
    book = Workbook()
    book.properties.title, book.properties.creator = report.title, report.office
    sheet = Sheet(book)
    sheet.words(report.title, Font(bold=True, size=14))
    if report.sample:
        sheet.words(sample_note(), Font(bold=True, color="B00020"))
    if report.kind != "meeting":
        for line in (
            *report.letter.government.splitlines(),
            *report.letter.institution.splitlines(),
        ):
            sheet.words(line)
        for name, told, _strong in letter_rows(report):
            sheet.line(name, told)
        sheet.words(place_and_day(report))
        sheet.words(" ".join((_("Kepada Yth."), *report.letter.addressee)))
    for name, told in facts(report):
        sheet.line(name, told)
    sheet.gap()
    sheet.words(report.lead, Font(bold=True, color=TONES.get(report.tone)))
    if report.lead_more:
        sheet.words(report.lead_more)
    for section in report.sections:
        sheet.gap()
        sheet.words(section.title, BOLD)
        for part in section.parts:
            sheet.part(part)
    sheet.gap()
    if report.kind != "meeting":
        for line in report.letter.signatory:
            for own in line.splitlines():
                sheet.words(own)
    sheet.words(definitions_words(report))
    return sheet.bytes_of(report.day)


class Sheet:
    """The sheet that is read, the counts beside it, and the sheets of the charts."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.page: Any = book.active
        self.page.title = _("Laporan")
        self.row = 0
        self.results: dict[str, float | str] = {}
        self.pictures = 0
        for place, width in enumerate(WIDTHS, 1):
            self.page.column_dimensions[get_column_letter(place)].width = width
        self.counts: Any = book.create_sheet(_("Pembilang dan penyebut"))
        self.counts.column_dimensions["A"].width = 60
        for letter in "BC":
            self.counts.column_dimensions[letter].width = 16
        for place, head in enumerate((_("Angka"), _("Pembilang"), _("Penyebut")), 1):
            self.counts.cell(1, place, head).font = BOLD

    def gap(self) -> None:
        """An empty row."""
        self.row += 1

    def words(self, text: str, font: Font | None = None) -> None:
        """A row of words over all columns, as high as they need."""
        self.row += 1
        box = self.page.cell(self.row, 1)
        _text(box, text)
        if font:
            box.font = font
        self._wide(box, text, 1)

    def _wide(self, box: Any, text: str, first: int) -> None:
        """Words from the column `first` to the last one, broken into lines."""
        box.alignment = Alignment(wrap_text=True, vertical="top", indent=int(first > 1))
        room = sum(WIDTHS[first - 1 :])
        if first < len(WIDTHS):
            self.page.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=len(WIDTHS)
            )
        self._high(text, room)

    def _high(self, text: str, room: float) -> None:
        """The row at least as high as `text` needs in `room` characters."""
        lines = sum(max(1, math.ceil(len(line) * 1.1 / room)) for line in text.split("\n"))
        known = self.page.row_dimensions[self.row].height or 0
        if lines > 1:
            self.page.row_dimensions[self.row].height = max(known, LINE * lines)

    def line(self, name: str, told: str) -> None:
        """A row of a name and what it is."""
        self.row += 1
        _text(self.page.cell(self.row, 1), name)
        box = self.page.cell(self.row, 2)
        _text(box, told)
        self._wide(box, told, 2)

    def part(self, part: Para | Items | Table | Chart) -> None:
        """A part of a section."""
        if isinstance(part, Para):
            self.words(part.text)
        elif isinstance(part, Items):
            for number, item in enumerate(part.items, 1):
                self.words(f"{number}. {item}" if part.numbered else item)
        elif isinstance(part, Chart):
            self.pictures += 1
            name = _("Grafik {n}").format(n=self.pictures)
            put_chart(self.book, name, part)
            self.words(_("{caption} (lembar {name})").format(caption=part.caption, name=name))
        elif part.rows:
            self._table(part)
        if isinstance(part, Table):
            for note in part.notes:
                self.words(note)

    def _table(self, part: Table) -> None:
        self.row += 1
        for place, head in enumerate(part.heads, 1):
            box = self.page.cell(self.row, place)
            _text(box, head)
            side = "right" if part.rows[0][place - 1].numeric else None
            box.font = BOLD
            box.alignment = Alignment(wrap_text=True, vertical="bottom", horizontal=side)
            self._high(head, WIDTHS[min(place, len(WIDTHS)) - 1])
        first = self.row + 1
        for row in part.rows:
            self.row += 1
            for place, cell in enumerate(row, 1):
                self._cell(place, cell, first, f"{row[0].text} · {part.heads[place - 1]}")
                if cell.numeric or place > len(WIDTHS):
                    continue
                if place == len(row):
                    self._wide(self.page.cell(self.row, place), cell.text, place)
                else:
                    box = self.page.cell(self.row, place)
                    box.alignment = Alignment(wrap_text=True, vertical="top")
                    self._high(cell.text, WIDTHS[place - 1])

    def _cell(self, place: int, cell: Cell, first: int, name: str) -> None:
        box = self.page.cell(self.row, place)
        if cell.value is None:
            _text(box, cell.text)
        elif cell.total:
            letter = get_column_letter(place)
            self._formula(box, f"=SUM({letter}{first}:{letter}{self.row - 1})", cell)
            box.font = BOLD
        elif cell.below:
            at = self.counts.max_row + 1
            _text(self.counts.cell(at, 1), name)
            for place, told in ((2, cell.above), (3, cell.below)):
                self.counts.cell(at, place, told).number_format = "#,##0"
            title = self.counts.title
            self._formula(box, f"='{title}'!B{at}/'{title}'!C{at}", cell)
        else:
            box.value, box.number_format = cell.value, cell.excel
            if OF.fullmatch(cell.text):  # "76 dari 95" is read, 95 is the value
                box.number_format = f'"{cell.text.rpartition(" ")[0]} "#,##0'
        if cell.numeric:
            box.alignment = Alignment(horizontal="right", vertical="top")
        if cell.tone in TONES:
            box.font = Font(bold=True, color=TONES[cell.tone])

    def _formula(self, box: Any, formula: str, cell: Cell) -> None:
        box.value, box.number_format = formula, cell.excel
        self.results[box.coordinate] = cell.value if cell.value is not None else ""

    def bytes_of(self, day: str) -> bytes:
        """The book with the results of its formulas put beside them."""
        for page in self.book.worksheets:  # printed, each fits the width of a sheet of paper
            page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
            page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
            page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            page.oddFooter.right.text = "&P / &N"
        self.book.properties.created = self.book.properties.modified = stamp(day)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "laporan.xlsx"
            held = io.BytesIO()
            self.book.save(held)
            path.write_bytes(held.getvalue())
            put_results(path, {1: self.results})
            return steadied(path.read_bytes(), day)


def _text(box: Any, text: str) -> None:
    box.value = text
    if text:
        box.data_type = "s"
        box.quotePrefix = text[0] in "=+-@"
