"""Writes a table as an Excel sheet for download; text that looks like a formula stays text."""

from io import BytesIO
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX

from dashboard.locale import format as f
from etl.reading import controls
from etl.rows import rows_of

WIDEST = 48


def workbook(frame: pd.DataFrame, title: str) -> bytes:
    """The bytes of a one-sheet workbook: bold headings, first row frozen, widths to fit."""
    book = Workbook()
    sheet = book.active
    sheet.title = INVALID_TITLE_REGEX.sub(" ", title)[:31]
    sheet.freeze_panes = "A2"
    for column, heading in enumerate(frame.columns, 1):
        _put(sheet.cell(1, column), str(heading)).font = Font(bold=True)
    for row, values in enumerate(rows_of(frame), 2):
        for column, value in enumerate(values, 1):
            _put(sheet.cell(row, column), value)
    for column, heading in enumerate(frame.columns, 1):
        longest = max([len(str(heading)), *(len(str(v)) for v in frame.iloc[:200, column - 1])])
        sheet.column_dimensions[get_column_letter(column)].width = min(longest + 2, WIDEST)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Cell, value: Any) -> Cell:
    if f.missing(value):
        return cell
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()
    if isinstance(value, str | list | tuple | dict):
        cell.value = controls.plain(str(value))
        cell.data_type = "s"  # never a formula
    else:
        cell.value = value
    return cell
