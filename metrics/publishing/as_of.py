"""The published figures as they would have been on another day, counted again from case rows."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa

from etl.store.published import BOOK, checked
from metrics.asking.snapshot import Snapshot
from metrics.counting.tables import TABLES
from metrics.publishing.publish import REFERENCE_FACTS

if TYPE_CHECKING:
    from metrics.counting.facts import DuckFacts


def seen_on(snapshot: Snapshot, day: date) -> Snapshot:
    """The same store seen as of `day`; the last few days asked for are kept."""
    return snapshot.on_day(
        day, lambda: Snapshot(snapshot.store, snapshot.manifest, counts_as_of(snapshot, day))
    )


def published_facts(snapshot: Snapshot, offices: Sequence[str]) -> "DuckFacts":
    """The facts that the published case rows of `offices` tell, with the references they need."""
    from metrics.counting.facts import from_parquet

    files = {
        kind: [path for office in offices if (path := snapshot.case_file(kind, office))]
        for kind in ("applications", "stages", "payments", "complaints")
    }
    book = snapshot.manifest["store"]
    references = {
        kind: [path]
        for kind in REFERENCE_FACTS
        if kind != "survey_counts"
        and (path := checked(snapshot.store, book, f"{kind}.parquet", BOOK))
    }
    return from_parquet(files | references)


def counts_as_of(snapshot: Snapshot, day: date) -> dict[str, pa.Table]:
    """Every count table as it would have been on `day`, from the published case rows.

    Offices known by counts alone keep the counts they sent.
    """
    from metrics.counting.build import build

    entries = snapshot.manifest.get("offices", {})
    with_cases = [
        c
        for c in entries
        if snapshot.case_file("applications", c) or entries[c]["source"] != "recap"
    ]
    tables = build(published_facts(snapshot, list(entries)), with_cases, day).tables
    answer = {}
    for name, table in tables.items():
        kept = _kept(snapshot, name, with_cases)
        answer[name] = pa.concat_tables([table, kept]) if kept is not None else table
    return answer


def _kept(snapshot: Snapshot, name: str, recounted: list[str]) -> pa.Table | None:
    """Published rows that a recount does not touch: surveys, and offices without case rows."""
    from metrics.counting.shape import in_order

    if "office" not in TABLES[name]:
        return None
    gone = [] if name.startswith("survey_") else recounted
    where = "office NOT IN (SELECT unnest(?))" if gone else "?::VARCHAR[] IS NULL OR TRUE"
    rows = snapshot.arrow(f"SELECT * FROM {name} WHERE {where}", [gone], (name,))
    return in_order(rows, name)
