"""Runs a whole command as a process: its seconds, and the memory of it and its children at most."""

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.conftest import ROOT

EVERY = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True)
class Ran:
    """What a command took, from the shell to its end: seconds, megabytes at most, and the seconds
    of processors in it and its children."""

    seconds: float
    megabytes: float
    worked: float
    said: str = ""


def ran(command: Sequence[object], store: Path | None = None) -> Ran:
    """Run `command` in the project's folder; raises where it fails."""
    env = os.environ | ({"MONEV_STORE": str(store)} if store else {})
    before, begun = _worked(), time.perf_counter()
    with (
        tempfile.TemporaryFile() as out,
        subprocess.Popen(
            list(map(str, command)), cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT
        ) as process,
    ):
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, megabytes(process.pid))
            time.sleep(EVERY)
        seconds = time.perf_counter() - begun
        out.seek(0)
        said = out.read().decode()
    assert process.returncode == 0, said
    return Ran(seconds, peak, _worked() - before, said)


def megabytes(process: int) -> float:
    """What the process and its children hold in memory now."""
    return sum(_resident(p) for p in _tree(process)) / 2**20


def _worked() -> float:
    """Seconds of processors in all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tree(process: int) -> list[int]:
    """The process and those that it started."""
    found = [process]
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                found += _tree(int(child))
    except OSError:
        pass  # it has ended in the meantime
    return found


def _resident(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
