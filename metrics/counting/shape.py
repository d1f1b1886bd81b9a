"""A counted answer as the exact Arrow table of its schema, rows in a fixed order."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyarrow as pa

from metrics.counting.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

ARROW = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DATE": pa.date32(),
    "DECIMAL(18,4)": pa.decimal128(18, 4),
}


def schema_of(columns: Mapping[str, str]) -> pa.Schema:
    """Arrow schema of columns and their SQL types."""
    return pa.schema([(c, ARROW[t]) for c, t in columns.items()])


def arrow_schema(name: str) -> pa.Schema:
    """Arrow schema of a count table."""
    return schema_of(TABLES[name])


def in_order(table: pa.Table, name: str) -> pa.Table:
    """`table` with the columns and types of its schema, sorted by all of them."""
    schema = arrow_schema(name)
    table = table.select(schema.names).cast(schema)
    if not table.num_rows:
        return table
    return table.sort_by([(column, "ascending") for column in schema.names])


def from_frame(frame: "pd.DataFrame", name: str) -> pa.Table:
    """A pandas frame as count table `name`."""
    schema = arrow_schema(name)
    return in_order(pa.Table.from_pandas(frame[schema.names], schema, preserve_index=False), name)
