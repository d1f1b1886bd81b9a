"""What is asked and who asks: the filters of a figure and the scope it may be read in."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from etl.errors import Refused
from etl.periods import months_of
from etl.words import _

TIME_DIMS = ("year", "quarter", "month")


@dataclass(frozen=True)
class Scope:
    """Who reads: a role, the offices it may see (None: all), and whether it may see case rows.

    `hide_below`: counts under this number are withheld (5 for the public, 0 for officials).
    """

    role: str = "admin"
    offices: frozenset[str] | None = None
    case_rows: bool = True
    hide_below: int = 0

    def allows(self, office: str) -> bool:
        """Whether this reader may see the figures of `office`."""
        return self.offices is None or office in self.offices


EVERYTHING = Scope()


@dataclass(frozen=True)
class Query:
    """Filters and dimensions of one figure; periods are inclusive and may be years or months.

    `joined`: the office together with those that ended in it (`metrics.asking.lineage`).
    """

    office: str | None = None
    province: str | None = None
    permit_type: str | None = None
    start: str | None = None
    end: str | None = None
    by: tuple[str, ...] = field(default=())
    as_of: date | None = None
    joined: bool = False

    def __post_init__(self) -> None:
        first, last = self.first_month, self.last_month
        if first and last and first > last:
            raise Refused(
                _("Awal periode ({start}) sesudah akhirnya ({end}); tukar keduanya.").format(
                    start=self.start, end=self.end
                )
            )

    @property
    def first_month(self) -> int | None:
        """First month (yyyymm) of the period asked for, None for no bound."""
        return months_of(self.start)[0] if self.start else None

    @property
    def last_month(self) -> int | None:
        """Last month (yyyymm) of the period asked for, None for no bound."""
        return months_of(self.end)[1] if self.end else None

    def change(self, **changes: Any) -> "Query":
        """The same question with some parts changed."""
        return replace(self, **changes)

    def filters(self) -> dict[str, str]:
        """The filters in force, for the answer's `filters` object."""
        names = {"start": "from", "end": "to"}
        return {
            names.get(k, k): str(v).lower() if v is True else str(v)
            for k, v in asdict(self).items()
            if k not in ("by",) and v is not None and v is not False
        }
