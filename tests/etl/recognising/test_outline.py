"""Which heading is read as which field, and a mapping made of it."""

import tomllib

from etl.loads import LoadOptions
from etl.reading.opening import open_path
from etl.recognising.outline import outline, to_toml
from tests.etl.intake import KNOWN, csv_file, read, workbook

U9 = [f"U{i}" for i in range(1, 10)]
PERMITS = "Kode kantor,No. permohonan,Jenis izin,Tanggal masuk,NIK\n32.14,A-1,PBG,05/10/2025,1\n"
SURVEY = {
    "IMB": [["No", "L/P", *U9], [1, "L", *[4] * 9]],
    "SIUP": [["No", "Jenis kelamin", *U9], [1, "P", *[3] * 9]],
}


def of(path, tmp_path, **options):
    return outline(list(open_path(path, tmp_path)), LoadOptions(**options))


def test_a_table_says_its_kind_and_leaves_personal_matter_out(tmp_path):
    found = of(csv_file(tmp_path, PERMITS), tmp_path)
    assert found.kind == "applications"
    assert found.read_as["submitted_at"] == ("Tanggal masuk",)
    assert "NIK" not in found.headings
    assert dict(found.fields)["submitted_at"] == "Tanggal permohonan"


def test_the_signature_is_of_the_headings_and_not_of_the_rows(tmp_path):
    one = of(csv_file(tmp_path, PERMITS, "a.csv"), tmp_path)
    two = of(csv_file(tmp_path, PERMITS + "32.14,A-2,PBG,06/10/2025,2\n", "b.csv"), tmp_path)
    other = of(csv_file(tmp_path, PERMITS.replace("masuk", "datang"), "c.csv"), tmp_path)
    assert one.signature == two.signature != other.signature


def test_a_survey_offers_the_elements_of_its_rule_and_every_sheets_headings(tmp_path):
    found = of(workbook(tmp_path, SURVEY), tmp_path, period="2024-S1")
    assert (found.kind, found.drawn) == ("survey", True)
    assert found.fields[0] == ("persyaratan", "U1 Persyaratan")
    assert found.read_as["sarana"] == ("U9",)
    assert found.read_as["sex"] == ("L/P", "Jenis kelamin")


def test_headings_nobody_knows_wait_for_a_person(tmp_path):
    book = workbook(tmp_path, {"A": [["No", *(f"A{i}" for i in range(1, 10))], [1, *[4] * 9]]})
    assert of(book, tmp_path).kind == ""
    asked = of(book, tmp_path, kind="survey")
    assert asked.headings[1:] == tuple(f"A{i}" for i in range(1, 10))
    assert "persyaratan" not in asked.read_as
    assert "persyaratan" in dict(asked.fields)


def test_a_file_of_several_kinds_has_no_outline(tmp_path):
    offices = [["Kode kantor", "Nama kantor", "Jenis daerah"], ["32.14", "DPMPTSP", "kabupaten"]]
    heads, row, _end = PERMITS.split("\n")
    permits = [heads.split(","), row.split(",")]
    assert of(workbook(tmp_path, {"A": offices, "B": permits}), tmp_path) is None


def test_a_mapping_of_what_was_read_reads_the_same(tmp_path):
    for path in (csv_file(tmp_path, PERMITS), workbook(tmp_path, SURVEY)):
        found = of(path, tmp_path, period="2024-S1")
        place = tmp_path / "pemetaan.toml"
        place.write_text(to_toml(found.kind, found.read_as), encoding="utf-8")
        said = {"office": "32.14", "period": "2024-S1"}
        plain, mapped = read(path, KNOWN, **said), read(path, KNOWN, mapping=place, **said)
        assert {(k, v) for r in mapped.rows() for k, v in r.items() if k != "service"} == {
            (k, v) for r in plain.rows() for k, v in r.items() if k != "service"
        }


def test_odd_headings_come_through_toml_unchanged():
    odd = 'Kolom "A"\\B\n(dua baris)\x7f'
    made = tomllib.loads(to_toml("survey", {"sarana": (odd,), "sex": ("a", "b")}))
    assert made == {"kind": "survey", "fields": {"sarana": odd, "sex": ["a", "b"]}}
