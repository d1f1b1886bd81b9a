"""What was said at each month's end and what came of it, worked out once for a snapshot."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from metrics.outlook.given import Given, came, given
from metrics.outlook.pace import SPANS, Track, moved, pace
from metrics.outlook.peers import BANDS, Cells, Peers, read_peers

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Month:
    """The cells of one month's end (rows of `remaining`), what could be said of them, and came."""

    said: Given
    place: np.ndarray
    end: np.ndarray
    took: np.ndarray
    n: np.ndarray
    office: np.ndarray

    def of(self, office: int) -> slice:
        """The rows of one office: they lie together."""
        first, last = np.searchsorted(self.office, (office, office + 1))
        return slice(int(first), int(last))


class History:
    """The raw ranges of every month's end, and the pace of every office; kept by the snapshot."""

    def __init__(self, peers: Peers, calendar: bool) -> None:
        self.peers = peers
        self.calendar = calendar
        self._months: dict[int, Month] = {}
        self._laid: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        self._paces: dict[tuple[int, int], tuple[float, float]] = {}
        self._current = {peers.now(office) for office in peers.offices}

    def month(self, now: int) -> Month:
        """The month's cells: each kind of case once in `said`, the rows point at it (`place`)."""
        if now not in self._months:
            p = self.peers
            rows = p.between(now, now + 1)
            cells = p.cells.of(rows)
            key = self._key(cells)
            _kinds, first, place = np.unique(key, return_index=True, return_inverse=True)
            took = (p.calendar if self.calendar else p.net)[rows]
            said = given(p, cells.of(first), now, self.calendar)
            if self.calendar or now not in self._current:
                said = said.without_curves()
            self._months[now] = Month(
                said, place.reshape(-1), p.end[rows], took, p.n[rows], cells.office
            )
        return self._months[now]

    def said_of(self, cells: Cells, now: int) -> tuple[Given, np.ndarray]:
        """What is said at the end of month `now`, and the place of each of `cells` in it.

        Cases that lie open then are answered from what was worked out before.
        """
        known = self.month(now).said
        mine, asked = self._key(known.cells), self._key(cells)
        order = np.argsort(mine)
        place = np.searchsorted(mine, asked, sorter=order).clip(max=max(len(mine) - 1, 0))
        if len(mine) and (mine[order][place] == asked).all():
            return known, order[place]
        _kinds, first, place = np.unique(asked, return_index=True, return_inverse=True)
        return given(self.peers, cells.of(first), now, self.calendar), place.reshape(-1)

    def laid_on(self, said: Given, now: int) -> tuple[np.ndarray, np.ndarray]:
        """`laid`, kept for what is said of the cases that lie open."""
        if said is not self.month(now).said:
            return self.laid(said, now)
        if now not in self._laid:
            self._laid[now] = self.laid(said, now)
        return self._laid[now]

    def _key(self, cells: Cells) -> np.ndarray:
        types, stages = len(self.peers.types) + 1, len(self.peers.stages) + 1
        place = (cells.office * types + cells.type) * stages + cells.stage
        return place * len(BANDS) + cells.band

    def pace(self, office: int, now: int) -> tuple[float, float]:
        """The factors of an office's ranges at the end of month `now`, by what was known then."""
        if (office, now) not in self._paces:
            start = max(now - SPANS[-1], int(self.peers.first[office]))
            parts = [self._track(office, m, now) for m in range(start, now)]
            track = joined(parts)
            self._paces[office, now] = pace(track, now, int(self.peers.first[office]))
        return self._paces[office, now]

    def _track(self, office: int, month: int, now: int) -> Track:
        """The raw ranges of an office at the end of `month`, with what had come by `now`."""
        m = self.month(month)
        here = m.of(office)
        mine = here.start + np.flatnonzero(m.said.level[m.place[here]] >= 0)
        return self._tracked(m, mine, m.said.low, m.said.high, now)

    def _tracked(
        self, m: Month, mine: np.ndarray, low: np.ndarray, high: np.ndarray, now: int
    ) -> Track:
        """What came of the rows `mine`; `low` and `high` of each kind of case."""
        kind = m.place[mine]
        cells = m.said.cells.of(kind)
        day, ended = came(self.peers, cells, m.end[mine], m.took[mine], now, self.calendar)
        return Track(cells.month, low[kind], high[kind], day, ended, m.n[mine])

    def laid(
        self, said: Given, now: int, offices: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The ranges as they are given: the pace of each office (of `offices`) laid on them."""
        low, high = said.low.copy(), said.high.copy()
        for office in np.unique(said.cells.office) if offices is None else offices:
            mine = said.cells.office == office
            down, up = self.pace(int(office), now)
            low[mine], high[mine] = moved(low[mine], down, True), moved(high[mine], up, False)
        return np.minimum(low, high), high

    def tested(self, month: int, now: int, offices: np.ndarray) -> tuple[Track, np.ndarray]:
        """The ranges given at the end of `month` to `offices`, with what had come by `now`;
        and the medians that stood in them."""
        m = self.month(month)
        low, high = self.laid(m.said, month, offices)
        mine = np.flatnonzero(m.said.told[m.place] & np.isin(m.office, offices))
        return self._tracked(m, mine, low, high, now), m.said.middle[m.place[mine]]


def joined(tracks: list[Track]) -> Track:
    """Tracks one after another."""
    if not tracks:
        none = np.zeros(0, dtype=np.int64)
        return Track(none, none, none, none, none.astype(bool), none)
    columns = ("month", "low", "high", "day", "ended", "n")
    return Track(*(np.concatenate([getattr(t, c) for t in tracks]) for c in columns))


def history(snapshot: "Snapshot", calendar: bool = False) -> History:
    """The history of a snapshot, in working days or calendar days."""
    return snapshot.kept(("outlook", calendar), lambda: History(read_peers(snapshot), calendar))
