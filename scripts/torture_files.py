"""Removes, cuts and alters each file of a province's store in turn, and asks for every figure.

Part of `scripts.torture`. Each try has a process of its own, forked off one that has the program
in memory already, so that some hundred tries take minutes.
"""

import importlib
import io
import json
import multiprocessing
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any

from etl.errors import MonevError
from scripts.reliability import Table

HARMS = ("removed", "cut", "one byte")
WRONG = "WRONG"
SECONDS = 300.0
Said = tuple[int, str]


def command_here(*arguments: object) -> Said:
    """One command within this process: its exit code and what it printed."""
    from cli.main import main

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            main([str(a) for a in arguments])
        except SystemExit as end:
            return int(end.code or 0), said.getvalue()
    return 0, said.getvalue()


def answers(store: Path, offices: list[str]) -> dict[str, Said]:
    """Every figure, list and book that a store answers: exit code and what was said."""
    asked = [["ikm"], ["batches"], ["editions"], ["changes"]]
    asked += [["cases", name, "--office", offices[0]] for name in ("overdue", "open", "unpaid")]
    told = {
        " ".join(words): command_here(*words, "--format", "json", "--store", store)
        for words in asked
    }
    return told | figures(store)


def figures(store: Path) -> dict[str, Said]:
    """Every indicator by office and permit type, as a page reads them from one snapshot."""
    from metrics.asking.query import Query, Scope
    from metrics.asking.registry import indicators
    from metrics.asking.snapshot import open_snapshot

    told: dict[str, Said] = {}
    snapshot = None
    for name, one in indicators().items():
        by = ("office", "permit_type") if "permit_type" in one.dims else ("office",)
        try:
            snapshot = snapshot or open_snapshot(store)
            rows = one.read(snapshot, Scope(), Query(by=by)).rows
            told[name] = 0, rows.to_json()
        except MonevError as error:
            told[name] = error.exit_code, str(error)
    return told


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """The value of `work` from a forked process; None where that ended without one."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def run() -> None:
        there.send(work(*arguments))
        there.close()

    process = context.Process(target=run)
    process.start()
    there.close()
    try:
        return here.recv() if here.poll(SECONDS) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def province(folder: Path) -> Path:
    """A published store of two offices with all kinds of records, an edition and a mark."""
    store = folder / "provinsi"
    if store.exists():
        return store
    done = [
        apart(command_here, "sample", "--offices", 2, "--applications", 700, "--store", store),
        apart(
            command_here, "report", "annual", "--office", "32.05", "--period", "2025",
            "--out", folder / "l.pdf", "--store", store,
        ),
    ]  # fmt: skip
    assert all(told is not None and told[0] == 0 for told in done), done
    with sqlite3.connect(store / "operations.sqlite") as con:
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return store


def harmed(path: Path, harm: str, draw: random.Random) -> None:
    """Do one harm to a file."""
    content = path.read_bytes()
    if harm == "removed":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        at = draw.randrange(len(content))
        path.write_bytes(
            content[:at] + bytes([content[at] ^ (1 << draw.randrange(8))]) + content[at + 1 :]
        )


def tried(store: Path, offices: list[str], base: dict[str, Said]) -> tuple[str, str]:
    """What came of a harmed store: (outcome, "") or (WRONG, why)."""
    first = answers(store, offices)
    if why := _wrong(first, base):
        return WRONG, why
    told = json.loads(
        command_here("doctor", "--format", "json", "--store", store)[1].splitlines()[-1]
    )
    if told["state"] == "ok" and first == base:
        return "as before", ""
    after = answers(store, offices)
    if why := _wrong(after, base):
        return WRONG, f"after the doctor: {why}"
    silent = [q for q, said in after.items() if said != base[q]]
    if told["state"] == "damaged":
        if not told["findings"] or not all(f["way_out"] for f in told["findings"]):
            return WRONG, "damaged without a way out"
        return "named", ""
    if silent:
        return (
            WRONG,
            f"the doctor says {told['state']}, but {silent[0]}: {after[silent[0]][1][:200]}",
        )
    healed = told["state"] == "healed" or any(first[q] != base[q] for q in base)
    return ("made again" if healed else "as before"), ""


def _wrong(now: dict[str, Said], base: dict[str, Said]) -> str:
    """The first question that was answered, and otherwise than before."""
    for question, (code, said) in now.items():
        if (code, said) == base[question]:
            continue
        if "Traceback" in said or "tidak terduga" in said:
            return f"{question}: {said[-300:]}"
        if code != 3:
            return f"{question}: exit {code}, {said[:200]} instead of {base[question][1][:200]}"
    return ""


@contextmanager
def copied(store: Path) -> Iterator[Path]:
    """A copy of a store to harm."""
    home = Path(tempfile.mkdtemp(prefix="monev-siksa-"))
    try:
        shutil.copytree(store, home / "store")
        yield home / "store"
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _used(store: Path, offices: list[str]) -> list[str]:
    """The modules that a try takes."""
    answers(store, offices)
    command_here("doctor", "--store", store)
    return list(sys.modules)


def _in_memory(modules: list[str]) -> None:
    """Import what every try would import anew, before the first fork."""
    for name in modules:
        with suppress(ImportError):
            importlib.import_module(name)


def every_file(folder: Path, table: Table) -> None:
    """Harm every file of a province's store in each way."""
    store = province(folder)
    offices = sorted(p.name for p in (store / "published").iterdir() if p.name[:1].isdigit())
    base = apart(answers, store, offices)
    assert base is not None
    _in_memory(apart(_used, store, offices))
    names = sorted(
        p.relative_to(store).as_posix()
        for p in store.rglob("*")
        if p.is_file()
        and p.stat().st_size
        and p.suffix not in (".lock", ".sqlite-shm", ".sqlite-wal")
    )
    table.begin("province, file")
    for name in names:
        for harm in HARMS:
            fault = f"province, file {harm}"
            if table.had(fault, name):
                continue
            with copied(store) as hurt:
                harmed(hurt / name, harm, random.Random(f"{name} {harm}"))
                outcome, why = apart(tried, hurt, offices, base) or (WRONG, "no answer")
            if outcome == WRONG:
                table.fail(fault, why, name)
            else:
                table.add(fault, outcome, name)
    table.ended("province, file")
