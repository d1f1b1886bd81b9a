"""Who may see what: the one place where a reader's scope is made.

Signed in: the grant of the e-mail address in `data/access.toml`. Not configured for sign-in:
the app runs locally, on 127.0.0.1 only, and the reader picks a role to look through.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from etl.errors import Refused
from etl.paths import DATA
from etl.words import _
from metrics.asking.query import Scope

ROLES = ("admin", "province", "office", "analyst", "public")
OF_AN_OFFICE = frozenset({"office", "analyst"})
HIDE_BELOW = 5


@dataclass(frozen=True)
class Grant:
    """A person's role and region: an office code, a province code, or "" for all."""

    email: str
    role: str
    region: str = ""


def role_name(role: str) -> str:
    """A role in words."""
    return {
        "admin": _("Admin (semua halaman)"),
        "province": _("Pemantau provinsi"),
        "office": _("Kepala kantor"),
        "analyst": _("Analis kantor"),
        "public": _("Masyarakat"),
    }[role]


def load_grants(path: Path = DATA / "access.toml") -> dict[str, Grant]:
    """The grants by e-mail address, lower case; an absent file grants nobody anything.

    The file holds `[[grant]]` tables with `email`, `role` and `region`. A wrong role or a
    missing region is refused: a grant must never be wider than what was written.
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("grant", [])
    except tomllib.TOMLDecodeError as error:
        raise Refused(
            _("Berkas {file} tidak terbaca ({error}); perbaiki tulisannya.").format(
                file=path.name, error=error
            )
        ) from error
    grants = [_grant(table, path.name) for table in tables]
    return {g.email: g for g in grants}


def _grant(table: dict, file: str) -> Grant:
    email = str(table.get("email", "")).strip().lower()
    role, region = str(table.get("role", "")), str(table.get("region", ""))
    if not email or role not in ROLES:
        raise Refused(
            _("Hak akses di {file} perlu email dan peran ({roles}).").format(
                file=file, roles=", ".join(ROLES)
            )
        )
    if role in OF_AN_OFFICE | {"province"} and not region:
        raise Refused(
            _("Hak akses {email} di {file} perlu wilayah.").format(email=email, file=file)
        )
    return Grant(email, role, region)


def scope(role: str, region: str, provinces: dict[str, str]) -> Scope:
    """The scope of a role in a region.

    `provinces` maps every known office code to its province code. An office's people see
    their own office with its cases; a province sees its offices' counts, no cases; admin sees
    all; the public sees every office's counts with those under 5 withheld, no cases.
    """
    if role == "admin":
        return Scope("admin", None, case_rows=True)
    if role in OF_AN_OFFICE:
        return Scope(role, frozenset({region}), case_rows=True)
    if role == "province":
        offices = frozenset(code for code, province in provinces.items() if province == region)
        return Scope("province", offices, case_rows=False)
    return Scope("public", None, case_rows=False, hide_below=HIDE_BELOW)


def may_load(scope: Scope) -> bool:
    """Whether the reader may load files and undo batches."""
    return scope.role in ("analyst", "admin")
