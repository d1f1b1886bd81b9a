from datetime import date, datetime
from decimal import Decimal

import pytest

from etl.errors import Refused
from etl.loads import Known
from tests.etl.intake import csv_file, read

HEAD = "Kode kantor,No. Permohonan,Jenis Izin,Tanggal Masuk,Tanggal Terbit,Status"
GOOD = "32.14,A1,PBG,2024-01-05,2024-01-09,Terbit\n"


def applications(folder, rows, **options):
    return read(csv_file(folder, f"{HEAD}\n{GOOD}{rows}"), **options)


def told(got, kind=None):
    return [(r["row"], r["column"], r["value"]) for r in got.rejects(kind)]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("32.14,,PBG,2024-01-05,,", "No. Permohonan", None),
        ("32.14,B,PBG,,,", "Tanggal Masuk", None),
        ("32.14,B,PBG,31/02/2024,,", "Tanggal Masuk", "31/02/2024"),
        ("32.14,B,PBG,01/01/1900,,", "Tanggal Masuk", "01/01/1900"),
        ("32.14,B,PBG,0001-01-01,,", "Tanggal Masuk", "0001-01-01"),
        ("32.14,B,PBG,2024-01-05,2024-01-04,", "Tanggal Terbit", "2024-01-04"),
        ("32.14,B,PBG,2062-01-05,,", "Tanggal Masuk", "2062-01-05"),
    ],
)
def test_a_row_at_fault_is_rejected_with_its_cell(tmp_path, row, column, value):
    got = applications(tmp_path, f"{row}\n")
    assert told(got) == [(3, column, value)]
    assert got.rejects()[0]["reason"].endswith(".")
    assert [r["application_no"] for r in got.rows()] == ["A1"]
    assert (got.part().read, got.part().rejected) == (2, 1)


def test_all_faults_of_a_row_are_told_at_once(tmp_path):
    got = applications(tmp_path, "32.14,,PBG,31/02/2024,30/02/2024,\n")
    assert {c for _r, c, _v in told(got)} == {"No. Permohonan", "Tanggal Masuk", "Tanggal Terbit"}
    assert got.part().rejected == 1


def test_tomorrow_is_possible_and_the_day_after_is_not(tmp_path):
    rows = "32.14,B,PBG,2024-01-02,,\n32.14,C,PBG,2024-01-03,,\n"
    path = csv_file(tmp_path, f"{HEAD}\n{rows}")
    assert told(read(path, today=date(2024, 1, 1))) == [(3, "Tanggal Masuk", "2024-01-03")]


def test_a_permit_issued_on_the_day_it_came_in_is_no_fault(tmp_path):
    got = applications(tmp_path, "32.14,B,PBG,2024-01-05 09:30,2024-01-05,\n")
    assert got.part().rejected == 0
    got = applications(tmp_path, "32.14,B,PBG,2024-01-05 09:30,2024-01-05 08:00,\n")
    assert got.part().rejected == 1


def test_a_key_twice_with_different_values_rejects_both_and_names_the_other(tmp_path):
    got = applications(tmp_path, "32.14,B,PBG,2024-01-05,,\n32.14,B,SIP,2024-01-05,,\n")
    assert told(got) == [(3, "No. Permohonan", "B"), (4, "No. Permohonan", "B")]
    assert "baris 4" in got.rejects()[0]["reason"]
    assert "baris 3" in got.rejects()[1]["reason"]
    assert got.item.rejected_offices == {("applications", "32.14"): 2}


def test_a_row_repeated_exactly_counts_once(tmp_path):
    got = applications(tmp_path, GOOD + GOOD)
    part = got.part()
    assert (part.read, part.rejected, part.duplicates, len(got.rows())) == (3, 0, 2, 1)


def test_the_same_number_in_two_offices_is_two_applications(tmp_path):
    assert applications(tmp_path, GOOD.replace("32.14", "32.10")).part().duplicates == 0


def test_offices_outside_the_person_s_scope_are_rejected(tmp_path):
    got = applications(tmp_path, "32.10,B,PBG,2024-01-05,,\n", scope_offices=frozenset({"32.14"}))
    assert told(got) == [(3, "Kode kantor", "32.10")]
    with pytest.raises(Refused, match="Semua 1 baris"):
        read(csv_file(tmp_path, f"{HEAD}\n{GOOD}"), scope_offices=frozenset())


def test_an_office_that_nobody_named_rejects_its_rows_alone(tmp_path):
    got = applications(tmp_path, "51.99,B,PBG,2024-01-05,,\n")
    assert told(got) == [(3, "Kode kantor", "51.99")]
    assert "belum dikenal" in got.rejects()[0]["reason"]
    assert [r["application_no"] for r in got.rows()] == ["A1"]


def test_unusual_values_are_kept_and_noted(tmp_path):
    got = applications(tmp_path, "32.14,B,Izin Baru,2024-01-06,,Menunggu hujan\n")
    assert got.rows()[1]["permit_type"] == "Izin Baru"
    assert got.rows()[1]["decision"] is None
    notes = " ".join(got.item.notes)
    assert "Izin Baru" in notes
    assert "Menunggu hujan (1)" in notes


def test_known_words_become_canonical(tmp_path):
    got = applications(
        tmp_path, "32.14,B,PBG,2024-01-06,,dalam proses\n32.14,C,PBG,2024-01-06,,TOLAK\n"
    )
    assert [r["decision"] for r in got.rows()] == ["issued", None, "rejected"]
    assert not any("tidak dikenal" in n for n in got.item.notes)


