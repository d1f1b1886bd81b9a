from decimal import Decimal

import pandas as pd
import pytest

from metrics.asking.query import Scope
from metrics.ikm.views import (
    adequacy,
    groups,
    office_rows,
    profile,
    province_rows,
    quadrants,
    trend,
    validity,
)
from tests.metrics.survey_frames import (
    KEY,
    pairs_of,
    people,
    persons_of,
    scores_of,
    snapshot_of,
)

OFFICES = pd.DataFrame({"office": ["32.01", "32.02"], "province": ["32", "32"]})


def snapshot(folder, surveys, **more):
    frames = [(people(rows, key.get("rule", "2017")), key) for rows, key in surveys]
    tables = {
        "ref_office": OFFICES,
        "survey_score": pd.concat(scores_of(raw, **key) for raw, key in frames),
        "survey_person": pd.concat(persons_of(raw, **key) for raw, key in frames),
    }
    return snapshot_of(folder, **(tables | more))


def test_trend_marks_a_change_of_rule_and_gives_no_difference_across_it(tmp_path):
    rows = office_rows(
        snapshot(
            tmp_path,
            [
                ([[3] * 14, [2] * 14], {"office": "32.01", "period": "2016", "rule": "2004"}),
                ([[3] * 9, [2] * 9], {"office": "32.01", "period": "2019-S2"}),
                ([[2] * 9, [2, *[3] * 8]] * 9, {"office": "32.01", "period": "2019-S1"}),
                ([[4] * 9, [4] * 8 + [3]] * 9, {"office": "32.01", "period": "2020-S1"}),
            ],
        ),
        None,
        "32.01",
    )
    points = trend(rows)
    assert [p.row.period for p in points] == ["2016", "2019-S1", "2019-S2", "2020-S1"]
    assert [p.rule_changed for p in points] == [False, True, False, False]
    assert points[0].change is points[1].change is None
    assert points[2].change is not None
    assert not points[2].change.clear


def test_a_clear_rise_is_told_from_chance(tmp_path):
    surveys = [
        ([[2] * 9, [3] * 9] * 20, {"office": "32.01", "period": "2019-S1"}),
        ([[4] * 9, [3] * 9] * 20, {"office": "32.01", "period": "2019-S2"}),
    ]
    points = trend(office_rows(snapshot(tmp_path, surveys), None, "32.01"))
    assert points[1].change.value == pytest.approx(25.0)
    assert points[1].change.clear


def test_province_both_ways(tmp_path):
    found = province_rows(
        snapshot(
            tmp_path,
            [
                ([[4] * 9] * 9, {"office": "32.01"}),
                ([[2] * 9], {"office": "32.02", "service": "IMB"}),
                ([[3] * 9], {"office": "32.02", "service": "SIUP"}),
            ],
        ),
        None,
        "32",
    )
    [only] = found
    assert only.pooled.ikm == Decimal("93.18")  # (9 x 4 + 2 + 3) / 11 x 25
    assert only.mean_of_units == Decimal("81.25")  # (100 + 62.5) / 2
    assert only.mean_grade == "B"
    assert [u.ikm for u in only.units] == [Decimal("100.00"), Decimal("62.50")]


def test_a_provinces_scope_is_its_own(tmp_path):
    surveys = [([[4] * 9], {"office": "32.01"}), ([[2] * 9], {"office": "32.02"})]
    [only] = province_rows(snapshot(tmp_path, surveys), Scope("office", frozenset({"32.02"})), "32")
    assert [u.office for u in only.units] == ["32.02"]


def test_groups_one_attribute_at_a_time_and_by_service(tmp_path):
    women, men = people([[4] * 9, [4] * 9]), people([[2] * 9])
    everyone = pd.concat([women, men])
    key = {"office": "32.01"}
    tables = {
        name: pd.concat(
            [
                make(everyone, **key),
                make(women, "sex", "P", **key),
                make(men, "sex", "L", **key),
                make(everyone, service="IMB", **key),
            ]
        )
        for name, make in (("survey_score", scores_of), ("survey_person", persons_of))
    }
    found = groups(
        snapshot_of(tmp_path, ref_office=OFFICES, **tables), None, "32.01", KEY["period"], "2017"
    )
    assert [(g.attribute, g.value, str(g.row.ikm)) for g in found] == [
        ("sex", "L", "50.00"),
        ("sex", "P", "100.00"),
        ("service", "IMB", "83.33"),
        ("service", "Semua", "83.33"),
    ]
    shares = profile([g for g in found if g.attribute == "sex"])
    assert shares["share"].tolist() == pytest.approx([1 / 3, 2 / 3])


def test_quadrants_split_at_the_means(tmp_path):
    raw = people(
        [
            [1, 2, 3, 4, 3, 3, 3, 3, 3],
            [2, 3, 3, 4, 3, 3, 4, 3, 3],
            [3, 3, 4, 4, 3, 4, 4, 4, 2],
            [3, 4, 4, 3, 4, 4, 4, 4, 4],
        ]
    )
    [row] = office_rows(
        snapshot(tmp_path, [(raw.to_numpy().tolist(), {"office": "32.01"})]), None, "32.01"
    )
    places = {q.element: q for q in quadrants(row, validity(pairs_of(raw), "2017"))}
    assert places["persyaratan"].place == "improve"
    assert places["perilaku"].place == "keep"
    assert places["biaya"].place == "ease"
    assert places["sarana"].place == "later"
    assert quadrants(row, None) == []


def test_sample_is_held_against_the_population(tmp_path):
    population = pd.DataFrame(
        {"office": ["32.01"] * 2, "period": ["2019-S1"] * 2, "service": ["IMB", ""], "n": [9, 220]}
    )
    store = snapshot(tmp_path, [([[4] * 9], {"office": "32.01"})], ref_population=population)
    short = adequacy(store, None, "32.01", "2019-S1", 139)
    assert (short.needed, short.enough) == (140, False)
    assert adequacy(store, None, "32.01", "2019-S1", 140).enough
    assert adequacy(store, None, "32.01", "2020-S1", 140) is None
