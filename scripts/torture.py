"""Kills, fills, cuts and alters a store on purpose, and writes what came of it as a table.

`make torture` (or `python -m scripts.torture --kills 200`) adds to `docs/reliability/torture.json`,
from which `docs/reliability.md` is written. After each
fault: no acknowledged load is lost, no figure is wrong in silence, and the doctor names the fault
and the way out.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from etl.paths import ROOT
from etl.store.store import Store
from scripts.reliability import PAGE, Table, page
from scripts.torture_files import (
    HARMS,
    WRONG,
    apart,
    command_here,
    copied,
    every_file,
    figures,
    harmed,
)
from scripts.torture_times import clocks, writers

OFFICES = "office_code,name,region_kind,province_code,working_week\n32,Jawa Barat,provinsi,,5\n"
HEAD = "office_code,application_no,permit_type,submitted_at,issued_at\n"
ASKED = "permits_issued"


def monev(*arguments: object, store: Path) -> subprocess.CompletedProcess[str]:
    """Run one command as a person would."""
    return subprocess.run(command(*arguments, store=store), **quiet(), timeout=300)


def command(*arguments: object, store: Path) -> list[str]:
    """The words of one command."""
    return [sys.executable, "-m", "cli", *map(str, arguments), "--store", str(store)]


def quiet() -> dict[str, Any]:
    """How commands are run: from the project's folder, all they say kept."""
    return {"cwd": ROOT, "capture_output": True, "text": True, "check": False}


def asked(store: Path) -> tuple[int | None, str]:
    """The figure that stands for all (None: refused in words), and what was said."""
    done = monev("indicator", ASKED, "--format", "json", store=store)
    if "Traceback" in done.stderr or "tidak terduga" in done.stdout:
        return -1, done.stdout + done.stderr
    if done.returncode:
        return None, done.stdout
    rows = json.loads(done.stdout)["rows"]
    return int(rows[0]["value"] or 0) if rows else 0, ""


def examined(store: Path) -> dict[str, Any]:
    """What the doctor says."""
    done = monev("doctor", "--format", "json", store=store)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def permits(folder: Path, name: str, number: int) -> Path:
    """A file of `number` issued permits, numbered by the file's name."""
    rows = "".join(
        f"32.14,{name}-{i},SIUP,2024-{1 + i % 12:02d}-02,2024-{1 + i % 12:02d}-0{4 + i % 5}\n"
        for i in range(number)
    )
    path = folder / f"{name}.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def seeded(folder: Path) -> Path:
    """A published store with one office, two loads of permits (40 in all) and one undone."""
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "store"
    if store.exists():
        return store
    offices = folder / "kantor.csv"
    offices.write_text(OFFICES + "32.14,Purwakarta,kabupaten,32,5\n", encoding="utf-8")
    files = [offices, *(permits(folder, name, 20) for name in ("A", "B", "C"))]
    assert monev("load", *files, store=store).returncode == 0
    assert monev("undo", 4, store=store).returncode == 0
    return store


