"""Turns each field's text into SQL of its type, after a look at what the column holds."""

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace

import duckdb

from etl.checking import dates, numbers
from etl.checking.dates import Formats
from etl.errors import Refused
from etl.reading.raw import ident, literal
from etl.recognising.vocabulary import normal, words
from etl.schema import Field, Kind
from etl.words import _

BLANKS = ("-", "--", "n/a", "#n/a", "na", "null", "none", "nan", "nat", "0000-00-00", "(blank)")
SHOWN = 5  # values named in a note
STRAYS = 200  # distinct cells of a column of dates that are read one by one


@dataclass(frozen=True)
class TextSource:
    """Records of one kind as text, not yet converted.

    `relation`: a table name with columns `_sheet`, `_row`, maybe `_cell`, and the fields as text.
    `labels`: field → heading as the person wrote it. `ready`: fields that are SQL of their type
    over the relation already, and no text. `scale`: by what amounts are multiplied.
    """

    kind: Kind
    relation: str
    fields: tuple[str, ...]
    labels: dict[str, str]
    formats: Formats = field(default_factory=Formats)
    ready: dict[str, str] = field(default_factory=dict)
    scale: int = 1

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
    unread = [f for f in source.fields if f not in source.ready]
    plain = [f for f in unread if source.kind.by_name[f].type not in _READERS]
    odd = _odd_spaces(con, source, plain)
    for name, sql in source.ready.items():
        value[name], text[name] = sql, f"CAST({sql} AS VARCHAR)"
    for name in unread:
        kind_field = source.kind.by_name[name]
        reader = _READERS.get(kind_field.type)
        if reader is None:
            tidy = trimmed(ident(name), name in odd)
            value[name] = text[name] = f"nullif({tidy}, '-')"
            continue
        value[name], text[name], note = reader(_Column(con, source, kind_field))
        if kind_field.type == "amount" and source.scale != 1:
            value[name] = f"({value[name]}) * {source.scale}"
        if note:
            notes.append(note)
    return Converted(text, value, tuple(notes))


def trimmed(column: str, odd: bool = True) -> str:
    """SQL of a cell without space around it, null when nothing is left.

    `odd`: also tabs, line ends and no-break spaces, which costs four times as much.
    """
    return f"nullif(trim({column}, ' \t\r\n\u00a0'), '')" if odd else f"nullif(trim({column}), '')"


def _odd_spaces(
    con: duckdb.DuckDBPyConnection, source: TextSource, names: list[str]
) -> frozenset[str]:
    """The columns in which some cell holds a no-break space or a tab."""
    if not names:
        return frozenset()
    asked = ", ".join(
        f"bool_or(contains({ident(n)}, '\u00a0')) OR bool_or(contains({ident(n)}, '\t'))"
        for n in names
    )
    answers = con.execute(f"SELECT {asked} FROM {source.relation}").fetchall()[0]
    return frozenset(n for n, answer in zip(names, answers, strict=True) if answer)


