"""What if: the recorded cases of a period replayed under a change of the process.

A replay of what was recorded, not a forecast: it takes days out of cases that have been, and
knows nothing of how people or queues would answer to the change (indicators.md §10).

Every case is a set of working days. A change takes some of them out: those on which nothing but
the changed stage was going on. Days of another stage, and days that stood still with the
applicant, stay; so no change of a stage ever lengthens a case.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.words import _
from metrics.asking.distribution import quantiles
from metrics.asking.query import Query
from metrics.whatif.record import Record, in_force

REMOVE, PARALLEL, STANDARD = "remove", "parallel", "standard"
ONE_INSPECTION, MERGE = "one_inspection", "merge"
KINDS = (REMOVE, PARALLEL, STANDARD, ONE_INSPECTION, MERGE)
BITS = 32  # a working day of a case is one number: the case's place, then the day's index


@dataclass(frozen=True)
class Change:
    """A change of the process.

    `remove` a `stage`; run `stage` and `other` side by side (`parallel`); hold `stage` to its
    `standard` (to `days` working days where given, else to the standard in force for the stage);
    `one_inspection`: hold `stage` once for a bundle; `merge` the `permit_type` into another,
    `into`.
    """

    kind: str
    stage: str = ""
    other: str = ""
    days: int | None = None
    permit_type: str = ""
    into: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, without what it does not use."""
        return {k: v for k, v in asdict(self).items() if v not in ("", None)}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> "Change":
        """The change that `to_dict` wrote; refused where it is none."""
        try:
            change = cls(**plain)
        except TypeError:
            change = cls("")
        if change.kind not in KINDS:
            raise Refused(_("Skenario ini tidak dikenal; buat yang baru."))
        return change


@dataclass(frozen=True)
class Figures:
    """Net working days of `n` ended cases (NaN: none), and how many of `due` were in time."""

    n: int
    median: float
    p90: float
    met: int
    due: int

    @property
    def on_time(self) -> float | None:
        """The on-time share, None where nothing was due."""
        return self.met / self.due if self.due else None


@dataclass(frozen=True)
class Replay:
    """The cases of a period before and after a change.

    `days`: rows days, before, after (ended cases by net working days); `permits`: permit_type,
    n, before, after (medians), saved (mean working days a case), the most days saved first;
    `touched`: ended cases that the change reaches; `absorbed`: those that would be no case of
    their own; `forgone`: fees of the ended cases that would not be billed, in rupiah.
    """

    before: Figures
    after: Figures
    days: pd.DataFrame
    permits: pd.DataFrame
    touched: int
    absorbed: int
    forgone: float


def replay(record: Record, change: Change, query: Query) -> Replay:
    """The cases of `query`'s period and permit type under `change`.

    Days are read of the cases that ended in the period, as `processing_time` does; the on-time
    share of those due in it, as `on_time_rate` does. A case still open past its due day stays
    late, and one withdrawn late too: the replay does not know when they would have ended.
    """
    cases = record.cases
    saved = _saved(record, change)
    touched, absorbed = saved > 0, np.zeros(len(cases), bool)
    standard, fee_lost = cases["standard"].to_numpy(float), np.zeros(len(cases), np.int64)
    if change.kind == MERGE and change.into not in ("", change.permit_type):
        touched, absorbed, standard, fee_lost = _merged(record, change)
    net = cases["net"].to_numpy()
    left = net - saved
    asked = _within(cases["end_month"], query) & cases["outcome"].notna().to_numpy()
    due = cases["judged"].to_numpy() & _within(cases["due_month"], query)
    if query.permit_type:
        own = (cases["permit_type"] == query.permit_type).to_numpy()
        asked, due = asked & own, due & own
    ended_in_time = cases["outcome"].isin(["issued", "rejected", "closed"]).to_numpy()
    met = cases["met"].to_numpy()
    met_after = np.where(
        (left == net) & (standard == cases["standard"].to_numpy(float)),
        met,
        ended_in_time & (left <= standard),
    )
    stays = asked & ~absorbed
    return Replay(
        _figures(net[asked], met[due]),
        _figures(left[stays], met_after[due & ~absorbed]),
        _by_days(net[asked], left[stays]),
        _by_permit(cases["permit_type"].to_numpy(object), net, left, asked, stays),
        int((asked & touched).sum()),
        int((asked & absorbed).sum()),
        float(fee_lost[asked].sum()) / 100,
    )


