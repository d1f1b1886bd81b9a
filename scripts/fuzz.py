"""Feeds the readers mutated files: none may end but with rows or with a plain refusal.

`python -m scripts.fuzz --reader csv --cases 1000 --seed 1` forks a capped process a batch, so that
a reader that aborts or stalls costs its batch alone; what it was reading is kept in `--finds`.
"""

import argparse
import io
import json
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from etl.errors import MonevError, ProgramFaulty
from etl.ingest import prepare
from etl.loads import Known, LoadOptions
from etl.reading.apart import explained

BATCH = 250
MEMORY = 1500 << 20
SECONDS = 30.0
KNOWN = Known(offices=frozenset({"32", "32.14"}))
TOKENS = (
    b"\x00", b"\xff\xfe",
    b"PK\x03\x04", b"PAR1", b"\x1f\x8b", b'"', b'""', b";", b",", b"\t", b"\n",
    b"\r", b"=cmd", b"-1", b"99999999999999999999", b"31/02/2024", b"1e309", b"NaN", b"&lt;",
    b"<!ENTITY x 'y'>", b"<![CDATA[", b"../", b"XFD1048576", b"32.14", b"\xf0\x9f\x98\x80",
)  # fmt: skip


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


def recap_bytes() -> bytes:
    """A sound recap of one office."""
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

READERS: dict[str, Callable[[], Reader]] = {
    "csv": lambda: Reader(".csv", (csv_bytes(), csv_bytes(";"), utf16_bytes())),
    "xlsx": lambda: Reader(".xlsx", (xlsx_bytes(),), zipped=True),
    "ods": lambda: Reader(".ods", (ods_bytes(),), zipped=True),
    "xls": lambda: Reader(".xls", (xls_bytes(),)),
    "parquet": lambda: Reader(".parquet", (parquet_bytes(), parquet_bytes("none"))),
    "xes": lambda: Reader(".xes", (xes_bytes(),)),
    "zip": lambda: Reader(".zip", (mixed_bytes(),), zipped=True),
    "recap": lambda: Reader(".zip", (recap_bytes(),), zipped=True),
    "mapping": lambda: Reader(".toml", (MAPPING,)),
}  # fmt: skip


