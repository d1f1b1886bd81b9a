"""Writes down who signed in, took figures away or was refused, in the append-only audit table."""

from collections.abc import Callable, MutableMapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.frame import access, sign_in
from dashboard.parts.sheet import workbook
from etl.errors import Refused
from etl.paths import default_store
from etl.store.operations import Operations
from etl.words import _
from metrics.asking.query import Scope


@dataclass(frozen=True)
class Witness:
    """In whose name this run writes to the audit table of which store.

    `scope` is what was granted when the page was drawn: a download pressed later is made only
    while that grant still stands.
    """

    store: Path
    who: str
    role: str
    scope: Scope | None = None

    def note(self, action: str, **detail: object) -> None:
        """Write one line: numbers, names of lists and codes, never a person's data."""
        Operations(self.store).audit(self.who, self.role, action, **detail)


_witness: ContextVar[Witness | None] = ContextVar("witness", default=None)


def use(witness: Witness) -> None:
    """Write in this name from here on in this context."""
    _witness.set(witness)


def witness() -> Witness:
    """In whose name this context writes."""
    return _witness.get() or Witness(default_store(), "lokal", "admin")


def exported(rows: pd.DataFrame | Callable[[], pd.DataFrame], name: str) -> Callable[[], bytes]:
    """What makes the sheet `name` when its button is pressed, and writes that down.

    `rows` may be a function, so that they are read only when somebody asks for them.
    """
    mine = witness()  # the press comes in a thread of its own

    def make() -> bytes:
        still_granted(mine, name)
        frame = rows() if callable(rows) else rows
        mine.note("export", list=name, rows=len(frame))
        return workbook(frame, name)

    return make


def still_granted(mine: Witness, name: str) -> None:
    """Refuse a download whose reader has lost or changed the grant since the page was drawn."""
    if mine.scope is None or not sign_in.configured() or "@" not in mine.who:
        return
    if access.scope_of(mine.store, mine.who) != mine.scope:
        mine.note("refusal", list=name, said="grant changed")
        raise Refused(_("Hak akses Anda berubah; muat ulang halaman ini."))


def refused(memory: MutableMapping[str, Any], page: str) -> None:
    """Write down that a page was asked for that the role has none of, once a session."""
    mine = witness()
    told = memory.setdefault("refused", set())
    if (mine.who, mine.role, page) in told:
        return
    told.add((mine.who, mine.role, page))
    mine.note("refusal", page=page, said="forbidden page")


def signed_in(memory: MutableMapping[str, Any], email: str, allowed: bool) -> None:
    """Write down a sign-in, once a session; `memory` is the session's own."""
    if memory.get("signed_in") == email:
        return
    mine = witness()
    Operations(mine.store).signed_in(email, mine.role, allowed)
    memory["signed_in"] = email
