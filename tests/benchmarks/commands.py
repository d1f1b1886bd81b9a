"""Runs a whole command as a process: its seconds, and the memory of it and its children at most."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.conftest import ROOT

EVERY = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True)
class Ran:
    """What a command took, from the shell to its end: seconds, and megabytes at most."""

    seconds: float
    megabytes: float


def ran(command: Sequence[object], store: Path | None = None) -> Ran:
    """Run `command` in the project's folder; raises where it fails."""
    env = os.environ | ({"MONEV_STORE": str(store)} if store else {})
    begun = time.perf_counter()
    with subprocess.Popen(
        list(map(str, command)), cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(_resident(p) for p in _tree(process.pid)))
            time.sleep(EVERY)
        seconds = time.perf_counter() - begun
        said = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode == 0, said
    return Ran(seconds, peak / 2**20)


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
