"""Which survey speaks for a period: one function, whatever door asks."""

from datetime import date

import pytest

from metrics.ikm.which import Held, Span, choose, span_of


def held(*periods, offices=("32.01",)):
    return [Held(p, "2017", offices) for p in periods]


def period(found):
    return found.period if found else None


@pytest.mark.parametrize(
    ("periods", "asked", "right"),
    [
        (["2023-S2", "2024-S1", "2024-S2"], "2024", "2024-S2"),
        (["2023-S2", "2024-S1", "2024-S2"], "2024-S1", "2024-S1"),
        (["2024-Q2", "2024-S1"], "2024-Q2", "2024-Q2"),  # exactly what was asked
        (["2024-Q2", "2024-S1"], "2024-06", "2024-S1"),
        (["2024-01", "2024-02"], "2024-S1", "2024-02"),  # pooled only where asked
        (["2023-S1"], "2024-05", "2023-S1"),  # the last within 12 months
        (["2023-04"], "2024-05", None),
        (["2023-05"], "2024-05", "2023-05"),
        (["2024-S2"], "2024-S1", None),  # never a later one
        (["2022", "2023"], "2024-S2", "2023"),
        ([], "2024", None),
        (["2019-S1", "2024-S2"], None, "2024-S2"),
    ],
)
def test_the_last_that_ends_in_it_else_within_twelve_months(periods, asked, right):
    assert period(choose(held(*periods), span_of(asked))) == right


def test_of_two_that_end_together_the_one_of_more_offices():
    both = [*held("2024", offices=("32.01",)), *held("2024-S2", offices=("32.02", "32.03"))]
    assert period(choose(both, Span(202407, 202412))) == "2024-S2"
    assert period(choose(both, span_of("2024"))) == "2024"


def test_a_survey_that_has_not_ended_is_not_known_yet():
    surveys = held("2024-S1", "2024-S2")
    assert period(choose(surveys, Span(day=date(2024, 10, 31)))) == "2024-S1"
    running = (("32.01", date(2024, 10, 31)),)
    assert period(choose(surveys, Span(day=date(2024, 10, 31), days=running))) == "2024-S2"
    assert period(choose(surveys, Span(day=date(2024, 9, 30), days=running))) == "2024-S1"


def test_one_survey_under_two_rules_is_that_of_the_newer():
    both = [Held("2017", "2014", ("32.01",)), Held("2017", "2017", ("32.01",))]
    assert choose(both, span_of("2017")).rule == "2017"
