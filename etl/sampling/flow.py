"""Files moving through an office: when each stage starts and ends, and how each file ends."""

from dataclasses import dataclass

import numpy as np

from etl.sampling import routes
from etl.sampling.cases import Cases, months_of
from etl.sampling.clock import Clock
from etl.sampling.profiles import Office, Span, stream

ISSUED, REJECTED, WITHDRAWN = 0, 1, 2
MET = 0.88  # share of ordinary files that keep an ordinary standard
PILOT = 3_000  # files a type for finding the pace that keeps it
STALLED = 0.012  # share of files of which one stage gets stuck
OLD_DAYS = 80  # working days after which a clean-up calls a file old
NEVER = 1e6  # working days: nobody comes back
MONTH_DAYS = 21  # working days in a month, for trends


@dataclass(frozen=True)
class Flow:
    """What became of files: office times, shape (files, slots), NaN where a slot was not reached.

    `outcome` is the file's end, `ended` the time of it (which may lie after the last reported day).
    """

    start: np.ndarray
    finish: np.ndarray
    outcome: np.ndarray
    ended: np.ndarray
    complete: np.ndarray


@dataclass(frozen=True)
class Pace:
    """How an office works on each file: arrays of one value a file.

    `days` multiplies office work after the check, `inspection` the field visit, `queue` is waiting
    time before the work begins, `returned` the chance that papers go back, `stalled` that one
    stage gets stuck for long, `lost` that it never ends.
    """

    days: np.ndarray
    inspection: np.ndarray
    queue: np.ndarray
    returned: np.ndarray
    stalled: np.ndarray
    lost: np.ndarray


def pace_of(rng: np.random.Generator, office: Office, clock: Clock, span: Span, cases: Cases,
            unit: np.ndarray) -> Pace:  # fmt: skip
    """The office's pace for each file. `unit`: days of work per promised day, by type."""
    n, months = len(cases), months_of(span)
    own = routes.promised_days("32" if office.reform else office.office, months)
    promised = own[cases.type, cases.month]
    month_mood = np.exp(rng.normal(0, 0.05, len(months)))
    days = office.pace * month_mood[cases.month] * unit[cases.type] * promised
    returned = np.full(n, office.returned)
    queue = np.zeros(n)
    if office.reform:
        since = (cases.arrived - clock.number(span.reform)) / MONTH_DAYS
        done = np.clip(since / 26, 0, 1)
        days = days * np.where(since < 0, 1.2, 0.98 - 0.5 * done)
        returned = returned * np.where(since < 0, 1.4, 1.1 - 0.7 * done)
    if office.queue:
        grown = np.clip((cases.arrived - clock.number(span.queue_from)) / (20 * MONTH_DAYS), 0, 1.3)
        held = rng.random(n) < 0.2 + 0.45 * np.minimum(grown, 1)
        queue = held * grown * (6 + 2.8 * promised) * rng.gamma(6, 1 / 6, n)
    lost = np.zeros(n)
    if office.clean_up:
        lost = np.where(cases.arrived < clock.number(span.clean_up) - OLD_DAYS, 0.015, 0)
    return Pace(days, np.full(n, office.inspection), queue, returned, np.full(n, STALLED), lost)


def run(rng: np.random.Generator, kind: np.ndarray, online: np.ndarray, arrived: np.ndarray,
        pace: Pace) -> Flow:  # fmt: skip
    """Walk every file along its route: registration, check (with returns), work, end."""
    n, on = len(kind), ~np.isnan(routes.route()[kind])
    team = on[:, routes.TEAM]
    once = rng.random(n) < pace.returned
    twice = once & (rng.random(n) < 0.15)
    again = team & (rng.random(n) < pace.returned * 0.35)
    for slots, those in (((2, 3), once), ((4, 5), twice), ((7, 8), again)):
        on[:, slots[0]] = on[:, slots[1]] = those
    work, wait = _durations(rng, kind, online, on, pace)
    outcome, last = _ends(rng, on, once, again)
    on &= np.arange(on.shape[1]) <= last[:, None]

    steps = np.where(on, wait + work, 0.0)
    finish = arrived[:, None] + np.cumsum(steps, axis=1)
    start = finish - work
    ended = finish[np.arange(n), last]
    ended = np.where(outcome == ISSUED, finish[:, routes.SIGNATURE], ended)
    checked = np.where(twice, finish[:, 5], np.where(once, finish[:, 3], finish[:, 1]))
    given_up = (outcome == WITHDRAWN) & np.isin(last, routes.RETURNS[:2])
    start, finish = np.where(on, start, np.nan), np.where(on, finish, np.nan)
    return Flow(start, finish, outcome, ended, np.where(given_up, np.nan, checked))


def cut(flow: Flow, at: float, old: np.ndarray) -> Flow:
    """Close the files of `old` that are still undecided at time `at` there and then, withdrawn."""
    closed = old & (flow.ended > at)
    stop = np.where(closed, at, np.inf)[:, None]
    start = np.where(flow.start <= stop, flow.start, np.nan)
    finish = np.where(np.isnan(start), np.nan, np.minimum(flow.finish, stop))
    return Flow(
        start, finish, np.where(closed, WITHDRAWN, flow.outcome),
        np.where(closed, at, flow.ended),
        np.where(flow.complete > stop[:, 0], np.nan, flow.complete),
    )  # fmt: skip


