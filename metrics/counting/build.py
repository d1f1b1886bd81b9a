"""Facts to count tables: runs the compiled definitions and puts the answers into their shape.

Answers every table of `metrics.counting.tables` as Arrow tables of integers and text, rows in a
fixed order, the same from every engine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from metrics.counting.dimensions import Places, place
from metrics.counting.facts import Facts
from metrics.counting.reference import reference_tables
from metrics.counting.shape import in_order
from metrics.counting.survey_pairs import survey_pairs
from metrics.counting.written import written_paths


@dataclass(frozen=True)
class Counted:
    """Count tables by name, and the offices they were counted for."""

    tables: Mapping[str, pa.Table]
    places: Places


def build(facts: Facts, offices: Iterable[str] | None = None, as_of: date | None = None) -> Counted:
    """All count tables of `offices` (None: all the facts name) as of `as_of` or each one's own.

    `facts` then answers the parts too: the case rows that the counts were made of.
    """
    places = place(facts, offices, as_of)
    tables = {
        step.name: in_order(facts.arrow(step.name), step.name)
        for step in facts.steps().values()
        if step.use == "count"
    }
    tables["variant"] = written_paths(facts)
    tables["survey_pair"] = survey_pairs(facts)
    tables |= reference_tables(facts, places)
    return Counted(tables, places)
