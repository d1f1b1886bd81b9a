"""How a figure is read from count tables: sums, rates, distributions, survival.

Each function answers a reader for `Indicator(reader=…)`. All of them filter by scope and period,
group by the dimensions asked for, and leave what nobody reported as missing, never as zero.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.words import _
from metrics.distribution import kaplan_meier, mean, quantiles, rate_interval
from metrics.periods import month_of
from metrics.query import Query, Scope
from metrics.result import Result

if TYPE_CHECKING:
    from metrics.engine import Snapshot
    from metrics.registry import Indicator

Reader = Callable[["Indicator", "Snapshot", Scope, Query], Result]
OFFICE_DIMS = ("office", "province")
TIME = {
    "year": "CAST({m} // 100 AS VARCHAR)",
    "quarter": "printf('%d-Q%d', {m} // 100, ({m} % 100 + 2) // 3)",
    "month": "printf('%d-%02d', {m} // 100, {m} % 100)",
}


@dataclass(frozen=True)
class Source:
    """Where a figure's counts stand: a table, its month column and a fixed condition.

    `marginals` names the table to read instead when a dimension is asked for that lives in a
    table of its own. `columns` maps dimensions to columns where the names differ.
    """

    table: str
    month: str
    where: str = "TRUE"
    marginals: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    permit_types: bool = True

    def table_for(self, by: Iterable[str]) -> str:
        """The table that holds every dimension asked for."""
        wanted = {self.marginals[d] for d in by if d in self.marginals}
        if len(wanted) > 1:
            raise Refused(
                _("Rincian menurut {dims} tidak tersedia bersamaan; pilih salah satu.").format(
                    dims=", ".join(d for d in by if d in self.marginals)
                )
            )
        return wanted.pop() if wanted else self.table


def _conditions(
    source: Source, snapshot: "Snapshot", scope: Scope, query: Query, month: str
) -> tuple[str, list[Any]]:
    """The WHERE clause of a question, with its parameters; `t` is the count table."""
    parts, params = [f"({source.where})"], []
    if query.permit_type is not None:
        if not source.permit_types:
            raise Refused(_("Angka ini tidak dirinci menurut jenis izin."))
        parts.append("t.permit_type = ?")
        params.append(query.permit_type)
    codes = offices_asked(snapshot, scope, query)
    parts.append("t.office IN (SELECT unnest(?))")
    params.append(codes)
    if month:
        if query.first_month:
            parts.append(f"t.{month} >= ?")
            params.append(query.first_month)
        if query.last_month:
            parts.append(f"t.{month} <= ?")
            params.append(query.last_month)
    return " AND ".join(parts), params


def offices_asked(snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    """Codes of the offices that the question covers and the reader may see."""
    table = snapshot.offices()
    if query.office is not None:
        table = table[table["office"] == query.office]
    if query.province is not None:
        table = table[(table["province"] == query.province) | (table["office"] == query.province)]
    return [code for code in table["office"] if scope.allows(code)]


def _dim(name: str, source: Source, month: str) -> str:
    if name in TIME:
        if not month:
            raise Refused(
                _("Angka ini dibaca pada satu hari; rincian menurut {dim} tidak ada.").format(
                    dim=name
                )
            )
        return TIME[name].format(m=f"t.{month}")
    if name == "office":
        return "t.office"
    if name == "province":
        return "o.province"
    if name == "group":
        return "coalesce(p.\"group\", '')"
    return f"coalesce(t.{source.columns.get(name, name)}, '')"


def grouped(
    source: Source,
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    measures: str,
    extra: tuple[str, ...] = (),
) -> pd.DataFrame:
    """`measures` (SQL aggregates over `t`) by the dimensions asked for, and by `extra` columns."""
    table = source.table_for(query.by)
    where, params = _conditions(source, snapshot, scope, query, source.month)
    dims = {name: _dim(name, source, source.month) for name in query.by}
    chosen = [f"{sql} AS \"{name}\"" for name, sql in dims.items()]
    chosen += [f"t.{c} AS {c}" for c in extra]
    groups = [*dims.values(), *(f"t.{c}" for c in extra)]
    text = (
        f"SELECT {', '.join([*chosen, measures])} FROM {table} t "
        "LEFT JOIN (SELECT DISTINCT office, province FROM ref_office) o USING (office) "
    )
    needed = [table, "ref_office"]
    if "group" in query.by:
        text += (
            'LEFT JOIN (SELECT permit_type, any_value("group") AS "group" '
            "FROM ref_permit_type GROUP BY permit_type) p ON p.permit_type = t.permit_type "
        )
        needed.append("ref_permit_type")
    text += f"WHERE {where}"
    if groups:
        text += f" GROUP BY {', '.join(groups)} ORDER BY {', '.join(groups)}"
    return snapshot.sql(text, params, needed)


def as_of_day(
    indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query
) -> tuple[str | None, list[str]]:
    """The as-of day of a figure, and a note where the offices' days differ by a month or more."""
    if query.as_of is not None:
        return query.as_of.isoformat(), []
    meta = snapshot.table("meta")
    codes = offices_asked(snapshot, scope, query)
    days = meta[(meta["kind"] == indicator.kind) & meta["office"].isin(codes)]
    if days.empty:
        return None, []
    stamps = pd.to_datetime(days["as_of"])
    latest = stamps.max()
    behind = days[(latest - stamps).dt.days >= 31]
    notes = []
    if len(behind):
        names = ", ".join(
            f"{o} ({pd.Timestamp(d).date().isoformat()})"
            for o, d in zip(behind["office"], behind["as_of"], strict=True)
        )
        notes.append(
            _("Kantor yang datanya berhenti lebih awal dihitung per hari terakhirnya: {names}.")
            .format(names=names)
        )
    return latest.date().isoformat(), notes


