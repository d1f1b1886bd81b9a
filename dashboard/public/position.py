"""Where an application stands: found by number and day of submission, or by the receipt's code.

Told are the stages passed, the one it is at, those that usually follow and how long such cases
still took: no name, no number, nothing of anybody else. A wrong pair and an unknown one miss the
same table in memory, so that neither words nor time tell them apart.
"""

import datetime as dt
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from metrics.asking.query import Scope
from metrics.opendata.recent import Step, steps
from metrics.outlook.forecast import range_of_days

if TYPE_CHECKING:
    from dashboard.public.doors import Opened
    from metrics.asking.snapshot import Snapshot

KEPT_OFFICES = 4
SHORTEST_CODE = 6
"""Characters of a receipt's code: a shorter one is found by trying."""
APPLICATION = (
    "application_no", "submitted_at", "common_type", "outcome", "end_day", "as_of", "is_open",
    "gross_days", "stage_reached",
)  # fmt: skip
RUN = ("application_no", "run", "stage", "desk", "clock", "begun_day", "finished_day")


@dataclass(frozen=True)
class Passed:
    """A stage that a case has been through, and the day it left it (None: not recorded)."""

    stage: str
    day: dt.date | None


@dataclass(frozen=True)
class Position:
    """Where a case stands on the day `as_of`.

    `outcome` "" while it is open, else "issued", "rejected", "withdrawn" or "closed"; `stage`,
    `desk` and `since` of the stage it is at ("" and None where unknown or ended); `yours`: the
    applicant has to act; `left`: lowest and highest working days that such cases still took.
    """

    permit_type: str
    submitted: dt.date
    as_of: dt.date
    outcome: str
    ended: dt.date | None
    passed: tuple[Passed, ...]
    stage: str
    desk: str
    since: dt.date | None
    yours: bool
    to_come: tuple[Step, ...]
    left: tuple[int, int] | None = None


class Index:
    """The cases of one office in memory: a key for each, and its runs of stages."""

    def __init__(self, snapshot: "Snapshot", office: str) -> None:
        self.snapshot, self.office = snapshot, office
        scope = Scope("public position", frozenset({office}), case_rows=True)
        cases = snapshot.cases(scope, "applications", [office], limit=None)
        runs = snapshot.cases(scope, "runs", [office], order="application_no, run", limit=None)
        self.cases = cases[[c for c in APPLICATION if c in cases]]
        self.runs = runs[[c for c in RUN if c in runs]]
        numbers = [] if cases.empty else [tidy(n) for n in cases["application_no"]]
        days = [] if cases.empty else [d.date() for d in cases["submitted_at"]]
        self.keys = {pair: place for place, pair in enumerate(zip(numbers, days, strict=True))}
        self.codes: dict[str, int] = {}
        if "tracking_code" in cases:
            self.codes = _codes(cases["tracking_code"])
        of = self.runs["application_no"].to_numpy(object) if len(self.runs) else np.array([])
        self.starts = np.searchsorted(of, cases["application_no"]) if len(cases) else np.array([])
        self.ends = (
            np.searchsorted(of, cases["application_no"], "right") if len(cases) else np.array([])
        )

    def find(self, number: str, day: dt.date | None) -> Position | None:
        """The position of a case; None for a wrong pair and for an unknown one alike."""
        place = self.keys.get((tidy(number), day)) if day else None
        code = self.codes.get(tidy(number)) if day is None else None
        found = place if place is not None else code
        return None if found is None else self._position(found)

    def _left(self, case: "pd.Series") -> tuple[int, int] | None:
        """Working days that such cases still took, lowest and highest; None: not known."""
        if not case["is_open"] or pd.isna(case["gross_days"]):
            return None
        stage = case["stage_reached"]
        stage = "" if pd.isna(stage) else str(stage)
        kind, age = str(case["common_type"] or ""), int(case["gross_days"])
        found = range_of_days(self.snapshot, self.office, kind, stage, age)
        return None if found.low is None or found.high is None else (found.low, found.high)

    def _position(self, place: int) -> Position:
        case = self.cases.iloc[place]
        runs = self.runs.iloc[int(self.starts[place]) : int(self.ends[place])]
        outcome = "" if pd.isna(case["outcome"]) else str(case["outcome"])
        rows = runs.to_dict("records")
        running = [r for r in rows if pd.isna(r["finished_day"])] if not outcome else []
        now = running[-1] if running else None
        passed = tuple(
            Passed(str(r["stage"]), _day(r["finished_day"])) for r in rows if r is not now
        )
        kind = str(case["common_type"] or "")
        usual = () if outcome else steps(self.snapshot, self.office, kind)
        been = {str(r["stage"]) for r in rows}
        last = max((i for i, s in enumerate(usual) if s.stage in been), default=-1)
        as_of = _day(case["as_of"]) or dt.date.today()
        return Position(
            kind,
            case["submitted_at"].date(),
            as_of,
            outcome,
            _day(case["end_day"]) if outcome else None,
            passed,
            str(now["stage"]) if now else "",
            str(now["desk"] or "") if now else "",
            _day(now["begun_day"]) if now else None,
            bool(now and (now["clock"] == "applicant" or now["desk"] == "applicant")),
            usual[last + 1 :],
            None if outcome else self._left(case),
        )


def _codes(column: "pd.Series") -> dict[str, int]:
    """Place of each case by its receipt's code; a short one, and one of several cases, is none."""
    codes = column.fillna("").map(tidy)
    alone = ~codes.duplicated(keep=False) & (codes.str.len() >= SHORTEST_CODE)
    places = np.flatnonzero(alone.to_numpy())
    return {str(codes.iloc[place]): int(place) for place in places}


def tidy(number: object) -> str:
    """A number as people type it: without spaces, in capitals."""
    return re.sub(r"\s+", "", str(number)).upper()[:80]


def _day(value: object) -> dt.date | None:
    day = pd.to_datetime(str(value), errors="coerce")
    return None if pd.isna(day) else day.date()


_kept: OrderedDict[tuple[str, str, str], Index] = OrderedDict()
_making = threading.Lock()


def index_of(data: "Opened", office: str) -> Index:
    """The index of an office in the version in force; the last few stay in memory."""
    key = (str(data.snapshot.store), data.version, office)
    with _making:
        found = _kept.pop(key, None) or Index(data.snapshot, office)
        _kept[key] = found
        while len(_kept) > KEPT_OFFICES:
            _kept.popitem(last=False)
    return found
