"""The report as a workbook: figures are numbers, and no text is ever taken for a formula."""

from pathlib import Path
from typing import Any

from dashboard.reports.labels import facts, sample_note, signature
from dashboard.reports.model import Cell, Report


def write_excel(report: Report, out: Path) -> None:
    """Write the report to `out`, one sheet, sections under each other."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Laporan"
    bold = Font(bold=True)
    row = 1

    def put(values: list[Cell], font: Font | None = None) -> None:
        nonlocal row
        for column, cell in enumerate(values, start=1):
            box = sheet.cell(row, column)
            if cell.value is not None:
                box.value, box.number_format = cell.value, cell.excel
            else:
                box.value = cell.text
                if cell.text:
                    box.data_type = "s"
                    box.quotePrefix = cell.text[0] in "=+-@"
            if cell.numeric:
                box.alignment = Alignment(horizontal="right")
            if font:
                box.font = font
        row += 1

    put([Cell(report.title)], Font(bold=True, size=14))
    if report.sample:
        put([Cell(sample_note())], Font(bold=True, color="B00020"))
    for name, value in facts(report):
        put([Cell(name), Cell(value)])
    for section in report.sections:
        row += 1
        put([Cell(section.title)], bold)
        if section.rows:
            put([Cell(head) for head in section.heads], bold)
        for cells in section.rows:
            put(list(cells))
        for note in section.notes:
            put([Cell(note)])
    row += 1
    for line in signature():
        put([Cell(line)])
    sheet.column_dimensions["A"].width = 44
    for letter in "BCD":
        sheet.column_dimensions[letter].width = 20
    book.save(out)
