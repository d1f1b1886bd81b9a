"""Offices that ended: a regency that was split or merged, and who carries on (offices file).

Its years stay with its own code. After its last day it is no place any more: not silent, not a
missing reporter. A successor may be read joined with those that went before (`Query.joined`), and
a comparison of years takes all of one family together.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from etl.periods import add_months, last_day, month_of
from etl.rows import rows_of
from etl.words import _, day_words
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

CODE = re.compile(r"\d{2}\.\d{1,2}")


@dataclass(frozen=True)
class End:
    """The last day of an office, and the codes of those that carry on."""

    day: date
    successors: tuple[str, ...]


@dataclass(frozen=True)
class Lineage:
    """Which offices ended, and whose records belong together.

    `begins`: the first month (yyyymm) of an office that carries on and told of nothing before.
    `names` are short names by code, of all offices.
    """

    ends: dict[str, End]
    begins: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def over(self, office: str, month: int) -> bool:
        """Whether the office was no more at the end of `month` (yyyymm)."""
        end = self.ends.get(office)
        return end is not None and end.day < last_day(month)

    def before(self, office: str, month: int) -> bool:
        """Whether the office had ended before `month` began."""
        end = self.ends.get(office)
        return end is not None and month_of(end.day) < month

    def there(self, office: str, first: int | None, last: int | None) -> bool:
        """Whether the office was there at some time from month `first` to `last` (None: ever)."""
        if first is not None and self.before(office, first):
            return False
        return last is None or self.begins.get(office, 0) <= last

    def forerunners(self, office: str) -> tuple[str, ...]:
        """Those that ended in `office` alone, directly or by another, in the order of codes.

        What was split belongs to none of its parts.
        """
        found: set[str] = set()
        wanted = {office}
        while wanted:
            wanted = {
                code
                for code, end in self.ends.items()
                if len(end.successors) == 1 and end.successors[0] in wanted
            } - found - {office}  # fmt: skip
            found |= wanted
        return tuple(sorted(found))

    def came_from(self, office: str) -> tuple[str, ...]:
        """Those that ended and named `office` among those that carry on."""
        return tuple(sorted(c for c, end in self.ends.items() if office in end.successors))

    def members(self, office: str) -> frozenset[str]:
        """All that belong together with `office`: those that ended and those that carry on."""
        group, grown = {office}, True
        while grown:
            size = len(group)
            for code, end in self.ends.items():
                if code in group or group & set(end.successors):
                    group |= {code, *end.successors}
            grown = len(group) > size
        return frozenset(group)

    def words(self, office: str) -> str:
        """When it ended and who carries on, in a sentence; "" where it stands."""
        end = self.ends.get(office)
        if end is None:
            return ""
        name, day = self.names.get(office, office), day_words(end.day.isoformat())
        if not end.successors:
            return _("{office} berakhir pada {day}.").format(office=name, day=day)
        return _("{office} berakhir pada {day} dan diteruskan {who}.").format(
            office=name, day=day, who=self.named(end.successors)
        )

    def until(self, offices: Iterable[str]) -> str:
        """ "Kabupaten A sampai 31 Mei 2025; …" of offices that ended."""
        return "; ".join(
            _("{office} sampai {day}").format(
                office=self.names.get(o, o), day=day_words(self.ends[o].day.isoformat())
            )
            for o in offices
        )

    def named(self, offices: Iterable[str]) -> str:
        """Short names in a sentence."""
        return ", ".join(self.names.get(o, o) for o in offices)


def lineage(snapshot: "Snapshot") -> Lineage:
    """The offices of `snapshot` that ended; worked out once."""
    found: Lineage = snapshot.kept("lineage", lambda: _read(snapshot))
    return found


def _read(snapshot: "Snapshot") -> Lineage:
    table = snapshot.offices()
    names = {str(o): str(s) if s else str(o) for o, s in rows_of(table[["office", "short"]])}
    ends = {}
    for office, after, day in rows_of(table[["office", "successor", "valid_to"]]):
        if pd.isna(day):
            continue
        told = "" if pd.isna(after) else str(after)
        codes = [c if len(c) == len("32.01") else f"{c}0" for c in CODE.findall(told)]
        others = tuple(dict.fromkeys(c for c in codes if c != office))
        ends[str(office)] = End(pd.Timestamp(day).date(), others)
    return Lineage(ends, _begins(snapshot, ends), names)


def _begins(snapshot: "Snapshot", ends: dict[str, End]) -> dict[str, int]:
    """When those that carry on began, where they had told of nothing while the others were."""
    if not ends:
        return {}
    first = dict(
        rows_of(
            snapshot.sql(
                "SELECT office, min(month) AS first FROM reporting GROUP BY office",
                (),
                ("reporting",),
            )
        )
    )
    found: dict[str, int] = {}
    for end in ends.values():
        for office in end.successors:
            if first.get(office, 0) > month_of(end.day):
                after = add_months(month_of(end.day), 1)
                found[office] = min(after, found.get(office, after))
    return found


def ended_noted(rows: pd.DataFrame, snapshot: "Snapshot", query: Query) -> pd.DataFrame:
    """`rows` with the reason of those without a figure whose office had ended before."""
    lines = lineage(snapshot)
    month = query.first_month or (month_of(query.as_of) if query.as_of else None)
    if not lines.ends or month is None or rows.empty or "value" not in rows:
        return rows
    offices = rows["office"] if "office" in query.by else pd.Series(query.office, rows.index)
    over = [bool(o) and lines.before(str(o), month) for o in offices]
    gone = rows["value"].isna() & pd.Series(over, rows.index, dtype=bool)
    if not gone.any():
        return rows
    before = rows["note"] if "note" in rows else [None] * len(rows)
    notes = [lines.words(str(o)) if g else n for o, g, n in zip(offices, gone, before, strict=True)]
    return rows.assign(note=pd.Series(notes, rows.index, dtype=object))


def joined_words(snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    """Whose records are read together with the office's own."""
    if not query.joined or query.office is None:
        return []
    lines = lineage(snapshot)
    others = [o for o in lines.forerunners(query.office) if scope.allows(o)]
    if not others:
        return []
    return [_("Dibaca bersama pendahulunya: {who}.").format(who=lines.until(others))]
