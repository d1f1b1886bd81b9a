"""Growth compares the offices and months that told in both years, never silence with a figure."""

import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.judging.growth import growth

SILENT = "32.07"  # the sample's office that stopped reporting in March 2026


@pytest.fixture(scope="module")
def snapshot(sample_store):
    return open_snapshot(sample_store)


def paired(snapshot, offices, months):
    """The two sums by plain pandas over the published counts and the months that were told."""
    flow = snapshot.table("flow")
    flow = flow[(flow["measure"] == "issued") & flow["office"].isin(offices)]
    counts = flow.groupby(["office", "month"])["n"].sum()
    told = snapshot.table("reporting")
    told = told[(told["kind"] == "applications") & told["office"].isin(offices)]
    known = set(zip(told["office"], told["month"], strict=True)) | set(counts.index)
    pairs = [(o, m) for o, m in known if m in months and (o, m - 100) in known]
    return sum(counts.get(p, 0) for p in pairs), sum(counts.get((o, m - 100), 0) for o, m in pairs)


def of(snapshot, **where):
    query = Query(start="2026-01", end="2026-10", **where)
    return growth(snapshot, EVERYTHING, get("permits_issued"), query)


def test_an_office_that_fell_silent_is_compared_on_the_months_it_told_of(snapshot):
    grew = of(snapshot, office=SILENT)
    months = {202601, 202602, 202603}
    assert (grew.now, grew.before) == paired(snapshot, [SILENT], months)
    assert grew.pairs == 3
    assert grew.left_out == (SILENT,)


def test_a_province_leaves_the_silent_months_out_of_both_years(snapshot):
    offices = snapshot.offices()["office"].tolist()
    grew = of(snapshot, province="32")
    assert (grew.now, grew.before) == paired(snapshot, offices, set(range(202601, 202611)))
    assert SILENT in grew.left_out
    whole = get("permits_issued").read(
        snapshot, EVERYTHING, Query(start="2025-01", end="2025-10", province="32")
    )
    assert grew.before < whole.value
    for month, sums in grew.months.items():  # what the graph under the sentence draws
        assert sums == paired(snapshot, offices, {int(month.replace("-", ""))}), month
    assert tuple(map(sum, zip(*grew.months.values(), strict=True))) == (grew.now, grew.before)


def test_without_a_period_there_is_none(snapshot):
    assert growth(snapshot, EVERYTHING, get("permits_issued"), Query()) is None
    assert pd.isna(of(snapshot, office="32.14").step) is False