def _source_notes(source: Source, snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    if source.table != "flow" or query.permit_type is not None:
        return []
    where, params = _conditions(source, snapshot, scope, query, source.month)
    found = snapshot.sql(
        f"SELECT DISTINCT t.office FROM flow t WHERE {where} AND t.source = 'tally' ORDER BY 1",
        params,
        ["flow"],
    )
    if found.empty:
        return []
    return [
        _("Sebagian dari rekap bulanan, bukan dari berkas: {offices}.").format(
            offices=", ".join(found["office"])
        )
    ]


def _coverage(
    indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    """Which groups of office and time somebody reported on, within the period asked for."""
    source = Source("reporting", "month", permit_types=False)
    asked = query.change(permit_type=None)
    where, params = _conditions(source, snapshot, scope, asked, "month")
    dims = {d: _dim(d, source, "month") for d in query.by}
    head = "".join(f'{sql} AS "{name}", ' for name, sql in dims.items())
    text = (
        f"SELECT DISTINCT {head}1 AS told FROM reporting t "
        "LEFT JOIN (SELECT DISTINCT office, province FROM ref_office) o USING (office) "
        f"WHERE {where} AND t.kind = ?"
    )
    return snapshot.sql(text, [*params, indicator.kind], ["reporting", "ref_office"])


def with_absent(
    rows: pd.DataFrame,
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    zero: dict[str, Any],
) -> pd.DataFrame:
    """`rows` with a zero row where somebody reported and had none, a missing one where not.

    Works for questions by office and time; `zero` holds the values of a reported nothing.
    """
    plain_dims = (*OFFICE_DIMS, "year", "quarter", "month")
    if not all(d in plain_dims for d in query.by):
        return rows
    told = _coverage(indicator, snapshot, scope, query)
    if query.by:
        # a figure may exist where no reporting row does (an open case in a quiet month)
        rows = told.merge(rows, on=list(query.by), how="outer").drop(columns="told")
        rows = rows.sort_values(list(query.by), ignore_index=True)
        for column, value in zero.items():
            rows[column] = rows[column].fillna(value)
    elif told.empty:
        rows = rows.iloc[:0]
    if query.by == ("office",):
        every = pd.DataFrame({"office": offices_asked(snapshot, scope, query)})
        rows = every.merge(rows, on="office", how="left")
    elif not query.by and rows.empty:
        rows = pd.DataFrame([dict.fromkeys(zero, np.nan)])
    return rows


def _noted(rows: pd.DataFrame, missing: str, why: str) -> pd.DataFrame:
    """`rows` with a `note` on those that have no figure."""
    if rows.empty:
        return rows
    gone = rows[missing].isna()
    if gone.any():
        rows = rows.assign(note=[why if g else None for g in gone])
    return rows


def finish(
    rows: pd.DataFrame,
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    notes: Iterable[str] = (),
) -> Result:
    """The result with dimensions first, small counts hidden from the public, as-of and notes."""
    as_of, said = as_of_day(indicator, snapshot, scope, query)
    if scope.hide_below and "n" in rows:
        small = rows["n"].fillna(0).between(1, scope.hide_below - 1)
        figures = [c for c in rows.columns if c not in query.by]
        if small.any():
            rows = rows.astype({c: "object" for c in figures})
            rows.loc[small, figures] = None
            rows["note"] = [
                _("Kurang dari {k}, tidak ditampilkan.").format(k=scope.hide_below) if s else None
                for s in small
            ]
    return Result(indicator, query, rows.reset_index(drop=True), as_of, (*said, *notes))


def _prepared(snapshot: "Snapshot", query: Query) -> "Snapshot":
    return snapshot.as_of(query.as_of) if query.as_of is not None else snapshot


def count(source: Source, measure: str = "sum(t.n)", scale: int = 1) -> Reader:
    """A reader of how many (or, with `scale`, how much) there were."""

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = _prepared(snapshot, query)
        rows = grouped(
            source, snapshot, scope, query,
            f"CAST(sum(t.n) AS BIGINT) AS n, CAST({measure} AS BIGINT) AS value",
        )  # fmt: skip
        empty = not query.by and rows["n"].isna().all()
        rows = with_absent(
            rows.fillna({"n": 0, "value": 0}) if empty else rows,
            indicator, snapshot, scope, query, {"n": 0, "value": 0},
        )  # fmt: skip
        if scale != 1:
            rows["value"] = rows["value"].astype("float64") / scale
        rows = _noted(rows, "value", _("Belum ada data yang dilaporkan untuk periode ini."))
        rows = rows.assign(n=rows["n"].astype("Int64")) if len(rows) else rows
        if scale == 1 and len(rows):
            rows["value"] = rows["value"].astype("Int64")
        notes = _source_notes(source, snapshot, scope, query)
        return finish(rows, indicator, snapshot, scope, query, notes)

    return read


def rate(
    source: Source, numerator: str, denominator: str, n: str = "", interval: bool = True,
    scale: int = 1, why: str = "",
) -> Reader:  # fmt: skip
    """A reader of `numerator` over `denominator` (SQL sums over `t`), with an exact interval."""

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = _prepared(snapshot, query)
        cells = grouped(
            source, snapshot, scope, query,
            f"CAST(coalesce({numerator}, 0) AS BIGINT) AS numerator, "
            f"CAST(coalesce({denominator}, 0) AS BIGINT) AS denominator, "
            f"CAST(coalesce({n or denominator}, 0) AS BIGINT) AS n",
        )  # fmt: skip
        rows = cells[[*query.by, "n", "numerator", "denominator"]]
        if query.by == ("office",):
            every = pd.DataFrame({"office": offices_asked(snapshot, scope, query)})
            rows = every.merge(rows, on="office", how="left")
            rows[["n", "numerator", "denominator"]] = rows[
                ["n", "numerator", "denominator"]
            ].fillna(0)
        rows = rows.astype({"n": "int64", "numerator": "int64", "denominator": "int64"})
        above, below = rows["numerator"].to_numpy(float), rows["denominator"].to_numpy(float)
        value = np.divide(above, below, out=np.full(len(rows), np.nan), where=below > 0)
        low, high = rate_interval(above, below) if interval else (value * np.nan, value * np.nan)
        if scale != 1:
            rows = rows.assign(numerator=above / scale, denominator=below / scale)
        rows = rows.assign(value=value, low=low, high=high)
        rows = rows[[*query.by, "n", "value", "numerator", "denominator", "low", "high"]]
        reason = _(why) if why else _("Penyebutnya nol pada periode ini.")
        rows = _noted(rows, "value", reason)
        return finish(
            rows, indicator, snapshot, scope, query, _source_notes(source, snapshot, scope, query)
        )

    return read


def _groups(cells: pd.DataFrame, by: tuple[str, ...]) -> Iterable[tuple[tuple[Any, ...], pd.DataFrame]]:
    if not by:
        return [((), cells)]
    return cells.groupby(list(by), sort=True, dropna=False)


def _every_office(
    rows: pd.DataFrame, snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    if query.by != ("office",):
        return rows
    every = pd.DataFrame({"office": offices_asked(snapshot, scope, query)})
    rows = every.merge(rows, on="office", how="left")
    return rows.assign(n=rows["n"].fillna(0).astype("int64")) if len(rows) else rows


def distribution(source: Source, days: str = "days") -> Reader:
    """A reader of a distribution: n, value (the median), median, mean, p90."""

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = _prepared(snapshot, query)
        cells = grouped(
            source, snapshot, scope, query, "CAST(sum(t.n) AS BIGINT) AS n", extra=(days,)
        )
        found = []
        for key, part in _groups(cells, query.by):
            values, counts = part[days].to_numpy(), part["n"].to_numpy()
            median, p90 = quantiles(values, counts, [0.5, 0.9])
            found.append(
                (*key, int(counts.sum()), median, median, mean(values, counts), p90)
            )
        columns = [*query.by, "n", "value", "median", "mean", "p90"]
        rows = _every_office(pd.DataFrame(found, columns=columns), snapshot, scope, query)
        rows = _noted(rows, "value", _("Tidak ada yang selesai pada periode ini."))
        return finish(rows, indicator, snapshot, scope, query)

    return read


def survival(
    finished: Source, waiting: Source, days: str, age: str, done: str
) -> Reader:
    """A reader of the Kaplan-Meier median of days, the open ones censored at the as-of day.

    `done` is SQL that is true where a finished row is an end (else it is censored at `days`).
    Rows hold n, value, low, high (95 % log-log), events and open.
    """

    def read(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        snapshot = _prepared(snapshot, query)
        cells = survival_cells(finished, waiting, days, age, done, snapshot, scope, query)
        found = []
        for key, part in _groups(cells, query.by):
            curve = kaplan_meier(
                part["days"].to_numpy(), part["ended"].to_numpy(), part["censored"].to_numpy()
            )
            median, low, high = curve.median() if curve.n else (np.nan, np.nan, np.nan)
            found.append((*key, curve.n, median, low, high, curve.events, curve.n - curve.events))
        columns = [*query.by, "n", "value", "low", "high", "ended", "open"]
        rows = _every_office(pd.DataFrame(found, columns=columns), snapshot, scope, query)
        rows = _noted(rows, "value", _("Lebih dari separuh masih berjalan; median belum ada."))
        return finish(rows, indicator, snapshot, scope, query)

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


def snapshot_month(query: Query, as_of: str | None) -> int | None:
    """The last month of a question: the one asked for, else the as-of day's."""
    if query.last_month:
        return query.last_month
    return month_of(pd.Timestamp(as_of).date()) if as_of else None
