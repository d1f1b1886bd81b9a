"""How many days an open case still takes: what such cases still took, as known on the day.

Asked of counts alone, so an office known by its recap is answered too. A range is never one date
and never a promise: beside it stand the number of cases it rests on, how wide one had to look for
them, and how often such ranges of the office held (`hit_rate`). Source: indicators.md §15.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from metrics.outlook.given import LEVELS, NONE
from metrics.outlook.history import History, history, joined
from metrics.outlook.pace import SETTLED, hit_rate
from metrics.outlook.peers import Cells, Peers, band_of

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

HIT_MONTHS, HIT_LOOK_BACK = 12, 36


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
    answer = [DaysToGo(why="few")] * len(cases)
    work, real = history(snapshot), history(snapshot, calendar=True)
    peers = work.peers
    by_month: dict[int, list[int]] = {}
    months = {o: peers.now(o) for o in {c.office for c in cases} if o in peers.offices}
    for place, case in enumerate(cases):
        if case.office in months:
            by_month.setdefault(months[case.office], []).append(place)
    for now, places in by_month.items():
        mine = [cases[place] for place in places]
        for place, found in zip(places, _at(peers, work, real, mine, now), strict=True):
            answer[place] = found
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


def _at(
    peers: Peers, work: History, real: History, cases: Sequence[OpenCase], now: int
) -> list[DaysToGo]:
    cells = Cells(
        office=np.array([peers.offices[c.office] for c in cases], dtype=np.int64),
        type=np.array([peers.types.get(c.permit_type, len(peers.types)) for c in cases], np.int64),
        stage=np.array([peers.stages.get(c.stage, len(peers.stages)) for c in cases], np.int64),
        band=band_of(np.array([c.age for c in cases], dtype=np.int64)),
        month=np.full(len(cases), now),
    )
    net, place = work.said_of(cells, now)
    dates, same = real.said_of(cells, now)
    low, high = work.laid_on(net, now)
    begin, until = real.laid_on(dates, now)
    days = {office: peers.day(office) for office in {c.office for c in cases}}
    answer = []
    for case, i, j in zip(cases, place.tolist(), same.tolist(), strict=True):
        if net.level[i] == NONE:
            answer.append(DaysToGo(late_likely=1.0 if _past(case) else None, why="few"))
            continue
        rest = DaysToGo(
            n=int(net.count[i]), level=LEVELS[net.level[i]], why=str(net.why[i] or dates.why[j]),
            late_likely=_late(work, net.shares[i], case, int(net.cells.office[i]), now),
        )  # fmt: skip
        if rest.why:
            answer.append(rest)
            continue
        day = days[case.office]
        answer.append(
            DaysToGo(
                int(low[i]), int(high[i]), day + timedelta(int(begin[j])),
                day + timedelta(int(until[j])), rest.n, rest.level, rest.late_likely,
            )
        )  # fmt: skip
    return answer


def _past(case: OpenCase) -> bool:
    return case.left is not None and case.left < 0


def _late(work: History, shares: np.ndarray, case: OpenCase, office: int, now: int) -> float | None:
    """The share of such cases that took longer than the days left, at the office's pace."""
    if case.left is None:
        return None
    if _past(case):
        return 1.0
    left = int(np.floor((case.left + 0.5) / max(work.pace(office, now)[1], 0.01) - 0.5 + 1e-9))
    if left < 0:
        return 1.0
    return round(float(1 - shares[min(left, len(shares) - 1)]), 3)


def hit_rate_of(snapshot: "Snapshot", office: str) -> HitRate:
    """How often the ranges that were given at the ends of the last 12 closed months held, or of
    the last 12 of which at least 80 % of the cases have ended or outlived their range."""
    return snapshot.remembered(
        ("outlook", "hit rate", office), lambda: _hit_rate(history(snapshot), office)
    )


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