def test_an_issue_date_without_a_decision_is_a_decision(tmp_path):
    got = applications(tmp_path, "32.14,B,PBG,2024-01-05,2024-01-08,\n")
    assert got.rows()[1]["decision"] == "issued"


def test_issued_at_follows_from_the_decision_when_no_column_gives_it(tmp_path):
    text = (
        "No. Permohonan,Tanggal Masuk,Tanggal Keputusan,Status\n"
        "A,2024-01-05,2024-01-09,Terbit\nB,2024-01-05,2024-01-09,Ditolak\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    assert [r["issued_at"] for r in got.rows()] == [datetime(2024, 1, 9), None]
    assert "issued_at" in got.part().columns


def test_a_status_only_export_does_not_assert_the_dates_it_lacks(tmp_path):
    got = read(csv_file(tmp_path, "No. Permohonan,Status\nA,Ditolak\n"), office="32.14")
    assert got.part().columns == ("office_code", "application_no", "decision")
    assert any("Tanggal permohonan" in n for n in got.item.notes)


def test_payments(tmp_path):
    text = (
        "No. SKRD,Nilai Tagihan (Rp),Tgl Tagihan,Jumlah Bayar,Tgl Bayar,Metode\n"
        '1,1.250.000,05/01/2024,"Rp 1.250.000",15/01/2024,Transfer Bank\n'
        "2,-500,05/01/2024,,,\n3,seratus,05/01/2024,,,\n4,100,15/01/2024,100,14/01/2024,QRIS\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    (row,) = got.rows()
    assert row["billed_amount"] == row["paid_amount"] == Decimal("1250000")
    assert row["method"] == "bank"
    assert [r for r, _c, _v in told(got)] == [3, 4, 5]


def test_stages_are_numbered_by_their_order_in_time(tmp_path):
    text = (
        "No. Permohonan,Tahapan,Mulai,Selesai\n"
        "A,Verifikasi,2024-01-09,2024-01-10\nA,Verifikasi,2024-01-05,2024-01-06\n"
        "A,Verifikasi,2024-01-05,2024-01-06\nA,Cetak,2024-01-11,\nB,Verifikasi,2024-01-05,\n"
    )
    got = read(csv_file(tmp_path, text), office="32.14")
    runs = {
        (r["application_no"], r["stage"], str(r["started_at"])[:10]): r["run_no"]
        for r in got.rows()
    }
    assert runs == {
        ("A", "Verifikasi", "2024-01-05"): 1,
        ("A", "Verifikasi", "2024-01-09"): 2,
        ("A", "Cetak", "2024-01-11"): 1,
        ("B", "Verifikasi", "2024-01-05"): 1,
    }
    assert got.part().duplicates == 1
    assert {"run_no", "seq"} <= set(got.part().columns)


ELEMENTS = "Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana"
SURVEY = {"kind": "survey", "office": "32.14", "period": "Semester I 2024", "rule": "2017"}


def survey(folder, rows):
    return read(csv_file(folder, f"Responden,{ELEMENTS}\n" + "\n".join(rows) + "\n"), **SURVEY)


def test_a_survey_by_element_names(tmp_path):
    got = survey(tmp_path, [f"{i},4,3,3,4,4,3,4,4,{4 if i % 2 else ''}" for i in range(1, 21)])
    row = got.rows()[0]
    assert (row["period"], row["rule"], row["service"], row["sheet"]) == ("2024-S1", "2017", "", "")
    assert (row["persyaratan"], row["sarana"]) == (4, 4)
    assert got.rows()[1]["sarana"] is None


def test_one_score_outside_the_scale_rejects_its_row(tmp_path):
    rows = [f"{i},4,3,3,4,4,3,4,4,4" for i in range(1, 21)]
    got = survey(tmp_path, [*rows, "21,5,3,3,4,4,3,4,4,4"])
    assert told(got) == [(22, "Persyaratan", "5")]


def test_a_survey_on_another_scale_is_refused(tmp_path):
    rows = [f"{i},{5 if i % 3 else 4},3,3,4,4,3,4,4,4" for i in range(1, 21)]
    with pytest.raises(Refused, match="skala 1–4"):
        survey(tmp_path, rows)


@pytest.mark.parametrize("option", ["office", "period"])
def test_what_a_survey_does_not_say_must_be_given(tmp_path, option):
    given = {k: v for k, v in SURVEY.items() if k != option}
    path = csv_file(tmp_path, f"Responden,{ELEMENTS}\n1,4,3,3,4,4,3,4,4,4\n")
    with pytest.raises(Refused, match=f"--{option}"):
        read(path, **given)


@pytest.mark.parametrize(
    ("ninth", "rule"), [("Sarana dan prasarana", "2017"), ("Maklumat", "2014")]
)
def test_an_element_that_only_one_rule_has_tells_the_rule(tmp_path, ninth, rule):
    names = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku"]
    heading = ",".join(["Responden", *names, "Pengaduan", ninth])
    path = csv_file(tmp_path, f"{heading}\n1,4,3,3,4,4,3,4,4,4\n")
    given = {k: v for k, v in SURVEY.items() if k != "rule"}
    (row,) = read(path, **given).rows()
    assert row["rule"] == rule


def test_a_code_of_offices_and_a_blank_stage(tmp_path):
    known = Known(offices=frozenset({"32.14"}))
    text = (
        "Kode kantor,Jenis Izin,Berlaku sejak,Waktu (hari kerja),Biaya (Rp)\n32,PBG,01/01/2027,7,\n"
    )
    (row,) = read(csv_file(tmp_path, text), known=known).rows()
    assert (row["office_code"], row["stage"], row["working_days"]) == ("32", "", 7)
    assert row["valid_from"] == date(2027, 1, 1)
