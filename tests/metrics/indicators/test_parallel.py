"""Parallel permits: the share, and the days saved, by how many ran on one file."""

from datetime import date, timedelta

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from tests.metrics.built import OFFICE, at, built

MONDAY = date(2025, 7, 7)


def permit(no, bundle, first, last):
    """A case of a file, from the `first` to the `last` day of one week."""
    return {
        "office_code": OFFICE, "application_no": no, "permit_type": no, "bundle_no": bundle,
        "submitted_at": at(MONDAY + timedelta(first)), "decision": "issued",
        "decided_at": at(MONDAY + timedelta(last)),
    }  # fmt: skip


def test_days_of_a_file_by_the_number_of_its_permits():
    made = built(
        [
            permit("a1", "A", 0, 2), permit("a2", "A", 1, 4),
            permit("b1", "B", 0, 1), permit("b2", "B", 1, 2), permit("b3", "B", 2, 4),
            permit("c1", "C", 0, 3), permit("c2", "C", 0, 3),
            permit("alone", None, 0, 4), permit("alone too", "D", 0, 4),
        ]
    )  # fmt: skip
    rows = get("parallel_gain").read(made.snapshot, EVERYTHING, Query(by=("size",))).rows
    found = rows[["size", "n", "numerator", "denominator"]].to_numpy().tolist()
    # two permits: A spans 4 days of 2 + 3, C 3 of 3 + 3; three: B spans 4 of 1 + 1 + 2
    assert found == [["2", 2, 7, 11], ["3", 1, 4, 4]]
    longest = get("parallel_gain_longest").read(made.snapshot, EVERYTHING, Query(by=("size",))).rows
    assert longest[["numerator", "denominator"]].to_numpy().tolist() == [[7, 6], [4, 2]]
    share = get("parallel_share").read(made.snapshot, EVERYTHING, Query()).first
    assert (share["numerator"], share["denominator"]) == (7, 9)
