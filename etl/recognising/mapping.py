"""Reads a mapping: the TOML file that says which column of a foreign file is which field.

docs/mappings.md describes it. Beyond the design's parts: a field may name a list of columns, joined
with "-", and `[where]` keeps the rows whose column has one of the values named.
"""

import tomllib
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from dataclasses import field as part_of
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from etl.checking.dates import Formats
from etl.errors import Refused
from etl.reading.raw import ident, literal
from etl.schema import COMPOSITE, kinds
from etl.words import _

PARTS_OF_A_CELL = 100  # beyond it a split is a slip


@dataclass(frozen=True)
class ValueMap:
    """The words of a column as canonical values of a field; others leave it blank."""

    column: str
    table: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Split:
    """One part (from 1) of a cell, cut at `by`: "503/12 - SIUP" holds a number and a type."""

    column: str
    by: str
    part: int


@dataclass(frozen=True)
class Mapping:
    """A mapping as read and checked; `text` is the file itself, part of a load's fingerprint.

    `answers`: words or letters of a survey's answers → their scores 1 to 4.
    """

    name: str
    text: str
    kind: str
    fields: MappingOf[str, tuple[str, ...]]
    constants: MappingOf[str, str]
    values: MappingOf[str, ValueMap]
    where: MappingOf[str, tuple[str, ...]]
    formats: Formats
    splits: MappingOf[str, Split] = part_of(default_factory=dict)
    answers: tuple[tuple[str, int], ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column of the file that the mapping names."""
        named = {c for columns in self.fields.values() for c in columns}
        others = {v.column for v in self.values.values()}
        others |= {s.column for s in self.splits.values()}
        return frozenset(named | others | set(self.where))


@dataclass(frozen=True)
class Mapped:
    """A mapping laid on the columns of one file: SQL text of each field, and what is missing."""

    expressions: dict[str, str]
    labels: dict[str, str]
    filter: str
    missing: tuple[str, ...]  # columns named by the mapping that the file does not have
    unused: tuple[str, ...]


def read_mapping(path: Path) -> Mapping:
    """The mapping in a TOML file; raises `Refused` where it is unreadable or names no field."""
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError:
        raise Refused(_("Pemetaan {file} tidak ada; periksa namanya.").format(file=path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(
            _("Pemetaan {file} bukan TOML yang sah ({why}); perbaiki lalu ulangi.").format(
                file=path.name, why=str(error)
            )
        ) from None
    return parse(path.name, text, table)


def parse(name: str, text: str, table: MappingOf[str, Any]) -> Mapping:
    """A mapping from its TOML table; raises `Refused` for what it does not allow."""

    def refuse(why: str) -> Refused:
        return Refused(_("Pemetaan {file}: {why}").format(file=name, why=why))

    unknown = set(table) - {"kind", *_PARTS}
    if unknown:
        raise refuse(
            _("bagian {part} tidak dikenal; hapus.").format(part=", ".join(sorted(unknown)))
        )
    kind = str(table.get("kind", ""))
    if kind not in kinds() and kind != "event_log":
        raise refuse(
            _("kind harus salah satu dari {kinds}.").format(
                kinds=", ".join([*kinds(), "event_log"])
            )
        )
    for part in _PARTS:
        if not isinstance(table.get(part, {}), dict):
            raise refuse(_("[{part}] harus berupa tabel.").format(part=part))
    allowed = _allowed(kind)
    named = {
        **table.get("fields", {}),
        **table.get("constants", {}),
        **table.get("values", {}),
        **table.get("split", {}),
    }
    for field in named:
        if field not in allowed:
            raise refuse(
                _("kolom baku {field} tidak ada pada {kind}; yang ada: {fields}.").format(
                    field=field, kind=kind, fields=", ".join(allowed)
                )
            )
    for part in ("fields", "where"):
        for field, told in table.get(part, {}).items():
            if not _listed(told):
                raise refuse(
                    _("[{part}] {field} kosong; isi atau hapus.").format(part=part, field=field)
                )
    fields = {f: _listed(c) for f, c in table.get("fields", {}).items()}
    values = {}
    for field, words in table.get("values", {}).items():
        column = words.get("column") if isinstance(words, dict) else None
        column = column or (fields.get(field) or (None,))[0]
        if not column or not isinstance(column, str):
            raise refuse(_('[values.{field}] perlu column = "…".').format(field=field))
        pairs = tuple((str(k), str(v)) for k, v in words.items() if k != "column")
        values[field] = ValueMap(column, pairs)
    splits = {}
    for field_name, cut in table.get("split", {}).items():
        if not isinstance(cut, dict) or not {"column", "by"} <= set(cut):
            raise refuse(_("[split.{field}] perlu column dan by.").format(field=field_name))
        part_no = cut.get("part", 1)
        if type(part_no) is not int or not 1 <= part_no <= PARTS_OF_A_CELL:
            raise refuse(
                _("[split.{field}] part harus bilangan 1 sampai {most}.").format(
                    field=field_name, most=PARTS_OF_A_CELL
                )
            )
        splits[field_name] = Split(str(cut["column"]), str(cut["by"]), part_no)
    formats = Formats(**{k: str(v) for k, v in table.get("formats", {}).items() if k in _FORMATS})
    if formats.timezone and formats.timezone not in _zones():
        raise refuse(
            _("zona waktu {zone} tidak dikenal; tulis seperti Asia/Jakarta.").format(
                zone=formats.timezone
            )
        )
    return Mapping(
        name,
        text,
        kind,
        fields,
        {f: str(v) for f, v in table.get("constants", {}).items()},
        values,
        {c: _listed(v) for c, v in table.get("where", {}).items()},
        formats,
        splits,
        _answers(table.get("answers", {}), refuse),
    )


@cache
def _zones() -> frozenset[str]:
    """The names of time zones: some six hundred files, looked up once."""
    return frozenset(available_timezones())


def _answers(
    told: MappingOf[str, Any], refuse: Callable[[str], Refused]
) -> tuple[tuple[str, int], ...]:
    if odd := [word for word, score in told.items() if str(score) not in ("1", "2", "3", "4")]:
        raise refuse(_("[answers] {word} harus bernilai 1 sampai 4.").format(word=odd[0]))
    return tuple((word, int(score)) for word, score in told.items())


_FORMATS = ("datetime", "date", "timezone")
_PARTS = ("fields", "constants", "values", "where", "formats", "split", "answers")


def _listed(value: Any) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def _allowed(kind: str) -> tuple[str, ...]:
    parts = COMPOSITE.get(kind) or (kind,)
    return tuple(dict.fromkeys(f.name for part in parts for f in kinds()[part].fields))


def lay(mapping: Mapping, columns: tuple[str, ...]) -> Mapped:
    """Lay a mapping on the columns of a file; raises `Refused` when a required one is missing."""
    have = {_same(c): c for c in columns}
    expressions: dict[str, str] = {}
    labels: dict[str, str] = {}
    missing: list[str] = []
    required = {
        name
        for part in (COMPOSITE.get(mapping.kind) or (mapping.kind,))
        for name in kinds()[part].required
    }

    def found(field: str, named: tuple[str, ...]) -> list[str] | None:
        lacking = [c for c in named if _same(c) not in have]
        if not lacking:
            return [have[_same(c)] for c in named]
        if field in required:
            raise Refused(
                _(
                    "Kolom {column} yang dipetakan ke {field} tidak ada di berkas; "
                    "perbaiki pemetaan. Kolom yang ada: {columns}."
                ).format(column=lacking[0], field=field, columns=", ".join(columns[:30]))
            )
        missing.extend(lacking)
        return None

    for field, value in mapping.constants.items():
        expressions[field] = literal(value)
        labels[field] = field
    for field, named in mapping.fields.items():
        present = found(field, named)
        if present is not None:
            expressions[field] = _joined(present)
            labels[field] = " + ".join(present)
    for field, words in mapping.values.items():
        present = found(field, (words.column,))
        if present is not None:
            expressions[field] = _cases(ident(present[0]), words.table)
            labels[field] = present[0]
    for field, cut in mapping.splits.items():
        present = found(field, (cut.column,))
        if present is not None:
            whole = f"{ident(present[0])}, {literal(cut.by)}, {cut.part}"
            expressions[field] = f"nullif(trim(split_part({whole})), '')"
            labels[field] = present[0]
    _main_part(expressions, labels)
    conditions = []
    for column, kept in mapping.where.items():
        if _same(column) not in have:
            raise Refused(
                _("Kolom {column} pada [where] tidak ada di berkas; perbaiki pemetaan.").format(
                    column=column
                )
            )
        listed = ", ".join(literal(v) for v in kept)
        conditions.append(f"trim({ident(have[_same(column)])}) IN ({listed})")
    used = {have[_same(c)] for c in mapping.columns if _same(c) in have}
    return Mapped(
        expressions,
        labels,
        " AND ".join(conditions),
        tuple(dict.fromkeys(missing)),
        tuple(c for c in columns if c not in used),
    )


def _same(column: str) -> str:
    return " ".join(column.split()).lower()


def _joined(columns: list[str]) -> str:
    if len(columns) == 1:
        return ident(columns[0])
    parts = ", ".join(f"nullif(trim({ident(c)}), '')" for c in columns)
    return f"nullif(concat_ws('-', {parts}), '')"


def _cases(column: str, table: tuple[tuple[str, str], ...]) -> str:
    if not table:
        return "NULL"
    whens = " ".join(f"WHEN {literal(old)} THEN {literal(new)}" for old, new in table)
    return f"CASE trim({column}) {whens} END"


def _main_part(expressions: dict[str, str], labels: dict[str, str]) -> None:
    """A permit type read from a column of parts: the first is the main one, all are the parts."""
    column = labels.get("permit_type", "")
    if column.lower().endswith("parts") and "parts" not in expressions:
        whole = expressions["permit_type"]
        expressions["parts"], labels["parts"] = whole, column
        expressions["permit_type"] = f"trim(split_part({whole}, ',', 1))"
