from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from scipy import stats

from etl.errors import Refused
from etl.sheets.survey_rules import half_up, rule
from metrics.asking.query import Scope
from metrics.ikm.index import ikm_rows, make_row, pooled, rows_from_counts
from tests.metrics.survey_frames import KEY, people, persons_of, real_file, scores_of, snapshot_of

SEKADAU_SUMS = [138, 139, 150, 177, 159, 163, 161, 143, 159]
SEKADAU_NRR = [2.8163, 2.8367, 3.0612, 3.6122, 3.2449, 3.3265, 3.2857, 2.9184, 3.2449]


def ikm(raw, weight="exact", code="2017"):
    [row] = rows_from_counts(scores_of(raw, rule=code), persons_of(raw, rule=code), weight)
    return row


def of_nrr(nrr, weight="exact", code="2017"):
    """A survey of 10,000 respondents whose every element has this mean (four decimals)."""
    low = int(nrr)
    more = round((nrr - low) * 10000)
    rows = pd.DataFrame({"score": [low, low + 1], "n": [10000 - more, more]})
    scores = pd.concat(
        [rows.assign(element=e.slug) for e in rule(code).elements], ignore_index=True
    )
    scores = scores[scores["n"] > 0].assign(office="x", period="2024", service="", rule=code)
    persons = pd.DataFrame(columns=[*KEY, "answered", "total", "n"])
    [row] = rows_from_counts(scores, persons, weight)
    return row


@pytest.mark.parametrize(
    ("code", "weight", "expected"),
    [
        ("2017", "exact", "100.00"),
        ("2017", "0.111", "99.90"),
        ("2017", "0.11", "99.00"),
        ("2014", "exact", "100.00"),
        ("2014", "0.111", "99.90"),
        ("2014", "0.11", "99.00"),
        ("2004", "exact", "100.00"),
        ("2004", "0.071", "99.40"),
    ],
)
def test_all_answers_four(code, weight, expected):
    k = len(rule(code).elements)
    row = ikm(people([[4] * k] * 7, code), weight, code)
    assert str(row.ikm) == expected
    assert row.grade == "A"
    assert row.weight == weight
    assert row.low == row.high == row.ikm


def test_nrr_of_3_55_is_a_exactly_and_b_with_the_weight_of_the_text():
    assert (of_nrr(3.55).ikm, of_nrr(3.55).grade) == (Decimal("88.75"), "A")
    with_text = of_nrr(3.55, "0.11")
    assert (with_text.ikm, with_text.grade) == (Decimal("87.86"), "B")
    assert of_nrr(3.55, "0.111").ikm == Decimal("88.66")


@pytest.mark.parametrize(
    ("value", "grades"),
    [
        ("25.00", {"2004": "D", "2014": "D", "2017": "D"}),
        ("43.75", {"2004": "D", "2014": "D", "2017": "D"}),
        ("43.76", {"2004": "C", "2014": "C", "2017": "D"}),
        ("62.50", {"2004": "C", "2014": "C", "2017": "D"}),
        ("62.51", {"2004": "B", "2014": "B", "2017": "D"}),
        ("64.99", {"2004": "B", "2014": "B", "2017": "D"}),
        ("65.00", {"2004": "B", "2014": "B", "2017": "C"}),
        ("76.49", {"2004": "B", "2014": "B", "2017": "C"}),
        ("76.60", {"2004": "B", "2014": "B", "2017": "C"}),
        ("76.61", {"2004": "B", "2014": "B", "2017": "B"}),
        ("81.25", {"2004": "B", "2014": "B", "2017": "B"}),
        ("81.26", {"2004": "A", "2014": "A", "2017": "B"}),
        ("88.30", {"2004": "A", "2014": "A", "2017": "B"}),
        ("88.31", {"2004": "A", "2014": "A", "2017": "A"}),
        ("100.00", {"2004": "A", "2014": "A", "2017": "A"}),
    ],
)
def test_every_bound_from_both_sides_under_every_rule(value, grades):
    for code, letter in grades.items():
        assert rule(code).grade(Decimal(value)).letter == letter
        row = of_nrr(float(Decimal(value) / 25), code=code)
        assert (row.ikm, row.grade) == (Decimal(value), letter)


