"""The page on reliability, and the measurements it is written from: what is kept adds up.

`python -m scripts.reliability` writes `docs/reliability.md` anew from `docs/reliability/*.json`,
which `scripts.torture`, `scripts.fuzz` and `scripts.sessions` write.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl.paths import ROOT
from scripts.fuzz_tally import tallies

FOLDER = ROOT / "docs" / "reliability"
PAGE = ROOT / "docs" / "reliability.md"
AIM = 100_000


@dataclass
class Table:
    """What each kind of fault came to: tries, and how they ended; kept in `file`.

    Beside it `tried.json` names the files that had their turn in a run that was cut short, which
    the next one goes on behind.
    """

    file: Path = FOLDER / "torture.json"
    rows: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read what was kept."""
        told = json.loads(self.file.read_text()) if self.file.exists() else {}
        self.rows = {fault: Counter(came) for fault, came in told.get("rows", {}).items()}
        self.wrong = list(told.get("wrong", []))
        if self._done.exists():
            self.tried = set(json.loads(self._done.read_text()))

    @property
    def _done(self) -> Path:
        return self.file.parent / "tried.json"

    def begin(self, *faults: str) -> None:
        """Forget what earlier runs said of these faults, unless one of them is gone on from."""
        if any(key.startswith(faults) for key in self.tried):
            return
        self.rows = {f: came for f, came in self.rows.items() if not f.startswith(faults)}
        self.wrong = [w for w in self.wrong if not w.startswith(faults)]

    def ended(self, *faults: str) -> None:
        """Every file had its turn in these faults: the next run begins anew."""
        self.tried = {key for key in self.tried if not key.startswith(faults)}
        self._keep_tried()

    def _keep_tried(self) -> None:
        if self.tried:
            self._done.write_text(json.dumps(sorted(self.tried), indent=0) + "\n")
        else:
            self._done.unlink(missing_ok=True)

    def had(self, fault: str, name: str) -> bool:
        """Whether a fault was tried on this file already."""
        return f"{fault}: {name}" in self.tried

    def add(self, fault: str, outcome: str, name: str = "") -> None:
        """Count one try, and keep it: torture may be cut short."""
        self.rows.setdefault(fault, Counter())[outcome] += 1
        self.file.parent.mkdir(parents=True, exist_ok=True)
        if name:
            self.tried.add(f"{fault}: {name}")
            self._keep_tried()
        told = {"rows": self.rows, "wrong": self.wrong}
        self.file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")

    def fail(self, fault: str, why: str, name: str = "") -> None:
        """Write down what must not be."""
        self.wrong.append(f"{fault}: {name}{': ' if name else ''}{why}")
        self.add(fault, "WRONG", name)

    def lines(self) -> list[str]:
        """As a table of the page."""
        told = ["| fault | tries | came to |", "|---|---:|---|"]
        for fault, outcomes in sorted(self.rows.items()):
            came = ", ".join(
                what if n == 1 and what[0].isdigit() else f"{what} {n}"
                for what, n in outcomes.items()
            )
            told.append(f"| {fault} | {sum(outcomes.values())} | {came} |")
        if self.wrong:
            told += ["", "What must not be:", "", *(f"- {why}" for why in self.wrong)]
        return told


def fuzzed() -> list[str]:
    """The table of what was fuzzed, every run's together."""
    told = [
        "| reader | cases | escaped | mended | memory | time | slowest s | most MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, t in sorted(tallies().items(), key=lambda pair: -pair[1].cases):
        told.append(
            f"| {name} | {t.cases:,} | {sum(t.bad.values())} | {t.mended} | {t.memory} | {t.time} "
            f"| {t.slowest:.1f} | {t.peak_mb} |"
        )
    return told


def served() -> list[str]:
    """The table of the sessions: what the server held at each minute."""
    file = FOLDER / "sessions.json"
    if not file.exists():
        return ["Not measured."]
    told: dict[str, Any] = json.loads(file.read_text())
    head = "".join(f" minute {n} |" for n in range(1, len(told["mb"]) + 1))
    return [
        f"{told['sessions']} sessions for {told['minutes']} minutes, {told['runs']:,} runs of "
        f"pages asked for and ended, {told['errors']} errors, half of them within "
        f"{told['median_s']:.1f} s, 95 of 100 within {told['p95_s']:.1f} s, the slowest in "
        f"{told['slowest_s']:.1f} s; a page took {told['processor_s']:.1f} s of processor "
        f"({told['machine']}); the server and its helpers held, in MB (resident):",
        "",
        f"| before |{head} a minute after all left |",
        "|---:|" + "---:|" * (len(told["mb"]) + 1),
        f"| {told['before_mb']} | " + " | ".join(map(str, told["mb"])) + f" | {told['after_mb']} |",
    ]


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            "# Reliability: what was done to a store, and what came of it",
            "",
            "Written by `python -m scripts.reliability` from the measurements in `reliability/`, "
            "to which each run of `make torture`, `make fuzz` and `make sessions` adds.",
            "",
            "## Faults",
            "A store is copied, harmed, asked, examined, and asked again. *all or nothing*: the "
            "figure is that before or that after, and the doctor finds no damage. *made again*: "
            "the doctor or the question itself mended it. *named*: the doctor says what, where "
            "and the way out, and no figure was wrong. *as before*: nothing was amiss that a "
            "figure rests on, or the question mended it before the doctor looked.",
            "",
            *Table().lines(),
            "",
            "*kill*, *disk full*, *file*: a small store (two live loads, one undone); *file* is "
            "every file of it. *province, file*: every file of a store of two sample offices with "
            "every kind of record and an issued report (116 files; the tries say how many had "
            "their turn so far); every indicator by office and permit type, "
            "the IKM, lists of cases, loads, editions and changes are held against what they were, "
            "before and after the doctor. *writers at once*: two loads and an undo begun at the "
            "same moment. *wrong clock*: a load on a machine that shows 1970 or 2099, looked at "
            "under the right clock. *loads, undos*: the facts beside those of a store into which "
            "what stands was loaded at once; every indicator by office and type is the same.",
            "",
            "## Fuzzed readers",
            "Sound small files with bytes, members, figures and manifest entries changed, recaps "
            "under a seal made again, mappings with values of other types. *escaped*: an error "
            "that is no plain refusal, not yet mended; *mended*: such files that are refused in "
            "words since; *memory*, *time*: the reading process was ended by its caps (1.5 GB, "
            f"30 s), which a load says as a refusal. The aim is {AIM:,} cases a reader. Finds are "
            "kept as tests (`tests/scripts/test_fuzz.py`, `tests/etl/recognising/test_mapping.py`, "
            "`tests/metrics/publishing/test_recap_forged.py`).",
            "",
            *fuzzed(),
            "",
            "## Hostile files, one by one",
            "74 files, most made to harm, were each checked (`monev load --dry-run`): zips that "
            "unpack to gigabytes, that lie of their size, that leave their folder or link out of "
            "it; sheets and tables of 10^9 cells, a million columns, millions of nested elements; "
            "Parquet footers that lie; XES with entities; cut xls and ods. None ended in an "
            "unexpected error. Three went beyond the aim of 30 s or 1.5 GB, each ended in words "
            "by its caps, which grow with the file: a CSV of one cell of two million brackets "
            "(67 s: two expressions whose time grew with the square of the length; both are "
            "mended, and the file is refused after 2 s), a Parquet file of 16 million "
            "equal rows (34 s), and an XES of 900 attributes and three million events (1.8 GB; "
            "the setting allows 2 GB).",
            "",
            "## Sessions",
            *served(),
            "",
        ]
    )


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
