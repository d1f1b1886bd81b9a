"""Faults of the shared small files, met again in another kind or layout."""

from datetime import date

import pytest
from openpyxl import load_workbook

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook
from tests.soundness.kept_files import house


@pytest.fixture
def kept(tmp_path):
    return house(tmp_path)


def of(folder, sheets, **options):
    return read(workbook(folder, sheets), office="32.14", **options)


TITLE = "REKAP IZIN TERBIT TAHUN {}"
HEAD = ["No", "Jenis Izin", "Januari", "Februari"]


def test_an_office_that_told_nothing_with_a_day_is_published(kept, tmp_path):
    """As complaints by status alone: decisions without any date give no figure, and no fault."""
    text = "No Permohonan,Jenis Izin,Status\nA1,PBG,Terbit\nA2,PBG,Ditolak\n"
    kept.load(csv_file(tmp_path, text), office="32.11")
    assert "2 keputusan tanpa tanggal" in kept.notes
    assert kept.value("permits_issued") is None
    assert kept.feeds().feeds == ()


def test_of_two_days_of_issue_the_one_called_so_counts_and_steps_go_on_after_it(kept, tmp_path):
    rows = [
        ["No Pendaftaran", "Jenis Izin", "Tgl Daftar", "Tgl Verifikasi", "Tgl Tanda Tangan",
         "Tgl Terbit", "Tgl Arsip"],
        ["A1", "PBG", *(date(2024, 1, d) for d in (2, 4, 8, 9, 20))],
        ["A2", "PBG", *(date(2024, 1, d) for d in (3, 5, 9, 10, 25))],
    ]  # fmt: skip
    kept.load(workbook(tmp_path, {"Register": rows}), office="32.11")
    assert kept.value("processing_time") == 5  # to the issue on the 9th, not the signature
    plain = [[c for i, c in enumerate(r) if i not in (3, 6)] for r in rows]
    got = of(tmp_path, {"Daftar": plain})
    assert str(got.rows()[0]["issued_at"])[:10] == "2024-01-09"


def test_a_hidden_report_of_another_year_is_named(tmp_path):
    path = workbook(
        tmp_path,
        {
            "2024": [[TITLE.format(2024)], HEAD, [1, "PBG", 4, 5]],
            "2023": [[TITLE.format(2023)], HEAD, [1, "PBG", 1, 1]],
        },
    )
    book = load_workbook(path)
    book["2023"].sheet_state = "hidden"
    book.save(path)
    got = read(path, office="32.14")
    assert {r["month"][:4] for r in got.rows()} == {"2024"}
    assert [x.sheet for x in got.item.left_out] == ["2023"]


def test_formulas_without_a_value_in_a_report_and_in_a_survey_are_said(tmp_path):
    report = of(tmp_path, {"2024": [[TITLE.format(2024)], HEAD, [1, "PBG", 4, "=2+3"]]})
    assert [r["count"] for r in report.rows()] == [4]
    people = [[i, *[3 + (i + j) % 2 for j in range(9)]] for i in range(1, 9)]
    heads = ["No", *(f"U{i}" for i in range(1, 10))]
    survey = of(tmp_path, {"IKM": [["SKM Semester I Tahun 2024"], heads, *people,
                                   [9, *["=1+2"] * 9]]})  # fmt: skip
    assert len(survey.rows()) == 8
    for got in (report, survey):
        assert any("rumus tanpa nilai" in note for note in got.item.notes)


def test_shortened_numbers_of_receipts_and_complaints_are_refused(tmp_path):
    head = ["No. SKRD", "No. STS", "Tgl SKRD", "Ketetapan", "Tgl Setor", "Jumlah Setor"]
    day = date(2024, 1, 5)
    rows = [[3214000120240001000 + i, 3214000120240002000 + i, day, 1, day, 1] for i in (1, 2)]
    with pytest.raises(Refused, match="memendekkan nomor"):
        of(tmp_path, {"Setoran": [head, *rows]})
    text = "No tiket;Tanggal aduan;Status\n" + "3,21E+15;01/02/2024;Selesai\n" * 2
    with pytest.raises(Refused, match="memendekkan nomor"):
        read(csv_file(tmp_path, text), office="32.14")


def test_headings_of_bills_in_two_lines(kept, tmp_path):
    rows = [
        ["DAFTAR SKRD 2024"],
        ["No", "SKRD", "", "", "Penyetoran", "", ""],
        ["", "Nomor", "Tanggal", "Nilai", "No. STS", "Tanggal", "Jumlah"],
        [1, "S1", date(2024, 1, 5), 1_000_000, "STS1", date(2024, 1, 9), 1_000_000],
        [2, "S2", date(2024, 1, 6), 500_000, "", "", ""],
    ]
    kept.load(workbook(tmp_path, {"Daftar": rows}), office="32.11")
    assert (kept.value("billed"), kept.value("paid")) == (1_500_000, 1_000_000)


def test_a_bill_listed_unpaid_and_later_with_its_receipt_is_one_bill(kept, tmp_path):
    head = "No. SKRD,No. STS,Tgl SKRD,Ketetapan,Tgl Setor,Jumlah Setor\n"
    kept.load(csv_file(tmp_path, f"{head}S1,,2024-01-05,1000,,\n", "a.csv"), office="32.11")
    assert (kept.value("billed"), kept.value("unpaid_bills")) == (1000, 1)
    later = f"{head}S1,STS1,2024-01-05,1000,2024-02-03,1000\n"
    kept.load(csv_file(tmp_path, later, "b.csv"), office="32.11")
    assert (kept.value("billed"), kept.value("paid")) == (1000, 1000)
    assert not kept.value("unpaid_bills")


def test_a_signature_under_complaints_and_a_total_under_stages_are_named(tmp_path):
    day = date(2024, 1, 5)
    got = of(
        tmp_path,
        {
            "Aduan": [
                ["No", "No Aduan", "Tanggal Aduan", "Tanggal Ditanggapi", "Uraian"],
                [1, "P1", day, day, "x"], [2, "P2", day, day, "y"], [],
                ["", "", "", "", "Sekadau, 31 Januari 2024"], ["", "", "", "", "Kepala Dinas"],
            ]
        },
    )  # fmt: skip
    assert (len(got.rows()), [x.row for x in got.item.left_out]) == (2, [5, 6])
    got = of(
        tmp_path,
        {
            "Tahapan": [
                ["No Permohonan", "Tahapan", "Mulai", "Selesai", "Lama"],
                ["A1", "Verifikasi", day, day, 2], ["A1", "Tanda tangan", day, day, 1],
                ["Jumlah", "", "", "", 3],
            ]
        },
    )  # fmt: skip
    assert (len(got.rows()), [x.row for x in got.item.left_out]) == (2, [4])


def test_a_long_text_in_the_first_line_is_looked_through_at_once(tmp_path):
    path = csv_file(tmp_path, "x" * (1 << 20))
    with pytest.raises(Refused) as refusal:
        read(path, office="32.14")
    assert len(str(refusal.value)) < 1000


def test_a_history_of_statuses_gives_the_last_one_and_no_figure_of_days(kept, tmp_path):
    text = (
        "nomor_permohonan,status,waktu\nA-1,Diajukan,2025-01-05\nA-1,Izin Terbit,2025-01-10\n"
        "A-2,Diajukan,2025-01-07\nA-2,Ditolak,2025-01-09\n"
    )
    got = kept.load(csv_file(tmp_path, text), office="32.11")
    assert (got.total.read, got.total.accepted) == (4, 2)
    assert "tanpa tanggal" in kept.notes
    assert kept.feeds().feeds == ()
