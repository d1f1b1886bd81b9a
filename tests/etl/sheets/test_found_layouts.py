"""Layouts that offices' own programs print, rebuilt with made-up rows: read, or refused by name."""

import pytest

from etl.errors import Refused
from tests.etl.intake import read, workbook

#: (heading, row, fields of the application or what is counted)
REGISTERS = [
    (
        "No.|Tanggal Pengajuan|Nomor Permohonan|Jenis Izin|Jenis Permohonan|Nama Pemohon|"
        "No. Identitas|Telp./HP. Pemohon|Email|Lokasi|Nomor Izin|Tanggal Pengesahan|Lama Proses",
        "1|05-01-2024|P-1|SIP|Baru|A|3|0|a|Jl|503/1|12-01-2024|5",
    ),
    (
        "No.|Nomor Permohonan|Jenis Izin|Nama Pemohon|Tanggal Diterima|Tanggal Penetapan|"
        "Nomor Izin|Lama Waktu|Durasi|Melebihi SOP|Selesai",
        "1|P-1|SIP|A|05-01-2024|12-01-2024|503/1|5 hari|5|tidak|ya",
    ),
    (
        "No Pendaftaran|Nama Izin|Nama Pemohon|Alamat|Tgl Daftar|Tgl Selesai|No SK|Status Berkas",
        "P-1|SIP|A|Jl|05/01/2024|12/01/2024|503/1|Terbit",
    ),
    (
        "NO|NO REGISTER|NAMA PEMOHON|JENIS IZIN|TGL MASUK BERKAS|TGL TERBIT IZIN|KETERANGAN",
        "1|P-1|A|SIP|5 Januari 2024|12 Januari 2024|-",
    ),
    (
        "Id Permohonan Izin|NIB|Kbli|Risiko|Tanggal Terbit Oss|Tanggal Izin|Nama Dokumen|"
        "Status Perizinan",
        "P-1|1|47111|Menengah Rendah|05-01-2024|12-01-2024|SIP|Izin Terbit/SS Terverifikasi",
    ),
]


@pytest.mark.parametrize(("head", "row"), REGISTERS)
def test_registers_of_applications(tmp_path, head, row):
    rows = [["REKAP PERIZINAN"], head.split("|"), row.split("|")]
    got = read(workbook(tmp_path, {"Rekap": rows}), office="32.14")
    (case,) = got.rows("applications")
    assert (case["application_no"], case["permit_type"]) == ("P-1", "SIP")
    assert str(case["submitted_at"])[:10] == "2024-01-05"
    assert str(case["issued_at"])[:10] == "2024-01-12"


def test_risk_and_business_class_of_an_oss_export_stay_with_the_permit(tmp_path):
    rows = [
        "Id Permohonan Izin|Kbli|Uraian Risiko Proyek|Tanggal Terbit Oss|Tanggal Izin|Nama Dokumen",
        "P-1|01111|Menengah Rendah|05-01-2024|12-01-2024|SIP",
        "P-2|47111|MT|05-01-2024||SIP",
        "P-3||Tinggi|05-01-2024||SIP",
    ]
    got = read(workbook(tmp_path, {"Izin": [r.split("|") for r in rows]}), office="32.14")
    told = [(r["kbli"], r["risk_level"]) for r in got.rows("applications")]
    assert told == [("01111", "menengah_rendah"), ("47111", "menengah_tinggi"), (None, "tinggi")]
    assert not any("tidak dipakai" in n.lower() or "kbli" in n.lower() for n in got.item.notes)


def test_shipped_permit_types_are_known_in_a_new_store(tmp_path):
    lines = "No. permohonan,Jenis izin,Tanggal masuk\nA,IMB,2024-01-05\n"
    lines += "B,Surat Izin Usaha Perdagangan (SIUP),2024-01-05\nC,Izin Petak,2024-01-05\n"
    (tmp_path / "a.csv").write_text(lines, encoding="utf-8")
    notes = [n for n in read(tmp_path / "a.csv", office="32.14").item.notes if "dipetakan" in n]
    assert notes == ["1 jenis izin belum dipetakan, disimpan dengan namanya sendiri: Izin Petak."]


ISSUED = [
    "No.|Nama Pemohon|Nama Perusahaan|Jenis Izin|Jenis Permohonan|Telp./HP. Pemohon|Lokasi|"
    "Nomor Izin|Tanggal Penetapan|Akhir Masa Berlaku",
    "No.|Nomor Permohonan|Nama Pemohon|Jenis Izin|Nama Usaha|Telp./HP. Pemohon|Lokasi|Nomor Izin|"
    "Tanggal Penetapan|Akhir Masa Berlaku",
    "NO|NAMA|JENIS IZIN|NO SK|TGL SK|KETERANGAN",
]


@pytest.mark.parametrize("head", ISSUED)
@pytest.mark.parametrize("days", [("12-01-2024", "13-02-2024"), ("12 Januari 2024", "2024-02-13")])
def test_lists_of_issued_permits_give_counts_a_month(tmp_path, head, days):
    names = head.split("|")

    def line(number, permit, day):
        given = {"Jenis Izin": permit, "JENIS IZIN": permit, "Nomor Izin": number, "NO SK": number}
        given |= {"Tanggal Penetapan": day, "TGL SK": day, "Nomor Permohonan": f"P{number}"}
        return [given.get(n, "x") for n in names]

    rows = [["REKAP PENERBITAN IZIN"], names, line("503/1", "SIP", days[0])]
    rows += [line("503/2", "SIP", days[0]), line("503/2", "SIP", days[0])]
    rows += [line("503/3", "PBG", days[1]), ["", "Jumlah", "3"]]
    got = read(workbook(tmp_path, {"Rekap": rows}), office="32.14")
    told = {(r["permit_type"], r["month"], r["measure"]): r["count"] for r in got.rows()}
    assert told == {("SIP", "2024-01", "issued"): 2, ("PBG", "2024-02", "issued"): 1}
    assert [x.row for x in got.item.left_out] == [5, 7]
    assert any("tanggal masuk" in n for n in got.item.notes)


