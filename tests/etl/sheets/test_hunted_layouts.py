"""Layouts rebuilt from exports, recaps and registers as offices publish them; figures made up."""

from datetime import date

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook


def of(folder, rows, **options):
    return read(workbook(folder, {"Sheet1": rows}), office="32.14", **options)


def sums(got):
    found: dict[tuple[str, str], int] = {}
    for row in got.rows():
        key = (row["measure"], str(row["month"])[:7])
        found[key] = found.get(key, 0) + int(row["count"])
    return found


def day(month, number):
    return date(2024, month, number)


def test_a_kind_that_only_says_perizinan_leaves_the_permit_to_its_name(tmp_path):
    head = ["No. Permohonan", "Jenis Izin", "Nama Izin", "Tgl. Pengajuan", "Tgl. Penetapan"]
    rows = [[f"{i}/I/2024", "Perizinan", "Izin Praktik Bidan", day(1, i), day(2, i)]
            for i in (1, 2)]  # fmt: skip
    got = of(tmp_path, [head, *rows])
    assert {r["permit_type"] for r in got.rows()} == {"Izin Praktik Bidan"}


def test_statuses_that_name_what_they_speak_of(tmp_path):
    text = (
        "Nomor Permohonan;Tanggal Permohonan;Nama Izin;Status Permohonan;Tanggal Selesai\n"
        "J-1;2024-01-02;IMB;Izin Selesai;2024-01-09\n"
        "J-2;2024-01-03;IMB;Dalam Proses Verifikasi;\n"
        "J-3;2024-01-03;SIP;Permohonan Ditolak;2024-01-05\n"
        "J-4;2024-01-03;SIP;Menunggu Pembayaran;\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    assert [r["decision"] for r in got.rows()] == ["issued", None, "rejected", None]
    assert not any("tidak dikenal" in note for note in got.item.notes)


def test_the_day_of_issue_under_the_permit_s_own_name(tmp_path):
    head = ["No. Registrasi", "Nama Izin", "Tgl Pengajuan", "Tgl Terbit SKRD", "Tgl Bayar",
            "Tgl Terbit PBG", "Status"]  # fmt: skip
    rows = [
        ["P-1", "Hunian", day(1, 2), day(1, 15), day(1, 17), day(1, 20), "PBG Terbit"],
        ["P-2", "Usaha", day(1, 5), day(1, 25), "", "", "Menunggu Pembayaran"],
    ]
    got = of(tmp_path, [head, *rows])
    issued = [str(r["issued_at"])[:10] for r in got.rows("applications")]
    assert issued == ["2024-01-20", "None"]
    assert {r["stage"] for r in got.rows("stages")} == {"Tgl Terbit SKRD", "Tgl Bayar"}


@pytest.mark.parametrize("code", ["202401", "2024-01", "Januari 2024"])
def test_a_long_report_whose_month_and_year_stand_in_one_column(tmp_path, code):
    text = (
        "periode_data,wilayah,kecamatan,jenis_perizinan,jumlah_izin_terbit\n"
        f"{code},Jakarta Pusat,Gambir,PBG,4\n{code},Jakarta Pusat,Senen,PBG,2\n"
    )
    assert sums(read(csv_file(tmp_path, text), office="32.14")) == {("issued", "2024-01"): 6}


def test_months_as_roman_numbers_across(tmp_path):
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    rows = [["DATA IZIN YANG DITERBITKAN TAHUN 2024"], ["NO", "JENIS IZIN", *roman, "JML"],
            [1, "SIUP", *range(1, 13), 78]]  # fmt: skip
    found = sums(of(tmp_path, rows))
    assert (found["issued", "2024-01"], found["issued", "2024-12"], len(found)) == (1, 12, 12)


def test_months_as_numbers_downwards_with_finished_and_what_remains(tmp_path):
    rows = [["REKAP PERMOHONAN IZIN TAHUN 2024"], ["Bulan", "Masuk", "Selesai", "Sisa"],
            [1, 10, 8, 2], [2, 12, 9, 5], ["Jumlah", 22, 17, ""]]  # fmt: skip
    got = of(tmp_path, rows)
    assert sums(got) == {
        ("received", "2024-01"): 10, ("issued", "2024-01"): 8,
        ("received", "2024-02"): 12, ("issued", "2024-02"): 9,
    }  # fmt: skip
    assert any("Sisa" in note for note in got.item.notes)


def test_a_month_s_recap_with_selesai_for_issued(tmp_path):
    rows = [
        ["REKAPITULASI PELAYANAN PERIZINAN BULAN JANUARI 2024"],
        ["No", "Jenis Perizinan", "Sisa Bulan Lalu", "Masuk", "Jumlah", "Selesai", "Ditolak"],
        [1, "PBG", 2, 5, 7, 4, 1], [2, "SIP", 0, 9, 9, 9, 0], ["", "Jumlah", 2, 14, 16, 13, 1],
    ]  # fmt: skip
    month = "2024-01"
    assert sums(of(tmp_path, rows)) == {
        ("received", month): 14, ("issued", month): 13, ("rejected", month): 1,
    }  # fmt: skip


@pytest.mark.parametrize("heads", [["2023", "", "2024", ""], ["Tahun 2023", "", "Tahun 2024", ""]])
def test_two_years_over_their_measures_with_months_downwards(tmp_path, heads):
    rows = [["PERBANDINGAN PERIZINAN"], ["Bulan", *heads],
            ["", "Masuk", "Terbit", "Masuk", "Terbit"],
            ["Januari", 5, 4, 8, 7], ["Februari", 6, 5, 9, 6]]  # fmt: skip
    found = sums(of(tmp_path, rows))
    assert (found["issued", "2023-02"], found["received", "2024-01"], len(found)) == (5, 8, 8)


def test_a_list_of_nib_under_the_long_heading(tmp_path):
    text = (
        "Nomor Induk Berusaha,Tanggal Terbit NIB,Skala Usaha\n"
        "0101,2024-01-05,Mikro\n0102,2024-01-08,Kecil\n0103,2024-02-08,Mikro\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    assert sums(got) == {("issued", "2024-01"): 2, ("issued", "2024-02"): 1}


def test_an_export_of_complaints_that_calls_its_number_kode_laporan(tmp_path):
    head = ["Kode Laporan", "Tanggal Laporan", "Judul", "Instansi Terdisposisi", "Status",
            "Tanggal Selesai"]  # fmt: skip
    rows = [["#1", "2024-01-05 10:11:12", "a", "DPMPTSP", "Selesai", "2024-01-18 10:00:00"],
            ["#2", "2024-01-07 10:11:12", "a", "DPMPTSP", "Belum Ditindaklanjuti", ""]]  # fmt: skip
    got = of(tmp_path, [head, *rows])
    assert [r["status"] for r in got.rows()] == ["resolved", "open"]


def test_answers_as_a_number_with_its_words_in_brackets(tmp_path):
    asked = ["Kesesuaian persyaratan", "Kemudahan prosedur", "Kecepatan waktu", "Kewajaran biaya",
             "Kesesuaian produk", "Kompetensi petugas", "Perilaku petugas",
             "Penanganan pengaduan", "Kualitas sarana"]  # fmt: skip
    line = ",".join(["4 (Sangat Baik)"] * 8 + ["3 (Baik)"])
    text = f"Timestamp,{','.join(asked)}\n" + f"13/3/2024 9:05:00,{line}\n" * 3
    got = read(csv_file(tmp_path, text), office="32.14", period="2024-S1")
    assert [(r["persyaratan"], r["sarana"]) for r in got.rows()] == [(4, 3)] * 3


def test_respondents_that_go_on_beside_the_first_are_told_of(tmp_path):
    elements = [f"U{i}" for i in range(1, 10)]
    rows = [["SKM TRIWULAN I 2024"], ["No", *elements, "", "No", *elements],
            *([i, *[4] * 9, "", i + 5, *[3] * 9] for i in range(1, 6))]  # fmt: skip
    with pytest.raises(Refused, match="responden lain di sebelah kanan"):
        of(tmp_path, rows)


ASKED = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku",
         "Pengaduan", "Sarana"]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "scores"),
    [
        (["SS", "S", "KS", "TS"], [4, 3, 2, 1]),
        (["SS", "S", "TS", "STS"], [4, 3, 2, 1]),
    ],
)
def test_agreement_in_letters_is_four_steps_by_the_letters_that_are_used(tmp_path, said, scores):
    rows = [["No", *ASKED], *([i, *[word] * 9] for i, word in enumerate(said, 1))]
    got = of(tmp_path, rows, period="2024-S1")
    assert [r["persyaratan"] for r in got.rows()] == scores


