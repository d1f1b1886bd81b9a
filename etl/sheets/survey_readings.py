"""Why: a sheet that can be read in two ways is shown in both, each with the figure it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.errors import Refused
from etl.words import _


@dataclass(frozen=True)
class Reading:
    """One way to read a sheet: in words, the records and the IKM it gives, and how to choose it.

    `choice` is what settles it: an option of the command line or a line of a mapping. `taken`
    says that the load took this one. `settles` is the same as data: a `kind`, or parts of a
    mapping (`answers`, `fields`).
    """

    words: str
    kind: str
    respondents: int
    ikm: float | None
    choice: str
    taken: bool = False
    settles: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The reading as plain data, for a load's reconciliation and the page."""
        return {
            "reading": self.words,
            "kind": self.kind,
            "respondents": self.respondents,
            "ikm": self.ikm,
            "choice": self.choice,
            "taken": self.taken,
            "settles": dict(self.settles),
        }

    def shown(self) -> str:
        """The reading as a part of a sentence."""
        value = "–" if self.ikm is None else f"{self.ikm:.2f}".replace(".", ",")
        return _("{words} ({n} responden, IKM {ikm}; {choice})").format(
            words=self.words, n=self.respondents, ikm=value, choice=self.choice
        )


class Ambiguous(Refused):
    """A sheet that several readings fit alike; `readings` are shown side by side."""

    def __init__(self, readings: Sequence[Reading], needs: tuple[str, ...] = ("mapping",)) -> None:
        self.readings, self._needs = tuple(readings), needs
        both = _(" atau ").join(r.shown() for r in self.readings)
        super().__init__(
            _("Lembar ini dapat dibaca sebagai {both}; pilih salah satu.").format(both=both),
            needs=needs,
            kind=self.readings[0].kind,
        )

    def __reduce__(self) -> tuple[type["Ambiguous"], tuple[Any, ...]]:
        """Made again from its readings where it crosses from one process to another."""
        return Ambiguous, (self.readings, self._needs)


def other_note(readings: Sequence[Reading]) -> str:
    """What was taken, and the other way it could be read."""
    taken = next(r for r in readings if r.taken)
    others = _(" atau ").join(r.shown() for r in readings if not r.taken)
    return _("Dibaca sebagai {taken}; cara lain: {others}.").format(
        taken=taken.words, others=others
    )
