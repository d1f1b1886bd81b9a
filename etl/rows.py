"""Rows of a frame, one at a time."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple of the columns, without the index.

    pandas types every field as the union of all that a cell may hold; who asks knows what a column
    holds, so a row is not typed further.
    """
    return frame.itertuples(index=False)
