"""The case rows of the offices that are counted, as tables or as the files that are published."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from metrics.asking.snapshot import CASE_KINDS
from metrics.counting.facts import DuckFacts

KEY = ["office_code", "application_no"]
ORDER = {
    "applications": KEY,
    "stages": [*KEY, "started_at", "finished_at", "seq", "run_no", "stage"],
    "runs": [*KEY, "run"],
    "pauses": [*KEY, "first_idx"],
    "standing": ["office_code", "month", "application_no"],
    "payments": ["office_code", "receipt_no"],
    "complaints": ["office_code", "complaint_no"],
    "complaints_standing": ["office_code", "month", "complaint_no"],
    "bills_standing": ["office_code", "month", "billed_day", "bill_no", "receipt_no"],
    "survey_comments": ["office_code", "period", "service", "rule", "comment"],
    "survey_answers": ["office_code", "period", "service", "rule", "sheet", "respondent_no"],
}
WORKED = ("runs", "pauses", "standing")
"""Kinds that are there for every office that has applications, with no row too."""


def case_tables(facts: DuckFacts, kinds: Sequence[str] = CASE_KINDS) -> dict[str, pa.Table]:
    """An Arrow table for each of `kinds` (see `case_rows`), rows of one office together."""
    return {
        kind: facts.arrow(f"case_{kind}").sort_by([(c, "ascending") for c in ORDER[kind]])
        for kind in kinds
    }


def write_cases(facts: DuckFacts, folders: dict[str, Path]) -> None:
    """Write the case rows of each office to `<folder>/<kind>.parquet`, where it has any.

    DuckDB writes them itself: they are never all in memory.
    """
    having = {
        kind: set(facts.con.sql(_offices(facts, kind)).to_arrow_table()["office_code"].to_pylist())
        for kind in CASE_KINDS
    }
    for kind in CASE_KINDS:
        for office, folder in folders.items():
            if office in having[kind] or (kind in WORKED and office in having["applications"]):
                facts.copy(f"case_{kind}", office, ORDER[kind], folder / f"{kind}.parquet")


def _offices(facts: DuckFacts, kind: str) -> str:
    return f"SELECT DISTINCT office_code FROM ({facts.query(f'case_{kind}')})"
