"""What a report says of made figures: better, worse, within noise, too few, none."""

import pytest

from dashboard.locale.verdict_words import words
from dashboard.reports.narrative import judgement, not_judged, outstanding, standing_out, tone
from tests.dashboard.made_verdict import made

NOISE = [0.90, 0.91] * 12
UP = [0.80, 0.81] * 8 + [0.95, 0.96] * 4
DOWN = [0.95, 0.96] * 8 + [0.80, 0.81] * 4


@pytest.mark.parametrize(
    ("values", "word", "shape", "colour"),
    [(NOISE, "tetap", "●", ""), (UP, "membaik", "▲", "better"), (DOWN, "memburuk", "▼", "worse")],
)
def test_the_judgement_is_the_verdicts_word_with_its_shape(values, word, shape, colour):
    verdict = made(values)
    cell = judgement(verdict)
    assert word in words(verdict)
    assert word in cell.text
    assert cell.text.startswith(shape)
    assert cell.tone == tone(verdict) == colour


def test_too_few_says_so_and_is_neither_good_nor_bad():
    verdict = made(DOWN, few=True, lacks="kurang dari 20 kasus, tidak dinilai", target=0.9)
    assert judgement(verdict).text == "belum cukup data (kurang dari 20 kasus, tidak dinilai)"
    assert tone(verdict) == ""
    assert standing_out([verdict]) == []
    [line] = not_judged([verdict])
    assert "belum cukup data" in line


def test_too_few_months_give_no_word():
    verdict = made([0.9, 0.5, 0.7])
    assert "belum cukup data" in judgement(verdict).text
    [said] = outstanding([verdict])
    assert said.text.startswith("Belum cukup data")


def test_no_figure_is_said_and_never_nought():
    verdict = made([None] * 24, lacks="tidak ada laporan")
    assert judgement(verdict).text == "belum ada angkanya"
    assert standing_out([verdict]) == []
    assert not_judged([verdict]) == ["Tepat waktu: belum ada angkanya: tidak ada laporan."]


def test_worse_goes_before_a_missed_target_before_better():
    worse, missed, better = made(DOWN), made(NOISE, target=0.99), made(UP)
    found = standing_out([better, missed, worse])
    assert [id(v) for v in found] == [id(v) for v in (worse, missed, better)]


def test_where_nothing_stands_out_it_says_of_how_many():
    [said] = outstanding([made(NOISE), made(NOISE)])
    assert said.text.startswith("Dari 2 indikator")
    assert "membaik" not in said.text
