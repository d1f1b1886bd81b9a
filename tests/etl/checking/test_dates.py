from datetime import datetime

import duckdb
import pytest

from etl.checking import dates
from etl.checking.convert import TextSource, convert
from etl.checking.dates import Formats
from etl.errors import Refused
from etl.schema import kinds


def column(cells, formats=None):
    con = duckdb.connect()
    con.execute("CREATE TEMP TABLE x AS SELECT unnest(?::VARCHAR[]) AS submitted_at", [list(cells)])
    source = TextSource(
        kinds()["applications"],
        "x",
        ("submitted_at",),
        {"submitted_at": "Tgl Masuk"},
        formats or Formats(),
    )
    read = convert(con, source)
    rows = con.execute(f"SELECT {read.value['submitted_at']} FROM x").fetchall()
    return [at for (at,) in rows], read.notes


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2024-10-03", datetime(2024, 10, 3)),
        ("2024/10/03 00:00:00", datetime(2024, 10, 3)),
        ("2013-07-08T00:00:00.000", datetime(2013, 7, 8)),
        ("31/01/2024", datetime(2024, 1, 31)),
        ("31-01-2024 13:45", datetime(2024, 1, 31, 13, 45)),
        ("31.1.24", datetime(2024, 1, 31)),
        ("31/01/2024 01:05:00 PM", datetime(2024, 1, 31, 13, 5)),
        ("5 Januari 2024", datetime(2024, 1, 5)),
        ("05-Agu-2024", datetime(2024, 8, 5)),
        ("05-Aug-24", datetime(2024, 8, 5)),
        ("Senin, 5 Mei 2024 pukul 13.30 WIB", datetime(2024, 5, 5, 13, 30)),
        ("January 5, 2024", datetime(2024, 1, 5)),
        ("17 DESEMBER 2023", datetime(2023, 12, 17)),
        ("45292", datetime(2024, 1, 1)),
        ("45292.5", datetime(2024, 1, 1, 12)),
        ("20240105", datetime(2024, 1, 5)),
        (" 2024-05-06 ", datetime(2024, 5, 6)),
    ],
)
def test_dates_as_people_write_them(cell, at):
    assert column([cell])[0] == [at]


@pytest.mark.parametrize(
    "cell", ["31/02/2024", "2024-02-31", "30 Februari 2024", "besok", "2024-13-01"]
)
def test_what_is_no_date_has_no_value(cell):
    assert column([cell])[0] == [None]


@pytest.mark.parametrize("cell", ["", "-", "NULL", "n/a", "0000-00-00"])
def test_ways_of_leaving_blank(cell):
    assert column([cell, "2024-01-01"])[0] == [None, datetime(2024, 1, 1)]


def test_a_column_is_day_first_when_some_value_says_so():
    values, notes = column(["25/12/2024", "05/02/2024", "01/13/2024"])
    assert values == [datetime(2024, 12, 25), datetime(2024, 2, 5), None]
    assert notes == ()


def test_a_column_that_only_fits_month_first_is_refused_until_a_mapping_says_so():
    with pytest.raises(Refused, match="03/14/2024"):
        column(["01/02/2024", "03/14/2024"])
    values, _notes = column(["01/02/2024", "03/14/2024"], Formats(datetime="%m/%d/%Y"))
    assert values == [datetime(2024, 1, 2), datetime(2024, 3, 14)]


def test_a_column_that_fits_both_ways_is_day_first_and_says_so():
    values, notes = column(["01/02/2024", "03/04/2024"])
    assert values == [datetime(2024, 2, 1), datetime(2024, 4, 3)]
    assert "dua cara" in notes[0]


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2014-03-01T10:00:00.000+01:00", datetime(2014, 3, 1, 10)),
        ("2014-07-01T10:00:00+02:00", datetime(2014, 7, 1, 10)),
        ("2014-07-01T08:00:00Z", datetime(2014, 7, 1, 10)),
        ("2014-12-31T23:30:00+00", datetime(2015, 1, 1, 0, 30)),
    ],
)
def test_a_time_with_an_offset_becomes_the_office_s_local_time(cell, at):
    assert column([cell], Formats(timezone="Europe/Amsterdam"))[0] == [at]


def test_without_a_zone_the_offset_is_turned_into_jakarta_s_and_said():
    values, notes = column(["2024-10-03 00:00:00+00"])
    assert values == [datetime(2024, 10, 3, 7)]
    assert "waktu setempat kantor" in notes[0]


def test_many_ways_in_one_column_are_read_cell_by_cell():
    cells = [f"{d} Januari {y}" for y in range(2000, 2020) for d in range(1, 29)]
    values, _notes = column(cells)
    assert None not in values
    assert values[0] == datetime(2000, 1, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [("2024-05", "2024-05"), ("05/2024", "2024-05"), ("Mei 2024", "2024-05"), ("Mei-24", "2024-05"),
     ("2024-05-01", "2024-05"), ("AUGUST 2024", "2024-08"), ("2024-13", None), ("Mei", None)],
)  # fmt: skip
def test_months(text, month):
    assert dates.month(text) == month


@pytest.mark.parametrize(
    ("text", "period"),
    [("2024", "2024"), ("2024-S1", "2024-S1"), ("Semester I 2024", "2024-S1"),
     ("Semester 2 Tahun 2019", "2019-S2"), ("TW III 2024", "2024-Q3"), ("2024-Q3", "2024-Q3"),
     ("Mei 2024", "2024-05"), ("2024-S3", None), ("tahun lalu", None)],
)  # fmt: skip
def test_periods(text, period):
    assert dates.period(text) == period
