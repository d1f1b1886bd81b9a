"""A neighbour of every shared small file: the same fault in another kind or another layout.

Every file is made up and written when the tests run; what is right of it was worked out by hand.
"""

import gzip
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

Rows = Sequence[Sequence[Any]]
U = [f"U{i}" for i in range(1, 10)]
NAMES = ("Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku",
         "Penanganan pengaduan", "Sarana")  # fmt: skip


@dataclass(frozen=True)
class Neighbour:
    """`cases`: the shared files whose fault it has; `made` writes it, one file or several in turn.

    `figures`: (indicator, dimension, its value) or (indicator,) → the right figure, None for none.
    `rows`: read, accepted and rejected of all files. `left`: lines and sheets left out and named.
    `says`: what a note or rejected cell must say. `refused`: what the refusal must say.
    """

    cases: str
    what: str
    made: Callable[[Path], Path | list[Path]]
    figures: dict[tuple[str, ...], float | None] = field(default_factory=dict)
    rows: tuple[int, int, int] | None = None
    left: int | None = None
    says: tuple[str, ...] = ()
    refused: str = ""
    office: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.cases}: {self.what}"


def book(path: Path, sheets: dict[str, Rows]) -> Path:
    """A workbook of sheets by name."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def sheets(name: str = "buku.xlsx", **made: Rows) -> Callable[[Path], Path]:
    """A workbook; "_" in a sheet's name stands for a space."""
    return lambda folder: book(folder / name, {k.replace("_", " "): v for k, v in made.items()})


def texts(*said: str, name: str = "berkas{n}.csv") -> Callable[[Path], list[Path]]:
    """One CSV file a text, to be loaded one after the other."""

    def made(folder: Path) -> list[Path]:
        paths = [folder / name.format(n=n) for n in range(len(said))]
        for path, text in zip(paths, said, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return made


def day(month: int, number: int) -> date:
    return date(2024, month, number)


# Surveys


def across_in_words(folder: Path) -> Path:
    """Elements down, respondents across, answers in words: three answers of 3, the rest 4."""
    lines = ["No,Unsur Pelayanan,Responden 1,Responden 2,Responden 3,Responden 4"]
    for n, name in enumerate(NAMES, 1):
        said = ["Sangat Baik"] * 4
        if n <= 3:
            said[n] = "Baik"
        lines.append(",".join([str(n), name, *said]))
    path = folder / "skm semester.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def tally_with_printed_index(folder: Path) -> Path:
    """Answers counted by score; its index of 77,70 is that of 0.111 (exact: 77.78)."""
    # each element: 9 respondents, 1 × 4 and 8 × 3 → mean 28/9 = 3.1111; × 9 × 0.111 × 25 = 77.70
    rows: list[list[Any]] = [
        ["REKAPITULASI SKM SEMESTER I TAHUN 2024"],
        ["No", "Unsur", "1", "2", "3", "4", "Jumlah"],
        *([n, name, 0, 0, 8, 1, 9] for n, name in enumerate(NAMES, 1)),
        ["", "IKM", "", "", "", "", "77,70"],
    ]
    return book(folder / "rekap skm.xlsx", {"Rekap": rows})


def hidden_survey(folder: Path) -> Path:
    """Last year's answers on a hidden sheet."""
    now = [["SKM SEMESTER I TAHUN 2024"], ["No", *U], *([n, *[4] * 9] for n in range(1, 5))]
    old = [["SKM SEMESTER I TAHUN 2023"], ["No", *U], *([n, *[2] * 9] for n in range(1, 5))]
    path = book(folder / "skm.xlsx", {"2024": now, "2023": old})
    made = load_workbook(path)
    made["2023"].sheet_state = "hidden"
    made.save(path)
    return path


# What cannot be read


def far_corner(folder: Path) -> Path:
    """An ods whose two cells lie in opposite corners: rows and columns are told by repetition."""
    repeated = 'table:number-rows-repeated="1048574"'
    wide = 'table:number-columns-repeated="16383"'
    word = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="A">'
        f"<table:table-row>{word}</table:table-row>"
        f"<table:table-row {repeated}><table:table-cell/></table:table-row>"
        f"<table:table-row><table:table-cell {wide}/>{word}</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = folder / "sudut.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>",
        )
    return path


