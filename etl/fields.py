"""What a record kind is made of: fields with their types, units and bounds."""

from dataclasses import dataclass, field
from typing import Literal

SQL_TYPES = {
    "text": "VARCHAR",
    "code": "VARCHAR",  # kept as written: 007 stays 007
    "office": "VARCHAR",  # region code such as 32.14; 32.1 from a number cell becomes 32.10
    "list": "VARCHAR",  # names joined with commas
    "enum": "VARCHAR",
    "month": "VARCHAR",  # 2024-05
    "period": "VARCHAR",  # 2024, 2024-05, 2024-Q3, 2024-S1
    "time": "TIMESTAMP",  # local date and time of the office
    "date": "DATE",
    "amount": "DECIMAL(18,2)",  # rupiah
    "value": "DECIMAL(18,4)",  # a target: a share as 0.875, or rupiah
    "integer": "INTEGER",
    "score": "INTEGER",  # 1..4
}


@dataclass(frozen=True)
class Field:
    """One field of a record kind.

    `required`: a row without it is rejected. `key`: part of the row's identity; a key field that
    is not required is stored as '' when blank, never null. `enum` names the list of
    `data/values.csv` that its values come from (`rule` and `element`: those of the survey rules);
    `unknown`: what a value outside that list does, kept as written or left blank with a note, or
    the row rejected. `low`, `high`: bounds of a whole number; `refunds`: an amount that may be
    given back, so below nought.
    """

    name: str
    type: str
    key: bool = False
    required: bool = False
    unit: str = ""
    enum: str = ""
    unknown: Literal["keep", "blank", "reject"] = "keep"
    low: int | None = None
    high: int | None = None
    refunds: bool = False
    about: str = ""

    @property
    def sql_type(self) -> str:
        """DuckDB type of the stored column."""
        return SQL_TYPES[self.type]


@dataclass(frozen=True)
class Kind:
    """A record kind: its fields in stored order, and pairs (earlier, later) that must not cross."""

    name: str
    title: str
    fields: tuple[Field, ...]
    order: tuple[tuple[str, str], ...] = ()
    reference: bool = False
    by_name: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key fields, in order."""
        return tuple(f.name for f in self.fields if f.key)

    def missing(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Required fields that a file with `columns` lacks: it can only add to rows that exist."""
        return tuple(name for name in self.required if name not in columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields without which a row is rejected."""
        return tuple(f.name for f in self.fields if f.required)


def office_field(required: bool = True, key: bool = True, about: str = "") -> Field:
    """The field that says whose a row is."""
    return Field("office_code", "office", key=key, required=required, about=about)
