"""The recorded cases of one office as frames over working-day indices, to be replayed.

They are worked out by the definitions that the counts are made with (indicators.md §3), so that
a replay starts from exactly the figures the pages show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from etl.rows import rows_of
from metrics.asking.query import Scope
from metrics.counting.case_tables import case_tables
from metrics.counting.dimensions import Places
from metrics.counting.facts import DuckFacts
from metrics.counting.standards import spells

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

KINDS = ("applications", "runs", "pauses", "payments")
COLUMNS = {
    "pauses": ["application_no", "first_idx", "last_idx"],
    "runs": ["application_no", "stage", "clock", "first_idx", "last_idx", "wait", "done"],
}


@dataclass(frozen=True)
class Record:
    """What one office recorded; `case` is a case's place in `cases`, days are calendar indices.

    `cases`: application_no, permit_type, bundle_no, s_idx, e_idx, net, standard (NaN: none),
    start_day, outcome (None: open), end_month and due_month (0: none), judged and met (bool: is
    in the on-time rate, and in time), billed (sen).
    `pauses`: case, first, last; the working days in (first, last] stood still.
    `runs`: case, stage, clock, first, last, wait (working days waited before it), done.
    `rules`: permit_type, stage ("" the whole service), rank (0 own, 1 province), first, until,
    days, fee (sen).
    """

    cases: pd.DataFrame
    pauses: pd.DataFrame
    runs: pd.DataFrame
    rules: pd.DataFrame


def read_record(snapshot: "Snapshot", scope: Scope, office: str) -> Record:
    """The recorded cases of `office`; refused where `scope` may not see them.

    An office known by counts alone has an empty record.
    """
    rows = {
        kind: snapshot.case_query(scope, office, (kind,), f"SELECT * FROM {kind}") for kind in KINDS
    }
    offices = snapshot.offices().set_index("office")["province"]
    rules = _rules(
        snapshot.store_table("standards"),
        snapshot.store_table("permit_names"),
        office,
        str(offices.get(office, "")),
    )
    return from_rows(rows, rules)


def from_cases(facts: DuckFacts, places: Places) -> Record:
    """The record of cases that were worked out from `facts`, all of one office."""
    tables = case_tables(facts, KINDS)
    (office, province), *_more = rows_of(places.offices[["office", "province"]])
    standards, names = (facts.frame(f"fact_{k}") for k in ("standards", "permit_names"))
    rules = _rules(standards, names, office, province)
    return from_rows({kind: table.to_pandas() for kind, table in tables.items()}, rules)


def from_rows(rows: Mapping[str, pd.DataFrame], rules: pd.DataFrame) -> Record:
    """The record that an office's case rows make (see `metrics.counting.case_rows`)."""
    cases = rows["applications"]
    if cases.empty:
        return _empty(rules)
    cases = cases.sort_values("application_no", ignore_index=True)
    place = pd.Series(cases.index.to_numpy(), index=cases["application_no"])
    due_day = pd.to_datetime(cases["due_day"])
    end_day = pd.to_datetime(cases["end_day"])
    outcome = cases["outcome"].astype("object").where(cases["outcome"].notna(), None)
    standard = cases["standard_days"].astype("float64")
    made = pd.DataFrame(
        {
            "application_no": cases["application_no"],
            "permit_type": cases["common_type"],
            "bundle_no": cases["bundle_no"].fillna(""),
            "s_idx": cases["start_idx"].astype("int64"),
            "e_idx": cases["end_idx"].astype("int64"),
            "net": cases["net_days"].astype("int64"),
            "standard": standard,
            "start_day": pd.to_datetime(cases["start_day"]),
            "outcome": outcome,
            "end_month": _month(end_day),
            "due_month": _month(due_day),
            "judged": cases["met"].notna().astype(bool),
            "met": (cases["met"] == 1).fillna(False).astype(bool),
            "billed": cases["application_no"].map(_billed(rows["payments"])).fillna(0),
        }
    ).astype({"billed": "int64"})
    pauses, runs = (rows[kind].reindex(columns=COLUMNS[kind]) for kind in COLUMNS)
    case = place.reindex(runs["application_no"]).to_numpy(np.int64)
    done = runs["done"].to_numpy(bool)
    ended = made["e_idx"].to_numpy()[case]
    return Record(
        made,
        pd.DataFrame(
            {
                "case": place.reindex(pauses["application_no"]).to_numpy(np.int64),
                "first": pauses["first_idx"].to_numpy(np.int64),
                "last": pauses["last_idx"].to_numpy(np.int64),
            }
        ),
        pd.DataFrame(
            {
                "case": case,
                "stage": runs["stage"].to_numpy(object),
                "clock": runs["clock"].to_numpy(object),
                "first": runs["first_idx"].to_numpy(np.int64),
                "last": np.where(done, runs["last_idx"].fillna(0), ended).astype(np.int64),
                "wait": runs["wait"].fillna(0).astype("int64"),
                "done": done,
            }
        ),
        rules,
    )


