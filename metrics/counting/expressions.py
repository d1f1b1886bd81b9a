"""Small Ibis pieces that every count is put together from, the same on DuckDB and Spark."""

import ibis
import ibis.expr.types as ir


def look_up(table: ir.Table, other: ir.Table, on: dict[str, str], take: dict[str, str]) -> ir.Table:
    """`table` with columns of `other` beside each row, null where there is no match.

    `on` maps columns of `table` to key columns of `other`; `take` maps new names to columns of
    `other`. `other` must hold each key once.
    """
    keys = {f"_k{i}": other[right] for i, right in enumerate(on.values())}
    side = other.select(**keys, **{new: other[old] for new, old in take.items()})
    matches = [table[left] == side[key] for left, key in zip(on, keys, strict=True)]
    return table.left_join(side, matches).select(*table.columns, *take)


def with_index(table: ir.Table, days: ir.Table, day: str, idx: str, ord_: str = "") -> ir.Table:
    """`table` (which has `cal`) with the working index of its column `day`."""
    take = {idx: "idx"} | ({ord_: "ord"} if ord_ else {})
    return look_up(table, days, {"cal": "cal", day: "day"}, take)


def month_of(day: ir.DateValue) -> ir.IntegerValue:
    """yyyymm of a date."""
    return (day.year().cast("int32") * 100 + day.month().cast("int32")).cast("int32")


def text(column: ir.StringValue) -> ir.StringValue:
    """The text itself, '' where there is none."""
    return ibis.coalesce(column, ibis.literal(""))


def tally(table: ir.Table, *dims: str) -> ir.Table:
    """How many rows there are of each combination of `dims`."""
    return table.group_by(*dims).aggregate(n=table.count())
