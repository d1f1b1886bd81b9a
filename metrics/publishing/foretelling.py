"""Counts a checked file by itself before it is loaded: the figures that it will give."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.loads import Prepared
from etl.schema import kinds
from etl.store.published import BOOK, checked, read_manifest
from metrics.asking.snapshot import Snapshot
from metrics.counting.build import OnDemand
from metrics.counting.facts import DuckFacts

MOST_ROWS = 200_000
REFERENCES = (
    "offices", "permit_types", "permit_names", "stage_map", "closures", "standards", "populations",
)  # fmt: skip


@contextmanager
def foretold(
    con: duckdb.DuckDBPyConnection,
    items: Sequence[Prepared],
    store: Path,
    offices: Sequence[str],
) -> Iterator[Snapshot | None]:
    """The counts of the checked rows of one file alone, with the references published in `store`.

    `items` lie in `con`, which holds nothing more afterwards than before. Only what is asked for is
    counted, and of `offices` alone. None where the file has no rows to count, or more than are
    counted for a look.
    """
    parts = [p for i in items for p in i.parts]
    if not parts or sum(p.read for p in parts) > MOST_ROWS:
        yield None
        return
    sources = _references(store)
    for kind in {p.kind for p in parts}:
        tables = [f"SELECT * FROM {p.table}" for p in parts if p.kind == kind]
        own = " UNION ALL BY NAME ".join(tables)
        if kind in sources:
            own += f" UNION ALL BY NAME SELECT * FROM {sources[kind]}"
        sources[kind] = f"({own})"
    facts = DuckFacts(con, sources)
    try:
        counts = OnDemand(facts, offices)
        places = counts.places.offices["office"]
        entries = {str(code): {"path": "none", "source": "records"} for code in places}
        snapshot = Snapshot(store, {"version": 1, "offices": entries}, counts)
        try:
            yield snapshot
        finally:
            snapshot.close()
    finally:
        facts.close()


def _references(store: Path) -> dict[str, str]:
    """Kind → SQL relation of the reference facts that are published; {} in a new store."""
    manifest = read_manifest(store)
    found: dict[str, str] = {}
    for kind in REFERENCES if manifest else ():
        path = checked(store, manifest["store"], f"{kind}.parquet", BOOK) if manifest else None
        if path is not None and kind in kinds():
            quoted = str(path).replace("'", "''")
            found[kind] = f"read_parquet('{quoted}')"
    return found
