"""Weeks from case rows: held against the monthly counts, and against the records by hand."""

from datetime import date, timedelta

import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.asking.weeks import Week, code_of, monday_of, told_weeks, two_weeks

BEGINS = date(2021, 2, 1)  # February 2021 is four weeks, Monday to Sunday
MONTH = "2021-02"
FEBRUARY = [BEGINS + timedelta(7 * k) for k in range(4)]


@pytest.fixture(scope="module")
def snapshot(sample_store):
    return open_snapshot(sample_store)


@pytest.fixture(scope="module")
def office(snapshot):
    return next(o for o in snapshot.offices()["office"] if snapshot.case_file("applications", o))


def asked(snapshot, query, monday, scope=EVERYTHING):
    return two_weeks(snapshot, scope, query, monday)[0]


def test_an_iso_week_is_read_and_written():
    assert monday_of("2024-W07") == date(2024, 2, 12)
    assert code_of(date(2024, 12, 30)) == "2025-W01"
    assert monday_of("2021-W53") is None
    assert monday_of("2024-02") is None


def added(results, column):
    return sum(int(r.first[column] or 0) for r in results)


@pytest.mark.parametrize("whole", [True, False])
def test_the_four_weeks_of_february_2021_add_up_to_its_month(snapshot, office, whole):
    query = Query(office=None if whole else office)
    if whole:  # the month of all that the weeks speak of: the offices with case rows
        codes = [o for o in snapshot.offices()["office"] if snapshot.case_file("applications", o)]
    else:
        codes = [office]
    read = {
        name: [
            get(name).read(snapshot, EVERYTHING, query.change(office=o, start=MONTH, end=MONTH))
            for o in codes
        ]
        for name in ("applications_received", "permits_issued", "on_time_rate")
    }
    weeks = [asked(snapshot, query, monday) for monday in FEBRUARY[1:]]
    first = two_weeks(snapshot, EVERYTHING, query, FEBRUARY[1])[1]
    weeks.insert(0, first)
    assert sum(w.received for w in weeks) == added(read["applications_received"], "value")
    assert sum(w.issued for w in weeks) == added(read["permits_issued"], "value")
    assert sum(w.due for w in weeks) == added(read["on_time_rate"], "denominator")
    assert sum(w.met for w in weeks) == added(read["on_time_rate"], "numerator") > 0


def test_a_week_is_what_the_records_of_its_days_say(snapshot, office):
    monday = date(2025, 3, 3)
    rows = pd.read_parquet(snapshot.case_file("applications", office))
    day = pd.to_datetime(rows["submitted_at"]).dt.date
    within = day.map(lambda d: monday <= d < monday + timedelta(7))
    now = asked(snapshot, Query(office=office), monday)
    assert now.received == within.sum() > 0
    assert now.missed == now.due - now.met


def test_what_stands_open_is_the_figure_of_the_weeks_last_day(snapshot, office):
    monday = date(2025, 3, 3)
    query = Query(office=office)
    now = asked(snapshot, query, monday)
    for name, count in (("open_applications", now.open), ("overdue_applications", now.late)):
        said = get(name).read(snapshot, EVERYTHING, query.change(as_of=monday + timedelta(6)))
        assert count == said.value


def test_a_silent_office_has_no_week_and_is_named(snapshot):
    ends = {o: told_weeks(snapshot, [o]) for o in snapshot.offices()["office"]}
    last = max(told[1] for told in ends.values() if told)
    quiet = [o for o, told in ends.items() if told and told[1] < last - timedelta(60)]
    tally = [o for o, told in ends.items() if told is None]
    assert quiet
    assert tally
    assert asked(snapshot, Query(office=quiet[0]), last) == Week(last, left_out=(quiet[0],))
    assert set(quiet) <= set(asked(snapshot, Query(), last).left_out)


def test_a_province_sees_counts_of_its_own_offices_and_no_stock(snapshot, office):
    scope = Scope(role="province", offices=frozenset([office]), case_rows=False)
    now = asked(snapshot, Query(), date(2025, 3, 3), scope)
    assert now.offices == (office,)
    assert now.received is not None
    assert now.open is None
    assert now.late is None
