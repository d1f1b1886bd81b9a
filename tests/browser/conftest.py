"""Starts the app on the sample and opens Debian's Chromium, once a run."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.frame import navigation

ROOT = Path(__file__).resolve().parents[2]
BUSY = (
    "[data-testid=stStatusWidget], [data-testid=stSkeleton], [data-stale=true], "
    "[data-test-script-state=running], [data-test-script-state=rerunRequested]"
)
MAIN = "[data-testid=stMainBlockContainer]"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_until_well(url: str, process: subprocess.Popen, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"{url} did not come up")


@pytest.fixture(scope="session")
def app_url(sample_store: Path) -> Iterator[str]:
    """The address of the app, served from the sample on a free port of this machine."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "MONEV_STORE": str(sample_store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_well(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(params=[(1440, 1800), (390, 2400)], ids=["desk", "phone"])
def screen(request: pytest.FixtureRequest, chromium) -> Iterator:
    """A fresh page of desk or phone width."""
    width, height = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme="light", locale="id-ID"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the photographs go: `MONEV_SHOTS`, else the run's own folder."""
    folder = Path(os.environ.get("MONEV_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settle(page, seconds: float = 60) -> None:
    """Wait until the app has drawn something and has stopped working."""
    page.wait_for_selector(f"{MAIN} *", timeout=seconds * 1000)
    end, quiet = time.monotonic() + seconds, time.monotonic()
    while time.monotonic() < end:
        if page.locator(f"{MAIN} *").count() < 4 or page.locator(BUSY).count():
            quiet = time.monotonic()
        elif time.monotonic() - quiet > 1.0:
            return
        page.wait_for_timeout(100)
    raise TimeoutError("the page never came to rest")


def go(page, name: str) -> None:
    """Open a page by its entry in the navigation on top, in whichever section it stands."""
    found = next(e for e in navigation.discover() if e.page.title == name)
    if found.page.group:
        page.get_by_test_id("stTopNavSection").filter(has_text=found.page.group).click()
        page.get_by_role("menuitem", name=name, exact=True).click()
    else:
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
