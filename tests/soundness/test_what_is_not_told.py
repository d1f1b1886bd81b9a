"""A column that is not there is not nought: status without dates, bills without amounts, decisions
without a day, money given back, instalments of one bill."""

from pathlib import Path

import pandas as pd
import pytest

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import publish

OFFICES = (
    "office_code,name,region_kind,province_code\n"
    "32.11,DPMPTSP Kabupaten Sumedang,kabupaten,32\n32.12,DPMPTSP Kabupaten Indramayu,kabupaten,32"
)


@pytest.fixture
def asked(tmp_path: Path):
    """Load CSV texts for the office, and ask figures of it: (value, note, notes, p90)."""

    def ask(*texts: str):
        store = Store(tmp_path / "store")
        for number, text in enumerate((OFFICES, *texts)):
            path = tmp_path / f"{number}.csv"
            path.write_text(text.strip() + "\n", encoding="utf-8")
            store.load(
                path, LoadOptions(kind="offices") if not number else LoadOptions(office="32.11")
            )
        publish(store)
        snapshot = open_snapshot(store.folder)

        def figure(name: str, **query):
            result = get(name).read(snapshot, EVERYTHING, Query(office="32.11", **query))
            row = result.rows.iloc[0]
            value = None if pd.isna(row["value"]) else row["value"]
            return value, row.get("note"), result.notes, row.get("p90")

        return figure

    return ask


STATUS_ONLY = "No Pengaduan,Tanggal,Kategori,Status\n" + "\n".join(
    f"{i},2024-03-{i + 1:02d},Layanan,{'Selesai' if i % 4 == 0 else 'Diproses'}" for i in range(8)
)


def test_a_status_tells_what_is_settled_and_nothing_of_time(asked):
    figure = asked(STATUS_ONLY)
    assert figure("resolution_rate")[0] == 0.25
    assert figure("open_complaints")[0] == 6
    for name in ("response_on_time", "resolution_days", "overdue_complaints"):
        value, note, _notes, _p90 = figure(name)
        assert value is None, name
        assert note, name


def test_a_status_beside_dates_leaves_out_those_without_and_says_how_many(asked):
    figure = asked(
        "No Pengaduan,Tanggal,Tanggal ditanggapi,Tanggal selesai,Status\n"
        "1,2024-03-01,2024-03-04,2024-03-05,Selesai\n"
        "2,2024-03-01,,,Selesai\n"
        "3,2024-03-01,2024-03-29,,Diproses\n"
        "4,2024-03-01,,,Diproses\n"
        "5,2024-05-01,2024-05-02,2024-05-02,Selesai"
    )
    assert figure("resolution_rate")[0] == pytest.approx(3 / 5)
    value, _note, notes, _p90 = figure("response_on_time", start="2024-03", end="2024-03")
    assert value == pytest.approx(1 / 3)  # 1 in time, 3 and 4 not, 2 nobody told
    assert any(n.startswith("1 pengaduan tanpa tanggal tanggapan") for n in notes)
    assert figure("open_complaints")[0] == 2


def test_a_register_that_tells_no_end_tells_neither_open_nor_settled(asked):
    figure = asked("No Pengaduan,Tanggal,Kategori\n1,2024-03-01,Layanan\n2,2024-04-01,Layanan")
    assert figure("complaints_received")[0] == 2
    for name in ("resolution_rate", "open_complaints", "overdue_complaints", "response_on_time"):
        value, note, _notes, _p90 = figure(name)
        assert value is None, name
        assert note, name


def test_a_register_with_empty_dates_is_a_register_of_unanswered_complaints(asked):
    figure = asked(
        "No Pengaduan,Tanggal,Tanggal ditanggapi,Tanggal selesai\n1,2024-03-01,,\n2,2024-04-30,,"
    )
    assert figure("resolution_rate")[0] == 0
    assert figure("open_complaints")[0] == 2
    assert figure("overdue_complaints")[0] == 1


BILLS = "No. SKRD,No. bukti,Tanggal SKRD,Nilai tagihan,Tanggal bayar,Nilai dibayar,Cara bayar\n"


