"""Labels of the quadrants never overlap, at any width a page can have."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.placing import WIDTHS, Box, box, place_labels
from etl.sheets.survey_rules import rules

HEIGHT = 330.0
coordinates = st.floats(0.1, 0.9)


def overlaps(points, labels, places, width):
    boxes = [box(p, t, s, width, HEIGHT) for p, t, s in zip(points, labels, places, strict=True)]
    return sum(a.overlap(b) for a, b in combinations(boxes, 2))


def names(code):
    return [e.short for e in rules()[code].elements]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(coordinates, coordinates), min_size=9, max_size=9))
def test_nine_labels_anywhere_stay_apart(points):
    places = place_labels(points, names("2017"), HEIGHT)
    assert [overlaps(points, names("2017"), places, w) for w in WIDTHS] == [0.0] * len(WIDTHS)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(coordinates, coordinates), min_size=14, max_size=14, unique=True))
def test_fourteen_labels_stay_apart_on_a_desk(points):
    places = place_labels(points, names("2004"), HEIGHT)
    assert [overlaps(points, names("2004"), places, w) for w in WIDTHS[2:]] == [0.0] * 3


def test_points_on_one_spot_get_labels_side_by_side():
    points = [(0.5, 0.5)] * 5
    labels = names("2017")[:5]
    places = place_labels(points, labels, HEIGHT)
    assert all(overlaps(points, labels, places, w) == 0 for w in WIDTHS)


def test_labels_stay_in_the_plot():
    points = [(0.02, 0.02), (0.98, 0.98), (0.02, 0.98), (0.98, 0.02)]
    labels = names("2017")[:4]
    places = place_labels(points, labels, HEIGHT)
    for width in WIDTHS:
        for point, label, place in zip(points, labels, places, strict=True):
            assert box(point, label, place, width, HEIGHT).outside(width, HEIGHT) == 0


def test_boxes_that_touch_do_not_overlap():
    assert Box(0, 0, 10, 10).overlap(Box(10, 0, 20, 10)) == 0
    assert Box(0, 0, 10, 10).overlap(Box(5, 5, 20, 20)) == 25
