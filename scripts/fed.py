"""Loads every file of a folder into a store of its own and holds what is said of it to be so.

`python -m scripts.fed ../shared/cases ../shared/data` prints a line a file: kind, rows, how many
indicators it is said to feed and to lack, and which of them are said wrongly. What is said to be
fed must have a value, what is said to lack must have none. Exit code 1 where one does not hold.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.errors import MonevError
from etl.loads import LoadOptions
from etl.schema import kinds
from etl.store.results import LoadResult
from etl.store.store import Store
from metrics.asking.feeds import feeds
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.opening import open_store
from metrics.publishing.publish import publish
from scripts.real_store import OFFICES as REAL_OFFICES
from scripts.real_store import real_files

OFFICES = ("32.01", "32.11", "32.12", "32.13", "32.14", "32.15", "33.08", "36.01", "36.04",
           "51.01", "94.01")  # fmt: skip
ENDINGS = (".csv", ".xlsx", ".xls", ".ods", ".gz", ".xes", ".parquet", ".zip")


@dataclass(frozen=True)
class Held:
    """What became of one file: `wrong` names what is said of it and is not so."""

    name: str
    kind: str
    became: str
    fed: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def ways(path: Path) -> Iterator[LoadOptions]:
    """How a person would load it: as `data/real/files.csv` says, else as it is, else with what a
    file without an office and a period is asked for.
    """
    if known := [f.options for f in real_files() if f.name == path.name]:
        yield from known
        return
    yield LoadOptions()
    yield LoadOptions(office="32.11")
    yield LoadOptions(office="32.11", period="2024-S1")


def store_of_offices(folder: Path) -> Store:
    """A store in `folder` that knows the offices of the cases and of the public files."""
    offices = folder / "kantor.csv"
    offices.write_text(
        "office_code,name,region_kind,province_code,working_week\n"
        + "".join(f"{c},Kab. {c},kabupaten,{c[:2]},5\n" for c in OFFICES),
        encoding="utf-8",
    )
    store = open_store(folder / "store")
    for known in (offices, REAL_OFFICES):
        store.load(known, LoadOptions(kind="offices"))
    return store


def held(path: Path, folder: Path) -> list[Held]:
    """Each result of a file in a store that knows the offices and nothing else."""
    store = store_of_offices(folder)
    why = ""
    for options in ways(path):
        try:
            results = store.load(path, options)
        except MonevError as refusal:
            why = str(refusal)
            continue
        return [_held(path, result, store) for result in results]
    return [Held(path.name, "", f"refused: {why}")]


def _held(path: Path, result: LoadResult, store: Store) -> Held:
    publish(store)
    snapshot = open_snapshot(store.folder)
    found = feeds(result, snapshot)
    offices = {o for f in result.filled for o in f.offices}

    def has(name: str) -> bool:
        rows = [get(name).read(snapshot, EVERYTHING, Query(office=o)).rows for o in offices]
        return any(len(r) and r["value"].notna().any() for r in rows)

    lacks = tuple(x.indicator for x in found.lacks)
    wrong = [f"fed but without a value: {n}" for n in found.feeds if not has(n)]
    wrong += [f"lacking but with a value: {n}" for n in lacks if has(n)]
    if not found.feeds and not lacks and not kinds()[result.kind].reference:
        wrong.append("nothing is said")
    t = result.total
    became = f"{t.read} read, {t.accepted} accepted, {t.rejected} rejected"
    return Held(path.name, result.kind, became, tuple(found.feeds), lacks, tuple(wrong))


def files(folders: list[Path]) -> list[Path]:
    """All files of the folders with a known ending, those in folders within them too."""
    every = (p for folder in folders for p in sorted(folder.rglob("*")))
    return [p for p in every if p.is_file() and (p.suffix in ENDINGS or "hostile" in p.parts)]


if __name__ == "__main__":
    wrongs = 0
    for file in files([Path(a) for a in sys.argv[1:]]):
        with tempfile.TemporaryDirectory() as scratch:
            for one in held(file, Path(scratch)):
                wrongs += len(one.wrong)
                print(
                    f"{one.name} | {one.kind} | {one.became} | fed {len(one.fed)}, lacks "
                    f"{len(one.lacks)} | {'; '.join(one.wrong) or 'holds'}",
                    flush=True,
                )
    print(f"{wrongs} said wrongly")
    raise SystemExit(1 if wrongs else 0)
