"""A file as people see it: a book of sheets, each a grid of cells."""

from collections.abc import Callable
from dataclasses import dataclass, field

Cell = str | int | float | bool | object | None  # dates arrive as date/datetime, blanks as ""
Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet (or one CSV): `head` is its first 40 rows; `rows()` all of them.

    Cells are trimmed of nothing and keep their type (str, float, int, bool, date, datetime);
    an empty cell is "". `rows()[0]` is row 1 of the sheet as a person sees it.
    """

    name: str
    head: Rows
    rows: Callable[[], Rows] = field(repr=False)
    hidden: bool = False
    merged: tuple[tuple[int, int, int], ...] = ()  # cells merged downwards: first, last row, column


@dataclass(frozen=True)
class Book:
    """One file as sheets; a CSV is a book of one sheet named ""."""

    file: str
    sheets: tuple[Sheet, ...]
    marked: frozenset[str] = frozenset()  # parts of an xlsx with formulas or hidden rows, maybe
    scores: dict[object, float] = field(default_factory=dict, compare=False, repr=False)
    """How well each layout fits under each set of options: worked out once a book."""
