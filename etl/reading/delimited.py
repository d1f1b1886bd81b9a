"""Reads CSV of any delimiter and encoding; DuckDB parses, Python only where DuckDB cannot."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.errors import Refused
from etl.reading.book import Rows
from etl.reading.controls import CODES, cleaned, has_controls, has_hidden, plain
from etl.reading.raw import Head, RawTable, ident, literal, store_arrow, temp_name
from etl.words import _

SAMPLE = 256 * 1024
BY_PYTHON = 256 * 1024 * 1024  # beyond this size only DuckDB reads
csv.field_size_limit(16 * 1024 * 1024)


@dataclass(frozen=True)
class Text:
    """A text file in UTF-8 (made so when it was not), its delimiter and its first 40 rows."""

    path: Path
    delimiter: str
    head: Rows
    blank_lines: bool
    note: str = ""


def open_text(path: Path, scratch: Path, blank_lines: bool) -> Text:
    """The file as UTF-8 text; `blank_lines`: whether an empty line was seen between rows."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if not sample.strip():
        raise Refused(_("Berkas kosong; kirim ulang berkas yang berisi data."))
    encoding = _encoding(sample)
    note = ""
    if encoding != "utf-16" and _any_controls(path):
        path = cleaned(path, scratch)
        sample = sample.translate(None, CODES)
    if encoding != "utf-8" or _any_hidden(path):
        path = transcode(path, scratch, encoding)
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
        if encoding == "cp1252":
            note = _("Berkas tidak ditulis dalam UTF-8; dibaca sebagai Latin-1 (Windows-1252).")
    text = sample.decode("utf-8-sig", errors="ignore")
    if "\x00" in text:
        raise Refused(_("Berkas ini bukan teks atau rusak; kirim sebagai CSV, XLSX atau ODS."))
    if re.match(r"\s*<(!doctype\s+html|html|table|\?xml)", text, re.IGNORECASE):
        raise Refused(
            _("Berkas ini halaman HTML/XML, bukan tabel; buka di Excel lalu simpan sebagai XLSX.")
        )
    delimiter = _delimiter(text)
    return Text(path, delimiter, _head(text, delimiter), blank_lines, note)


def _any_controls(path: Path) -> bool:
    with path.open("rb") as file:
        return any(has_controls(piece) for piece in iter(partial(file.read, 1 << 20), b""))


def _any_hidden(path: Path) -> bool:
    with path.open("rb") as file:
        last = b""
        while piece := file.read(1 << 20):
            if has_hidden(last + piece):
                return True
            last = piece[-2:]  # the longest of them has three bytes
    return False


def _encoding(sample: bytes) -> str:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def transcode(path: Path, scratch: Path, encoding: str) -> Path:
    """A UTF-8 copy of a text file in another encoding."""
    target = scratch / f"{temp_name('utf8')}.csv"
    with (
        path.open(encoding=encoding, errors="replace", newline="") as source,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while piece := source.read(1 << 20):
            out.write(plain(piece))
    return target


def _delimiter(text: str) -> str:
    """The delimiter that splits the first lines into the most columns, evenly."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    best, best_score = ",", 0.0
    for candidate in ",;\t|":
        widths = [len(r) for r in csv.reader(lines, delimiter=candidate) if r]
        if not widths:
            continue
        usual = max(set(widths), key=widths.count)
        score = (usual - 1) * widths.count(usual) / len(widths)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _head(text: str, delimiter: str) -> Rows:
    rows = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append(tuple(row))
        if len(rows) == 40:
            break
    return tuple(rows)


def all_rows(source: Text) -> Rows:
    """Every row of the file as text cells, for layouts."""
    return tuple(tuple(row) for _line, row in numbered_rows(source))


def numbered_rows(source: Text) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, from 1; raises csv.Error."""
    with source.path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        yield from enumerate(csv.reader(file, delimiter=source.delimiter), 1)


def read_table(con: duckdb.DuckDBPyConnection, source: Text, head: Head, scratch: Path) -> RawTable:
    """The rows below the heading as a TEMP table of text."""
    if source.blank_lines and source.path.stat().st_size <= BY_PYTHON:
        return _read_python(con, source, head)
    try:
        return _read_duckdb(con, source.path, source.delimiter, head)
    except duckdb.Error as error:
        if "unicode" in str(error).lower():
            path = transcode(source.path, scratch, "cp1252")
            return read_table(
                con, Text(path, source.delimiter, source.head, source.blank_lines), head, scratch
            )
        if source.path.stat().st_size <= BY_PYTHON:
            return _read_python(con, source, head)
        line = re.search(r"Line: (\d+)", str(error))
        raise Refused(
            _("Baris {row} tidak terbaca sebagai CSV; periksa tanda pemisah dan kutip.").format(
                row=line.group(1) if line else "?"
            )
        ) from None


def _read_duckdb(
    con: duckdb.DuckDBPyConnection, path: Path, delimiter: str, head: Head
) -> RawTable:
    name = temp_name("raw")
    columns = ", ".join(f"{literal(c)}: 'VARCHAR'" for c in head.columns)
    con.execute(
        f"CREATE TEMP TABLE {name} AS SELECT * FROM read_csv({literal(str(path))}, "
        f"auto_detect = false, columns = {{{columns}}}, delim = {literal(delimiter)}, "
        f"quote = '\"', escape = '\"', header = false, skip = {head.heading_row}, "
        "max_line_size = 16000000)"
    )
    return RawTable(name, head.sheet, head.columns, f"rowid + {head.heading_row + 1}")


def _read_python(con: duckdb.DuckDBPyConnection, source: Text, head: Head) -> RawTable:
    width = len(head.columns)
    cells: list[list[str]] = [[] for _column in head.columns]
    numbers: list[int] = []
    last: list[str] = []
    try:
        for number, row in numbered_rows(source):
            if number <= head.heading_row or not any(c.strip() for c in row):
                continue
            if any(c.strip() for c in row[width:]):
                raise Refused(
                    _(
                        "Baris {row} berisi {found} kolom, judulnya {wanted}; "
                        "periksa tanda pemisah dan kutip pada baris itu."
                    ).format(row=number, found=len(row), wanted=width)
                )
            numbers.append(number)
            for column, values in enumerate(cells):
                values.append(row[column] if column < len(row) else "")
            last = row
    except csv.Error:
        raise Refused(_("Berkas CSV rusak; simpan ulang dari Excel sebagai CSV UTF-8.")) from None
    if len(last) < width and not _ends_with_newline(source.path):
        raise Refused(
            _("Berkas terpotong di baris {row}; kirim ulang berkas yang lengkap.").format(
                row=numbers[-1] if numbers else head.heading_row
            )
        )
    table = pa.table(
        [pa.array(numbers, pa.int64()), *(pa.array(c, pa.string()) for c in cells)],
        names=["_row", *head.columns],
    )
    return RawTable(store_arrow(con, table, "raw"), head.sheet, head.columns, ident("_row"))


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) in b"\r\n"
