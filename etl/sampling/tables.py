"""Arrow tables in the shape of the record kinds, and the numbers that papers carry."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.schema import kinds

ARROW_TYPES = {
    "TIMESTAMP": pa.timestamp("us"),
    "DATE": pa.date32(),
    "INTEGER": pa.int32(),
    "DECIMAL(18,2)": pa.decimal128(18, 2),
    "DECIMAL(18,4)": pa.decimal128(18, 4),
    "VARCHAR": pa.string(),
}


def table(kind: str, columns: dict[str, Any], length: int | None = None) -> pa.Table:
    """A table of a record kind: every field of the schema in its order and type.

    A column may be an array, a list or one value for all rows; fields not given are null. Amounts
    come as whole numbers of sen (1/100 rupiah).
    """
    known = kinds()[kind]
    if unknown := set(columns) - set(known.by_name):
        raise ValueError(f"{kind} has no field {sorted(unknown)}")
    if length is None:
        length = next(len(c) for c in columns.values() if not _single(c))
    made = [_column(columns.get(f.name), ARROW_TYPES[f.sql_type], length) for f in known.fields]
    return pa.table(made, names=[f.name for f in known.fields])


def _single(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float) or not hasattr(value, "__len__")


def _column(value: Any, kind: pa.DataType, length: int) -> pa.Array:
    if _single(value):
        return pa.repeat(pa.scalar(value, kind), length)
    if pa.types.is_decimal(kind) and isinstance(value, np.ndarray) and value.dtype.kind in "if":
        return sen(value, kind)
    if isinstance(value, pa.Array | pa.ChunkedArray):
        return value.cast(kind)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return pa.array(np.nan_to_num(value).astype(np.int64), mask=np.isnan(value)).cast(kind)
    return pa.array(value, kind, from_pandas=True)


def sen(amounts: np.ndarray, kind: pa.DataType) -> pa.Array:
    """Whole sen (NaN: none) as decimal rupiah, exactly: the digits are moved, never divided."""
    if amounts.dtype.kind == "f":
        missing = np.isnan(amounts)
        amounts = np.nan_to_num(amounts).astype(np.int64)
    else:
        missing = np.zeros(len(amounts), bool)
    halves = np.zeros((len(amounts), 2), np.int64)  # little-endian 128-bit integers
    halves[:, 0] = amounts * 10 ** (kind.scale - 2)
    valid = pa.array(~missing).buffers()[1]
    return pa.Array.from_buffers(kind, len(amounts), [valid, pa.py_buffer(halves)])


def number(prefix: str, year: np.ndarray, order: np.ndarray, width: int = 5) -> pa.Array:
    """Numbers of papers such as 'PM-2024-00012'."""
    return pc.binary_join_element_wise(
        pa.repeat(prefix, len(year)), _text(year), pc.utf8_lpad(_text(order), width, "0"), "-"
    )


def _text(values: np.ndarray) -> pa.Array:
    return pa.array(values.astype(np.int64)).cast(pa.string())


def pick(names: np.ndarray, index: np.ndarray) -> pa.Array:
    """`names[index]` as text, null where the index is negative; one dictionary look-up a row."""
    indices = pa.array(index.astype(np.int32), mask=index < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(names, pa.string())).cast(pa.string())


def within_year(years: np.ndarray) -> np.ndarray:
    """Running number from 1 within each year of `years` (which need not be sorted)."""
    order = np.argsort(years, kind="stable")
    ordered = years[order]
    first = np.searchsorted(ordered, ordered)
    result = np.empty(len(years), np.int64)
    result[order] = np.arange(len(years)) - first + 1
    return result


def years_of(times: np.ndarray) -> np.ndarray:
    """Calendar years of datetime64 values."""
    return times.astype("datetime64[Y]").astype(int) + 1970


def empty(kind: str) -> pa.Table:
    """A table of a kind without rows."""
    return table(kind, {}, 0)


def joined(kind: str, parts: list[pa.Table]) -> pa.Table:
    """All parts of a kind in one table."""
    return pa.concat_tables(parts).combine_chunks() if parts else empty(kind)
