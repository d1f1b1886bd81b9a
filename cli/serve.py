"""Starts the dashboard's web server, and refuses to open it wider than sign-in allows."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from dashboard.frame.access import check_address
from etl.errors import Refused
from etl.paths import ROOT
from etl.words import _

SECRETS = (ROOT / ".streamlit" / "secrets.toml", Path.home() / ".streamlit" / "secrets.toml")


def sign_in_configured() -> bool:
    """Whether an [auth] table stands in the secrets that the dashboard will read."""
    for path in SECRETS:
        if path.exists():
            try:
                if tomllib.loads(path.read_text(encoding="utf-8")).get("auth"):
                    return True
            except tomllib.TOMLDecodeError as error:
                raise Refused(
                    _("Berkas {file} tidak terbaca ({error}); perbaiki tulisannya.").format(
                        file=path, error=error
                    )
                ) from error
    return False


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
    check_address(address, sign_in_configured())
    environment = {**os.environ, "MONEV_STORE": str(store.resolve())}
    print(_("Dasbor: http://{address}:{port}").format(address=address, port=port), file=sys.stderr)
    done = subprocess.run(command(address, port), cwd=ROOT, env=environment, check=False)
    return 0 if done.returncode in (0, -2, 130) else 3
