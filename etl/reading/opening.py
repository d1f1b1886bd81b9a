"""Opens any file an office sends: told by its bytes, unpacked within limits, its headings found."""

import gzip
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.errors import Refused
from etl.reading import delimited, drawn, workbook, xes
from etl.reading.book import Book, Sheet
from etl.reading.controls import IN_SQL
from etl.reading.grid import find_heading, further_headings, text
from etl.reading.raw import Head, RawTable, Source, ident, literal, store_arrow, temp_name, unique
from etl.reading.sizes import BROKEN, check_parquet, check_zip, too_large
from etl.settings import settings
from etl.words import _

CHUNK = 1 << 20
PLAIN = (
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
    "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "DATE", "TIME",
)  # fmt: skip
"""How types begin whose text holds no control characters."""
IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True)
class Recap:
    """A recap file, told by its manifest; its content is for others to verify."""

    file: str
    path: Path
    sha256: str
    manifest: dict[str, Any]


def open_path(
    path: Path, scratch: Path, wanted: frozenset[str] = frozenset()
) -> Iterator[Source | Recap]:
    """The sources in a file, several for a zip; `scratch` is a directory for unpacked copies.

    `wanted`: the columns a mapping names, to find the heading row by. Raises `Refused`.
    """
    if not path.is_file():
        raise Refused(_("Berkas {file} tidak ada; periksa namanya.").format(file=path))
    if path.stat().st_size == 0:
        raise Refused(
            _("Berkas {file} kosong; kirim ulang berkas yang berisi data.").format(file=path.name)
        )
    yield from _open(path, path.name, scratch, wanted, nested=False)


def headed(source: Source | Recap, wanted: frozenset[str]) -> Source | Recap:
    """The same opened file with its headings found by `wanted`; nothing is read again."""
    if isinstance(source, Recap) or source.book is None or not wanted:
        return source
    heads = tuple(h for s in source.book.sheets if (h := _head(s, wanted)) is not None)
    return replace(source, heads=heads)


