"""Who has reported what and who is late: silence, a nil report and a tally are told apart."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from etl.paths import DATA
from etl.periods import add_months, last_day, month_of, months_between
from metrics.asking.count_tables import offices_asked
from metrics.asking.lineage import lineage
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

#: A month counts as reported by the first of these that spoke for it.
SOURCES = ("records", "recap", "tally", "nil")


@dataclass(frozen=True)
class Rule:
    """How often a kind is to be reported, and the days after the period's end that are allowed."""

    kind: str
    every_months: int
    grace_days: int
    basis: str


@cache
def rules() -> dict[str, Rule]:
    """The reporting rule of each kind, from `data/reporting.csv`."""
    with (DATA / "reporting.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["kind"]: Rule(
                row["kind"], int(row["every_months"]), int(row["grace_days"]), row["basis"]
            )
            for row in csv.DictReader(file)
        }


def regencies(snapshot: "Snapshot", scope: Scope, query: Query) -> list[str]:
    """Codes of the offices in view that report: regencies and cities, not the province's own, that
    were there at some time of the period asked for.
    """
    lines = lineage(snapshot)
    kinds = snapshot.kept(
        "kinds of regions",
        lambda: snapshot.offices().set_index("office")["region_kind"].to_dict(),
    )
    return [
        o
        for o in offices_asked(snapshot, scope, query)
        if kinds.get(o) != "provinsi" and lines.there(o, query.first_month, query.last_month)
    ]


def reference_day(snapshot: "Snapshot", offices: list[str]) -> date | None:
    """The day that lateness is counted to: the latest day any of `offices` speaks of.

    Never the wall clock, so that the same data give the same answer. A survey of a whole year
    speaks for its December already, so monthly kinds come first.
    """
    meta = snapshot.table("meta")
    meta = meta[meta["office"].isin(offices)]
    monthly = [k for k, rule in rules().items() if rule.every_months == 1]
    own = meta[meta["kind"].isin(monthly)]
    days = pd.to_datetime((own if len(own) else meta)["as_of"])
    return None if days.dropna().empty else days.max().date()


def matrix(snapshot: "Snapshot", scope: Scope, query: Query, first: int, last: int) -> pd.DataFrame:
    """One row an office, kind and month (yyyymm) from `first` to `last`.

    Columns: office, kind, month, source ("" for silence), n (NaN for silence, 0 for a nil
    report). A survey speaks for the month in which its period ends. Of an office that ended, or
    that carries on after another, no row stands outside its own time.
    """
    offices = regencies(snapshot, scope, query)
    grid = pd.MultiIndex.from_product(
        [offices, list(rules()), months_between(first, last)], names=["office", "kind", "month"]
    )
    told = snapshot.table("reporting")
    told = told.assign(order=told["source"].map(SOURCES.index))
    chosen = told.sort_values("order").drop_duplicates(["office", "kind", "month"])
    counts = chosen.set_index(["office", "kind", "month"])[["source", "n"]].reindex(grid)
    frame = counts.assign(source=counts["source"].fillna("")).reset_index()
    lines = lineage(snapshot)
    if not lines.ends:
        return frame
    pairs = zip(frame["office"], frame["month"], strict=True)
    there = [lines.there(o, int(m), int(m)) for o, m in pairs]
    return frame[there].reset_index(drop=True)


def standing(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """One row an office and kind: how it stands with its reports.

    Columns: office, kind, last_month (yyyymm, NaN when it never spoke), days_late (0 when in
    time, NaN when it never spoke), rejected (share of rows, NaN when not known), tally_only
    (it speaks by tallies alone), nil_only. Lateness runs from the day on which the first report
    wanting was due to `reference_day` (data/reporting.csv); an office that ended owes none after
    its last day (`ended`: its last month, NaN where it stands).
    """
    offices = regencies(snapshot, scope, query)
    found: pd.DataFrame = snapshot.remembered(
        ("standing", tuple(offices)), lambda: _standing(snapshot, offices)
    )
    return found.copy()


def _standing(snapshot: "Snapshot", offices: list[str]) -> pd.DataFrame:
    day = reference_day(snapshot, offices)
    told = snapshot.table("reporting")
    told = told[told["office"].isin(offices) & told["kind"].isin(rules())]
    by = told.groupby(["office", "kind"])
    found = by["month"].max().rename("last_month").to_frame()
    found["tally_only"] = by["source"].agg(
        lambda s: set(s) <= {"tally", "nil"} and "tally" in set(s)
    )
    found["nil_only"] = by["source"].agg(lambda s: set(s) == {"nil"})
    meta = snapshot.table("meta").set_index(["office", "kind"])[["read", "rejected"]]
    meta = meta[~meta.index.duplicated()].astype("float64")
    grid = pd.MultiIndex.from_product([offices, list(rules())], names=["office", "kind"])
    frame = found.reindex(grid).join(meta, how="left")
    frame["rejected"] = frame["rejected"] / frame["read"].where(frame["read"] > 0)
    ends = lineage(snapshot).ends
    months = {o: float(month_of(end.day)) for o, end in ends.items()}
    frame["ended"] = [months.get(o, float("nan")) for o, _kind in frame.index]
    frame["days_late"] = [
        _late(kind, last, day, over)
        for (_office, kind), last, over in zip(
            frame.index, frame["last_month"], frame["ended"], strict=True
        )
    ]
    for flag in ("tally_only", "nil_only"):
        frame[flag] = frame[flag].eq(True)
    columns = ["last_month", "days_late", "rejected", "tally_only", "nil_only", "ended"]
    return frame[columns].reset_index()


def _late(kind: str, last_month: float, day: date | None, ended: float) -> float:
    if pd.isna(last_month) or day is None:
        return float("nan")
    rule = rules()[kind]
    wanting = add_months(int(last_month), rule.every_months)
    if wanting > ended:
        return 0.0
    due = last_day(wanting) + timedelta(days=rule.grace_days)
    return float(max(0, (day - due).days))
