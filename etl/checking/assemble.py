"""Puts tables under canonical names, fills in what the options say, and has them checked."""

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from etl.checking.application_kinds import without_kinds
from etl.checking.convert import TextSource
from etl.checking.dates import Formats
from etl.checking.money_scale import stated
from etl.checking.no_records import leave_out
from etl.checking.rejected import raw_of_layout, raw_of_tables
from etl.checking.remarks import (
    ends_not_told,
    from_sheets,
    left_out,
    missing_columns,
    repeats,
    steps_of_cases,
    unknown_names,
    updates_only,
)
from etl.checking.validate import Rules, Staged, stage
from etl.doors import called
from etl.errors import Refused
from etl.loads import Known, LeftOut, LoadOptions, Part, Prepared
from etl.reading.book import Rows
from etl.reading.raw import RawTable, ident, literal, store_arrow, temp_name
from etl.recognising.choosing import Job
from etl.recognising.headings import kind_title
from etl.recognising.mapping import Mapping
from etl.recognising.sheet_names import permit_sheets
from etl.recognising.vocabulary import headings
from etl.schema import COMPOSITE, kinds
from etl.sheets.event_log import reject_with_cases, split
from etl.store.said import UNTOLD
from etl.words import _, number_words

DETAILS = {"office_code": "office", "period": "period", "service": "service", "rule": "rule"}
EXAMPLES = {"office": "32.14", "period": "2024-S1", "rule": "2017"}
ENDS = {"responded_at", "resolved_at", "status"}  # of these one tells what became of a complaint
PAID = {"paid_at", "paid_amount"}  # of these one tells what became of a bill
OWN_OFFICES = ("offices",)  # kinds whose office is not the one the file is loaded for


@dataclass(frozen=True)
class _Table:
    """One raw table with the SQL text of each field."""

    raw: RawTable
    expressions: dict[str, str]
    condition: str = ""


def stage_tables(
    con: duckdb.DuckDBPyConnection,
    job: Job,
    item: Prepared,
    options: LoadOptions,
    known: Known,
    mapping: Mapping | None,
) -> Prepared:
    """Plain tables of one kind, by their headings or by a mapping."""
    tables, labels, notes, left = _read(con, job, mapping)
    filled = [replace(t, expressions=_filled(t, job.kind, options, mapping)) for t in tables]
    source = _text_source(con, filled, job.kind, labels, mapping)
    source, said = _scaled(source, job)
    staged = stage(con, source, _rules(options, known))
    part = _part(staged, raw_of_tables(con, [t.raw for t in tables], staged.rejects))
    _drop(con, source.relation, [t.raw for t in tables])
    notes += said
    notes += [*staged.notes, *_remarks(con, [staged], known), *updates_only(staged)]
    if job.kind == "applications" and staged.duplicates:
        notes += steps_of_cases([c for t in job.tables for c in t.unused])
    return replace(
        item,
        parts=(part,),
        notes=tuple(notes),
        rejected_offices={(job.kind, o): n for o, n in staged.rejected_offices.items()},
        left_out=tuple(left),
    )


def stage_log(
    con: duckdb.DuckDBPyConnection,
    job: Job,
    item: Prepared,
    options: LoadOptions,
    known: Known,
    mapping: Mapping,
) -> Prepared:
    """An event log: applications and stages; the stages of a rejected application go with it."""
    tables, labels, notes, left = _read(con, job, mapping)
    filled = [replace(t, expressions=_filled(t, job.kind, options, mapping)) for t in tables]
    lifecycle = next(
        (c for t in tables for c in t.raw.columns if c == "lifecycle:transition"), None
    )
    if lifecycle:
        for one in filled:
            one.expressions[lifecycle] = ident(lifecycle)
    log = _text_source(con, filled, job.kind, labels, mapping)
    log = replace(log, fields=tuple(f for f in log.fields if f != lifecycle))
    cases_text, events_text = split(con, log, lifecycle)
    cases = stage(con, cases_text, _rules(options, known))
    events = stage(con, events_text, _rules(options, known))
    orphans = reject_with_cases(con, events, cases.table, events_text.label("application_no"))
    events = replace(events, rejected=events.rejected + sum(orphans.values()))
    raws = [t.raw for t in tables]
    parts = tuple(
        _part(staged, raw_of_tables(con, raws, staged.rejects)) for staged in (cases, events)
    )
    _drop(con, log.relation, raws)
    for table in (cases_text.relation, events_text.relation):
        con.execute(f"DROP TABLE IF EXISTS {table}")
    notes += [*cases.notes, *events.notes, *_remarks(con, [cases, events], known)]
    offices = {("applications", o): n for o, n in cases.rejected_offices.items()}
    for office in {*events.rejected_offices, *orphans}:
        n = events.rejected_offices.get(office, 0) + orphans.get(office, 0)
        offices["stages", office] = n
    return replace(
        item, parts=parts, notes=tuple(notes), rejected_offices=offices, left_out=tuple(left)
    )


