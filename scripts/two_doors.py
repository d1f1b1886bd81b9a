"""Checks every file of a folder at both doors, and says where the page tells other than `monev`.

`python -m scripts.two_doors FOLDER…` prints a line a file: what became of it, and each difference
between `monev load --dry-run --format json` and the check that the page runs in its own process:
kind, counts, what it feeds and lacks, rejected cells, lines left out, notes, the refusal. What is
said in words is held against the same load asked by a page in this process. Also told: words of the
command line in what a page says, and what its refusal names without asking for it. Exit code 1
where anything differs.
"""

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.loading.uploading import Answer, Request, ask
from etl import doors
from etl.errors import MonevError
from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.feeds import told
from scripts.fed import files, store_of_offices, ways

COMMAND = re.compile(r"--[a-z]\w*|\bmonev [a-z]+|\bTOML\b|perintah|\bdata/\w+", re.I)
SAME = ("kind", "read", "accepted", "rejected", "unchanged", "feeds", "lacks")
SAID = ("basis", "rejects", "left_out", "notes")
#: What a page names → the detail it must ask for.
FIELDS = {
    "kind": "kind", "mapping": "mapping", "office": "office", "period": "period",
    "service": "service", "rule": "rule", "replace": "mode", "append": "mode",
}  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """What one door says of a file: results as JSON, or the sentence of its refusal."""

    results: list[dict[str, Any]]
    error: str = ""


def here(store: Store, path: Path, options: LoadOptions, door: doors.Door = "command") -> Seen:
    """A trial in this process; at the door "command" it is what `monev load --dry-run` prints."""

    def tried() -> Seen:
        doors.stand_at(door)
        try:
            loaded = store.load(path, options, lambda _text: None, True)
        except MonevError as error:
            return Seen([], " ".join(str(error).split()))
        return Seen([told(result) for result in loaded])

    return copy_context().run(tried)


def by_page(store: Store, path: Path, options: LoadOptions, place: str = "") -> Answer:
    """What the check of the upload page finds; `place` is the office in view there."""
    names = ("kind", "office", "period", "service", "rule", "mode")
    given = {name: getattr(options, name) for name in names}
    return ask(
        Request(
            "check",
            str(store.folder),
            path=str(path),
            mapping=str(options.mapping or ""),
            details={name: value for name, value in given.items() if value},
            place=place,
        )
    )


def differences(store: Store, path: Path, options: LoadOptions) -> tuple[Seen, list[str]]:
    """What the command line sees, and where the page says something else."""
    command = here(store, path, options)
    return command, list(_differences(command, here(store, path, options, "page"),
                                      by_page(store, path, options)))  # fmt: skip


def _differences(command: Seen, asked: Seen, page: Answer) -> Iterator[str]:
    if bool(command.error) != bool(page.error) or asked.error != page.error:
        yield f"refusal: {asked.error or 'read'} | {page.error or 'read'}"
    if len(command.results) != len(page.results):
        yield f"results: {len(command.results)} | {len(page.results)}"
    for one, other in zip(command.results, page.results, strict=False):
        yield from (f"{k}: {one[k]} | {other[k]}" for k in SAME if one[k] != other[k])
    for one, other in zip(asked.results, page.results, strict=False):
        yield from (f"{k}: {one[k]} | {other[k]}" for k in SAID if one[k] != other[k])
    for said in dict.fromkeys(sentences(page)):
        if found := COMMAND.findall(said):
            yield f"words of the command line ({', '.join(found)}): {said}"
    named = {FIELDS[name] for name, field in _at_page().items() if field in page.error}
    gone = named - {*page.needs}
    if gone and not page.readings:
        yield f"names {', '.join(sorted(gone))} and asks for none: {page.error}"


def sentences(page: Answer) -> Iterator[str]:
    """Everything that a check says in words."""
    yield page.error
    for result in page.results:
        yield from (str(result.get(name) or "") for name in ("basis", "feeding"))
        yield from result["notes"]
        yield from (cell["reason"] for cell in result["rejects"])
        yield from (line["why"] for line in result["left_out"])
        for sheet in _sheets(result.get("reconciliation") or {}):
            yield str(sheet.get("summary", ""))
    yield from (str(row.get("why", "")) for row in page.rows)


def _sheets(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return found.get("sheets", [found])


def _at_page() -> dict[str, str]:
    """What each detail is called at the page."""

    def names() -> dict[str, str]:
        doors.stand_at("page")
        return {name: doors.called(name) for name in FIELDS}

    return copy_context().run(names)


def compared(store: Store, path: Path) -> Iterator[tuple[LoadOptions, Seen, list[str]]]:
    """A file as it is, then with what it is asked for: what became of it, and the differences."""
    for options in ways(path):
        command, found = differences(store, path, options)
        yield options, command, found
        if not command.error:
            return


def main(folders: list[str]) -> int:
    """A line a file and way; 1 where something differs."""
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        store = store_of_offices(Path(scratch))
        for file in files([Path(folder) for folder in folders]):
            for options, command, found in compared(store, file):
                wrong += len(found)
                became = command.error or ", ".join(
                    f"{r['kind']} {r['accepted']}/{r['read']}" for r in command.results
                )
                how = "as it is" if options == LoadOptions() else "with details"
                print(f"{file.name} | {how} | {became} | {'; '.join(found) or 'same'}", flush=True)
    print(f"{wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
