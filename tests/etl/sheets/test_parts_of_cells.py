"""Fields over several columns, two in one cell, and columns that are not what they say."""

from datetime import date

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook


def of(folder, *rows, **options):
    lines = [r.split("|") if isinstance(r, str) else list(r) for r in rows]
    return read(workbook(folder, {"Register": lines}), office="32.14", **options)


def days(row, *fields):
    return [str(row[f])[:10] for f in fields]


@pytest.mark.parametrize("month", [1, "Januari", "01"])
def test_a_day_in_three_columns_is_one_day(tmp_path, month):
    got = of(
        tmp_path,
        "No|No. Pendaftaran|Nama Izin|Tanggal Daftar|||Tanggal Terbit||",
        "|||Tgl|Bln|Thn|Tgl|Bln|Thn",
        [1, "P-1", "PBG", 6, month, 2025, 13, month, 2025],
        [2, "P-2", "PBG", 7, month, 2025, "", "", ""],
    )
    first, second = got.rows()
    assert days(first, "submitted_at", "issued_at") == ["2025-01-06", "2025-01-13"]
    assert second["issued_at"] is None
    assert not any("Bln" in note for note in got.item.notes)


def test_a_day_in_three_columns_that_is_none_rejects_the_row(tmp_path):
    got = of(
        tmp_path,
        "No. Pendaftaran|Nama Izin|Tanggal Daftar||",
        "||Tgl|Bln|Thn",
        ["P-1", "PBG", 31, 2, 2025],
        ["P-2", "PBG", 7, 2, 2025],
    )
    assert [r["row"] for r in got.rejects()] == [3]


@pytest.mark.parametrize(
    "cell",
    [
        "Nomor Permohonan : I-1 (6 Januari 2025)",
        "I-1 tanggal 6 Januari 2025",
        "I-1\n06-01-2025",
        "I-1, Tgl. 06/01/2025",
    ],
)
def test_a_number_and_its_day_in_one_cell_are_parted(tmp_path, cell):
    got = of(
        tmp_path,
        "No|Jenis Izin|Nomor dan Tanggal Permohonan|Nomor Izin|Tanggal Izin",
        [1, "PBG", cell, "503/1", date(2025, 1, 13)],
    )
    (row,) = got.rows()
    assert row["application_no"] == "I-1"
    assert days(row, "submitted_at", "issued_at") == ["2025-01-06", "2025-01-13"]


def test_new_and_prolonged_are_kinds_of_application_and_no_permits(tmp_path):
    head = "No. Permohonan|Jenis Permohonan|Tgl Masuk"
    got = of(tmp_path, head, ["A-1", "Baru", date(2025, 1, 6)])
    assert got.rows()[0]["permit_type"] is None if "permit_type" in got.rows()[0] else True
    assert any("bukan jenis izin" in note for note in got.item.notes)
    kept = of(tmp_path, head, ["A-1", "PBG", date(2025, 1, 6)])
    assert kept.rows()[0]["permit_type"] == "PBG"


def test_an_unpaid_bill_without_a_receipt_is_no_fault(tmp_path):
    got = of(
        tmp_path,
        "No. SKRD|Tgl Penetapan|Pokok Retribusi|Denda|Total Bayar|No. STS|Tgl Bayar",
        ["S-1", date(2025, 1, 5), 1_000_000, 0, 1_000_000, "STS1", date(2025, 1, 9)],
        ["S-2", date(2025, 1, 7), 750_000, 0, 0, "", ""],
        ["S-3", date(2025, 1, 7), 750_000, 0, 750_000, "", date(2025, 1, 9)],
    )
    assert [(r["receipt_no"], int(r["billed_amount"])) for r in got.rows()] == [
        ("STS1", 1_000_000),
        ("S-2", 750_000),
    ]
    assert [r["row"] for r in got.rejects()] == [4]  # paid, and no receipt to tell it by


def test_a_day_of_issue_beside_an_open_status_is_said(tmp_path):
    got = of(
        tmp_path,
        "No. Permohonan|Jenis Izin|Tgl Masuk|Tgl Terbit|Status",
        ["A-1", "PBG", date(2025, 1, 6), date(2025, 1, 9), "Menunggu verifikasi"],
        ["A-2", "PBG", date(2025, 1, 6), date(2025, 1, 9), "Izin Batal"],
        ["A-3", "PBG", date(2025, 1, 6), date(2025, 1, 9), "Terbit"],
    )
    assert [r["decision"] for r in got.rows()] == ["issued", "withdrawn", "issued"]
    assert any("belum putus" in note for note in got.item.notes)


def test_means_by_service_are_no_answers(tmp_path):
    marks = ",".join(f"U{i}" for i in range(1, 10))
    means = ",".join(["3.2"] * 9)
    text = f"Layanan,Jumlah Responden,{marks},IKM\nPBG,50,{means},81.9\nSIP,30,{means},83.9\n"
    with pytest.raises(Refused, match="rata-rata, bukan jawaban"):
        read(csv_file(tmp_path, text), office="32.14", period="2024-S1")


def test_numbered_elements_without_a_period_ask_for_the_period_which_tells_the_rule(tmp_path):
    rows = [["No", *(f"U{i}" for i in range(1, 10))], *([i, *[4] * 9] for i in range(1, 6))]
    with pytest.raises(Refused, match="periodenya") as refusal:
        of(tmp_path, *rows)
    assert refusal.value.needs == ("period",)
    assert len(of(tmp_path, *rows, period="2024-S1").rows()) == 5
