"""Who may see what: the one place where a reader's scope is made.

Signed in: the grant of the verified e-mail address, kept in the store and seeded by
`data/access.toml`. Not configured for sign-in: the app runs locally, on 127.0.0.1 only, and the
reader picks a role to look through. Grants are read anew for every run, download and write.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.frame import sign_in
from etl.errors import Refused
from etl.paths import DATA
from etl.store.gate import Gate
from etl.store.grants import Grants
from etl.store.rights import Rights
from etl.words import _
from metrics.asking.query import Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

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


EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def grants(store: Path) -> dict[str, Grant]:
    """The grants in force by e-mail address: the file's, with what was decided on the page."""
    found = load_grants()
    for email, kept in Grants(store).kept().items():
        if kept.role in ROLES:
            found[email] = Grant(email, kept.role, kept.region)
        else:
            found.pop(email, None)
    return found


def grant_of(store: Path, email: str) -> Grant:
    """The grant of a verified address; the public's where there is none."""
    return grants(store).get(email, Grant(email, "public")) if email else Grant("", "public")


def scope_of(store: Path, email: str) -> Scope:
    """The scope that a verified address has now, whoever asks."""
    grant = grant_of(store, email)
    provinces: dict[str, str] = {}
    if grant.role == "province":
        from metrics.asking.snapshot import open_snapshot

        snapshot = open_snapshot(store)
        provinces = provinces_of(snapshot)
        snapshot.close()
    return scope(grant.role, grant.region, provinces)


def in_force(store: Path, who: str, drawn: Scope) -> Scope:
    """What a reader may at this moment, never more than what the page was drawn with.

    Of somebody who signed in (an address) that is the grant of now; without sign-in this machine's
    user is whom the page names. A role that changed since, unless it was the admin's, gives none.
    """
    if not sign_in.configured() or "@" not in who:
        return drawn
    now = scope_of(store, who)
    if drawn.role not in (now.role, "admin"):
        return Scope("public", frozenset(), case_rows=False, hide_below=HIDE_BELOW)
    offices = Rights(now.role, now.offices).narrowed(drawn.offices)
    return replace(now, offices=offices, case_rows=now.case_rows and drawn.case_rows)


def provinces_of(snapshot: "Snapshot | None") -> dict[str, str]:
    """The province code of every known office, by the office's code."""
    if snapshot is None:
        return {}
    frame = snapshot.offices()
    return dict(zip(frame["office"], frame["province"].fillna(""), strict=True))


def decide(store: Path, scope: Scope, by: str, grant: Grant) -> None:
    """Give or take away (`role` "") a grant, and write it down; for an admin alone.

    Refused for an address that is none, a role without its region, and where no admin would be
    left.
    """
    scope = in_force(store, by, scope)
    gate = Gate(store, by, Rights(scope.role, scope.offices))
    gate.check("grant", "")
    email = grant.email.strip().lower()
    if not EMAIL.fullmatch(email):
        raise Refused(_("Tulis alamat e-mail lengkap, misalnya nama@kantor.example."))
    if grant.role and grant.role not in ROLES:
        raise Refused(_("Pilih peran dari daftar."))
    if grant.role in OF_AN_OFFICE | {"province"} and not grant.region:
        raise Refused(_("Peran ini perlu wilayah; pilih kantor atau provinsinya."))
    before = grants(store)
    admins = {g.email for g in before.values() if g.role == "admin"}
    if email in admins and grant.role != "admin" and admins == {email}:
        raise Refused(_("Admin terakhir tidak dapat dihapus; beri dulu peran admin orang lain."))
    region = grant.region if grant.role in OF_AN_OFFICE | {"province"} else ""
    gate.set_grant(email, grant.role, region, before.get(email, Grant(email, "")).role)


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


def may_set_letter(scope: Scope, place: str) -> bool:
    """Whether the reader may set the letterhead of an office or province (code)."""
    return Rights(scope.role, scope.offices).may_write("letter", place)
