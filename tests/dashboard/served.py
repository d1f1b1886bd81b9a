"""Starts the application as an ASGI server of its own, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def waited_for(ready: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


@contextmanager
def serving(
    store: Path, host: str = "127.0.0.1", port: int = 0, **environment: object
) -> Iterator[int]:
    """The port of `uvicorn app:app` over `store`; its logs lie in `MONEV_LOGS`."""
    port = port or free_port()
    logs = environment.setdefault("MONEV_LOGS", tempfile.mkdtemp(prefix="monev-logs-"))
    said = (Path(str(logs)) / "said.txt").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "app:app", "--host", host, "--port", str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "MONEV_STORE": str(store),
            **{k: str(v) for k, v in environment.items()},
        },
        stdout=said,
        stderr=said,
    )
    try:
        waited_for(lambda: process.poll() is not None or _answers(port))
        if process.poll() is not None:
            said.seek(0)
            raise AssertionError(f"the server stopped\n{said.read()}")
        yield port
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
