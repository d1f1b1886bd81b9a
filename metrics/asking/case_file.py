"""One case, day by day: who had it, worked or waited, and where it lies now.

Every working day of the case's clock belongs to exactly one part, so that the parts add up: those
that were paused to the days that do not count, the others to the net days that are held against
the standard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.rows import rows_of

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

WORKED, WAITED, PAUSED = "worked", "waited", "paused"
APPLICANT = "applicant"

POSITIONS = """
, told AS (
    SELECT * REPLACE (done AND ($day IS NULL OR NOT coalesce(finished_day > $day, false)) AS done)
    FROM runs WHERE $day IS NULL OR NOT coalesce(begun_day > $day, false)
), line AS (
    SELECT application_no, run, stage, desk, clock, done, begun_day, finished_day,
           lead(stage) OVER w AS next_stage, lead(desk) OVER w AS next_desk,
           row_number() OVER (PARTITION BY application_no ORDER BY run DESC) AS back
    FROM told WINDOW w AS (PARTITION BY application_no ORDER BY run)
),
usual AS (
    SELECT stage, arg_max({'stage': next_stage, 'desk': next_desk}, n) AS follows
    FROM (
        SELECT stage, next_stage, next_desk, count(*) AS n FROM line
        WHERE next_stage IS NOT NULL GROUP BY ALL
    ) GROUP BY stage
)
SELECT l.application_no,
       CASE WHEN l.done THEN coalesce(u.follows.stage, l.stage) ELSE l.stage END AS stage,
       CASE WHEN l.done THEN coalesce(u.follows.desk, l.desk) ELSE l.desk END AS desk,
       l.done AS waits, CASE WHEN l.done THEN l.finished_day ELSE l.begun_day END AS since
FROM line l LEFT JOIN usual u USING (stage)
WHERE l.back = 1 AND list_contains(?, l.application_no)
"""


@dataclass(frozen=True)
class Part:
    """Days in a row in one hand: `what` worked, waited (for `stage`) or paused; `first` and
    `last` the working days of the clock, counted from 1; `begun` and `ended` where recorded.
    """

    what: str
    stage: str
    desk: str
    first: int
    last: int
    begun: date | None
    ended: date | None

    @property
    def days(self) -> int:
        """Working days."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class CaseFile:
    """A case: its row of `applications`, and the parts of its clock in order."""

    row: dict[str, Any]
    parts: tuple[Part, ...]

    @property
    def net_days(self) -> int:
        """Working days that count."""
        return sum(p.days for p in self.parts if p.what != PAUSED)

    @property
    def paused_days(self) -> int:
        """Working days on which the papers were with the applicant."""
        return sum(p.days for p in self.parts if p.what == PAUSED)


def case_file(snapshot: "Snapshot", scope: "Scope", office: str, number: str) -> CaseFile | None:
    """The case `number` of `office`; None where there is none, refused where `scope` sees none."""

    def read(kind: str, order: str) -> pd.DataFrame:
        text = f"SELECT * FROM {kind} WHERE application_no = ? ORDER BY {order}"
        return snapshot.case_query(scope, office, [kind], text, [number])

    found = read("applications", "submitted_at")
    if found.empty:
        return None
    row = {str(k): v for k, v in found.iloc[-1].to_dict().items()}
    if pd.isna(row["start_idx"]) or pd.isna(row["gross_days"]):
        return CaseFile(row, ())
    runs = list(rows_of(read("runs", "run")))
    pauses = list(rows_of(read("pauses", "first_idx")))
    parts = _parts(row, runs, pauses)
    if parts and parts[-1].what == WAITED and not parts[-1].stage and row["is_open"]:
        # the list says for whom it waits: the case says the same
        lies = next(rows_of(positions(snapshot, scope, office, [number])), None)
        if lies is not None and lies.waits and isinstance(lies.stage, str):
            desk = lies.desk if isinstance(lies.desk, str) else ""
            parts = (*parts[:-1], replace(parts[-1], stage=lies.stage, desk=desk))
    return CaseFile(row, parts)


def positions(
    snapshot: "Snapshot",
    scope: "Scope",
    office: str,
    numbers: Sequence[str],
    day: date | None = None,
) -> pd.DataFrame:
    """Where cases lie now, or lay on `day`: application_no, stage, desk, waits, since.

    A case whose last stage is finished waits for the one that most often follows it in this
    office's own records; `since` is the day that began, where recorded.
    """
    text = POSITIONS.replace("$day", "NULL" if day is None else f"DATE '{day.isoformat()}'")
    return snapshot.case_query(scope, office, ["runs"], text, [list(numbers)])


def _parts(row: dict[str, Any], runs: list[Any], pauses: list[Any]) -> tuple[Part, ...]:
    start, length = int(row["start_idx"]), int(row["gross_days"])
    dated = _dates(row, runs)
    whose = [_whose(start + day, runs, pauses) for day in range(1, length + 1)]
    parts, at = [], 1
    for (what, stage, desk, _run), days in groupby(whose):
        last = at + len(list(days)) - 1
        begun, ended = dated.get(start + at - 1), dated.get(start + last)
        parts.append(Part(what, stage, desk, at, last, begun, ended))
        at = last + 1
    return tuple(parts)


def _whose(day: int, runs: list[Any], pauses: list[Any]) -> tuple[str, str, str, int]:
    """What the working day `day` went on: what, stage, desk and the run's number."""
    inside = [r for r in runs if _covers(r, day)]
    if any(_covers(p, day) for p in pauses):
        own = next((r for r in reversed(inside) if r.clock == APPLICANT), None)
        return PAUSED, own.stage if own else "", APPLICANT, own.run if own else 0
    if inside:
        last = inside[-1]
        return WORKED, last.stage, last.desk or "", last.run
    coming = next((r for r in runs if not pd.isna(r.first_idx) and r.first_idx >= day), None)
    if coming is None:
        return WAITED, "", "", 0
    return WAITED, coming.stage, coming.desk or "", coming.run


def _covers(span: Any, day: int) -> bool:
    if pd.isna(span.first_idx):
        return False
    return span.first_idx < day and (pd.isna(span.last_idx) or day <= span.last_idx)


def _dates(row: dict[str, Any], runs: list[Any]) -> dict[int, date]:
    """Working days by their index, those that the records name."""
    found = {}
    for run in runs:
        for idx, day in ((run.first_idx, run.begun_day), (run.last_idx, run.finished_day)):
            if not pd.isna(idx) and not pd.isna(day):
                found[int(idx)] = day.date()
    start, length = int(row["start_idx"]), int(row["gross_days"])
    found[start] = row["start_day"].date()
    end = row["end_day"] if not pd.isna(row["end_day"]) else row["as_of"]
    found[start + length] = end.date()
    return found
