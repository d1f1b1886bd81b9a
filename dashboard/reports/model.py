"""What a report holds, before anyone decides on paper or spreadsheet."""

from dataclasses import dataclass

from dashboard.locale.format import MISSING, figure, missing, number


@dataclass(frozen=True)
class Cell:
    """A cell: its text as read, and for a figure its value and Excel number format."""

    text: str
    value: float | None = None
    excel: str = "General"
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A section: title, column heads, rows of cells and notes underneath."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """One report; `as_of` and `period` are in words, `sample` says the data are made up."""

    title: str
    office: str
    period: str
    as_of: str
    sample: bool
    sections: tuple[Table, ...]


def text(value: str) -> Cell:
    """A cell of words."""
    return Cell(value)


def figure_cell(value: float | None, shape: str, decimals: int = 0) -> Cell:
    """A figure by its indicator's shape; missing is "–" and has no value."""
    if value is None or missing(value):
        return Cell(MISSING, numeric=True)
    shown = number(value, decimals) if shape == "index" else figure(value, shape, decimals)
    places = "." + "0" * decimals if decimals else ""
    excel = {
        "rate": "0.0%",
        "ratio": "0.0%",
        "days": "#,##0.0",
        "amount": '"Rp" #,##0',
    }.get(shape, "#,##0" + places)
    return Cell(shown, float(value), excel, True)
