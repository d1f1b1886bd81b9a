"""Feeds the readers mutated files: none may end but with rows or with a plain refusal.

`python -m scripts.fuzz --reader csv --cases 1000` forks a capped process a batch, so that a reader
that aborts or stalls costs its batch alone; what it was reading is kept in `--finds`. What was done
adds up in `docs/reliability/fuzz.json`: a later run goes on behind it. `--again` repeats the
batches in which something escaped, once it is mended.
"""

import argparse
import hashlib
import io
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.errors import MonevError, ProgramFaulty
from etl.ingest import prepare
from etl.loads import Known, LoadOptions
from etl.reading.apart import explained
from scripts.fuzz_seeds import (
    MAPPING,
    READERS,
    SUFFIX,
    Reader,
    csv_bytes,
    forged,
    odd_value,
    seeds_of,
    xes_bytes,
    zipped,
)
from scripts.fuzz_tally import kept, tally

BATCH = 500
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where there is one, thousands of files cost no disk
COST = ("mapping", "parquet", "zip", "ods", "xes", "xlsx", "xls", "csv", "recap")  # cheap first
MEMORY = 1500 << 20
SECONDS = 30.0
PATIENCE = 40  # times as long is stalled, whatever the processor did
KNOWN = Known(offices=frozenset({"32", "32.14"}))
TOKENS = (
    b"\x00", b"\xff\xfe",
    b"PK\x03\x04", b"PAR1", b"\x1f\x8b", b'"', b'""', b";", b",", b"\t", b"\n",
    b"\r", b"=cmd", b"-1", b"99999999999999999999", b"31/02/2024", b"1e309", b"NaN", b"&lt;",
    b"<!ENTITY x 'y'>", b"<![CDATA[", b"../", b"XFD1048576", b"32.14", b"\xf0\x9f\x98\x80",
)  # fmt: skip


def mutated(reader: Reader, draw: random.Random) -> bytes:
    """A seed with some bytes changed; of a zip often the content of a member instead, and of a
    recap often a figure or a word of its manifest, under a seal made again."""
    seed = draw.choice(reader.seeds)
    if reader.suffix == ".toml" and draw.random() < 0.5:
        return odd_value(seed, draw)
    if reader.zipped and draw.random() < 0.6:
        with zipfile.ZipFile(io.BytesIO(seed)) as file:
            members = {n: file.read(n) for n in file.namelist()}
        if "manifest.json" in members and draw.random() < 0.7:
            return zipped(forged(members, draw), zipfile.ZIP_STORED)
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


def one(
    name: str, data: bytes, folder: Path, house: duckdb.DuckDBPyConnection | None = None
) -> str:
    """Read one file as a load would; "" where it ended well, else what escaped.

    `house` spares making a database for each file: temporary tables are its cursor's alone.
    """
    path = folder / f"berkas{SUFFIX[name]}"
    path.write_bytes(data)
    options = LoadOptions(office="32.14", period="2024-S1")
    if name == "mapping":
        table = folder / ("log.xes" if b"event_log" in data else "tabel.csv")
        table.write_bytes(xes_bytes() if b"event_log" in data else csv_bytes())
        options, path = LoadOptions(mapping=path), table
    elif name == "xes":
        mapping = folder / "m.toml"
        mapping.write_bytes(MAPPING)
        options = LoadOptions(mapping=mapping)
    con = (house or small_house()).cursor()
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


def small_house() -> duckdb.DuckDBPyConnection:
    """A database in memory, as the reading process has one."""
    return duckdb.connect(":memory:", config={"memory_limit": "500MB", "threads": 1})


