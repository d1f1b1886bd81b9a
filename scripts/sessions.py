"""Many people at once: real sessions over websockets against `monev serve`, and what it holds.

`python -m scripts.sessions` opens 50 for five minutes on a sample store. Each is one browser tab:
it opens a page of an office, waits until all of it came, reads for a while and goes to the next.
An error is a page that failed or said so, or took over five minutes, or a lost wire.
`docs/reliability/sessions.json` keeps what came of it.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from etl.paths import ROOT
from scripts.reliability import FOLDER, PAGE, page
from scripts.serving import served

PAGES = (
    "", "ikm", "tindak_lanjut", "berkas", "waktu_proses", "izin_terbit", "pembayaran", "simulasi",
    "pengaduan", "laporan", "profil", "banding", "pelaporan", "definisi", "mutu_data", "riwayat",
    "target", "kejadian", "akses", "jejak",
)  # fmt: skip
FAILED = ("gagal dimuat", "sedang dihitung ulang", "Traceback")
SECONDS = 300.0  # within which a page has to come, on a machine that others use too


@dataclass
class Seen:
    """What all sessions saw: seconds of each run, and errors in words."""

    runs: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def person(port: int, until: float, draw: random.Random, offices: list[str], seen: Seen,
                 rest: float) -> None:  # fmt: skip
    """One browser tab, until the time is out."""
    here, name, office = f"127.0.0.1:{port}", "", ""
    await asyncio.sleep(draw.uniform(0, rest))
    try:
        async with connect(
            f"ws://{here}/_stcore/stream", origin=f"http://{here}",  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None, open_timeout=SECONDS, ping_timeout=None,
        ) as wire:  # fmt: skip
            while time.monotonic() < until:
                name, office = draw.choice(PAGES), draw.choice(offices)
                begun = time.monotonic()
                why = await asyncio.wait_for(_opened(wire, here, name, office), SECONDS)
                seen.runs.append(time.monotonic() - begun)
                if why:
                    seen.errors.append(f"{name or 'ringkasan'}: {why}")
                await asyncio.sleep(draw.uniform(0.5, 1.5) * rest)
    except Exception as error:
        seen.errors.append(f"{name or 'ringkasan'} {office}: {type(error).__name__} {error}")


async def _opened(wire: ClientConnection, here: str, name: str, office: str) -> str:
    """Open a page and wait until it has come whole; what failed in it, else ""."""
    asked = BackMsg()
    asked.rerun_script.page_name = name
    asked.rerun_script.query_string = f"office={office}" if office else ""
    asked.rerun_script.context_info.url = f"http://{here}/{name}"
    asked.rerun_script.context_info.locale = "id"
    await wire.send(asked.SerializeToString())
    why, began = "", False
    async for data in wire:
        told = ForwardMsg()
        told.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = told.WhichOneof("type")
        began = began or kind == "new_session"
        if kind == "delta":
            element = told.delta.new_element
            if element.WhichOneof("type") == "exception":
                why = f"exception {element.exception.message[:200]}"
            elif any(word in element.alert.body for word in FAILED):
                why = element.alert.body
        if began and kind == "script_finished":
            if told.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                continue
            ended = ForwardMsg.FINISHED_WITH_COMPILE_ERROR
            return why or ("did not compile" if told.script_finished == ended else "")
    return "the wire was cut"


def _stat(pid: str | int) -> list[str]:
    """What the system says of a process, from its state on (proc(5)); nothing of one that ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def family(pid: int) -> list[int]:
    """A process and all below it."""
    below: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (told := _stat(folder.name)):
            below.setdefault(int(told[1]), []).append(int(folder.name))
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        left += below.get(found[-1], [])
    return found


def spent(pid: int) -> float:
    """Seconds of processor that a process and all below it have taken."""
    ticks = sum(int(t) for one in family(pid) if (told := _stat(one)) for t in told[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def held(pid: int) -> int:
    """The memory in MB of a process and all below it, what they share counted once."""
    total = 0
    for one in family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total >> 10


async def all_of_them(
    server: int, port: int, number: int, minutes: int, offices: list[str], rest: float
) -> tuple[Seen, list[int]]:
    """Let them in, and look at the memory each minute."""
    seen, until = Seen(), time.monotonic() + minutes * 60
    people = [
        asyncio.create_task(person(port, until, random.Random(n), offices, seen, rest))
        for n in range(number)
    ]
    mb = []
    for _minute in range(minutes):
        await asyncio.sleep(60)
        mb.append(await asyncio.to_thread(held, server))
        print(f"{mb[-1]} MB, {len(seen.runs)} runs, {len(seen.errors)} errors", flush=True)
    await asyncio.gather(*people)
    return seen, mb


def main() -> None:
    """Serve, let them in, and write down what came of it."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--sessions", type=int, default=50)
    told.add_argument("--minutes", type=int, default=5)
    told.add_argument("--rest", type=float, default=10.0, help="seconds of reading, about")
    told.add_argument("--port", type=int, default=8620)
    told.add_argument("--store", type=Path, help="a published store; else a sample is made")
    told.add_argument("--machine", default=f"{os.cpu_count()} cores")
    given = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="monev-orang-") as folder:
        store = given.store or Path(folder) / "store"
        if not store.exists():
            monev = [sys.executable, "-m", "cli", "sample", "--store", str(store)]
            subprocess.run(monev, cwd=ROOT, check=True)
        offices = sorted(p.name for p in (store / "published").iterdir() if p.name[:1].isdigit())
        with served(store, given.port, seconds=120, ending=120) as app:
            before, busy = held(app.pid), spent(app.pid)
            seen, mb = asyncio.run(
                all_of_them(
                    app.pid, app.port, given.sessions, given.minutes, ["", *offices], given.rest
                )
            )
            busy = spent(app.pid) - busy
            time.sleep(60)
            after = held(app.pid)
    runs = sorted(seen.runs) or [0.0]
    came = {
        "sessions": given.sessions,
        "minutes": given.minutes,
        "machine": given.machine,
        "runs": len(seen.runs),
        "errors": len(seen.errors),
        "what": sorted(set(seen.errors))[:20],
        "median_s": round(statistics.median(runs), 2),
        "p95_s": round(runs[int(len(runs) * 0.95)], 2),
        "slowest_s": round(runs[-1], 2),
        "processor_s": round(busy / max(1, len(seen.runs)), 2),
        "before_mb": before,
        "mb": mb,
        "after_mb": after,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "sessions.json").write_text(json.dumps(came, indent=1, ensure_ascii=False) + "\n")
    PAGE.write_text(page(), encoding="utf-8")
    print(json.dumps(came))
    sys.exit(1 if seen.errors else 0)


if __name__ == "__main__":
    main()
