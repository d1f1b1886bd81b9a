"""Further layouts of offices and of the systems they use, rebuilt with made-up rows."""

from datetime import date, datetime

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook


def opened(folder, *rows, **options):
    lines = [r.split("|") if isinstance(r, str) else list(r) for r in rows]
    return read(workbook(folder, {"Sheet1": lines}), office="32.14", **options)


def days(row, *fields):
    return [str(row[f])[:10] for f in fields]


@pytest.mark.parametrize("sep", ["-", "/", " "])
def test_months_in_roman_numbers(tmp_path, sep):
    got = opened(
        tmp_path,
        "PEMERINTAH PROVINSI JAWA BARAT",
        "BUKU REGISTER PERIZINAN",
        "",
        "NO|NO. REGISTER|NAMA|JENIS IZIN|TGL MASUK|TGL TERBIT",
        f"1|503/001/I/2024|A|SIP|5{sep}I{sep}2024|12{sep}VIII{sep}2024",
        f"2|503/002/XII/2024|B|SIP|6{sep}ix{sep}2024|14{sep}XII{sep}2024",
    )
    assert [days(r, "submitted_at", "issued_at") for r in got.rows()] == [
        ["2024-01-05", "2024-08-12"],
        ["2024-09-06", "2024-12-14"],
    ]


def test_the_kind_of_application_is_not_the_kind_of_permit(tmp_path):
    got = opened(
        tmp_path,
        "No|No. Permohonan|Tgl Pengajuan|Nama Pemohon|NIK|Jenis Permohonan|Jenis Izin|No. Izin|"
        "Tgl Penetapan|Status|Posisi",
        "1|SC-01|2024-01-05 08:12:33|A|3|Baru|SIP|503/1|2024-01-12 10:00:00|Izin Terbit|-",
        "2|SC-02|2024-01-06 08:12:33|B|3|Perpanjangan|PBG|||Proses|Verifikasi Teknis",
    )
    assert [r["permit_type"] for r in got.rows()] == ["SIP", "PBG"]


def test_a_list_of_projects_beside_the_day_of_the_nib_is_no_list_of_nib(tmp_path):
    with pytest.raises(Refused, match="daftar proyek"):
        opened(
            tmp_path,
            "Id Proyek|NIB|Nama Perusahaan|Tanggal Terbit OSS|Uraian Risiko Proyek|Kbli|"
            "Jumlah Investasi",
            ["R-1", "912", "PT A", date(2024, 1, 5), "Rendah", "47111", 5_000_000],
        )


def test_an_export_of_sp4n_lapor(tmp_path):
    got = opened(
        tmp_path,
        "Tracking ID|Tanggal Laporan Masuk|Isi Laporan|Kategori|Instansi Terdisposisi|"
        "Tanggal Disposisi|Tanggal Tindak Lanjut Pertama|Tanggal Selesai|Status Laporan|Sumber",
        "81|05/01/2024 08:33|x|Izin|PTSP|05/01/2024 10:00|18/01/2024 09:00|19/01/2024 09:00|"
        "Selesai|SP4N LAPOR",
        "82|15/01/2024 08:33|y|Izin|PTSP|15/01/2024 10:00|||Belum Ditindaklanjuti|WhatsApp",
    )
    first, second = got.rows("complaints")
    assert days(first, "received_at", "responded_at", "resolved_at") == [
        "2024-01-05", "2024-01-18", "2024-01-19",
    ]  # fmt: skip
    assert [r["status"] for r in (first, second)] == ["resolved", "open"]
    assert [r["channel"] for r in (first, second)] == ["sp4n-lapor", "whatsapp"]


