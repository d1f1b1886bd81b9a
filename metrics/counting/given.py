"""The small tables of time and place that counts join to: their columns, the only list of them.

They are worked out in pandas (`dimensions`, `standards`, `complaint_days`) and given to the
engine before it counts.
"""

from typing import TYPE_CHECKING

from metrics.counting.shape import schema_of

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

TEXT, INT, DAY = "VARCHAR", "INTEGER", "DATE"
AS_OF_KINDS = ("applications", "complaints", "payments", "survey")
"""Kinds that speak for themselves in an as-of day; stages belong to applications."""

GIVEN: dict[str, dict[str, str]] = {
    "given_wanted": {"office": TEXT},
    "given_office": {
        "office": TEXT, "province": TEXT, "cal": INT, **{f"as_of_{k}": DAY for k in AS_OF_KINDS},
    },
    "given_day": {"cal": INT, "day": DAY, "idx": INT, "ord": INT},
    "given_working": {"cal": INT, "idx": INT, "day": DAY},
    "given_month_end": {"office": TEXT, "cal": INT, "kind": TEXT, "month": INT, "snap": DAY},
    "given_standard": {
        "office": TEXT, "permit_type": TEXT, "rank": INT, "first": DAY, "until": DAY,
        "standard": INT,
    },
    "given_answer_days": {"category": TEXT, "working_days": INT},
}  # fmt: skip


def given(name: str, frame: "pd.DataFrame") -> "pa.Table":
    """`frame` as the given table `name`, with exactly its columns and types."""
    import pyarrow as pa

    schema = schema_of(GIVEN[name])
    return pa.Table.from_pandas(frame[schema.names], schema, preserve_index=False)
