"""What goes with the counts: flow with tallies, reporting, meta, and the references they name.

One source counts for an office, kind and month: records before a monthly tally; what is set
aside is said in the reporting table's absence of it (design: the store).
"""

from functools import cached_property
from typing import Any

import pandas as pd
import pyarrow as pa

from etl.periods import months_of
from etl.reference import permit_types, regions
from etl.rows import rows_of
from metrics.counting.dimensions import Places
from metrics.counting.facts import Facts
from metrics.counting.given import AS_OF_KINDS
from metrics.counting.shape import from_frame
from metrics.counting.tables import TABLES


class References:
    """Arrow tables flow, reporting, meta and every ref_ table, each made when it is asked for."""

    names = (
        "flow", "reporting", "meta", "ref_office", "ref_permit_type", "ref_standard",
        "ref_target", "ref_population",
    )  # fmt: skip

    def __init__(self, facts: Facts, places: Places) -> None:
        self._facts, self._places = facts, places

    def table(self, name: str) -> pa.Table:
        """One of `names`."""
        facts, places = self._facts, self._places
        if name in ("flow", "reporting", "ref_permit_type"):
            return self._of_flow(name)
        if name == "ref_office":
            return _offices(places)
        own = {"meta": _meta, "ref_standard": _standards, "ref_target": _targets}
        return own.get(name, _populations)(facts, places)

    def _of_flow(self, name: str) -> pa.Table:
        if name == "flow":
            return from_frame(self._flow.astype({"n": "int64"}), "flow")
        if name == "reporting":
            return _reporting(self._facts, self._places, self._flow)
        return _permit_types(self._facts, self._flow)

    @cached_property
    def _flow(self) -> pd.DataFrame:
        """Flows by records, and by tally where no record tells of a month."""
        records = self._facts.frame("flow_records").assign(source="records")
        tallies = _tallies(self._facts, self._places, records)
        return pd.concat([records, tallies], ignore_index=True)


def _tallies(facts: Facts, places: Places, records: pd.DataFrame) -> pd.DataFrame:
    """Monthly tallies of the office-months that have no records, zeros kept out of the rows."""
    table = facts.frame("fact_monthly_counts").rename(
        columns={"office_code": "office", "count": "n"}
    )
    table = table[table["office"].isin(places.offices["office"])]
    names = facts.frame("fact_permit_names")
    common = {(o or "", n): t for o, n, t in rows_of(names)}
    table["permit_type"] = [
        common.get((o, t), common.get(("", t), t))
        for o, t in zip(table["office"], table["permit_type"], strict=True)
    ]
    table["month"] = table["month"].str.replace("-", "").astype("int64")
    until = places.offices.set_index("office")["as_of_applications"].dropna()
    months = dict(zip(until.index, until.dt.year * 100 + until.dt.month, strict=True))
    last = pd.Series([months.get(o, 0) for o in table["office"]], table.index, dtype="int64")
    table = table[table["month"] <= last]
    taken = set(map(tuple, records[["office", "month"]].drop_duplicates().to_numpy()))
    keep = [(o, m) not in taken for o, m in zip(table["office"], table["month"], strict=True)]
    table = table.loc[pd.Series(keep, index=table.index, dtype=bool)].assign(source="tally")
    return table.groupby(["office", "permit_type", "month", "measure", "source"], as_index=False)[
        ["n"]
    ].sum()


def _reporting(facts: Facts, places: Places, flow: pd.DataFrame) -> pa.Table:
    """Which office spoke about which kind in which month, by records, tally or "nihil"."""
    parts: list[pd.DataFrame] = []
    permits = flow[flow["measure"] != "bundled"]
    permits = permits.groupby(["office", "month", "source"], as_index=False)[["n"]].sum()
    parts.append(permits.assign(kind="applications"))
    for kind in ("complaints", "payments"):
        counted = facts.frame(f"reporting_{kind}")
        parts.append(counted.assign(kind=kind, source="records"))
    rows: list[dict[str, Any]] = []
    for kind, source in (("survey", "records"), ("survey_counts", "tally")):
        counted = facts.frame(f"reporting_{kind}")[["office", "period", "n"]]
        rows += [
            {"office": o, "kind": "survey", "month": months_of(p)[1], "source": source, "n": n}
            for o, p, n in rows_of(counted)
        ]
    nil = facts.frame("fact_nil")
    rows += [
        {
            "office": o,
            "kind": "applications" if k in ("stages", "monthly_counts") else k,
            "month": int(m.replace("-", "")),
            "source": "nil",
            "n": 0,
        }
        for o, k, m in rows_of(nil)
    ]
    parts.append(pd.DataFrame(rows, columns=["office", "kind", "month", "source", "n"]))
    table = pd.concat([p for p in parts if len(p)] or parts, ignore_index=True)
    table = table[table["office"].isin(places.offices["office"])]
    table = table.groupby(["office", "kind", "month", "source"], as_index=False)[["n"]].sum()
    return from_frame(table.astype({"month": "int32", "n": "int64"}), "reporting")


