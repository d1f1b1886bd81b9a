"""What was done to the store, line by line: enough to build the facts again.

A line holds codes, numbers and options, no person's data. It is on the disk before the facts say
the same; one whose load never ended is taken back (`void`) before the next is written.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.errors import StoreDamaged
from etl.loads import LoadOptions
from etl.words import _

FILE = "journal.jsonl"
TAIL = 4 * 1024 * 1024  # a line carries at most a mapping's text


@dataclass(frozen=True)
class Journal:
    """The journal of one store, `journal.jsonl`; not `kept` where no sources are."""

    folder: Path
    kept: bool = True

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / FILE

    def write(self, do: str, by: str, **detail: Any) -> None:
        """Append one line and wait until it is on the disk."""
        if not self.kept:
            return
        line = {"do": do, "by": by, "at": datetime.now().isoformat(timespec="seconds")} | detail
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
        descriptor = os.open(self.path, flags, 0o600)
        with os.fdopen(descriptor, "r+b", buffering=0) as file:
            if _torn(file):
                file.write(b"\n")
            file.write((_sealed(line) + "\n").encode())
            os.fsync(file.fileno())

    def lines(self) -> list[dict[str, Any]]:
        """Every line in order; a line that a crash cut short is left out.

        Raises `StoreDamaged` when a whole line was altered.
        """
        try:
            rows = self.path.read_bytes().decode("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return []
        told = []
        for number, row in enumerate(rows, 1):
            if not row.endswith("}"):
                continue
            try:
                line = json.loads(row)
                seal = line.pop("seal")
            except (ValueError, KeyError, AttributeError, TypeError) as error:
                raise _altered(number) from error
            if seal != _seal(line):
                raise _altered(number)
            told.append(line)
        return told

    def last(self) -> dict[str, Any] | None:
        """The last whole line, None where there is none."""
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
                rows = file.read().decode("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return None
        for row in reversed(rows):
            try:
                line: dict[str, Any] = json.loads(row)
            except ValueError:
                continue
            line.pop("seal", None)
            return line
        return None


def _torn(file: Any) -> bool:
    """Whether the last line was cut short by a crash."""
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) != b"\n")


def _seal(line: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()[:16]


def _sealed(line: Mapping[str, Any]) -> str:
    # the seal stands last, so that a line cut short never ends as a whole one does
    return json.dumps(dict(line) | {"seal": _seal(line)}, ensure_ascii=False)


def _altered(number: int) -> StoreDamaged:
    return StoreDamaged(
        _("Baris {n} dari journal.jsonl berubah; pulihkan berkas itu dari cadangan.").format(
            n=number
        )
    )


def told_options(options: LoadOptions) -> dict[str, Any]:
    """The options of a load as a line keeps them; a mapping by its whole text."""
    given: dict[str, Any] = {
        name: value
        for name, value in vars(options).items()
        if value not in (None, False) and isinstance(value, str | bool | int)
    }
    given["today"] = options.today.isoformat()
    if options.scope_offices is not None:
        given["scope_offices"] = sorted(options.scope_offices)
    if options.mapping is not None:
        text = options.mapping.read_text(encoding="utf-8")
        given["mapping"] = {"name": options.mapping.name, "text": text}
    return given


def options_of(told: Mapping[str, Any], scratch: Path) -> LoadOptions:
    """The options of a line; a mapping is written to `scratch`."""
    given = dict(told)
    given["today"] = date.fromisoformat(given["today"])
    if "scope_offices" in given:
        given["scope_offices"] = frozenset(given["scope_offices"])
    if "mapping" in given:
        place = scratch / Path(given["mapping"]["name"]).name
        place.write_text(given["mapping"]["text"], encoding="utf-8")
        given["mapping"] = place
    return LoadOptions(**given)


def standing(lines: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The lines without those that were taken back because what they tell never ended."""
    kept: list[Mapping[str, Any]] = []
    for line in lines:
        if line["do"] == "void":
            kept.pop()
        else:
            kept.append(line)
    return kept


def settle(journal: Journal, con: duckdb.DuckDBPyConnection, by: str) -> None:
    """Take the last line back where the facts do not know what it tells: a crash came between."""
    last = journal.last()
    if last is None or last["do"] not in ("load", "nil", "undo"):
        return
    if last["do"] == "undo":
        asked = "SELECT count(*) FROM facts.batches WHERE batch = ? AND state = 'undone'"
        number = last["batch"]
    else:
        asked = "SELECT count(*) FROM facts.batches WHERE batch = ?"
        number = min(last["batches"])
    row = con.execute(asked, [number]).fetchone()
    if not (row and row[0]):
        journal.write("void", by)
