"""How count tables are asked: scope, period and dimensions into SQL, and what nobody reported.

Every reader goes through here, so that scope and absence are dealt with in one place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.words import _
from metrics.query import Query, Scope
from metrics.result import Result

if TYPE_CHECKING:
    from metrics.engine import Snapshot
    from metrics.registry import Indicator

OFFICE_DIMS = ("office", "province")
PROVINCES = "LEFT JOIN (SELECT DISTINCT office, province FROM ref_office) o USING (office) "
TIME = {
    "year": "CAST({m} // 100 AS VARCHAR)",
    "quarter": "printf('%d-Q%d', {m} // 100, ({m} % 100 + 2) // 3)",
    "month": "printf('%d-%02d', {m} // 100, {m} % 100)",
}
TIME_KEYS = {  # what is grouped by: numbers are compared faster than the words made of them
    "year": "{m} // 100",
    "quarter": "{m} // 100, ({m} % 100 + 2) // 3",
    "month": "{m} // 100, {m} % 100",
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
    parts: list[str] = [f"({source.where})"]
    params: list[Any] = []
    if query.permit_type is not None:
        if not source.permit_types:
            raise Refused(_("Angka ini tidak dirinci menurut jenis izin."))
        parts.append("t.permit_type = ?")
        params.append(query.permit_type)
    if _limited(scope, query):
        parts.append("t.office IN (SELECT unnest(?))")
        params.append(offices_asked(snapshot, scope, query))
    if month:
        if query.first_month:
            parts.append(f"t.{month} >= ?")
            params.append(query.first_month)
        if query.last_month:
            parts.append(f"t.{month} <= ?")
            params.append(query.last_month)
    return " AND ".join(parts), params


def _limited(scope: Scope, query: Query) -> bool:
    """Whether the question leaves any office out."""
    return any(x is not None for x in (scope.offices, query.office, query.province))


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


def question(
    source: Source,
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    measures: str,
    extra: tuple[str, ...] = (),
) -> tuple[str, list[Any], list[str]]:
    """What `grouped` asks: its SQL, the parameters, and the tables that it names."""
    table = source.table_for(query.by)
    where, params = _conditions(source, snapshot, scope, query, source.month)
    dims = {name: _dim(name, source, source.month) for name in query.by}
    chosen = [f'{sql} AS "{name}"' for name, sql in dims.items()]
    chosen += [f"t.{c} AS {c}" for c in extra]
    month = f"t.{source.month}"
    groups = [TIME_KEYS[d].format(m=month) if d in TIME else sql for d, sql in dims.items()]
    groups += [f"t.{c}" for c in extra]
    text = f"SELECT {', '.join([*chosen, measures])} FROM {table} t "
    needed = [table]
    if "province" in query.by:  # a join that nobody asked for costs as much as the counting
        text += PROVINCES
        needed.append("ref_office")
    if "group" in query.by:
        text += (
            'LEFT JOIN (SELECT permit_type, any_value("group") AS "group" '
            "FROM ref_permit_type GROUP BY permit_type) p ON p.permit_type = t.permit_type "
        )
        needed.append("ref_permit_type")
    text += f"WHERE {where}"
    if groups:
        text += f" GROUP BY {', '.join(groups)} ORDER BY {', '.join(groups)}"
    return text, params, needed


def grouped(
    source: Source,
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    measures: str,
    extra: tuple[str, ...] = (),
) -> pd.DataFrame:
    """`measures` (SQL aggregates over `t`) by the dimensions asked for, and by `extra` columns,
    in the order of these."""
    return snapshot.sql(*question(source, snapshot, scope, query, measures, extra))


def as_of_day(
    indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query
) -> tuple[str | None, list[str]]:
    """The as-of day of a figure, and a note where the offices' days differ by a month or more."""
    if query.as_of is not None:
        return query.as_of.isoformat(), []
    offices, days = snapshot.last_days(indicator.kind)
    if _limited(scope, query):
        asked = set(offices_asked(snapshot, scope, query))
        mine = np.array([office in asked for office in offices], dtype=bool)
        offices, days = offices[mine], days[mine]
    known = days[~np.isnat(days)]
    if not len(known):
        return None, []
    latest = known.max()
    behind = latest - days >= np.timedelta64(31, "D")
    notes = []
    if behind.any():
        late = zip(offices[behind], days[behind], strict=True)
        names = ", ".join(f"{office} ({day})" for office, day in late)
        notes.append(
            _(
                "Kantor yang datanya berhenti lebih awal dihitung per hari terakhirnya: {names}."
            ).format(names=names)
        )
    return str(latest), notes


def source_notes(source: Source, snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
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
    indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query, tallies: bool
) -> pd.DataFrame:
    """Which groups of office and time somebody reported on, within the period asked for."""
    said = "TRUE" if tallies else "t.source <> 'tally'"
    source = Source("reporting", "month", said, permit_types=False)
    asked = query.change(permit_type=None)
    where, params = _conditions(source, snapshot, scope, asked, "month")
    dims = {d: _dim(d, source, "month") for d in query.by}
    head = "".join(f'{sql} AS "{name}", ' for name, sql in dims.items())
    text = (
        f"SELECT DISTINCT {head}1 AS told FROM reporting t "
        f"{PROVINCES if 'province' in query.by else ''}WHERE {where} AND t.kind = ?"
    )
    return snapshot.sql(text, [*params, indicator.kind], ["reporting", "ref_office"])


def with_absent(
    rows: pd.DataFrame,
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    zero: dict[str, Any],
    tallies: bool = True,
) -> pd.DataFrame:
    """`rows` with a zero row where somebody reported and had none, a missing one where not.

    Works for questions by office and time; `zero` holds the values of a reported nothing.
    `tallies` False: a monthly tally tells nothing of the figure, its office is missing here.
    """
    plain_dims = (*OFFICE_DIMS, "year", "quarter", "month")
    if not all(d in plain_dims for d in query.by):
        return rows
    told = _coverage(indicator, snapshot, scope, query, tallies)
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


def noted(rows: pd.DataFrame, missing: str, why: str) -> pd.DataFrame:
    """`rows` with a `note` on those that have no figure."""
    if rows.empty:
        return rows
    gone = rows[missing].isna().to_numpy()
    if gone.any():
        rows = rows.assign(note=[why if g else None for g in gone])
    return rows


def missing_noted(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the usual note where nobody reported anything."""
    return noted(rows, "value", _("Belum ada data yang dilaporkan untuk periode ini."))


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
            rows = rows.astype(dict.fromkeys(figures, "object"))
            rows.loc[small, figures] = None
            rows["note"] = [
                _("Kurang dari {k}, tidak ditampilkan.").format(k=scope.hide_below) if s else None
                for s in small
            ]
    return Result(indicator, query, rows.reset_index(drop=True), as_of, (*said, *notes))


def prepared(snapshot: "Snapshot", query: Query) -> "Snapshot":
    return snapshot.as_of(query.as_of) if query.as_of is not None else snapshot
