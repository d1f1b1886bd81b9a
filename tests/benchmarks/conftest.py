"""Times things side by side in one run: a slow machine slows both, and the ratio holds."""

import gc
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
MILLION = 1_000_000
PAGE = ROOT / "docs" / "benchmarks.md"


def rows(default: int = 300_000) -> int:
    """Rows of the large file: `MONEV_BENCH_ROWS`, small enough for every run by default."""
    return int(os.environ.get("MONEV_BENCH_ROWS") or default)


def events() -> int:
    """Stage events of the timed questions: a million at full size, half of it in every run."""
    return min(rows(500_000), MILLION)


def fastest(task: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of some runs: the one that the machine disturbed least."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


def told(seconds: float) -> str:
    """A time as the page shows it."""
    return f"{seconds:.3f} s" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


@dataclass
class Measured:
    """Lines of the page: what was measured, the two figures, the ratio and its goal.

    Of one part of the page, which is one module of tests.
    """

    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    keep: Callable[["Measured"], None] = lambda _told: None

    def ratio(
        self, what: str, ours: float, theirs: float, against: str, most: float | None
    ) -> float:
        """Note how many times `theirs` it took (the goal: at most), and give that back."""
        ratio = ours / theirs
        goal = f"≤ {most:g}" if most else "–"
        self._line(what, ours, theirs, against, f"{ratio:.2f}", goal, most and ratio > most)
        return ratio

    def faster(
        self, what: str, ours: float, theirs: float, against: str, least: float | None
    ) -> float:
        """Note how many times as fast it was (the goal: at least), and give that back."""
        times = theirs / ours
        goal = f"≥ {least:g} ×" if least else "–"
        self._line(what, ours, theirs, against, f"{times:.0f} ×", goal, least and times < least)
        return times

    def bound(self, what: str, value: float, unit: str, most: float | None) -> float:
        """Note a figure by itself, in `unit` (the goal: at most), and give it back."""
        goal = f"≤ {most:g} {unit}" if most else "–"
        missing = ", missed" if most and value > most else ""
        shown = f"{value:,.0f} {unit}" if value >= 10 else f"{value:.2f} {unit}"
        self.lines.append(f"| {what} | {shown} | | | {goal}{missing} |")
        self.keep(self)
        print(f"\n{what}: {shown}, goal {goal}{missing}")
        return value

    def note(self, text: str) -> None:
        """A sentence below the table, printed too."""
        self.notes.append(text)
        self.keep(self)
        print(f"\n{text}")

    def _line(
        self, what: str, ours: float, theirs: float, against: str, ratio: str, goal: str,
        missed: bool | float | None,
    ) -> None:  # fmt: skip
        missing = ", missed" if missed else ""
        self.lines.append(
            f"| {what} | {told(ours)} | {told(theirs)} ({against}) | {ratio} | {goal}{missing} |"
        )
        self.keep(self)
        print(f"\n{what}: {told(ours)} against {told(theirs)} ({against}), {ratio}, goal {goal}")


BEGIN, END = "<!-- made: {part} -->", "<!-- end: {part} -->"
HEAD = """{when}: {cores} processors, Python {python}, DuckDB {duckdb}; load of the machine at the
end {load:.1f}.

| what | measured | against | ratio | goal |
|---|---|---|---|---|
"""


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> Measured:
    """Where this module's figures are noted: its section of the page when `make benchmark` asks.

    Each is written at once, so that a run that is broken off keeps what it measured.
    """
    if not os.environ.get("MONEV_BENCH_WRITE"):
        return Measured()
    return Measured(keep=partial(_write, request.path.stem.removeprefix("test_")))


def _write(part: str, told: Measured) -> None:
    """Put a part's table and notes between its marks; all else on the page is kept as it is."""
    head = HEAD.format(
        when=date.today().isoformat(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        duckdb=duckdb.__version__,
        load=os.getloadavg()[0],
    )
    text = head + "\n".join(told.lines) + "\n"
    if told.notes:
        text += "\n" + "\n".join(f"- {note}" for note in told.notes) + "\n"
    begin, end = BEGIN.format(part=part), END.format(part=part)
    page = PAGE.read_text(encoding="utf-8")
    if begin not in page:
        page += f"\n## {part}\n{begin}\n{end}\n"
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    PAGE.write_text(f"{before}{begin}\n{text}{end}{after}", encoding="utf-8")
