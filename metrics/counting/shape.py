"""A counted expression as the exact Arrow table of its schema, rows in a fixed order."""

import pyarrow as pa

from metrics.counting.facts import Facts
from metrics.counting.tables import TABLES

ARROW = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DATE": pa.date32(),
    "DECIMAL(18,4)": pa.decimal128(18, 4),
}


def arrow_schema(name: str) -> pa.Schema:
    """Arrow schema of a count table."""
    return pa.schema([(c, ARROW[t]) for c, t in TABLES[name].items()])


def in_order(table: pa.Table, name: str) -> pa.Table:
    """`table` with the columns and types of its schema, sorted by all of them."""
    schema = arrow_schema(name)
    table = table.select(schema.names).cast(schema)
    if not table.num_rows:
        return table
    return table.sort_by([(column, "ascending") for column in schema.names])


def shaped(facts: Facts, expression: object, name: str) -> pa.Table:
    """The rows of an Ibis expression as count table `name`."""
    return in_order(facts.backend.to_pyarrow(expression), name)


def from_frame(frame: object, name: str) -> pa.Table:
    """A pandas frame as count table `name`."""
    schema = arrow_schema(name)
    return in_order(pa.Table.from_pandas(frame[schema.names], schema, preserve_index=False), name)  # type: ignore[index]
