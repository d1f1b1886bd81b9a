"""The kinds of reader an indicator is made of: counts, rates, distributions, survival.

Each function answers a reader for `Indicator(reader=…)`. All of them filter by scope and period,
group by the dimensions asked for, and leave what nobody reported as missing, never as zero.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.rows import rows_of
from etl.words import _
from metrics.asking.absent import (
    missing_noted,
    noted,
    only_tallied,
    silence_noted,
    with_absent,
)
from metrics.asking.count_tables import (
    Source,
    ValueCounts,
    every_office,
    finish,
    grouped,
    prepared,
    source_notes,
    value_counts,
)
from metrics.asking.distribution import kaplan_meier, mean, quantiles, rate_interval, spread
from metrics.asking.query import Query, Scope
from metrics.asking.result import Result
from metrics.asking.untold import COLUMN, Lost, Untold, each, with_untold

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot

__all__ = ["Reader", "Source", "count", "distribution", "grouped", "prepared", "rate", "survival"]

RECORDS_ALONE = "t.source = 'records'"
"""In the condition of a source: what a monthly tally tells nothing of."""

Reader = Callable[["Indicator", "Snapshot", Scope, Query], Result]


def count(source: Source, measure: str = "sum(t.n)", scale: int = 1, untold: Lost = None) -> Reader:
    """A reader of how many (or, with `scale`, how much) there were."""
    lost = _lost(untold)

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = prepared(snapshot, query)
        rows = grouped(
            source, snapshot, scope, query,
            f"CAST(sum(t.n) AS BIGINT) AS n, CAST({measure} AS BIGINT) AS value{lost}",
        )  # fmt: skip
        if lost:
            rows["n"] -= rows[COLUMN]
        empty = not query.by and rows["n"].isna().all()
        rows = with_absent(
            rows.fillna({"n": 0, "value": 0}) if empty else rows,
            indicator, snapshot, scope, query, {"n": 0, "value": 0}, holds=source.tally_holds,
        )  # fmt: skip
        if scale != 1:
            rows["value"] = rows["value"].astype("float64") / scale
        gone = bool(source.tally_holds and len(rows) and rows["value"].isna().any())
        tallied = gone and only_tallied(indicator, snapshot, scope, query, source.tally_holds)
        rows = missing_noted(rows, tallied)
        rows = rows.assign(n=rows["n"].astype("Int64")) if len(rows) else rows
        if scale == 1 and len(rows):
            rows["value"] = rows["value"].astype("Int64")
        rows, said = with_untold(rows, untold, "n", snapshot, scope, query)
        notes = source_notes(source, snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query, [*notes, *said])

    return read


def _lost(untold: Lost) -> str:
    """The column of what is not told, where the figure's own counts hold it."""
    own = next((u for u in each(untold) if u.source is None), None)
    return f", CAST(coalesce({own.count}, 0) AS BIGINT) AS {COLUMN}" if own else ""


def rate(
    source: Source, numerator: str, denominator: str, n: str = "", interval: bool = True,
    scale: int = 1, why: str = "", untold: Lost = None,
) -> Reader:  # fmt: skip
    """A reader of `numerator` over `denominator` (SQL sums over `t`), with an exact interval."""
    lost = _lost(untold)
    own = ["n", "numerator", "denominator", *([COLUMN] if lost else [])]

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = prepared(snapshot, query)
        cells = grouped(
            source, snapshot, scope, query,
            f"CAST(coalesce({numerator}, 0) AS BIGINT) AS numerator, "
            f"CAST(coalesce({denominator}, 0) AS BIGINT) AS denominator, "
            f"CAST(coalesce({n or denominator}, 0) AS BIGINT) AS n{lost}",
        )  # fmt: skip
        rows = cells[[*query.by, *own]]
        if query.by == ("office",):
            rows = every_office(rows, snapshot, scope, query)
            rows[own] = rows[own].fillna(0)
        rows = rows.astype(dict.fromkeys(own, "int64"))
        above, below = rows["numerator"].to_numpy(float), rows["denominator"].to_numpy(float)
        value = np.divide(above, below, out=np.full(len(rows), np.nan), where=below > 0)
        low, high = rate_interval(above, below) if interval else (value * np.nan, value * np.nan)
        if scale != 1:
            rows = rows.assign(numerator=above / scale, denominator=below / scale)
        rows = rows.assign(value=value, low=low, high=high)
        rows = rows[[*query.by, "n", "value", *own[1:], "low", "high"]]
        reason = _(why) if why else _("Penyebutnya nol pada periode ini.")
        rows = noted(rows, "value", reason)
        tallies = source.table.startswith("flow") and RECORDS_ALONE not in source.where
        rows = silence_noted(rows, indicator, snapshot, scope, query, tallies, source.tally_holds)
        rows, said = with_untold(rows, untold, "denominator", snapshot, scope, query)
        notes = source_notes(source, snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query, [*notes, *said])

    return read