def test_agreement_of_five_steps_is_no_skm(tmp_path):
    said = ["SS", "S", "N", "TS", "STS"]
    rows = [["No", *ASKED], *([i, *[word] * 9] for i, word in enumerate(said, 1))]
    with pytest.raises(Refused, match="di luar skala"):
        of(tmp_path, rows, period="2024-S1").rows()


def test_a_list_of_a_permit_s_numbers_and_days_under_its_own_name(tmp_path):
    rows = [["DAFTAR IZIN TAHUN 2024"], ["No", "Nama", "No. SIP", "Tgl SIP"],
            [1, "dr. A", "503/001/2024", day(1, 2)], [2, "dr. B", "503/002/2024", day(1, 9)],
            [3, "dr. C", "503/003/2024", day(2, 5)]]  # fmt: skip
    got = of(tmp_path, rows)
    assert sums(got) == {("issued", "2024-01"): 2, ("issued", "2024-02"): 1}
    assert {r["permit_type"] for r in got.rows()} == {"SIP"}


def test_a_register_with_the_day_of_submission_beside_it_stays_a_register(tmp_path):
    rows = [["No. Permohonan", "Tanggal Masuk", "No. SIP", "Tgl SIP"],
            ["P-1", day(1, 2), "503/001/2024", day(1, 9)]]  # fmt: skip
    assert [r["application_no"] for r in of(tmp_path, rows).rows()] == ["P-1"]
