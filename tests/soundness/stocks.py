"""Asks every stock at a month's end in both ways: of the month, and as of its last day."""

from collections.abc import Iterator

import pandas as pd

from etl.periods import last_day, month_text
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import Indicator, indicators
from metrics.asking.snapshot import Snapshot

SPLITS = ("office", "permit_type", "stage", "category", "channel")


def stocks() -> list[Indicator]:
    """The indicators that are read at a moment."""
    return [i for i in indicators().values() if i.moment == "end"]


def told_months(snapshot: Snapshot) -> list[int]:
    """Every month that some office told of applications, complaints or payments, in order."""
    told = snapshot.table("reporting")
    told = told[told["kind"].isin(["applications", "complaints", "payments"])]
    return sorted({int(m) for m in told["month"]})


def differences(snapshot: Snapshot, month: int) -> Iterator[str]:
    """What a month's stocks and those asked as of its last day do not agree on."""
    of_month = Query(start=month_text(month), end=month_text(month))
    on_day = Query(as_of=last_day(month))
    for indicator in stocks():
        for split in ((), *((d,) for d in SPLITS if d in indicator.dims)):
            one, other = (
                _figures(indicator, snapshot, query.change(by=split))
                for query in (of_month, on_day)
            )
            for key in sorted(one.keys() | other.keys()):
                if one.get(key, 0) != other.get(key, 0):
                    yield (
                        f"{indicator.name} by {split} {key} at the end of {month}: "
                        f"{one.get(key)} against {other.get(key)}"
                    )


def _figures(indicator: Indicator, snapshot: Snapshot, query: Query) -> dict[tuple, int]:
    rows = indicator.read(snapshot, EVERYTHING, query).rows
    found = {}
    for row in rows.to_dict("records"):
        if not pd.isna(row["value"]):
            found[tuple(row[d] for d in query.by)] = int(row["value"])
    return found
