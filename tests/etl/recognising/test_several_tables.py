"""A workbook of several tables: each sheet is read as what it is, none is lost in silence."""

from tests.etl.intake import read, workbook

REGISTER = [
    ["No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit"],
    ["A-1", "PBG", "2024-01-05", "2024-01-09"],
]
TALLY = [["REKAP IZIN TERBIT TAHUN 2024"], ["Bulan", "IMB", "SIUP"]]
TALLY += [["Januari", 4, 7], ["Februari", 5, 6]]
ADUAN = [["No Aduan", "Tgl Aduan", "Kategori"], ["K-1", "2024-03-05", "Biaya"]]
NOTES = [["Petunjuk pengisian"], ["Isi dengan benar"]]


def test_a_tally_beside_a_register_loses_neither(tmp_path):
    sheets = {"Rekap": TALLY, "Register": REGISTER, "Aduan": ADUAN, "Baca dulu": NOTES}
    got = read(workbook(tmp_path, sheets), office="32.14")
    assert {i.kind for i in got.items} == {"monthly_counts", "applications", "complaints"}
    assert len(got.rows("monthly_counts")) == 4
    assert len(got.rows("applications")) == len(got.rows("complaints")) == 1
    left = [x for i in got.items for x in i.left_out]
    assert [(x.sheet, x.row) for x in left] == [("Baca dulu", None)]


def test_two_kinds_of_tables_in_one_book(tmp_path):
    got = read(workbook(tmp_path, {"Izin": REGISTER, "Aduan": ADUAN}), office="32.14")
    assert {i.kind for i in got.items} == {"applications", "complaints"}


def test_tallies_of_two_shapes_in_one_book(tmp_path):
    long = [["Jenis Izin", "Bulan", "Tahun", "Jumlah"], ["PBG", "Maret", 2024, 3]]
    got = read(workbook(tmp_path, {"Lama": TALLY, "Baru": long}), office="32.14")
    counts = [n for i in got.items for p in i.parts for n in [p.read]]
    assert sorted(counts) == [1, 4]