def test_a_register_with_both_days_is_no_list_of_issued_permits(tmp_path):
    head = "Nomor Permohonan|Jenis Izin|Tanggal Masuk|Nomor Izin|Tanggal Penetapan"
    rows = [head.split("|"), ["P-1", "SIP", "05-01-2024", "503/1", "12-01-2024"]]
    assert read(workbook(tmp_path, {"Rekap": rows}), office="32.14").item.kind == "applications"


COMPLAINTS = [
    "Nomor Tiket|Tanggal Pengaduan|Nama Lengkap|NIK|Email|Lokasi|Judul|Detail|Kategori|Status",
    "Kategori|User Pengguna|Instansi|No. Tiket|Tanggal Pengaduan",
    "No|No Aduan|Tgl Aduan|Nama Pelapor|Media Pengaduan|Isi|Tgl Tanggapan|Tgl Selesai|Ket",
    "Tracking ID|Tanggal Laporan|Topik|Sumber|Tanggal Tindak Lanjut|Tanggal Tutup|Status Laporan",
]


@pytest.mark.parametrize("head", COMPLAINTS)
def test_registers_of_complaints(tmp_path, head):
    given = {"Nomor Tiket": "K-1", "No. Tiket": "K-1", "No Aduan": "K-1", "Tracking ID": "K-1"}
    row = [given.get(n, "05-03-2024" if n.startswith(("Tanggal", "Tgl")) else "x")
           for n in head.split("|")]  # fmt: skip
    got = read(workbook(tmp_path, {"Aduan": [head.split("|"), row]}), office="32.14")
    (case,) = got.rows("complaints")
    assert case["complaint_no"] == "K-1"
    assert str(case["received_at"])[:10] == "2024-03-05"


LEVIES = [
    "No|Nomor Bayar|Nama WP|Jenis Retribusi|Tanggal SKRD|Nilai SKRD|Tanggal Bayar|Jumlah Bayar",
    "NO|NO KUITANSI|NAMA|TGL SETOR|KETETAPAN|SETORAN|KODE REKENING",
    "No STS|Tanggal STS|No. Permohonan|Nilai Retribusi|Total Bayar|Tgl Setor|Bank",
]


@pytest.mark.parametrize("head", LEVIES)
def test_registers_of_levies(tmp_path, head):
    money = ("Nilai", "Jumlah", "KETETAPAN", "SETORAN", "Total")
    row = []
    for name in head.split("|"):
        if name.startswith(("Tanggal", "Tgl", "TGL")):
            row.append("05-03-2024")
        elif name.startswith(money):
            row.append("Rp 1.250.000,-")
        else:
            row.append("R-1")
    got = read(workbook(tmp_path, {"Retribusi": [head.split("|"), row]}), office="32.14")
    (paid,) = got.rows("payments")
    assert int(paid["paid_amount"]) == int(paid["billed_amount"]) == 1_250_000
    assert str(paid["paid_at"])[:10] == "2024-03-05"


@pytest.mark.parametrize(
    "head",
    [
        "No.|Nama Perusahaan|Jenis|Status PM|NIB|Tanggal NIB|Status NIB|Alamat|Email",
        "NIB|Day of Tanggal Terbit Oss|Nama Perusahaan|Status Penanaman Modal|Kab Kota",
    ],
)
def test_a_list_of_nib_gives_counts_a_month(tmp_path, head):
    names = head.split("|")

    def line(nib, day):
        return [nib if n == "NIB" else day if "Tanggal" in n else "x" for n in names]

    rows = [["DAFTAR NIB"], names, line("91201", "05/01/2024"), line("91202", "06/01/2024")]
    rows += [line("91203", "07/02/2024"), line("91203", "07/02/2024")]
    got = read(workbook(tmp_path, {"NIB": rows}), office="32.14")
    told = {(r["permit_type"], r["month"], r["measure"]): r["count"] for r in got.rows()}
    assert told == {("NIB", "2024-01", "issued"): 2, ("NIB", "2024-02", "issued"): 1}


REFUSED = [
    ("No.|ID Proyek|NIB|Nama Perusahaan|KBLI|Judul KBLI|Sektor|Realisasi Investasi|TKI", "proyek"),
    ("No.|ID Proyek|NIB|Status|Resiko|Skala Usaha|KBLI|Tanggal Pengajuan Proyek", "proyek"),
    ("No.|Nama Pemohon|Jenis Izin|Jenis Permohonan|Lokasi|Status Proses Terakhir", "--mapping"),
    ("NO|TANGGAL|NIK|JUDUL LAPORAN|TANGGAPAN|STATUS", "--mapping"),
    ("Jenis Izin|Jumlah", "--mapping"),
    ("No|Unsur|Nilai|Keterangan", "--mapping"),
    ("No|Uraian|Target|Realisasi|%", "--mapping"),
]


@pytest.mark.parametrize(("head", "why"), REFUSED)
def test_what_is_no_register_is_refused_and_named(tmp_path, head, why):
    names = head.split("|")
    rows = [names, ["1" if n in ("No", "NO", "No.") else "5" for n in names]]
    with pytest.raises(Refused, match=why) as refusal:
        read(workbook(tmp_path, {"Data": rows}), office="32.14", period="2024-S1")
    assert refusal.value.needs or refusal.value.kind
