"""How often the ranges held: those that were given at past month ends against what came."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope
from metrics.outlook.history import History, history, joined
from metrics.outlook.pace import hit_rate
from metrics.outlook.peers import month_number

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Backtest:
    """What a look back found: `month_ends` at which something lay open, `cases` open then,
    `answered` with a range, `coverage` the share whose end fell within it (running ones by
    Kaplan-Meier weights; None where none ended) and `mae`, how many calendar days the median
    missed the ends by on average (None likewise).
    """

    month_ends: int
    cases: int
    answered: int
    coverage: float | None
    mae: float | None

    def to_json(self) -> dict[str, Any]:
        """The object of `monev outlook --backtest`."""
        return {
            "month_ends": self.month_ends,
            "cases": self.cases,
            "answered": self.answered,
            "coverage": None if self.coverage is None else round(self.coverage, 4),
            "mae": None if self.mae is None else round(self.mae, 2),
        }


def backtest(
    snapshot: "Snapshot", scope: Scope, start: int, end: int, office: str | None = None
) -> Backtest:
    """The ranges of the month ends from `start` to `end` (yyyymm), each as known on its day.

    Of `office` or of all that the reader may see. A month that an office has not told of to its
    end is no month end.
    """
    work = history(snapshot)
    p = work.peers
    asked = offices_asked(snapshot, scope, Query(office=office))
    codes = [p.offices[o] for o in asked if o in p.offices]
    mine = np.isin(p.cells.office, codes) & (p.cells.month < _now(work)[p.cells.office])
    mine &= (p.cells.month >= month_number(start)) & (p.cells.month <= month_number(end))
    months = np.unique(p.cells.month[mine]).tolist()
    tracks, errors = [], []
    for month in months:
        here = p.cells.month == month
        those = np.unique(p.cells.office[mine & here])
        tracks.append(_track(work, month, those))
        errors.append(_errors(history(snapshot, calendar=True), month, those))
    track = joined(tracks)
    missed = np.concatenate(errors) if errors else np.zeros((0, 2))
    ended = missed[:, 1].sum()
    return Backtest(
        len(months),
        int(p.n[mine].sum()),
        int(track.n.sum()),
        hit_rate(track),
        float((missed[:, 0] * missed[:, 1]).sum() / ended) if ended else None,
    )


def _now(work: History) -> np.ndarray:
    """(offices,) the month of each office's last day."""
    return np.array([work.peers.now(office) for office in work.peers.offices])


def _track(work: History, month: int, offices: np.ndarray) -> Any:
    return work.tested(month, int(_now(work).max()), offices)[0]


def _errors(real: History, month: int, offices: np.ndarray) -> np.ndarray:
    """(cells, 2): calendar days between the median and the end, and how many cases."""
    track, middle = real.tested(month, int(_now(real).max()), offices)
    gone = track.ended
    return np.stack([np.abs(track.day - middle)[gone], track.n[gone]], axis=1).astype(float)
