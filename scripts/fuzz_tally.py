"""What was fuzzed so far, kept in the project: a later run goes on behind it."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from etl.paths import ROOT

OUT = ROOT / "docs" / "reliability" / "fuzz.json"


class Came(Protocol):
    """What came of one batch."""

    cases: int
    escaped: int
    memory: int
    time: int
    peak_mb: int
    slowest: float


@dataclass
class Tally:
    """One reader's: batches 0 to `batches` - 1 are done, each drawn from its number as seed.

    `bad`: batch → files of it that escaped and are not mended. `memory`, `time`: files at which
    the reading process was ended by its caps. `seconds`: the clock's, on whatever machine.
    """

    batches: int = 0
    cases: int = 0
    mended: int = 0
    memory: int = 0
    time: int = 0
    peak_mb: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    bad: dict[str, int] = field(default_factory=dict)

    def add(self, came: Came, seconds: float) -> None:
        """Count the next batch."""
        if came.escaped:
            self.bad[str(self.batches)] = came.escaped
        self.batches += 1
        self.cases += came.cases
        self.memory += came.memory
        self.time += came.time
        self.peak_mb = max(self.peak_mb, came.peak_mb)
        self.slowest = max(self.slowest, came.slowest)
        self.seconds = round(self.seconds + seconds, 1)

    def told(self) -> str:
        """As one line."""
        return json.dumps(asdict(self))


def tallies() -> dict[str, Tally]:
    """Of every reader that was fuzzed."""
    told: dict[str, dict[str, Any]] = json.loads(OUT.read_text()) if OUT.exists() else {}
    return {name: Tally(**line) for name, line in told.items()}


def tally(name: str) -> Tally:
    """Of one reader."""
    return tallies().get(name, Tally())


def kept(name: str, now: Tally) -> None:
    """Write one reader's tally down, whole or not at all."""
    told = {n: asdict(t) for n, t in (tallies() | {name: now}).items()}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    new = OUT.with_suffix(".new")
    new.write_text(json.dumps(told, indent=1) + "\n")
    new.replace(OUT)
