"""Answers for one office taken out of the answer for all of them, asked but once.

For what a verdict reads beside its figure: the months and the year before. What an office's answer
says of itself (as-of day, notes) is not in the rows, so the figure itself is asked of it alone.
"""

from typing import TYPE_CHECKING

import pandas as pd

from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


class Together:
    """Reads an indicator office by office, of a province (None: all that is loaded)."""

    def __init__(
        self, snapshot: "Snapshot", scope: Scope, indicator: Indicator, province: str | None
    ) -> None:
        self.snapshot, self.scope, self.indicator = snapshot, scope, indicator
        self.province = province
        self._parts: dict[Query, tuple[Result, dict[str, pd.DataFrame]]] = {}

    def read(self, query: Query) -> Result:
        """The rows that the indicator would give for the one office of `query`.

        Asked of itself where the indicator knows no offices or the question is already by them
        and of another shape.
        """
        dims = tuple(d for d in query.by if d != "office")
        if "office" not in self.indicator.dims or query.office is None or query.joined:
            return self.indicator.read(self.snapshot, self.scope, query)
        wide = query.change(office=None, province=self.province, by=("office", *dims))
        if wide not in self._parts:
            whole = self.indicator.read(self.snapshot, self.scope, wide)
            frames = {str(o): own for o, own in whole.rows.groupby("office", sort=False)}
            self._parts[wide] = whole, frames
        whole, frames = self._parts[wide]
        rows = frames.get(query.office)
        if rows is None:  # of an office without rows the answer says why
            return self.indicator.read(self.snapshot, self.scope, query)
        if "office" not in query.by:
            rows = rows.drop(columns="office")
        return Result(self.indicator, query, rows.reset_index(drop=True), whole.as_of)
