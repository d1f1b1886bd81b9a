"""A made indicator whose months are given, in a store of two offices of one province."""

from datetime import date
from decimal import Decimal

import pandas as pd

from etl.periods import month_text
from metrics.asking.registry import Indicator, register, unregister
from metrics.asking.result import Result
from metrics.asking.snapshot import Snapshot
from metrics.counting.shape import from_frame

NAME = "made_figure"
OFFICES = pd.DataFrame(
    {
        "office": ["32", "32.01", "32.02"],
        "name": ["Provinsi", "A", "B"],
        "short": ["Provinsi", "A", "B"],
        "region_kind": ["provinsi", "kabupaten", "kabupaten"],
        "province": ["32"] * 3,
        "working_week": [5] * 3,
        "successor": [None] * 3,
        "valid_to": [None] * 3,
    }
)


def snapshot(folder, targets=()):
    """A store that holds the offices and `targets` (indicator, office, type, from, value)."""
    targets = [(*rest, Decimal(str(value))) for *rest, value in targets]
    columns = ["indicator", "office", "permit_type", "valid_from", "value"]
    tables = {
        "ref_office": from_frame(OFFICES, "ref_office"),
        "ref_target": from_frame(pd.DataFrame(targets, columns=columns), "ref_target"),
    }
    entries = {o: {"path": o, "source": "records"} for o in OFFICES["office"]}
    return Snapshot(folder, {"version": 1, "offices": entries}, tables)


def given(months, as_of="2025-12-31", **how):
    """An indicator of `months`: yyyymm → (value, n); a rate where "up" is better, unless `how`.

    A period's value is that of its last month that has one, its n the sum of its months' n.
    """

    def read(indicator, snapshot, scope, query):
        within = {
            m: v
            for m, v in sorted(months.items())
            if (query.first_month or 0) <= m <= (query.last_month or 999912)
        }
        if "month" in query.by:
            rows = [(month_text(m), n, value) for m, (value, n) in within.items()]
            frame = pd.DataFrame(rows, columns=["month", "n", "value"])
        else:
            told = [v for v, _n in within.values() if v is not None]
            n = sum(n for _v, n in within.values())
            frame = pd.DataFrame([{"n": n, "value": told[-1] if told else None}])
            if indicator.shape == "rate" and told:
                frame["numerator"], frame["denominator"] = round(told[-1] * n), n
        return Result(indicator, query, frame, as_of)

    how = {"better": "up", "shape": "rate", "dims": ("office", "province", "month")} | how
    unregister(NAME)
    shape, dims, kind = how.pop("shape"), how.pop("dims"), how.pop("kind", "applications")
    return register(
        Indicator(NAME, "Angka buatan", "Buatan", "%", kind, shape, dims, "", "§13", read, **how)
    )


def day(year, month, number=1):
    return date(year, month, number)
