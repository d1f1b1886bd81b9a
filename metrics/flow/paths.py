"""Reads the ways that cases took: the flow map's stages and steps, the most frequent paths.

`flow` and `variants` read the counts; `events_of_office` and what follows it read case rows, to
open a stage into the activities of the log, and are for one office and a reader who may see them.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from etl.periods import last_day
from etl.rows import rows_of
from metrics.asking.count_tables import Source, grouped, prepared
from metrics.asking.distribution import quantiles
from metrics.asking.query import Query, Scope
from metrics.counting.marks import ARROW, END, OTHER, REST, START

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

STEPS = Source("transition", "month")
PATHS = Source("variant", "month")
N = "CAST(sum(t.n) AS BIGINT) AS n"
MOST_NODES = 30
FEW = 0.05  # of the cases: a step that fewer take is no part of the usual path
MOST_CASES = 50_000
"""Cases whose log is read to open a stage."""
USUAL, REWORK, RARE = "usual", "rework", "rare"


@dataclass(frozen=True)
class Flow:
    """The stages that really happen and the steps between them.

    `nodes` (stage, n: runs of it, usual) in the order of the process, START and END not among
    them; `edges` (a, b, n, again: those to a stage that the case had already run, median: working
    days from the end of the one to the end of the other, NaN where unknown, kind), the most
    frequent first. `kind` is USUAL on the usual path, REWORK where at least half of the steps are
    repeats, else RARE. `usual` is the path that the most frequent steps make; `cases` ended cases;
    `left_out` stages beyond the MOST_NODES most frequent.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame
    usual: tuple[str, ...]
    cases: int
    left_out: int = 0

    @property
    def repeats(self) -> pd.DataFrame:
        """The edges that are mostly rework, the most frequent first."""
        return self.edges[self.edges["kind"] == REWORK]


@dataclass(frozen=True)
class Variants:
    """`frame` (path, stages, n, share) of the most frequent paths; `cases` all ended ones with
    stages; `known` how many different paths are told, `others` the cases on all other paths.
    """

    frame: pd.DataFrame
    cases: int
    known: int
    others: int


def flow(snapshot: "Snapshot", scope: Scope, query: Query) -> Flow:
    """The flow map of the cases that ended in the period, for the place and permit type asked.

    A page asks for it more than once; it is worked out once, and not to be changed.
    """
    return snapshot.remembered(("flow", scope, query), lambda: _flow(snapshot, scope, query))


def _flow(snapshot: "Snapshot", scope: Scope, query: Query) -> Flow:
    cells = grouped(
        STEPS, prepared(snapshot, query), scope, query, N, extra=("a", "b", "again", "days")
    )
    rows = []
    for (a, b), part in cells.groupby(["a", "b"], sort=True):
        days, n = part["days"].to_numpy(), part["n"].to_numpy()
        again = int(part.loc[part["again"] == 1, "n"].sum())
        rows.append((a, b, int(n.sum()), again, quantiles(days, n, [0.5])[0]))
    edges = pd.DataFrame(rows, columns=["a", "b", "n", "again", "median"])
    cases = int(edges.loc[edges["b"] == END, "n"].sum())
    if scope.hide_below:
        edges = edges[edges["n"] >= scope.hide_below]
        cases = cases if cases >= scope.hide_below else 0
    return arranged(edges, cases)