def test_every_hundredth_from_25_to_100_has_one_grade():
    for code in ("2004", "2014", "2017"):
        letters = [rule(code).grade(Decimal(c) / 100).letter for c in range(2500, 10001)]
        assert letters == sorted(letters, reverse=True)
        assert set(letters) == set("ABCD")


def test_half_goes_up_once_from_the_unrounded_index():
    assert half_up(Fraction("86.625")) == Decimal("86.63")
    assert half_up(Fraction("86.6249999")) == Decimal("86.62")
    row = of_nrr(3.465)  # 86.625 exactly; binary floats print 86.62
    assert row.ikm == Decimal("86.63")
    edge = of_nrr(2.5998)  # 64.995 rounds to 65.00 and is C, not D
    assert (edge.ikm, edge.grade) == (Decimal("65.00"), "C")


def test_blank_answers_lower_nothing():
    raw = people([[3] * 9, [3] * 8 + [None], [None, *[3] * 8]])
    row = ikm(raw)
    assert row.ikm == Decimal("75.00")
    assert [e.answers for e in row.elements] == [2, 3, 3, 3, 3, 3, 3, 3, 2]
    assert row.respondents == 3


def test_a_respondent_without_answers_is_none():
    raw = people([[3] * 9, [4] * 9, [None] * 9])
    assert ikm(raw).respondents == 2


def test_an_element_without_answers_leaves_no_ikm_and_says_which():
    row = ikm(people([[3] * 8 + [None], [4] * 8 + [None]]))
    assert row.ikm is row.grade is row.low is None
    assert "Sarana dan prasarana" in row.notes[0]
    assert row.to_json()["ikm"] is None


def test_interval_is_of_respondents_own_means_and_follows_the_weight():
    raw = people([[2, 3, 3, 4, 3, 3, 3, 3, 3], [4, *[3] * 8], [3] * 9, [3, 3, 2, 3, 3, 3, 3, 2, 3]])
    own = raw.mean(axis=1).astype(float)
    low, high = stats.t.interval(0.95, 3, loc=own.mean() * 25, scale=stats.sem(own) * 25)
    row = ikm(raw)
    assert float(row.low) == pytest.approx(low, abs=0.005)
    assert float(row.high) == pytest.approx(high, abs=0.005)
    text = ikm(raw, "0.11")
    assert float(text.high - text.low) == pytest.approx((high - low) * 0.99, abs=0.011)


def test_a_tally_of_answers_has_an_index_and_no_interval():
    raw = people([[3] * 9, [4] * 9, [3] * 9])
    nobody = persons_of(raw).iloc[:0]
    [row] = rows_from_counts(scores_of(raw), nobody)
    assert (row.ikm, row.respondents, row.low) == (Decimal("83.33"), 3, None)
    assert "rekapitulasi" in row.notes[0]


def test_one_respondent_has_no_interval():
    row = ikm(people([[4] * 9]))
    assert (row.ikm, row.low, row.high) == (Decimal("100.00"), None, None)


def test_2014_says_that_its_bounds_are_unconfirmed():
    row = ikm(people([[3] * 9, [4] * 9], "2014"), code="2014")
    assert any("belum dipastikan" in note for note in row.notes)


@pytest.mark.parametrize("weight", ["0", "2", "-0.11", "sembilan", "1/0"])
def test_a_weight_that_is_none_is_refused(weight):
    with pytest.raises(Refused, match="Bobot"):
        make_row(("x", "2024", "", "2017"), [], [], weight)


