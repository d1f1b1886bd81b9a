"""Turns each field's text into SQL of its type, after a look at what the column holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import duckdb

from etl import dates, numbers
from etl.dates import Formats
from etl.raw import ident, literal
from etl.schema import Field, Kind
from etl.vocabulary import normal, words
from etl.words import _

BLANKS = ("-", "--", "n/a", "#n/a", "na", "null", "none", "nan", "nat", "0000-00-00", "(blank)")
SHOWN = 5  # values named in a note


@dataclass(frozen=True)
class TextSource:
    """Records of one kind as text, not yet converted.

    `relation`: a table name with columns `_sheet`, `_row`, maybe `_cell`, and the fields as text.
    `labels`: field → heading as the person wrote it.
    """

    kind: Kind
    relation: str
    fields: tuple[str, ...]
    labels: dict[str, str]
    formats: Formats = field(default_factory=Formats)

    def label(self, name: str) -> str:
        """The heading of a field as the person knows it."""
        return self.labels.get(name) or name


@dataclass(frozen=True)
class Converted:
    """SQL of every field over the source: the tidy text, and the value; and notes."""

    text: dict[str, str]
    value: dict[str, str]
    notes: tuple[str, ...] = field(default=())


def convert(con: duckdb.DuckDBPyConnection, source: TextSource) -> Converted:
    """The conversion of every field of `source`; raises `Refused` where a column is unreadable."""
    text: dict[str, str] = {}
    value: dict[str, str] = {}
    notes: list[str] = []
    for name in source.fields:
        kind_field = source.kind.by_name[name]
        tidy = f"nullif(nullif(trim({ident(name)}, ' \t\r\n\u00a0'), ''), '-')"
        reader = _READERS.get(kind_field.type)
        text[name] = tidy
        if reader is None:
            value[name] = tidy
            continue
        column = _Column(con, source, kind_field, tidy)
        value[name], text[name], note = reader(column)
        if note:
            notes.append(note)
    return Converted(text, value, tuple(notes))


@dataclass(frozen=True)
class _Column:
    con: duckdb.DuckDBPyConnection
    source: TextSource
    field: Field
    tidy: str

    @property
    def label(self) -> str:
        return self.source.label(self.field.name)

    def rows(self, sql: str) -> list[tuple]:
        return self.con.execute(sql).fetchall()

    def distinct(self) -> list[tuple[str, int]]:
        return self.rows(
            f"SELECT {self.tidy}, count(*) FROM {self.source.relation} "
            f"WHERE {self.tidy} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        )


_Read = tuple[str, str, str]  # SQL of the value, SQL of the text, note


def _without_blanks(tidy: str, seen: set[str]) -> str:
    """The tidy text with words such as NULL blank, where the column has any."""
    found = sorted({s for s in seen if s.strip().lower() in BLANKS})
    if not found:
        return tidy
    return f"CASE WHEN {tidy} IN ({', '.join(map(literal, found))}) THEN NULL ELSE {tidy} END"


def _time(column: _Column) -> _Read:
    profile = column.rows(dates.profile_sql(column.tidy, column.source.relation))
    tidy = _without_blanks(column.tidy, {start for start, _o, _n in profile})
    kept = [row for row in profile if row[0].strip().lower() not in BLANKS]
    plan = dates.plan(tidy, column.label, kept, column.source.formats)
    sql = f"CAST({plan.sql} AS DATE)" if column.field.type == "date" else plan.sql
    return sql, tidy, plan.note


def _number(column: _Column) -> _Read:
    profile = column.rows(numbers.profile_sql(column.tidy, column.source.relation))
    tidy = _without_blanks(column.tidy, {shape for shape, _n in profile})
    kept = [row for row in profile if row[0].strip().lower() not in BLANKS]
    plan = numbers.plan(tidy, column.label, kept)
    if column.field.type in ("integer", "score"):
        return numbers.integer_sql(plan.sql, not kept), tidy, plan.note
    percent = tidy if column.field.type == "value" else ""
    return numbers.amount_sql(plan.sql, column.field.sql_type, percent), tidy, plan.note


def _cases(tidy: str, changed: dict[str, str | None], other: str) -> str:
    """CASE over the spellings that need another value; `other` is SQL for all else."""
    if not changed:
        return other
    whens = " ".join(
        f"WHEN {literal(old)} THEN {'NULL' if new is None else literal(new)}"
        for old, new in changed.items()
    )
    return f"CASE {tidy} {whens} ELSE {other} END"


def _by_words(read: Callable[[str], str | None]) -> Callable[[_Column], _Read]:
    """A reader of columns with few distinct values, each put in its one form by `read`."""

    def reader(column: _Column) -> _Read:
        changed = {old: new for old, _n in column.distinct() if (new := read(old)) != old}
        return _cases(column.tidy, changed, column.tidy), column.tidy, ""

    return reader


def office(text: str) -> str:
    """A region code; 32.1, which a sheet makes of 32.10, is mended."""
    return f"{text}0" if re.fullmatch(r"\d\d\.\d", text) else text


def rule(text: str) -> str | None:
    """The survey rule named in a text by its year; None for another."""
    found = [year for year in words("rule").known if year in text]
    return found[0] if len(found) == 1 else None


def _enum(column: _Column) -> _Read:
    field_ = column.field
    known = words(field_.enum).known
    blanks, changed, unknown = [], {}, []
    for old, n in column.distinct():
        new = rule(old) if field_.enum == "rule" else known.get(normal(old))
        if normal(old) == "" or old.lower() in BLANKS:
            blanks.append(old)
        elif new is None:
            unknown.append((old, n))
            if field_.unknown == "keep":
                continue
            changed[old] = None
        elif new == "":
            blanks.append(old)
        elif new != old:
            changed[old] = new
    tidy = column.tidy
    if blanks:
        listed = ", ".join(map(literal, blanks))
        tidy = f"CASE WHEN {tidy} IN ({listed}) THEN NULL ELSE {tidy} END"
    other = tidy if field_.unknown == "keep" or not unknown else _known_only(tidy, unknown)
    note = _unknown_note(column, unknown) if unknown and field_.unknown != "reject" else ""
    changed = {old: new for old, new in changed.items() if new is not None}
    return _cases(tidy, changed, other), tidy, note


def _known_only(tidy: str, unknown: list[tuple[str, int]]) -> str:
    listed = ", ".join(literal(old) for old, _n in unknown)
    return f"CASE WHEN {tidy} IN ({listed}) THEN NULL ELSE {tidy} END"


def _unknown_note(column: _Column, unknown: list[tuple[str, int]]) -> str:
    named = ", ".join(f"{old} ({n})" for old, n in unknown[:SHOWN])
    more = _(" dan {n} lainnya").format(n=len(unknown) - SHOWN) if len(unknown) > SHOWN else ""
    text = (
        _("Kolom {name} berisi nilai yang tidak dikenal dan dikosongkan: {values}{more}.")
        if column.field.unknown == "blank"
        else _("Kolom {name} berisi nilai yang tidak dikenal, disimpan apa adanya: {values}{more}.")
    )
    return text.format(name=column.label, values=named, more=more)


_READERS: dict[str, Callable[[_Column], _Read]] = {
    "time": _time,
    "date": _time,
    "amount": _number,
    "value": _number,
    "integer": _number,
    "score": _number,
    "enum": _enum,
    "office": _by_words(office),
    "month": _by_words(dates.month),
    "period": _by_words(dates.period),
}