def arranged(edges: pd.DataFrame, cases: int) -> Flow:
    """The flow of steps (a, b, n, again, median): stages in order, each step with its kind."""
    into = edges[edges["b"] != END].groupby("b")["n"].sum().sort_values(ascending=False)
    kept = list(into.index[:MOST_NODES])
    edges = edges[edges["a"].isin([START, *kept]) & edges["b"].isin([END, *kept])]
    usual = _usual(edges, cases)
    order = _order(edges, kept, usual)
    on_path = set(zip((START, *usual), (*usual, END), strict=True))
    few = edges.loc[edges["n"] < FEW * cases, ["a", "b"]].itertuples(index=False, name=None)
    on_path -= set(few)
    kinds = [
        USUAL if (a, b) in on_path else REWORK if a == b or 2 * again >= n else RARE
        for a, b, n, again in rows_of(edges[["a", "b", "n", "again"]])
    ]
    edges = edges.assign(kind=kinds).sort_values(
        ["n", "a", "b"], ascending=[False, True, True], ignore_index=True
    )
    nodes = pd.DataFrame(
        {
            "stage": pd.Series(order, dtype="object"),
            "n": [int(into[s]) for s in order],
            "usual": [s in usual for s in order],
        }
    )
    return Flow(nodes, edges, usual, cases, len(into) - len(kept))


def _usual(edges: pd.DataFrame, cases: int) -> tuple[str, ...]:
    """From START along the most frequent first steps to stages not yet passed, until END.

    Not by way of "lainnya", which is many stages and leads anywhere, and not by a step that few
    cases take: there the path breaks off.
    """
    weight = edges[edges["b"] != REST].assign(n=edges["n"] - edges["again"])
    weight = weight[weight["n"] >= max(1, FEW * cases)]
    path: list[str] = []
    at = START
    while True:
        onward = weight[(weight["a"] == at) & ~weight["b"].isin(path)]
        if onward.empty:
            return tuple(path)
        at = str(onward.sort_values(["n", "b"], ascending=[False, True])["b"].iloc[0])
        if at == END:
            return tuple(path)
        path.append(at)


def _order(edges: pd.DataFrame, stages: list[str], usual: tuple[str, ...]) -> list[str]:
    """The usual path, and each other stage, the most frequent first, where most of its first
    steps from and to the stages placed before it run downwards: next to the stage it comes
    from, or to the one it leads to if more steps do.
    """
    first = (edges["n"] - edges["again"]).astype("float64")
    weight = dict(zip(zip(edges["a"], edges["b"], strict=True), first, strict=True))
    order = list(usual)
    for stage in stages:
        if stage in usual:
            continue
        came = [weight.get((other, stage), 0.0) for other in order]
        went = [weight.get((stage, other), 0.0) for other in order]
        down = [sum(came[:slot]) + sum(went[slot:]) for slot in range(len(order) + 1)]
        best = [slot for slot, n in enumerate(down) if n == max(down)]
        order.insert(best[0] if sum(came) >= sum(went) else best[-1], stage)
    return order


def variants(snapshot: "Snapshot", scope: Scope, query: Query, most: int = 10) -> Variants:
    """The `most` most frequent whole paths of the cases that ended in the period, without those
    of a single case beside the first ones that more cases took."""
    cells = grouped(PATHS, prepared(snapshot, query), scope, query, N, extra=("path", "stages"))
    cases = int(cells["n"].sum())
    told = cells[cells["path"] != OTHER]
    if scope.hide_below:
        told = told[told["n"] >= scope.hide_below]
    told = told.sort_values(["n", "path"], ascending=[False, True], ignore_index=True)
    frame = told[told["n"] >= min(2, told["n"].max() if len(told) else 2)].head(most)
    share = frame["n"].astype("float64") / cases if cases else frame["n"].astype("float64")
    others = cases - int(frame["n"].sum())
    return Variants(frame.assign(share=share), cases, len(told), others)


