"""Opens every page as one person, by its address, and looks through all that came and all that
can be downloaded for what is not theirs."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import dashboard.frame
from dashboard.frame import navigation
from dashboard.frame.url import held_key
from scripts.access.house import OFFICES, Person, mark, signed_in

SCRIPT = Path(dashboard.frame.__file__).parent / "script.py"


def slugs() -> list[str]:
    """The addresses of all pages, in the order of the navigation."""
    return [entry.slug for entry in navigation.discover()]


DOORS = ("own", "address", "window")


def opened(folder: Path, person: Person, slug: str, door: str) -> str:
    """A page at the own place, or at another's by its address or by the window's own state.

    "shown", "refused" or "sign in"; "LEAK …" names what was shown and is not theirs.
    """
    given: list[Any] = []

    def kept(label: str, data: Any = b"", *_more: Any, **_other: Any) -> bool:
        given.append(data)
        return False

    with signed_in(folder, person), patch("streamlit.download_button", kept):
        app = AppTest.from_file(SCRIPT, default_timeout=120)
        app._page_hash = calc_hash(slug)
        place = person.own if door == "own" else person.other
        field = "office" if "." in place else "province"
        if door == "window":
            app.session_state[held_key(field)] = place
        else:
            app.query_params[field] = place
        app.run()
        if app.exception:
            return f"LEAK error: {app.exception[0].value[:200]}"
        seen = b"".join(_protos(app._tree))
        for data in given:
            seen += _content(data)
        if door == "own" and person.role and (late := replayed(folder, person, given)):
            return f"LEAK {late}"
    if leak := leaked(person, seen):
        return f"LEAK {leak}"
    words = seen.decode("utf-8", "ignore")
    if "Masuk dengan akun dinas" in words:
        return "sign in"
    return "refused" if "bukan untuk peran Anda" in words else "shown"


def replayed(folder: Path, person: Person, given: list[Any]) -> str:
    """What downloads still hand out of any office after the person's grant is gone."""
    from etl.store.grants import Grants

    grants = Grants(folder / "store")
    grants.set(person.email, "", "", "uji")
    try:
        late = b"".join(_content(data) for data in given if callable(data))
    finally:
        grants.set(person.email, person.role, person.region, "uji")
    return next((f"after the grant: {o}" for o in OFFICES if mark(o).encode() in late), "")


def leaked(person: Person, seen: bytes) -> str:
    """What in `seen` is not for the eyes of `person`: another place's words, or case numbers."""
    mine = {"admin": OFFICES, "province": OFFICES[:2], "office": OFFICES[:1]}
    allowed = mine.get(person.role.replace("analyst", "office"), ())
    for office in OFFICES:
        if office not in allowed and mark(office).encode() in seen:
            return f"{office}: {_around(seen, mark(office).encode())}"
    if person.role == "province" and (found := re.search(rb"Q\d{4}Q-muat-\d", seen)):
        return f"a case: {found[0].decode()}"
    return ""


def _around(seen: bytes, what: bytes) -> str:
    at = seen.index(what)
    return seen[max(0, at - 60) : at + 40].decode("utf-8", "replace")


def _protos(node: Any) -> Iterator[bytes]:
    proto = getattr(node, "proto", None)
    if proto is not None and hasattr(proto, "SerializeToString"):
        yield proto.SerializeToString()
    for child in getattr(node, "children", {}).values():
        yield from _protos(child)


def _content(data: Any) -> bytes:
    """What a download holds, its zip members unpacked."""
    from etl.errors import Refused

    try:
        found = data() if callable(data) else data
    except Refused:
        return b""
    found = found if isinstance(found, bytes) else str(found).encode()
    if found[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(found)) as file:
            return b"".join(file.read(name) for name in file.namelist())
    return found
