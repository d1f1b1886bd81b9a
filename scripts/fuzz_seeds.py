"""Sound small files of every reader, for `scripts.fuzz` to change."""

import hashlib
import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook


@dataclass(frozen=True)
class Reader:
    """One kind of file: how its files end, seeds to mutate, and how members are mutated."""

    suffix: str
    seeds: tuple[bytes, ...]
    zipped: bool = False


def table() -> list[list[object]]:
    """A small sound table of applications."""
    head: list[object] = [
        "office_code",
        "application_no",
        "permit_type",
        "submitted_at",
        "issued_at",
    ]
    rows: list[list[object]] = [
        ["32.14", f"A-{i}", "SIUP", date(2024, 5, 1 + i), date(2024, 6, 1 + i)] for i in range(9)
    ]
    return [head, *rows]


def csv_bytes(delimiter: str = ",") -> bytes:
    """The table as CSV."""
    return "\n".join(delimiter.join(map(str, row)) for row in table()).encode() + b"\n"


def utf16_bytes() -> bytes:
    """The table as Excel's "Unicode text"."""
    return csv_bytes("\t").decode().encode("utf-16")


def mixed_bytes() -> bytes:
    """A zip of a table and an event log."""
    return zipped({"a.csv": csv_bytes(), "b.xes": xes_bytes()})


def xlsx_bytes() -> bytes:
    """The table as xlsx, deflated and stored."""
    book, sink = Workbook(), io.BytesIO()
    for row in table():
        book.active.append(row)
    book.save(sink)
    return sink.getvalue()


