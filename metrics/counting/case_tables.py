"""The case rows as tables in the order in which they are published."""

from collections.abc import Sequence

import pyarrow as pa

from metrics.asking.snapshot import CASE_KINDS
from metrics.counting.facts import DuckFacts

KEY = ["office_code", "application_no"]
ORDER = {
    "stages": [*KEY, "started_at", "seq"],
    "runs": [*KEY, "run"],
    "pauses": [*KEY, "first_idx"],
}


def case_tables(facts: DuckFacts, kinds: Sequence[str] = CASE_KINDS) -> dict[str, pa.Table]:
    """An Arrow table for each of `kinds` (see `case_rows`), rows of one office together."""
    return {kind: facts.arrow(f"case_{kind}").sort_by(_order(kind)) for kind in kinds}


def _order(kind: str) -> list[tuple[str, str]]:
    columns = ORDER.get(kind, ["office_code"])
    return [(column, "ascending") for column in columns]