def stage_layout(
    con: duckdb.DuckDBPyConnection,
    job: Job,
    item: Prepared,
    options: LoadOptions,
    known: Known,
    mapping: Mapping | None = None,
) -> Prepared:
    """What a worksheet layout reads from the book; a mapping gives its formats and constants."""
    if job.layout is None or job.source.book is None:
        raise TypeError("a job without a layout")
    result = job.layout.read(job.source.book, options, known)
    rows: dict[str, Rows] = {s.name: s.rows() for s in job.source.book.sheets}
    parts: list[Part] = []
    notes, offices = list(result.notes), dict[tuple[str, str], int]()
    for extract in result.extracts:
        kind = kinds()[extract.kind]
        arrow = store_arrow(con, extract.table, "extract")
        own = {c: ident(c) for c in extract.table.column_names if c in kind.by_name}
        raw = RawTable(arrow, "", tuple(own), "_row")
        own |= _constants(own, extract.kind, mapping)
        expressions = _filled(_Table(raw, own), extract.kind, options, mapping)
        view = temp_name("text")
        cell = ", _cell" if "_cell" in extract.table.column_names else ""
        listed = ", ".join(f"{sql} AS {ident(f)}" for f, sql in expressions.items())
        con.execute(
            f"CREATE TEMP VIEW {view} AS SELECT nullif(_sheet, '') AS _sheet, _row{cell}, {listed} "
            f"FROM {arrow}"
        )
        source = TextSource(
            kind,
            view,
            tuple(expressions),
            {**_titles(extract.kind), **extract.labels},
            mapping.formats if mapping else Formats(),
        )
        staged = stage(con, source, _rules(options, known, extract.rejects))
        parts.append(_part(staged, raw_of_layout(con, rows, staged.rejects)))
        _drop(con, view, [raw])
        notes += [*staged.notes, *_remarks(con, [staged], known)]
        offices |= {(extract.kind, o): n for o, n in staged.rejected_offices.items()}
    return replace(
        item,
        kind=result.extracts[0].kind if result.extracts else item.kind,
        parts=tuple(parts),
        notes=tuple(notes),
        reconciliation=result.reconciliation,
        beside=result.beside,
        left_out=result.left_out,
        rejected_offices=offices,
    )


def _constants(own: dict[str, str], kind: str, mapping: Mapping | None) -> dict[str, str]:
    """What a mapping says of every row, where the sheet says nothing."""
    if mapping is None:
        return {}
    fields = kinds()[kind].by_name
    return {
        f: literal(value) for f, value in mapping.constants.items() if f in fields and f not in own
    }


def _rules(options: LoadOptions, known: Known, found: Sequence = ()) -> Rules:
    return Rules(options.today, options.scope_offices, known.offices, tuple(found))


def _titles(kind: str) -> dict[str, str]:
    return {name: h.title for name, h in headings(kind).items()}


def _read(
    con: duckdb.DuckDBPyConnection, job: Job, mapping: Mapping | None
) -> tuple[list[_Table], dict[str, str], list[str], list[LeftOut]]:
    """The raw tables of a job with their field expressions, labels, notes and what is no record."""
    kind = kinds().get(job.kind)
    left: list[LeftOut] = []
    named = permit_sheets(job.tables)
    tables: list[_Table] = []
    labels: dict[str, str] = {}
    private: list[str] = []
    unused: list[str] = []
    missing: list[str] = []
    told: list[str] = []
    for found in job.tables:
        raw = _no_blank_rows(con, job.source.read(con, found.head))
        found, said = without_kinds(con, raw, found)
        told += said
        left += leave_out(con, raw, found.columns, kinds()[job.kind])
        expressions = {f: ident(c) for f, c in found.columns.items()} | dict(found.made)
        if found.head.sheet in named:
            expressions["permit_type"] = literal(named[found.head.sheet])
        tables.append(_Table(raw, expressions))
        labels = {**found.columns, **labels}
        private += found.personal
        unused += found.unused
    for head, mapped in job.mapped:
        raw = _no_blank_rows(con, job.source.read(con, head))
        if kind is not None:
            own = {f: c for f, c in mapped.labels.items() if c in raw.columns}
            left += leave_out(con, raw, own, kind)
        tables.append(_Table(raw, dict(mapped.expressions), mapped.filter))
        labels = {**mapped.labels, **labels}
        unused += mapped.unused
        missing += mapped.missing
    notes = [*left_out(private, unused), *missing_columns(missing), *from_sheets(named), *told]
    if mapping is None:
        labels = {**_titles(job.kind), **labels}
    return tables, labels, notes, left


def _no_blank_rows(con: duckdb.DuckDBPyConnection, raw: RawTable) -> RawTable:
    """The table without rows in which nothing is written; row numbers stay."""
    every = ", ".join(ident(c) for c in raw.columns)
    blank = f"coalesce({every}) IS NULL"
    if con.execute(f"SELECT count(*) FROM {raw.table} WHERE {blank}").fetchall()[0][0]:
        con.execute(f"DELETE FROM {raw.table} WHERE {blank}")
    return raw


