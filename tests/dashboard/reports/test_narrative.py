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


def test_a_tally_alone_says_that_the_figure_is_not_in_it():
    why = "hanya rekap bulanan, jadi waktunya tidak diketahui"
    verdict = made([None] * 24, lacks=why)
    assert judgement(verdict).text == "belum ada angkanya"
    assert judgement(verdict).tone == ""
    assert not_judged([verdict]) == [f"Tepat waktu: belum ada angkanya: {why}."]


def test_an_office_that_fell_silent_is_given_no_word_of_change():
    verdict = made(DOWN, lacks="tidak ada laporan sesudah Juni 2025")
    text = judgement(verdict).text
    assert text == "tidak ada laporan sesudah Juni 2025"
    assert "memburuk" not in text
    assert tone(verdict) == ""
    assert standing_out([verdict]) == []


def test_a_missed_target_is_said_though_the_change_is_noise():
    [said] = outstanding([made(NOISE, target=0.99), made(NOISE)])
    [line] = said.items
    assert "di bawah target 99" in line.replace("\u00a0", " ")
    assert "memburuk" not in line
