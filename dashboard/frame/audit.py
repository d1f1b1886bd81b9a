"""Writes down who signed in, took figures away or was refused, in the append-only audit table."""

from collections.abc import Callable, MutableMapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.parts.sheet import workbook
from etl.paths import default_store
from etl.store.operations import Operations


@dataclass(frozen=True)
class Witness:
    """In whose name this run writes to the audit table of which store."""

    store: Path
    who: str
    role: str

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
        frame = rows() if callable(rows) else rows
        mine.note("export", list=name, rows=len(frame))
        return workbook(frame, name)

    return make


def signed_in(memory: MutableMapping[str, Any], email: str, allowed: bool) -> None:
    """Write down a sign-in, once a session; `memory` is the session's own."""
    if memory.get("signed_in") == email:
        return
    mine = witness()
    Operations(mine.store).signed_in(email, mine.role, allowed)
    memory["signed_in"] = email
