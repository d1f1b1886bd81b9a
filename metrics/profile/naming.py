"""Permit names that only one office uses, counted, with the common types they may stand for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from etl.recognising.permit_names import Proposal, common_list, propose
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class OwnName:
    """An office's own permit name: how often it is counted, and proposals, likeliest first.

    `here` is False where the office is known by a recap alone: its names are mapped at the office.
    """

    office: str
    own_name: str
    n: int
    proposals: tuple[Proposal, ...]
    here: bool


def common_types(snapshot: "Snapshot") -> dict[str, str]:
    """The common list: permit type → name; the store's where one was loaded, else the shipped."""
    table = snapshot.store_table("permit_types")
    if table.empty:
        return common_list()
    named = table["name"].fillna(table["permit_type"])
    return dict(zip(table["permit_type"], named, strict=True))


def unmapped(snapshot: "Snapshot", scope: Scope, query: Query) -> list[OwnName]:
    """Own names among the counts of the offices in view, most counted first.

    Applications received count, or of a tally the permits issued; a name whose counts are all 0
    has n = 0 and is still asked for.
    """
    known = common_types(snapshot)
    flow = snapshot.table("flow")
    flow = flow[flow["office"].isin(offices_asked(snapshot, scope, query))]
    flow = flow[~flow["permit_type"].isin({*known, *common_list(), ""})]
    if flow.empty:
        return []
    by = ["office", "permit_type"]
    counts = flow.pivot_table(index=by, columns="measure", values="n", aggfunc="sum")
    counts = counts.reindex(columns=["received", "issued"])
    n = counts["received"].fillna(counts["issued"]).fillna(0).astype(int)
    found = propose(n.index.get_level_values("permit_type"), known)
    entries = snapshot.manifest.get("offices", {})
    rows = [
        OwnName(office, name, many, found[name], entries[office].get("source") != "recap")
        for office, name, many in zip(
            n.index.get_level_values("office"), n.index.get_level_values("permit_type"), n.tolist(),
            strict=True,
        )
    ]  # fmt: skip
    return sorted(rows, key=lambda r: (-r.n, r.office, r.own_name))


def mapped(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """What was decided before: office_code ("" for every office), own_name, permit_type."""
    table = snapshot.store_table("permit_names")
    columns = ["office_code", "own_name", "permit_type"]
    if table.empty:
        return pd.DataFrame(columns=columns)
    seen = {*offices_asked(snapshot, scope, query), ""}
    own = table[table["office_code"].fillna("").isin(seen)]
    return own[columns].sort_values(columns, ignore_index=True)
