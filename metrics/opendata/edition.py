"""The open data of one version of the counts: every offered table, read once, some rows withheld.

The rows are those of `monev indicator NAME --by …`; a withheld one stays, its figures null and its
note saying why. Offices whose public door is closed are not in it, and no sum that they are in.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from etl.words import _, speaking
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.result import Result
from metrics.opendata.offered import OFFERED, OFFICES, PROVINCES, TYPES
from metrics.opendata.withholding import (
    ALWAYS,
    FIGURES,
    OF_APPLICATIONS,
    Counts,
    loose,
    open_counts,
    open_parts,
    small,
    told,
)

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

Cell = tuple[str, int]
"""A place's code and a year."""
Told = Mapping[Cell, frozenset[str]]

_SOURCES = {  # count → the indicator and the column that tell it
    "received": ("applications_received", "value"),
    "issued": ("permits_issued", "value"),
    "rejected": ("applications_rejected", "value"),
    "withdrawn": ("applications_withdrawn", "value"),
    "decided": ("issue_rate", "denominator"),
    "ended": ("clearance_rate", "numerator"),
    "timed": ("processing_time", "n"),
    "due": ("on_time_rate", "denominator"),
    "met": ("on_time_rate", "numerator"),
    "complaints": ("complaints_received", "value"),
    "answers": ("response_on_time", "denominator"),
    "answered": ("response_on_time", "numerator"),
    "respondents": ("ikm", "n"),
}


@dataclass(frozen=True)
class Edition:
    """Tables by (indicator, dimensions): results whose rows may all be told."""

    tables: Mapping[tuple[str, tuple[str, ...]], Result]
    offices: tuple[str, ...]

    def table(self, indicator: str, by: tuple[str, ...]) -> Result:
        """One table; KeyError where it is not offered."""
        return self.tables[indicator, by]


_one_at_a_time = threading.Lock()
_made_of: WeakKeyDictionary["Snapshot", dict[frozenset[str], Edition]] = WeakKeyDictionary()


def edition(snapshot: "Snapshot", offices: frozenset[str]) -> Edition:
    """The open data of the offices whose door is open (`offices`), worked out once a version.

    Its notes are Indonesian: whoever shows them passes each through `etl.words._`.
    """
    with _one_at_a_time, speaking("id"):  # who comes meanwhile waits for the same answer
        known = _made_of.setdefault(snapshot, {})
        if offices not in known:
            known.clear()  # a door was opened or closed
            known[offices] = _made(snapshot, tuple(sorted(offices)))
        return known[offices]


def _made(snapshot: "Snapshot", offices: tuple[str, ...]) -> Edition:
    read = {
        (name, by): get(name).read(snapshot, EVERYTHING, Query(by=by))
        for name, tables in OFFERED.items()
        for by in tables
    }
    counts = _counts(read, OFFICES)
    closed = _closed_years(snapshot)
    by_office = _offices_told(counts, closed, frozenset(offices))
    of_offices = {cell: found.told for cell, found in by_office.items()}
    provinces = _provinces_told(snapshot, counts, by_office, _counts(read, PROVINCES))
    kept: dict[tuple[str, tuple[str, ...]], Result] = {}
    for (name, by), result in read.items():
        if by == PROVINCES:
            kept[name, by] = _withheld(result, provinces, {})
            continue
        rows = result.rows[result.rows["office"].isin(offices)].reset_index(drop=True)
        mine = replace(result, rows=rows)
        if by == TYPES:
            kept[name, by] = _types_withheld(mine, of_offices)
        else:
            kept[name, by] = _withheld(mine, of_offices, closed)
    return Edition(kept, offices)


def _counts(read: Mapping[Any, Result], by: tuple[str, ...]) -> dict[Cell, Counts]:
    """The counts of each place and year; what no row tells is none."""
    found: dict[Cell, dict[str, int]] = {}
    for count, (indicator, column) in _SOURCES.items():
        result = read.get((indicator, by))
        if result is None or result.rows.empty:
            continue
        places = result.rows[list(by)].itertuples(index=False, name=None)
        for (place, year), n in zip(places, result.rows[column], strict=True):
            if year == year and not pd.isna(n):
                found.setdefault((str(place), int(year)), {})[count] = int(n)
    return {cell: Counts(**values) for cell, values in found.items()}


def _closed_years(snapshot: "Snapshot") -> dict[tuple[str, str], int]:
    """(office, kind) → the last year that its records of that kind reach the end of."""
    meta = snapshot.table("meta").dropna(subset=["as_of"])
    closed: dict[tuple[str, str], int] = {}
    for office, kind, day in zip(meta["office"], meta["kind"], meta["as_of"], strict=True):
        last = pd.Timestamp(day)
        ended = (last.month, last.day) == (12, 31)
        closed[str(office), str(kind)] = last.year if ended else last.year - 1
    return closed


def _closed(closed: Mapping[tuple[str, str], int], office: str, year: int, count: str) -> bool:
    kind = get(_SOURCES[count][0]).kind
    return year <= closed.get((office, kind), 0)


@dataclass(frozen=True)
class _Office:
    """What may be told of an office in a year, and what may not for another cause than its size."""

    told: frozenset[str]
    barred: frozenset[str]


