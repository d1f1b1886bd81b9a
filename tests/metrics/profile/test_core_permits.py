"""The table of core permits is what the indicators say, with the standard that was in force."""

import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.profile.core_permits import core_permits, core_types

YEAR = {"start": "2025-11", "end": "2026-10"}


@pytest.fixture(scope="module")
def snapshot(sample_store):
    opened = open_snapshot(sample_store)
    yield opened
    opened.close()


def test_the_core_permits_are_the_seeds_and_what_replaced_them():
    assert core_types()[:7] == ["IMB", "PBG", "HO", "TDP", "SIUP", "TDI", "NIB"]


def test_days_and_number_issued_are_the_indicators_own(snapshot):
    found = core_permits(snapshot, EVERYTHING, Query(office="32.05", **YEAR))
    row = found[found["permit_type"] == "PBG"].iloc[0]
    for column, name in (("issued", "permits_issued"), ("measured_days", "processing_time")):
        asked = Query(office="32.05", permit_type="PBG", **YEAR)
        assert row[column] == get(name).read(snapshot, EVERYTHING, asked).value
    assert row["billed"] * row["bills"] == pytest.approx(
        get("billed")
        .read(snapshot, EVERYTHING, Query(office="32.05", permit_type="PBG", **YEAR))
        .value
    )


def test_an_office_own_standard_comes_before_the_provinces(snapshot):
    found = core_permits(snapshot, EVERYTHING, Query(province="32", **YEAR))
    pbg = found[found["permit_type"] == "PBG"].set_index("office")["standard_days"]
    assert pbg["32.14"] == 14  # its own from February 2024
    assert pbg["32.05"] == 18  # the province's from 2024
    before = core_permits(
        snapshot, EVERYTHING, Query(province="32", start="2023-01", end="2023-12")
    )
    old = before[before["permit_type"] == "PBG"].set_index("office")["standard_days"]
    assert old["32.14"] == 20
