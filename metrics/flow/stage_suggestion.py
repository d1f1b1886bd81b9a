"""Suggests which stage each activity of an office's log belongs to, for a person to correct.

The milestones of the log (activities that many cases have, or whose name is a stage of
`data/stage_names.csv`) begin as stages of their own, and every other activity joins the one that
it most often follows. Stages are then put together, and single activities moved, so that cases
go back to a stage they have already left as seldom as possible
(docs/decisions/0013-stages-suggested-from-the-log.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from etl.recognising.vocabulary import normal
from etl.reference import stage_names
from metrics.asking.query import Query, Scope
from metrics.counting.marks import MOST_STAGES, REST
from metrics.flow.paths import events_of_office
from metrics.flow.stage_groups import Grouping

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

MILESTONE = 0.3
"""Share of the cases that have an activity, from which it may be a stage of its own."""
MOST_CASES = 10_000
"""Cases that a suggestion is worked out from."""
APPLICANT = "applicant"


@dataclass(frozen=True)
class Fold:
    """What a fold makes of a log.

    `stages` without "lainnya"; `rest` the share of events in it; `steps` from one stage to
    another and `back`, the share of them to a stage that the case had already left ("lainnya"
    counted as a stage like any other); `paths` different ways through the stages. Shares are
    NaN where there is nothing to share.
    """

    stages: int
    rest: float
    steps: int
    back: float
    paths: int

    @property
    def returns(self) -> int:
        """How many steps go back."""
        return round(self.steps * self.back) if self.steps else 0


def log_of_office(snapshot: "Snapshot", scope: Scope, office: str) -> pd.DataFrame:
    """All events of one office in order: application_no, activity, stage (as folded now), desk
    and clock: of an activity the most frequent desk, and the clock if all its events have one,
    "" otherwise.
    """
    log = events_of_office(snapshot, scope, office, Query(office=office), running=True)
    if log.empty:
        return log.assign(desk="", clock="")
    told = snapshot.cases(scope, "stages", [office], limit=None)
    for trait in ("desk", "clock"):
        usual = _usual(told["stage"], told[trait], trait == "clock")
        log[trait] = [usual.get(a, "") for a in log["activity"]]
    return log


def _usual(activities: pd.Series, values: pd.Series, agreed: bool) -> dict[str, str]:
    """The most frequent value of each activity, of equal ones the first by name; `agreed`: only
    where no event of the activity has another value or none.
    """
    told = pd.DataFrame({"activity": activities, "value": values.fillna("")})
    if agreed:
        told = told[told.groupby("activity")["value"].transform("nunique") == 1]
    told = told[told["value"] != ""]
    counted = told.groupby(["activity", "value"]).size().rename("n").reset_index()
    best = counted.sort_values(["n", "value"], ascending=[False, True])
    best = best.drop_duplicates("activity")
    return dict(zip(best["activity"], best["value"], strict=True))


def activities(log: pd.DataFrame) -> pd.DataFrame:
    """One row an activity by name: activity, events, cases, place (0 begin … 1 end of the case:
    mean relative rank of its first event), and the log's desk and clock.
    """
    case = log.groupby("application_no", sort=False)
    place = (case.cumcount() + 0.5) / case["activity"].transform("size")
    events = log.assign(place=place)
    counted = events.groupby("activity").agg(
        events=("place", "size"), cases=("application_no", "nunique")
    )
    first = events.drop_duplicates(["application_no", "activity"])
    # rounded, so that the order in which cases are summed decides nothing
    counted["place"] = first.groupby("activity")["place"].mean().round(9)
    for trait in ("desk", "clock"):
        known = _usual(log["activity"], log[trait], trait == "clock") if trait in log else {}
        counted[trait] = [known.get(activity, "") for activity in counted.index]
    return counted.reset_index()


def fold(log: pd.DataFrame, stage_of: Mapping[str, str]) -> Fold:
    """What the stages `stage_of` (activity → stage) make of the log."""
    if log.empty:
        return Fold(0, np.nan, 0, np.nan, 0)
    stage, case = log["activity"].map(stage_of), log["application_no"]
    new_case = case.ne(case.shift())
    runs = pd.DataFrame({"case": case, "stage": stage})[new_case | stage.ne(stage.shift())]
    back = int(runs.duplicated().sum())
    steps = len(runs) - int(new_case.sum())
    codes = pd.Series([chr(c) for c in pd.factorize(runs["stage"])[0]], index=runs.index)
    paths = codes.groupby(runs["case"]).agg("".join).nunique()
    rest = stage.eq(REST)
    named = int(stage[~rest].nunique())
    return Fold(named, float(rest.mean()), steps, back / steps if steps else np.nan, int(paths))


@cache
def _vocabulary() -> dict[str, str]:
    return {normal(name): name for name in stage_names()}


def common_stage(activity: str) -> str | None:
    """The stage of the common vocabulary that an activity is named after, else None.

    >>> common_stage("2. CEK  BERKAS"), common_stage("Cetak")
    ('Cek berkas', None)
    """
    return _vocabulary().get(normal(re.sub(r"^\W*\d+\W+", "", activity)))


def suggest(log: pd.DataFrame) -> pd.DataFrame:
    """A stage for every activity of the log: activity, stage, desk, clock, by usual place.

    `log` has application_no and activity in order of time, and may have desk and clock. At most
    MOST_STAGES stages; an office with no more activities than that keeps each as it is. A stage
    is named after the activity that most cases have. Desk and clock are those of the common
    vocabulary, else of the log, else "": nothing is guessed. Activities that stop the clock are
    never put together with others.
    """
    if log.empty:
        return pd.DataFrame(columns=["activity", "stage", "desk", "clock"])
    table = activities(log)
    table["common"] = [common_stage(a) for a in table["activity"]]
    own = table["common"].fillna(table["activity"])
    table["stage"] = own if own.nunique() <= MOST_STAGES else _named(table, _grouped(log, table))
    for trait in ("desk", "clock"):
        table[trait] = _traits(table, trait)
    table = table.sort_values(["place", "activity"], ignore_index=True)
    return table[["activity", "stage", "desk", "clock"]]


def _stops(table: pd.DataFrame) -> np.ndarray:
    """Whether each activity stops the clock: by the vocabulary, else by the log."""
    known = stage_names()
    return np.array(
        [
            (known[common].clock if isinstance(common, str) else clock) == APPLICANT
            for common, clock in zip(table["common"], table["clock"], strict=True)
        ]
    )


def _traits(table: pd.DataFrame, trait: str) -> list[str]:
    """Desk or clock of each stage: the vocabulary's, else what most of its events have; a clock
    only where all its activities have the same, since it decides what is on time.
    """
    known = stage_names()
    told = table[table[trait] != ""]
    if trait == "clock":
        told = table[table.groupby("stage")["clock"].transform("nunique") == 1]
    counted = told.groupby(["stage", trait])["events"].sum().reset_index()
    counted = counted.sort_values(["events", trait], ascending=[False, True])
    usual = counted.drop_duplicates("stage").set_index("stage")[trait].to_dict()
    return [
        getattr(known[stage], trait) if stage in known else usual.get(stage, "")
        for stage in table["stage"]
    ]


def _named(table: pd.DataFrame, label: np.ndarray) -> pd.Series:
    """Each group under the common stage in it, else under the activity that most cases have."""
    best = table.assign(label=label, known=table["common"].notna()).sort_values(
        ["known", "cases", "events", "activity"], ascending=[False, False, False, True]
    )
    best = best.drop_duplicates("label").set_index("label")
    names = best["common"].fillna(best["activity"]).to_dict()
    return pd.Series([names[q] for q in label], index=table.index)


def _grouped(log: pd.DataFrame, table: pd.DataFrame) -> np.ndarray:
    """A group number for each activity of `table`."""
    cases = np.sort(log["application_no"].unique())
    if len(cases) > MOST_CASES:
        cases = cases[:: -(-len(cases) // MOST_CASES)]
        log = log[log["application_no"].isin(cases)]
    case = pd.Categorical(log["application_no"], categories=cases).codes
    activity = pd.Categorical(log["activity"], categories=table["activity"]).codes.astype(int)
    order = np.argsort(case, kind="stable")
    case, activity = case[order], activity[order]
    stops = _stops(table)
    label = _joined(case, activity, _milestones(table, len(cases)), stops)
    work = Grouping(case, activity, label, stops, table["common"].notna().to_numpy())
    work.merge_to(MOST_STAGES)
    work.move()
    work.merge_unordered()
    work.move()
    return work.label


def _milestones(table: pd.DataFrame, cases: int) -> np.ndarray:
    """A number from 0 for each activity that begins as a stage, -1 for the others.

    Spellings of one common stage have one number. Each kind of clock has a milestone, and
    there are some even where every activity is rare.
    """
    chosen = (table["cases"] >= MILESTONE * cases) | table["common"].notna()
    for stops in (False, True):
        alike = _stops(table) == stops
        if not chosen[alike].any():
            most = table[alike].sort_values(["cases", "activity"], ascending=[False, True])
            chosen[most.index[: 1 if stops else MOST_STAGES]] = True
    names = table["common"].fillna(table["activity"]).where(chosen)
    return pd.factorize(names)[0]


def _joined(
    case: np.ndarray, activity: np.ndarray, milestone: np.ndarray, stops: np.ndarray
) -> np.ndarray:
    """Each activity under the milestone that it most often follows, else that it comes before;
    one with neither in its cases under the first. Only milestones of the same clock are asked.
    """
    label = milestone.copy()
    for kind in np.unique(stops):
        mine = stops[activity] == kind
        passed = pd.Series(np.where(mine & (milestone[activity] >= 0), milestone[activity], np.nan))
        for near in (passed.groupby(case).ffill(), passed.groupby(case).bfill()):
            loose = mine & (label[activity] < 0) & near.notna().to_numpy()
            votes = np.zeros((len(milestone), int(milestone.max()) + 1), dtype=np.int64)
            np.add.at(votes, (activity[loose], near[loose].astype(int)), 1)
            found = votes.any(axis=1)
            label[found] = votes[found].argmax(axis=1)
        label[(label < 0) & (stops == kind)] = milestone[(milestone >= 0) & (stops == kind)].min()
    return label
