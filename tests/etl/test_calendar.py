"""Working days against the oracles of the definitions and against plain counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.calendar import calendar_frame, national_holidays, working_days

DAYS = st.dates(date(2005, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2025, 3, 27), date(2025, 4, 8), 1),
        (date(2025, 12, 24), date(2026, 1, 2), 4),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ],
)
def test_oracles_of_the_definition(start, end, expected):
    assert working_days(start, end) == expected


def test_imlek_is_on_the_day_of_the_joint_decree():
    assert date(2010, 2, 14) in national_holidays(2010, 2010)
    assert date(2010, 2, 15) not in national_holidays(2010, 2010)
    assert date(2013, 2, 10) in national_holidays(2013, 2013)
    assert date(2013, 2, 11) not in national_holidays(2013, 2013)


def test_a_six_day_week_works_on_saturday():
    assert working_days(date(2026, 11, 20), date(2026, 11, 23), week=6) == 2


def test_a_local_closure_is_no_working_day():
    start, end = date(2026, 11, 23), date(2026, 11, 27)
    assert working_days(start, end) - working_days(start, end, closures=[date(2026, 11, 25)]) == 1


def test_an_end_before_the_start_is_refused():
    with pytest.raises(ValueError, match="end before start"):
        working_days(date(2026, 1, 2), date(2026, 1, 1))


@given(DAYS, st.integers(0, 400), st.sampled_from([5, 6]))
def test_the_running_index_counts_what_walking_counts(start, length, week):
    end = start + timedelta(days=length)
    off = set(national_holidays(start.year, end.year))
    walked = sum(
        1
        for k in range(1, length + 1)
        if (d := start + timedelta(days=k)).weekday() < week and d not in off
    )
    frame = calendar_frame(start, end, week)
    assert working_days(start, end, week) == walked == frame["idx"].iloc[-1] - frame["idx"].iloc[0]
