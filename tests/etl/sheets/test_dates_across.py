"""A register whose columns are the steps of a case gives applications and stages."""

from datetime import date

import pytest

from tests.etl.intake import csv_file, read, workbook

HEAD = [
    "No urut", "Kode izin", "Nama perusahaan", "Telp", "Penerima berkas (FO)", "Izin masuk", "ETA",
    "Kirim ke tim teknis", "Kirim ke PTSP wilayah", "Berkas tidak lengkap (pending)",
    "Pencetakan", "Penolakan", "Penerbitan", "Diserahkan", "Jenis izin", "Nomor izin", "ODS (1/0)",
]  # fmt: skip


def day(number):
    return date(2024, 3, number)


ROWS = [
    [1, "K-001", "PT Contoh", "021", "Ani", day(1), day(8), day(4), day(5), "", day(7), "", day(8),
     day(11), "SIUP", "503/1", 0],
    [2, "K-002", "CV Contoh", "021", "Ani", day(4), day(11), day(5), "", day(6), "", day(12), "",
     "", "TDP", "", 0],
    [3, "K-003", "UD Contoh", "021", "Budi", day(5), day(12), day(6), "", "", "", "", "", "",
     "SIUP", "", 0],
]  # fmt: skip


def days(rows, field):
    return [None if r[field] is None else r[field].day for r in rows]


def holds(got):
    cases, stages = got.rows("applications"), got.rows("stages")
    assert [r["application_no"] for r in cases] == ["K-001", "K-002", "K-003"]
    assert [r["permit_type"] for r in cases] == ["SIUP", "TDP", "SIUP"]
    assert [r["decision"] for r in cases] == ["issued", "rejected", None]
    assert days(cases, "submitted_at") == [1, 4, 5]
    assert days(cases, "issued_at") == [8, None, None]
    assert days(cases, "decided_at") == [8, 12, None]
    assert days(cases, "collected_at") == [11, None, None]
    told = {(s["application_no"], s["stage"], s["finished_at"].day, s["clock"]) for s in stages}
    assert told == {
        ("K-001", "Kirim ke tim teknis", 4, "office"),
        ("K-001", "Kirim ke PTSP wilayah", 5, "office"),
        ("K-001", "Pencetakan", 7, "office"),
        ("K-002", "Kirim ke tim teknis", 5, "office"),
        ("K-002", "Berkas tidak lengkap (pending)", 6, "applicant"),
        ("K-003", "Kirim ke tim teknis", 6, "office"),
    }


@pytest.mark.parametrize("titles", [0, 1, 3])
def test_a_register_of_steps(tmp_path, titles):
    above = [["REGISTER PELAYANAN TAHUN 2024"]] * titles
    holds(read(workbook(tmp_path, {"Register": [*above, HEAD, *ROWS]}), office="32.14"))


def test_the_same_as_a_csv_with_days_first(tmp_path):
    def cell(value):
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)

    text = "\n".join(";".join(map(cell, row)) for row in [HEAD, *ROWS])
    holds(read(csv_file(tmp_path, text + "\n"), office="32.14"))


def test_a_total_and_a_signature_under_it_are_no_cases(tmp_path):
    foot = [["", "Jumlah", "", "", "", 3], ["", "", "", "", "", "Kepala UP PTSP"]]
    got = read(workbook(tmp_path, {"Register": [HEAD, *ROWS, *foot]}), office="32.14")
    holds(got)


def test_an_ordinary_register_stays_one(tmp_path):
    head = ["No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit", "Tanggal Diambil"]
    rows = [head, ["A-1", "PBG", day(1), day(8), day(11)]]
    got = read(workbook(tmp_path, {"Data": rows}), office="32.14")
    assert [i.kind for i in got.items] == ["applications"]
    assert [p.kind for p in got.item.parts] == ["applications"]
