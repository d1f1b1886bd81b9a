"""Who reported nothing and who said nothing: silence is never nought."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.words import _
from metrics.asking.count_tables import (
    OFFICE_DIMS,
    PROVINCES,
    Source,
    conditions,
    dim_sql,
    every_office,
    told_by_tally,
)
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot


def _coverage(
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    tallies: bool,
    holds: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Which groups of office and time somebody reported on, within the period asked for.

    `holds`: what a tally must hold somewhere to tell anything of the figure.
    """
    said = told_by_tally(holds) if tallies else "t.source <> 'tally'"
    source = Source("reporting", "month", said, permit_types=False)
    asked = query.change(permit_type=None)
    where, params = conditions(source, snapshot, scope, asked, "month")
    dims = {d: dim_sql(d, source, "month") for d in query.by}
    head = "".join(f'{sql} AS "{name}", ' for name, sql in dims.items())
    text = (
        f"SELECT DISTINCT {head}1 AS told FROM reporting t "
        f"{PROVINCES if 'province' in query.by else ''}WHERE {where} AND t.kind = ?"
    )
    return snapshot.sql(text, [*params, indicator.kind], ["reporting", "ref_office", "flow"])


def only_tallied(
    indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query, holds: tuple[str, ...]
) -> bool:
    """Whether monthly tallies were reported in the period asked for, and none holds such rows."""
    asked = query.change(by=())
    return _coverage(indicator, snapshot, scope, asked, True, holds).empty and bool(
        len(_coverage(indicator, snapshot, scope, asked, True))
    )


def with_absent(
    rows: pd.DataFrame,
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    zero: dict[str, Any],
    tallies: bool = True,
    holds: tuple[str, ...] = (),
) -> pd.DataFrame:
    """`rows` with a zero row where somebody reported and had none, a missing one where not.

    Works for questions by office and time; `zero` holds the values of a reported nothing.
    `tallies` False: a monthly tally tells nothing of the figure, its office is missing here;
    `holds`: nor does one that holds no such row.
    """
    plain_dims = (*OFFICE_DIMS, "year", "quarter", "month")
    if not all(d in plain_dims for d in query.by):
        return rows
    told = _coverage(indicator, snapshot, scope, query, tallies, holds)
    if query.by:
        # a figure may exist where no reporting row does (an open case in a quiet month)
        rows = told.merge(rows, on=list(query.by), how="outer").drop(columns="told")
        rows = rows.sort_values(list(query.by), ignore_index=True)
        for column, value in zero.items():
            rows[column] = rows[column].fillna(value)
    elif told.empty:
        rows = rows.iloc[:0]
    if query.by == ("office",):
        rows = every_office(rows, snapshot, scope, query)
    elif not query.by and rows.empty:
        rows = pd.DataFrame([dict.fromkeys(zero, np.nan)])
    return rows


def noted(rows: pd.DataFrame, missing: str, why: str) -> pd.DataFrame:
    """`rows` with a `note` on those that have no figure."""
    if rows.empty:
        return rows
    gone = rows[missing].isna().to_numpy()
    if gone.any():
        rows = rows.assign(
            note=pd.Series([why if g else None for g in gone], rows.index, dtype=object)
        )
    return rows


def silence_noted(
    rows: pd.DataFrame,
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    tallies: bool,
    holds: tuple[str, ...] = (),
) -> pd.DataFrame:
    """`rows` whose note says of those without a figure that nobody told of them, where that is
    why: that there was none is known only of what was reported.

    `tallies`: a monthly tally tells of the figure too, if it `holds` what the figure is made of.
    """
    if rows.empty or query.by not in ((), ("office",)) or not rows["value"].isna().any():
        return rows
    told = _coverage(indicator, snapshot, scope, query, tallies, holds)
    tallied = _coverage(indicator, snapshot, scope, query, True)
    if query.by:
        known, some = set(told["office"]), set(tallied["office"])
        silent = [o not in known for o in rows["office"]]
        only = [o in some for o in rows["office"]]
    else:
        silent, only = [told.empty] * len(rows), [not tallied.empty] * len(rows)
    nobody = _("Belum ada data yang dilaporkan untuk periode ini.")
    tally = _("Hanya rekap bulanan yang dilaporkan; angka ini perlu data rinci.")
    if holds:
        tally = _("Rekap bulanan yang dimuat tidak memuat jumlah ini.")
    notes = [
        (tally if t else nobody) if s and pd.isna(v) else note
        for s, t, v, note in zip(silent, only, rows["value"], rows["note"], strict=True)
    ]
    return rows.assign(note=pd.Series(notes, rows.index, dtype=object))


def tally_noted(
    rows: pd.DataFrame, indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    """`rows` whose note "nothing reported" names the monthly tally where one was reported."""
    if "note" not in rows:
        return rows
    nobody = rows["note"].eq(_("Belum ada data yang dilaporkan untuk periode ini."))
    if not nobody.any():
        return rows
    told = silence_noted(rows, indicator, snapshot, scope, query, False)
    return rows.assign(note=told["note"].where(nobody, rows["note"]))


def missing_noted(rows: pd.DataFrame, tallied: bool = False) -> pd.DataFrame:
    """`rows` with the usual note where nobody reported anything; `tallied`: but a monthly tally."""
    if tallied:
        return noted(rows, "value", _("Rekap bulanan yang dimuat tidak memuat jumlah ini."))
    return noted(rows, "value", _("Belum ada data yang dilaporkan untuk periode ini."))