def _meta(facts: Facts, places: Places) -> pa.Table:
    """The last day each office reported of each kind, its as-of day, and unmapped names."""
    known = set(permit_types()) | set(facts.frame("fact_permit_types")["permit_type"])
    types = facts.frame("types_used")
    strange = types[~types["permit_type"].isin(known)]
    unmapped = strange.groupby("office")["n"].sum()
    rows = []
    last = places.last_days.set_index(["office", "kind"])["high"]
    for row in places.offices.to_dict("records"):
        for kind in AS_OF_KINDS:
            as_of = row[f"as_of_{kind}"]
            if pd.isna(as_of):
                continue
            rows.append(
                {
                    "office": row["office"],
                    "kind": kind,
                    "last_day": last.get((row["office"], kind), as_of).date(),
                    "as_of": as_of.date(),
                    "read": None,
                    "rejected": None,
                    "unmapped": int(unmapped.get(row["office"], 0))
                    if kind == "applications"
                    else 0,
                }
            )
    return from_frame(pd.DataFrame(rows, columns=list(TABLES["meta"])), "meta")


def _offices(places: Places) -> pa.Table:
    shorts = {code: region.short for code, region in regions().items()}
    table = places.offices
    return from_frame(
        pd.DataFrame(
            {
                "office": table["office"],
                "name": table["name"].fillna(table["office"]),
                "short": [
                    shorts.get(o) or n or o
                    for o, n in zip(table["office"], table["name"], strict=True)
                ],
                "region_kind": table["region_kind"],
                "province": table["province"],
                "working_week": table["week"].astype("int32"),
                "successor": table["successor"].where(table["successor"].notna(), None),
                "valid_to": pd.to_datetime(table["valid_to"]).dt.date,
            }
        ),
        "ref_office",
    )


def _permit_types(facts: Facts, flow: pd.DataFrame) -> pa.Table:
    """The common list, and names that the counts use but the list does not know."""
    table = facts.frame("fact_permit_types")
    used = sorted(set(flow["permit_type"]) - set(table["permit_type"]) - {""})
    strange = pd.DataFrame(
        {"permit_type": used, "name": used, "group": None, "successor": None}, dtype="object"
    )
    both = pd.concat([table, strange], ignore_index=True)
    both["name"] = both["name"].fillna(both["permit_type"])
    return from_frame(both, "ref_permit_type")


def _standards(facts: Facts, places: Places) -> pa.Table:
    table = facts.frame("fact_standards")
    own = set(places.offices["office"]) | set(places.offices["province"])
    table = table[table["office_code"].isin(own)].rename(columns={"office_code": "office"})
    fee = pd.to_numeric(table["fee"], errors="coerce")
    table["fee"] = (fee * 100).round().astype("Int64")
    table["working_days"] = table["working_days"].astype("Int32")
    table["valid_from"] = pd.to_datetime(table["valid_from"]).dt.date
    table["stage"] = table["stage"].fillna("")
    return from_frame(table, "ref_standard")


def _targets(facts: Facts, places: Places) -> pa.Table:
    table = facts.frame("fact_targets")
    own = set(places.offices["office"]) | set(places.offices["province"]) | {""}
    table = table[table["office_code"].fillna("").isin(own)]
    table = table.rename(columns={"office_code": "office"})
    table["permit_type"] = table["permit_type"].fillna("")
    table["valid_from"] = pd.to_datetime(table["valid_from"]).dt.date
    return from_frame(table, "ref_target")


def _populations(facts: Facts, places: Places) -> pa.Table:
    table = facts.frame("fact_populations")
    table = table[table["office_code"].isin(places.offices["office"])]
    table = table.rename(columns={"office_code": "office", "persons": "n"})
    table["service"] = table["service"].fillna("")
    return from_frame(table.astype({"n": "Int64"}), "ref_population")