def mutated(reader: Reader, draw: random.Random) -> bytes:
    """A seed with some bytes changed; of a zip often the content of a member instead."""
    seed = draw.choice(reader.seeds)
    if reader.zipped and draw.random() < 0.6:
        with zipfile.ZipFile(io.BytesIO(seed)) as file:
            members = {n: file.read(n) for n in file.namelist()}
        name = draw.choice(sorted(members))
        members[name] = _changed(members[name], draw)
        return zipped(members, draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return _changed(seed, draw)


def _changed(data: bytes, draw: random.Random) -> bytes:
    out = bytearray(data)
    for _round in range(draw.choice((1, 1, 2, 4, 16))):
        at = draw.randrange(len(out) + 1)
        match draw.randrange(7):
            case 0 if at < len(out):
                out[at] = draw.randrange(256)
            case 1:
                del out[at : at + draw.choice((1, 2, 8, 64))]
            case 2:
                out[at:at] = draw.choice(TOKENS)
            case 3:
                end = at + draw.choice((1, 8, 64, 512))
                out[at:at] = out[at:end] * draw.choice((1, 2, 50))
            case 4 if at < len(out):
                out[at] ^= 1 << draw.randrange(8)
            case 5:
                del out[at:]
            case _other:
                token = draw.choice(TOKENS)
                out[at : at + len(token)] = token
        if not out:
            out = bytearray(b"x")
    return bytes(out)


def one(name: str, data: bytes, folder: Path) -> str:
    """Read one file as a load would; "" where it ended well, else what escaped."""
    path = folder / f"berkas{READERS_SUFFIX[name]}"
    path.write_bytes(data)
    options = LoadOptions(office="32.14", period="2024-S1")
    if name == "mapping":
        log = folder / "log.xes"
        log.write_bytes(xes_bytes())
        options, path = LoadOptions(mapping=path), log
    elif name == "xes":
        mapping = folder / "m.toml"
        mapping.write_bytes(MAPPING)
        options = LoadOptions(mapping=mapping)
    con = duckdb.connect(":memory:", config={"memory_limit": "500MB", "threads": 1})
    try:
        for item in prepare(con, path, options, KNOWN):
            if item.recap is not None:
                from metrics.publishing.recap_check import check_recap

                check_recap(item.recap.path)
    except MonevError as error:
        return "" if not isinstance(error, ProgramFaulty) else repr(error)
    except BaseException as error:
        if isinstance(error, MemoryError):
            return ""
        said = explained(error, path, folder)
        if isinstance(said, ProgramFaulty):
            return "".join(traceback.format_exception(error))
    finally:
        con.close()
    return ""


READERS_SUFFIX = {
    "csv": ".csv", "xlsx": ".xlsx", "ods": ".ods", "xls": ".xls", "parquet": ".parquet",
    "xes": ".xes", "zip": ".zip", "recap": ".zip", "mapping": ".toml",
}  # fmt: skip


def batch(name: str, seed: int, cases: int, finds: Path, there: Connection) -> None:
    """One capped process: reads `cases` mutated files, telling before each what it reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (1 << 30), MEMORY + (1 << 30)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reader, draw = READERS[name](), random.Random(f"{name}-{seed}")
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(cases):
            data = mutated(reader, draw)
            there.send(("reading", number, data))
            said = one(name, data, Path(scratch))
            if said:
                there.send(("escaped", said, data))
    there.send(("done", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, b""))
    there.close()


def run(name: str, seed: int, cases: int, finds: Path) -> dict[str, object]:
    """Run `cases` in batches; what was found, slowest case and most memory."""
    finds.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("fork")
    told = {"cases": 0, "escaped": 0, "ended": 0, "slow": 0, "peak_mb": 0}
    while told["cases"] < cases:
        here, there = context.Pipe(duplex=False)
        part = min(BATCH, cases - told["cases"])
        process = context.Process(target=batch, args=(name, seed, part, finds, there))
        process.start()
        there.close()
        seed, data, number = seed + 1, b"", -1
        while True:
            if not here.poll(SECONDS):
                told["slow"] += 1
                _keep(finds, name, "slow", data, f"longer than {SECONDS} s")
                break
            try:
                what, more, data_now = here.recv()
            except EOFError:
                told["ended"] += 1  # the reading process alone is gone: its caps at work
                _keep(finds, name, "ended", data, f"exit {process.exitcode}")
                break
            if what == "reading":
                number, data = more, data_now
            elif what == "escaped":
                told["escaped"] += 1
                _keep(finds, name, "escaped", data, str(more))
            else:
                told["peak_mb"] = max(told["peak_mb"], int(more) // 1024)
                break
        told["cases"] += max(number + 1, 1)
        process.kill()
        process.join()
    return {"reader": name, **told}


def _keep(finds: Path, name: str, what: str, data: bytes, why: str) -> None:
    import hashlib

    stem = f"{name}-{what}-{hashlib.sha256(data).hexdigest()[:8]}"
    (finds / stem).write_bytes(data)
    (finds / f"{stem}.txt").write_text(why, encoding="utf-8")


def main() -> None:
    """Fuzz one reader, or all in turn, and print a line of JSON for each."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--reader", choices=[*READERS, "all"], default="all")
    told.add_argument("--cases", type=int, default=1000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "monev-fuzz")
    given = told.parse_args()
    bad = False
    for name in list(READERS) if given.reader == "all" else [given.reader]:
        start = time.monotonic()
        found = run(name, given.seed, given.cases, given.finds)
        found["seconds"] = round(time.monotonic() - start, 1)
        bad |= bool(found["escaped"] or found["slow"])
        print(json.dumps(found), flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
