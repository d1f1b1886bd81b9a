"""The folder of an analyst: six files as they lie there, figures and names made up.

None of them is a template, none names its office's code in a row; what each must give is said
beside it, worked out by hand.
"""

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

QUESTIONS = (
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas?",
    "Bagaimana pendapat Saudara tentang perilaku petugas?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
)
WORDS = {4: "Sangat baik", 3: "Baik"}


@dataclass(frozen=True)
class Kept:
    """A file of the folder: the page that its link must open and the figure to be seen there."""

    path: Path
    page: str
    figure: str


def answers(threes: int, people: int = 10) -> list[list[int]]:
    """Answers of 4, the first `threes` of all of them 3."""
    return [[3 if p * 9 + e < threes else 4 for e in range(9)] for p in range(people)]


def index(threes: int, people: int = 10) -> str:
    """The index of `answers` by hand."""
    return f"{25 * (36 * people - threes) / (9 * people):.2f}".replace(".", ",")


def book(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> Path:
    """A workbook of one sheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    for cells in merged:
        made.worksheets[0].merge_cells(cells)
    made.save(path)
    return path


def survey(folder: Path) -> Kept:
    """The SKM workbook: title, two-line heading, totals and a signature below."""
    people = answers(23)
    sums = [sum(column) for column in zip(*people, strict=True)]
    rows: list[list[object]] = [
        ["PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT"],
        ["DPMPTSP KABUPATEN SEKADAU"],
        ["SEMESTER I TAHUN 2024"],
        ["No", "Nilai unsur pelayanan"],
        ["", *[f"U{i}" for i in range(1, 10)]],
        *([number, *row] for number, row in enumerate(people, 1)),
        ["Σ Nilai/Unsur", *sums],
        ["NRR/Unsur", *(s / 10 for s in sums)],
        [],
        ["", "", "", "", "", "", "Sekadau, 2 Juli 2024"],
    ]
    return Kept(book(folder / "SKM Smt 1 2024.xlsx", rows, ("A4:A5", "B4:J4")), "ikm", index(23))


def form(folder: Path) -> Kept:
    """A Google Forms export of the second half-year: words, time stamps, no period in it."""
    lines = [",".join(["Timestamp", *(f'"{q}"' for q in QUESTIONS)])]
    lines += [
        ",".join([f"2024/08/{day:02d} 10:05:00 AM GMT+7", *(WORDS[a] for a in row)])
        for day, row in enumerate(answers(37), 1)
    ]
    path = folder / "Survei SKM (Jawaban) - Form Responses 1.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Kept(path, "ikm", index(37))


def oss(folder: Path) -> Kept:
    """An OSS export: eleven permits issued, risk and KBLI beside them."""
    heads = ["No", "Id Permohonan Izin", "Nib", "Kbli", "Uraian Risiko Proyek",
             "Tanggal Terbit Oss", "Nama Dokumen", "Status Perizinan", "Tanggal Izin"]  # fmt: skip
    rows: list[list[object]] = [heads]
    for i in range(1, 12):
        day = f"{i:02d}"
        days = (f"{day}/05/2024", "Sertifikat Standar", "Izin Terbit", f"{day}/06/2024")
        rows.append([i, f"I-2024{day}", f"91200{day}", "47111", "Menengah Tinggi", *days])
    return Kept(book(folder / "export_izin_oss.xlsx", rows), "izin_terbit", "11 izin terbit")


def monthly(folder: Path) -> Kept:
    """The monthly report: permits down, months across, a total row."""
    rows: list[list[object]] = [
        ["LAPORAN PENERBITAN IZIN DPMPTSP KABUPATEN SEKADAU"],
        ["TAHUN 2023"],
        ["NO", "JENIS IZIN", "JUMLAH IZIN TERBIT", "", ""],
        ["", "", "JANUARI", "FEBRUARI", "MARET"],
        [1, "IZIN BIDAN", 8, 8, 6],
        [2, "IZIN PERAWAT", 11, 12, 13],
        ["JUMLAH", "", 19, 20, 19],
    ]
    return Kept(book(folder / "Laporan bulanan 2023.xlsx", rows), "izin_terbit", "58 izin terbit")


def levies(folder: Path) -> Kept:
    """The levy list: rupiah in words of money, a total and a signature."""
    rows: list[list[object]] = [
        ["DAFTAR PENERIMAAN RETRIBUSI"],
        [],
        ["No", "No. SKRD", "Tgl SKRD", "Ketetapan (Rp)", "Tgl Setor", "Jumlah Setor (Rp)"],
        [1, "SKRD-01", "05/01/2024", "1.250.000", "08/01/2024", "1.250.000"],
        [2, "SKRD-02", "06/02/2024", "750.000", "09/02/2024", "750.000"],
        [3, "SKRD-03", "07/03/2024", "500.000", "", ""],
        ["", "Jumlah", "", "2.500.000", "", "2.000.000"],
        ["", "", "", "", "Bendahara Penerimaan"],
    ]
    return Kept(book(folder / "retribusi.xlsx", rows), "pembayaran", "80")


def complaints(folder: Path) -> Kept:
    """The complaint register of the counter."""
    lines = ["No Tiket;Tgl Aduan;Media;Isi Singkat;Tgl Tanggapan;Tgl Selesai"]
    lines += [
        f"T-{i};{i:02d}-03-2024;Loket;antre lama;{i + 1:02d}-03-2024;{i + 3:02d}-03-2024"
        for i in range(4, 8)
    ]
    path = folder / "register pengaduan.csv"
    path.write_text("\n".join(lines) + "\n", encoding="cp1252")
    return Kept(path, "pengaduan", "4 pengaduan")


FILES = (survey, form, oss, monthly, levies, complaints)