def events_of_office(
    snapshot: "Snapshot", scope: Scope, office: str, query: Query, running: bool = False
) -> pd.DataFrame:
    """The log of the cases of one office that ended in the period: application_no, activity,
    stage, in the order of time and then of the file; `running`: also of those not ended yet.

    An activity stands under its stage as in the counts. Of more than MOST_CASES cases the last
    ones are read. Refused where the reader may see no case rows; empty where the office has none.
    """
    where = ["TRUE" if running else "end_day IS NOT NULL"]
    params: list[str] = []
    if query.permit_type is not None:
        where.append("common_type = ?")
        params.append(query.permit_type)
    for bound, sign in ((_first(query.first_month), ">="), (_last(query.last_month), "<=")):
        if bound is not None:
            where.append(f"(end_day IS NULL OR end_day {sign} CAST(? AS DATE))")
            params.append(bound.isoformat())
    cases = snapshot.cases(
        scope, "applications", [office], " AND ".join(where), params, "end_day DESC", MOST_CASES
    )
    log = pd.DataFrame()
    if len(cases):
        mine = "application_no IN (SELECT unnest(?))"
        log = snapshot.cases(
            scope, "stages", [office], mine, [cases["application_no"].tolist()], limit=None
        )
    if log.empty:
        return pd.DataFrame(columns=["application_no", "activity", "stage"])
    log = log.assign(
        at=log["started_at"].fillna(log["finished_at"]), seq=log["seq"].fillna(0)
    ).sort_values(["application_no", "at", "seq", "run_no", "stage"], ignore_index=True)
    log = log.rename(columns={"stage": "activity"})
    return log.assign(stage=_folded(snapshot, scope, office, log["activity"]))[
        ["application_no", "activity", "stage"]
    ]


def _first(month: int | None) -> date | None:
    return date(month // 100, month % 100, 1) if month else None


def _last(month: int | None) -> date | None:
    return last_day(month) if month else None


def _folded(snapshot: "Snapshot", scope: Scope, office: str, activities: pd.Series) -> list[str]:
    """The stage of each activity: by the map, its own name where that was counted, else REST."""
    named = mapped(snapshot.store_table("stage_map"), office, "stage")
    cells = grouped(STEPS, snapshot, scope, Query(office=office), N, extra=("b",))
    counted = set(cells["b"])
    return [named.get(a) or (a if a in counted else REST) for a in activities]


def mapped(stage_map: pd.DataFrame, office: str, field: str) -> dict[str, str]:
    """Activity → what the stage map says of it (stage, desk or clock), where it says anything;
    the office's own map goes before the common one.
    """
    said: dict[str, str] = {}
    for code in ("", office) if len(stage_map) else ():
        rows = stage_map[stage_map["office_code"].fillna("") == code].dropna(subset=[field])
        said |= dict(zip(rows["activity"], rows[field], strict=True))
    return said


def activity_variants(events: pd.DataFrame) -> pd.DataFrame:
    """Whole paths of single activities: path, n, the most frequent first."""
    paths = events.groupby("application_no", sort=False)["activity"].agg(ARROW.join)
    counts = paths.value_counts().rename_axis("path").reset_index(name="n")
    return counts.sort_values(["n", "path"], ascending=[False, True], ignore_index=True)


def opened(events: pd.DataFrame, stage: str) -> Flow:
    """The flow within one stage, activity by activity: START where a case comes into the stage,
    END where it leaves it. Its steps have no days.
    """
    case, at = events["application_no"], events["stage"] == stage
    inside = events.loc[at, ["application_no", "activity"]]
    same = case.eq(case.shift())
    came = events["activity"].shift().where(same & at.shift(fill_value=False), START)[at]
    onward = case.eq(case.shift(-1)) & at.shift(-1, fill_value=False)
    again = inside.groupby(["application_no", "activity"]).cumcount().gt(0).astype("int64")
    steps = pd.DataFrame({"a": came, "b": inside["activity"], "again": again})
    leaving = events.loc[at & ~onward, "activity"]
    ends = pd.DataFrame({"a": leaving, "b": END, "again": 0})
    both = pd.concat([steps, ends])
    edges = both.groupby(["a", "b"], as_index=False).agg(
        n=("again", "size"), again=("again", "sum")
    )
    return arranged(edges.assign(median=np.nan), inside["application_no"].nunique())


def stage_choices(events: pd.DataFrame) -> list[str]:
    """Stages that hold more than one activity, the one with most events first."""
    found = events.groupby("stage").agg(kinds=("activity", "nunique"), n=("activity", "size"))
    found = found[found["kinds"] > 1].sort_values("n", ascending=False)
    return [str(s) for s in found.index]
