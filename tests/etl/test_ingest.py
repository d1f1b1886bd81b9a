import json
import zipfile
from dataclasses import replace

import pytest

from etl.errors import Refused
from etl.loads import Known
from tests.etl.intake import KNOWN, csv_file, read, workbook

HEAD = "No. Permohonan,Jenis Izin,Tanggal Masuk"
TABLE = f"{HEAD}\nA,PBG,2024-01-05\nB,PBG,2024-01-06\n"


def fingerprint(path, **options):
    return read(path, **options).item.fingerprint


def test_a_file_is_the_same_by_bytes_kind_and_options(tmp_path):
    path = csv_file(tmp_path, TABLE)
    same = fingerprint(path, office="32.14")
    assert fingerprint(csv_file(tmp_path, TABLE, "nama lain.csv"), office="32.14") == same
    assert fingerprint(path, office="32.10") != same
    assert fingerprint(path, office="32.14", period="2024") != same
    assert fingerprint(csv_file(tmp_path, f"{TABLE}C,PBG,2024-01-07\n"), office="32.14") != same


def test_the_mapping_s_text_is_part_of_the_fingerprint(tmp_path):
    toml = tmp_path / "m.toml"
    path = csv_file(tmp_path, TABLE)
    prints = set()
    for comment in ("", "# lain"):
        toml.write_text(
            f'{comment}\nkind = "applications"\n[fields]\napplication_no = "No. Permohonan"\n'
            'submitted_at = "Tanggal Masuk"\n'
        )
        prints.add(fingerprint(path, office="32.14", mapping=toml))
    assert len(prints) == 2


def test_a_file_in_effect_is_not_read_again(tmp_path):
    path = csv_file(tmp_path, TABLE)
    known = replace(KNOWN, fingerprints=frozenset({fingerprint(path, office="32.14")}))
    assert read(path, known=known, office="32.14").item.parts == ()


def test_headings_alone_are_refused_with_the_nil_report(tmp_path):
    with pytest.raises(Refused, match="monev nil"):
        read(csv_file(tmp_path, f"{HEAD}\n"), office="32.14")
    with pytest.raises(Refused, match="monev nil"):
        read(workbook(tmp_path, {"Data": [HEAD.split(",")]}), office="32.14")


def test_every_row_rejected_is_refused_with_the_first_reason(tmp_path):
    with pytest.raises(Refused, match=r"Semua 1 baris.*baris 2.*kalender"):
        read(csv_file(tmp_path, f"{HEAD}\nA,PBG,31/02/2024\n"), office="32.14")


def test_the_option_to_give_is_named(tmp_path):
    with pytest.raises(Refused, match="--office"):
        read(csv_file(tmp_path, TABLE))


def test_an_office_column_goes_before_the_option_that_fills_its_blanks(tmp_path):
    text = f"Kode kantor,{HEAD}\n32.10,A,PBG,2024-01-05\n,B,PBG,2024-01-06\n"
    rows = read(csv_file(tmp_path, text), office="32.14").rows()
    assert [r["office_code"] for r in rows] == ["32.10", "32.14"]


def test_personal_columns_never_reach_the_table_and_are_named(tmp_path):
    text = f"{HEAD},Nama Pemohon,NIK,Alamat\nA,PBG,2024-01-05,Siti,3201010101010001,Jl. Mawar\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert "Siti" not in str(got.rows())
    assert "3201010101010001" not in str(got.rows())
    (note,) = [n for n in got.item.notes if "pribadi" in n]
    assert all(name in note for name in ("Nama Pemohon", "NIK", "Alamat"))


def test_no_table_but_those_of_the_parts_stays_behind(tmp_path):
    got = read(csv_file(tmp_path, TABLE), office="32.14")
    left = got.con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    part = got.part()
    assert {t for (t,) in left} == {part.table, part.rejects, part.raw}
    assert got.con.execute("SELECT count(*) FROM duckdb_views() WHERE NOT internal").fetchall() == [
        (0,)
    ]


def test_a_first_store_loads_the_offices_before_anything_else(tmp_path):
    empty = Known()
    offices = csv_file(tmp_path, "office_code,name\n32.14,Kabupaten Purwakarta\n", "o.csv")
    assert read(offices, known=empty).part().read == 1
    with pytest.raises(Refused, match=r"32\.14.*belum dikenal"):
        read(csv_file(tmp_path, TABLE), known=empty, office="32.14")


def test_a_recap_is_told_by_its_manifest(tmp_path):
    path = tmp_path / "rekap.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("manifest.json", json.dumps({"format": 1, "offices": {"32.14": {}}}))
        file.writestr("32.14/flow.parquet", b"")
    item = read(path).item
    assert (item.kind, item.parts) == ("recap", ())
    assert item.recap.manifest["offices"] == {"32.14": {}}
    with pytest.raises(Refused, match="wewenang"):
        read(path, scope_offices=frozenset({"32.10"}))


def test_a_layout_goes_through_the_same_checks(tmp_path):
    rows = [
        ["REKAP IZIN TERBIT TAHUN 2024"],
        ["NO", "JENIS IZIN", "JANUARI", "FEBRUARI", "MARET"],
        [1, "PBG", 3, 0, 4],
        [2, "SIP", 1, -2, 5],
        ["", "JUMLAH", 4, -2, 9],
    ]
    got = read(workbook(tmp_path, {"2024": rows}), office="32.14")
    assert got.item.kind == "monthly_counts"
    assert len(got.rows()) == 5
    (reject,) = got.rejects()
    assert (reject["row"], reject["column"], reject["value"]) == (4, "D4", "-2")
    assert got.item.reconciliation is not None
