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
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb

from etl.errors import MonevError, ProgramFaulty
from etl.ingest import prepare
from etl.loads import Known, LoadOptions
from etl.reading.apart import explained
from scripts.fuzz_seeds import MAPPING, READERS, SUFFIX, Reader, forged, seeds_of, xes_bytes, zipped

BATCH = 500
TURN = 1000
COUNTED = ("cases", "escaped", "ended", "time")
MEMORY = 1500 << 20
SECONDS = 30.0
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
        log = folder / "log.xes"
        log.write_bytes(xes_bytes())
        options, path = LoadOptions(mapping=path), log
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


def batch(name: str, reader: Reader, seed: int, cases: int, there: Connection) -> None:
    """One capped process: reads `cases` mutated files, telling before each what it reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (1 << 30), MEMORY + (1 << 30)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    draw, house = random.Random(f"{name}-{seed}"), small_house()
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(cases):
            data = mutated(reader, draw)
            there.send(("reading", number, data))
            said = one(name, data, Path(scratch), house)
            if said:
                there.send(("escaped", said, data))
    there.send(("done", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, b""))
    there.close()


def run(name: str, seed: int, cases: int, finds: Path) -> dict[str, object]:
    """Run `cases` in batches; what was found, slowest case and most memory."""
    finds.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("fork")
    told = {"cases": 0, "escaped": 0, "ended": 0, "time": 0, "peak_mb": 0}
    reader = seeds_of(name)
    while told["cases"] < cases:
        here, there = context.Pipe(duplex=False)
        part = min(BATCH, cases - told["cases"])
        process = context.Process(target=batch, args=(name, reader, seed, part, there))
        process.start()
        there.close()
        seed, data, number = seed + 1, b"", -1
        while True:
            if not here.poll(SECONDS):
                told["time"] += 1
                _keep(finds, name, "time", data, f"longer than {SECONDS} s")
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


def rounds(names: list[str], cases: int, hours: float, finds: Path, out: Path) -> bool:
    """Fuzz the readers in turn, some at a time, until each had `cases` or the time is out.

    What came of it so far lies in `out` after each turn, and is gone on from there.
    """
    until = time.monotonic() + hours * 3600
    told: dict[str, dict[str, object]] = {}
    if out.exists():
        told = {line["reader"]: line for line in map(json.loads, out.read_text().splitlines())}
    while time.monotonic() < until:
        left = [n for n in names if _number(told, n, "cases") < cases]
        if not left:
            break
        name = min(left, key=lambda n: _number(told, n, "cases"))
        start, so_far = time.monotonic(), _number(told, name, "cases")
        found = run(name, 1_000_000 + so_far, min(TURN, cases - so_far), finds)
        added = {k: _number(told, name, k) + int(str(found[k])) for k in COUNTED}
        peak = max(_number(told, name, "peak_mb"), int(str(found["peak_mb"])))
        spent = _number(told, name, "seconds") + round(time.monotonic() - start)
        told[name] = {"reader": name, **added, "peak_mb": peak, "seconds": spent}
        out.write_text("".join(json.dumps(line) + "\n" for line in told.values()))
    return any(line["escaped"] for line in told.values())


def _number(told: dict[str, dict[str, object]], name: str, what: str) -> int:
    return int(str(told.get(name, {}).get(what, 0)))


def main() -> None:
    """Fuzz one reader, or all in turn, and print a line of JSON for each."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--reader", choices=[*READERS, "all"], default="all")
    told.add_argument("--cases", type=int, default=1000)
    told.add_argument("--hours", type=float, default=24)
    told.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "monev-fuzz")
    given = told.parse_args()
    names = list(READERS) if given.reader == "all" else [given.reader]
    out = given.finds / "told.jsonl"
    given.finds.mkdir(parents=True, exist_ok=True)
    bad = rounds(names, given.cases, given.hours, given.finds, out)
    print(out.read_text(), end="")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
