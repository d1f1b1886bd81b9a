import csv

import duckdb
import pytest

from etl.paths import DATA
from etl.recognising.vocabulary import headings, normal, personal, words
from etl.schema import INSTITUTION_INDICATORS, columns_sql, element_slugs, elements, kinds

KINDS = pytest.mark.parametrize("kind", kinds())


@KINDS
def test_every_kind_makes_a_table(kind):
    con = duckdb.connect()
    con.execute(f"CREATE TABLE t ({columns_sql(kind)})")
    made = [row[0] for row in con.execute("DESCRIBE t").fetchall()]
    assert made == [f.name for f in kinds()[kind].fields]


@KINDS
def test_every_field_has_an_indonesian_title_and_no_name_means_two_fields(kind):
    seen = {}
    for field, heading in headings(kind).items():
        assert heading.title != field or kind == "survey"
        for word in heading.known:
            assert seen.setdefault(word, field) == field, f"{word}: {seen[word]} and {field}"


@KINDS
def test_keys_and_pairs_name_fields_of_the_kind(kind):
    names = kinds()[kind].by_name
    assert kinds()[kind].key
    assert all(a in names and b in names for a, b in kinds()[kind].order)


def test_keys_are_those_of_the_design():
    assert kinds()["applications"].key == ("office_code", "application_no")
    assert kinds()["stages"].key == ("office_code", "application_no", "stage", "run_no")
    assert kinds()["payments"].key == ("office_code", "receipt_no")
    assert kinds()["survey"].key == (
        "office_code", "period", "service", "rule", "sheet", "respondent_no",
    )  # fmt: skip
    assert kinds()["monthly_counts"].key == ("office_code", "permit_type", "month", "measure")


def test_types_are_those_of_the_facts():
    con = duckdb.connect()
    con.execute(f"CREATE TABLE t ({columns_sql('payments')})")
    types = dict(row[:2] for row in con.execute("DESCRIBE t").fetchall())
    assert types["paid_amount"] == "DECIMAL(18,2)"
    assert types["paid_at"] == "TIMESTAMP"
    assert types["receipt_no"] == "VARCHAR"


def test_the_three_rules_have_fourteen_nine_and_nine_elements():
    count = {r: sum(e.rule == r for e in elements()) for r in ("2004", "2014", "2017")}
    assert count == {"2004": 14, "2014": 9, "2017": 9}
    assert set(element_slugs()) <= set(kinds()["survey"].by_name)


def test_the_institution_declares_ten_indicators_with_evidence():
    names = kinds()["institution"].by_name
    assert len(INSTITUTION_INDICATORS) == 10
    assert all(n in names and f"{n}_evidence" in names for n in INSTITUTION_INDICATORS)


def test_the_tables_of_words_name_known_kinds_fields_and_enums():
    with (DATA / "headings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["kind"] == "*" or row["field"] in kinds()[row["kind"]].by_name
    with (DATA / "values.csv").open(encoding="utf-8", newline="") as file:
        enums = {f.enum for k in kinds().values() for f in k.fields}
        assert {row["enum"] for row in csv.DictReader(file)} <= enums


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("No. Permohonan", "application_no"),
        ("Nomor Pendaftaran", "application_no"),
        ("Tgl Masuk", "submitted_at"),
        ("TANGGAL TERBIT", "issued_at"),
        ("Jenis Izin", "permit_type"),
        ("application_no", "application_no"),
        ("Skala Usaha", "business_scale"),
    ],
)
def test_usual_headings_of_applications(heading, field):
    assert normal(heading) in headings("applications")[field].known


@pytest.mark.parametrize(
    "heading",
    [
        "Nama Pemohon",
        "NIK",
        "No. KTP",
        "Alamat Pemohon",
        "No HP",
        "E-mail",
        "Email",
        "NPWP",
        "Telp.",
    ],
)
def test_personal_columns_are_known(heading):
    assert personal(heading)


@pytest.mark.parametrize("heading", ["Nama Izin", "Jenis Izin", "Tanggal Terbit", "Saluran"])
def test_other_columns_are_not_personal(heading):
    assert personal(heading) is None


def test_words_of_cells_have_one_meaning():
    decision = words("decision").known
    assert decision[normal("Terbit")] == "issued"
    assert decision[normal("Ditolak")] == "rejected"
    assert decision[normal("Dalam proses")] == ""
    assert words("sex").known[normal("Laki-laki")] == "L"