def stages(record: Record) -> pd.DataFrame:
    """The office's own stages in the record: stage, n (cases), days; the longest in all first."""
    own = record.runs[record.runs["clock"] == "office"]
    own = own.assign(days=own["last"] - own["first"] + own["wait"])
    found = own.groupby("stage", as_index=False).agg(n=("case", "nunique"), days=("days", "sum"))
    return found.sort_values(["days", "stage"], ascending=[False, True], ignore_index=True)


def permit_types(record: Record) -> list[str]:
    """The permit types in the record, the most frequent first."""
    return [str(code) for code in record.cases["permit_type"].value_counts().index if code]


def usual_standard(record: Record, stage: str) -> int | None:
    """The working days most of the stage's runs are held to, None where no standard names it."""
    own = record.runs[record.runs["stage"] == stage]
    limit = pd.Series(_limits(record, own, stage)).dropna()
    return int(limit.mode().iloc[0]) if len(limit) else None


def _within(months: pd.Series, query: Query) -> np.ndarray:
    first, last = query.first_month or 1, query.last_month or 999999
    return ((months >= first) & (months <= last)).to_numpy()


def _saved(record: Record, change: Change) -> np.ndarray:
    """Working days that the change takes out of each case, never more than its net days."""
    runs = record.runs
    own = runs[runs["stage"] == change.stage]
    if change.kind == MERGE or own.empty:
        return np.zeros(len(record.cases), np.int64)
    if change.kind == PARALLEL:
        return _side_by_side(record, change, own)
    others = _days(record, runs[runs["stage"] != change.stage])
    if change.kind == REMOVE:
        gone = _days(record, own, waits=True)
    elif change.kind == STANDARD:
        limit = (
            np.full(len(own), float(change.days))
            if change.days is not None
            else _limits(record, own, change.stage)
        )
        kept = np.where(np.isnan(limit), np.inf, own["first"] + limit)
        kept = np.minimum(kept, own["last"]).astype(np.int64)
        gone = _days(record, own.assign(first=np.maximum(own["first"], kept)))
        others = np.union1d(others, _days(record, own.assign(last=kept)))
    else:
        gone = _after_the_first(record, own)
    return _count(record, _working(record, gone, others))


def _side_by_side(record: Record, change: Change, own: pd.DataFrame) -> np.ndarray:
    """Both stages begin together: of the two the shorter is hidden behind the longer."""
    runs = record.runs
    second = runs[runs["stage"] == change.other]
    if change.other == change.stage or second.empty:
        return np.zeros(len(record.cases), np.int64)
    others = _days(record, runs[~runs["stage"].isin([change.stage, change.other])])
    a = _working(record, _days(record, own, waits=True), others)
    b = _working(record, _days(record, second, waits=True), others)
    alone_a, alone_b = np.setdiff1d(a, b), np.setdiff1d(b, a)
    return np.minimum(_count(record, alone_a), _count(record, alone_b))


def _after_the_first(record: Record, own: pd.DataFrame) -> np.ndarray:
    """In a bundle, the stage's days after the first of its permits was done with the stage."""
    bundle = record.cases["bundle_no"]
    shared = (bundle != "") & (bundle.groupby(bundle).transform("size") > 1)
    own = own[shared.to_numpy()[own["case"]]]
    own = own.assign(bundle=bundle.to_numpy()[own["case"]])
    through = own.groupby(["bundle", "case"], as_index=False).agg(
        last=("last", "max"), done=("done", "all")
    )
    end = through[through["done"]].groupby("bundle")["last"].min()
    first = own["bundle"].map(end).astype("float64").to_numpy()
    own, first = own[~np.isnan(first)], first[~np.isnan(first)].astype(np.int64)
    begun = np.maximum(own["first"] - own["wait"], first)
    return _days(record, own.assign(first=np.minimum(begun, own["last"])))


