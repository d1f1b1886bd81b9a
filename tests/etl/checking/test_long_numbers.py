"""Numbers that a sheet keeps are whole to the last digit, or rejected as shortened."""

from datetime import date

import pytest

from tests.etl.intake import csv_file, read, workbook

HEAD = ["No. Permohonan", "Jenis Izin", "Tanggal Masuk"]
DAY = date(2024, 3, 4)


@pytest.mark.parametrize("number", [3201012345678901, 912345678901234, 9007199254740991])
def test_a_number_cell_is_read_whole(tmp_path, number):
    got = read(workbook(tmp_path, {"Data": [HEAD, [number, "PBG", DAY]]}), office="32.14")
    assert got.rows()[0]["application_no"] == str(number)


@pytest.mark.parametrize("number", [32010123456789012, 912345678901234567890])
def test_more_digits_than_a_cell_holds_are_rejected(tmp_path, number):
    rows = [HEAD, ["A-1", "PBG", DAY], [number, "PBG", DAY]]
    got = read(workbook(tmp_path, {"Data": rows}), office="32.14")
    assert [r["row"] for r in got.rejects()] == [3]
    assert "Excel memendekkan nomor ini; jadikan kolom teks" in got.rejects()[0]["reason"]


@pytest.mark.parametrize("written", ["9,12E+12", "9.12E+12", "3,20101E+15", "1E+20"])
def test_a_shortened_number_in_a_csv_is_rejected(tmp_path, written):
    text = (
        f"No. Permohonan;Jenis Izin;Tanggal Masuk\nA-1;PBG;2024-03-04\n{written};PBG;2024-03-04\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    assert [(r["row"], r["value"]) for r in got.rejects()] == [(3, written)]


def test_a_payment_of_a_shortened_application_is_rejected_too(tmp_path):
    text = "No. Kuitansi;No. Permohonan;Nilai Tagihan\nK1;9,12E+12;100\nK2;A-1;100\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert [r["row"] for r in got.rejects()] == [2]


def test_letters_that_look_like_an_exponent_are_a_number_of_the_office(tmp_path):
    text = "No. Permohonan;Jenis Izin;Tanggal Masuk\n12E12;PBG;2024-03-04\nE+1;PBG;2024-03-04\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert got.part().rejected == 0


@pytest.mark.parametrize("written", ["8808012345678901", "1000000000001", "-1000000000001"])
def test_a_number_of_an_account_in_a_column_of_money_is_rejected(tmp_path, written):
    text = f"No. Kuitansi;Nilai Tagihan;Jumlah Dibayar\nK1;100;100\nK2;100;{written}\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert [(r["row"], r["value"]) for r in got.rejects()] == [(3, written)]
    assert "Lebih dari Rp 1 triliun" in got.rejects()[0]["reason"]


def test_the_largest_sums_of_money_are_counted(tmp_path):
    text = "No. Kuitansi;Nilai Tagihan;Jumlah Dibayar\nK1;1000000000000;1000000000000\n"
    assert read(csv_file(tmp_path, text), office="32.14").part().rejected == 0


def test_a_standard_of_more_days_than_ten_years_is_rejected(tmp_path):
    text = "Kode Kantor;Jenis Izin;Berlaku Sejak;Hari Kerja\n"
    text += "32.14;PBG;2024-01-01;2147483647\n32.14;SIUP;2024-01-01;3650\n"
    got = read(csv_file(tmp_path, text), kind="standards")
    assert [r["row"] for r in got.rejects()] == [2]