def cut_log(folder: Path) -> Path:
    """An event log whose packing broke off in the middle."""
    whole = gzip.compress(b"<log><trace>" + bytes(range(32, 127)) * 99 + b"</trace></log>", mtime=0)
    path = folder / "jejak.xes.gz"
    path.write_bytes(whole[: len(whole) // 2])
    return path


PAID = ["No. SKRD", "Tgl SKRD", "Ketetapan (Rp)", "Tgl Setor", "Jumlah Setor (Rp)"]
TICKET = "No Tiket,Tgl Aduan,Tgl Tanggapan,Tgl Selesai\n"
ASKED = ["No Pengaduan", "Kategori", "Tanggal Pengaduan", "Tanggal Tanggapan", "Tanggal Selesai",
         "Status"]  # fmt: skip
STEPS = "No Permohonan,Tahapan,Mulai,Selesai\n"

NEIGHBOURS = (
    Neighbour(
        "respondents_across.xlsx", "CSV, answers in words",
        across_in_words, {("ikm",): 97.92}, (4, 4, 0), options={"period": "2024-S1"},
    ),  # (36 × 4 − 3) / 36 = 3.91667; × 25 = 97.92
    Neighbour(
        "forms_timestamp_gmt.csv", "days of payments, an office in Bali",
        texts(
            "No. STS,No. SKRD,Tgl SKRD,Ketetapan,Tgl Setor,Jumlah Setor\n"
            "T1,S1,2024/03/29 10:05:00 AM GMT+7,500000,2024/03/31 11:30:00 PM GMT+7,500000\n"
            "T2,S2,2024/03/29 10:05:00 AM GMT+7,300000,2024/03/30 11:30:00 AM GMT+7,300000\n"
        ),
        {("paid", "month", "2024-04"): 500_000, ("paid", "month", "2024-03"): 300_000},
        (2, 2, 0), office="51.02",
    ),
    Neighbour(
        "survey_sheet_per_month.xlsx", "levies, a sheet a month",
        sheets(
            Januari=[PAID, ["S1", day(1, 5), 400_000, day(1, 6), 400_000]],
            Februari=[PAID, ["S2", day(2, 5), 600_000, day(2, 7), 150_000]],
        ),
        {("billed",): 1_000_000, ("paid",): 550_000, ("billed", "permit_type", "Januari"): None},
        (2, 2, 0),
    ),
    Neighbour(
        "printed_ikm_trailing_zero.xlsx", "an index printed under a tally of answers",
        tally_with_printed_index, {("ikm",): 77.78}, says=("77,70", r"0,111"),
    ),
    Neighbour(
        "payments_without_amount.xlsx", "proceeds under a heading nobody knows",
        sheets(
            Setoran=[
                ["No. SKRD", "Tgl SKRD", "Ketetapan (Rp)", "Tgl Setor", "Uang Kas Daerah"],
                ["S1", day(1, 5), 400_000, day(1, 6), 400_000],
                ["S2", day(1, 8), 600_000, day(1, 9), 600_000],
            ]
        ),
        {("billed",): 1_000_000, ("paid",): None, ("collection_rate",): None},
        (2, 2, 0), says=("Uang Kas Daerah",),
    ),
    Neighbour(
        "payments_total_row.xlsx total_row.xlsx signature_block.xlsx",
        "complaints over a count and a signature",
        sheets(
            Register=[
                ["REGISTER PENGADUAN TAHUN 2024"],
                ASKED,
                ["P1", "Waktu", day(1, 5), day(1, 8), day(1, 9), "Selesai"],
                ["P2", "Biaya", day(1, 6), day(1, 8), day(1, 12), "Selesai"],
                ["Jumlah Pengaduan", "", "", "", "", 2],
                [],
                ["", "", "", "", "Sekadau, 31 Januari 2024"],
                ["", "", "", "", "Mengetahui,"],
                ["", "", "", "", "NIP 19700101 199003 1 001"],
            ]
        ),
        {("complaints_received",): 2, ("resolution_rate",): 1}, (2, 2, 0), 4,
    ),
    Neighbour(
        "pay_two_receipts.csv pay_same_bill.csv", "a bill paid on two sheets of a workbook",
        sheets(
            Maret=[PAID, ["S1", day(3, 1), 1_000_000, day(3, 4), 400_000]],
            April=[PAID, ["S1", day(3, 1), 1_000_000, day(4, 4), 600_000]],
        ),
        {("billed",): 1_000_000, ("paid",): 1_000_000, ("collection_rate",): 1,
         ("paid", "month", "2024-04"): 600_000}, (2, 2, 0),
    ),
    Neighbour(
        "complaints_status_only.csv", "SP4N-LAPOR export without days of an answer",
        sheets(
            Laporan=[
                ["Tracking ID", "Judul Laporan", "Tanggal Laporan Masuk", "Status Laporan"],
                *([900 + i, "antre", day(1, 4 + i), "Selesai"] for i in range(3)),
                [910, "antre", day(1, 9), "Proses"],
            ]
        ),
        {("complaints_received",): 4, ("resolution_rate",): 0.75,
         ("response_on_time",): None, ("resolution_days",): None},
    ),
    Neighbour(
        "comp.csv", "answered again on the next month's sheet",
        sheets(
            Jan=[ASKED, ["K1", "Waktu", day(1, 29), day(1, 31), "", "Proses"]],
            Feb=[ASKED, ["K1", "Waktu", day(1, 29), day(2, 20), day(2, 21), "Selesai"]],
        ),
        {("complaints_received",): 1, ("response_on_time",): 1, ("resolution_rate",): 1},
        (2, 1, 0),
    ),
    Neighbour(
        "rejected_without_date.xlsx issued_no_date.csv", "register whose columns are the steps",
        sheets(
            Register=[
                ["No Permohonan", "Jenis Izin", "Tgl Daftar", "Tgl Verifikasi", "Tgl Terbit",
                 "Status"],
                *([f"A{i}", "PBG", day(1, 3), day(1, 4), day(1, 9), "Terbit"] for i in range(3)),
                ["B1", "PBG", day(1, 3), day(1, 4), "", "Ditolak"],
                ["B2", "PBG", day(1, 3), day(1, 4), "", "Terbit"],
            ]
        ),
        {("permits_issued",): 3, ("applications_received",): 5},
        (5, 5, 0), says=("2 keputusan tanpa tanggal",),
    ),
    Neighbour(
        "status_diterima.xlsx", "complaints that are Diterima",
        texts(
            "No Aduan,Tanggal Aduan,Status\n"
            "P1,2024-01-05,Diterima\nP2,2024-01-06,Diterima\nP3,2024-01-07,Selesai\n"
            "P4,2024-01-08,Selesai\n"
        ),
        {("complaints_received",): 4, ("resolution_rate",): 0.5}, (4, 4, 0),
    ),
    Neighbour(
        "reopened.csv two_sheets.xlsx", "a complaint opened again",
        texts(
            "No Tiket,Tgl Aduan,Tgl Tanggapan,Tgl Selesai,Status\n"
            "P1,2024-01-05,2024-01-06,2024-01-09,Selesai\n"
            "P1,2024-01-05,2024-01-06,2024-02-15,Selesai\n"
            "P2,2024-01-06,2024-01-07,2024-01-10,Selesai\n"
        ),
        {("complaints_received",): 2, ("resolution_rate",): 1}, (3, 2, 0),
        says=("baris 2",),
    ),
    Neighbour(
        "renew1.csv renew2.csv", "ticket numbers that begin anew each year",
        texts(
            f"{TICKET}1,2022-03-01,2022-03-02,2022-03-03\n",
            f"{TICKET}1,2023-03-01,2023-03-02,2023-03-03\n",
        ),
        {("complaints_received", "month", "2023-03"): 1},
        says=("2022-03: 1 → 0", "2022-03-01 → 2023-03-01"),
    ),
    Neighbour(
        "late1.csv late2.csv", "complaints that come a month later",
        texts(
            TICKET + "".join(f"P{i},2024-01-0{i},2024-01-1{i},2024-01-2{i}\n" for i in (1, 2))
            + "Q1,2024-02-05,2024-02-06,2024-02-07\n",
            TICKET + "P7,2024-01-15,2024-01-16,2024-01-17\n",
        ),
        {("complaints_received", "month", "2024-01"): 3}, says=(r"2024-01: 2 → 3",),
    ),
    Neighbour(
        "sheet_per_service.xlsx", "answers to a survey, a sheet a service",
        sheets(
            IMB=[["SKM SEMESTER I TAHUN 2024"], ["No", *U], [1, *[4] * 9], [2, *[4] * 9]],
            SIUP=[["SKM SEMESTER I TAHUN 2024"], ["No", *U], [1, *[3] * 9], [2, *[3] * 9]],
        ),
        {("ikm", "service", "IMB"): 100, ("ikm", "service", "SIUP"): 75}, (4, 4, 0),
    ),
    Neighbour(
        "two_line_heading.xlsx", "complaints, \"Tanggal\" over their days",
        sheets(
            Register=[
                ["No", "No Tiket", "Tanggal", "", ""],
                ["", "", "Aduan", "Tanggapan", "Selesai"],
                [1, "P1", day(1, 5), day(1, 8), day(1, 9)],
                [2, "P2", day(1, 8), day(3, 7), day(3, 8)],
            ]
        ),
        {("complaints_received",): 2, ("response_on_time",): 0.5, ("resolution_rate",): 1},
        (2, 2, 0),
    ),
    Neighbour(
        "oss_headings.xlsx", "CSV of semicolons, headings with underscores",
        texts(
            "id_permohonan_izin;nib;nama_perusahaan;kbli;uraian_jenis_perizinan;tanggal_terbit_oss;"
            "status_perizinan;tanggal_izin;kd_resiko\n"
            "I-1;9120001;PT A;47111;Izin Usaha;05/01/2024;Izin Terbit;12/01/2024;T\n"
            "I-2;9120002;PT B;56101;Izin Usaha;06/01/2024;Menunggu Verifikasi;;MT\n"
        ),
        {("applications_received",): 2, ("permits_issued", "month", "2024-01"): 1,
         ("permits_issued", "permit_type", "Izin Usaha"): 1}, (2, 2, 0),
    ),
    Neighbour(
        "hidden_sheet.xlsx", "last year's survey on a hidden sheet",
        hidden_survey, {("ikm",): 100}, (4, 4, 0), says=("tersembunyi.*2023",),
    ),
    Neighbour(
        "formula_nocache.xlsx", "amounts that no program has computed",
        sheets(
            Setoran=[
                PAID,
                ["S1", day(1, 5), 400_000, day(1, 6), "=C2"],
                ["S2", day(1, 8), 600_000, day(1, 9), 600_000],
            ]
        ),
        {("billed",): 1_000_000, ("paid",): 600_000}, says=("rumus tanpa nilai",),
    ),
    Neighbour(
        "tally_issued_only.xlsx", "applications received alone",
        sheets(
            Rekap=[
                ["REKAP PERMOHONAN IZIN MASUK TAHUN 2024"],
                ["No", "Jenis Izin", "Januari", "Februari", "Jumlah"],
                [1, "PBG", 4, 5, 9],
                [2, "SIUP", 1, 2, 3],
            ]
        ),
        {("applications_received",): 12, ("permits_issued",): None, ("issue_rate",): None},
    ),
    Neighbour(
        "tally_long.csv", "long, the measure in the title",
        sheets(
            Data=[
                ["JUMLAH PERMOHONAN IZIN DITOLAK"],
                ["Tahun", "Bulan", "Jenis Izin", "Jumlah"],
                [2024, "Januari", "PBG", 2], [2024, "Februari", "PBG", 1],
                [2024, "Februari", "SIUP", 4],
            ]
        ),
        {("applications_rejected", "month", "2024-02"): 5, ("applications_rejected",): 7,
         ("permits_issued",): None},
    ),
    Neighbour(
        "tally_months_down.xlsx", "months down, Masuk and Terbit of two permits across",
        sheets(
            Rekap=[
                ["REKAPITULASI PERIZINAN TAHUN 2024"],
                ["Bulan", "IMB", "", "SIUP", ""],
                ["", "Masuk", "Terbit", "Masuk", "Terbit"],
                ["Januari", 5, 4, 8, 7],
                ["Februari", 6, 5, 9, 6],
                ["Jumlah", 11, 9, 17, 13],
            ]
        ),
        {("applications_received", "month", "2024-01"): 13,
         ("permits_issued", "month", "2024-02"): 11,
         ("permits_issued", "permit_type", "SIUP"): 13},
    ),
    Neighbour(
        "tally_sheet_per_month.xlsx", "a sheet a permit, months down",
        sheets(
            IMB=[["TAHUN 2024"], ["Bulan", "Masuk", "Terbit", "Ditolak"],
                 ["Januari", 5, 4, 1], ["Februari", 6, 5, 0]],
            SIUP=[["TAHUN 2024"], ["Bulan", "Masuk", "Terbit", "Ditolak"],
                  ["Januari", 8, 7, 0], ["Februari", 9, 6, 2]],
        ),
        {("applications_received",): 28, ("permits_issued", "permit_type", "IMB"): 9,
         ("permits_issued", "permit_type", "SIUP"): 13, ("applications_rejected",): 3},
    ),
    Neighbour(
        "sci_same.csv", "steps of cases, numbers shortened in one file of good ones",
        texts(
            STEPS + "3,21E+15,Verifikasi,2024-01-05,2024-01-06\n".replace("3,21E+15", '"3,21E+15"')
            + "A2,Verifikasi,2024-01-05,2024-01-06\nA3,Verifikasi,2024-01-05,2024-01-06\n"
        ),
        rows=(3, 2, 1), says=("memendekkan nomor",),
    ),
    Neighbour(
        "num16_apps.xlsx num16_stages.csv", "receipts of 16 digits in number cells",
        sheets(
            Setoran=[
                ["No. STS", *PAID],
                [3201012345678901, "S1", day(1, 5), 400_000, day(1, 6), 400_000],
                [3201012345678902, "S2", day(1, 5), 500_000, day(1, 6), 500_000],
                [3201012345678903, "S3", day(1, 5), 600_000, day(1, 6), 600_000],
            ]
        ),
        {("billed",): 1_500_000, ("paid",): 1_500_000}, (3, 3, 0),
    ),
    Neighbour(
        "tz_wit.csv", "complaints at the year's turn, in the time of Greenwich",
        texts(
            "No Tiket,Tgl Aduan,Tgl Tanggapan\n"
            "P1,2023-12-31T15:30:00Z,2024-01-02T01:00:00Z\n"
            "P2,2023-12-31T14:30:00Z,2024-01-02T01:00:00Z\n"
        ),
        {("complaints_received", "month", "2024-01"): 1,
         ("complaints_received", "month", "2023-12"): 1}, (2, 2, 0), office="94.02",
    ),
    Neighbour(
        "after_end_apps.csv after_end_stages.csv", "one log in a workbook, archived after issue",
        sheets(
            Log=[
                ["No Permohonan", "Jenis Izin", "Kegiatan", "Tanggal Selesai", "Tanggal Masuk",
                 "Tanggal Terbit"],
                *(
                    row
                    for i in range(1, 4)
                    for row in (
                        [f"A{i}", "PBG", "Verifikasi", day(1, 8), day(1, 3), day(1, 12)],
                        [f"A{i}", "PBG", "Tanda tangan", day(1, 12), day(1, 3), day(1, 12)],
                        [f"A{i}", "PBG", "Arsip", day(2, 26), day(1, 3), day(1, 12)],
                    )
                ),
            ]
        ),
        {("permits_issued",): 3, ("processing_time",): 7},
        says=("Kolom Kegiatan menyebut tahapan",),
    ),
    Neighbour(
        "only_complaints.csv only_payments.csv", "an office of a survey alone",
        sheets(SKM=[["SKM TRIWULAN III TAHUN 2024"], ["No", *U], [1, *[4] * 9], [2, *[3] * 9]]),
        {("ikm", "period", "2024-Q3"): 87.5, ("permits_issued",): None}, (2, 2, 0),
    ),
    Neighbour(
        "hostile/corner.xlsx", "ods, its corner told by repetition", far_corner,
        refused=r"sel|kolom|melebihi",
    ),
    Neighbour(
        "hostile/ctl.csv", "a control character in a complaint's category",
        texts("No Tiket,Kategori,Tgl Aduan\nP1,Wak\x07tu,2024-01-05\nP2,Waktu,2024-01-06\n"),
        {("complaints_received", "category", "Waktu"): 2}, (2, 2, 0),
    ),
    Neighbour(
        "hostile/parquet-0.parquet hostile/zip-0.zip hostile/recap-0.zip",
        "an event log that breaks off", cut_log, refused=r"rusak|terpotong",
    ),
)  # fmt: skip
