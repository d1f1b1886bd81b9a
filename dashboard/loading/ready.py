"""A process that has all libraries in memory, from which the process of each request is forked.

Starting Python and importing what a check needs takes seconds; forking takes milliseconds. The
keeper is one thread that opens no file and no database: it waits for two pipes at its socket and
forks, and the fork answers. It ends with the program that started it, and is started anew when code
or data tables changed since.
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import TextIOWrapper
from typing import Any

from etl.paths import DATA, ROOT

WATCHED = ((ROOT / "etl", "*.py"), (ROOT / "metrics", "*.py"), (ROOT / "dashboard", "*.py"))
TABLES = ("*.csv", "*.toml")
SECONDS = 5
ENDED = "ended "  # begins the last line of a fork that came to its end; its exit code follows

_lock = threading.Lock()
_keeper: "Keeper | None" = None


class Keeper:
    """The waiting process and the socket at which it is asked."""

    def __init__(self) -> None:
        self.stamp = _stamp()
        self.door, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dashboard.loading.keeper"],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "OPENBLAS_NUM_THREADS": "1"},
            stdin=its.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        its.close()

    @property
    def well(self) -> bool:
        """Whether it runs, with the code and tables of now."""
        return self.process.poll() is None and self.stamp == _stamp()

    def end(self) -> None:
        """Let it end; forks at work go on."""
        self.door.close()

    def fork(self, into: int, out: int) -> None:
        """Have a process started that reads `into` and answers on `out`."""
        socket.send_fds(self.door, [b"."], [into, out])


def _stamp() -> float:
    """When code or data tables were last changed; code is looked at every few seconds."""
    tables = (p.stat().st_mtime for kind in TABLES for p in DATA.glob(kind))
    return max(_code(int(time.monotonic() / SECONDS)), *tables)


@lru_cache(maxsize=1)
def _code(_when: int) -> float:
    files = (p for folder, kind in WATCHED for p in folder.rglob(kind))
    return max((p.stat().st_mtime for p in files), default=0.0)


def begin() -> None:
    """Start the keeper ahead of the first request, so that nobody waits for it."""
    with _lock:
        _in_force()


def _in_force() -> Keeper:
    global _keeper
    if _keeper is None or not _keeper.well:
        if _keeper is not None:
            _keeper.end()
        _keeper = Keeper()
    return _keeper


@contextmanager
def told(request: dict[str, Any]) -> Iterator[Iterator[str]]:
    """The lines, one after the other, of a process that was told `request`.

    Whoever leaves before the last one does not stop the process: it goes on to its end.
    """
    into_read, into_write = os.pipe()
    out_read, out_write = os.pipe()
    try:
        with _lock:
            try:
                _in_force().fork(into_read, out_write)
            except OSError:  # it ended between two looks
                _in_force().end()
                globals()["_keeper"] = None
                _in_force().fork(into_read, out_write)
    finally:
        os.close(into_read)
        os.close(out_write)
    with os.fdopen(into_write, "w", encoding="utf-8") as said:
        json.dump({"environment": dict(os.environ), "request": request}, said)
    lines = os.fdopen(out_read, encoding="utf-8")
    try:
        yield lines
    finally:
        threading.Thread(target=_drained, args=(lines,), daemon=True).start()


def _drained(lines: TextIOWrapper) -> None:
    with lines:
        while lines.read(1 << 16):
            pass
