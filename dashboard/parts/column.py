"""A column of a table, drawn as a grid, as cards, or on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column of a table: the frame's field, its heading, how a value is written, a hint.

    Without `show` a value is written as it stands. Numbers keep their order when sorted.
    """

    field: str
    label: str
    show: Callable[[Any], str] | None = None
    help: str = ""
    width: int | str | None = None
    pinned: bool = False
