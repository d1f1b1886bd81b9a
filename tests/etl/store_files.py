"""Small files that the store's tests load, written as an office would."""

from pathlib import Path

OFFICES = """office_code,name,region_kind,province_code,working_week
32,Jawa Barat,provinsi,,5
32.04,Bandung,kabupaten,32,5
32.14,Purwakarta,kabupaten,32,5
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def offices(folder: Path) -> Path:
    return write(folder / "kantor.csv", OFFICES)


def applications(folder: Path, name: str = "izin.csv", **changed: str) -> Path:
    """Three applications of two offices; `changed` gives another permit type by number."""
    rows = [
        f"32.14,A-1,{changed.get('a1', 'SIUP')},2024-05-02,2024-05-06",
        f"32.14,A-2,{changed.get('a2', 'TDP')},2024-05-03,",
        f"32.04,B-1,{changed.get('b1', 'SIUP')},2024-06-03,2024-06-10",
    ]
    head = "office_code,application_no,permit_type,submitted_at,issued_at"
    return write(folder / name, "\n".join([head, *rows]) + "\n")


def survey(folder: Path, name: str, scores: list[int]) -> Path:
    """One respondent a score, numbered from 1, who gave it to every element."""
    elements = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana"
    rows = [f"{i},{','.join([str(s)] * 9)}" for i, s in enumerate(scores, start=1)]
    return write(folder / name, "\n".join([f"respondent_no,{elements}", *rows]) + "\n")
