"""A file goes in on the upload page, its figure shows on the page of it, and it is taken back."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.publishing.publish import publish
from tests.browser.conftest import MAIN, ROOT, _free_port, _wait_until_well, go

pytestmark = pytest.mark.browser
OFFICES = (
    "office_code,name,region_kind,province_code\n61.09,DPMPTSP Kabupaten Sekadau,kabupaten,61\n"
)
U9 = [f"U{i}" for i in range(1, 10)]
ANSWERS = {4: "Sangat baik", 3: "Baik", 2: "Kurang baik", 1: "Tidak baik"}
QUESTIONS = [
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas?",
    "Bagaimana pendapat Saudara tentang perilaku petugas?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
]
SECONDS = 60_000  # milliseconds a step may take


@dataclass(frozen=True)
class Case:
    """A file, what to type when it is asked for, the page of its figure and the figure there."""

    path: Path
    page: str
    figure: str
    rows: str
    period: str = ""


def respondents(threes: int, people: int = 10) -> list[list[int]]:
    """Answers of 4 with the first `threes` of all of them, person by person, a 3."""
    return [[3 if p * 9 + e < threes else 4 for e in range(9)] for p in range(people)]


def ikm(threes: int, people: int = 10) -> str:
    """The index of `respondents` by hand: the mean answer on 25 to 100, to two decimals."""
    mean = (4 * 9 * people - threes) / (9 * people)
    return f"{mean * 25:.2f}".replace(".", ",")


def book(path: Path, rows: list[list], merged: tuple[str, ...] = ()) -> Path:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cells in merged:
        made.active.merge_cells(cells)
    made.save(path)
    return path


def numbered(folder: Path) -> Case:
    rows = [[i, *row] for i, row in enumerate(respondents(11), 1)]
    totals = [sum(column) for column in zip(*respondents(11), strict=True)]
    path = book(
        folder / "skm.xlsx",
        [["SKM Semester I Tahun 2024"], ["No", *U9], *rows, [11], ["Jumlah", *totals]],
    )
    return Case(path, "IKM", ikm(11), "Responden kosong (1)")


def merged(folder: Path) -> Case:
    heads = [["No", "Profil", "", "Unsur pelayanan"], ["", "Jenis kelamin", "Pendidikan", *U9]]
    rows = [[i, "LP"[i % 2], "S1", *row] for i, row in enumerate(respondents(23), 1)]
    path = book(
        folder / "skm-gabung.xlsx",
        [["SKM Semester II Tahun 2024"], *heads, *rows],
        ("A2:A3", "B2:C2", "D2:L2"),
    )
    return Case(path, "IKM", ikm(23), "Diterima (10)")


def form(folder: Path) -> Case:
    lines = [",".join(["Timestamp", *(f'"{q}"' for q in QUESTIONS)])]
    lines += [
        ",".join([f"2024/03/{i:02d} 10:00:00", *(ANSWERS[a] for a in row)])
        for i, row in enumerate(respondents(37), 1)
    ]
    path = folder / "formulir.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Case(path, "IKM", ikm(37), "Diterima (10)", period="2024-Q1")


def answers(folder: Path) -> Case:
    columns = list(zip(*respondents(41), strict=True))
    rows = [[name, *(column.count(s) for s in (4, 3, 2, 1))] for name, column in zip(
        U9, columns, strict=True
    )]  # fmt: skip
    path = book(
        folder / "rekap-jawaban.xlsx",
        [["Rekap jawaban SKM Semester I Tahun 2025"], ["Unsur", 4, 3, 2, 1], *rows],
    )
    return Case(path, "IKM", ikm(41), "Diterima (9)")


def monthly(folder: Path) -> Case:
    months = ["JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI"]
    gap = [""] * 5
    rows = [
        ["REKAPITULASI PERIZINAN TAHUN 2024"],
        ["NO", "JENIS IZIN", "JUMLAH IZIN TERBIT", *gap],
        ["", "", *months],
        [1, "IZIN BIDAN", 8, 8, 6, 6, 4, 4],
        [2, "IZIN PERAWAT", 11, 12, 13, 14, 15, 16],
        ["JUMLAH", "", 19, 20, 19, 20, 19, 20],
    ]
    path = book(folder / "rekap-2024.xlsx", rows)
    return Case(path, "Izin terbit", "117 izin terbit", "Baris jumlah (1)")


def applications(folder: Path) -> Case:
    lines = ["Kode kantor,No. permohonan,Jenis izin,Tanggal permohonan,Tanggal terbit"]
    lines += [f"61.09,A-{i},PBG,0{i}/06/2025,{i + 20}/06/2025" for i in range(1, 10)]
    lines += ["61.09,A-10,PBG,29/06/2025,", "61.09,A-11,PBG,31/06/2025,"]
    path = folder / "izin.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Case(path, "Izin terbit", "9 izin terbit", "Ditolak (1)")


LAYOUTS = [numbered, merged, form, answers, monthly, applications]


@pytest.fixture(scope="module")
def upload_page(tmp_path_factory, chromium):
    """The upload page of an app whose store knows one office and nothing else."""
    home = tmp_path_factory.mktemp("unggah")
    offices = home / "kantor.csv"
    offices.write_text(OFFICES, encoding="utf-8")
    store = Store(home / "store")
    store.load(offices, LoadOptions(kind="offices"))
    publish(store)
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
        cwd=ROOT,
        env={**os.environ, "MONEV_STORE": str(store.folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    try:
        _wait_until_well(url, server)
        page = context.new_page()
        page.set_default_timeout(SECONDS)
        page.goto(f"{url}/unggah")
        yield page
    finally:
        context.close()
        server.terminate()
        server.wait(10)


def says(page, words):
    page.locator(MAIN).get_by_text(words).first.wait_for()


def judged_and_reported(page):
    """The figure has its verdict on the first screen, and a report to sign."""
    go(page, "Ringkasan")
    says(page, re.compile("Tepat waktu belum ada angkanya"))
    go(page, "Laporan")
    page.get_by_role("button", name="Buat laporan", exact=True).click()
    says(page, re.compile(r"Edisi \d+ terbit"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_from_file_to_figure_and_back(upload_page, tmp_path, layout):
    page, case = upload_page, layout(tmp_path)
    go(page, "Unggah data")
    page.locator("input[type=file]").first.set_input_files(case.path)
    if case.period:
        field = page.get_by_placeholder("misalnya 2024-S1")
        field.fill(case.period)
        field.press("Enter")
    says(page, re.compile("baris dibaca"))
    page.get_by_text("Isi berkas baris demi baris").first.click()
    says(page, case.rows)
    page.get_by_role("button", name="Muat", exact=True).click()
    says(page, re.compile("dimuat sebagai muatan"))
    go(page, case.page)
    says(page, case.figure)
    if layout is applications:
        judged_and_reported(page)
    go(page, "Unggah data")
    page.get_by_role("button", name="Batalkan muatan ini").click()
    says(page, re.compile(r"dibatalkan; angkanya kembali"))
    go(page, case.page)
    says(page, "Belum ada data yang dilaporkan")
    assert case.figure not in page.locator(MAIN).inner_text()
