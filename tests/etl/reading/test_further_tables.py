"""Several tables one below the other on a sheet: each read as what it is, or named."""

import json

import openpyxl
import pytest

from etl.reading.grid import further_headings
from tests.conftest import monev_json

OFFICE = "98.01"
APPLICATIONS = ("No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit")
ROWS = [
    ("A1", "IMB", "02/01/2024", "05/01/2024"),
    ("A2", "IMB", "13/01/2024", "18/01/2024"),
    ("A3", "SIUP", "24/01/2024", None),
]


@pytest.fixture
def load(tmp_path, monev):
    """Load a sheet of these rows; the object that `monev load` prints."""
    offices = tmp_path / "kantor.csv"
    offices.write_text(
        f"office_code,name,region_kind,province_code\n{OFFICE},Kabupaten Kecil,kabupaten,98\n"
    )
    monev_json("load", offices)

    def run(*rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "buku.xlsx")
        done = monev("load", tmp_path / "buku.xlsx", "--office", OFFICE, "--format", "json")
        assert done.returncode == 0, done.stdout
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def value(name):
    rows = monev_json("indicator", name, "--from", "2024-01", "--to", "2024-01")["rows"]
    return rows[0]["value"] if rows else None


def test_complaints_below_applications_are_complaints(load):
    load(
        APPLICATIONS, *ROWS, (), ("Pengaduan",),
        ("No. Pengaduan", "Tanggal Pengaduan", "Tanggal Tanggapan"),
        ("P1", "02/01/2024", "09/01/2024"), ("P2", "23/01/2024", None),
    )  # fmt: skip
    assert value("applications_received") == 3
    assert value("permits_issued") == 2
    assert value("complaints_received") == 2


def test_the_same_columns_in_another_order_below_are_read_by_their_own_heading(load):
    load(
        APPLICATIONS, *ROWS, (),
        ("Nomor Permohonan", "Tgl Masuk", "Tgl Terbit", "Jenis Izin"),
        ("B1", "15/01/2024", "16/01/2024", "SIUP"), ("B2", "16/01/2024", None, "SIUP"),
    )  # fmt: skip
    assert value("applications_received") == 5
    assert value("permits_issued") == 3


def test_a_table_below_that_is_not_recognised_is_named(load):
    [said] = load(
        APPLICATIONS, *ROWS, (), ("Jenis Kelamin", "Pendidikan", "Pekerjaan", "Umur"),
        ("P", "S1", "PNS", "muda"), ("L", "SMA", "Swasta", "tua"),
    )  # fmt: skip
    assert value("applications_received") == 3
    assert [(line["row"], "tabel lain" in line["why"]) for line in said["left_out"]] == [(6, True)]


def test_the_heading_again_is_no_other_table():
    assert further_headings([APPLICATIONS, *ROWS, APPLICATIONS, *ROWS], APPLICATIONS, 1) == []
    two_lines = ("No", "Izin No. Permohonan", "Izin Jenis Izin", "Izin Tanggal Masuk")
    again = ("No", "No. Permohonan", "Jenis Izin", "Tanggal Masuk")
    assert further_headings([two_lines, *ROWS, again], two_lines, 1) == []
    assert further_headings([APPLICATIONS, ("Selesai", "Proses", "Masuk")], APPLICATIONS, 1) == []


@pytest.mark.parametrize("other", ["Setoran", "Pengeluaran", "Penyetoran"])
def test_of_a_cash_book_what_came_in_was_paid_and_what_went_on_is_not_counted_again(load, other):
    load(
        ("Buku Kas Umum",),
        ("Tanggal", "No. Bukti", "Uraian", "Penerimaan", other),
        ("02/01/2024", "T1", "Retribusi IMB", "1.000.000", None),
        ("03/01/2024", "S1", "Setor kas daerah", None, "1.000.000"),
        ("15/01/2024", "T2", "Retribusi SIUP", "500.000", None),
    )  # fmt: skip
    assert value("paid") == 1_500_000


def test_numbers_and_days_of_anything_are_no_payments(tmp_path, monev, load):
    text = "Tanggal;No. Bukti;Uraian;Jumlah\n03/01/2024;S1;Setoran ke Kas Daerah;1.000.000\n"
    (tmp_path / "kas.csv").write_text(text)
    done = monev("load", tmp_path / "kas.csv", "--office", OFFICE)
    assert done.returncode == 2
    assert "Jenis data tidak dikenali" in done.stderr + done.stdout
