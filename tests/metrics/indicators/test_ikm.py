import pandas as pd
import pytest

from metrics.asking.query import Query, Scope
from metrics.asking.registry import get
from tests.metrics.survey_frames import people, persons_of, scores_of, snapshot_of

SURVEYS = [
    ([[3] * 9, [4] * 9], {"office": "32.01", "period": "2024-S1", "service": "IMB"}),
    ([[2] * 9, [2] * 9], {"office": "32.01", "period": "2024-S2", "service": "IMB"}),
    ([[4] * 9] * 6, {"office": "32.02", "period": "2024-S2", "service": "SIUP"}),
    ([[1] * 14], {"office": "32.02", "period": "2016", "service": "SIUP", "rule": "2004"}),
]


@pytest.fixture
def snapshot(tmp_path):
    frames = [(people(rows, key.get("rule", "2017")), key) for rows, key in SURVEYS]
    return snapshot_of(
        tmp_path,
        ref_office=pd.DataFrame({"office": ["32.01", "32.02"], "province": ["32", "32"]}),
        survey_score=pd.concat(scores_of(raw, **key) for raw, key in frames),
        survey_person=pd.concat(persons_of(raw, **key) for raw, key in frames),
        meta=pd.DataFrame(
            {"office": ["32.01"], "kind": ["survey"], "as_of": [pd.Timestamp("2024-12-31").date()]}
        ),
    )


def read(snapshot, scope=None, **query):
    return get("ikm").read(snapshot, scope or Scope(), Query(**query))


def test_the_last_survey_that_ends_in_the_period_speaks_for_it(snapshot):
    result = read(snapshot, office="32.01", start="2024", end="2024")
    assert (result.value, result.first["n"], result.first["period"]) == (50.0, 2, "2024-S2")
    assert result.as_of == "2024-12-31"


def test_else_the_last_within_the_year_before_it_named_with_its_own_period(snapshot):
    result = read(snapshot, office="32.01", start="2025-03", end="2025-05")
    assert (result.value, result.first["period"]) == (50.0, "2024-S2")
    assert "2024-S2" in result.first["note"]
    assert read(snapshot, office="32.01", start="2026-01").value is None


def test_a_provinces_figure_is_of_the_respondents_of_that_period(snapshot):
    result = read(snapshot, province="32", start="2024", end="2024")
    assert (result.value, result.first["n"]) == (87.5, 8)  # (6 x 4 + 2 x 2) / 8 x 25
    first = read(snapshot, province="32", start="2024-01", end="2024-06")
    assert (first.value, first.first["period"]) == (87.5, "2024-S1")
    [note] = first.notes
    assert "32.02" in note


def test_by_office_and_half_year(snapshot):
    result = read(snapshot, by=("office", "period"), start="2024")
    assert result.rows[["office", "period", "value"]].to_numpy().tolist() == [
        ["32.01", "2024-S1", 87.5],
        ["32.01", "2024-S2", 50.0],
        ["32.02", "2024-S2", 100.0],
    ]


def test_time_dimensions_take_the_periods_last_month(snapshot):
    quarters = read(snapshot, office="32.01", by=("quarter",)).rows["quarter"].tolist()
    assert quarters == ["2024-Q2", "2024-Q4"]
    months = read(snapshot, office="32.01", by=("month",)).rows["month"].tolist()
    assert months == ["2024-06", "2024-12"]


def test_rules_are_never_mixed_and_it_says_so(snapshot):
    result = read(snapshot, office="32.02")
    assert (result.value, result.first["rule_used"]) == (100.0, "2017")
    rows = read(snapshot, office="32.02", by=("period",))
    assert rows.rows["value"].tolist() == [25.0, 100.0]
    assert "2004, 2017" in rows.notes[0]


def test_services_are_those_of_the_survey_that_speaks_for_the_period(snapshot):
    rows = read(snapshot, by=("office", "service"), start="2024", end="2024").rows
    assert rows[["office", "service", "value", "period"]].to_numpy().tolist() == [
        ["32.01", "IMB", 50.0, "2024-S2"],
        ["32.02", "SIUP", 100.0, "2024-S2"],
    ]


def test_no_survey_is_no_figure(snapshot):
    result = read(snapshot, start="2030")
    assert result.value is None
    assert "Belum ada survei" in result.first["note"]
    assert result.to_json()["rows"][0]["value"] is None


def test_scope_and_small_groups(snapshot):
    office = Scope("office", frozenset({"32.02"}))
    assert read(snapshot, office, by=("office",), start="2024").rows["office"].tolist() == ["32.02"]
    public = Scope("public", hide_below=5)
    assert read(snapshot, public, office="32.01", start="2024").value is None
