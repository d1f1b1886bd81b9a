"""A list has as many rows as the stock it stands under, at any month's end, on page and command
line alike; a page about a past month lists no case of today.
"""

import pytest

from dashboard.frame.period import Period
from dashboard.frame.view import View, offices_of
from dashboard.parts import case_lists
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.asking.stock_cases import LISTS, stock_cases

MONTHS = ("2024-06", "2025-03", "2025-12", "2026-05", "2026-10")
PAGES = {
    "overdue_applications": case_lists.OVERDUE,
    "due_soon": case_lists.DUE_SOON,
    "open_applications": case_lists.OPEN,
    "open_complaints": case_lists.OPEN_COMPLAINTS,
}


@pytest.fixture(scope="module")
def snapshot(sample_store):
    return open_snapshot(sample_store)


def offices(snapshot):
    known = snapshot.offices()
    return sorted(known.loc[known["source"] == "records", "office"])


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("name", sorted(LISTS))
def test_as_many_rows_as_the_stock_says(snapshot, name, month):
    seen = 0
    for office in offices(snapshot):
        asked = Query(office=office, start=month, end=month)
        stock = get(LISTS[name].indicator).read(snapshot, EVERYTHING, asked).value
        rows = stock_cases(snapshot, EVERYTHING, name, asked)
        assert len(rows) == (stock or 0), (office, name, month)
        seen += len(rows)
    assert seen or name == "complaints-overdue", "nothing was compared"


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("indicator", sorted(PAGES))
def test_a_page_lists_the_stock_of_its_period(snapshot, indicator, month):
    wanted = PAGES[indicator]
    for office in offices(snapshot):
        asked = Query(office=office, start=month, end=month)
        view = View(
            snapshot, EVERYTHING, asked, Period(month, month, month), "id", snapshot.store,
            offices_of(snapshot, EVERYTHING), {},
        )  # fmt: skip
        rows = case_lists.read(view, wanted)
        stock = get(indicator).read(snapshot, EVERYTHING, asked).value
        assert len(rows) == (stock or 0), (office, indicator, month)
        if len(rows) and wanted.kind == "applications":
            assert (rows["start_day"].astype(str).str[:7] <= month).all()
