"""An office that stops the clock on the last day: late files sent back just before they are due.

Its on-time rate looks better than its work. The three clocks (net, without pauses, and the share of
pauses begun near the due day) tell it apart, and that is what this office is in the sample for.
"""

from dataclasses import dataclass, replace

import numpy as np

from etl.sampling import flow as work
from etl.sampling import routes
from etl.sampling.cases import Cases, months_of
from etl.sampling.clock import Clock
from etl.sampling.profiles import Office, Span

SHARE = 0.85  # of the files that would be late
LATE_IN_THE_DAY = 0.8  # the pause begins when most of the last day has gone
LEFT = (0.1, 0.4)  # working days before the decision at which the papers come back
APPLICANT = (*routes.RETURNS, routes.PAYMENT)


@dataclass(frozen=True)
class Holds:
    """Pauses put into files: `case` (position), the time it begins and ends, and the `slot` whose
    run it cuts in two (-1: it lies between two runs) with that run's true end."""

    case: np.ndarray
    start: np.ndarray
    until: np.ndarray
    slot: np.ndarray
    rest: np.ndarray


def held(
    rng: np.random.Generator, office: Office, clock: Clock, span: Span, cases: Cases,
    flow: work.Flow,
) -> tuple[work.Flow, Holds]:  # fmt: skip
    """`flow` as its records tell it once late files are paused, and those pauses.

    A pause begins on the last working day before the due day, which it moves, and ends shortly
    before the decision; what was done meanwhile is told as done after it. When files came in and
    how and when they ended stays as it was.
    """
    due = due_day(office, span, cases, flow)
    begin = due - 1 + LATE_IN_THE_DAY
    back = flow.ended - rng.uniform(*LEFT, len(due))
    late = (np.floor(flow.ended) > due) & (back > begin) & (begin > flow.complete)
    late &= (flow.outcome != work.WITHDRAWN) & (rng.random(len(due)) < SHARE)
    late &= ~_with_applicant(flow, begin)
    those = np.flatnonzero(late & (begin < clock.end))
    start, finish = flow.start.copy(), flow.finish.copy()
    a, b, end = begin[those, None], back[those, None], flow.ended[those, None]

    def told(times: np.ndarray) -> np.ndarray:
        moved = b + (times - a) / (end - a) * (end - b)
        return np.where((times > a) & (times <= end), moved, times)

    running = (start[those] <= a) & (finish[those] > a)
    slot = np.where(running.any(axis=1), running.argmax(axis=1), -1)
    start[those], finish[those] = told(start[those]), told(finish[those])
    row = np.arange(len(those))
    rest = np.where(slot >= 0, finish[those][row, slot], np.nan)
    finish[those[slot >= 0], slot[slot >= 0]] = begin[those[slot >= 0]]
    holds = Holds(those, begin[those], back[those], slot, rest)
    return replace(flow, start=start, finish=finish), holds


def due_day(office: Office, span: Span, cases: Cases, flow: work.Flow) -> np.ndarray:
    """The working-day number on which each file is due: start plus standard, moved on by the
    applicant's pauses that began before it; NaN without a standard."""
    begun = flow.complete if office.complete_at else cases.arrived
    begun = np.floor(np.where(np.isnan(begun), cases.arrived, begun))
    due = begun + routes.promised_days(office.office, months_of(span))[cases.type, cases.month]
    for slot in APPLICANT:
        a, b = np.floor(flow.start[:, slot]), np.floor(flow.finish[:, slot])
        paused = np.maximum(b, begun) - np.maximum(a, begun)
        due += np.where((a < due) & (paused > 0), paused, 0)
    return due


def _with_applicant(flow: work.Flow, at: np.ndarray) -> np.ndarray:
    """Whether the file lies with the applicant anyway at time `at`."""
    slots = list(APPLICANT)
    inside = (flow.start[:, slots] <= at[:, None]) & (flow.finish[:, slots] > at[:, None])
    found: np.ndarray = np.any(inside, axis=1)
    return found
