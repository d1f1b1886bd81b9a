"""What an indicator is, and the one list of them that every door reads.

A new indicator is one file in `metrics/indicators/` that calls `register(Indicator(...))`; cards,
comparison, command line, reports and the definitions page find it here.
"""

import importlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import ProgramFaulty, Refused
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.result import Figure, Place, Result

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

__all__ = ["Indicator", "Place", "get", "in_report", "indicators", "register", "unregister"]

PACKAGE = "metrics.indicators"
HOME = Path(__file__).parents[1] / "indicators"


@dataclass(frozen=True)
class Indicator(Figure):
    """A figure with the reader that answers questions about it."""

    reader: Callable[["Indicator", "Snapshot", Scope, Query], Result] = field(repr=False)

    def read(self, snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
        """The figure for `query`, within what `scope` may see."""
        unknown = [d for d in query.by if d not in self.dims]
        if unknown:
            raise Refused(
                _("{name} tidak dapat dirinci menurut {dim}; pilihannya: {dims}.").format(
                    name=self.name, dim=", ".join(unknown), dims=", ".join(self.dims)
                )
            )
        known = snapshot.remembered(
            (self.name, scope, query), lambda: self.reader(self, snapshot, scope, query)
        )
        return replace(known, rows=known.rows.copy())


_known: dict[str, Indicator] = {}
_scanned = False
_scanning = threading.RLock()


def register(indicator: Indicator) -> Indicator:
    """Add an indicator; a name is registered once."""
    if indicator.name in _known and _known[indicator.name] != indicator:
        raise ValueError(f"indicator {indicator.name} is registered twice")
    _known[indicator.name] = indicator
    return indicator


def unregister(name: str) -> None:
    """Take an indicator out again (for trials and tests)."""
    _known.pop(name, None)


def indicators() -> dict[str, Indicator]:
    """All indicators by name, in the order of their sections and ranks.

    Raises `ProgramFaulty` naming the file while one of `metrics/indicators` cannot be imported:
    part of the figures is never given for all of them.
    """
    global _scanned
    if not _scanned:
        with _scanning:
            for file in sorted(HOME.glob("[!_]*.py")):
                _import(file)
            _scanned = True
    return dict(sorted(_known.items(), key=_place_among))


def _place_among(entry: tuple[str, Indicator]) -> tuple[int, int, str]:
    name, indicator = entry
    number = indicator.section.strip("§ ")
    return (int(number) if number.isdigit() else 99, indicator.rank, name)


def in_report(report: str, section: str) -> tuple[str, ...]:
    """Names of the indicators that stand in a section of a report, in their order there."""
    placed = [
        (place.order, name)
        for name, indicator in indicators().items()
        for place in indicator.reports
        if (place.report, place.section) == (report, section)
    ]
    return tuple(name for _order, name in sorted(placed))


def _import(file: Path) -> None:
    """Import one file of indicators; what a faulty one registered before it failed goes again."""
    before = set(_known)
    try:
        importlib.import_module(f"{PACKAGE}.{file.stem}")
    except Exception as error:
        for name in set(_known) - before:
            del _known[name]
        said = _(
            "Berkas indikator {file} tidak dapat dibaca ({error}); perbaiki atau pindahkan berkas "
            "itu, sebab tanpa itu daftar angka tidak lengkap."
        )
        raise ProgramFaulty(
            said.format(file=f"metrics/indicators/{file.name}", error=error)
        ) from error


def get(name: str) -> Indicator:
    """The indicator of that name; refused with the nearest names if there is none."""
    known = indicators()
    if name not in known:
        from rapidfuzz import process

        near = ", ".join(n for n, *_rest in process.extract(name, list(known), limit=3))
        raise Refused(
            _(
                "Indikator “{name}” tidak ada; yang mirip: {near}. "
                "Daftar lengkap: monev indicators."
            ).format(name=name, near=near)
        )
    return known[name]
