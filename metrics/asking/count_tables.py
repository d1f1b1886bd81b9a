"""How count tables are asked: scope, period and dimensions into SQL, and what nobody reported.

Every reader goes through here, so that scope and absence are dealt with in one place.
"""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.periods import last_day, month_text, quarter_text
from etl.rows import rows_of
from etl.words import _, day_words
from metrics.asking.coded import Coded, Column
from metrics.asking.lineage import ended_noted, joined_words, lineage
from metrics.asking.query import Query, Scope
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot

OFFICE_DIMS = ("office", "province")
OFFICES = "SELECT DISTINCT office, province FROM ref_office"
PROVINCES = f"LEFT JOIN ({OFFICES}) o USING (office) "
GROUPS = (
    'SELECT permit_type, any_value("group") AS "group" FROM ref_permit_type GROUP BY permit_type'
)
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
TIME_NAMES: dict[str, Callable[[int], str]] = {  # the same words
    "year": lambda month: str(month // 100),
    "quarter": quarter_text,
    "month": month_text,
}
HOLDS: dict[str, Callable[[Any, Any], bool]] = {  # of what is wanted and a value
    "=": operator.eq,
    "IN": operator.contains,
    ">=": operator.le,
    "<=": operator.ge,
}


@dataclass(frozen=True)
class Source:
    """Where a figure's counts stand: a table, its month column and a fixed condition.

    `marginals` names the table to read instead when a dimension is asked for that lives in a
    table of its own. `columns` maps dimensions to columns where the names differ.
    `tally_holds`: conditions on `f`; an office's monthly tallies that have no row for one of them
    tell nothing of the figure (issued permits alone give no share of decisions).
    """

    table: str
    month: str
    where: str = "TRUE"
    marginals: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    permit_types: bool = True
    tally_holds: tuple[str, ...] = ()

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


def _limits(
    source: Source, snapshot: "Snapshot", scope: Scope, query: Query, month: str
) -> list[tuple[str, str, Any]]:
    """What rows of the count table must meet: column, comparison and value; all of them hold."""
    limits: list[tuple[str, str, Any]] = []
    if query.permit_type is not None:
        if not source.permit_types:
            raise Refused(_("Angka ini tidak dirinci menurut jenis izin."))
        limits.append(("permit_type", "=", query.permit_type))
    if _limited(scope, query):
        limits.append(("office", "IN", offices_asked(snapshot, scope, query)))
    if month and query.first_month:
        limits.append((month, ">=", query.first_month))
    if month and query.last_month:
        limits.append((month, "<=", query.last_month))
    return limits


def conditions(
    source: Source, snapshot: "Snapshot", scope: Scope, query: Query, month: str
) -> tuple[str, list[Any]]:
    """The WHERE clause of a question, with its parameters; `t` is the count table."""
    limits = _limits(source, snapshot, scope, query, month)
    asked = [
        f"t.{column} {sign} {'(SELECT unnest(?))' if sign == 'IN' else '?'}"
        for column, sign, _value in limits
    ]
    return " AND ".join([f"({source.where})", *asked]), [value for *_said, value in limits]


def _limited(scope: Scope, query: Query) -> bool:
    """Whether the question leaves any office out."""
    return any(x is not None for x in (scope.offices, query.office, query.province))


def offices_asked(snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    """Codes of the offices that the question covers and the reader may see."""
    found: list[str] = snapshot.remembered(
        ("offices asked", query.office, query.province, query.joined),
        lambda: _offices(snapshot, query),
    )
    return [code for code in found if scope.allows(code)]


def _offices(snapshot: "Snapshot", query: Query) -> list[str]:
    table = snapshot.offices()
    if query.office is not None:
        mine = {query.office}
        if query.joined:
            mine |= set(lineage(snapshot).forerunners(query.office))
        table = table[table["office"].isin(mine)]
    if query.province is not None:
        table = table[(table["province"] == query.province) | (table["office"] == query.province)]
    return [str(code) for code in table["office"]]


def every_office(
    rows: pd.DataFrame, snapshot: "Snapshot", scope: Scope, query: Query
) -> pd.DataFrame:
    """`rows` with one of each office that the question covers, in the order of their codes."""
    asked = pd.Series(offices_asked(snapshot, scope, query), name="office", dtype="str")
    return asked.to_frame().merge(rows, on="office", how="left")


def dim_sql(name: str, source: Source, month: str) -> str:
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
    """`measures` (SQL aggregates over `t`) by the dimensions asked for, and by `extra` columns,
    in the order of these."""
    table = source.table_for(query.by)
    where, params = conditions(source, snapshot, scope, query, source.month)
    dims = {name: dim_sql(name, source, source.month) for name in query.by}
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
        text += f"LEFT JOIN ({GROUPS}) p ON p.permit_type = t.permit_type "
        needed.append("ref_permit_type")
    text += f"WHERE {where}"
    if source.tally_holds and table == "flow":
        text += f" AND {told_by_tally(source.tally_holds)}"
    if groups:
        text += f" GROUP BY {', '.join(groups)} ORDER BY {', '.join(groups)}"
    return snapshot.sql(text, params, needed)


@dataclass(frozen=True)
class ValueCounts:
    """How many cases took each value of a column, by group, in the order of group and value.

    `dims` holds the values (groups,) of each dimension; `groups` (cells,) numbers the groups
    0, 1, 2 …, `values` (cells,) and `n` (cells,) are as in `metrics.asking.distribution.spread`.
    """

    dims: dict[str, np.ndarray]
    groups: np.ndarray
    values: np.ndarray
    n: np.ndarray


def value_counts(
    source: Source, snapshot: "Snapshot", scope: Scope, query: Query, values: str
) -> ValueCounts:
    """What `grouped` would count by the dimensions asked for and by the column `values`.

    It is answered from whole numbers in memory, several times as fast as by SQL.
    """
    table = snapshot.coded(source.table_for(query.by), source.where)
    limits = _limits(source, snapshot, scope, query, source.month)
    rows = [
        table.column(column).rows(partial(HOLDS[sign], wanted)) for column, sign, wanted in limits
    ]
    columns = [_coded_dim(name, table, source, snapshot) for name in query.by]
    (*places, place), n = table.totals([*columns, table.column(values)], rows)
    opens = np.arange(len(n)) == 0  # where a cell is the first one of its group
    for codes in places:
        opens[1:] |= codes[1:] != codes[:-1]
    dims = {
        name: column.labels[codes[opens]]
        for name, column, codes in zip(query.by, columns, places, strict=True)
    }
    return ValueCounts(dims, np.cumsum(opens) - 1, table.column(values).labels[place], n)


def _coded_dim(name: str, table: Coded, source: Source, snapshot: "Snapshot") -> Column:
    """A dimension as a column of the table, named as `grouped` names it."""
    if name in TIME_NAMES:
        return table.derived(name, source.month, lambda: TIME_NAMES[name])
    if name == "province":
        return table.derived(name, "office", lambda: _looked_up(snapshot, OFFICES, "ref_office"))
    if name == "group":
        return table.derived(
            name, "permit_type", lambda: _looked_up(snapshot, GROUPS, "ref_permit_type")
        )
    return table.column(source.columns.get(name, name))


def _looked_up(snapshot: "Snapshot", query: str, table: str) -> Callable[[str], str]:
    """What `query` (two columns of `table`) gives for a value, '' where it gives nothing."""
    found = snapshot.sql(query, tables=(table,)).dropna()
    names = dict(rows_of(found))
    return lambda value: names.get(value, "")


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
    until = latest  # nobody is asked for a day behind the period
    if query.last_month is not None:
        until = min(latest, np.datetime64(last_day(query.last_month)))
    ends = lineage(snapshot).ends
    wanted = [  # an office that ended is asked for no day after its last
        min(until, np.datetime64(ends[o].day)) if o in ends else until for o in offices
    ]
    behind = np.array(wanted, "datetime64[D]") - days >= np.timedelta64(31, "D")
    notes = []
    asked_at = indicator.moment == "end" and query.last_month is not None
    if behind.any() and not asked_at:  # a stock names those it leaves out itself
        late = zip(offices[behind], days[behind], strict=True)
        names = ", ".join(
            f"{name_of(snapshot, str(office))} ({day_words(str(day))})" for office, day in late
        )
        notes.append(
            _(
                "Kantor yang datanya berhenti lebih awal dihitung per hari terakhirnya: {names}."
            ).format(names=names)
        )
    return str(latest), notes


def name_of(snapshot: "Snapshot", office: str) -> str:
    """An office's short name; its code where unknown."""
    table = snapshot.offices()
    found = table.loc[table["office"] == office, "short"]
    return str(found.iloc[0]) if len(found) and found.iloc[0] else office


def source_notes(source: Source, snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    if source.table != "flow" or query.permit_type is not None:
        return []
    where, params = conditions(source, snapshot, scope, query, source.month)
    found = snapshot.sql(
        f"SELECT t.office, bool_and({told_by_tally(source.tally_holds)}) AS told FROM flow t "
        f"WHERE {where} AND t.source = 'tally' GROUP BY t.office ORDER BY t.office",
        params,
        ["flow"],
    )
    notes = {
        True: _("Sebagian dari rekap bulanan, bukan dari berkas: {offices}."),
        False: _("Tidak dihitung, karena rekap bulanannya tidak memuat jumlah ini: {offices}."),
    }
    return [
        note.format(offices=", ".join(name_of(snapshot, str(office)) for office in named))
        for told, note in notes.items()
        if len(named := found.loc[found["told"] == told, "office"])
    ]


def told_by_tally(holds: tuple[str, ...]) -> str:
    """SQL: a row of `t` is no tally's, or that of an office whose tallies have rows for each."""
    own = "t.office IN (SELECT f.office FROM flow f WHERE f.source = 'tally' AND {})"
    held = " AND ".join(own.format(condition) for condition in holds)
    return f"(t.source <> 'tally' OR ({held}))" if held else "TRUE"


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
    rows = ended_noted(rows, snapshot, query)
    said += joined_words(snapshot, scope, query)
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
    """The snapshot that answers the question: as of its day where it names one."""
    if query.as_of is None:
        return snapshot
    from metrics.publishing.as_of import seen_on  # counting is slow to import

    return seen_on(snapshot, query.as_of)
