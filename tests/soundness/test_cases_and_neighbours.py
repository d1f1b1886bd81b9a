"""The rest of the shared small files, and beside them the same fault in another kind or layout."""

from datetime import date

import pytest
from openpyxl import Workbook

from metrics.asking.query import EVERYTHING, Query
from metrics.judging.verdict import judge
from tests.etl.intake import csv_file
from tests.soundness.kept_files import case, house


@pytest.fixture
def kept(tmp_path):
    return house(tmp_path)


def book(path, sheets):
    """A workbook of sheets by name."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_respondents_across(kept):
    kept.load(case("respondents_across.xlsx"), office="32.11", period="2024-S1")
    assert kept.value("ikm") == 87.5


def test_forms_timestamps_in_a_survey_and_in_complaints(kept, tmp_path):
    got = kept.load(case("forms_timestamp_gmt.csv"), office="32.11", period="2024-S1")
    assert (got.total.read, got.total.rejected) == (4, 0)
    assert kept.value("ikm") == 77.78
    text = (
        "No tiket,Tanggal aduan,Tanggal ditanggapi\n"
        "T1,2024/02/01 10:05:00 AM GMT+7,2024/02/01 11:00:00 PM GMT+7\n"
        "T2,2024/02/02 10:05:00 AM GMT+7,\n"
    )
    got = kept.load(csv_file(tmp_path, text, "aduan.csv"), office="94.01")
    assert got.total.rejected == 0
    assert kept.by("complaints_received", "month", "94.01") == {"2024-02": 2}


def test_a_sheet_a_month_names_no_service_and_no_category(kept, tmp_path):
    kept.load(case("survey_sheet_per_month.xlsx"), office="32.11")
    assert set(kept.by("ikm", "period")) == {"2024-01", "2024-02"}
    assert set(kept.by("ikm", "service")) <= {"", None}
    kept.load(case("survey_sheet_per_month.xlsx"), office="32.12", period="2024-S1")
    assert kept.by("ikm", "period", "32.12") == {"2024-S1": 75.0}
    head = ["No Pengaduan", "Tanggal Pengaduan", "Tanggal Ditanggapi"]
    path = book(
        tmp_path / "aduan.xlsx",
        {
            "Januari": [head, ["P1", date(2024, 1, 5), date(2024, 1, 8)]],
            "Februari": [head, ["P2", date(2024, 2, 5), date(2024, 2, 8)]],
        },
    )
    kept.load(path, office="32.13")
    assert kept.value("complaints_received", "32.13") == 2
    assert "Januari" not in kept.by("complaints_received", "category", "32.13")


def test_a_printed_index_is_reproduced_by_its_weight(kept):
    got = kept.load(case("printed_ikm_trailing_zero.xlsx"), office="32.11")
    (sheet,) = got.reconciliation.get("sheets", [got.reconciliation])
    assert sheet["reproduced_by"]["weight"] == "0.111"
    assert "72,40" in sheet["summary"]


def test_several_receipts_of_one_bill(kept, tmp_path):
    kept.load(case("pay_two_receipts.csv"))
    kept.load(case("pay_same_bill.csv"))
    rows = [
        ["No SKRD", "No STS", "Tgl SKRD", "Ketetapan (Rp)", "Tgl Setor", "Jumlah Setor (Rp)"],
        ["S-1", "B-1", date(2024, 3, 1), 900_000, date(2024, 3, 2), 300_000],
        ["S-1", "B-2", date(2024, 3, 1), 900_000, date(2024, 3, 9), 300_000],
        ["S-1", "B-3", date(2024, 3, 1), 900_000, date(2024, 4, 9), 300_000],
    ]
    kept.load(book(tmp_path / "sts.xlsx", {"Setoran": rows}), office="32.15")
    for office, billed, paid in (
        ("32.13", 1_000_000, 1_000_000),
        ("32.14", 1_500_000, 1_500_000),
        ("32.15", 900_000, 900_000),
    ):
        assert kept.value("billed", office) == billed, office
        assert kept.value("paid", office) == paid, office
        assert kept.value("collection_rate", office) == 1, office


def test_decisions_without_a_date_are_counted_and_said(kept, tmp_path):
    kept.load(case("rejected_without_date.xlsx"), office="32.11")
    rate = kept.value("issue_rate")
    assert rate is None or rate == 0.6
    assert "4 keputusan" in kept.notes
    kept.load(case("issued_no_date.csv"))
    assert "2 keputusan" in kept.notes
    text = (
        "No permohonan,Jenis izin,Tanggal masuk,Tanggal selesai,Status\n"
        + "".join(f"A{i},PBG,2024-03-04,2024-03-11,Terbit\n" for i in range(3))
        + "B1,PBG,2024-03-04,,Dibatalkan\n"
    )
    kept.load(csv_file(tmp_path, text, "cabut.csv"), office="32.13")
    assert "1 keputusan" in kept.notes
    rate = kept.value("issue_rate", "32.13")
    assert rate is None or rate == 0.75


def test_work_after_the_decision_is_no_stage_of_it(kept):
    kept.load(case("after_end_apps.csv"))
    kept.load(case("after_end_stages.csv"))
    times = kept.by("stage_time", "stage", "33.08")
    known = {k: v for k, v in times.items() if v is not None}
    assert max(known, key=known.get) == "Tanda tangan"
    assert known["Tanda tangan"] <= 5
    assert "Arsip" not in known


def test_an_office_of_complaints_or_payments_alone_has_figures(kept):
    kept.load(case("only_complaints.csv"))
    assert kept.value("complaints_received", "51.01") == 3
    kept.load(case("only_payments.csv"))
    assert kept.value("collection_rate", "51.01") == 1


def test_moments(kept):
    for name in ("offices", "standards", "applications", "stages", "complaints"):
        kept.load(case(f"moments/{name}.csv"))
    at_end = judge(
        kept.snapshot, EVERYTHING, "overdue_applications", Query(office="32.14", end="2024-01")
    )
    assert at_end.value in (0, 1, None)
    assert kept.value("on_time_rate", "32.14", start="2024-02", end="2024-02") is not None


@pytest.mark.parametrize("name", ["hostile/ctl.csv"])
def test_a_control_character_is_left_out(kept, name):
    kept.load(case(name))
    types = list(kept.by("applications_received", "permit_type", "32.11"))
    assert all(t.isprintable() for t in types)
