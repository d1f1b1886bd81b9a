"""Several writers at once, and a machine whose clock is wrong: part of `scripts.torture`."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from etl.paths import ROOT

Copied = Callable[[], AbstractContextManager[Path]]
Look = Callable[[Path], tuple[int | None, str]]
Say = Callable[[str, str], None]
Words = Callable[[Path], list[str]]

BUSY = 3  # exit code: somebody else was writing all the while
RIGHT = "import sys; from cli.main import main; main(sys.argv[1:])"
WRONG = (
    "import sys; from datetime import date; import etl.clock; "
    "day = date.fromisoformat(sys.argv.pop(1)); etl.clock.today = lambda: day; "
    "from cli.main import main; main(sys.argv[1:])"
)
CLOCKS = {"1970-01-01": (40,), "2099-12-31": (40, 70)}  # day → what the figure may be afterwards


def writers(
    copied: Copied, deeds: list[tuple[int, Words]], look: Look, add: Say, fail: Say, tries: int
) -> None:
    """All `deeds` (what each adds to the figure of 40, and its words) at once, `tries` times over.

    `look` gives the figure and the doctor's word. What was acknowledged counts, nothing else does.
    """
    for _number in range(tries):
        with copied() as store:
            running = [_begun(RIGHT, words(store)) for _n, words in deeds]
            said = [process.communicate(timeout=300)[0] for process in running]
            codes = [process.returncode for process in running]
            wanted = 40 + sum(
                n for (n, _words), code in zip(deeds, codes, strict=True) if code == 0
            )
            figure, state = look(store)
            if not set(codes) <= {0, BUSY} or _unplain(said):
                fail("writers at once", f"exit {codes}: {said}")
            elif figure != wanted or state == "damaged":
                fail("writers at once", f"{figure}, not {wanted}; the doctor says {state}")
            else:
                add("writers at once", f"{codes.count(0)} of {len(codes)} done, all counted")


def clocks(copied: Copied, load: Words, look: Look, add: Say, fail: Say) -> None:
    """A load on a machine whose clock is decades off, looked at under the right one."""
    for day, allowed in CLOCKS.items():
        with copied() as store:
            running = _begun(WRONG, [day, *load(store)])
            said = running.communicate(timeout=300)[0]
            figure, state = look(store)
            if _unplain([said]) or figure not in allowed or state == "damaged":
                fail("wrong clock", f"{day}: {figure}; the doctor says {state}; {said[-300:]}")
            else:
                add("wrong clock", "refused" if running.returncode else f"loaded in {day[:4]}")


def _begun(program: str, words: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *words],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _unplain(said: list[str]) -> bool:
    """Whether anything but a plain sentence was said."""
    return any("Traceback" in text or "tidak terduga" in text for text in said)
