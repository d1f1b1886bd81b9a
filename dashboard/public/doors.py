"""Whose public door is open: where every public page and file learns which offices there are."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.frame.access import in_force
from etl.store.gate import Gate
from etl.store.public_doors import PublicDoors
from etl.store.rights import Rights
from metrics.asking.query import Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Opened:
    """The published data and the offices that anybody may read of, by code with their names."""

    snapshot: "Snapshot"
    version: str
    names: dict[str, str]

    @property
    def offices(self) -> frozenset[str]:
        """Codes of the offices whose door is open."""
        return frozenset(self.names)


def opened(store: Path) -> Opened:
    """The data in force in `store` and whose door is open now; asked anew at every request."""
    from dashboard.frame import snapshots  # with Streamlit, which the command line does without

    return opened_of(store, snapshots.current(store), snapshots.version(store))


def opened_of(store: Path, snapshot: "Snapshot", version: str) -> Opened:
    """The same of a snapshot that is at hand."""
    if snapshot.is_empty:
        return Opened(snapshot, version, {})
    table = snapshot.offices()
    table = table[table["office"].isin(snapshot.manifest.get("offices", {}))]
    names = dict(zip(table["office"], table["name"].fillna(table["office"]), strict=True))
    doors = PublicDoors(store).open_ones(names, snapshot.is_sample)
    return Opened(snapshot, version, {code: names[code] for code in names if code in doors})


def decide(store: Path, scope: Scope, who: str, office: str, is_open: bool) -> None:
    """Open or close an office's door; refused to whoever is not of that office, nor an admin."""
    scope = in_force(store, who, scope)
    Gate(store, who, Rights(scope.role, scope.offices)).set_public_door(office, is_open)
