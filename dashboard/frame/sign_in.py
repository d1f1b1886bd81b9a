"""Whether people have to sign in, and with which provider: read in one place, for every door.

The `[auth]` table of Streamlit's secrets says so. Its file is `MONEV_SECRETS` (as a service is
given its credentials), else `.streamlit/secrets.toml` of the project or of the user.
"""

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from etl.errors import Refused
from etl.paths import ROOT
from etl.settings import settings
from etl.words import _


def secrets() -> dict[str, Any]:
    """The secrets in force; empty where there is no file.

    Raises `Refused` for a file that cannot be read, and for a `MONEV_SECRETS` that is not there:
    a lost file must never turn a service with sign-in into one without.
    """
    named = os.environ.get("MONEV_SECRETS")
    if named:
        return _read(Path(named), _changed(Path(named)))
    for folder in (ROOT, Path.home()):
        path = folder / ".streamlit" / "secrets.toml"
        if path.exists():
            return _read(path, _changed(path))
    return {}


def configured() -> bool:
    """Whether people sign in; without that the application serves this machine alone."""
    return bool(secrets().get("auth"))


def host() -> str:
    """The host name that people reach the application by, from the provider's redirect address."""
    return urlsplit(str(secrets().get("auth", {}).get("redirect_uri", ""))).hostname or ""


def verified_email(claims: Mapping[str, Any]) -> str:
    """The e-mail address that the provider vouches for, lower case; "" where it does not."""
    sure = str(claims.get("email_verified", "")).lower() == "true"
    return str(claims.get("email") or "").strip().lower() if sure else ""


def expired(claims: Mapping[str, Any]) -> bool:
    """Whether the sign-in is older than `MONEV_SIGN_IN_HOURS`."""
    since = claims.get("iat")
    if not isinstance(since, int | float):
        return False
    return datetime.now(UTC).timestamp() - since > settings().sign_in_hours * 3600


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise Refused(
            _("Berkas rahasia {file} tidak dapat dibuka; periksa MONEV_SECRETS.").format(file=path)
        ) from error


@lru_cache(maxsize=4)
def _read(path: Path, _version: int) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(
            _("Berkas {file} tidak terbaca ({error}); perbaiki tulisannya.").format(
                file=path, error=error
            )
        ) from error
