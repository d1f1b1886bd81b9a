"""The ranges that were given on a month's last day, from what was known on it.

Such cases are looked for close by first (indicators.md §15): of the office, type, stage and age;
then of any age; then of the type's group; then of the whole province; and never fewer than 30
that ended. Old cases are only ever held against old ones.
"""

from dataclasses import dataclass, replace

import numpy as np

from metrics.outlook.peers import OLDEST, RUNNING, Cells, Peers
from metrics.outlook.survival import day_of, ended_by, ranges

WINDOW = 24
"""Months before the day from which such cases are taken."""
ENOUGH = 30
"""Such cases that have ended, below which no range is given."""
MOSTLY = 0.5
"""The share of such cases that must have ended: of the others no upper end can be told (§3)."""
SURE = 0.9
"""The share that must have ended while the office has been watched for less than `WINDOW`."""
FEW = 10
LEVELS = ("type", "type_any_age", "group", "group_any_age", "province", "province_any_age")
NONE = -1
FEW_ALIKE, MOSTLY_OPEN, TOO_SHORT = "few", "open", "short"


@dataclass(frozen=True)
class Given:
    """What was said of each cell at a month's end; (cells,) arrays.

    `low` and `high` are days (raw: before the office's own pace is laid on them), `middle` the
    median; `level` a place in `LEVELS` or `NONE`, `count` the ended cases it rests on, `told`
    whether a range is given at all. `curves` (groups, days) is the share of each group of such
    cases that ended by each day, `curve` (cells,) the group of a cell.
    """

    cells: Cells
    low: np.ndarray
    high: np.ndarray
    middle: np.ndarray
    level: np.ndarray
    count: np.ndarray
    told: np.ndarray
    why: np.ndarray
    curve: np.ndarray
    curves: np.ndarray

    def without_curves(self) -> "Given":
        """The same for a month that is past, of which nothing finer is asked."""
        return replace(self, curve=np.zeros(0, np.int64), curves=np.zeros((0, 0)))


def given(peers: Peers, cells: Cells, now: int, calendar: bool = False) -> Given:
    """What could be said at the end of month `now` of cases in `cells`, by nothing known later."""
    window = peers.between(now - WINDOW, now)
    rows, end, n = peers.cells.of(window), peers.end[window], peers.n[window]
    ended = end <= now
    day = (peers.calendar if calendar else peers.net)[window].copy()
    running = np.flatnonzero(~ended)
    day[running] = peers.seen(rows.office[running], rows.month[running], now, calendar)
    distinct = n * peers.fresh[window] * ended
    width = int(day.max(initial=0)) + 1
    size = len(cells.office)
    level, count = np.full(size, NONE), np.zeros(size, dtype=np.int64)
    curve, curves = np.zeros(size, dtype=np.int64), [np.zeros((1, width))]
    for number, name in enumerate(LEVELS):
        left = level == NONE
        if name.endswith("any_age"):
            left &= cells.band != OLDEST
        if not left.any() or not len(n):
            continue
        key, wanted = _keys(peers, rows, name), _keys(peers, cells.of(left), name)
        groups, place = np.unique(wanted, return_inverse=True)
        found = np.searchsorted(groups, key)
        found[found == len(groups)] = 0
        mine = groups[found] == key
        many = np.bincount(found[mine], distinct[mine], len(groups)).astype(np.int64)
        good = many >= ENOUGH
        if not good.any():
            continue
        mine &= good[found]
        number_of = np.cumsum(good) - 1
        told = ended_by(int(good.sum()), number_of[found[mine]], day[mine], ended[mine], n[mine])
        at = np.flatnonzero(left)[good[place]]
        level[at], count[at] = number, many[place][good[place]]
        curve[at] = sum(len(c) for c in curves) + number_of[place[good[place]]]
        more = width - told.shape[1]
        curves.append(np.pad(told, ((0, 0), (0, more)), mode="edge") if more else told)
    stuck = _still_open(peers, rows, day, ended, n)
    return _said(peers, cells, now, level, count, curve, np.concatenate(curves), stuck)


def _said(
    peers: Peers, cells: Cells, now: int, level: np.ndarray, count: np.ndarray,
    curve: np.ndarray, curves: np.ndarray, stuck: np.ndarray,
) -> Given:  # fmt: skip
    ends = curves[:, -1]
    gone = ends[curve]
    known = (level != NONE) & (gone > 0)
    mostly = (gone >= MOSTLY) & ~stuck[cells.office, cells.band]
    watched = (now - peers.first[cells.office] >= WINDOW) | (gone >= SURE)
    why = np.where(known, np.where(mostly, TOO_SHORT, MOSTLY_OPEN), FEW_ALIKE).astype(object)
    told = known & mostly & watched
    why[told] = ""
    # among those that end: who never does has no day to be told
    scaled = curves / np.where(ends > 0, ends, 1.0)[:, None]
    scaled[ends <= 0, -1] = 1.0
    low, high = ranges(scaled)
    middle = day_of(scaled, 0.5)[curve]
    return Given(cells, low[curve], high[curve], middle, level, count, told, why, curve, curves)


def _still_open(
    peers: Peers, rows: Cells, day: np.ndarray, ended: np.ndarray, n: np.ndarray
) -> np.ndarray:
    """(offices, bands): whether most cases of that age never ended in that office."""
    bands = OLDEST + 1
    groups = len(peers.offices) * bands
    group = rows.office * bands + rows.band
    curve = ended_by(groups, group, day, ended, n)[:, -1]
    enough = np.bincount(group, n, groups) >= FEW
    return ((curve < MOSTLY) & enough).reshape(-1, bands)


def _keys(peers: Peers, cells: Cells, level: str) -> np.ndarray:
    """A number for each cell that is that of the cells alike at a level."""
    where, age = level.split("_")[0], not level.endswith("any_age")
    place = peers.province[cells.office] if where == "province" else cells.office
    kind = peers.group[cells.type] if where == "group" else cells.type
    band = cells.band if age else 0
    stages, types = len(peers.stages) + 1, len(peers.types) + 1
    return ((place * types + kind) * stages + cells.stage) * (OLDEST + 1) + band


def came(
    peers: Peers, cells: Cells, end: np.ndarray, took: np.ndarray, now: int, calendar: bool
) -> tuple[np.ndarray, np.ndarray]:
    """What had come by the end of month `now` of cells open before: days, and whether ended."""
    ended = (end <= now) & (end < RUNNING)
    return np.where(ended, took, peers.seen(cells.office, cells.month, now, calendar)), ended
