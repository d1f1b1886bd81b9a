"""The day of an answer in the ways in which forms and people stamp it."""

from datetime import date

import pytest

from etl.sheets.survey_dates import read_days

TODAY = date(2026, 1, 1)


def days(*cells, formats=()):
    return read_days("Timestamp", cells, TODAY, formats)


@pytest.mark.parametrize(
    "stamp",
    [
        "2024/03/05 10:05:00 AM GMT+7",
        "2024/03/05 10:05:00 PM GMT+07:00",
        "2024-03-05 10:05:00",
        "2024-03-05T10:05:00.000+07:00",
        "2024-03-05T03:05:00Z",
        "2024.03.05. 10:05:00",
        "05/03/2024 10:05:00",
        "05/03/2024 10.05.00",
        "5/3/2024 10:05",
        "05.03.2024 10:05:00",
        "05-03-24 10:05",
        "5 Maret 2024 10.05",
        "Selasa, 5 Maret 2024 pukul 10.05 WIB",
        "5 Mar 2024, 10:05:00",
        "Mar 5, 2024 10:05:00 AM",
        "Tuesday, March 5, 2024",
        "10:05 5/3/2024",
        "45356",
        "45356.42",
        "1709607900",
        "1709607900000",
    ],
)
def test_one_moment_in_many_ways(stamp):
    assert days(stamp, "").days == ("2024-03-05", "")


def test_a_column_that_is_american_loses_its_days_and_says_so():
    found = days("3/25/2024 10:05:00", "3/5/2024 9:00:00")
    assert found.days == ("", "")
    assert "bulan/hari/tahun" in found.notes[0]
    told = days("3/25/2024 10:05:00", "3/5/2024 9:00:00", formats=["%m/%d/%Y %H:%M:%S"])
    assert told.days == ("2024-03-25", "2024-03-05")


def test_one_day_beyond_the_twelfth_settles_the_column():
    assert days("05/03/2024", "25/03/2024").days == ("2024-03-05", "2024-03-25")
    assert days("05/03/2024", "25/03/2024").notes == ()
    assert "hari/bulan/tahun" in days("05/03/2024").notes[0]


@pytest.mark.parametrize("none", ["1980-01-01 00:00:00", "tidak ingat", "2094-01-01", "31/02/2024"])
def test_a_day_that_is_none_is_left_out_and_said(none):
    found = days(none, "2024-03-05")
    assert found.days == ("", "2024-03-05")
    assert none in found.notes[0]


@pytest.mark.parametrize(
    ("cell", "west", "east"),
    [
        ("2024/03/05 11:05:00 PM GMT+7", "2024-03-05", "2024-03-06"),
        ("2024-03-05T23:05:00.000+07:00", "2024-03-05", "2024-03-06"),
        ("2024-03-05T16:05:00Z", "2024-03-05", "2024-03-06"),
        ("2024/03/05 10:05:00 AM GMT+7", "2024-03-05", "2024-03-05"),
        ("2024/03/05 12:30:00 AM GMT+9", "2024-03-04", "2024-03-05"),
    ],
)
def test_a_time_with_its_offset_is_a_day_at_the_office(cell, west, east):
    for zone, day in (("Asia/Jakarta", west), ("Asia/Jayapura", east)):
        assert read_days("Timestamp", [cell], date(2026, 1, 1), (), zone).days == (day,)