@dataclass(frozen=True)
class _Column:
    con: duckdb.DuckDBPyConnection
    source: TextSource
    field: Field

    @property
    def raw(self) -> str:
        return ident(self.field.name)

    @property
    def label(self) -> str:
        return self.source.label(self.field.name)

    def rows(self, sql: str) -> list[tuple]:
        return self.con.execute(sql).fetchall()

    def distinct(self) -> list[tuple[str, int]]:
        """The cells as they came, each once, with how often; blanks of all sorts among them."""
        return self.rows(
            f"SELECT {self.raw}, count(*) FROM {self.source.relation} "
            f"WHERE {self.raw} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        )


_Read = tuple[str, str, str]  # SQL of the value, SQL of the text, note


def _is_blank(text: str) -> bool:
    return not text.strip() or text.strip().lower() in BLANKS


def _without_blanks(column: _Column, seen: list[str]) -> str:
    """The cell, trimmed and with words such as NULL blank where the column has any such."""
    if not any(s != s.strip() or _is_blank(s) for s in seen):
        return column.raw
    tidy = trimmed(column.raw)
    found = sorted({s.strip() for s in seen if s.strip() and _is_blank(s)})
    if not found:
        return tidy
    return f"CASE WHEN {tidy} IN ({', '.join(map(literal, found))}) THEN NULL ELSE {tidy} END"


def _time(column: _Column) -> _Read:
    profile = column.rows(dates.profile_sql(column.raw, column.source.relation))
    tidy = _without_blanks(column, [start for start, _o, _n in profile])
    kept = [(start.strip(), o, n) for start, o, n in profile if not _is_blank(start)]
    office = ident("office_code") if "office_code" in column.source.fields else None
    try:
        plan = dates.plan(tidy, column.label, kept, column.source.formats, office)
    except Refused as refusal:
        if column.field.required:
            raise
        return "CAST(NULL AS TIMESTAMP)", "CAST(NULL AS VARCHAR)", _unread_column(refusal)
    sql, missed, moved = _with_strays(column, tidy, plan)
    if moved and not column.source.formats.timezone:
        plan = replace(plan, note=plan.note or dates.zone_note(column.label))
    tidy, note = _without_unread(column, tidy, missed)
    sql = f"CAST({sql} AS DATE)" if column.field.type == "date" else sql
    return sql, tidy, " ".join(n for n in (plan.note, note) if n)


#: What was meant as a day of the calendar; one that is none is a fault of the row.
_DAY = re.compile(r"^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(\D.*)?$")


def _unread_column(refusal: Refused) -> str:
    return _("{why} Tanggal pada kolom itu dikosongkan; barisnya tetap dimuat.").format(
        why=str(refusal)
    )


def _without_unread(column: _Column, tidy: str, missed: list[str]) -> tuple[str, str]:
    """Of an optional date: what is no date at all blank, and the note on it."""
    words_ = [cell for cell in missed if not _DAY.match(cell)]
    if column.field.required or not words_:
        return tidy, ""
    named = ", ".join(words_[:SHOWN]) + (", …" if len(words_) > SHOWN else "")
    note = _("Kolom {name} berisi yang bukan tanggal dan dikosongkan: {values}.").format(
        name=column.label, values=named
    )
    if len(missed) > STRAYS:
        shape = literal(_DAY.pattern)
        return f"CASE WHEN regexp_matches({tidy}, {shape}) THEN {tidy} END", note
    listed = ", ".join(map(literal, words_))
    return f"CASE WHEN {tidy} IN ({listed}) THEN NULL ELSE {tidy} END", note


_OFFSET = re.compile(dates.NAMED_OFFSET, re.IGNORECASE)


def _with_strays(column: _Column, tidy: str, plan: dates.DatePlan) -> tuple[str, list[str], bool]:
    """The plan's SQL, with the few cells that only the slow reading understands looked up.

    Also the cells (at most `STRAYS` + 1) that nothing reads, and whether times were put on the
    office's clock.

    The slow reading's regular expressions would run over the whole column if they stood beside.
    """
    relation = column.source.relation
    missed = column.rows(
        f"SELECT DISTINCT {tidy} FROM {relation} WHERE {tidy} IS NOT NULL AND {plan.sql} IS NULL "
        f"LIMIT {STRAYS + 1}"
    )
    cells = [cell for (cell,) in missed]
    if not missed or not plan.slow:
        return plan.sql, cells, False
    moved = any(_OFFSET.search(cell) for cell in cells)
    if len(missed) > STRAYS:
        slow = plan.slow
        if moved:
            slow = dates.at_office(slow, dates.offset_minutes(tidy), plan.zone)
        whole = f"COALESCE({plan.sql}, {slow})"
        left = column.rows(
            f"SELECT DISTINCT {tidy} FROM {relation} WHERE {tidy} IS NOT NULL AND {whole} IS NULL "
            f"LIMIT {STRAYS + 1}"
        )
        return whole, [cell for (cell,) in left], moved
    listed = ", ".join(f"({literal(cell)})" for (cell,) in missed)
    found = column.rows(
        f"SELECT cell, CAST({plan.slow} AS VARCHAR), {dates.offset_minutes('cell')} "
        f"FROM (SELECT c AS cell, c AS {column.raw} FROM (VALUES {listed}) v(c)) "
        f"WHERE {plan.slow} IS NOT NULL"
    )
    if not found:
        return plan.sql, cells, False
    known = {cell for cell, _at, _ahead in found}
    whens = " ".join(
        f"WHEN {literal(cell)} THEN {_at_office(at, ahead, plan.zone)}" for cell, at, ahead in found
    )
    left_over = [c for c in cells if c not in known]
    return f"COALESCE({plan.sql}, CASE {tidy} {whens} END)", left_over, moved


def _at_office(at: str, ahead: int | None, zone: str) -> str:
    time = f"TIMESTAMP {literal(at)}"
    return time if ahead is None else dates.at_office(time, str(ahead), zone)


def _number(column: _Column) -> _Read:
    profile = column.rows(numbers.profile_sql(column.raw, column.source.relation))
    tidy = trimmed(column.raw) if profile else column.raw
    found = sorted({s.strip() for s, _n in profile if s.strip() and _is_blank(s)})
    if found:
        listed = ", ".join(map(literal, found))
        tidy = f"CASE WHEN {tidy} IN ({listed}) THEN NULL ELSE {tidy} END"
    kept = [(shape, n) for shape, n in profile if not _is_blank(shape)]
    plan = numbers.plan(tidy, column.label, kept)
    if column.field.type in ("integer", "score"):
        return numbers.integer_sql(plan.sql, not kept), tidy, plan.note
    percent = tidy if column.field.type == "value" else ""
    return numbers.amount_sql(plan.sql, column.field.sql_type, percent), tidy, plan.note


def _cases(column: str, changed: dict[str, str | None]) -> str:
    """The cell, with the spellings that need another value changed (None: blank)."""
    if not changed:
        return column
    whens = " ".join(
        f"WHEN {literal(old)} THEN {'NULL' if new is None else literal(new)}"
        for old, new in changed.items()
    )
    return f"CASE {column} {whens} ELSE {column} END"


def _by_words(read: Callable[[str], str | None]) -> Callable[[_Column], _Read]:
    """A reader of columns with few distinct values, each put in its one form by `read`."""

    def reader(column: _Column) -> _Read:
        cells = [cell for cell, _n in column.distinct()]
        blanks: dict[str, str | None] = {c: None for c in cells if _is_blank(c)}
        changed = {c: new for c in cells if c not in blanks and (new := read(c.strip())) != c}
        return _cases(column.raw, blanks | changed), _cases(column.raw, blanks), ""

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
    blanks: dict[str, str | None] = {}
    changed: dict[str, str | None] = {}
    unknown: list[tuple[str, int]] = []
    for cell, n in column.distinct():
        text = cell.strip()
        new = rule(text) if field_.enum == "rule" else known.get(normal(text))
        if new is None and field_.enum in STATES:
            new = _state(normal(text), known)
        if new == "" or _is_blank(text) or not normal(text):
            blanks[cell] = None
        elif new is None:
            unknown.append((text, n))
            kept = text if field_.unknown == "keep" else None
            if kept != cell:
                changed[cell] = kept
        elif new != cell:
            changed[cell] = new
    note = _unknown_note(column, unknown) if unknown and field_.unknown != "reject" else ""
    return _cases(column.raw, blanks | changed), _cases(column.raw, blanks), note


#: Lists of words for what became of a matter; a cell may say of what it speaks, or that it waits.
STATES = ("decision", "complaint_status")
_OF = re.compile(
    r"^(?:status )?(?:permohonan|perizinan|izin|ijin|pbg|sip|laporan|aduan|pengaduan) "
)
_SO_FAR = re.compile(r"^(?:telah|sudah|dalam|sedang) ")
_WAITS = re.compile(
    r"^(?:menunggu|belum|sedang|dalam proses|proses) (?:di)?(?:verifikasi|validasi|pembayaran|"
    r"bayar|persetujuan|perbaikan|kelengkapan|persyaratan|lengkap|disposisi|rekomendasi|survei|survey|"
    r"peninjauan|pemeriksaan|penerbitan|tanda tangan|tindak ?lanjut|tindaklanjuti|tanggapan|"
    r"tanggapi|jawaban|jawab|proses)\b"
)


def _state(said: str, known: MappingOf[str, str]) -> str | None:
    """The state in words that say it of something: "permohonan ditolak", "menunggu pembayaran"."""
    bare = _OF.sub("", said)
    for words_ in (bare, _SO_FAR.sub("", bare)):
        if words_ in known:
            return known[words_]
    return known["diproses"] if _WAITS.match(bare) else None


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
