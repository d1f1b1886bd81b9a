"""Why: a questionnaire on another scale (1-5, 1-10) is named as one, not taken for a bad table."""

from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.reading.book import Book, Cell, Sheet
from etl.sheets.base import LayoutResult
from etl.sheets.survey_heading import find
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.92
FEWEST_COLUMNS = 8
LARGEST = 10


class OtherScale:
    """Claims a table of many columns of small whole numbers above 4, and refuses it."""

    name = "survey_other_scale"
    title = "kuesioner dengan skala lain"
    kinds = ("survey",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure when eight columns hold whole numbers up to a scale's end and no element shows."""
        sheets = [s for s in book.sheets if not s.hidden]
        if any(find(s.head, options.rule) for s in sheets):
            return 0.0
        return SURE if any(_scale(s) for s in sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """Refuses: an SKM asks on 1 to 4."""
        high = max(_scale(s) for s in book.sheets if not s.hidden)
        raise Refused(
            _(
                "{file} berisi jawaban berskala 1–{high}; SKM memakai skala 1–4, sehingga survei "
                "ini tidak dapat dimuat sebagai IKM."
            ).format(file=book.file, high=high)
        )


def _scale(sheet: Sheet) -> int:
    """The highest answer where most of many columns hold scale answers above 4, else 0."""
    body = sheet.head[1:]
    if len(body) < 5:
        return 0
    width = max(len(row) for row in sheet.head)
    tops = [_top([row[c] for row in body if c < len(row)]) for c in range(width)]
    scaled = [top for top in tops if top]
    above = [top for top in scaled if top > 4]
    return max(above) if len(scaled) >= FEWEST_COLUMNS and len(above) * 2 > len(scaled) else 0


def _top(cells: list[Cell]) -> int:
    """The highest of a column of whole numbers from 1 to 10 with few distinct values, else 0."""
    filled = [c for c in cells if str(c).strip()]
    try:
        numbers = [float(str(c)) for c in filled]
    except ValueError:
        return 0
    if len(filled) * 2 < len(cells) or not all(
        n.is_integer() and 1 <= n <= LARGEST for n in numbers
    ):
        return 0
    repeated = len(set(numbers)) * 2 <= len(numbers)
    rising = sorted(numbers) == numbers and len(set(numbers)) == len(numbers)
    return int(max(numbers)) if repeated and not rising else 0


LAYOUT = OtherScale()
