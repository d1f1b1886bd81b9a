"""What a report holds, before anyone decides on paper, letter or spreadsheet.

Plain values only, so that an issued edition is kept as it was and written again in any format.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from dashboard.locale.format import MISSING, figure, missing, number
from etl.words import counted


@dataclass(frozen=True)
class Cell:
    """A cell: its text as read, and for a figure its value and Excel number format.

    `above` and `below`: numerator and denominator of a share, which a workbook divides anew.
    `total`: the sum of the column above it. `tone` is "better", "worse" or "".
    """

    text: str
    value: float | None = None
    excel: str = "General"
    numeric: bool = False
    above: float | None = None
    below: float | None = None
    total: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph; `quiet` for methods and captions."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Items:
    """A list; `numbered` for what is asked and done."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Column heads, rows of cells and notes underneath.

    `wide`: the columns that share the room that is left, one named twice gets twice as much.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    wide: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Chart:
    """A picture by its data: `kind` is "process", "stages", "funnel" or "bars".

    `alt` says in words what it shows, `caption` how it is read; `data` is lists of plain values.
    """

    kind: str
    alt: str
    caption: str
    data: Mapping[str, Any]


Part = Para | Items | Table | Chart
PARTS = {"Para": Para, "Items": Items, "Table": Table, "Chart": Chart}


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Letter:
    """The frame of a letter, as the office's settings give it; "" for what is not set.

    `logo` is a picture as base64 text; `number` holds its fields until the report is issued.
    """

    government: str = ""
    institution: str = ""
    address: str = ""
    logo: str = ""
    number: str = ""
    subject: str = ""
    addressee: tuple[str, ...] = ()
    place: str = ""
    signatory: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    closing: str = ""


@dataclass(frozen=True)
class Report:
    """One report; `as_of` and `period` are in words, `sample` says the data are made up.

    `lead` is the finding, `lead_more` what follows it in the same box, `tone` its colour.
    `restricted`: it quotes case rows, so that a reader of counts alone may not have it.
    """

    kind: str
    title: str
    office: str
    period: str
    as_of: str
    sample: bool
    lead: str
    lead_more: str
    tone: str
    sections: tuple[Section, ...]
    letter: Letter = field(default_factory=Letter)
    definitions: str = ""
    restricted: bool = False
    edition: int = 0
    day: str = ""

    def tables(self) -> list[Table]:
        """Every table, in order."""
        return [p for s in self.sections for p in s.parts if isinstance(p, Table)]

    def charts(self) -> list[Chart]:
        """Every picture, in order."""
        return [p for s in self.sections for p in s.parts if isinstance(p, Chart)]


def to_plain(report: Report) -> dict[str, Any]:
    """The report as plain values for JSON."""
    plain = asdict(report)
    for section, made in zip(report.sections, plain["sections"], strict=True):
        for part, values in zip(section.parts, made["parts"], strict=True):
            values["is"] = type(part).__name__
    return plain


def from_plain(plain: Mapping[str, Any]) -> Report:
    """The report that `to_plain` wrote down."""
    letter: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in plain["letter"].items()
    }
    sections = tuple(
        Section(s["title"], tuple(_part(p) for p in s["parts"])) for s in plain["sections"]
    )
    told: dict[str, Any] = dict(plain) | {"letter": Letter(**letter), "sections": sections}
    return Report(**told)


def _part(values: Mapping[str, Any]) -> Part:
    told = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items() if k != "is"}
    if values["is"] == "Table":
        told["rows"] = tuple(tuple(Cell(**c) for c in row) for row in values["rows"])
    part: Part = PARTS[values["is"]](**told)
    return part


def text(value: str, tone: str = "") -> Cell:
    """A cell of words."""
    return Cell(value, tone=tone)


def figure_cell(
    value: float | None,
    shape: str,
    decimals: int = 0,
    above: float | None = None,
    below: float | None = None,
) -> Cell:
    """A figure by its indicator's shape; missing is "–" and has no value."""
    if value is None or missing(value):
        return Cell(MISSING, numeric=True)
    shown = number(value, decimals) if shape == "index" else figure(value, shape, decimals)
    places = "." + "0" * decimals if decimals else ""
    excel = {
        "rate": "0.0%",
        "ratio": "0.0%",
        "days": f'#,##0.0" {counted("hari", 2)}"',
        "amount": '"Rp" #,##0',
    }.get(shape, "#,##0" + places)
    divided = shape in ("rate", "ratio") and above is not None and bool(below)
    parts = (above, below) if divided else (None, None)
    return Cell(shown, float(value), excel, True, *parts)