def met_by_due(subject: str, why: str, untold: str, permit_types: bool = True) -> Reader:
    """A reader of the share that met its due day, of the `subject`'s cases due in the period;
    `untold` is the sentence about those of which nobody told when they ended."""
    return rate(
        Source("due", "due_month", f"t.subject = '{subject}'", permit_types=permit_types),
        "sum(t.n * t.met)",
        "sum(t.n) FILTER (WHERE t.met IS NOT NULL)",
        why=why,
        untold=Untold("sum(t.n) FILTER (WHERE t.met IS NULL)", untold),
    )


def _groups(
    cells: pd.DataFrame, by: tuple[str, ...]
) -> Iterable[tuple[tuple[Any, ...], pd.DataFrame]]:
    if not by:
        return [((), cells)]
    return cells.groupby(list(by), sort=True, dropna=False)


def _none_where_silent(
    rows: pd.DataFrame, snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    if query.by != ("office",):
        return rows
    rows = every_office(rows, snapshot, scope, query)
    return rows.assign(n=rows["n"].fillna(0).astype("int64")) if len(rows) else rows


def distribution(source: Source, days: str = "days", untold: Untold | None = None) -> Reader:
    """A reader of a distribution: n, value (the median), median, mean, p90."""

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = prepared(snapshot, query)
        counts = value_counts(source, snapshot, scope, query, days)
        rows = _none_where_silent(_spread_rows(counts), snapshot, scope, query)
        rows = noted(rows, "value", _("Tidak ada yang selesai pada periode ini."))
        rows = silence_noted(rows, indicator, snapshot, scope, query, False)
        rows, said = with_untold(rows, untold, "n", snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query, said)

    return read


def _spread_rows(counts: ValueCounts) -> pd.DataFrame:
    """One row a group; where nothing is asked by and there is no case, one row says so."""
    if not counts.dims and not len(counts.n):
        lacking = dict.fromkeys(("value", "median", "mean", "p90"), float("nan"))
        return pd.DataFrame([{"n": 0} | lacking])
    found = spread(counts.groups, counts.values, counts.n, [0.5, 0.9])
    median, p90 = found.quantiles.T
    figures = {"n": found.n, "value": median, "median": median, "mean": found.mean, "p90": p90}
    return pd.DataFrame(counts.dims | figures)


def survival(
    finished: Source, waiting: Source, days: str, age: str, done: str, none: str,
    untold: Untold | None = None,
) -> Reader:  # fmt: skip
    """A reader of the Kaplan-Meier median of days, the open ones censored at the as-of day.

    `done` is SQL that is true where a finished row is an end (else it is censored at `days`);
    `none` the sentence where there is no case at all. Rows hold n, value, low, high (95 % log-log)
    and p90 of the curve, ended and open; also the median and mean of the finished ones alone
    (`ended_median`, `ended_mean`).
    """

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = prepared(snapshot, query)
        cells = survival_cells(finished, waiting, days, age, done, snapshot, scope, query)
        found = []
        for key, part in _groups(cells, query.by):
            curve = kaplan_meier(
                part["days"].to_numpy(), part["ended"].to_numpy(), part["censored"].to_numpy()
            )
            median, low, high = curve.median() if curve.n else (np.nan, np.nan, np.nan)
            p90 = curve.day_of(0.9) if curve.n else np.nan
            row = [*key, curve.n, median, low, high, p90, curve.events, curve.n - curve.events]
            values, ended = part["days"].to_numpy(), part["ended"].to_numpy()
            found.append([*row, *quantiles(values, ended, [0.5]), mean(values, ended)])
        columns = [
            *query.by, "n", "value", "low", "high", "p90", "ended", "open", "ended_median",
            "ended_mean",
        ]  # fmt: skip
        rows = _none_where_silent(pd.DataFrame(found, columns=columns), snapshot, scope, query)
        rows = noted(rows, "value", _("Lebih dari separuh masih berjalan; median belum ada."))
        if len(rows) and (rows["n"] == 0).any():
            words = [_(none) if n == 0 else w for n, w in rows_of(rows[["n", "note"]])]
            rows = rows.assign(note=pd.Series(words, rows.index, dtype=object))
        rows = silence_noted(rows, indicator, snapshot, scope, query, False)
        rows, said = with_untold(rows, untold, "ended", snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query, said)

    return read


def survival_cells(
    finished: Source, waiting: Source, days: str, age: str, done: str,
    snapshot: "Snapshot", scope: Scope, query: Query,
) -> pd.DataFrame:  # fmt: skip
    """Counts at risk by the dimensions asked for: columns days, ended, censored."""
    ends = grouped(
        finished, snapshot, scope, query,
        f"CAST(sum(CASE WHEN {done} THEN t.n ELSE 0 END) AS BIGINT) AS ended, "
        f"CAST(sum(CASE WHEN {done} THEN 0 ELSE t.n END) AS BIGINT) AS censored",
        extra=(days,),
    ).rename(columns={days: "days"})  # fmt: skip
    still = grouped(
        waiting, snapshot, scope, query, "CAST(sum(t.n) AS BIGINT) AS censored", extra=(age,)
    ).rename(columns={age: "days"})
    cells = pd.concat([ends, still.assign(ended=0)], ignore_index=True)
    return cells[cells["days"].notna()]