def test_a_book_of_complaints_with_weekdays(tmp_path):
    got = opened(
        tmp_path,
        "REGISTER PENGADUAN MASYARAKAT",
        "No|Hari/Tanggal|No Aduan|Nama Pelapor|Media|Uraian|Tindak Lanjut|Tanggal Tindak Lanjut",
        "1|Jumat, 5 Januari 2024|P-1|A|Whatsapp|x|dijawab|Senin, 8 Januari 2024",
        "2|Senin, 15 Januari 2024|P-2|B|Datang langsung|y|-|-",
    )
    first, second = got.rows("complaints")
    assert days(first, "received_at", "responded_at") == ["2024-01-05", "2024-01-08"]
    assert second["responded_at"] is None


def test_a_statement_of_a_bank_is_no_list_of_closed_days(tmp_path):
    text = (
        "Tanggal;Uraian;Debet;Kredit;Saldo\n"
        "05/01/2024;SETORAN RETRIBUSI PBG;0,00;1.250.000,00;10.250.000,00\n"
    )
    with pytest.raises(Refused, match="tidak dikenali"):
        read(csv_file(tmp_path, text), office="32.14")


def test_months_grouped_by_quarters_with_a_sum_each(tmp_path):
    got = opened(
        tmp_path,
        "REKAPITULASI IZIN TERBIT TAHUN 2024",
        "No|Jenis Izin|Triwulan I||||Triwulan II|||",
        "||Jan|Feb|Mar|Jml|Apr|Mei|Jun|Jml",
        [1, "PBG", 1, 2, 3, 6, 4, 5, 6, 15],
        [2, "SIP", 2, 2, 2, 6, 1, 1, 1, 3],
        ["", "JUMLAH", 3, 4, 5, 12, 5, 6, 7, 18],
    )
    told = {(r["permit_type"], r["month"]): r["count"] for r in got.rows("monthly_counts")}
    assert sum(told.values()) == 30
    assert (told["PBG", "2024-03"], told["PBG", "2024-04"]) == (3, 4)
    assert {r["measure"] for r in got.rows("monthly_counts")} == {"issued"}


@pytest.mark.parametrize(
    "rows",
    [
        ["REKAPITULASI IKM TAHUN 2024", "No|Unsur Pelayanan|TW I|TW II|TW III|TW IV",
         "1|Persyaratan|3,1|3,2|3,3|3,4", "2|Prosedur|3,1|3,2|3,3|3,4", "|IKM|77,5|80|82,5|85"],
        ["LAPORAN REALISASI RETRIBUSI TAHUN 2024",
         "No|Jenis Retribusi|Target|Januari|Februari|Maret|Jumlah|%",
         ["1", "Retribusi PBG", 100_000_000, 5_000_000, 6_000_000, 7_000_000, 18_000_000, 0.18]],
        ["PENGUKURAN KINERJA TAHUN 2024",
         "No|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)",
         ["1", "Kualitas pelayanan", "Nilai IKM", "Nilai", 88, 89.1, 101.25]],
        ["JUMLAH IZIN TERBIT MENURUT JENIS", "Jenis Izin|2021|2022|2023", ["PBG", 10, 20, 30]],
    ],
)  # fmt: skip
def test_summaries_that_hold_no_records_are_refused(tmp_path, rows):
    with pytest.raises(Refused):
        opened(tmp_path, *rows)


def test_groups_of_a_kobo_form(tmp_path):
    names = "persyaratan|prosedur|waktu|biaya|produk|kompetensi|perilaku|sarana|pengaduan"
    names = [*names.split("|")]
    head = ["start", "end", *(f"skm/u{i}_{n}" for i, n in enumerate(names, 1)), "_id", "_uuid"]
    start = "2024-01-05T10:00:00.000+07:00"
    rows = [[start, start, *[3] * 8, 4, i, "u"] for i in range(1, 7)]
    got = opened(tmp_path, head, *rows, period="2024-S1")
    assert [r["respondent_no"] for r in got.rows("survey")] == [str(i) for i in range(1, 7)]
    assert {(r["sarana"], r["pengaduan"]) for r in got.rows("survey")} == {(3, 4)}


