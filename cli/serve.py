"""Starts the dashboard's web server, and refuses to open it wider than sign-in allows."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

from dashboard.frame import sign_in, sockets
from dashboard.frame.guard import too_wide
from etl.errors import Refused
from etl.paths import ROOT
from etl.words import _


def command(address: str, port: int) -> list[str]:
    """The command that serves the dashboard."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "app.py"),
        f"--server.address={address}",
        f"--server.port={port}",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none",
    ]


GRACE = 15  # seconds for pages that are being drawn; a load goes on in its own process
PR_SET_PDEATHSIG = 1


class _Told(BaseException):
    """This process was told to end."""


MEMORY = {"MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_TRIM_THRESHOLD_": "1048576"}
"""What the C library gives back at once: else a server keeps the most that it ever held."""


def serve(store: Path, address: str, port: int) -> int:
    """Serve the dashboard of `store` until stopped; the server's exit code.

    Raises `Refused` on an address beyond this machine while nobody has to sign in.
    """
    if not sockets.is_local(address) and not sign_in.configured():
        raise Refused(too_wide([address]))
    environment = {**MEMORY, **os.environ, "MONEV_STORE": str(store.resolve())}
    print(_("Dasbor: http://{address}:{port}").format(address=address, port=port), file=sys.stderr)
    code = _run(command(address, port), environment)
    return 0 if code in (0, -signal.SIGINT, -signal.SIGTERM, 130, 143) else 3


def _run(arguments: list[str], environment: dict[str, str]) -> int:
    """Run the server until it ends or this process is told to; never leaves it behind."""
    server = subprocess.Popen(
        arguments, cwd=ROOT, env=environment, preexec_fn=_ends_with_its_parent
    )

    def stop(_number: int, _frame: object) -> None:
        raise _Told

    held = {n: signal.signal(n, stop) for n in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    try:
        return server.wait()
    except _Told:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(GRACE)
        return 0
    finally:
        for number, before in held.items():
            signal.signal(number, before)
        if server.poll() is None:
            server.kill()
            server.wait()


def _ends_with_its_parent() -> None:
    """Have the kernel (Linux) stop the server when `monev serve` itself is killed."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
