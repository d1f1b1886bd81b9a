"""What every test may ask for: an empty store, the small sample, and one way to run `monev`."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import redirect_stderr, redirect_stdout
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

# a busy machine is no fault of the code; figures are judged, not seconds. In CI the same examples
# are tried every time: what fails there fails again, and new ones are looked for at the desk
settings.register_profile("house", deadline=None, derandomize="MONEV_CI" in os.environ)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
ENV = {"PYTHONHASHSEED": "0", "NO_COLOR": "1", "COLUMNS": "200"}

SHARED = ROOT.parent / "shared"
CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

Monev = Callable[..., subprocess.CompletedProcess[str]]


def run_monev(*args: object, timeout: float = 240) -> subprocess.CompletedProcess[str]:
    """`monev` in a process of its own, as a person runs it; output captured as text."""
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, args)],
        cwd=ROOT,
        env={**os.environ, **ENV},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def monev_here(*args: object) -> subprocess.CompletedProcess[str]:
    """`monev` within this process, where only what it says is judged: some seconds quicker."""
    from cli.main import main

    said, noted = io.StringIO(), io.StringIO()

    def run() -> int:
        with redirect_stdout(said), redirect_stderr(noted):
            try:
                main([str(a) for a in args])
            except SystemExit as end:
                return int(end.code or 0)
        return 0

    code = copy_context().run(run)  # a language chosen on the way stays in there
    return subprocess.CompletedProcess(list(args), code, said.getvalue(), noted.getvalue())


def monev_json(*args: object, code: int = 0) -> Any:
    """What `monev … --format json` prints, after its exit code proved to be `code`."""
    done = monev_here(*args, "--format", "json")
    assert done.returncode == code, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return json.loads(done.stdout)


@pytest.fixture(autouse=True)
def _no_store_of_the_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the store of the person who runs it."""
    monkeypatch.setenv("MONEV_STORE", str(tmp_path / "store"))


@pytest.fixture(autouse=True)
def _main_module_of_the_run() -> Generator[None, None, None]:
    """A page under test takes the place of `__main__`; processes spawned later must not run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def store_dir(tmp_path: Path) -> Path:
    """Where this test's own store lies (`MONEV_STORE` names it too); not made yet."""
    return tmp_path / "store"


@pytest.fixture
def monev() -> Monev:
    """Run `monev …`; what it prints and its exit code come back as of a process."""
    return monev_here


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A directory that one worker makes and the whole run reads, under pytest-xdist too."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    target, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock", timeout=280):
        if not done.exists():
            make(target)
            done.touch()
    return target


def _make_sample(store: Path) -> None:
    done = run_monev("sample", "--offices", 6, "--applications", 4000, "--store", store)
    assert done.returncode == 0, f"monev sample failed\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample province, six offices small, made once a run: read it, never write."""
    return once(tmp_path_factory, "sample-store", _make_sample)


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """A headless Chromium, one a worker: Playwright runs once in a process. Skipped where there is
    none (never under MONEV_CI)."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


LONGEST = (
    "tests/metrics/publishing/test_recap_build.py",
    "tests/real/test_pages.py",
    "tests/real/test_open_data.py",
    "tests/browser/test_six_files.py",
    "tests/dashboard/public/test_pages.py",
    "tests/etl/store/test_fold.py",
    "tests/soundness/test_what_a_load_feeds.py",
    "tests/real/test_building_logs.py",
    "tests/etl/store/test_backup.py",
    "tests/metrics/publishing/test_recap.py",
    "tests/browser/test_upload.py",
    "tests/browser/test_journeys.py",
    "tests/soundness/test_sentences.py",
    "tests/dashboard/public/test_subtraction.py",
    "tests/dashboard/reports/test_every_kind.py",
)
"""Files whose single tests take longest: begun last, one of them would run on while the other
processors stand idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first."""
    rank = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.nodeid.split("::")[0], len(rank)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, Any]:
    """Under `MONEV_CI` a missing browser fails, and so do missing real files beside ../shared."""
    report = yield
    if report.skipped and os.environ.get("MONEV_CI") and not hasattr(report, "wasxfail"):
        needed = item.get_closest_marker("browser") or (
            item.get_closest_marker("real") and SHARED.is_dir()
        )
        if needed:
            report.outcome = "failed"
            report.longrepr = f"may not be skipped under MONEV_CI: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _a_door_and_language_of_its_own() -> None:
    """Every test begins at the command line and in Indonesian, whatever the one before chose."""
    from etl import doors, words

    doors.stand_at("command")
    words.use("id")
