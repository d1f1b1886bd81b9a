"""The seed's first indicator: each core permit with signatory, days, fee and number issued."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import last_day, months_of
from etl.reference import permit_types, province_of
from etl.rows import rows_of
from metrics.asking.query import Query, Scope
from metrics.asking.registry import get

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

FIRST = ("IMB", "PBG", "HO", "TDP", "SIUP", "TDI", "NIB")


def core_types() -> list[str]:
    """The core permits (IMB, HO, TDP, SIUP, TDI) and what came in their place."""
    known = permit_types()
    core = [code for code in FIRST if code in known]
    return core + [c for c, kind in known.items() if kind.core and c not in core]


def core_permits(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """One row an office and core permit that has a standard or something issued.

    office, permit_type, signatory (of the standard in force), standard_days, standard_fee
    (rupiah; NaN where the levy is worked out case by case), measured_days (median net), issued,
    billed (mean rupiah a bill) and bills, of the query's period; NaN where nothing is known.
    """
    asked = query.change(by=("office", "permit_type"), permit_type=None)
    frames = []
    for name, columns in (
        ("permits_issued", {"value": "issued"}),
        ("processing_time", {"value": "measured_days"}),
        ("billed", {"value": "amount", "n": "bills"}),
    ):
        rows = get(name).read(snapshot, scope, asked).rows
        if not rows.empty:
            rows = rows.rename(columns=columns).set_index(["office", "permit_type"])
            frames.append(rows[list(columns.values())].astype("float64"))
    if not frames:
        return pd.DataFrame()
    found = pd.concat(frames, axis=1).reset_index()
    found = found[found["permit_type"].isin(core_types())]
    for column in ("issued", "measured_days", "amount", "bills"):
        if column not in found:
            found[column] = float("nan")
    found["billed"] = found["amount"] / found["bills"].where(found["bills"] > 0)
    promised = [_standard(snapshot, r.office, r.permit_type, query) for r in rows_of(found)]
    found["standard_days"] = [_number(p.get("working_days")) for p in promised]
    found["standard_fee"] = [_number(p.get("fee")) for p in promised]
    found["signatory"] = [p.get("signatory") or None for p in promised]
    order = {code: at for at, code in enumerate(core_types())}
    found["order"] = found["permit_type"].map(order)
    found = found.sort_values(["office", "order"], ignore_index=True)
    return found.drop(columns=["order", "amount"])


def _standard(snapshot: "Snapshot", office: str, permit: str, query: Query) -> dict[str, Any]:
    """The standard in force at the period's end: the office's own, else its province's."""
    table = snapshot.store_table("standards")
    if table.empty:
        return {}
    mine = table[(table["permit_type"] == permit) & table["stage"].fillna("").eq("")]
    if query.end:
        mine = mine[pd.to_datetime(mine["valid_from"]).dt.date <= last_day(months_of(query.end)[1])]
    for place in (office, province_of(office)):
        own = mine[mine["office_code"] == place]
        if len(own):
            return {str(k): v for k, v in own.sort_values("valid_from").iloc[-1].items()}
    return {}


def _number(value: Any) -> float:
    return float("nan") if value is None or pd.isna(value) else float(value)
