"""Facts to count tables: runs the compiled definitions and puts the answers into their shape.

Answers every table of `metrics.counting.tables` as Arrow tables of integers and text, rows in a
fixed order, the same from every engine.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from metrics.counting.dimensions import Places, place
from metrics.counting.facts import Facts
from metrics.counting.reference import References
from metrics.counting.shape import in_order
from metrics.counting.survey_pairs import survey_pairs
from metrics.counting.written import written_paths


@dataclass(frozen=True)
class Counted:
    """Count tables by name, the offices they were counted for, and the list of permit types."""

    tables: Mapping[str, pa.Table]
    places: Places
    types: frozenset[str]

    def of(self, office: str) -> dict[str, pa.Table]:
        """The tables of one office; standards and targets with those of its province and of all.

        Permit types are those of the list and those that this office's own counts name.
        """
        own = {
            name: self._slices[name].get(office, table.slice(0, 0))
            if "office" in table.schema.names
            else table
            for name, table in self.tables.items()
        }
        codes = pa.array([office, self._provinces.get(office, office[:2]), ""])
        for name in ("ref_standard", "ref_target"):
            own[name] = _where(self.tables[name], "office", codes)
        named = self.types | set(own["flow"]["permit_type"].unique().to_pylist())
        types = pa.array(sorted(named), pa.string())
        own["ref_permit_type"] = _where(own["ref_permit_type"], "permit_type", types)
        return own

    @cached_property
    def _slices(self) -> dict[str, dict[str, pa.Table]]:
        return {name: _by_office(table) for name, table in self.tables.items()}

    @cached_property
    def _provinces(self) -> dict[str, str]:
        offices = self.places.offices
        return dict(zip(offices["office"], offices["province"], strict=True))


def _where(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table[column], value_set=values))


def _by_office(table: pa.Table) -> dict[str, pa.Table]:
    """Slices of a table that is sorted by its office column."""
    if "office" not in table.schema.names or not table.num_rows:
        return {}
    runs = pc.run_end_encode(table["office"].combine_chunks())
    starts = [0, *runs.run_ends.to_pylist()[:-1]]
    codes, ends = runs.values.to_pylist(), runs.run_ends.to_pylist()
    return {c: table.slice(a, b - a) for c, a, b in zip(codes, starts, ends, strict=True)}


def build(facts: Facts, offices: Iterable[str] | None = None, as_of: date | None = None) -> Counted:
    """All count tables of `offices` (None: all the facts name) as of `as_of` or each one's own.

    `facts` then answers the parts too: the case rows that the counts were made of.
    """
    tables = OnDemand(facts, offices, as_of)
    types = facts.frame("fact_permit_types")["permit_type"]
    return Counted(dict(tables), tables.places, frozenset(types))


class OnDemand(Mapping[str, pa.Table]):
    """The count tables by name, each worked out when it is asked for; `facts` stay in use."""

    def __init__(
        self, facts: Facts, offices: Iterable[str] | None = None, as_of: date | None = None
    ) -> None:
        self.places = place(facts, offices, as_of)
        self._facts = facts
        self._references = References(facts, self.places)
        self._made: dict[str, pa.Table] = {}
        counts = (s.name for s in facts.steps().values() if s.use == "count")
        self._names = dict.fromkeys((*counts, "variant", "survey_pair", *References.names))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._worked_out(name)
        return self._made[name]

    def _worked_out(self, name: str) -> pa.Table:
        if name in References.names:
            return self._references.table(name)
        if name == "variant":
            return written_paths(self._facts)
        if name == "survey_pair":
            return survey_pairs(self._facts)
        return in_order(self._facts.arrow(name), name)
