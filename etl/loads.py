"""What a load is told, what the store knows, and what a checked file hands to the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class LoadOptions:
    """What the person loading says about the files.

    `scope_offices`: offices the person may load for (None: all). `mode`: what to do with a survey
    whose period and service are loaded already. `today`: the day after which dates are impossible.
    """

    kind: str | None = None
    mapping: Path | None = None
    office: str | None = None
    period: str | None = None
    service: str | None = None
    rule: str | None = None
    mode: Literal["replace", "append"] | None = None
    scope_offices: frozenset[str] | None = None
    sample: bool = False
    today: date = field(default_factory=date.today)


@dataclass(frozen=True)
class Known:
    """What the store knows already.

    `answer_words`: words of survey answers added by a person → scores.
    `permit_types`: canonical types and offices' own names of them. `stages`: activities and stages
    of the stage map. `surveys`: (office, period, service) loaded. `fingerprints`: live batches'.
    """

    offices: frozenset[str] = frozenset()
    permit_types: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    surveys: frozenset[tuple[str, str, str]] = frozenset()
    working_weeks: dict[str, int] = field(default_factory=dict)
    fingerprints: frozenset[str] = frozenset()
    answer_words: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """Rows of one kind of one file, staged as TEMP tables of the connection given to `prepare`.

    `table`: typed canonical columns asserted, and `_sheet` VARCHAR, `_row` BIGINT (the row as a
    person sees it, heading counted). `rejects`: (sheet, row, "column", value, reason), several a
    row possible. `raw`: the text as it came, for the marked workbook: `_sheet`, `_row`, then one
    VARCHAR a heading. `read` = rows of this kind in the file = rows of `table` + `rejected` +
    `duplicates`; `duplicates` are rows that another row of the file says as well or supersedes
    (unchanged).
    """

    kind: str
    table: str
    columns: tuple[str, ...]
    rejects: str
    read: int
    rejected: int
    duplicates: int
    raw: str


@dataclass(frozen=True)
class LeftOut:
    """A line of a file that is no record, and why; `row` None: the whole sheet."""

    sheet: str | None
    row: int | None
    why: str

    def to_json(self) -> dict[str, Any]:
        """The three parts by name."""
        return {"sheet": self.sheet, "row": self.row, "why": self.why}


@dataclass(frozen=True)
class RecapFile:
    """A recap recognised by its manifest; placing and verifying it is the store's business."""

    path: Path
    manifest: dict[str, Any]


@dataclass(frozen=True)
class Prepared:
    """One file ready to be stored.

    `fingerprint` is in `Known.fingerprints` when the same file is in effect: then `parts` is empty
    and there is nothing to do. `mapping` is the mapping's file name. `rejected_offices` counts the
    rejected rows whose office could be read: (kind, office) → rows. `beside`: (sheet, row) → what
    a row of a worksheet that gives no record is, as `LayoutResult` says it. `left_out`: the lines
    and sheets that are no records. `basis`: what the kind was recognised by, in a sentence.
    """

    file: str
    sha256: str
    fingerprint: str
    kind: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    reconciliation: dict[str, Any] | None = None
    recap: RecapFile | None = None
    mapping: str | None = None
    rejected_offices: dict[tuple[str, str], int] = field(default_factory=dict)
    beside: Mapping[tuple[str, int], str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    basis: str = ""
