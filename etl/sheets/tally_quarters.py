"""Refuses a tally by quarters or half years by name: no month can be known from it."""

import re
from typing import TYPE_CHECKING, NoReturn

from etl.errors import Refused
from etl.reading.book import Book, Rows
from etl.sheets.tally_heading import PERMIT, month_of, plain
from etl.sheets.tally_shared import SURE
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

PART = re.compile(
    r"^(triwulan|tw|semester|smt|kuartal|caturwulan)\.?\s*(ke[- ]?)?(iv|i{1,3}|[1-4])\b"
)


def quarterly(rows: Rows) -> bool:
    """Whether a heading names parts of the year and no months."""
    permits = any(PERMIT.match(plain(c)) for row in rows for c in row if isinstance(c, str))
    parts = max((len({plain(c) for c in row if PART.match(plain(c))}) for row in rows), default=0)
    months = max((sum(month_of(c) is not None for c in row) for row in rows), default=0)
    return permits and parts >= 2 and months < 2


class TallyQuarters:
    """The layout of a quarterly tally, which cannot become monthly counts."""

    name = "tally_quarters"
    title = "rekap triwulanan"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of permits against quarters or half years where no month is named."""
        return SURE if any(quarterly(s.head) for s in book.sheets if not s.hidden) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> NoReturn:
        """Raises `Refused`: a figure of a quarter has no month."""
        raise Refused(
            _(
                "{file} terbaca sebagai rekap triwulan atau semester; angkanya tidak menyebut "
                "bulan, sedangkan rekap dihitung per bulan. Kirim rekap yang dirinci per bulan."
            ).format(file=book.file),
            kind="monthly_counts",
        )


LAYOUT = TallyQuarters()
