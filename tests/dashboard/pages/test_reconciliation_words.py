"""The comparison of a file's own totals is said in words, with no name of a field among them."""

from pathlib import Path

import pytest

from dashboard.pages.unggah.reconciliation_words import differing, sentences
from tests.etl.intake import KNOWN, read, workbook

U9 = [f"U{i}" for i in range(1, 10)]
PEOPLE = [[i, *[4] * 8, 3] for i in range(1, 11)]
SURVEY = [["No", *U9], *PEOPLE, ["Jumlah", *[40] * 8, 31]]
TALLY = [
    ["IZIN TERBIT TAHUN 2024"],
    ["NO", "JENIS IZIN", "JANUARI", "FEBRUARI", "MARET", "JUMLAH"],
    [1, "SIP", 3, 4, 5, 12],
    [2, "PBG", 1, 0, 2, 4],
    ["JUMLAH", "", 4, 4, 7, 16],
]


def found(folder: Path, rows: list[list], **options: str) -> dict:
    book = workbook(folder, {"Lembar": rows})
    return read(book, KNOWN, office="32.14", **options).item.reconciliation


@pytest.mark.parametrize("rows", [SURVEY, TALLY], ids=["survey", "tally"])
def test_no_raw_name_shows(tmp_path, rows):
    check = found(tmp_path, rows, period="2024")
    said = " ".join(sentences(check))
    for name in ("printed_", "reproduced_by", "ikm:", "None", "exact", "issued", "permit_types"):
        assert name not in said


def test_a_survey_says_its_index_and_the_cell_that_does_not_add_up(tmp_path):
    check = found(tmp_path, SURVEY, period="2024-S1")
    said = " ".join(sentences(check))
    assert "97,22 dengan bobot tepat" in said  # (8 × 4 + 3) / 9 × 25
    assert "baris 12 “Jumlah”" in said
    assert differing(check).to_dict("records") == [
        {"cell": "J12", "what": "Jumlah · Sarana", "printed": "31", "computed": "30"}
    ]


def test_the_recipe_of_a_printed_index_is_in_words(tmp_path):
    printed = [*SURVEY[:-1], ["IKM", *[None] * 8, 97.22]]
    said = " ".join(sentences(found(tmp_path, printed, period="2024-S1")))
    assert "IKM tercetak 97,22 di J12 keluar dengan bobot tepat, dibulatkan sekali di akhir" in said


def test_a_tally_says_what_it_read_and_which_totals_agree(tmp_path):
    check = found(tmp_path, TALLY)
    said = " ".join(sentences(check))
    assert "tahun 2024, 2 jenis izin" in said
    assert "terbit: 15 seluruhnya" in said
    assert "1 dari 6 jumlah" in said  # four under the table, two beside it
    assert differing(check)["cell"].tolist() == ["F4"]