def _open(
    path: Path, file: str, scratch: Path, wanted: frozenset[str], nested: bool
) -> Iterator[Source | Recap]:
    sha, blank_lines = _fingerprint(path)
    with path.open("rb") as handle:
        start = handle.read(4096)
    if start[:2] == b"\x1f\x8b":
        inner = _gunzip(path, scratch)
        for source in _open(inner, file, scratch, wanted, nested):
            yield _same_bytes(source, file, sha)
    elif start[:4] == b"PK\x03\x04" or start[:4] == b"PK\x05\x06":
        yield from _open_zip(path, file, sha, scratch, wanted, nested)
    elif start[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        yield _workbook(path, file, sha, wanted)
    elif start[:4] == b"PAR1":
        yield _parquet(path, file, sha)
    elif b"<log" in start or file.lower().removesuffix(".gz").endswith(".xes"):
        yield _log(path, file, sha)
    else:
        yield _delimited(path, file, sha, blank_lines, scratch, wanted)


def _fingerprint(path: Path) -> tuple[str, bool]:
    """SHA-256 of the bytes, and whether an empty line stands between two lines."""
    digest, blank, tail = hashlib.sha256(), False, b""
    with path.open("rb") as handle:
        while piece := handle.read(CHUNK):
            digest.update(piece)
            if not blank:
                window = (tail + piece).rstrip(b"\r\n") if len(piece) < CHUNK else tail + piece
                blank = b"\n\n" in window or b"\n\r\n" in window
                tail = piece[-2:]
    return digest.hexdigest(), blank


def _same_bytes(source: Source | Recap, file: str, sha: str) -> Source | Recap:
    if isinstance(source, Recap):
        return Recap(file, source.path, sha, source.manifest)
    return Source(
        source.file, source.path, sha, source.heads, source.book, source.read, source.notes
    )


def _gunzip(path: Path, scratch: Path) -> Path:
    target = scratch / temp_name("gunzip")
    left = settings().max_unpacked_mb * 1024 * 1024
    try:
        with gzip.open(path) as source, target.open("wb") as out:
            while piece := source.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise too_large()
                out.write(piece)
    except (OSError, EOFError, zlib.error):
        raise Refused(
            _("Berkas {file} terpotong atau rusak; kirim ulang berkas yang lengkap.").format(
                file=path.name
            )
        ) from None
    return target


def _open_zip(
    path: Path, file: str, sha: str, scratch: Path, wanted: frozenset[str], nested: bool
) -> Iterator[Source | Recap]:
    try:
        archive = zipfile.ZipFile(path)
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        check_zip(archive, path)
    except BROKEN:
        raise Refused(
            _("Berkas {file} terpotong atau rusak; kirim ulang berkas yang lengkap.").format(
                file=file
            )
        ) from None
    with archive:
        if "[Content_Types].xml" in names or "mimetype" in names:
            yield _workbook(path, file, sha, wanted)
            return
        manifest = _manifest(archive, names)
        if manifest is not None:
            yield Recap(file, path, sha, manifest)
            return
        if nested:
            raise Refused(
                _("Zip di dalam zip tidak dibaca; keluarkan {file} lebih dahulu.").format(file=file)
            )
        members = [n for n in names if not any(skip in n for skip in IGNORED)]
        if not members:
            raise Refused(_("Zip {file} tidak berisi berkas.").format(file=file))
        if len(members) > settings().max_files:
            raise Refused(
                _("Zip {file} berisi lebih dari {limit} berkas; pecah lebih dahulu.").format(
                    file=file, limit=settings().max_files
                )
            )
        left = settings().max_unpacked_mb * 1024 * 1024
        for name in members:
            copy = _extract(archive, name, file, scratch, left)
            left -= copy.stat().st_size
            if copy.stat().st_size:
                yield from _open(copy, PurePosixPath(name).name, scratch, wanted, nested=True)
            else:
                raise Refused(_("Berkas {file} di dalam zip kosong.").format(file=name))


def _manifest(archive: zipfile.ZipFile, names: list[str]) -> dict[str, Any] | None:
    if "manifest.json" not in names:
        return None
    try:
        with archive.open("manifest.json") as handle:
            manifest = json.loads(handle.read(4 * CHUNK))
    except (*BROKEN, RecursionError):
        return None
    told = isinstance(manifest, dict) and isinstance(manifest.get("offices"), dict)
    return manifest if told else None


def _extract(archive: zipfile.ZipFile, name: str, file: str, scratch: Path, limit: int) -> Path:
    target = scratch / temp_name("unzip")
    try:
        with archive.open(name) as source, target.open("wb") as out:
            while piece := source.read(CHUNK):
                limit -= len(piece)
                if limit < 0:
                    raise too_large()
                out.write(piece)
    except NotImplementedError:
        raise _cut(file) from None
    except RuntimeError:
        raise Refused(
            _("Zip {file} dilindungi kata sandi; buka kuncinya lalu kirim ulang.").format(file=file)
        ) from None
    except BROKEN:
        raise _cut(file) from None
    return target


def _cut(file: str) -> Refused:
    return Refused(
        _("Berkas {file} terpotong atau rusak; kirim ulang berkas yang lengkap.").format(file=file)
    )


def _head(sheet: Sheet, wanted: frozenset[str]) -> Head | None:
    found = find_heading([[text(c) for c in row] for row in sheet.head], wanted)
    if found is None:
        return None
    names = list(found[1])
    while names and not names[-1].strip():
        names.pop()
    return Head(sheet.name, unique(names), found[0], sheet.hidden)


def _heads(sheet: Sheet, wanted: frozenset[str]) -> list[Head]:
    """The heading of a sheet, and those of further tables below it, each up to the next."""
    first = _head(sheet, wanted)
    if first is None or wanted:
        return [first] if first else []
    heads = [first]
    for number, names in further_headings(sheet.rows(), first.columns, first.heading_row):
        while not names[-1].strip():
            names.pop()
        heads[-1] = replace(heads[-1], last_row=number - 1)
        heads.append(Head(sheet.name, unique(names), number, sheet.hidden))
    return heads


def _workbook(path: Path, file: str, sha: str, wanted: frozenset[str]) -> Source:
    book = workbook.open_book(path, file)
    by_name = {sheet.name: sheet for sheet in book.sheets}

    def read(con: duckdb.DuckDBPyConnection, head: Head) -> RawTable:
        return workbook.read_table(con, by_name[head.sheet], head)

    heads = tuple(h for s in book.sheets for h in _heads(s, wanted))
    visible = frozenset(s.name for s in book.sheets if not s.hidden)
    return Source(file, path, sha, heads, book, read, drawn.notes(path, visible, book.marked))


def _delimited(
    path: Path, file: str, sha: str, blank: bool, scratch: Path, wanted: frozenset[str]
) -> Source:
    opened = delimited.open_text(path, scratch, blank)
    sheet = Sheet("", opened.head, cache(partial(delimited.all_rows, opened)))
    head = _head(sheet, wanted)

    def read(con: duckdb.DuckDBPyConnection, head: Head) -> RawTable:
        return delimited.read_table(con, opened, head, scratch)

    return Source(
        file,
        path,
        sha,
        (head,) if head else (),
        Book(file, (sheet,)),
        read,
        (opened.note,) if opened.note else (),
    )


def _parquet(path: Path, file: str, sha: str) -> Source:
    try:
        footer = pq.read_metadata(path)
        columns = footer.schema.to_arrow_schema().names
        size = sum(footer.row_group(i).total_byte_size for i in range(footer.num_row_groups))
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError):
        raise _cut(file) from None
    check_parquet(footer.num_rows, len(columns), size, file)
    if len({c.lower() for c in columns}) != len(columns) or not all(columns):
        raise Refused(
            _("Berkas {file} memuat kolom kembar atau tanpa nama; perbaiki lalu kirim.").format(
                file=file
            )
        )

    def read(con: duckdb.DuckDBPyConnection, head: Head) -> RawTable:
        name = temp_name("raw")
        source = f"read_parquet({literal(str(path))})"
        try:
            types = {c: t for c, t, *_ in con.execute(f"DESCRIBE FROM {source}").fetchall()}
            casts = ", ".join(
                f"{_as_text(c, types.get(c, ''))} AS {ident(c)}" for c in head.columns
            )
            con.execute(f"CREATE TEMP TABLE {name} AS SELECT {casts} FROM {source}")
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error:
            raise _cut(file) from None
        return RawTable(name, "", head.columns, "rowid + 2")

    return Source(file, path, sha, (Head("", tuple(columns), 1),), None, read)


def _as_text(column: str, kind: str) -> str:
    """A column as text, without control characters where it can hold any."""
    text = f"CAST({ident(column)} AS VARCHAR)"
    if kind.startswith(PLAIN):
        return text
    return f"regexp_replace({text}, '{IN_SQL}', '', 'g')"


def _log(path: Path, file: str, sha: str) -> Source:
    table = xes.read_xes(path)
    columns = tuple(table.column_names[1:])

    def read(con: duckdb.DuckDBPyConnection, head: Head) -> RawTable:
        return RawTable(store_arrow(con, table, "raw"), "", head.columns, ident("_row"))

    return Source(file, path, sha, (Head("", columns, 1),), None, read)
