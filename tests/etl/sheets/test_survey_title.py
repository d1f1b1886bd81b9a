"""What a survey sheet's titles and its name say of the period."""

import pytest

from etl.sheets.survey_title import names_service, period, quarters


@pytest.mark.parametrize(
    ("lines", "name", "right"),
    [
        (["BULAN JANUARI 2024"], "Januari", "2024-01"),
        (["SEMESTER I TAHUN 2024"], "", "2024-S1"),
        (["SURVEI KEPUASAN MASYARAKAT TAHUN 2024"], "Januari", "2024-01"),
        (["SURVEI KEPUASAN MASYARAKAT TAHUN 2024"], "Sheet1", "2024"),
        (["Permenpan RB Nomor 14 Tahun 2017", "TRIWULAN II"], "2024", "2024-Q2"),
        (["Periode Januari - Juni 2024"], "", "2024-S1"),
        (["April s.d. Juni 2024"], "", "2024-Q2"),
        (["SKM Juli s.d. Desember 2023"], "", "2023-S2"),
        (["Jenis layanan : Izin Mei Raya 2024"], "", None),
        (["Semester I 2023", "Semester II 2023"], "", None),
        ([], "Jan 24", "2024-01"),
        ([], "FEB 2024", "2024-02"),
        ([], "TW III 2024", "2024-Q3"),
        ([], "Maret", None),
        ([], "S1 2024", "2024-S1"),
        (["Triwulan V 2024"], "", None),
    ],
)
def test_a_period_is_read_from_titles_and_the_sheets_name(lines, name, right):
    assert period(lines, name) == right


def test_a_sheet_without_a_year_takes_the_workbooks():
    assert period([], "Maret", "2024") == "2024-03"


def test_four_roman_sheets_are_quarters_and_two_are_left_open():
    four = quarters(["I", "II", "III", "IV"], "2024")
    assert list(four.values()) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert quarters(["I", "II"], "2024") == {}


@pytest.mark.parametrize("name", ["Januari", "JAN 24", "TW 1", "Sem 2", "2024", "III", "Sheet1"])
def test_a_time_is_no_service(name):
    assert not names_service(name)


@pytest.mark.parametrize("name", ["IMB", "SIUP", "Izin Usaha", "Surat Izin Praktik"])
def test_a_services_name_is_one(name):
    assert names_service(name)
