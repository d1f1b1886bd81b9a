"""The rest of the shared small files, and beside them the same fault in another kind or layout."""

from datetime import date

import pytest
from openpyxl import Workbook

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.judging.verdict import judge
from metrics.publishing.as_of import seen_on
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
    # an hour before midnight in Jakarta it is the next day in Papua
    with kept.store.writer() as con:
        rows = con.execute(
            "SELECT responded_at FROM facts.current_complaints WHERE complaint_no = 'T1'"
        ).fetchall()
    assert str(rows[0][0]) == "2024-02-02 01:00:00"


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


BILL = "No. SKRD,Nilai tagihan,Tanggal tagihan,Nilai dibayar,Tanggal bayar\n"


def bills(kept, folder, *lists):
    """Loads lists of bills one after the other: (billed, paid, unpaid bills)."""
    for n, rows in enumerate(lists):
        path = csv_file(folder, BILL + rows, f"skrd{n}.csv")
        kept.load(path, office="32.12")
    return tuple(kept.value(name, "32.12") or 0 for name in ("billed", "paid", "unpaid_bills"))


def test_instalments_of_one_bill_in_the_lists_of_several_months_add_up(kept, tmp_path):
    lists = (
        "S1,900000,2024-03-01,300000,2024-03-04\nS2,500000,2024-03-01,,",
        "S1,900000,2024-03-01,300000,2024-04-09\nS2,500000,2024-03-01,500000,2024-04-10",
        "S1,900000,2024-03-01,318000,2024-05-07",  # with a fine: beyond the bill, and no repeat
    )
    assert bills(kept, tmp_path, *lists) == (1_400_000, 1_418_000, 0)
    months = kept.by("paid", "month", "32.12")
    assert [months[m] for m in ("2024-03", "2024-04", "2024-05")] == [300_000, 800_000, 318_000]


def test_a_list_of_bills_that_tells_its_payments_again_changes_nothing(kept, tmp_path):
    once = "S1,900000,2024-03-01,300000,2024-03-04"
    again = f"{once}\nS1,900000,2024-03-01,600000,2024-04-09"
    assert bills(kept, tmp_path, once, again, again + "\n") == (900_000, 900_000, 0)
    assert kept.results[0].total.unchanged == 2


def test_a_payment_whose_day_was_corrected_is_no_second_one(kept, tmp_path):
    first, mended = (f"S1,300000,2024-03-01,300000,2024-03-{d}" for d in ("04", "05"))
    assert bills(kept, tmp_path, first, mended) == (300_000, 300_000, 0)


def test_undoing_the_first_list_leaves_the_later_instalment(kept, tmp_path):
    assert bills(
        kept,
        tmp_path,
        "S1,900000,2024-03-01,300000,2024-03-04",
        "S1,900000,2024-03-01,300000,2024-04-09",
    ) == (900_000, 600_000, 1)
    kept.store.undo(kept.results[0].batch - 1)
    assert kept.value("paid", "32.12") == 300_000
    assert bills(kept, tmp_path, "S1,900000,2024-03-01,300000,2024-03-04") == (900_000, 600_000, 1)


REFUSED = "No permohonan,Jenis izin,Tanggal masuk,Tanggal terbit,Status\n"


def test_a_refusal_with_a_day_of_issue_is_a_refusal(kept, tmp_path):
    rows = (
        "A1,PBG,2024-03-04,2024-03-11,Terbit\n"
        "A2,PBG,2024-03-04,2024-03-12,Ditolak\n"
        "A3,PBG,2024-03-04,2024-04-02,Dibatalkan pemohon\n"
    )
    kept.load(csv_file(tmp_path, REFUSED + rows), office="32.12")
    assert "2 permohonan ditolak atau ditarik bertanggal terbit" in kept.notes
    assert kept.value("permits_issued", "32.12") == 1
    assert kept.by("applications_rejected", "month", "32.12")["2024-03"] == 1
    assert kept.by("applications_withdrawn", "month", "32.12")["2024-04"] == 1
    assert kept.value("open_applications", "32.12") == 0
    assert kept.value("issue_rate", "32.12") == pytest.approx(1 / 3)


def test_a_revoked_permit_was_issued_and_a_revoked_application_was_taken_back(kept, tmp_path):
    rows = (
        "A1,PBG,2024-03-04,2024-03-11,Dicabut\n"
        "A2,PBG,2024-03-04,,Dicabut\n"
        "A3,PBG,2024-03-04,2024-03-11,Terbit\n"
    )
    kept.load(csv_file(tmp_path, REFUSED + rows), office="32.12")
    assert "2 permohonan berstatus dicabut" in kept.notes
    assert "tidak dikenal" not in kept.notes
    assert kept.value("permits_issued", "32.12") == 2
    assert kept.value("open_applications", "32.12") == 0
    assert kept.value("issue_rate", "32.12") == pytest.approx(2 / 3)


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
    query = Query(office="33.08", by=("stage",))
    rows = get("stage_time").read(kept.snapshot, EVERYTHING, query).rows.set_index("stage")
    assert rows.loc["Tanda tangan", "mean"] == pytest.approx(3.7, abs=0.05)
    assert "Arsip" not in known
    after = kept.by("after_decision", "stage", "33.08")
    assert after["Arsip"] > 30


def test_an_office_of_complaints_or_payments_alone_has_figures(kept):
    kept.load(case("only_complaints.csv"))
    assert kept.value("complaints_received", "51.01") == 3
    kept.load(case("only_payments.csv"))
    assert kept.value("collection_rate", "51.01") == 1


def test_moments(kept):
    """One case is overdue at January's end; A3, due on the day of the data, is in no rate yet."""
    for name in ("offices", "standards", "applications", "stages", "complaints"):
        kept.load(case(f"moments/{name}.csv"))
    end = date(2024, 2, 29)

    def stock(day, **query):
        snapshot = seen_on(kept.snapshot, day)
        return judge(snapshot, EVERYTHING, "overdue_applications", Query(office="32.14", **query))

    assert stock(end, end="2024-01").value == 1
    assert stock(date(2024, 1, 31)).value == 1
    rate = (
        get("on_time_rate")
        .read(seen_on(kept.snapshot, end), EVERYTHING, Query(office="32.14"))
        .rows
    )
    assert list(rate["denominator"]) == [2]
    before = Query(office="32.14", by=("stage",), end="2023-12")
    rows = get("open_applications").read(seen_on(kept.snapshot, end), EVERYTHING, before).rows
    assert not rows["value"].fillna(0).any()


@pytest.mark.parametrize("name", ["hostile/ctl.csv"])
def test_a_control_character_is_left_out(kept, name):
    kept.load(case(name))
    types = list(kept.by("applications_received", "permit_type", "32.11"))
    assert all(t.isprintable() for t in types)
