"""Times things side by side in one run: a slow machine slows both, and the ratio holds."""

import gc
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
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
    """Lines of the page: what was measured, the two times in seconds, the ratio and its goal."""

    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

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

    def note(self, text: str) -> None:
        """A sentence below the table, printed too."""
        self.notes.append(text)
        print(f"\n{text}")

    def _line(
        self, what: str, ours: float, theirs: float, against: str, ratio: str, goal: str,
        missed: bool | float | None,
    ) -> None:  # fmt: skip
        missing = ", missed" if missed else ""
        self.lines.append(
            f"| {what} | {told(ours)} | {told(theirs)} ({against}) | {ratio} | {goal}{missing} |"
        )
        print(f"\n{what}: {told(ours)} against {told(theirs)} ({against}), {ratio}, goal {goal}")


HEAD = """# Benchmarks

Made by `make benchmark`; each ratio is of two times taken in the same run on the same machine, so
that it means something elsewhere: how many times the other's time, or (×) how many times as fast.
`make test` measures the same on smaller files (`MONEV_BENCH_ROWS`), pm4py apart: it is licensed
under the AGPL, so it is never a dependency and no module of the project imports it. `make
benchmark` puts it into an environment of its own (`tests/benchmarks/pm4py.txt`) and runs it there
as another program.

{when}: {rows} rows, {cores} processors, Python {python}, DuckDB {duckdb}; load of the machine
when the last line was taken: {load:.1f}.

| what | time | against | ratio | goal |
|---|---|---|---|---|
"""


@pytest.fixture(scope="session")
def measured():
    """Where the session's ratios are noted; written to the page when `make benchmark` asks.

    The sections below the table are kept as they are.
    """
    found = Measured()
    yield found
    if os.environ.get("MONEV_BENCH_WRITE") and found.lines:
        head = HEAD.format(
            when=date.today().isoformat(),
            rows=f"{rows():,}",
            cores=os.cpu_count(),
            python=platform.python_version(),
            duckdb=duckdb.__version__,
            load=os.getloadavg()[0],
        )
        text = head + "\n".join(found.lines) + "\n"
        if found.notes:
            text += "\n" + "\n".join(f"- {note}" for note in found.notes) + "\n"
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        by_hand = before[before.index("\n## ") :] if "\n## " in before else ""
        PAGE.write_text(text + by_hand, encoding="utf-8")