def kills(seed: Path, tries: int, table: Table, draw: random.Random) -> None:
    """Kill a command at a random moment; afterwards all of it is there or nothing."""
    deeds: dict[str, Callable[[Path], tuple[list[object], tuple[int, ...]]]] = {
        "load": lambda home: (["load", permits(home, f"K{draw.random()}", 30)], (40, 70)),
        "undo": lambda _home: (["undo", 3], (40, 20)),
        "backup": lambda home: (["backup", home / "c.zip"], (40,)),
        "restore": lambda home: (["restore", seed.parent / "c.zip"], (40,)),
        "rebuild": lambda _home: (["rebuild", "--anew"], (40,)),
        "recap": lambda _home: (["load", seed.parent / "r.zip"], (40,)),
    }
    monev("backup", seed.parent / "c.zip", store=seed)
    monev("recap", "export", "--office", "32.14", "--out", seed.parent / "r.zip", store=seed)
    slowest = 4.0
    for number in range(tries):
        name = list(deeds)[number % len(deeds)]
        with copied(seed) as store:
            if name == "restore":
                (store / "facts.duckdb").unlink()
            words, allowed = deeds[name](store.parent)
            start = time.monotonic()
            running = subprocess.Popen(
                command(*words, store=store), cwd=ROOT,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            ended = True
            try:
                running.wait(draw.uniform(0.2, slowest))
                slowest = max(slowest, (time.monotonic() - start) * 1.1)
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                running.wait()
                ended = False
            judge(f"kill: {name}", store, allowed, ended, table, name == "restore", words)


def judge(
    fault: str,
    store: Path,
    allowed: tuple[int, ...],
    ended: bool,
    table: Table,
    lost: bool,
    words: list[object],
) -> None:
    """Hold the store after a killed command against what it may have come to."""
    figure, said = asked(store)
    if lost and examined(store)["state"] == "damaged":  # killed before the facts were back
        again = monev(*words, store=store)
        if figure not in (None, *allowed) or again.returncode:
            return table.fail(fault, f"not restored again: {said} {again.stdout}{again.stderr}")
        figure, said = asked(store)
    if figure not in allowed:
        return table.fail(fault, f"{figure} instead of one of {allowed}: {said[:200]}")
    state = examined(store)["state"]
    if state == "damaged" or asked(store)[0] not in allowed:
        return table.fail(fault, f"doctor says {state}")
    return table.add(fault, "ended before" if ended else "all or nothing")


def harms(home: Path, table: Table) -> None:
    """Remove, cut and alter each file of the store in turn."""
    seed = home / "asal" / "store"
    names = sorted(
        p.relative_to(seed).as_posix()
        for p in seed.rglob("*")
        if p.is_file() and p.stat().st_size and p.name != "writer.lock"
    )
    table.begin("file ")
    for name in names:
        for harm in HARMS:
            if not table.had(f"file {harm}", name):
                with copied(seed) as store:
                    harmed(store / name, harm, random.Random(f"{name} {harm}"))
                    outcome, why = apart(_examined, store) or (WRONG, "no answer")
                if outcome == WRONG:
                    table.fail(f"file {harm}", why, name)
                else:
                    table.add(f"file {harm}", outcome, name)
    table.ended("file ")


def _asked_here(store: Path) -> tuple[int | None, str]:
    code, said = command_here("indicator", ASKED, "--format", "json", "--store", store)
    if "Traceback" in said or "tidak terduga" in said:
        return -1, said
    rows = [] if code else json.loads(said)["rows"]
    return (None if code else int(rows[0]["value"] or 0) if rows else 0), said


def _examined(store: Path) -> tuple[str, str]:
    """What came of a harmed store: (outcome, "") or (WRONG, why)."""
    figure, said = _asked_here(store)
    if figure not in (40, None):
        return WRONG, f"the figure is {figure}: {said[-200:]}"
    told = json.loads(
        command_here("doctor", "--format", "json", "--store", store)[1].splitlines()[-1]
    )
    if told["state"] == "damaged":
        named = told["findings"] and all(f["way_out"] for f in told["findings"])
        return ("named", "") if named else (WRONG, "no way out")
    if _asked_here(store)[0] != 40:
        return WRONG, f"not as before after the doctor, who says {told['state']}"
    healed = told["state"] == "healed" or figure is None
    return ("made again" if healed else "as before"), ""


def full_disks(seed: Path, table: Table) -> None:
    """Let the disk run full in each step, on a small file system in memory."""
    size = sum(p.stat().st_size for p in seed.rglob("*") if p.is_file())
    for spare_kb in (0, 64, 256, 1024):
        for name in ("load", "undo", "doctor", "backup"):
            with small_disk(2 * size + (16 << 20)) as disk:
                if disk is None:
                    return table.add("disk full", "not tried: no right to mount")
                shutil.copytree(seed, disk / "store")
                store = disk / "store"
                _fill(disk, spare_kb << 10)
                deeds: dict[str, list[object]] = {
                    "load": ["load", permits(seed.parent, "penuh", 20000)],
                    "undo": ["undo", 3],
                    "doctor": ["doctor"],
                    "backup": ["backup", disk / "c.zip"],
                }
                words = deeds[name]
                done = monev(*words, store=store)
                if "Traceback" in done.stderr or "tidak terduga" in done.stdout + done.stderr:
                    table.fail(f"disk full: {name}", (done.stdout + done.stderr)[-300:])
                    continue
                (disk / "isi").unlink(missing_ok=True)
                figure, said = asked(store)
                good = {"load": (40, 20040), "undo": (40, 20)}.get(name, (40,))
                if figure in good and examined(store)["state"] != "damaged":
                    table.add(f"disk full: {name}", "all or nothing")
                else:
                    table.fail(f"disk full: {name}", f"{figure} {said[-200:]}")
    return None


def _fill(disk: Path, spare: int) -> None:
    free = shutil.disk_usage(disk).free - spare
    if free > 0:
        (disk / "isi").write_bytes(b"x" * free)


def read_only(seed: Path, table: Table) -> None:
    """A store on a disk mounted for reading: asked it answers, written it says why not."""
    with small_disk(64 << 20) as disk:
        if disk is None:
            return table.add("read-only", "not tried: no right to mount")
        shutil.copytree(seed, disk / "store")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for words in (["load", permits(seed.parent, "baca", 5)], ["undo", 3], ["doctor"]):
            done = monev(*words, store=disk / "store")
            if done.returncode != 3 or "tidak terduga" in done.stdout + done.stderr:
                table.fail(
                    "read-only", f"{words[0]}: {done.returncode} {done.stdout + done.stderr}"
                )
            else:
                table.add("read-only", "said, exit 3")
        figure, said = asked(disk / "store")
        if figure == 40:
            return table.add("read-only", "answers")
        return table.fail("read-only", said)


def times(seed: Path, table: Table) -> None:
    """Two loads and an undo at the same time, and loads on a machine whose clock is wrong."""

    def load(name: str) -> Callable[[Path], list[str]]:
        def words(store: Path) -> list[str]:
            return command("load", permits(store.parent, name, 30), store=store)[3:]

        return words

    def look(store: Path) -> tuple[int | None, str]:
        return asked(store)[0], str(examined(store)["state"])

    deeds: list[tuple[int, Callable[[Path], list[str]]]] = [
        (30, load("X")), (30, load("Y")),
        (-20, lambda store: command("undo", 3, store=store)[3:]),
    ]  # fmt: skip
    writers(lambda: copied(seed), deeds, look, table.add, table.fail, 20)
    clocks(lambda: copied(seed), load("Z"), look, table.add, table.fail)


@contextmanager
def small_disk(size: int) -> Iterator[Path | None]:
    """A file system in memory of `size` bytes; None where it may not be mounted."""
    disk = Path(tempfile.mkdtemp(prefix="monev-disk-"))
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size >> 10}k", "tmpfs", disk],
        capture_output=True, check=False,
    )  # fmt: skip
    try:
        yield disk if made.returncode == 0 else None
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", "-l", disk], check=False)
        disk.rmdir()