def test_no_amount_is_no_value_and_some_is_a_note(asked):
    figure = asked(
        BILLS + "S1,B1,2024-03-01,,2024-03-04,1000000,Bank\nS2,B2,2024-03-01,,2024-03-05,500000,"
    )
    assert figure("paid")[0] == 1_500_000
    assert figure("billed")[0] is None
    assert figure("collection_rate")[0] is None
    assert figure("bank_share")[0] == 1
    assert figure("bank_share")[2][-1].startswith("1 pembayaran yang caranya")


def test_what_is_given_back_is_taken_off_and_is_no_payment(asked):
    figure = asked(
        BILLS + "S1,B1,2024-03-01,1000000,2024-03-04,1200000,Bank\n"
        "S1,B2,2024-03-01,1000000,2024-04-10,-200000,Bank"
    )
    assert figure("paid")[0] == 1_000_000
    assert figure("paid", start="2024-03", end="2024-03")[0] == 1_200_000
    assert figure("billed")[0] == 1_000_000
    assert figure("collection_rate")[0] == 1.0
    assert figure("days_to_pay")[0] == 1
    assert figure("unpaid_bills")[0] == 0


def test_instalments_known_by_the_number_of_the_bill_alone_add_up(asked):
    lines = (
        "No. SKRD,Nilai tagihan,Tanggal tagihan,Nilai dibayar,Tanggal bayar\n"
        "S1,1000000,2024-03-01,400000,2024-03-04\nS1,1000000,2024-03-01,600000,2024-03-11\n"
        "S2,500000,2024-03-01,,"
    )
    figure = asked(lines)
    assert figure("billed")[0] == 1_500_000
    assert figure("paid")[0] == 1_000_000
    assert figure("unpaid_bills")[0] == 1


def test_lines_that_bill_one_number_otherwise_contradict_each_other(asked, tmp_path):
    figure = asked(
        "No. SKRD,Nilai tagihan,Tanggal tagihan,Nilai dibayar,Tanggal bayar\n"
        "S1,1000000,2024-03-01,400000,2024-03-04\nS1,900000,2024-03-01,600000,2024-03-11\n"
        "S2,500000,2024-03-01,500000,2024-03-11"
    )
    assert figure("paid")[0] == 500_000


UNDATED = "No Pendaftaran,Jenis Izin,Tanggal Masuk,Tanggal Terbit,Status\n" + "\n".join(
    [f"A{i},SIUP,2024-03-0{i},2024-03-1{i},Terbit" for i in range(1, 7)]
    + [f"R{i},SIUP,2024-03-0{i},,Ditolak" for i in range(1, 5)]
)


def test_a_decision_without_a_date_is_decided_and_in_no_figure_of_time(asked):
    figure = asked(UNDATED)
    value, _note, notes, _p90 = figure("issue_rate")
    assert value == 0.6
    assert any("4 keputusan tanpa tanggal" in n for n in notes)
    value, note, _notes, _p90 = figure("applications_rejected")
    assert value is None
    assert note.startswith("4 keputusan tanpa tanggal")
    assert figure("permits_issued")[0] == 6
    assert figure("open_applications")[0] == 0
    for name in ("processing_time", "expected_days", "clearance_rate"):
        assert any("4 keputusan tanpa tanggal" in n for n in figure(name)[2]), name


def test_a_kaplan_meier_median_has_the_curves_p90(asked):
    """Of ten cases nine end after 1 to 9 working days and one goes on: p90 is the curve's."""
    lines = "No Pendaftaran,Jenis Izin,Tanggal Masuk,Tanggal Terbit,Status\n"
    ends = ("05", "06", "07", "08", "13", "14", "15", "18", "19")
    lines += "".join(f"A{i},SIUP,2024-03-04,2024-03-{d},Terbit\n" for i, d in enumerate(ends))
    lines += "A9,SIUP,2024-03-04,,Proses\nB1,SIUP,2024-04-01,2024-04-30,Terbit"
    figure = asked(lines)
    found = figure("expected_days", start="2024-03", end="2024-03")
    assert (found[0], found[3]) == (5, 9)  # of the nine that ended alone it would be 8.2


APPLICATIONS = "No Permohonan,Jenis Izin,Tanggal Masuk,Tanggal Terbit{more}\n" + "\n".join(
    f"A{i},PBG,2024-03-{i + 1:02d},2024-04-{i + 1:02d}{{{i}}}" for i in range(8)
)


