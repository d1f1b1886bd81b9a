"""What an examination of a store found, and how it is printed."""

from dataclasses import dataclass, field
from typing import Any, Literal

from etl.words import _

Level = Literal["ok", "healed", "warning", "damaged"]


@dataclass(frozen=True)
class Finding:
    """One thing looked at: how it stands, what it is, where, and what a person is to do."""

    level: Level
    where: str
    what: str
    way_out: str = ""

    def to_json(self) -> dict[str, Any]:
        """What, where and the way out by name."""
        return {"what": self.what, "where": self.where, "way_out": self.way_out}


@dataclass
class Examination:
    """Everything that was found in a store."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, level: Level, where: str, what: str, way_out: str = "") -> None:
        """Write down one finding."""
        self.findings.append(Finding(level, where, what, way_out))

    def healed(self, where: str, what: str) -> None:
        """Write down what was mended; nobody has anything to do."""
        self.add("healed", where, what, _("sudah dibetulkan"))

    @property
    def state(self) -> Literal["ok", "healed", "damaged"]:
        """The gravest level found; a warning is no damage."""
        if any(f.level == "damaged" for f in self.findings):
            return "damaged"
        return "healed" if any(f.level == "healed" for f in self.findings) else "ok"

    @property
    def exit_code(self) -> int:
        """3 when something is damaged, else 0."""
        return 3 if self.state == "damaged" else 0

    def to_json(self) -> dict[str, Any]:
        """The object that `monev doctor --format json` prints: the state and what is not well."""
        told = [f.to_json() for f in self.findings if f.level != "ok"]
        return {"state": self.state, "findings": told}
