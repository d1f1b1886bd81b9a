"""Starts the dashboard's web server, and refuses to open it wider than sign-in allows."""

import os
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


def serve(store: Path, address: str, port: int) -> int:
    """Serve the dashboard of `store` until stopped; the server's exit code.

    Raises `Refused` on an address beyond this machine while nobody has to sign in.
    """
    if not sockets.is_local(address) and not sign_in.configured():
        raise Refused(too_wide([address]))
    environment = {**os.environ, "MONEV_STORE": str(store.resolve())}
    print(_("Dasbor: http://{address}:{port}").format(address=address, port=port), file=sys.stderr)
    done = subprocess.run(command(address, port), cwd=ROOT, env=environment, check=False)
    return 0 if done.returncode in (0, -2, 130) else 3
