"""A cell of thousands of letters costs no more than its reading."""

import subprocess
import sys

import pytest

from etl.sheets.survey_names import spoken


@pytest.mark.parametrize("bracket", ["[", "("])
def test_a_cell_of_brackets_is_read_at_once(bracket: str) -> None:
    words = (
        "from etl.sheets.survey_names import spoken; from etl.recognising.vocabulary import forms; "
        f"spoken('{bracket}' * 300_000); forms('{bracket}' * 300_000)"
    )
    subprocess.run([sys.executable, "-c", words], timeout=20, check=True)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Penilaian [Waktu]", "Waktu"),
        ("a [b] [Biaya] ", "Biaya"),
        ("a [b[Biaya]", "b[Biaya"),
        ("Penilaian [12]", "Penilaian [12]"),
        ("Penilaian []", "Penilaian []"),
        ("Waktu] x", "Waktu] x"),
    ],
)
def test_a_grid_question_s_row_stands_in_the_last_brackets(heading: str, said: str) -> None:
    assert spoken(heading) == said