def batch(name: str, reader: Reader, seed: int, part: tuple[int, int], there: Connection) -> None:
    """One capped process: reads mutated files (from, to), telling before each what it reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (1 << 30), MEMORY + (1 << 30)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pa.set_cpu_count(1)
    draw, house = random.Random(f"{name}-{seed}"), small_house()
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as scratch:
        tempfile.tempdir = scratch
        for number in range(part[1]):
            data = mutated(reader, draw)
            if number < part[0]:
                continue
            there.send(("reading", number, data))
            said = one(name, data, Path(scratch), house)
            if said:
                there.send(("escaped", said, data))
    there.send(("done", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, b""))
    there.close()


@dataclass
class Came:
    """What came of one batch; `slowest` in seconds of the processor, `peak_mb` of its process."""

    cases: int = 0
    escaped: int = 0
    memory: int = 0
    time: int = 0
    peak_mb: int = 0
    slowest: float = 0.0


def run(name: str, reader: Reader, seed: int, finds: Path, cases: int = BATCH) -> Came:
    """Run one batch, begun anew behind a file at which the reading process ended."""
    came, skip = Came(), 0
    while skip < cases:
        skip = _through(name, reader, seed, (skip, cases), finds, came)
    came.cases = cases
    return came


def _through(
    name: str, reader: Reader, seed: int, part: tuple[int, int], finds: Path, came: Came
) -> int:
    """Read the files of a batch from one on; the number of the file to go on at."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=batch, args=(name, reader, seed, part, there))
    process.start()
    there.close()
    data, number, begun, waited = b"", part[0], 0.0, 0
    try:
        while True:
            if not here.poll(SECONDS):
                waited += 1
                if _processor(process.pid) - begun < SECONDS and waited < PATIENCE:
                    continue  # it stands behind others' work, which is no fault of the file
                came.time += 1
                _keep(finds, name, "time", data, f"longer than {SECONDS} s")
                return number + 1
            try:
                what, more, data_now = here.recv()
            except EOFError:
                process.join()
                came.memory += 1  # the reading process alone is gone: its caps at work
                _keep(finds, name, "memory", data, f"exit {process.exitcode}")
                return number + 1
            now = _processor(process.pid)
            if what == "reading":
                if data:
                    came.slowest = max(came.slowest, round(now - begun, 2))
                number, data, begun, waited = more, data_now, now, 0
            elif what == "escaped":
                came.escaped += 1
                _keep(finds, name, "escaped", data, str(more))
            else:
                came.peak_mb = max(came.peak_mb, int(more) // 1024)
                return part[1]
    finally:
        process.kill()
        process.join()


def _processor(pid: int | None) -> float:
    """Seconds of the processor that a running process has had."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _keep(finds: Path, name: str, what: str, data: bytes, why: str) -> None:
    finds.mkdir(parents=True, exist_ok=True)
    stem = f"{name}-{what}-{hashlib.sha256(data).hexdigest()[:8]}"
    (finds / stem).write_bytes(data)
    (finds / f"{stem}.txt").write_text(why, encoding="utf-8")


def rounds(names: list[str], cases: int, until: float, finds: Path) -> bool:
    """Fuzz the readers one after another, each to `cases`, or until the time is out.

    What came of it is added to the tally after each batch. True where something escaped.
    """
    _warmed()
    bad = False
    for name in names:
        reader = seeds_of(name)
        while (done := tally(name)).cases < cases and time.monotonic() < until:
            begun = time.monotonic()
            came = run(name, reader, done.batches, finds)
            done.add(came, time.monotonic() - begun)
            kept(name, done)
        bad = bad or bool(done.bad)
    return bad


def _warmed() -> None:
    """What every reading process would import anew, in memory before the first fork."""
    from etl.sheets import layouts
    from metrics.publishing import recap_check  # noqa: F401

    layouts()


def again(names: list[str], finds: Path) -> bool:
    """Repeat the batches in which something escaped; what no longer does is counted as mended."""
    left = False
    for name in names:
        done = tally(name)
        for seed, number in list(done.bad.items()):
            now = run(name, seeds_of(name), int(seed), finds).escaped
            done.mended += number - now
            done.bad.pop(seed)
            if now:
                done.bad[seed] = now
        kept(name, done)
        left = left or bool(done.bad)
    return left


def main() -> None:
    """Fuzz one reader, or all in turn, the cheap ones first."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--reader", choices=[*READERS, "all"], default="all")
    told.add_argument("--cases", type=int, default=1000, help="of each reader, earlier runs' too")
    told.add_argument("--hours", type=float, default=24)
    told.add_argument("--again", action="store_true")
    told.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "monev-fuzz")
    given = told.parse_args()
    names = list(COST) if given.reader == "all" else [given.reader]
    if given.again:
        bad = again(names, given.finds)
    else:
        until = time.monotonic() + given.hours * 3600
        bad = rounds(names, given.cases, until, given.finds)
    for name in names:
        print(name, tally(name).told())
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
