"""What is said of a figure follows from its verdict, word by word."""

import pytest

from dashboard.locale import format as f
from dashboard.locale.verdict_words import words
from dashboard.parts.lead import lead
from dashboard.parts.process_chart import heading, past_words, process_frame
from tests.dashboard.made_verdict import made

STEADY = [0.8, 0.81] * 12
FALLEN = [0.85, 0.86] * 9 + [0.60] * 6


def plain(text: str) -> str:
    return text.replace(f.NBSP, " ")


def test_a_fall_says_since_when_and_the_target_it_misses():
    said = plain(words(made(FALLEN, target=0.85, numerator=60, denominator=100)))
    assert said == (
        "Tepat waktu 60,0 % (60 dari 100), di bawah target 85 %, memburuk sejak Juli 2025."
    )


def test_the_lead_is_the_same_sentence_with_its_finding_set_apart():
    verdict = made(FALLEN, target=0.85, numerator=60, denominator=100)
    text = lead(verdict)
    assert ":orange[**di bawah target" in text
    assert ":orange[**memburuk sejak" in text
    bare = text.replace("**", "").replace(":orange[", "").replace("]", "")
    assert bare == words(verdict)


def test_a_figure_just_under_its_target_is_written_finely_enough_to_see_it():
    said = plain(words(made(STEADY, value=0.84981, target=0.85)))
    assert "84,98 %, di bawah target 85 %" in said
    assert "sama dengan target 85 %" in plain(words(made(STEADY, value=0.85, target=0.85)))
    barely = plain(words(made(STEADY, value=0.85002, target=0.85)))
    assert "Tepat waktu 85,0 %" in barely
    assert ", sedikit di atas target 85 %" in barely
    below = plain(words(made(STEADY, value=0.849999, target=0.85)))
    assert "85,0 %" in below
    assert ", sedikit di bawah target 85 %" in below


def test_few_cases_are_neither_on_target_nor_moving():
    few = made(STEADY, value=0.5, target=0.85, few=True, lacks="kurang dari 20 kasus")
    said = plain(words(few))
    assert "target" not in said
    assert "kurang dari 20 kasus" in said


def test_of_a_figure_that_is_better_low_above_the_target_is_missed():
    said = plain(words(made([4.0, 4.1] * 12, "processing_time", value=8, target=6)))
    assert "di atas target 6 hari" in said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([0.8] * 8, "perlu 4 bulan lagi"),
        ([None] * 24, "belum ada data"),
        (STEADY, "tetap: naik-turunnya biasa"),
        (FALLEN, "Ketepatan memburuk sejak Juli 2025"),
    ],
)
def test_the_heading_over_a_chart_claims_no_more_than_the_verdict(values, said):
    assert said in heading(made(values), "Ketepatan")


def test_a_signal_that_is_over_is_drawn_hollow_and_dated_not_coloured():
    values = [0.9, 0.7] * 4 + [0.1] + [0.9, 0.7] * 7 + [0.9]
    frame = process_frame(made(values))
    assert (frame["verdict"] == "").all()
    assert frame.loc[frame["past"], "period"].tolist() == ["2024-09"]
    assert "sudah lewat (Sep 2024)" in past_words(frame)
