"""Dates at the office: its clock, epoch times, and optional dates that cost themselves alone."""

from dataclasses import replace

import pytest

from etl.errors import Refused
from tests.etl.intake import KNOWN, csv_file, read

KNOW = replace(KNOWN, offices=frozenset({"32.14", "51.01", "73.71", "94.01", "65.01", "82.01"}))
HEAD = "Kode kantor,No. Permohonan,Jenis Izin,Tanggal Masuk,Tanggal Terbit"


def issued(folder, rows, head=HEAD, **options):
    got = read(csv_file(folder, f"{head}\n{rows}"), known=KNOW, **options)
    return got, [str(r["issued_at"])[:16] for r in got.rows()]


@pytest.mark.parametrize(
    ("office", "local"),
    [("32.14", "22:30"), ("51.01", "23:30"), ("73.71", "23:30"), ("65.01", "23:30")],
)
def test_a_time_with_an_offset_is_put_on_the_office_s_clock(tmp_path, office, local):
    rows = f"{office},A,PBG,2024-01-31T15:30:00Z,2024-02-29T15:30:00Z\n"
    assert issued(tmp_path, rows)[1] == [f"2024-02-29 {local}"]


@pytest.mark.parametrize("office", ["94.01", "82.01"])
def test_in_the_east_the_day_has_turned(tmp_path, office):
    rows = f"{office},A,PBG,2024-01-31T15:30:00Z,2024-02-29T15:30:00Z\n"
    got, days = issued(tmp_path, rows)
    assert days == ["2024-03-01 00:30"]
    assert str(got.rows()[0]["submitted_at"])[:10] == "2024-02-01"


def test_offices_of_several_zones_in_one_file(tmp_path):
    rows = "".join(
        f"{office},A,PBG,2024-01-31T01:00:00Z,2024-02-29T15:30:00Z\n"
        for office in ("32.14", "94.01")
    )
    assert issued(tmp_path, rows)[1] == ["2024-02-29 22:30", "2024-03-01 00:30"]


def test_the_office_given_for_the_file_gives_the_clock(tmp_path):
    head = HEAD.partition(",")[2]
    rows = "A,PBG,2024-01-31T15:30:00Z,2024-02-29T15:30:00Z\n"
    assert issued(tmp_path, rows, head, office="94.01")[1] == ["2024-03-01 00:30"]


@pytest.mark.parametrize("scale", [1, 1000])
def test_epoch_times_are_dates_at_the_office(tmp_path, scale):
    rows = f"94.01,A,PBG,{1706715000 * scale},{1709220600 * scale}\n"  # 15:30 UTC
    got, days = issued(tmp_path, rows)
    assert days == ["2024-03-01 00:30"]
    assert "sejak 1970" in " ".join(got.item.notes)


@pytest.mark.parametrize("word", ["belum", "proses", "dlm proses", "?", "tdk ada", "xx"])
def test_an_optional_date_that_is_none_costs_the_date_alone(tmp_path, word):
    rows = f"32.14,A,PBG,2024-01-05,{word}\n32.14,B,PBG,2024-01-05,2024-01-09\n"
    got, days = issued(tmp_path, rows)
    assert days == ["None", "2024-01-09 00:00"]
    assert got.part().rejected == 0
    assert f"bukan tanggal dan dikosongkan: {word}" in " ".join(got.item.notes)


def test_a_day_that_is_not_in_the_calendar_is_still_a_fault(tmp_path):
    rows = "32.14,A,PBG,2024-01-05,31/02/2024\n32.14,B,PBG,2024-01-05,2024-01-09\n"
    assert issued(tmp_path, rows)[0].part().rejected == 1


def test_a_required_date_that_is_none_rejects_the_row(tmp_path):
    rows = "32.14,A,PBG,kemarin,\n32.14,B,PBG,2024-01-05,2024-01-09\n"
    assert issued(tmp_path, rows)[0].part().rejected == 1


def test_a_column_of_optional_dates_month_first_costs_those_dates(tmp_path):
    rows = "32.14,A,PBG,05/01/2024,01/25/2024\n32.14,B,PBG,15/01/2024,01/31/2024\n"
    got, days = issued(tmp_path, rows)
    assert days == ["None", "None"]
    assert got.part().rejected == 0
    assert "bulan/hari/tahun" in " ".join(got.item.notes)


def test_a_column_of_required_dates_month_first_still_refuses(tmp_path):
    with pytest.raises(Refused, match="bulan/hari/tahun"):
        issued(tmp_path, "32.14,A,PBG,01/25/2024,\n32.14,B,PBG,01/31/2024,\n")


def test_a_form_s_timestamp_with_its_zone_in_words(tmp_path):
    head = "Timestamp,No. Pengaduan,Kategori,Tanggal Tanggapan"
    rows = "2024/03/05 10:05:00 PM GMT+7,K1,Biaya,2024/03/06 9:05:00 AM GMT+7\n"
    got = read(csv_file(tmp_path, f"{head}\n{rows}".replace("Timestamp", "Tanggal")),
               known=KNOW, office="32.14")  # fmt: skip
    assert str(got.rows()[0]["received_at"]) == "2024-03-05 22:05:00"
    assert str(got.rows()[0]["responded_at"]) == "2024-03-06 09:05:00"


@pytest.mark.parametrize(
    ("office", "local"), [("32.14", "23:05"), ("51.01", "00:05"), ("94.01", "01:05")]
)
@pytest.mark.parametrize("many", [1, 300])
def test_the_offset_of_a_form_s_timestamp_counts(tmp_path, office, local, many):
    rows = "".join(
        f"{office},A{i},PBG,2024-01-05,2024/02/29 11:05:{i % 60:02d} PM GMT+7\n"
        if i < 60
        else f"{office},A{i},PBG,2024-01-05,2024/02/{1 + i % 28:02d} 11:{i % 60:02d}:07 PM GMT+7\n"
        for i in range(many)
    )
    got, days = issued(tmp_path, rows)
    day = "2024-02-29" if office == "32.14" else "2024-03-01"
    assert days[0] == f"{day} {local}"
    assert len(days) == many
    assert "waktu setempat kantor" in " ".join(got.item.notes)
