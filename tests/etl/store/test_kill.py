"""A load killed at any moment leaves all of it or nothing, and the next command heals."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.store.store import Store
from metrics.asking.snapshot import read_manifest
from metrics.publishing.publish import heal, publish
from tests.conftest import ROOT
from tests.etl.store_files import offices, write

ROWS = 20_000

#: Where the process kills itself: module, attribute, and whether the real thing runs first.
MOMENTS = {
    "after the source is copied": ("etl.store.archive", "Archive.keep", True),
    "while rows are merged": ("etl.store.ledger", "write_part", True),
    "after the batch is entered": ("etl.store.ledger", "write_batch", True),
    "after the commit": ("metrics.publishing.publish", "publish", False),
    "while offices are counted": ("metrics.publishing.office_sets", "_write_counts", True),
    "before the pointer moves": ("metrics.publishing.publish", "put_pointer", False),
}
DRIVER = """
import importlib, os, signal, sys
module, name, first = sys.argv[1], sys.argv[2], sys.argv[3] == "True"
owner = importlib.import_module(module)
*path, name = name.split(".")
for part in path:
    owner = getattr(owner, part)
real = getattr(owner, name)
def die(*args, **named):
    if first:
        real(*args, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, die)
import cli.main as cli
cli.main(sys.argv[4:])
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that knows its offices and has published, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    store = Store(folder / "store")
    store.load(offices(folder))
    publish(store)
    return store.folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Store:
    shutil.copytree(made, tmp_path / "store")
    return Store(tmp_path / "store")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rows = (f"32.14,N-{i},SIUP,2024-05-{1 + i % 28:02d}" for i in range(ROWS))
    head = "office_code,application_no,permit_type,submitted_at"
    return write(tmp_path / "besar.csv", "\n".join([head, *rows]) + "\n")


def counted(store: Store) -> int:
    """Rows in the facts, which must agree with the book of batches."""
    with store.writer() as con:
        (rows,) = con.execute("SELECT count(*) FROM facts.current_applications").fetchall()[0]
        batches = con.execute(
            "SELECT sum(accepted) FROM facts.batch_kinds WHERE kind = 'applications'"
        ).fetchall()[0][0]
    assert rows == (batches or 0)
    assert rows in (0, ROWS)
    return int(rows)


def published_version(store: Store) -> int:
    manifest = read_manifest(store.folder)
    assert manifest is not None
    for entry in manifest["offices"].values():
        assert (store.folder / "published" / entry["path"] / "flow.parquet").exists()
    return int(manifest["version"])


def finish(store: Store, source: Path) -> None:
    """What the next commands do: publish what is marked, and load the file where it is not in."""
    heal(store)
    (result,) = store.load(source)
    publish(store)
    assert counted(store) == ROWS
    assert result.total.accepted + result.total.unchanged == ROWS
    assert not store.needs_publishing
    with store.writer() as con:
        assert con.execute("SELECT * FROM facts.offices_changed").fetchall() == []
    assert not list(store.archive.folder.glob("*.part"))


@pytest.mark.parametrize("moment", list(MOMENTS))
def test_killed_at_a_known_moment(house: Store, source: Path, moment: str) -> None:
    module, name, first = MOMENTS[moment]
    before = published_version(house)
    arguments = ["load", str(source), "--store", str(house.folder)]
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, module, name, str(first), *arguments],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    committed = module.startswith("metrics.publishing")
    assert counted(house) == (ROWS if committed else 0)
    if committed:
        assert house.needs_publishing
        assert published_version(house) == before
    finish(house, source)
    assert published_version(house) > before


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment(house: Store, source: Path, seed: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "load", str(source), "--store", str(house.folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(random.Random(seed).uniform(0.2, 2.5))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    counted(house)
    published_version(house)
    finish(house, source)


def test_killed_while_the_store_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    source = offices(tmp_path)
    done = subprocess.run(
        [
            sys.executable, "-c", DRIVER, "etl.store.tables", "create", "True",
            "load", str(source), "--store", str(folder),
        ],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    (result,) = Store(folder).load(source)
    assert result.total.accepted == 3
