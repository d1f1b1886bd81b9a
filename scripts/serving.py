"""The dashboard of a store, served while a script looks at it."""

import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from etl.paths import ROOT


@dataclass(frozen=True)
class Served:
    """Where the dashboard answers, and the process that serves it."""

    address: str
    port: int
    pid: int


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    store: Path, port: int | None = None, seconds: float = 60, ending: float = 10
) -> Iterator[Served]:
    """The app on `store`, as `monev serve` starts it, once it answers within `seconds`.

    It is stopped at the end, and has `ending` seconds for it.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "cli", "serve", "--store", str(store), "--port", str(port)]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as said:
        app = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        try:
            _wait(address, app, seconds)
            yield Served(address, port, app.pid)
        finally:
            app.terminate()
            try:
                app.wait(ending)
            except subprocess.TimeoutExpired:
                app.kill()


def _wait(address: str, app: subprocess.Popen[bytes], seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if app.poll() is not None:
            raise RuntimeError(f"the app ended with exit code {app.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"the app did not answer within {seconds:g} s")
