"""Printed totals of a survey sheet against its answers: which weight and rounding gave them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from etl.loads import Known
from etl.sheets import survey_reconcile as reconcile
from etl.sheets.survey_reconcile import Counted, Recipe
from etl.sheets.survey_rules import half_up, rule
from tests.etl.intake import read, workbook

RULE = rule("2017")
SLUGS = [e.slug for e in RULE.elements]
U9 = [f"U{i}" for i in range(1, 10)]
ANSWERS = [[2, 3, 3, 4, 3, 4, 3, 3, 3], [3, 3, 3, 4, 3, 3, 3, 2, 4], [3, 3, 4, 4, 3, 3, 4, 3, 3]]
SUMS = [sum(column) for column in zip(*ANSWERS, strict=True)]


def check(tmp_path, *totals, answers=ANSWERS):
    rows = [["No", *U9, ""], *[[i, *a] for i, a in enumerate(answers, 1)], *totals]
    known = Known(offices=frozenset({"61.09"}))
    found = read(workbook(tmp_path, {"SKM": rows}), known, office="61.09", period="2024-S1")
    return found.item


def nrr(places=None):
    values = [Fraction(s, len(ANSWERS)) for s in SUMS]
    return [float(v if places is None else half_up(v, places)) for v in values]


@pytest.mark.parametrize("weight", ["exact", "0.111", "0.11"])
def test_the_weight_behind_a_printed_ikm_is_named(tmp_path, weight):
    exact = sum(Fraction(s, 3) for s in SUMS) * RULE.weight(weight) * 25
    item = check(
        tmp_path,
        ["Jumlah", *SUMS],
        ["NRR", *nrr()],
        ["IKM", *[None] * 8, float(half_up(exact))],
    )
    told = item.reconciliation
    assert told["reproduced_by"]["weight"] == weight
    assert told["printed_cell"] == "J7"
    assert told["differences"] == []
    assert told["summary"] in item.notes


def test_rounding_on_the_way_is_named(tmp_path):
    rounded = [half_up(Fraction(s, 3), 2) for s in SUMS]
    printed = sum(Decimal(half_up(Fraction(n) * Fraction("0.11"), 2)) for n in rounded) * 25
    told = check(tmp_path, ["IKM Unit Pelayanan", *[None] * 8, float(printed)]).reconciliation
    by = told["reproduced_by"]
    assert by["weight"] == "0.11"
    assert "2 desimal" in by["rounding"]


def test_blanks_counted_as_zero_are_found(tmp_path):
    answers = [*ANSWERS, [None, *[4] * 8], [4, None, *[4] * 7]]
    sums = [sum(x or 0 for x in column) for column in zip(*answers, strict=True)]
    printed = float(half_up(sum(Fraction(s, 5) for s in sums) * Fraction(25, 9)))
    told = check(
        tmp_path,
        ["NRR", *[s / 5 for s in sums]],
        ["Nilai IKM", *[None] * 8, printed],
        answers=answers,
    ).reconciliation
    assert "kosong ikut dihitung nol" in told["reproduced_by"]["denominator"]
    assert [d["element"] for d in told["differences"]] == ["persyaratan", "prosedur"]
    assert told["differences"][0]["cell"] == "B7"


def test_a_column_that_does_not_add_up_is_named(tmp_path):
    wrong = [*SUMS[:3], SUMS[3] + 1, *SUMS[4:]]
    item = check(tmp_path, ["Σ Nilai / Unsur", *wrong], ["IKM", *[None] * 8, 12.5, 91.0])
    told = item.reconciliation
    assert told["reproduced_by"] is None
    [only] = told["differences"]
    assert (only["cell"], only["element"], only["printed"], only["computed"]) == (
        "E5", "biaya", str(wrong[3]), SUMS[3],
    )  # fmt: skip
    assert "tidak keluar dari jawabannya" in told["summary"]
    assert "E5" in told["summary"]


def test_a_sheet_without_totals_says_so(tmp_path):
    told = check(tmp_path).reconciliation
    assert told["printed_ikm"] is None
    assert "tidak mencetak jumlah" in told["summary"]


@pytest.mark.parametrize(
    ("printed", "exact", "same"),
    [
        ("2.82", Fraction(138, 49), True),  # 2.8163 rounded
        ("2.81", Fraction(138, 49), True),  # cut off
        ("2.83", Fraction(138, 49), False),
        ("3", Fraction(3), True),
        ("86.63", Fraction("86.625"), True),
        ("86.62", Fraction("86.625"), True),
        ("86.61", Fraction("86.625"), False),
    ],
)
def test_a_printed_figure_agrees_at_the_places_it_shows(printed, exact, same):
    assert reconcile.agrees(Decimal(printed), exact) is same


def test_each_usual_weight_of_all_fours():
    counted = Counted(dict.fromkeys(SLUGS, 8), dict.fromkeys(SLUGS, 2), 2)
    assert reconcile.indices(counted, RULE) == {"exact": 100.0, "0.111": 99.9, "0.11": 99.0}
    simple = next(iter(reconcile.recipes(counted, RULE)))
    assert simple == Recipe("0.11", None, None, "answers")


@pytest.mark.parametrize(
    ("written", "weight"),
    [
        (72.4, "0.111"),
        ("72,40", "0.111"),
        ("IKM = 72.40", "0.111"),
        (72.47, "exact"),
        (72.5, "exact"),  # one place: 72.47 to the nearest tenth
        (71.75, "0.11"),
        (72.402272727273, "0.111"),
    ],
)
def test_a_printed_ikm_is_held_at_two_places_before_fewer(written, weight):
    """Sums 287 of 11 answers: 72.4747 exactly, 72.4023 with 0.111, 71.75 with 0.11."""
    sums = dict(zip(SLUGS, (36, 36, 31, 29, 36, 26, 33, 30, 30), strict=True))
    counted = Counted(sums, dict.fromkeys(SLUGS, 11), 11)
    found = reconcile.explanation(counted, RULE, reconcile.number(written))
    assert (found.weight, found.nrr_places, found.cut) == (weight, None, False)


@pytest.mark.parametrize("written", ["72,40 (B)", "(72.4 %)", "72,40"])
def test_a_figure_among_words_is_a_number(written):
    assert reconcile.number(written) == Decimal("72.40")


@pytest.mark.parametrize("written", ["88,31 - 100,00", "12/2024", "A", "", None, "1.234,5"])
def test_words_of_several_figures_are_none(written):
    assert reconcile.number(written) is None


def test_a_figure_cut_off_is_said():
    counted = Counted(dict.fromkeys(SLUGS, 300099), dict.fromkeys(SLUGS, 250000), 250000)
    found = reconcile.explanation(counted, RULE, Decimal("30.00"))  # 30.0099
    assert (found.weight, found.cut) == ("exact", True)
    assert "dipotong" in found.rounding
    assert reconcile.explanation(counted, RULE, Decimal("30.01")).cut is False