def _month(day: pd.Series) -> pd.Series:
    return (day.dt.year * 100 + day.dt.month).fillna(0).astype("int64")


def _billed(payments: pd.DataFrame) -> pd.Series:
    """Sen billed by application."""
    if payments.empty:
        return pd.Series(dtype="float64")
    known = payments[payments["application_no"].notna() & payments["billed_amount"].notna()]
    sen = (known["billed_amount"].astype("float64") * 100).round()
    return sen.groupby(known["application_no"]).sum()


def _empty(rules: pd.DataFrame) -> Record:
    cases = ["application_no", "permit_type", "bundle_no", "s_idx", "e_idx", "net", "standard"]
    more = ["start_day", "outcome", "end_month", "due_month", "judged", "met", "billed"]
    runs = ["case", "stage", "clock", "first", "last", "wait", "done"]
    return Record(
        pd.DataFrame(columns=[*cases, *more]),
        pd.DataFrame(columns=["case", "first", "last"]),
        pd.DataFrame(columns=runs),
        rules,
    )


def _rules(
    standards: pd.DataFrame, names: pd.DataFrame, office: str, province: str
) -> pd.DataFrame:
    """Standards of the service and of its stages, each with the days it holds from and to."""
    rows = spells(standards, names)
    own, inherited = rows["office_code"] == office, rows["office_code"] == province
    rows = rows.assign(rank=np.where(own, 0, 1))[own | inherited]
    return pd.DataFrame(
        {
            "permit_type": rows["permit_type"].astype("object"),
            "stage": rows["stage"].astype("object"),
            "rank": rows["rank"].astype("int64"),
            "first": rows["first"],
            "until": rows["until"],
            "days": rows["working_days"].astype("float64"),
            "fee": pd.to_numeric(rows["fee"], errors="coerce") * 100,
        }
    ).reset_index(drop=True)


def in_force(
    rules: pd.DataFrame, permit_type: pd.Series, start_day: pd.Series, stage: str, field: str
) -> np.ndarray:
    """`field` ("days" or "fee") of the rule for `stage` in force on each start day, NaN for none.

    The office's own rule goes before its province's. Arrays of equal length in, floats out.
    """
    asked = pd.DataFrame(
        {"place": np.arange(len(permit_type)), "permit_type": permit_type.to_numpy(object)}
    ).assign(day=start_day.to_numpy())
    known = rules[(rules["stage"] == stage) & rules[field].notna()]
    held = asked.merge(known, on="permit_type")
    held = held[(held["day"] >= held["first"]) & (held["day"] < held["until"])]
    held = held.sort_values("rank").drop_duplicates("place")
    found = np.full(len(asked), np.nan)
    found[held["place"].to_numpy()] = held[field].to_numpy(float)
    return found
