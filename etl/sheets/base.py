"""What a worksheet layout must offer: a new layout is one file here with a `LAYOUT` in it.

Ordinary tables (one heading row, one record a row) need no layout (`etl.recognising.headings`).
A layout is for sheets drawn for people: an IKM worksheet, a Google Forms export, a monthly tally.
It sees the sheets as grids of cells and hands back records as **text columns** under canonical
field names; dates, numbers, enums, keys and offices are then checked by `etl.checking` as for any
other file, so a layout converts nothing and rejects nothing by itself unless only it can see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyarrow as pa

from etl.loads import Known, LeftOut, LoadOptions
from etl.reading.book import Book


@dataclass(frozen=True)
class CellReject:
    """A fault that only the layout can see; the row is rejected with it.

    `reason` is an Indonesian sentence saying what to do; `row` is the row in the sheet.
    """

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Extract:
    """Records of one kind as text.

    `table` holds `_sheet` (string), `_row` (int64, the row in the sheet, heading counted) and one
    string column a canonical field of the kind; null or "" is a blank. A row of the sheet may give
    several records (a tally's months): they share `_row`. A tally's cell is named to the person by
    an optional string column `_cell` (e.g. "F12"), shown as the column of a reject.
    `labels`: field → heading as written in the sheet, for rejects (default: the field's title).
    A field that the file does not have is left out; office_code, period, service and rule left out
    are filled from the options by the caller, which refuses the file when they are missing there.
    """

    kind: str
    table: pa.Table
    labels: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[CellReject, ...] = ()


@dataclass(frozen=True)
class LayoutResult:
    """What a layout read from one book: records, notes (sentences), and its reconciliation.

    `beside`: (sheet, row from 1) → what a row that gives no record is: "heading", "total",
    "unfilled" (a respondent without an answer) or "note". `left_out`: lines named to people.
    """

    extracts: tuple[Extract, ...]
    notes: tuple[str, ...] = ()
    reconciliation: dict[str, Any] | None = None
    beside: Mapping[tuple[str, int], str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


class Layout(Protocol):
    """A worksheet layout; `LAYOUT = MyLayout()` at the end of its module registers it."""

    name: str
    kinds: tuple[str, ...]  # kinds it yields; --kind picks among layouts by these

    def score(self, book: Book, options: LoadOptions) -> float:
        """How sure this layout is of `book`, 0 (not mine) to 1; looks at `sheet.head` only.

        An ordinary table of a kind scores by the share of its headings that are known, so return
        above 0.9 only for a pattern that no ordinary table has, and 0 in doubt.
        """
        ...

    def read(self, book: Book, options: LoadOptions, known: Known) -> LayoutResult:
        """The records of `book`; raises `etl.errors.Refused` saying what to do."""
        ...


def text_table(rows: list[dict[str, str | int | None]], fields: tuple[str, ...]) -> pa.Table:
    """An `Extract.table` from small records: keys `_sheet`, `_row`, maybe `_cell`, and `fields`."""
    names = ["_sheet", *(["_cell"] if any("_cell" in r for r in rows) else []), *fields]
    columns: dict[str, pa.Array] = {
        name: pa.array(
            [None if r.get(name) is None else str(r[name]) for r in rows], type=pa.string()
        )
        for name in names
    }
    columns["_row"] = pa.array([r["_row"] for r in rows], type=pa.int64())
    return pa.table(columns)
