from datetime import date

import pytest

from etl.store.operations import Operations
from metrics.asking.query import Query
from metrics.asking.registry import get
from metrics.judging.targets import few, met, target, targets_by_month
from tests.metrics.judging.made_figure import NAME, day, given, snapshot

TARGETS = [
    ("on_time_rate", "32", None, day(2020, 1), 0.9),
    ("on_time_rate", "32.01", None, day(2024, 7), 0.95),
    ("on_time_rate", "32.01", None, day(2025, 7), 0.97),
    ("on_time_rate", "32.01", "PBG", day(2024, 1), 0.7),
    ("ikm", "32", None, day(2020, 1), 88.31),
]


@pytest.fixture
def store(tmp_path):
    return snapshot(tmp_path, TARGETS)


@pytest.mark.parametrize(
    ("place", "on", "wanted"),
    [
        ({"office": "32.01"}, date(2024, 6, 30), 0.9),  # its own is not yet in force
        ({"office": "32.01"}, date(2024, 7, 1), 0.95),  # from its first day
        ({"office": "32.01"}, date(2025, 6, 30), 0.95),
        ({"office": "32.01"}, date(2025, 7, 31), 0.97),  # of several the latest
        ({"office": "32.02"}, date(2025, 7, 31), 0.9),  # the province's, for want of its own
        ({"province": "32"}, date(2025, 7, 31), 0.9),
        ({}, date(2025, 7, 31), 0.9),  # all that is loaded is one province
        ({"office": "32.01"}, date(2019, 12, 31), None),
        ({"office": "32.01", "permit_type": "PBG"}, date(2025, 7, 31), 0.7),
        ({"office": "32.01", "permit_type": "SIUP"}, date(2025, 7, 31), None),  # none of all types
        ({"office": "32.02", "permit_type": "PBG"}, date(2025, 7, 31), None),  # another office's
    ],
)
def test_target_in_force(store, place, on, wanted):
    found = target(store, "on_time_rate", Query(**place), on)
    assert found == (pytest.approx(wanted) if wanted is not None else None)


def test_two_provinces_share_no_target(tmp_path):
    two = snapshot(tmp_path, TARGETS)
    offices = two.offices()
    offices.loc[offices["office"] == "32.02", "province"] = "33"
    two.offices = lambda: offices
    assert target(two, "on_time_rate", Query(), date(2025, 1, 31)) is None


def test_no_targets_at_all(tmp_path):
    assert target(snapshot(tmp_path), "ikm", Query(office="32.01"), date(2025, 1, 1)) is None


def test_a_line_over_a_chart_has_each_months_own(store):
    asked = Query(office="32.01")
    assert targets_by_month(store, "on_time_rate", asked, [202406, 202407, 202507]) == [
        pytest.approx(v) for v in (0.9, 0.95, 0.97)
    ]


@pytest.mark.parametrize(("n", "short"), [(0, True), (19, True), (20, False), (None, False)])
def test_a_rate_of_under_twenty_is_few(n, short):
    assert few(get("on_time_rate"), n) is short
    assert few(get("permits_issued"), n) is False
    assert few(get("on_time_rate"), float("nan")) is False


@pytest.mark.parametrize(
    ("value", "n", "wanted", "answer"),
    [
        (0.9, 20, 0.9, True),
        (0.91, 20, 0.9, True),
        (0.89, 20, 0.9, False),
        (0.95, 19, 0.9, None),
        (None, 20, 0.9, None),
        (float("nan"), 20, 0.9, None),
        (0.9, 20, None, None),
    ],
)
def test_met(value, n, wanted, answer):
    assert met(get("on_time_rate"), value, n, wanted) is answer


def test_lower_is_better_where_the_figure_says_so():
    days = get("processing_time")
    assert [met(days, v, 20, 5.0) for v in (4.0, 5.0, 5.1)] == [True, True, False]


def test_no_way_is_better_for_a_figure_without_direction():
    assert met(given({}, better=None), 0.9, 100, 0.9) is None
    assert get(NAME).better is None


def test_one_set_on_the_page_takes_the_place_of_the_loaded_one_of_that_day(store):
    kept = Operations(store.store)
    kept.set_target("on_time_rate", "32.01", date(2024, 7, 1), "0.8", "a")
    asked = Query(office="32.01")
    assert target(store, "on_time_rate", asked, date(2024, 12, 31)) == 0.8
    assert target(store, "on_time_rate", asked, date(2025, 12, 31)) == pytest.approx(0.97)
    kept.set_target("on_time_rate", "32.01", date(2026, 1, 1), "0.99", "a")
    assert targets_by_month(store, "on_time_rate", asked, [202512, 202601]) == [
        pytest.approx(0.97), 0.99,
    ]  # fmt: skip


def test_one_taken_back_on_the_page_leaves_what_else_holds(store):
    kept = Operations(store.store)
    for day_ in (date(2024, 7, 1), date(2025, 7, 1)):
        kept.set_target("on_time_rate", "32.01", day_, None, "a")
    asked = Query(office="32.01")
    assert target(store, "on_time_rate", asked, date(2025, 7, 31)) == pytest.approx(0.9)


def test_the_page_s_targets_keep_to_their_type_and_place(store):
    kept = Operations(store.store)
    kept.set_target("on_time_rate", "32.02", date(2025, 1, 1), "0.5", "a", "PBG")
    assert target(store, "on_time_rate", Query(office="32.02"), date(2025, 7, 1)) == 0.9
    one = Query(office="32.02", permit_type="PBG")
    assert target(store, "on_time_rate", one, date(2025, 7, 1)) == 0.5
