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
PAGE = ROOT / "docs" / "benchmarks.md"


def rows(default: int = 300_000) -> int:
    """Rows of the large file: `MONEV_BENCH_ROWS`, small enough for every run by default."""
    return int(os.environ.get("MONEV_BENCH_ROWS") or default)


def fastest(task: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of some runs: the one that the machine disturbed least."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


@dataclass
class Measured:
    """Lines of the page: what was measured, the two times in seconds, and the most allowed."""

    lines: list[str] = field(default_factory=list)

    def ratio(
        self, what: str, ours: float, theirs: float, against: str, most: float | None
    ) -> float:
        """Note one ratio, print it, and give it back for the assertion."""
        ratio = ours / theirs
        goal = f"≤ {most:g}" if most else "–"
        self.lines.append(
            f"| {what} | {ours:.3f} s | {theirs:.3f} s ({against}) | {ratio:.2f} | {goal} |"
        )
        print(f"\n{what}: {ours:.3f} s against {theirs:.3f} s ({against}), ratio {ratio:.2f}")
        return ratio


HEAD = """# Benchmarks

Made by `make benchmark`; each ratio is of two times taken in the same run on the same machine, so
that it means something elsewhere. `make test` measures the same on smaller files
(`MONEV_BENCH_ROWS`).

{when}: {rows} rows, {cores} processors, Python {python}, DuckDB {duckdb}.

| what | time | against | ratio | goal |
|---|---|---|---|---|
"""


@pytest.fixture(scope="session")
def measured():
    """Where the session's ratios are noted; written to the page when `make benchmark` asks."""
    found = Measured()
    yield found
    if os.environ.get("MONEV_BENCH_WRITE") and found.lines:
        head = HEAD.format(
            when=date.today().isoformat(),
            rows=f"{rows():,}",
            cores=os.cpu_count(),
            python=platform.python_version(),
            duckdb=duckdb.__version__,
        )
        PAGE.write_text(head + "\n".join(found.lines) + "\n", encoding="utf-8")
