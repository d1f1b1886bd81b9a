"""Lines that are no records are left out and named; faulty records are not among them."""

import pytest

from tests.etl.intake import csv_file, read, workbook

HEAD = ["No", "No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit"]
ROWS = [
    [1, "503/1/2024", "PBG", "05/01/2024", "12/01/2024"],
    [2, "503/2/2024", "SIP", "18/01/2024", "22/01/2024"],
]
PAID = ["No Kuitansi", "Tanggal SKRD", "Nilai Tagihan", "Tanggal Bayar", "Jumlah Bayar"]


def left(got):
    return {(line.row, line.why) for line in got.item.left_out}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["", "Jumlah", "", "2", ""], "baris jumlah"),
        (["", "J U M L A H", "", "2", ""], "baris jumlah"),
        (["Sub Total Januari", "", "", "2", ""], "baris jumlah"),
        (["", "Total Keseluruhan", "", "2", "2"], "baris jumlah"),
        (["1", "2", "3", "4", "5"], "nomor kolom"),
        (HEAD, "judul berulang"),
        (["", "BULAN FEBRUARI", "", "", ""], "judul kelompok"),
        (["3", "", "", "", ""], "hanya nomor urut"),
        (["", "*) belum termasuk OSS", "", "", ""], "catatan"),
    ],
)
def test_a_line_between_records_is_named_for_what_it_is(tmp_path, line, why):
    rows = [HEAD, ROWS[0], line, ROWS[1]]
    got = read(workbook(tmp_path, {"Data": rows}), office="32.14")
    assert left(got) == {(3, why)}
    assert (got.part().read, got.part().rejected) == (2, 0)
    assert any("3 (" in note for note in got.item.notes)
    plain = "\n".join(",".join(map(str, row)) for row in rows)
    again = read(csv_file(tmp_path, f"{plain}\n"), office="32.14")
    assert left(again) == {(3, why)}


@pytest.mark.parametrize(
    "foot",
    [
        ["", "", "", "Purwakarta, 31 Desember 2024", ""],
        ["", "", "", "Kepala Dinas", ""],
        ["Mengetahui,", "", "", "", "Pembina Utama Muda"],
        ["", "NIP. 19700101 199001 1 001", "", "", ""],
    ],
)
def test_a_signature_under_the_table_is_left_out(tmp_path, foot):
    got = read(workbook(tmp_path, {"Data": [HEAD, *ROWS, [], foot]}), office="32.14")
    assert left(got) == {(5, "tanda tangan")}
    assert got.part().rejected == 0


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (["3", "", "PBG", "20/01/2024", ""], "No. Permohonan"),
        (["3", "503/3/2024", "", "", ""], "Tanggal Masuk"),
        (["3", "503/3/2024", "PBG", "kemarin", ""], "Tanggal Masuk"),
    ],
)
@pytest.mark.parametrize("last", [True, False])
def test_a_record_with_a_fault_is_rejected_not_left_out(tmp_path, line, column, last):
    rows = [*ROWS, line] if last else [ROWS[0], line, ROWS[1]]
    got = read(workbook(tmp_path, {"Data": [HEAD, *rows]}), office="32.14")
    assert left(got) == set()
    assert [r["column"] for r in got.rejects()] == [column]


def test_a_total_of_money_is_no_receipt_even_without_a_word(tmp_path):
    rows = [["S-1", "04/03/2024", 1000000, "06/03/2024", 1000000]]
    rows += [["S-2", "14/03/2024", 250000, "16/03/2024", 250000], ["", "", 1250000, "", 1250000]]
    got = read(workbook(tmp_path, {"Bayar": [PAID, *rows]}), office="32.14")
    assert left(got) == {(4, "sama dengan jumlah baris di atasnya")}
    rows[-1] = ["", "", 1250001, "", 1250000]
    got = read(workbook(tmp_path, {"Bayar": [PAID, *rows]}), office="32.14")
    assert left(got) == set()
    assert got.part().rejected == 1


def test_a_permit_may_be_called_as_a_total_is(tmp_path):
    line = [3, "503/3/2024", "Jumlah Reklame", "05/01/2024", ""]
    got = read(workbook(tmp_path, {"Data": [HEAD, *ROWS, line]}), office="32.14")
    assert left(got) == set()
    assert got.part().read == 3


def test_a_complaint_register_with_totals_and_signature(tmp_path):
    head = ["No", "No Aduan", "Tanggal Aduan", "Kategori", "Tanggal Tanggapan", "Tanggal Selesai"]
    rows = [[1, "P-1", "04/03/2024", "Biaya", "05/03/2024", "06/03/2024"]]
    rows += [["", "Total", "", 1, "", ""], ["", "", "", "", "", "Kepala Bidang Pengaduan"]]
    got = read(workbook(tmp_path, {"Aduan": [head, *rows]}), office="32.14")
    assert left(got) == {(3, "baris jumlah"), (4, "tanda tangan")}


def test_other_and_hidden_sheets_are_named(tmp_path):
    from openpyxl import load_workbook

    path = workbook(
        tmp_path,
        {"Data": [HEAD, *ROWS], "Petunjuk": [["Isi lembar Data"]], "Lama": [HEAD, ROWS[0]]},
    )
    book = load_workbook(path)
    book["Lama"].sheet_state = "hidden"
    book.save(path)
    got = read(path, office="32.14")
    assert got.part().read == 2
    assert {(x.sheet, x.row, x.why) for x in got.item.left_out} == {
        ("Petunjuk", None, "lembar lain, bukan data ini"),
        ("Lama", None, "lembar tersembunyi"),
    }


def test_a_sheet_that_may_be_two_things_does_not_refuse_one_that_is_clear(tmp_path):
    doubtful = ["No. Permohonan", "Tgl Masuk", "Jenis Izin", "Tgl Terbit", "No. Tiket", "Kategori"]
    sheets = {"Data": [HEAD, *ROWS], "Campur": [doubtful, ["a", "b", "c", "d", "e", "f"]]}
    got = read(workbook(tmp_path, sheets), office="32.14")
    assert got.part("applications").read == 2
