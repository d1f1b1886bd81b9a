"""What the definitions of counts are written on: tables by name, and the steps they make of them.

Nothing is counted here. Every table is known by its columns alone, so that a definition compiles
to the same SQL whatever facts it will run over.
"""

from dataclasses import dataclass, field
from typing import Literal

import ibis
import ibis.expr.types as ir

from etl.schema import kinds
from metrics.counting.given import GIVEN

Use = Literal["keep", "count", "part"]
IBIS_TYPES = {
    "VARCHAR": "string",
    "TIMESTAMP": "timestamp",
    "DATE": "date",
    "INTEGER": "int32",
    "BIGINT": "int64",
    "DECIMAL(18,2)": "decimal(18, 2)",
    "DECIMAL(18,4)": "decimal(18, 4)",
}


@dataclass(frozen=True)
class Definition:
    """A named expression: kept as a table for others, a count table, or a part of one."""

    name: str
    use: Use
    expression: ir.Table


@dataclass(frozen=True)
class Frame:
    """The given tables of time and place (see `metrics.counting.given`)."""

    wanted: ir.Table
    office: ir.Table
    days: ir.Table
    working: ir.Table
    month_ends: ir.Table
    standards: ir.Table
    answer_days: ir.Table


@dataclass(frozen=True)
class Draft:
    """The facts by kind, the frame, and the definitions so far, each after what it needs."""

    definitions: list[Definition] = field(default_factory=list)

    def __getitem__(self, kind: str) -> ir.Table:
        columns = {f.name: IBIS_TYPES[f.sql_type] for f in kinds()[kind].fields}
        return ibis.table(columns, name=f"fact_{kind}")

    @property
    def frame(self) -> Frame:
        """The given tables."""
        known = {
            name: ibis.table({c: IBIS_TYPES[t] for c, t in columns.items()}, name=name)
            for name, columns in GIVEN.items()
        }
        return Frame(
            wanted=known["given_wanted"],
            office=known["given_office"],
            days=known["given_day"],
            working=known["given_working"],
            month_ends=known["given_month_end"],
            standards=known["given_standard"],
            answer_days=known["given_answer_days"],
        )

    def keep(self, name: str, expression: ir.Table) -> ir.Table:
        """`expression`, to be worked out once for all that read it."""
        self.definitions.append(Definition(f"kept_{name}", "keep", expression))
        return ibis.table(expression.schema(), name=f"kept_{name}")

    def kept(self, name: str) -> ir.Table:
        """What was kept under that name."""
        found = next(d for d in self.definitions if d.name == f"kept_{name}")
        return ibis.table(found.expression.schema(), name=found.name)

    def count(self, name: str, expression: ir.Table) -> None:
        """`expression` is the count table `name` of `metrics.counting.tables`."""
        self.definitions.append(Definition(name, "count", expression))

    def part(self, name: str, expression: ir.Table) -> None:
        """`expression` is asked for by name: what Python goes on with, or rows to publish."""
        self.definitions.append(Definition(name, "part", expression))
