"""The cases behind a mark of a graph: exactly the ones that the count under the mark counted.

A mark says what it stands for in a few plain values, so that a graph can carry it and a click
can bring it back; `cases_behind` turns it into rows of one office's published case rows. The
conditions are those of `metrics.counting`, and tests hold every mark's rows against its count.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from metrics.asking.query import Query, Scope
from metrics.counting.marks import ARROW, END, START
from metrics.counting.tables import AGE_BANDS

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

ENDED, DUE, STARTED = "ended", "due", "started"
OPEN, OPEN_STAGE = "open", "open_stage"
STAGE, VISIT, STEP, PATH = "stage", "visit", "step", "path"
CASE = (
    "a.application_no, a.common_type, a.start_day, a.end_day, a.due_day, a.stage_reached, "
    "a.net_days, a.standard_days, a.days_over"
)
RUN = "r.begun_day, r.finished_day, r.days AS stage_days, r.wait AS waited"
FOREVER = 10**9  # working days
WORST = "days_over DESC NULLS LAST, net_days DESC, application_no"


@dataclass(frozen=True)
class Mark:
    """What a mark stands for, within the office, permit type and period of a question.

    `ended` (days from, to): cases that ended, of so many net days; `due`: cases of the on-time
    rate; `started`: cases whose clock started; `open` (age band) and `open_stage` (stage reached):
    cases running; `stage`: finished runs of a stage; `visit`: runs of a stage by ended cases;
    `step` (a, b): their steps from a stage to the next; `path`: ended cases that took that path.
    `period` ("2026-05", "2026-Q2") and `permit_type` narrow the question where given.
    """

    kind: str
    values: tuple[Any, ...] = ()
    period: str = ""
    permit_type: str = ""

    def to_list(self) -> list[Any]:
        """The mark as plain values for a graph to carry."""
        return [self.kind, self.period, self.permit_type, *self.values]

    @classmethod
    def from_list(cls, plain: Sequence[Any]) -> "Mark":
        """The mark that `to_list` wrote."""
        kind, period, permit_type, *values = plain
        return cls(str(kind), tuple(values), str(period), str(permit_type))


def cases_behind(snapshot: "Snapshot", scope: Scope, query: Query, mark: Mark) -> pd.DataFrame:
    """The rows behind `mark` for the office, permit type and period of `query`, the worst first.

    application_no, common_type, start_day, end_day, due_day, stage_reached, net_days,
    standard_days, days_over (working days); of runs and steps also begun_day, finished_day,
    stage_days and waited; of cases running at a month's end also age, with net_days and days_over
    as of that day. Refused where `scope` may see no case rows; empty where the office has none.
    """
    office = query.office
    assert office is not None, "case rows are read of one office"
    if mark.period:
        query = query.change(start=mark.period, end=mark.period)
    if mark.permit_type:
        query = query.change(permit_type=mark.permit_type)
    kinds, text, params = _ASK[mark.kind](query, *mark.values)
    return snapshot.case_query(scope, office, kinds, text, params)


Asked = tuple[tuple[str, ...], str, list[Any]]


def _of_kind(query: Query) -> tuple[str, list[Any]]:
    """That the case is of the permit type asked for."""
    if query.permit_type is None:
        return "TRUE", []
    return "a.common_type = ?", [query.permit_type]


def _within(day: str, query: Query) -> tuple[str, list[Any]]:
    """That `day` lies in the period and the case is of the permit type asked for."""
    kind, params = _of_kind(query)
    months = [query.first_month or 0, query.last_month or 999999]
    return f"year({day}) * 100 + month({day}) BETWEEN ? AND ? AND {kind}", [*months, *params]


def _cases(where: str, params: list[Any], order: str = WORST) -> Asked:
    """The applications of which `where` is true."""
    text = f"SELECT {CASE} FROM applications a WHERE {where} ORDER BY {order}"
    return ("applications",), text, params


def _ended(query: Query, low: int = 0, high: int | None = None) -> Asked:
    inside, params = _within("a.end_day", query)
    where = f"a.outcome IS NOT NULL AND a.net_days >= ? AND a.net_days <= ? AND {inside}"
    return _cases(where, [low, FOREVER if high is None else high, *params])


def _due(query: Query) -> Asked:
    inside, params = _within("a.due_day", query)
    where = f"a.met IS NOT NULL AND {inside}"
    return _cases(where, params)


def _started(query: Query) -> Asked:
    inside, params = _within("a.start_day", query)
    where = f"(a.outcome IS NOT NULL OR a.is_open) AND {inside}"
    return _cases(where, params, "a.is_open DESC, net_days DESC, application_no")


STANDING = """
    , moment AS (SELECT max(month) AS month FROM standing WHERE month <= ?),
    a AS (
        SELECT o.* EXCLUDE (start_day, due_day, net_days, standard_days, stage_reached, days_over),
               s.start_day, s.due_day, s.net AS net_days, s.standard AS standard_days,
               s.stage AS stage_reached, s.net - s.standard AS days_over, s.age
        FROM standing s JOIN moment USING (month) JOIN applications o USING (application_no)
    )
