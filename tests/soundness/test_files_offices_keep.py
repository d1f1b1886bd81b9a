"""The shared small files that went wrong once: the figure that each must give."""

import pytest

from etl.errors import Refused
from tests.soundness.kept_files import case, house


@pytest.fixture
def kept(tmp_path):
    return house(tmp_path)


def day(value):
    return str(value)[:10]


def rows_of(kept, table, columns, order):
    with kept.store.writer() as con:
        return con.execute(f"SELECT {columns} FROM facts.{table} ORDER BY {order}").fetchall()


def test_payments_under_a_total_and_a_signature(kept):
    got = kept.load(case("payments_total_row.xlsx"), office="32.11")
    assert (got.total.read, got.total.accepted, len(got.left_out)) == (3, 3, 2)
    assert kept.value("paid") == 3_000_000


def test_payments_headed_total_bayar(kept):
    kept.load(case("payments_without_amount.xlsx"), office="32.11")
    assert kept.value("paid") == 3_000_000


def test_a_complaint_answered_twice(kept):
    got = kept.load(case("comp.csv"))
    assert (got.total.read, got.total.accepted, got.total.unchanged) == (4, 3, 1)
    rows = rows_of(kept, "current_complaints", "complaint_no, responded_at, resolved_at", "1")
    assert [(n, day(a), day(b)) for n, a, b in rows[:1]] == [("K1", "2024-03-04", "2024-03-25")]


def test_received_is_no_decision(kept):
    kept.load(case("status_diterima.xlsx"), office="32.11")
    assert kept.value("open_applications") == 4
    assert kept.value("permits_issued") == 6


def test_a_case_opened_again(kept):
    kept.load(case("reopened.csv"))
    assert kept.value("permits_issued", "32.15") == 2
    assert kept.by("permits_issued", "month", "32.15")["2024-02"] == 1


def test_a_case_that_goes_on_in_the_next_month_s_sheet(kept):
    kept.load(case("two_sheets.xlsx"))
    assert kept.value("permits_issued", "32.01") == 2
    assert "lembar Januari baris 2" in kept.notes


def test_a_renewal_under_the_same_number(kept):
    kept.load(case("renew1.csv"))
    kept.load(case("renew2.csv"))
    assert "izin terbit 2022-03: 1 → 0" in kept.notes
    assert "2022-03-01 → 2023-03-01" in kept.notes


def test_records_that_come_late(kept):
    kept.load(case("late1.csv"))
    kept.load(case("late2.csv"))
    assert "izin terbit 2024-01: 5 → 8" in kept.notes


def test_a_sheet_a_service(kept):
    kept.load(case("sheet_per_service.xlsx"), office="32.11")
    assert kept.by("permits_issued", "permit_type") == {"IMB": 1, "SIUP": 1}


def test_a_heading_in_two_lines(kept):
    kept.load(case("two_line_heading.xlsx"), office="32.11")
    assert kept.value("applications_received") == 2
    assert kept.value("permits_issued") == 2
    assert kept.value("processing_time") == 5


def test_an_oss_export(kept):
    kept.load(case("oss_headings.xlsx"), office="32.11")
    assert kept.value("applications_received") == 2
    assert kept.by("permits_issued", "month")["2024-01"] == 1
    assert "Izin Usaha" in kept.by("permits_issued", "permit_type")


@pytest.mark.parametrize(
    ("name", "read", "left"), [("signature_block.xlsx", 1, 3), ("total_row.xlsx", 1, 1)]
)
def test_lines_that_are_no_records(kept, name, read, left):
    got = kept.load(case(name), office="32.11")
    assert (got.total.read, got.total.rejected, len(got.left_out)) == (read, 0, left)


def test_a_hidden_sheet_and_a_formula_without_a_value(kept):
    got = kept.load(case("hidden_sheet.xlsx"))
    assert [(x.sheet, x.why) for x in got.left_out] == [("Lama", "lembar tersembunyi")]
    kept.load(case("formula_nocache.xlsx"))
    assert "rumus tanpa nilai" in kept.notes


def test_tallies_in_four_shapes(kept):
    kept.load(case("tally_issued_only.xlsx"), office="32.11")
    assert kept.value("permits_issued") == 9
    for name in ("applications_received", "applications_rejected", "issue_rate"):
        assert kept.value(name) is None, name
    kept.load(case("tally_long.csv"), office="32.12")
    assert kept.value("permits_issued", "32.12") == 11
    kept.load(case("tally_months_down.xlsx"), office="32.13")
    assert kept.by("permits_issued", "month", "32.13") == {"2024-01": 11, "2024-02": 11}
    kept.load(case("tally_sheet_per_month.xlsx"), office="32.14")
    for name, n in (
        ("applications_received", 12),
        ("permits_issued", 11),
        ("applications_rejected", 1),
    ):
        assert kept.by(name, "month", "32.14") == {"2024-01": n, "2024-02": n}


def test_numbers_that_excel_shortened(kept):
    with pytest.raises(Refused, match="Excel memendekkan nomor ini; jadikan kolom teks"):
        kept.load(case("sci_same.csv"))


def test_numbers_of_sixteen_digits(kept):
    kept.load(case("num16_apps.xlsx"))
    kept.load(case("num16_stages.csv"))
    rows = rows_of(kept, "current_applications", "application_no", "1")
    assert [n for (n,) in rows] == [f"320101234567890{i}" for i in (1, 2, 3)]
    assert kept.value("processing_time", "36.01") == 4


def test_an_office_in_the_east(kept):
    kept.load(case("tz_wit.csv"))
    assert kept.by("applications_received", "month", "94.01") == {"2024-02": 2, "2024-03": 0}
    assert kept.by("permits_issued", "month", "94.01")["2024-03"] == 2


def test_an_office_that_nobody_named_costs_its_rows(kept, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "Kode kantor,No. permohonan,Tanggal masuk\n32.11,A,2024-01-05\n99.99,B,2024-01-05\n"
    )
    got = kept.load(path)
    assert (got.total.accepted, got.total.rejected) == (1, 1)