def _filled(
    table: _Table, kind: str, options: LoadOptions, mapping: Mapping | None
) -> dict[str, str]:
    """The expressions with office, period, service and rule from the options where needed.

    A column goes before the option, which fills its blanks; the option goes before a constant.
    """
    parts = COMPOSITE.get(kind) or (kind,)
    expressions = dict(table.expressions)
    given = {
        "office_code": options.office,
        "period": options.period,
        "service": options.service,
        "rule": options.rule,
    }
    lacking: list[str] = []
    for name, value in given.items():
        fields = [kinds()[p].by_name[name] for p in parts if name in kinds()[p].by_name]
        if not fields or kind in OWN_OFFICES:
            continue
        constant = mapping is not None and name in mapping.constants
        if value and (constant or name not in expressions):
            expressions[name] = literal(value)
        elif value and fields[0].required:
            expressions[name] = f"coalesce(nullif(trim({expressions[name]}), ''), {literal(value)})"
        elif name not in expressions and fields[0].required:
            lacking.append(name)
    if lacking:
        raise _asked(kind, lacking)
    if kind == "complaints" and not expressions.keys() & ENDS:
        expressions["status"] = literal(UNTOLD)
    if kind == "payments" and not expressions.keys() & PAID:
        told = expressions.get("status", "NULL")
        expressions["status"] = f"coalesce(nullif(trim({told}), ''), {literal(UNTOLD)})"
    return expressions


def _asked(kind: str, lacking: Sequence[str]) -> Refused:
    """The refusal that asks for all that the file does not say, together."""
    asked = tuple(DETAILS[name] for name in lacking)
    part = (COMPOSITE.get(kind) or (kind,))[0]
    return Refused(
        _("Berkas ini terbaca sebagai {kind}, tetapi tidak menyebut {what}; beri {asked}.").format(
            kind=kind_title(kind),
            what=_(" dan ").join(headings(part)[name].title.lower() for name in lacking),
            asked=_(" dan ").join(called(d, EXAMPLES.get(d, "")) for d in asked),
        ),
        needs=asked,
        kind=kind,
    )


def _text_source(
    con: duckdb.DuckDBPyConnection,
    tables: Sequence[_Table],
    kind: str,
    labels: MappingOf[str, str],
    mapping: Mapping | None,
) -> TextSource:
    """One view over the tables: `_sheet`, `_row` and the fields of all of them as text."""
    view = temp_name("text")
    selects = []
    for table in tables:
        sheet = literal(table.raw.sheet) if table.raw.sheet else "CAST(NULL AS VARCHAR)"
        listed = ", ".join(f"{sql} AS {ident(f)}" for f, sql in table.expressions.items())
        where = f" WHERE {table.condition}" if table.condition else ""
        selects.append(
            f"SELECT {sheet} AS _sheet, {table.raw.row_sql} AS _row, {listed} "
            f"FROM {table.raw.table}{where}"
        )
    con.execute(f"CREATE TEMP VIEW {view} AS {' UNION ALL BY NAME '.join(selects)}")
    fields = tuple(dict.fromkeys(f for t in tables for f in t.expressions))
    formats = mapping.formats if mapping else Formats()
    base = kinds().get(kind) or kinds()["applications"]
    return TextSource(base, view, fields, dict(labels), formats)


def _scaled(source: TextSource, job: Job) -> tuple[TextSource, list[str]]:
    """The records with amounts in whole rupiah, where their sheet tells thousands; and the note."""
    amounts = [f for f in source.fields if source.kind.by_name[f].type == "amount"]
    heads = [*(t.head for t in job.tables), *(head for head, _mapped in job.mapped)]
    scale = stated(job.source, heads) if amounts else 1
    if scale == 1:
        return source, []
    note = _("Judulnya menyebut rupiah dalam {what}: tiap nilai dikalikan {n}.").format(
        what=_("ribuan") if scale == 1_000 else _("jutaan"), n=number_words(scale)
    )
    return replace(source, scale=scale), [note]


def _part(staged: Staged, raw: str) -> Part:
    return Part(
        staged.kind.name,
        staged.table,
        staged.columns,
        staged.rejects,
        staged.read,
        staged.rejected,
        staged.duplicates,
        raw,
    )


def _remarks(con: duckdb.DuckDBPyConnection, staged: Sequence[Staged], known: Known) -> list[str]:
    return [
        note
        for s in staged
        for note in (*repeats(s), *unknown_names(con, s, known), *ends_not_told(con, s))
    ]


def _drop(con: duckdb.DuckDBPyConnection, view: str, raws: Sequence[RawTable]) -> None:
    con.execute(f"DROP VIEW IF EXISTS {view}")
    for raw in raws:
        con.execute(f"DROP TABLE IF EXISTS {raw.table}")
