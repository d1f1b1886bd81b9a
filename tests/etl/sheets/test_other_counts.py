"""Reports that count something else than permits, or permits beside something else."""

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook

MONTHS = ["Januari", "Februari", "Maret"]
PERMITS = [[1, "PBG", 4, 5, 6], [2, "SIP", 7, 8, 9]]


def of(folder, sheets, **options):
    return read(workbook(folder, sheets), office="32.14", **options)


def told(got):
    rows = got.rows("monthly_counts")
    return {(r["permit_type"], r["month"], r["measure"]): r["count"] for r in rows}


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("TARGET PENERBITAN IZIN TAHUN 2024", "target"),
        ("REKAPITULASI KONSULTASI PERIZINAN TAHUN 2024", "konsultasi"),
        ("REKAPITULASI PENGADUAN PERIZINAN TAHUN 2024", "pengaduan"),
        ("KUNJUNGAN MAL PELAYANAN PUBLIK TAHUN 2024", "pengunjung"),
        ("REALISASI RETRIBUSI IZIN TERBIT TAHUN 2024 (Rp)", "uang"),
        ("IZIN TERBIT TAHUN 2024 (KUMULATIF)", "kumulatif"),
    ],
)
def test_a_report_of_something_else_is_refused_by_what_it_counts(tmp_path, title, what):
    across = [[title], ["No", "Jenis Layanan", *MONTHS], *PERMITS]
    down = [[title], ["Bulan", "PBG", "SIP"], ["Januari", 4, 7], ["Februari", 5, 8]]
    for rows in (across, down):
        with pytest.raises(Refused, match=what):
            of(tmp_path, {"2024": rows})


def test_a_sheet_of_targets_is_named_beside_the_sheet_of_permits(tmp_path):
    head = ["No", "Jenis Izin", *MONTHS]
    got = of(
        tmp_path,
        {
            "Realisasi": [["REKAP IZIN TERBIT TAHUN 2024"], head, *PERMITS],
            "Target": [["TARGET PENERBITAN IZIN TAHUN 2024"], head, *PERMITS],
        },
    )
    assert sum(told(got).values()) == 39
    assert [(x.sheet, "target" in x.why) for x in got.item.left_out] == [("Target", True)]


def test_of_target_and_result_under_each_month_the_result_counts(tmp_path):
    got = of(
        tmp_path,
        {
            "2024": [
                ["TARGET DAN REALISASI PENERBITAN IZIN TAHUN 2024"],
                ["No", "Jenis Izin", "Januari", "", "Februari", ""],
                ["", "", "Target", "Realisasi", "Target", "Realisasi"],
                [1, "PBG", 10, 8, 10, 9],
            ]
        },
    )
    assert told(got) == {("PBG", "2024-01", "issued"): 8, ("PBG", "2024-02", "issued"): 9}
    assert any("Target" in note and "tidak dibaca" in note for note in got.item.notes)


LONG = "KATEGORI,JENIS IZIN,BULAN,JUMLAH,TAHUN\n"


def test_a_category_that_is_a_measure_is_never_added_to_another(tmp_path):
    rows = "JUMLAH PENOLAKAN,PBG,Januari,2,2025\nJUMLAH IZIN TERBIT,PBG,Januari,7,2025\n"
    got = read(csv_file(tmp_path, LONG + rows), office="32.14")
    assert told(got) == {("PBG", "2025-01", "rejected"): 2, ("PBG", "2025-01", "issued"): 7}
    again = f"{LONG}{rows}JUMLAH IZIN,PBG,Januari,10,2025\n"
    with pytest.raises(Refused, match="dua kali"):
        read(csv_file(tmp_path, again), office="32.14")


def test_counts_of_two_measures_in_two_columns_of_a_long_report(tmp_path):
    text = "Tahun,Bulan,Jenis Izin,Jumlah Target,Jumlah Masuk,Jumlah Terbit\n2025,1,PBG,9,8,7\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert told(got) == {("PBG", "2025-01", "received"): 8, ("PBG", "2025-01", "issued"): 7}


def test_of_this_month_and_the_months_before_it_this_month_counts(tmp_path):
    got = of(
        tmp_path,
        {
            "Maret": [
                ["LAPORAN PENERBITAN IZIN BULAN MARET 2024"],
                ["No", "Jenis Izin", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"],
                [1, "PBG", 20, 10, 30],
                ["", "JUMLAH", 20, 10, 30],
            ]
        },
    )
    assert told(got) == {("PBG", "2024-03", "issued"): 10}


def test_of_two_measures_this_month_each_under_its_own_heading(tmp_path):
    now = ["Bulan Lalu", "Bulan Ini"]
    got = of(
        tmp_path,
        {
            "Maret": [
                ["LAPORAN PERIZINAN BULAN MARET 2024"],
                ["No", "Jenis Izin", "Permohonan Masuk", "", "Izin Terbit", ""],
                ["", "", *now, *now],
                [1, "PBG", 20, 10, 15, 9],
            ]
        },
    )
    assert told(got) == {("PBG", "2024-03", "received"): 10, ("PBG", "2024-03", "issued"): 9}


def test_the_days_of_a_month_across_are_added_up(tmp_path):
    got = of(
        tmp_path,
        {
            "Januari": [
                ["REKAP IZIN TERBIT BULAN JANUARI 2025"],
                ["No", "Jenis Izin", *range(1, 32), "Jumlah"],
                [1, "PBG", *[1] * 30, "", 30],
            ]
        },
    )
    assert told(got) == {("PBG", "2025-01", "issued"): 30}


def test_the_months_of_two_years_beside_each_other(tmp_path):
    rows = [["No", "Bulan", 2023, 2024], [1, "Januari", 4, 5], [2, "Februari", 6, 7]]
    got = of(tmp_path, {"Banding": [["PERBANDINGAN IZIN TERBIT TAHUN 2023 DAN 2024"], *rows]})
    figures = {(r["month"], r["count"]) for r in got.rows()}
    assert figures == {("2023-01", 4), ("2024-01", 5), ("2023-02", 6), ("2024-02", 7)}
    with pytest.raises(Refused):
        of(tmp_path, {"Banding": [["JUMLAH PENDUDUK TAHUN 2023 DAN 2024"], *rows]})
