"""Checks every file of a folder at both doors, and says where the page tells other than `monev`.

`python -m scripts.two_doors FOLDER…` prints a line a file: what became of it, and each difference
between `monev load --dry-run --format json` and the check that the page runs in its own process:
kind, counts, rejected cells, lines left out, notes, what it feeds and lacks, the refusal. Also
told: words of the command line in what a page says, and what a refusal of the page names without
asking for it. Exit code 1 where anything differs.
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
from etl.errors import MonevError, Refused
from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.feeds import told
from scripts.fed import files, store_of_offices, ways

COMMAND = re.compile(r"--[a-z]\w*|\bmonev [a-z]+|\bTOML\b|perintah|\bdata/\w+|\.toml\b", re.I)
SAME = ("kind", "read", "accepted", "rejected", "unchanged", "basis", "feeds", "lacks")
SAID = ("rejects", "left_out", "notes")
VALUE = r"(?:20\d\d\S*?|survey\w*)"
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
    needs: tuple[str, ...] = ()


def by_command(store: Store, path: Path, options: LoadOptions) -> Seen:
    """What `monev load --dry-run --format json` prints."""
    try:
        loaded = store.load(path, options, lambda _text: None, True)
    except MonevError as error:
        needs = error.needs if isinstance(error, Refused) else ()
        return Seen([], " ".join(str(error).split()), tuple(needs))
    return Seen([told(result) for result in loaded])


def by_page(store: Store, path: Path, options: LoadOptions, place: str = "") -> Answer:
    """What the check of the upload page finds; `place` is the office in view there."""
    given = {
        n: getattr(options, n) for n in ("kind", "office", "period", "service", "rule", "mode")
    }
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


def differences(command: Seen, page: Answer) -> Iterator[str]:
    """Where the page says something else than the command line, and what no page should say."""
    if _bare(command.error) != _bare(page.error):
        yield f"refusal: {command.error or 'read'} | {page.error or 'read'}"
    if len(command.results) != len(page.results):
        yield f"results: {len(command.results)} | {len(page.results)}"
    for one, other in zip(command.results, page.results, strict=False):
        yield from (f"{k}: {one[k]} | {other[k]}" for k in SAME if one[k] != other[k])
        for key in SAID:
            if [_bare(str(x)) for x in one[key]] != [_bare(str(x)) for x in other[key]]:
                yield f"{key}: {one[key]} | {other[key]}"
    for said in dict.fromkeys(sentences(page)):
        if found := COMMAND.findall(said):
            yield f"words of the command line ({', '.join(found)}): {said}"
    asked = {FIELDS[name] for name in FIELDS if _at_page()[name] in page.error}
    gone = asked - {*page.needs}
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


def _bare(said: str) -> str:
    """A sentence without what a detail is called at its door."""
    for name, field in _at_page().items():
        said = re.sub(rf"{re.escape(field)}(?: \({VALUE}\))?", f"<{name}>", said)
        said = re.sub(rf"--{name}(?: {VALUE}(?=[\s,;.)]|$))?", f"<{name}>", said)
    return re.sub(r"templat (\w*) ?di halaman Unggah", r"monev template \1", said).strip()


def compared(store: Store, path: Path) -> Iterator[tuple[LoadOptions, Seen, list[str]]]:
    """A file as it is, then with what it is asked for: what became of it, and the differences."""
    for options in ways(path):
        command = by_command(store, path, options)
        yield options, command, list(differences(command, by_page(store, path, options)))
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
