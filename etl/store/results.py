"""What a load or an undo did, in the shape that the command line prints and others script on."""

from dataclasses import dataclass, field
from typing import Any

from etl.loads import LeftOut


@dataclass(frozen=True)
class Counts:
    """Rows of one kind of one load: read = accepted + unchanged + rejected.

    Accepted rows made or changed a record; unchanged ones say what is known, or what another row
    of the file says later or more fully.
    """

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.read + other.read,
            self.accepted + other.accepted,
            self.rejected + other.rejected,
            self.unchanged + other.unchanged,
        )

    def to_json(self) -> dict[str, int]:
        """The four numbers by name."""
        return {
            "read": self.read,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "unchanged": self.unchanged,
        }


@dataclass(frozen=True)
class Reject:
    """One cell that kept a row out: where it is and why."""

    sheet: str | None
    row: int | None
    column: str | None
    value: str | None
    reason: str

    def to_json(self) -> dict[str, Any]:
        """The five parts by name."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "reason": self.reason,
        }


@dataclass(frozen=True)
class Filled:
    """What the accepted rows of one kind said: the columns asserted, and those with some value.

    A tally's measures are among `told` as "measure:issued". `first`, `last`: months as 2024-05.
    """

    kind: str
    columns: tuple[str, ...]
    told: frozenset[str]
    offices: tuple[str, ...]
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class LoadResult:
    """What a file became. `batch` is None on a dry run; `counts` is by stored kind.

    `repeated`: the same file is in effect already, nothing was changed and the numbers are
    those of the earlier batch. `left_out`: lines and sheets that are no records. `basis`: what
    the kind was recognised by, in a sentence.
    """

    batch: int | None
    file: str
    kind: str
    counts: dict[str, Counts]
    rejects: tuple[Reject, ...] = ()
    notes: tuple[str, ...] = ()
    reconciliation: dict[str, Any] | None = None
    repeated: bool = False
    left_out: tuple[LeftOut, ...] = ()
    basis: str = ""
    filled: tuple[Filled, ...] = ()

    @property
    def total(self) -> Counts:
        """The counts of all kinds together."""
        return sum(self.counts.values(), Counts())

    def to_json(self) -> dict[str, Any]:
        """The object that `monev load --format json` prints."""
        answer: dict[str, Any] = {"batch": self.batch, "kind": self.kind, "file": self.file}
        answer |= self.total.to_json()
        if self.kind == "event_log":
            for kind in ("applications", "stages"):
                answer[kind] = self.counts.get(kind, Counts()).to_json()
        answer["rejects"] = [r.to_json() for r in self.rejects]
        answer["left_out"] = [line.to_json() for line in self.left_out]
        answer["basis"] = self.basis
        answer["notes"] = list(self.notes)
        if self.reconciliation is not None:
            answer["reconciliation"] = self.reconciliation
        return answer


@dataclass(frozen=True)
class UndoResult:
    """What an undo did: the batch, its file, and the kinds whose keys were restored."""

    batch: int
    file: str
    kinds: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The object that `monev undo --format json` prints."""
        return {
            "batch": self.batch,
            "file": self.file,
            "kinds": list(self.kinds),
            "state": "undone",
            "notes": list(self.notes),
        }
