"""Pages in Chromium: how long until the answer stands there, and until nothing moves any more."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.conftest import ROOT

QUIET = 0.3  # seconds without work after which a page is at rest; not counted
LONGEST = 120.0
WATCH = """
(() => {
  const busy = '[data-testid=stSkeleton], [data-stale=true], [data-testid=stStatusWidget]';
  const begun = window.monevBegun = {answer: null, moved: performance.now(), changes: 0};
  const look = () => {
    const now = performance.now();
    const main = document.querySelector('[data-testid=stMainBlockContainer]');
    const app = document.querySelector('[data-testid=stApp]');
    const state = app && app.getAttribute('data-test-script-state');
    const works = !main || document.querySelector(busy) ||
      (state && state !== 'notRunning');
    const answered = main && ANSWER;
    if (answered && begun.answer === null) begun.answer = now;
    if (works || !answered) begun.moved = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new MutationObserver(found => {
    if (found.some(m => m.target.closest?.('[data-testid=stMain]')))
      begun.moved = performance.now();
  }).observe(document, {childList: true, subtree: true});
})();
"""


@dataclass(frozen=True)
class Drawn:
    """Seconds from the request until the answer stood, and until the page came to rest."""

    answer: float
    rest: float


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(store: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """`monev serve` of a store: its address and its process."""
    port = free_port()
    command = [sys.executable, "-m", "cli", "serve", "--port", str(port), "--store", str(store)]
    with _running(command, port, {}) as process:
        yield f"http://127.0.0.1:{port}", process


EMPTY_PAGE = "import streamlit as st\nst.title('Kosong')\nst.markdown('Tidak ada.')\n"
ONE_GRAPH = EMPTY_PAGE + (
    "import pandas as pd, plotly.graph_objects as go\n"
    "st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[3, 1, 2])))\n"
    "st.dataframe(pd.DataFrame({'a': range(27), 'b': range(27)}))\n"
)


@contextmanager
def bare_page(folder: Path, written: str) -> Iterator[str]:
    """The address of a Streamlit page that `written` draws, and nothing else of ours."""
    script = folder / "bare.py"
    script.write_text(written)
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}",
        "--server.headless=true", "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    with _running(command, port, {}):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(
    command: Sequence[str], port: int, env: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | env, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            assert process.poll() is None, "the server stopped"
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield process
    finally:
        process.terminate()
        process.wait(30)


def watching(page: Any, answer: str) -> None:
    """Watch from the first moment of every page opened; `answer`: JavaScript, true once it stands.

    `main` in it is the main block of the page.
    """
    page.add_init_script(WATCH.replace("ANSWER", f"({answer})"))


def opened(page: Any, url: str) -> Drawn:
    """Open an address; when the answer stood and when it came to rest, from the request on."""
    page.goto(url, wait_until="commit")
    return _rested(page, 0.0)


def changed(page: Any, change: Any) -> Drawn:
    """Do `change` (a function) on an open page; the seconds until it is at rest again."""
    begun = page.evaluate(
        "() => { const b = window.monevBegun; b.answer = null; b.moved = performance.now();"
        " return performance.now() }"
    )
    change()
    page.wait_for_timeout(120)  # the press has reached the server
    return _rested(page, float(begun))


def _rested(page: Any, begun: float) -> Drawn:
    quiet = f"performance.now() - window.monevBegun.moved > {QUIET * 1000}"
    rested = f"() => !!window.monevBegun && window.monevBegun.answer !== null && {quiet}"
    end = time.monotonic() + LONGEST  # the page's own policy forbids Playwright's way of waiting
    while not page.evaluate(rested):
        assert time.monotonic() < end, f"{page.url} never came to rest"
        page.wait_for_timeout(50)
    answer, moved = page.evaluate("() => [window.monevBegun.answer, window.monevBegun.moved]")
    return Drawn((answer - begun) / 1000, (max(moved, answer) - begun) / 1000)