"""


def _standing(query: Query, where: str, given: list[Any]) -> Asked:
    """Cases open at the end of the period, as they were known that day."""
    kind, params = _of_kind(query)
    text = f"{STANDING} SELECT {CASE}, a.age FROM a WHERE {where} AND {kind} ORDER BY {WORST}"
    last = query.last_month or 999999
    return ("applications", "standing"), text, [last, *given, *params]


def _open_stage(query: Query, stage: str) -> Asked:
    return _standing(query, "a.stage_reached = ?", [stage])


def _open(query: Query, band: str) -> Asked:
    bands = list(AGE_BANDS)
    younger = bands[: bands.index(band)]
    low = (AGE_BANDS[younger[-1]] or 0) + 1 if younger else 0
    high = AGE_BANDS[band]
    given = [low, FOREVER if high is None else high]
    return _standing(query, "a.age BETWEEN ? AND ?", given)


def _stage(query: Query, stage: str) -> Asked:
    inside, params = _within("r.finished_day", query)
    text = (
        f"SELECT {CASE}, {RUN} FROM runs r JOIN applications a USING (application_no) "
        f"WHERE r.done AND NOT r.outside AND r.stage = ? AND {inside} "
        "ORDER BY stage_days + coalesce(waited, 0) DESC, application_no, r.run"
    )
    return ("applications", "runs"), text, [stage, *params]


def _steps(query: Query, where: str, given: list[Any], order: str = WORST) -> Asked:
    """Runs of the cases that ended in the period, each with the stage before and after it."""
    inside, params = _within("a.end_day", query)
    line = "PARTITION BY r.application_no ORDER BY r.run"
    text = f"""
        , way AS (
            SELECT {CASE}, r.stage, {RUN},
                   coalesce(lag(r.stage) OVER ({line}), '{START}') AS came,
                   coalesce(lead(r.stage) OVER ({line}), '{END}') AS went
            FROM runs r JOIN applications a USING (application_no)
            WHERE a.outcome IS NOT NULL AND {inside}
        )
        SELECT * EXCLUDE (came, went) FROM way WHERE {where} ORDER BY {order}
    """
    return ("applications", "runs"), text, [*params, *given]


def _visit(query: Query, stage: str) -> Asked:
    return _steps(query, "stage = ?", [stage], f"stage_days DESC, {WORST}")


def _step(query: Query, came: str, into: str) -> Asked:
    if into == END:
        return _steps(query, "stage = ? AND went = ?", [came, into])
    return _steps(query, "came = ? AND stage = ?", [came, into])


def _path(query: Query, path: str) -> Asked:
    inside, params = _within("a.end_day", query)
    text = f"""
        , way AS (
            SELECT application_no, string_agg(stage, '{ARROW}' ORDER BY run) AS path
            FROM runs GROUP BY application_no
        )
        SELECT {CASE} FROM way JOIN applications a USING (application_no)
        WHERE a.outcome IS NOT NULL AND way.path = ? AND {inside} ORDER BY {WORST}
    """
    return ("applications", "runs"), text, [path, *params]


_ASK: dict[str, Callable[..., Asked]] = {
    ENDED: _ended, DUE: _due, STARTED: _started, OPEN: _open, OPEN_STAGE: _open_stage,
    STAGE: _stage, VISIT: _visit, STEP: _step, PATH: _path,
}  # fmt: skip
