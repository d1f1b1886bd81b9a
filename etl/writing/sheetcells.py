"""Writes text into workbooks as text, whatever it begins with."""

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

HEADING = PatternFill("solid", fgColor="1F4E5F")
HEADING_FONT = Font(bold=True, color="FFFFFF")
FAULT = PatternFill("solid", fgColor="F8CBAD")


def put_text(cell: Cell, text: str | None) -> None:
    """Put text in a cell so that =, +, - and @ at its start run no formula, here or on paste."""
    if text is None or text == "":
        return
    cell.value = _without_control(text)
    cell.data_type = "s"
    cell.number_format = "@"
    if text[0] in "=+-@":
        cell.quotePrefix = True


def _without_control(text: str) -> str:
    return "".join(c for c in text if c >= " " or c in "\n\t")[:32000]


def put_headings(sheet: Worksheet, headings: list[str], row: int = 1) -> None:
    """A heading row: bold on a dark ground, wrapped, and frozen above what follows."""
    for column, heading in enumerate(headings, 1):
        cell = sheet.cell(row, column)
        put_text(cell, heading)
        cell.fill, cell.font = HEADING, HEADING_FONT
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = max(
            12, min(40, len(heading) + 4)
        )
    sheet.freeze_panes = f"A{row + 1}"
