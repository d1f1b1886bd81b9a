import pytest

from etl.errors import Refused
from etl.reading.raw import Head
from etl.recognising.headings import recognise
from etl.recognising.vocabulary import headings
from etl.writing.templates import write_template
from tests.etl.intake import csv_file, read


def head(*columns):
    return Head("", columns, 1)


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("applications", ("Nomor Pendaftaran", "Jenis Perizinan", "Tgl Daftar", "Tgl Terbit")),
        ("applications", ("application_no", "submitted_at", "decision")),
        ("applications", ("No. Permohonan", "Status", "Tanggal Selesai")),
        ("stages", ("No Pendaftaran", "Nama Tahapan", "Tgl Mulai", "Tgl Selesai")),
        ("payments", ("No. SKRD", "Nilai Tagihan (Rp)", "Tgl Bayar", "Jumlah Bayar")),
        ("complaints", ("No. Tiket", "Kategori", "Tanggal Pengaduan", "Tanggal Tanggapan")),
        ("offices", ("Kode", "Nama Kabupaten", "Hari Kerja")),
        ("standards", ("Kode kantor", "Jenis Izin", "Berlaku sejak", "Waktu (hari kerja)")),
        ("monthly_counts", ("Jenis Izin", "Bulan", "Uraian", "Jumlah")),
        ("closures", ("Kode kantor", "Tanggal", "Alasan")),
        ("stage_map", ("activity", "stage", "desk", "clock")),
        ("permit_names", ("Nama izin setempat", "Jenis izin baku")),
        ("populations", ("Kode kantor", "Periode", "Populasi")),
        ("targets", ("Indikator", "Kode kantor", "Berlaku sejak", "Target")),
        ("nil", ("Kode kantor", "Jenis data", "Bulan")),
        ("survey", ("Responden", "Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk",
                    "Kompetensi", "Perilaku", "Pengaduan", "Sarana")),
    ],
)  # fmt: skip
def test_kinds_by_their_headings(kind, columns):
    found = recognise(head(*columns))
    assert found is not None
    assert found.kind == kind
    assert found.unused == ()


@pytest.mark.parametrize(
    "kind",
    ["applications", "stages", "payments", "complaints", "survey", "survey_counts", "standards",
     "offices", "permit_types", "permit_names", "stage_map", "closures", "targets", "populations",
     "monthly_counts", "institution", "nil"],
)  # fmt: skip
def test_the_canonical_names_and_the_indonesian_titles_are_recognised(kind):
    for columns in (headings(kind), [h.title for h in headings(kind).values()]):
        assert recognise(head(*columns)).kind == kind


def test_personal_columns_are_left_out_and_others_named():
    found = recognise(head("No. Permohonan", "Tgl Masuk", "Nama Pemohon", "NIK", "Warna map"))
    assert found.personal == ("Nama Pemohon", "NIK")
    assert found.unused == ("Warna map",)


def test_what_is_not_known_is_refused_with_what_was_seen(tmp_path):
    path = csv_file(tmp_path, "Warna,Berat\nmerah,3\n")
    with pytest.raises(Refused, match=r"Warna, Berat.*--kind"):
        read(path)


def test_a_kind_asked_for_says_which_columns_are_missing(tmp_path):
    path = csv_file(tmp_path, "No. Permohonan,Tgl Masuk\nA,2024-01-01\n")
    with pytest.raises(Refused, match=r"No\. bukti"):
        read(path, kind="payments", office="32.14")


def test_two_kinds_that_fit_alike_are_refused_with_both():
    columns = ("No. Permohonan", "Tgl Masuk", "Jenis Izin", "Tgl Terbit", "No. Tiket", "Kategori")
    with pytest.raises(Refused, match="permohonan izin atau pengaduan"):
        recognise(head(*columns))
    assert recognise(head(*columns), "complaints").kind == "complaints"


def test_a_kind_that_does_not_exist(tmp_path):
    with pytest.raises(Refused, match="applications"):
        read(write_template("nil", tmp_path / "t.xlsx"), kind="permohonan")


def test_a_list_of_bills_alone_is_keyed_by_their_numbers():
    alone = recognise(head("No. tagihan", "Nilai tagihan", "Nilai dibayar"), "payments")
    assert alone.columns["receipt_no"] == "No. tagihan"
    assert alone.columns["bill_no"] == "No. tagihan"  # instalments of one bill add up by it
    both = recognise(head("No. kuitansi", "No. tagihan", "Nilai tagihan"), "payments")
    assert both.columns["receipt_no"] == "No. kuitansi"
    assert both.columns["bill_no"] == "No. tagihan"