@pytest.fixture
def snapshot(tmp_path):
    a, b = people([[3] * 9, [4] * 9]), people([[2] * 9])
    offices = pd.DataFrame({"office": ["32.01", "32.02"], "province": ["32", "32"]})
    keys = [
        {"office": "32.01", "service": "IMB"},
        {"office": "32.02", "service": "IMB"},
        {"office": "32.02", "service": "SIUP", "period": "2020-S1"},
    ]
    data = [a, b, a]
    return snapshot_of(
        tmp_path,
        ref_office=offices,
        survey_score=pd.concat(scores_of(d, **k) for d, k in zip(data, keys, strict=True)),
        survey_person=pd.concat(persons_of(d, **k) for d, k in zip(data, keys, strict=True)),
    )


def test_rows_come_from_the_count_tables_by_filter(snapshot):
    rows = ikm_rows(snapshot, Scope())
    assert [(r.office, r.period, r.service, str(r.ikm)) for r in rows] == [
        ("32.01", "2019-S1", "IMB", "87.50"),
        ("32.02", "2019-S1", "IMB", "50.00"),
        ("32.02", "2020-S1", "SIUP", "87.50"),
    ]
    assert [r.office for r in ikm_rows(snapshot, None, office="32.01")] == ["32.01"]
    assert [r.period for r in ikm_rows(snapshot, None, "32.02", period="2020-S1")] == ["2020-S1"]
    before = [(r.office, r.period) for r in ikm_rows(snapshot, None, period="2019-S2")]
    assert before == [("32.01", "2019-S1"), ("32.02", "2019-S1")]  # the last within 12 months
    assert len(ikm_rows(snapshot, None, province="32")) == 3
    assert ikm_rows(snapshot, None, province="33") == []
    assert ikm_rows(snapshot, None, rule="2004") == []


def test_a_scope_hides_other_offices(snapshot):
    own = Scope("office", frozenset({"32.01"}))
    assert {r.office for r in ikm_rows(snapshot, own)} == {"32.01"}
    assert ikm_rows(snapshot, own, office="32.02") == []


def test_json_is_the_contracts(snapshot):
    [row] = ikm_rows(snapshot, None, office="32.02", period="2019-S1", weight="0.111")
    told = row.to_json()
    assert list(told)[:10] == [
        "office", "period", "service", "rule", "weight", "respondents", "ikm", "grade", "low",
        "high",
    ]  # fmt: skip
    assert (told["ikm"], told["weight"], told["grade"]) == (49.95, "0.111", "D")
    assert told["elements"][1] == {
        "element": "prosedur",
        "name": "Sistem, mekanisme dan prosedur",
        "answers": 1,
        "sum": 2,
        "nrr": 2.0,
    }


def test_unknown_rule_is_refused(snapshot):
    with pytest.raises(Refused, match="2004, 2014, 2017"):
        ikm_rows(snapshot, None, rule="2010")


def test_pooled_services_count_every_respondent_once():
    a, b = people([[4] * 9] * 3), people([[2] * 9])
    scores = pd.concat([scores_of(a, service="IMB"), scores_of(b, service="SIUP")])
    persons = pd.concat([persons_of(a, service="IMB"), persons_of(b, service="SIUP")])
    [row] = pooled(scores, persons)
    assert (row.ikm, row.respondents, row.service) == (Decimal("87.50"), 4, None)


@pytest.mark.real
def test_sekadau():
    raw = pd.read_csv(real_file("sekadau_2019s1_first49.csv"), index_col="resp")
    raw = people(raw.to_numpy().tolist())
    row = ikm(raw)
    assert [e.sum for e in row.elements] == SEKADAU_SUMS
    assert [e["nrr"] for e in row.to_json()["elements"]] == SEKADAU_NRR
    assert (row.ikm, row.grade, row.respondents) == (Decimal("78.74"), "B", 49)
    assert ikm(raw, "0.111").ikm == Decimal("78.66")
    assert ikm(raw, "0.11").ikm == Decimal("77.95")
    assert row.lowest[0].element.slug == "persyaratan"
    assert row.lowest[-1].element.slug == "biaya"
    assert row.low < row.ikm < row.high
