"""How many days an open case still takes: what such cases still took, as known on the day.

Asked of counts alone, so an office known by its recap is answered too. A range is never one date
and never a promise: beside it stand the number of cases it rests on, how wide one had to look for
them, and how often such ranges of the office held (`hit_rate`). Source: indicators.md §15.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from metrics.outlook.given import FEW_ALIKE, LEVELS, NONE, Given
from metrics.outlook.history import History, history, joined
from metrics.outlook.pace import SETTLED, hit_rate
from metrics.outlook.peers import EPOCH, Cells, Peers, band_of

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

HIT_MONTHS, HIT_LOOK_BACK = 12, 36
UNTOLD = -1
CASE_COLUMNS = ("office", "permit_type", "stage", "age", "left")
"""The columns of a table of open cases: the fields of `OpenCase`."""


@dataclass(frozen=True)
class OpenCase:
    """An open case: its office, common permit type, stage reached ("" where none is told), age in
    working days, and the net working days left to its standard (None: none; negative: past it).
    """

    office: str
    permit_type: str
    stage: str
    age: int
    left: int | None = None


@dataclass(frozen=True)
class DaysToGo:
    """What such cases still took: `low` to `high` working days, `start` to `end` as dates.

    All four are None where no range is given, and `why` then says it: "few" (fewer than 30 such
    cases ended), "open" (most of such cases have not ended), "short" (the office's records do not
    go back far enough to see how long they take). `n` ended cases stand behind it; `level` is one
    of `given.LEVELS` or None. `late_likely` is the share of such cases whose end lay past this
    case's due date, None where that cannot be told.
    """

    low: int | None = None
    high: int | None = None
    start: date | None = None
    end: date | None = None
    n: int = 0
    level: str | None = None
    late_likely: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Ranges:
    """`DaysToGo` of many cases as arrays, (cases,) each: `UNTOLD` where no range is given, `start`
    and `end` in days since 1970-01-01, `level` a place in `given.LEVELS` or `NONE`, `late_likely`
    NaN where it cannot be told."""

    low: np.ndarray
    high: np.ndarray
    start: np.ndarray
    end: np.ndarray
    n: np.ndarray
    level: np.ndarray
    late_likely: np.ndarray
    why: np.ndarray

    @classmethod
    def none(cls, cases: int) -> "Ranges":
        """No range for any of so many cases."""
        untold = np.full(cases, UNTOLD)
        return cls(
            untold, untold.copy(), untold.copy(), untold.copy(), np.zeros(cases, np.int64),
            np.full(cases, NONE), np.full(cases, np.nan), np.full(cases, FEW_ALIKE, dtype=object),
        )  # fmt: skip

    def each(self) -> list[DaysToGo]:
        """One object a case."""
        columns = (
            self.low, self.high, self.start, self.end, self.n, self.level, self.late_likely,
            self.why,
        )  # fmt: skip
        return [
            DaysToGo(
                None if why else low, None if why else high,
                None if why else date.fromordinal(EPOCH + start),
                None if why else date.fromordinal(EPOCH + end),
                n, None if level == NONE else LEVELS[level],
                None if late != late else late, why,
            )
            for low, high, start, end, n, level, late, why in zip(
                *(c.tolist() for c in columns), strict=True
            )
        ]  # fmt: skip


@dataclass(frozen=True)
class HitRate:
    """How often the ranges of an office held: `rate` (0 to 1) over `cases` at `months` month ends
    that are closed enough to tell; `rate` is None where none is."""

    rate: float | None
    cases: int
    months: int


def days_to_go(snapshot: "Snapshot", cases: Sequence[OpenCase]) -> list[DaysToGo]:
    """What such cases still took, for each of `cases` on its office's last reported day.

    `snapshot` as of another day (`metrics.publishing.as_of.seen_on`) answers as of that day.
    An office that the counts do not know gets no range ("few"); nothing is raised.
    """
    return days_to_go_of(snapshot, pd.DataFrame(cases, columns=CASE_COLUMNS)).each()


def days_to_go_of(snapshot: "Snapshot", cases: pd.DataFrame) -> "Ranges":
    """`days_to_go` of a table of open cases, or of kinds of them: one row each, `CASE_COLUMNS`."""
    work, real = history(snapshot), history(snapshot, calendar=True)
    peers = work.peers
    answer = Ranges.none(len(cases))
    for now, places, cells in _by_month(peers, cases):
        net, place = work.said_of(cells, now)
        dates, same = real.said_of(cells, now)
        low, high = work.laid_on(net, now)
        begin, until = real.laid_on(dates, now)
        found = net.level[place] != NONE
        why = np.where(net.why[place] == "", dates.why[same], net.why[place])
        why[~found] = FEW_ALIKE
        told = found & (why == "")
        day = peers.told_until[cells.office]
        answer.n[places] = np.where(found, net.count[place], 0)
        answer.level[places] = net.level[place]
        answer.why[places] = why
        answer.late_likely[places] = _late(work, net, place, cells, _left(cases, places), now)
        for kept, days in (
            (answer.low, low[place]), (answer.high, high[place]),
            (answer.start, day + begin[same]), (answer.end, day + until[same]),
        ):  # fmt: skip
            kept[places] = np.where(told, days, UNTOLD)
    return answer


def late_likely(snapshot: "Snapshot", cases: pd.DataFrame) -> np.ndarray:
    """(cases,) the share of such cases that ended past this one's due date; NaN: not known.

    `cases` has the columns of `CASE_COLUMNS`; the shares are those of `days_to_go_of`.
    """
    work = history(snapshot)
    answer = np.full(len(cases), np.nan)
    for now, places, cells in _by_month(work.peers, cases):
        net, place = work.said_of(cells, now)
        answer[places] = _late(work, net, place, cells, _left(cases, places), now)
    return answer


def range_of_days(
    snapshot: "Snapshot", office: str, permit_type: str, stage: str, age: int
) -> DaysToGo:
    """The range of days that cases like one open application still took.

    `permit_type` under its common name, `stage` as reached ("" where none is told), `age` in
    working days since its clock started. For the public page: nothing of other cases is shown
    but the range and the number it rests on, and that is never below 30.
    """
    return days_to_go(snapshot, [OpenCase(office, permit_type, stage, age)])[0]


def _by_month(peers: Peers, cases: pd.DataFrame) -> Iterator[tuple[int, np.ndarray, Cells]]:
    """The cases of offices that the counts know: month of the last day, their places, cells."""
    office = _codes(cases["office"], peers.offices, -1)
    kind = _codes(cases["permit_type"], peers.types, len(peers.types))
    stage = _codes(cases["stage"], peers.stages, len(peers.stages))
    band = band_of(cases["age"].to_numpy(np.int64))
    month = np.array([*(peers.now(o) for o in peers.offices), -1])[office]
    for now in np.unique(month[office >= 0]).tolist():
        places = np.flatnonzero(month == now)
        held = np.full(len(places), now)
        yield now, places, Cells(office[places], kind[places], stage[places], band[places], held)


def _codes(names: pd.Series, known: dict[str, int], other: int) -> np.ndarray:
    """(rows,) the code of each name, each distinct name looked up once."""
    places, each = pd.factorize(names)
    return np.array([known.get(str(name), other) for name in each], dtype=np.int64)[places]


def _left(cases: pd.DataFrame, places: np.ndarray) -> np.ndarray:
    """(places,) working days left to the standard; NaN where there is none."""
    return cases["left"].to_numpy(np.float64, na_value=np.nan)[places]


def _late(
    work: History, net: Given, place: np.ndarray, cells: Cells, left: np.ndarray, now: int
) -> np.ndarray:
    """(cells,) the share of such cases that took longer than the days left, at the office's pace;
    1 where the standard is passed already, NaN where none is known or nothing can be told."""
    offices, of = np.unique(cells.office, return_inverse=True)
    pace = np.array([max(work.pace(int(o), now)[1], 0.01) for o in offices])[of.reshape(-1)]
    spare = np.floor((np.nan_to_num(left) + 0.5) / pace - 0.5 + 1e-9).astype(np.int64)
    width = net.curves.shape[1]
    share = np.round(1 - net.curves[net.curve[place], np.clip(spare, 0, width - 1)], 3)
    share[spare < 0] = 1.0
    share[(net.level[place] == NONE) | np.isnan(left)] = np.nan
    share[left < 0] = 1.0
    return share


def hit_rate_of(snapshot: "Snapshot", office: str) -> HitRate:
    """How often the ranges that were given at the ends of the last 12 closed months held, or of
    the last 12 of which at least 80 % of the cases have ended or outlived their range."""
    return snapshot.kept(("hit rate", office), lambda: _hit_rate(history(snapshot), office))


def warm(snapshot: "Snapshot") -> None:
    """Work out now what the first question of days to go would have to wait for."""
    for calendar in (False, True):
        told = history(snapshot, calendar)
        for now in sorted({told.peers.now(office) for office in told.peers.offices}):
            told.laid_on(told.month(now).said, now)
    for office in history(snapshot).peers.offices:
        hit_rate_of(snapshot, office)


def _hit_rate(work: History, office: str) -> HitRate:
    peers = work.peers
    if office not in peers.offices:
        return HitRate(None, 0, 0)
    code, now = np.array([peers.offices[office]]), peers.now(office)
    told = []
    for month in range(now - 1, max(now - 1 - HIT_LOOK_BACK, int(peers.first[code[0]]) - 1), -1):
        track = work.tested(month, now, code)[0]
        settled = track.n[track.ended | (track.day > track.high)].sum()
        if track.n.sum() and settled >= SETTLED * track.n.sum():
            told.append(track)
        if len(told) == HIT_MONTHS:
            break
    track = joined(told)
    return HitRate(hit_rate(track), int(track.n.sum()), len(told))