def many(folder: Path, loads: int, undos: int, table: Table) -> None:
    """Many small loads and undos between them: size and counts as of a store built afresh."""
    from metrics.publishing.publish import publish

    folder.mkdir()
    worn, plain = Store(folder / "lama"), Store(folder / "baru")
    offices = folder / "kantor.csv"
    offices.write_text(OFFICES + "32.14,Purwakarta,kabupaten,32,5\n", encoding="utf-8")
    for store in (worn, plain):
        store.load(offices)
    draw, standing = random.Random(1), dict[int, Path]()
    for number in range(loads):
        file = permits(folder, f"M{number}", 20)
        (loaded,) = worn.load(file)
        assert loaded.batch is not None
        standing[loaded.batch] = file
        if (number + 1) * undos // loads > number * undos // loads:
            gone = draw.choice(sorted(standing))
            worn.undo(gone)
            del standing[gone]
        if number % 20 == 0:
            publish(worn)
    rows = [row for file in standing.values() for row in file.read_text().splitlines()[1:]]
    whole_file = folder / "semua.csv"
    whole_file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    plain.load(whole_file)
    for store in (worn, plain):
        publish(store)
    fault = f"{loads} loads, {undos} undos"
    table.begin(fault)
    sizes = [(s.folder / "facts.duckdb").stat().st_size for s in (worn, plain)]
    whole = [
        sum(p.stat().st_size for p in s.folder.rglob("*") if p.is_file()) for s in (worn, plain)
    ]
    state = examined(worn.folder)["state"]
    told = f"{sizes[0] >> 10} kB of facts against {sizes[1] >> 10} kB built afresh"
    told += f", {whole[0] >> 10} kB in all against {whole[1] >> 10} kB"
    counted = [figures(store.folder) for store in (worn, plain)]
    permits_now = 20 * (loads - undos)
    if counted[0] != counted[1] or any(code for code, _rows in counted[0].values()):
        table.fail(fault, f"{told}, other counts")
    elif asked(worn.folder)[0] != permits_now:
        table.fail(fault, f"{asked(worn.folder)[0]} permits instead of {permits_now}")
    elif state == "damaged" or sizes[0] > 2 * sizes[1] or whole[0] > 2 * whole[1]:
        table.fail(fault, f"{told}; the doctor says {state}")
    else:
        table.add(fault, told)


def main() -> None:
    """Torture, print the table, and write it where asked."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--kills", type=int, default=200)
    told.add_argument("--loads", type=int, default=1000)
    told.add_argument("--undos", type=int, default=200)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--only", choices=["kills", "harms", "files", "disks", "times", "many"])
    told.add_argument("--work", type=Path, help="where stores are made; kept")
    given = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="monev-siksa-") as folder:
        home = given.work or Path(folder)
        table = Table()
        seed = seeded(home / "asal")
        if given.only in (None, "harms"):
            harms(home, table)
        if given.only in (None, "files"):
            every_file(home, table)
        if given.only in (None, "disks"):
            table.begin("disk full", "read-only")
            full_disks(seed, table)
            read_only(seed, table)
        if given.only in (None, "times"):
            table.begin("writers at once", "wrong clock")
            times(seed, table)
        if given.only in (None, "many"):
            many(Path(folder) / "banyak", given.loads, given.undos, table)
        if given.only in (None, "kills"):
            kills(seed, given.kills, table, random.Random(given.seed))
    PAGE.write_text(page(), encoding="utf-8")
    print("\n".join(table.lines()))
    sys.exit(1 if table.wrong else 0)


if __name__ == "__main__":
    main()
