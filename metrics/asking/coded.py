"""Rows of a count table as whole numbers, for figures that need the count of every single value.

A median cannot be summed: each question about it wants the count of each day in each group. Texts
are numbered in their order once; a question then compares and adds whole numbers in memory.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

DENSE = 2**20
"""So many possible combinations are counted in one pass; of more, only those that occur."""


@dataclass(frozen=True)
class Column:
    """One column: its distinct values `labels` in order, and `codes` (rows,), the place of each
    row's value among them.
    """

    labels: np.ndarray
    codes: np.ndarray

    def named(self, name: Callable[[Any], Any]) -> "Column":
        """The column of what `name` makes of each value; values of one name become one."""
        names = np.array([name(label) for label in self.labels], dtype=object)
        return _ordered(names, self.codes)

    def rows(self, wanted: Callable[[Any], bool]) -> np.ndarray:
        """Of each row (rows,), whether its value is wanted."""
        return np.array([wanted(label) for label in self.labels], dtype=bool)[self.codes]


def _ordered(names: np.ndarray, codes: np.ndarray) -> Column:
    labels, places = np.unique(names, return_inverse=True)
    return Column(labels, places.astype(np.int32)[codes])


class Coded:
    """The rows of a count table, each column numbered; what is derived from them is kept."""

    def __init__(self, table: pa.Table) -> None:
        self.n = table["n"].to_numpy()
        self._columns = {name: _numbered(table[name]) for name in table.column_names if name != "n"}
        self._derived: dict[tuple[str, str], Column] = {}

    def column(self, name: str) -> Column:
        """A column of the table; a missing text is ''."""
        return self._columns[name]

    def derived(self, name: str, of: str, how: Callable[[], Callable[[Any], Any]]) -> Column:
        """The column `name`: what `how()` makes of each value of column `of`; worked out once."""
        if (name, of) not in self._derived:
            self._derived[name, of] = self._columns[of].named(how())
        return self._derived[name, of]

    def totals(
        self, columns: Sequence[Column], conditions: Sequence[np.ndarray]
    ) -> tuple[list[np.ndarray], np.ndarray]:
        """The sum of `n`, which is at least 1, for each combination of values that occurs.

        Rows count where all `conditions` (rows,) hold. Returns the places (cells,) of each
        column's values among its labels, and the sums (cells,), in the order of the places.
        """
        rows = np.logical_and.reduce(conditions) if conditions else slice(None)
        codes = [column.codes[rows] for column in columns]
        n = self.n[rows]
        sizes = [max(len(column.labels), 1) for column in columns]
        possible = math.prod(sizes)
        if possible <= max(DENSE, len(n)):
            sums = np.bincount(np.ravel_multi_index(codes, sizes), n, possible).astype(np.int64)
            found = np.flatnonzero(sums)
            return list(np.unravel_index(found, sizes)), sums[found]
        summed = pd.Series(n).groupby(codes, sort=True).sum()
        places = [summed.index.get_level_values(i).to_numpy() for i in range(len(codes))]
        return places, summed.to_numpy()


def _numbered(values: pa.ChunkedArray) -> Column:
    if pa.types.is_string(values.type):
        values = values.fill_null("")
    one = values.combine_chunks().dictionary_encode()
    return _ordered(one.dictionary.to_numpy(zero_copy_only=False), one.indices.to_numpy())