def _limits(record: Record, own: pd.DataFrame, stage: str) -> np.ndarray:
    cases = record.cases.iloc[own["case"]]
    return in_force(record.rules, cases["permit_type"], cases["start_day"], stage, "days")


def _merged(record: Record, change: Change) -> tuple[np.ndarray, ...]:
    """Whose type goes, who goes up in another case, each one's standard, and the sen not billed.

    A case on one file with a permit of the other type is absorbed by it; one alone becomes a
    case of the other type, with its standard and, where that is lower, its fee.
    """
    cases = record.cases
    own = (cases["permit_type"] == change.permit_type).to_numpy()
    standard, billed = cases["standard"].to_numpy(float), cases["billed"].to_numpy()
    theirs = set(cases.loc[cases["permit_type"] == change.into, "bundle_no"]) - {""}
    absorbed = own & cases["bundle_no"].isin(theirs).to_numpy()
    into = pd.Series(np.full(len(cases), change.into, object))
    days = in_force(record.rules, into, cases["start_day"], "", "days")
    fee = in_force(record.rules, into, cases["start_day"], "", "fee")
    standard = np.where(own & ~np.isnan(days), days, standard)
    asked_less = np.where(np.isnan(fee), 0, np.maximum(billed - np.nan_to_num(fee), 0))
    lost = np.where(absorbed, billed, np.where(own, asked_less, 0))
    return own, absorbed, standard, lost.astype(np.int64)


def _days(record: Record, runs: pd.DataFrame, waits: bool = False) -> np.ndarray:
    """The working days of `runs` within their cases, as sorted numbers, each once."""
    case = runs["case"].to_numpy(np.int64)
    first = runs["first"].to_numpy(np.int64) - (runs["wait"].to_numpy() if waits else 0)
    return _spread(record, case, first, runs["last"].to_numpy(np.int64))


def _spread(record: Record, case: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    first = np.maximum(first, record.cases["s_idx"].to_numpy()[case])
    last = np.minimum(last, record.cases["e_idx"].to_numpy()[case])
    length = np.maximum(last - first, 0)
    begins = np.cumsum(length) - length
    within = np.arange(int(length.sum())) - np.repeat(begins, length)
    day = np.repeat(first + 1, length) + within
    return np.unique((np.repeat(case, length) << BITS) | day)


def _working(record: Record, days: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Those of `days` on which the case did not stand still and no other stage was going on."""
    p = record.pauses
    paused = _spread(record, p["case"].to_numpy(), p["first"].to_numpy(), p["last"].to_numpy())
    return np.setdiff1d(np.setdiff1d(days, others, True), paused, True)


def _count(record: Record, days: np.ndarray) -> np.ndarray:
    return np.bincount(days >> BITS, minlength=len(record.cases)).astype(np.int64)


def _figures(days: np.ndarray, met: np.ndarray) -> Figures:
    values, counts = np.unique(days, return_counts=True)
    median, p90 = quantiles(values, counts, [0.5, 0.9])
    return Figures(len(days), median, p90, int(met.sum()), len(met))


def _by_days(before: np.ndarray, after: np.ndarray) -> pd.DataFrame:
    parts = {
        name: pd.Series(days).value_counts()
        for name, days in (("before", before), ("after", after))
    }
    frame = pd.DataFrame(parts).fillna(0).astype("int64")
    return frame.sort_index().rename_axis("days").reset_index()


def _by_permit(
    kinds: np.ndarray, net: np.ndarray, left: np.ndarray, asked: np.ndarray, stays: np.ndarray
) -> pd.DataFrame:
    before = pd.DataFrame({"permit_type": kinds[asked], "days": net[asked]})
    after = pd.DataFrame(
        {"permit_type": kinds[stays], "days": left[stays], "saved": (net - left)[stays]}
    )
    a, b = before.groupby("permit_type"), after.groupby("permit_type")
    frame = pd.DataFrame(
        {
            "n": a.size(),
            "before": a["days"].median(),
            "after": b["days"].median(),
            "saved": b["saved"].mean(),
        }
    )
    together = (frame["saved"] * b.size()).fillna(0)
    order = together.sort_values(ascending=False, kind="stable").index
    return frame.loc[order].rename_axis("permit_type").reset_index()