@pytest.mark.parametrize(("noted", "share"), [(False, None), (True, 0.25)])
def test_permits_served_together_are_known_where_their_file_is_noted(asked, noted, share):
    files = [",B1", ",B1", *([","] * 6)] if noted else [""] * 8
    figure = asked(APPLICATIONS.format(*files, more=",No Paket" if noted else ""))
    value, note, _notes, _p90 = figure("parallel_share")
    assert value == share
    assert bool(note) is not noted
    assert figure("applications_received")[0] == 8


LISTED = "No. SKRD,Tanggal SKRD,Nilai tagihan"


def _none(figure, *names: str, **query) -> None:
    for name in names:
        value, note, _notes, _p90 = figure(name, **query)
        assert value is None, name
        assert note, name


def test_a_list_of_bills_tells_nothing_of_what_was_paid(asked):
    figure = asked(f"{LISTED}\nS1,2024-01-05,1000000\nS2,2024-01-15,500000\nS3,2024-02-15,700000")
    assert figure("billed")[0] == 2_200_000
    _none(figure, "paid", "collection_rate", "unpaid_bills", "days_to_pay", "bank_share")
    _none(figure, "paid", "collection_rate", start="2024-01", end="2024-01")


def test_a_list_of_bills_is_unpaid_where_receipts_that_are_as_late_say_nothing_of_them(asked):
    figure = asked(
        f"{LISTED}\nS1,2024-01-05,1000000\nS2,2024-01-15,500000\nS3,2024-02-15,700000",
        "No SKRD,No STS,Tanggal setor,Jumlah setor\nS1,T1,2024-01-08,1000000\n"
        "S9,T2,2024-01-31,50000",
    )
    # S2 was billed before the last receipt: unpaid. Of S3, billed after it, nobody told.
    value, _note, notes, _p90 = figure("collection_rate")
    assert value == pytest.approx(1_000_000 / 1_500_000)
    assert notes[-1].startswith("1 tagihan yang nilai atau pembayarannya")
    assert figure("paid")[0] == 1_050_000
    assert figure("unpaid_bills")[0] == 1


def test_an_amount_without_its_day_counts_where_no_day_is_needed(asked):
    figure = asked(
        f"{LISTED},Realisasi\nS1,2024-01-05,1000000,1000000\nS2,2024-01-15,500000,\n"
        "S3,2024-02-15,700000,350000"
    )
    assert figure("collection_rate")[0] == pytest.approx(1_350_000 / 2_200_000)
    assert figure("unpaid_bills")[0] == 2  # S2, and S3 in part
    _none(figure, "paid", "days_to_pay", "bank_share_amount")


def test_a_status_of_the_bill_tells_what_is_paid(asked):
    figure = asked(
        f"{LISTED},Status Pembayaran\nS1,2024-01-05,1000000,Lunas\nS2,2024-01-15,500000,Belum\n"
        "S3,2024-02-15,700000,LUNAS\nS4,2024-02-16,900000,"
    )
    value, _note, notes, _p90 = figure("collection_rate")
    assert value == pytest.approx(1_700_000 / 2_200_000)
    assert notes[-1].startswith("1 tagihan")  # S4: neither
    assert figure("unpaid_bills")[0] == 1
    _none(figure, "paid", "days_to_pay")


def test_paid_bills_that_keep_their_amount_leave_no_share_of_the_others(asked):
    figure = asked(
        f"{LISTED},Tanggal bayar\nS1,2024-01-05,1000000,2024-01-08\nS2,2024-01-15,500000,\n"
        "S3,2024-02-15,700000,2024-02-20"
    )
    _none(figure, "paid", "collection_rate")
    assert figure("unpaid_bills")[0] == 1
    assert figure("days_to_pay")[0] == 3


def test_receipts_alone_tell_nothing_of_the_bills(asked):
    figure = asked("No STS,Tanggal setor,Jumlah setor\nT1,2024-01-08,1000000\nT2,2024-02-09,500000")
    assert figure("paid")[0] == 1_500_000
    _none(figure, "billed", "collection_rate", "unpaid_bills", "days_to_pay")
