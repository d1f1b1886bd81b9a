"""Row by row in one pass of SQL: accepted and typed, or rejected with sheet, cell and reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import duckdb
import pyarrow as pa

from etl.checking.checks import Check, checks, off_scale, text_of
from etl.checking.convert import Converted, TextSource, convert
from etl.checking.decisions import settled
from etl.checking.repeats import Repeats, drop_repeats, number_instalments, number_runs
from etl.errors import Refused
from etl.reading.raw import ident, literal, store_arrow, temp_name
from etl.schema import Kind, element_slugs
from etl.sheets.base import CellReject
from etl.words import _

REJECT_COLUMNS = 'sheet VARCHAR, row BIGINT, "column" VARCHAR, value VARCHAR, reason VARCHAR'


@dataclass(frozen=True)
class Rules:
    """What a row is held against beside its kind: the day, offices, faults known already.

    `scope`: the offices that the person may load for; `offices`: those that are known (None: any).
    """

    today: date
    scope: frozenset[str] | None = None
    offices: frozenset[str] | None = None
    found: Sequence[CellReject] = ()


@dataclass(frozen=True)
class Staged:
    """Accepted rows in `table` (typed, with `_sheet` and `_row`), the others told in `rejects`."""

    kind: Kind
    table: str
    columns: tuple[str, ...]
    rejects: str
    read: int
    rejected: int
    duplicates: int
    notes: tuple[str, ...]
    rejected_offices: dict[str, int] = field(default_factory=dict)


def stage(con: duckdb.DuckDBPyConnection, source: TextSource, rules: Rules) -> Staged:
    """Convert and check every row of `source`; TEMP tables are made in `con`.

    Raises `Refused` for a column that cannot be read and for a survey on another scale.
    """
    source = _with_keys(source)
    converted = convert(con, source)
    if source.kind.name == "applications":
        converted = settled(con, source, converted)
    converted = _derived(source, converted)
    columns = tuple(f.name for f in source.kind.fields if f.name in converted.value)
    tests = checks(source, rules.today, rules.scope, rules.offices)
    table, rejects = temp_name("typed"), temp_name("rejects")
    _convert_table(con, table, source, converted, columns, tests, rules)
    con.execute(f"CREATE TEMP TABLE {rejects} ({REJECT_COLUMNS})")
    read, faulty = con.execute(
        f"SELECT count(*), count(*) FILTER (_fault) FROM {table}"
    ).fetchall()[0]
    offices: dict[str, int] = {}
    if source.kind.name == "survey" and faulty:
        _check_scale(con, source, converted, read)
    if faulty:
        _explain(con, source, converted, tests, table, rejects)
        _tell_found(con, rejects, rules.found)
        _count_offices(con, table, "_fault", offices)
        con.execute(f"DELETE FROM {table} WHERE _fault")
    con.execute(f"ALTER TABLE {table} DROP COLUMN _fault")
    derives_runs = source.kind.name == "stages" and "run_no" not in source.fields
    if derives_runs:
        repeats = Repeats(0, number_runs(con, table, columns))
        columns = tuple(f.name for f in source.kind.fields if f.name in (*columns, "run_no"))
    else:
        if source.kind.name == "payments" and {"bill_no", "paid_at"} <= set(columns):
            number_instalments(con, table, columns)
        label = source.label(source.kind.key[-1])
        repeats = drop_repeats(con, source.kind, table, columns, rejects, label, offices)
    staged = Staged(
        source.kind, table, columns, rejects, read, faulty + repeats.conflicts, repeats.dropped,
        (*converted.notes, *repeats.notes), offices,
    )  # fmt: skip
    return staged


def _with_keys(source: TextSource) -> TextSource:
    """The source with every key field: blank text keys '', respondents and stages by their row."""
    ready = {
        f.name: "''"
        for f in source.kind.fields
        if f.key and f.name not in source.fields and f.sql_type == "VARCHAR"
    }
    if "respondent_no" in ready:
        ready["respondent_no"] = "CAST(_row AS VARCHAR)"
    if source.kind.name == "survey" and "sheet" in ready:
        ready["sheet"] = "coalesce(_sheet, '')"
    if source.kind.name == "stages" and "seq" not in source.fields:
        ready["seq"] = "CAST(_row AS INTEGER)"
    order = [f.name for f in source.kind.fields if f.name in {*source.fields, *ready}]
    return replace(source, fields=tuple(order), ready=ready)


def _derived(source: TextSource, converted: Converted) -> Converted:
    """What follows from other columns: keys that are never null, the main type of several."""
    value = dict(converted.value)
    for f in source.kind.fields:
        if f.key and f.sql_type == "VARCHAR" and not f.required and f.name in value:
            value[f.name] = f"coalesce({value[f.name]}, '')"
    if source.kind.name == "applications" and "parts" in value and "permit_type" not in value:
        value["permit_type"] = f"nullif(trim(split_part({value['parts']}, ',', 1)), '')"
    return Converted(converted.text, value, converted.notes)


def _projection(source: TextSource, converted: Converted, columns: Sequence[str]) -> str:
    texts = [f"{converted.text[n]} AS {text_of(n)}" for n in source.fields]
    values = [f"{converted.value[n]} AS {ident(n)}" for n in columns]
    return ", ".join(["_sheet", "_row", *texts, *values])


def _convert_table(
    con: duckdb.DuckDBPyConnection,
    table: str,
    source: TextSource,
    converted: Converted,
    columns: Sequence[str],
    tests: Sequence[Check],
    rules: Rules,
) -> None:
    fault = " OR ".join(f"coalesce({t.condition}, false)" for t in tests) or "false"
    if rules.found:
        pairs = ", ".join(f"({literal(r.sheet)}, {r.row})" for r in rules.found)
        fault += f" OR (coalesce(_sheet, ''), _row) IN ({pairs})"
    listed = ", ".join(ident(n) for n in columns)
    con.execute(
        f"CREATE TEMP TABLE {table} AS SELECT {listed}, _sheet, _row, {fault} AS _fault "
        f"FROM (SELECT {_projection(source, converted, columns)} FROM {source.relation})"
    )


def _explain(
    con: duckdb.DuckDBPyConnection,
    source: TextSource,
    converted: Converted,
    tests: Sequence[Check],
    table: str,
    rejects: str,
) -> None:
    """Tell every fault of every faulty row."""
    bad = temp_name("bad")
    has_cell = con.execute(
        f"SELECT count(*) FROM (DESCRIBE {source.relation}) WHERE column_name = '_cell'"
    ).fetchall()[0][0]
    columns = list(converted.value)
    cell = ", _cell" if has_cell else ", NULL AS _cell"
    con.execute(
        f"CREATE TEMP TABLE {bad} AS SELECT {_projection(source, converted, columns)}{cell} "
        f"FROM {source.relation} SEMI JOIN (SELECT DISTINCT _sheet AS s, _row AS r FROM {table} "
        f"WHERE _fault) ON _row = r AND _sheet IS NOT DISTINCT FROM s"
    )
    for test in tests:
        label = literal(source.label(test.field))
        con.execute(
            f"INSERT INTO {rejects} SELECT _sheet, _row, coalesce(_cell, {label}), "
            f"CAST({test.value} AS VARCHAR), {literal(test.reason)} FROM {bad} "
            f"WHERE {test.condition}"
        )
    con.execute(f"DROP TABLE {bad}")


def _tell_found(con: duckdb.DuckDBPyConnection, rejects: str, found: Sequence[CellReject]) -> None:
    if found:
        told = pa.table(
            {
                "sheet": [r.sheet for r in found],
                "row": pa.array([r.row for r in found], pa.int64()),
                "column": [r.column for r in found],
                "value": [r.value for r in found],
                "reason": [r.reason for r in found],
            }
        )
        name = store_arrow(con, told, "found")
        con.execute(f"INSERT INTO {rejects} SELECT * FROM {name}")


def _count_offices(
    con: duckdb.DuckDBPyConnection, table: str, where: str, into: dict[str, int]
) -> None:
    for office, n in (
        con.execute(
            f"SELECT office_code, count(*) FROM {table} WHERE {where} AND office_code IS NOT NULL "
            "GROUP BY 1"
        ).fetchall()
        if _has_office(con, table)
        else []
    ):
        into[office] = into.get(office, 0) + n


def _has_office(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    return bool(
        con.execute(
            f"SELECT count(*) FROM (DESCRIBE {table}) WHERE column_name = 'office_code'"
        ).fetchall()[0][0]
    )


def _a_mean(con: duckdb.DuckDBPyConnection, source: TextSource, scores: Sequence[str]) -> str:
    """A score between 1 and 4 that is no whole number, where most are; "" otherwise."""
    cells = " UNION ALL ".join(
        f"SELECT trim({ident(n)}) AS cell FROM {source.relation}" for n in scores
    )
    number = "TRY_CAST(replace(cell, ',', '.') AS DOUBLE)"
    rows = con.execute(
        f"SELECT count(*) FILTER ({number} BETWEEN 1 AND 4 AND {number} <> floor({number})), "
        f"count(cell), min(cell) FILTER ({number} <> floor({number})) FROM ({cells})"
    ).fetchall()
    parts, whole, example = rows[0]
    return str(example) if parts * 2 > whole else ""


def _check_scale(
    con: duckdb.DuckDBPyConnection, source: TextSource, converted: Converted, read: int
) -> None:
    condition = off_scale(source)
    if condition is None:
        return
    scores = [n for n in source.fields if n in element_slugs()]
    projection = _projection(source, converted, scores)
    off = con.execute(
        f"SELECT count(*) FROM (SELECT {projection} FROM {source.relation}) WHERE {condition}"
    ).fetchall()[0][0]
    if off * 10 > read:
        if mean := _a_mean(con, source, scores):
            raise Refused(
                _(
                    "{off} dari {read} baris berisi nilai pecahan seperti {example}: itu "
                    "rata-rata, bukan jawaban seorang responden. Muat lembar jawabannya, satu "
                    "baris satu responden."
                ).format(off=off, read=read, example=mean)
            )
        raise Refused(
            _(
                "{off} dari {read} responden menjawab di luar skala 1–4; survei dengan skala lain "
                "bukan SKM dan tidak dapat dimuat."
            ).format(off=off, read=read)
        )