def _offices_told(
    counts: Mapping[Cell, Counts], closed: Mapping[tuple[str, str], int], offices: frozenset[str]
) -> dict[Cell, _Office]:
    """What may be told of each office and year; nothing of an office whose door is closed."""
    first: dict[tuple[str, bool], int] = {}
    for (office, year), own in counts.items():
        for of, n in ((True, _any_application(own)), (False, own.complaints)):
            if n:
                first[office, of] = min(year, first.get((office, of), year))
    said: dict[Cell, _Office] = {}
    for (office, year), own in counts.items():
        names: set[str] = set()
        barred: set[str] = set()
        for of in (True, False):
            start = first.get((office, of), year)
            earlier = counts.get((office, year - 1)) if year - 1 > start else None
            mine = {n for n in _SOURCES if (n in OF_APPLICATIONS) == of}
            names |= open_counts(own, year <= start, earlier) & mine
            barred |= mine - ALWAYS if year <= start else set()
        barred |= {n for n in _SOURCES if not _closed(closed, office, year, n)}
        if own.decided != own.issued + own.rejected + own.withdrawn:
            barred.add("decided")  # some have no date, and stand in another year than the others
        if office not in offices:
            barred = set(_SOURCES)
        said[office, year] = _Office(frozenset(names - barred), frozenset(barred))
    return said


def _any_application(own: Counts) -> int:
    return own.received + own.ended + own.due + own.timed


def _provinces_told(
    snapshot: "Snapshot",
    counts: Mapping[Cell, Counts],
    by_office: Mapping[Cell, _Office],
    sums: Mapping[Cell, Counts],
) -> dict[Cell, frozenset[str]]:
    """What may be told of each province and year.

    A sum is told where all of its offices are, or where what is withheld of them can be known as a
    sum without being settled office by office. It is never told of a year that is the first one,
    or not yet over, of some office, nor where an office's door is closed.
    """
    table = snapshot.offices()
    province = dict(zip(table["office"], table["province"], strict=True))
    said: dict[Cell, frozenset[str]] = {}
    for (code, year), total in sums.items():
        cells = [c for c in counts if c[1] == year and province.get(c[0]) == code]
        names = set(open_counts(total, False, None))
        for name in set(names):
            hidden = [c for c in cells if name not in by_office[c].told]
            barred = [c for c in hidden if name in by_office[c].barred]
            if any(getattr(counts[c], name) for c in barred) or not _loose(
                name, [counts[c] for c in hidden]
            ):
                names.discard(name)
        said[code, year] = frozenset(_consistent(names))
    return said


def _loose(name: str, hidden: list[Counts]) -> bool:
    """Whether what is withheld of the offices leaves every part of `name`'s group unsettled."""
    groups = {
        "received": ("received",),
        "issued": ("issued",),
        "ended": ("issued", "ended"),
        "timed": ("issued", "ended", "timed"),
        "due": ("met", "due"),
        "met": ("met", "due"),
        "complaints": ("complaints",),
        "answers": ("answered", "answers"),
        "answered": ("answered", "answers"),
    }.get(name)
    if groups is None:  # the outcomes one by one: only where nothing of them is withheld
        return not hidden
    parts = [[getattr(h, group) for h in hidden] for group in groups]
    if len(groups) == 2:
        parts.append([b - a for a, b in zip(*parts, strict=True)])
    return all(map(loose, parts)) and not any(small(sum(p)) for p in parts)


def _consistent(names: set[str]) -> set[str]:
    """Without what can no longer be told alone: a group goes with the parts it rests on."""
    if "ended" not in names:
        names -= {"timed", "rejected", "withdrawn", "decided"}
    for group in ({"rejected", "withdrawn", "decided", "issued"}, {"due", "met"}):
        if group - names and "issued" not in group:
            names -= group
    if not {"rejected", "withdrawn", "decided"} <= names:
        names -= {"rejected", "withdrawn", "decided"}
    if not {"answers", "answered"} <= names:
        names -= {"answers", "answered"}
    return names


def _withheld(result: Result, said: Told, closed: Mapping[tuple[str, str], int]) -> Result:
    """The result with the figures of rows that may not be told set to nothing."""
    name = result.indicator.name
    place, year = result.query.by[0], "year"
    rows = result.rows
    why = []
    for code, y in zip(rows[place], rows[year], strict=True):
        cell = (str(code), int(y))
        if told(name, said.get(cell, frozenset())):
            why.append("")
        elif closed and not _closed(closed, cell[0], cell[1], FIGURES[name][0]):
            why.append(_("Tahun ini belum selesai dilaporkan; angkanya menyusul."))
        else:
            why.append(note())
    return _with(result, why)


def _types_withheld(result: Result, by_office: Told) -> Result:
    """Permits issued by type: a type goes with its office's sum, or for being small in it."""
    rows = result.rows
    why = np.array([note()] * len(rows), dtype=object)
    cells: dict[Cell, dict[str, int]] = {}
    for place, (office, year) in enumerate(zip(rows["office"], rows["year"], strict=True)):
        cells.setdefault((str(office), int(year)), {})[str(place)] = int(rows["value"].iloc[place])
    for cell, parts in cells.items():
        if "issued" in by_office.get(cell, frozenset()):
            for kept in open_parts(parts):
                why[int(kept)] = ""
    return _with(result, list(why))


def note() -> str:
    """Why a figure is withheld, the same words for a small count and for what would betray one."""
    return _("Ditahan: jumlah di bawah 5, dan yang membuatnya dapat dihitung, tidak ditampilkan.")


def _with(result: Result, why: list[str]) -> Result:
    rows = result.rows.copy()
    gone = np.array([bool(text) for text in why], dtype=bool)
    figures = [c for c in rows.columns if c not in (*result.query.by, "note")]
    if gone.any():
        rows = rows.astype(dict.fromkeys(figures, "object"))
        rows.loc[gone, figures] = None
        old = list(rows["note"]) if "note" in rows else [None] * len(rows)
        rows["note"] = [text or said for text, said in zip(why, old, strict=True)]
    return replace(result, rows=rows)
