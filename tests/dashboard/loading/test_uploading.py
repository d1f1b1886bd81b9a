"""The upload page's process: checks without keeping, loads, takes back, minds the scope."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.loading.uploading import Answer, Request, ask, keep, kept
from etl.store.operations import Operations

OFFICES = """Kode kantor,Nama kantor,Jenis daerah,Kode provinsi,Hari kerja
32.14,DPMPTSP Kabupaten Purwakarta,kabupaten,32,5
32.15,DPMPTSP Kabupaten Karawang,kabupaten,32,5
"""
PERMITS = """Kode kantor,No. permohonan,Jenis izin,Tanggal permohonan,Tanggal terbit
32.14,A-1,PBG,05/10/2025,20/10/2025
32.14,A-2,PBG,31/02/2025,20/10/2025
32.15,B-1,PBG,13/10/2025,20/10/2025
"""


MAPPING = """kind = "applications"
[fields]
office_code = "Kode kantor"
application_no = "No. permohonan"
permit_type = "Jenis izin"
submitted_at = "Tanggal permohonan"
issued_at = "Tanggal terbit"
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Request:
    """A store that knows two offices, and the request to check three permits."""
    home = tmp_path_factory.mktemp("unggah")
    offices, permits = home / "kantor.csv", home / "izin.csv"
    offices.write_text(OFFICES, encoding="utf-8")
    permits.write_text(PERMITS, encoding="utf-8")
    request = Request("load", str(home / "store"), who="uji", path=str(offices))
    request = replace(request, details={"kind": "offices"})
    answer = ask(request)
    assert not answer.error
    assert answer.results[0]["accepted"] == 2
    return replace(request, do="check", path=str(permits), details={})


def test_a_check_counts_and_keeps_nothing(loaded: Request, tmp_path: Path) -> None:
    heard: list[str] = []
    book = tmp_path / "ditolak.xlsx"
    for _turn in range(2):
        answer = ask(replace(loaded, rejects=str(book)), heard.append)
        (result,) = answer.results
        assert (result["read"], result["accepted"], result["rejected"]) == (3, 2, 1)
        assert result["batch"] is None
    assert answer.rejects[0]["row"] == 3
    assert answer.rejects[0]["value"] == "31/02/2025"
    assert book.stat().st_size > 0
    assert heard


def test_rows_of_other_offices_are_rejected(loaded: Request) -> None:
    (result,) = ask(replace(loaded, role="analyst", offices=("32.14",))).results
    assert (result["accepted"], result["rejected"]) == (1, 2)


def test_a_load_can_be_taken_back_once_and_its_mapping_is_kept(
    loaded: Request, tmp_path: Path
) -> None:
    mapping = tmp_path / "pemetaan.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    load = replace(loaded, do="load", mapping=str(mapping), learn="32.14:x")
    (result,) = ask(load).results
    assert Operations(Path(loaded.store)).mapping_for("32.14:x") == ("applications", MAPPING)
    assert ask(replace(load, do="check")).repeated == [result["batch"]]
    undo = replace(loaded, do="undo", batch=result["batch"])
    undone = ask(undo).undone
    assert undone is not None
    assert undone["state"] == "undone"
    assert ask(undo).error
    assert ask(replace(load, do="check")).repeated == []


def test_an_empty_file_is_one_sentence(loaded: Request, tmp_path: Path) -> None:
    blank = tmp_path / "kosong.csv"
    blank.write_bytes(b"")
    answer = ask(replace(loaded, path=str(blank)))
    assert answer.results == []
    assert answer.error
    assert "Traceback" not in answer.error


def test_a_check_shows_headings_and_rows(loaded: Request) -> None:
    answer = ask(loaded)
    assert answer.outline is not None
    assert answer.outline["read_as"]["issued_at"] == ["Tanggal terbit"]
    became = [row["became"] for row in answer.rows]
    assert became == ["heading", "accepted", "rejected", "accepted"]


def test_a_refusal_asks_for_the_details_together_in_the_page_s_words(
    loaded: Request, tmp_path: Path
) -> None:
    survey = tmp_path / "skm.csv"
    heads = "Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Sarana,Pengaduan"
    survey.write_text(f"No,{heads}\n" + "".join(f"{i},4,3,4,3,4,3,4,3,4\n" for i in range(1, 9)))
    answer = ask(replace(loaded, path=str(survey)))
    assert answer.needs == ["office", "period"]
    assert "“Kantor”" in answer.error
    assert "“Periode”" in answer.error
    assert "--" not in answer.error


def test_an_answer_is_kept_on_disk(tmp_path: Path) -> None:
    answer = Answer([{"batch": 1, "rejects": []}], ["catatan"], None, "")
    keep(tmp_path, "check", answer)
    assert kept(tmp_path, "check") == answer
    assert kept(tmp_path, "load") is None