def test_answers_with_a_face_before_the_word(tmp_path):
    words = ["😡 Tidak Baik", "😐 Kurang Baik", "🙂 Baik", "😍 Sangat Baik"]
    names = "Persyaratan|Prosedur|Waktu|Biaya|Produk|Kompetensi|Perilaku|Sarana|Pengaduan"
    rows = [[datetime(2024, 1, 5), *[words[i % 4]] * 9] for i in range(8)]
    got = opened(tmp_path, ["Timestamp", *names.split("|")], *rows, period="2024-S1")
    assert [r["waktu"] for r in got.rows("survey")] == [1, 2, 3, 4] * 2


def test_a_semicolon_file_with_a_mark_and_decimal_commas(tmp_path):
    text = (
        "No. SKRD;Tgl SKRD;Nilai Ketetapan;Tgl Bayar;Nilai Bayar;Cara Bayar\r\n"
        "S-1;15/01/2024;1.250.000,00;18/01/2024;1.250.000,00;Transfer\r\n"
        "S-2;15/01/2024;750.000,50;;;\r\n"
    )
    got = read(csv_file(tmp_path, text, encoding="utf-8-sig"), office="32.14")
    assert [float(r["billed_amount"]) for r in got.rows()] == [1_250_000, 750_000.5]
    assert [r["method"] for r in got.rows()] == ["bank", None]


def test_ticks_of_a_spreadsheet_service_and_hidden_columns_and_shares(tmp_path):
    head = "No Pendaftaran|Jenis Izin|Tanggal Masuk|Tanggal Terbit|Sudah Diambil"
    first = ["A-1", "SIP", datetime(2024, 1, 5), datetime(2024, 1, 12), True]
    got = opened(tmp_path, head, first, ["A-2", "SIP", datetime(2024, 1, 6), None, False])
    assert [r["issued_at"] is None for r in got.rows()] == [False, True]
    got = opened(
        tmp_path,
        "REKAP PERIZINAN JANUARI 2024",
        "No|Jenis Izin|Masuk|Terbit|Persentase",
        [1, "PBG", 10, 8, 0.8],
        [2, "SIP", 5, 5, 1.0],
        ["", "Jumlah", 15, 13, 0.8667],
    )
    assert sum(r["count"] for r in got.rows("monthly_counts")) == 28


def test_day_numbers_of_a_sheet_as_text(tmp_path):
    text = "No Permohonan,Jenis Izin,Tgl Masuk,Tgl Terbit\nA-1,SIP,45296,45303\nA-2,SIP,45297.5,\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert days(got.rows()[0], "submitted_at", "issued_at") == ["2024-01-05", "2024-01-12"]
    assert days(got.rows()[1], "submitted_at") == ["2024-01-06"]


def test_cells_that_an_ods_repeats(tmp_path):
    import zipfile

    def cell(words, again=1):
        return (
            f'<table:table-cell office:value-type="string" table:number-columns-repeated="{again}">'
            f"<text:p>{words}</text:p></table:table-cell>"
        )

    rows = [
        "".join(map(cell, ("No Register", "Jenis Izin", "Tanggal Masuk", "Tanggal Terbit"))),
        cell("A-1") + cell("SIP") + cell("2024-01-05", 2),
        cell("A-2") + cell("SIP") + cell("2024-01-06", 2),
    ]
    far = '<table:table-cell table:number-columns-repeated="1020"/>'
    body = "".join(f"<table:table-row>{r}{far}</table:table-row>" for r in rows)
    body += f'<table:table-row table:number-rows-repeated="1048570">{far}</table:table-row>'
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Reg">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(tmp_path / "reg.ods", "w") as made:
        made.writestr("mimetype", kind)
        made.writestr("content.xml", content)
        made.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            "</manifest:manifest>",
        )
    got = read(tmp_path / "reg.ods", office="32.14")
    assert [days(r, "submitted_at", "issued_at") for r in got.rows()] == [
        ["2024-01-05", "2024-01-05"],
        ["2024-01-06", "2024-01-06"],
    ]
