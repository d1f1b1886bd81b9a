"""The recorded cases of one office as frames over working-day indices, to be replayed.

They are worked out by the definitions that the counts are made with (indicators.md §3), so that
a replay starts from exactly the figures the pages show.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.words import _
from metrics.cases import Cases, make_cases
from metrics.facts import Facts
from metrics.frame import Frame, make_frame
from metrics.query import Scope

if TYPE_CHECKING:
    from metrics.engine import Snapshot

FOREVER = pd.Timestamp("2262-01-01")


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
    from metrics.publish import published_facts

    if not (scope.case_rows and scope.allows(office)):
        raise Refused(_("Peran ini melihat angka, bukan berkas pemohon."))
    facts = published_facts(snapshot, [office])
    frame = make_frame(facts, [office], None)
    return from_cases(facts, make_cases(facts, frame), frame)


def from_cases(facts: Facts, made: Cases, frame: Frame) -> Record:
    """The record of cases that were worked out from `facts`, all of one office."""
    table = facts.backend.to_pandas
    cases = table(made.cases).sort_values("application_no", ignore_index=True)
    place = pd.Series(cases.index.to_numpy(), index=cases["application_no"])
    cases["billed"] = _billed(facts, frame).reindex(cases["application_no"]).fillna(0).to_numpy()
    due_day, as_of = pd.to_datetime(cases["due_day"]), pd.to_datetime(cases["as_of"])
    outcome = cases["outcome"].astype("object").where(cases["outcome"].notna(), None)
    withdrawn = outcome == "withdrawn"
    standard = cases["standard"].astype("float64")
    in_time = (cases["net"] <= standard).astype(bool)
    judged = standard.notna() & (due_day <= as_of) & ~cases["undated"] & ~(withdrawn & in_time)
    made_cases = pd.DataFrame(
        {
            "application_no": cases["application_no"],
            "permit_type": cases["permit_type"],
            "bundle_no": cases["bundle_no"].fillna(""),
            "s_idx": cases["s_idx"].astype("int64"),
            "e_idx": cases["e_idx"].astype("int64"),
            "net": cases["net"].astype("int64"),
            "standard": standard,
            "start_day": pd.to_datetime(cases["start_day"]),
            "outcome": outcome,
            "end_month": cases["end_month"].fillna(0).astype("int64"),
            "due_month": (due_day.dt.year * 100 + due_day.dt.month).fillna(0).astype("int64"),
            "judged": judged.astype(bool),
            "met": (judged & outcome.notna() & ~withdrawn & in_time).astype(bool),
            "billed": cases["billed"].astype("int64"),
        }
    )
    pauses = table(made.pauses)
    runs = table(made.runs)
    bounds = made_cases.loc[place.reindex(runs["application_no"]).to_numpy(), ["e_idx"]]
    return Record(
        made_cases,
        pd.DataFrame(
            {
                "case": place.reindex(pauses["application_no"]).to_numpy(np.int64),
                "first": pauses["p_start"].to_numpy(np.int64),
                "last": pauses["p_end"].to_numpy(np.int64),
            }
        ),
        pd.DataFrame(
            {
                "case": place.reindex(runs["application_no"]).to_numpy(np.int64),
                "stage": runs["stage"].to_numpy(),
                "clock": runs["clock"].to_numpy(),
                "first": runs["run_s_idx"].to_numpy(np.int64),
                "last": runs["run_f_idx"]
                .astype("float64")
                .where(runs["done"], bounds["e_idx"].to_numpy())
                .to_numpy(np.int64),
                "wait": runs["wait"].fillna(0).to_numpy(np.int64),
                "done": runs["done"].to_numpy(bool),
            }
        ),
        _rules(facts, frame),
    )


def _billed(facts: Facts, frame: Frame) -> pd.Series:
    """Sen billed by application, of the office in the frame."""
    bills = facts["payments"]
    bills = bills.filter(bills.application_no.notnull() & bills.billed_amount.notnull())
    rows = facts.backend.to_pandas(
        bills.select("office_code", "application_no", "billed_amount").mutate(
            sen=(bills.billed_amount * 100).cast("int64")
        )
    )
    rows = rows[rows["office_code"].isin(frame.offices["office"])]
    return rows.groupby("application_no")["sen"].sum()


def _rules(facts: Facts, frame: Frame) -> pd.DataFrame:
    """Standards of the service and of its stages, each with the days it holds from and to."""
    rows = facts.backend.to_pandas(facts["standards"])
    names = facts.backend.to_pandas(facts["permit_names"])
    common = {(o or "", n): t for o, n, t in names.itertuples(index=False)}
    rows["permit_type"] = [
        common.get((o, t), common.get(("", t), t))
        for o, t in zip(rows["office_code"], rows["permit_type"], strict=True)
    ]
    own, province = set(frame.offices["office"]), set(frame.offices["province"])
    rows["rank"] = np.where(
        rows["office_code"].isin(own), 0, np.where(rows["office_code"].isin(province), 1, 2)
    )
    rows = rows[rows["rank"] < 2]
    rows["stage"] = rows["stage"].fillna("")
    rows["first"] = pd.to_datetime(rows["valid_from"])
    key = ["rank", "permit_type", "stage"]
    rows = rows.sort_values("first").drop_duplicates([*key, "first"], keep="last")
    until = pd.to_datetime(rows.groupby(key)["first"].shift(-1)).fillna(FOREVER)
    return pd.DataFrame(
        {
            "permit_type": rows["permit_type"].astype("object"),
            "stage": rows["stage"].astype("object"),
            "rank": rows["rank"].astype("int64"),
            "first": rows["first"],
            "until": until,
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
