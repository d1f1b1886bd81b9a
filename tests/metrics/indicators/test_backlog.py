"""A stock is read at the last month told of, even where nothing was open at its end."""

from datetime import date

import pandas as pd

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from tests.metrics.built import OFFICE, at, built


def application(no, start, end, kind):
    return {
        "office_code": OFFICE, "application_no": no, "permit_type": kind,
        "submitted_at": at(start, 8), "decision": "issued" if end else None,
        "decided_at": at(end, 16) if end else pd.NaT,
    }  # fmt: skip


def test_a_month_with_nothing_left_open_is_nought_and_not_the_month_before():
    snapshot = built(
        [
            application("1", date(2025, 1, 13), date(2025, 3, 4), "SIUP"),
            application("2", date(2025, 3, 10), date(2025, 3, 12), "IMB"),
            application("3", date(2025, 4, 7), None, "IMB"),
        ]
    ).snapshot

    def open_at(end, **more):
        query = Query(office=OFFICE, start="2025-01", end=end, **more)
        return get("open_applications").read(snapshot, EVERYTHING, query).value

    assert [open_at(m) for m in ("2025-01", "2025-02", "2025-03", "2025-04")] == [1, 1, 0, 1]
    assert open_at("2025-04", permit_type="SIUP") == 0
    assert open_at("2025-02", permit_type="SIUP") == 1
    by_type = get("open_applications").read(
        snapshot, EVERYTHING, Query(start="2025-01", end="2025-04", by=("permit_type",))
    )
    assert dict(zip(by_type.rows["permit_type"], by_type.rows["value"], strict=True)) == {"IMB": 1}