def ods_bytes() -> bytes:
    """The table as ods."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
            for c in row
        )
        + "</table:table-row>"
        for row in table()
    )
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}office:1.0" '
        f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b'<?xml version="1.0"?><manifest/>',
        }
    )


def xls_bytes() -> bytes:
    """A BIFF8 stream in an OLE container with a handful of text cells, written by hand."""
    from struct import pack

    def record(kind: int, data: bytes) -> bytes:
        return pack("<HH", kind, len(data)) + data

    bof = record(0x809, pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    cells = b""
    for r, row in enumerate(table()):
        for c, cell in enumerate(row):
            text = str(cell).encode("latin-1")
            cells += record(0x204, pack("<HHHHB", r, c, 0, len(text), 0) + text)
    sheet = bof + record(0x200, pack("<IIHHH", 0, 10, 0, 5, 0)) + cells + record(0x0A, b"")
    head = record(0x809, pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    at = len(head) + 4 + 4 + 2 + 2 + 1 + 4
    book = head + record(0x85, pack("<IHBB", at, 0, 1, 0) + b"A") + record(0x0A, b"") + sheet
    book += b"\0" * (-len(book) % 512)
    book += b"\0" * max(0, 4096 - len(book))
    sectors = len(book) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        wide = name.encode("utf-16-le") + b"\0\0"
        line = wide.ljust(64, b"\0") + pack("<HBB", len(wide), kind, 1)
        line += pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36
        return line + pack("<IQ", start, size)

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(
        "Workbook", 2, 0xFFFFFFFF, 2, len(book)
    )
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    )
    header += b"\0" * 6 + pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += pack("<I", 0) + b"\xff" * (4 * 108)
    return header + pack("<128I", *fat) + folder.ljust(512, b"\0") + book


def parquet_bytes(compression: str = "zstd") -> bytes:
    """The table as Parquet."""
    head, *rows = table()
    columns = {str(h): [row[i] for row in rows] for i, h in enumerate(head)}
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, compression=compression)
    return sink.getvalue()


def xes_bytes() -> bytes:
    """Two cases of an event log."""
    event = (
        '<event><string key="concept:name" value="{}"/>'
        '<date key="time:timestamp" value="2024-05-0{}T08:00:00+07:00"/></event>'
    )
    traces = "".join(
        f'<trace><string key="concept:name" value="K{i}"/><string key="izin" value="SIUP"/>'
        + "".join(event.format(s, n) for n, s in enumerate(("Daftar", "Periksa", "Tanda"), 1))
        + "</trace>"
        for i in range(2)
    )
    return f'<?xml version="1.0"?><log xes.version="1.0">{traces}</log>'.encode()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Members as a zip."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return sink.getvalue()


@cache
def full_recap_bytes() -> bytes:
    """A sound recap of an office with permits, as the command line writes it."""
    from scripts.torture import monev, seeded

    with tempfile.TemporaryDirectory() as folder:
        store, out = seeded(Path(folder)), Path(folder) / "r.zip"
        monev("recap", "export", "--office", "32.14", "--out", out, store=store)
        return out.read_bytes()


def recap_bytes() -> bytes:
    """A sound recap of one office without rows."""
    from metrics.counting.shape import arrow_schema
    from metrics.counting.tables import TABLES
    from metrics.publishing.recap import OfficeSet, write
    from metrics.publishing.recap import parquet_bytes as part

    with tempfile.TemporaryDirectory() as folder:
        files = {name: part(arrow_schema(name).empty_table()) for name in TABLES}
        entry: dict[str, object] = {
            "source": "records",
            "as_of": {},
            "calendar": "",
            "standards": "",
            "period": None,
        }
        write([OfficeSet("32.14", files, entry)], Path(folder) / "r.zip", "2026.1", False)
        return (Path(folder) / "r.zip").read_bytes()


MAPPING = b"""kind = "event_log"
[fields]
application_no = "case:concept:name"
permit_type = "case:izin"
stage = "concept:name"
finished_at = "time:timestamp"
[constants]
office_code = "32.14"
[values.decision]
column = "case:izin"
"SIUP" = "issued"
[formats]
datetime = "%Y-%m-%dT%H:%M:%S%z"
timezone = "Asia/Jakarta"
"""

FORMS = b"""kind = "applications"
[fields]
application_no = ["office_code", "application_no"]
submitted_at = "submitted_at"
[values.decision]
column = "permit_type"
"SIUP" = "issued"
[where]
permit_type = ["SIUP", "IMB"]
[constants]
office_code = "32.14"
[formats]
date = "%Y-%m-%d"
[split.permit_type]
column = "application_no"
by = "-"
part = 1
[split.issued_at]
column = "issued_at"
by = " "
"""

SURVEY = b"""kind = "survey"
[fields]
persyaratan = "permit_type"
prosedur = "permit_type"
[answers]
"SIUP" = 4
"Kurang" = 2
[constants]
office_code = "32.14"
period = "2024-S1"
"""

READERS: dict[str, Callable[[], Reader]] = {
    "csv": lambda: Reader(".csv", (csv_bytes(), csv_bytes(";"), utf16_bytes())),
    "xlsx": lambda: Reader(".xlsx", (xlsx_bytes(),), zipped=True),
    "ods": lambda: Reader(".ods", (ods_bytes(),), zipped=True),
    "xls": lambda: Reader(".xls", (xls_bytes(),)),
    "parquet": lambda: Reader(".parquet", (parquet_bytes(), parquet_bytes("none"))),
    "xes": lambda: Reader(".xes", (xes_bytes(),)),
    "zip": lambda: Reader(".zip", (mixed_bytes(),), zipped=True),
    "recap": lambda: Reader(".zip", (recap_bytes(),), zipped=True),
    "mapping": lambda: Reader(".toml", (MAPPING, FORMS, SURVEY)),
}  # fmt: skip

SUFFIX = {
    "csv": ".csv", "xlsx": ".xlsx", "ods": ".ods", "xls": ".xls", "parquet": ".parquet",
    "xes": ".xes", "zip": ".zip", "recap": ".zip", "mapping": ".toml",
}  # fmt: skip
ODD: tuple[Any, ...] = (
    None, -1, 0, 2**31, 1e309, "", "99.99", "../x", "2999-01-01", [], {}, [1], True, "\x00", 3, 13,
)  # fmt: skip

TOML = (
    b"5", b"-1", b"0", b"1e400", b"nan", b"99999999999999999999", b"true", b"[]", b"[[]]", b"{}",
    b"{a = 1}", b'""', b'"x"', b'["x", 1]', b"1979-05-27", b"1979-05-27T07:32:00Z", b"07:32:00",
    b'"\\u0000"', b'"%"', b'"%Q"', b'"../../etc/localtime"', b"""'''a'b'''""", b'"SIUP"',
    b'"permit_type"', b'"office_code"', b'"event_log"', b'"Asia/Jakarta"', b'["a", ["b"]]',
)  # fmt: skip


def seeds_of(name: str) -> Reader:
    """The seeds of a reader for a long run: of recaps also one with rows."""
    reader = READERS[name]()
    if name == "recap":
        return Reader(reader.suffix, (*reader.seeds, *(full_recap_bytes(),) * 3), zipped=True)
    return reader


def odd_value(text: bytes, draw: random.Random) -> bytes:
    """A mapping with what stands right of one equals sign changed for another value of TOML."""
    lines = text.split(b"\n")
    at = draw.choice([n for n, line in enumerate(lines) if b"=" in line])
    left, _sign, _right = lines[at].partition(b"=")
    lines[at] = left + b"= " + draw.choice(TOML)
    return b"\n".join(lines)


def forged(members: dict[str, bytes], draw: random.Random) -> dict[str, bytes]:
    """A recap with one figure or one entry of its manifest changed, and its seal made again."""
    manifest = json.loads(members["manifest.json"])
    parts = sorted(n for n in members if n.endswith(".parquet"))
    if draw.random() < 0.5:
        _put_odd(manifest, draw)
    else:
        name = draw.choice(parts)
        members[name] = _odd_cell(members[name], draw)
    offices = manifest.get("offices")
    for entry in offices.values() if isinstance(offices, dict) else ():
        told = entry.get("parts") if isinstance(entry, dict) else None
        for part in told.values() if isinstance(told, dict) else ():
            if isinstance(part, dict) and str(part.get("path")) in members:
                part["sha256"] = hashlib.sha256(members[str(part["path"])]).hexdigest()
    bare = {k: v for k, v in manifest.items() if k != "checksum"}
    sealed = hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()
    members["manifest.json"] = json.dumps(bare | {"checksum": sealed}).encode()
    return members


def _put_odd(told: Any, draw: random.Random) -> None:
    """Change one value somewhere below `told`."""
    while told:
        keys = list(told) if isinstance(told, dict) else list(range(len(told)))
        key = draw.choice(keys)
        if isinstance(told[key], dict | list) and told[key] and draw.random() < 0.85:
            told = told[key]
            continue
        told[key] = draw.choice(ODD)
        return


def _odd_cell(data: bytes, draw: random.Random) -> bytes:
    """A count table with one value changed, or a row of odd values added."""
    table = pq.read_table(io.BytesIO(data))
    rows = table.to_pylist() or [dict.fromkeys(table.schema.names)]
    row, column = draw.choice(rows), draw.choice(table.schema.names)
    row[column] = draw.choice(
        (None, -1, 2**31 - 1, 2**62, 209913, "99.01", "=cmd()", "\x01", "![x](http://x)")
    )
    try:
        changed = pa.Table.from_pylist(rows, schema=table.schema)
    except (pa.ArrowException, TypeError, OverflowError):
        changed = pa.table({n: [str(r[n]) for r in rows] for n in table.schema.names})
    sink = io.BytesIO()
    pq.write_table(changed, sink)
    return sink.getvalue()