def units(seed: int) -> np.ndarray:
    """Days of work per promised day by type, so that MET of ordinary files keep the standard.

    Found by a pilot of ordinary files, so a corrected standard in data/standards.csv carries over.
    """
    rng, count = stream(seed, "pilot"), len(routes.types())
    kind = np.repeat(np.arange(count), PILOT)
    n = len(kind)
    plain = Pace(np.ones(n), np.ones(n), np.zeros(n), np.full(n, 0.13),
                 np.full(n, STALLED), np.zeros(n))  # fmt: skip
    flow = run(rng, kind, rng.random(n) < 0.5, np.zeros(n), plain)
    pause = np.zeros(n)
    for slot in (7, routes.PAYMENT):
        pause += np.nan_to_num(flow.finish[:, slot] - flow.start[:, slot])
    took = np.where(flow.outcome == WITHDRAWN, np.nan, flow.ended - flow.complete - pause)
    took = took.reshape(count, PILOT)
    promised = np.array([_first(row) for row in routes.promised_days("32", _MONTHS)])
    slow = np.nanquantile(took, MET, axis=1)
    return np.where(slow > 0, (promised + 0.45) / np.maximum(slow, 1e-9) / promised, 1.0)


_MONTHS = np.array(["2021-01"], "datetime64[M]")


def _first(row: np.ndarray) -> float:
    return float(row[~np.isnan(row)][0])


def _durations(
    rng: np.random.Generator, kind: np.ndarray, online: np.ndarray, on: np.ndarray, pace: Pace
) -> tuple[np.ndarray, np.ndarray]:
    """Working days of work and of waiting before it, by file and slot."""
    n, promised = len(kind), routes.route()[kind]
    share = np.nan_to_num(promised)
    share[:, routes.TEAM_AGAIN] *= 0.6
    office = list(routes.OFFICE_WORK)
    total = np.nansum(promised[:, [routes.TEAM, *office[2:]]], axis=1)
    scale = (pace.days / np.maximum(total, 1e-9))[:, None]
    work, wait = np.zeros(on.shape), np.zeros(on.shape)
    work[:, office] = rng.gamma(1.7, 1 / 1.7, (n, len(office))) * share[:, office] * scale
    wait[:, office] = rng.exponential(0.22, (n, len(office))) * share[:, office] * scale
    work[:, routes.INSPECTION] *= pace.inspection
    wait[:, routes.INSPECTION] *= pace.inspection
    work[:, routes.REGISTER] = rng.exponential(0.03, n)
    work[:, list(routes.CHECKS)] = rng.gamma(1.5, 0.25, (n, 3))
    wait[:, list(routes.CHECKS)] = rng.exponential(0.06, (n, 3))
    work[:, list(routes.RETURNS)] = 0.3 + rng.gamma(1.2, 3.2, (n, 3))
    gone = rng.random((n, 3)) < 0.004
    work[:, list(routes.RETURNS)] += gone * NEVER
    work[:, routes.PAYMENT] = 0.1 + rng.gamma(1.0, 2.2, n)
    work[:, routes.PAYMENT] += (rng.random(n) < 0.012) * 45
    work[:, routes.PAYMENT] += (rng.random(n) < 0.002) * NEVER
    work[:, routes.HAND_OVER] = np.where(online, 0.02, 0.2 + rng.exponential(2.2, n))
    _stall(rng, on, work, pace)
    first = np.argmax(on[:, routes.TEAM :], axis=1) + routes.TEAM
    wait[np.arange(n), first] += pace.queue
    return work, wait


def _stall(rng: np.random.Generator, on: np.ndarray, work: np.ndarray, pace: Pace) -> None:
    """Let one office stage of a few files take many times as long, of some for ever."""
    slots = np.array(routes.OFFICE_WORK)
    pick = np.where(on[:, slots], rng.random((len(on), len(slots))), -1).argmax(axis=1)
    u = rng.random(len(on))
    those = np.flatnonzero(u < pace.stalled)
    work[those, slots[pick[those]]] *= rng.uniform(5, 14, len(those))
    work[those, slots[pick[those]]] += rng.uniform(2, 25, len(those))
    gone = np.flatnonzero(u > 1 - pace.lost)
    work[gone, slots[pick[gone]]] += NEVER


def _ends(
    rng: np.random.Generator, on: np.ndarray, once: np.ndarray, again: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Outcome of each file and the last slot that it reaches."""
    n = len(on)
    u = rng.random(n)
    checked = np.select([on[:, 5], on[:, 3]], [5, 3], 1)
    judges = (routes.ADVICE, routes.TEAM_AGAIN, routes.TEAM)
    judged = np.select([on[:, slot] for slot in judges], judges, checked)
    quits = np.select([once, again, on[:, routes.PAYMENT]], [2, 7, routes.PAYMENT], -1)
    rate = np.where(quits == routes.PAYMENT, 0.02, 0.10)
    outcome = np.where(u < 0.035, REJECTED, ISSUED)
    outcome = np.where((u > 1 - rate) & (quits >= 0), WITHDRAWN, outcome)
    last = np.select([outcome == REJECTED, outcome == WITHDRAWN], [judged, quits], routes.HAND_OVER)
    return outcome, last
