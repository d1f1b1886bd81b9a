"""Records of one office counted as the store's would be, for tests that make their own cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from etl.schema import columns_sql, kinds
from metrics.asking.snapshot import Snapshot
from metrics.counting.build import build
from metrics.counting.dimensions import Places, place
from metrics.counting.facts import DuckFacts, from_store
from metrics.whatif.record import Record, from_cases

OFFICE = "32.14"
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Built:
    """The counts of some records, the cases worked out on the way, and their record."""

    snapshot: Snapshot
    facts: DuckFacts
    record: Record


def at(day: date, hour: int = 9) -> datetime:
    """A moment of `day`."""
    return datetime(day.year, day.month, day.day, hour)


def told(
    applications: Rows, week: int, closed: Iterable[date], others: dict[str, Rows]
) -> DuckFacts:
    """The records as the facts of a store: one office unless `offices` are among the others."""
    con = duckdb.connect()
    for kind in kinds():
        con.execute(f"CREATE TABLE current_{kind} ({columns_sql(kind)}, _batch INTEGER)")
    rows: dict[str, Rows] = {
        "offices": [
            {"office_code": OFFICE, "name": "Kantor", "province_code": "32", "working_week": week}
        ],
        "applications": applications,
        "closures": [{"office_code": OFFICE, "date": day, "reason": "tutup"} for day in closed],
        **others,
    }
    for kind, items in rows.items():
        frame = pd.DataFrame([dict(item) for item in items])
        if len(frame):
            con.register("given", frame)
            con.execute(f"INSERT INTO current_{kind} BY NAME SELECT * FROM given")
    return from_store(con)


def snapshot_of(applications: Rows, **others: Rows) -> Snapshot:
    """The counts of `applications` and other kinds, to be asked for figures."""
    counted = build(told(applications, 5, (), others))
    return _snapshot(counted.tables, counted.places)


def _snapshot(tables: Mapping[str, pa.Table], places: Places) -> Snapshot:
    entries = {code: {"path": "none", "source": "records"} for code in places.offices["office"]}
    return Snapshot(Path(), {"version": 1, "offices": entries}, tables)


def built(
    applications: Rows, *, week: int = 5, closed: Iterable[date] = (), **others: Rows
) -> Built:
    """Count `applications` and other kinds (stages=…, standards=…)."""
    facts = told(applications, week, closed, others)
    counted = build(facts)
    record = from_cases(facts, counted.places)
    return Built(_snapshot(counted.tables, counted.places), facts, record)


def record_of(
    applications: Rows, *, week: int = 5, closed: Iterable[date] = (), **others: Rows
) -> Record:
    """The record of one office, without counting anything: quicker than `built`."""
    facts = told(applications, week, closed, others)
    return from_cases(facts, place(facts, None, None))
