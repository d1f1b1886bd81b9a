import json
import re

import numpy as np
import pandas as pd
import pytest

from dashboard.charts.funnel import funnel, funnel_alt
from dashboard.charts.intervals import intervals, intervals_alt
from dashboard.charts.multiples import multiples
from dashboard.charts.region_map import outlines, region_map
from dashboard.charts.reporting import legend, reporting_matrix
from dashboard.charts.tiles import tile_map, tile_map_alt
from dashboard.locale import format as f
from etl.reference import Tile
from metrics.judging.compare import state_words

NAMES = {"32.01": "Kab. Bogor", "32.05": "Garut", "32.14": "Purwakarta", "32.79": "Banjar"}
NAN = float("nan")


@pytest.fixture
def rows():
    return pd.DataFrame(
        {
            "office": list(NAMES),
            "n": [600, 450, 400, NAN],
            "value": [0.85, 0.45, 0.97, NAN],
            "verdict": ["", "worse", "better", ""],
            "state": ["", "", "", "tally"],
            "low998": [0.78, 0.77, 0.76, NAN],
            "high998": [0.91, 0.92, 0.93, NAN],
        }
    )


@pytest.fixture
def curve():
    n = np.array([20.0, 100, 600])
    return pd.DataFrame(
        {"n": n, "low95": 0.8, "high95": 0.9, "low998": 0.75, "high998": 0.95}
    )  # fmt: skip


def test_the_funnel_names_outliers_and_carries_codes_for_a_click(rows, curve):
    judged = rows[rows["state"] == ""]
    fig = funnel(judged, curve, 0.85, NAMES, f.percent, "kasus")
    marks = next(t for t in fig.data if t.mode == "markers")
    assert list(marks.customdata) == ["32.01", "32.05", "32.14"]
    named = {a.text for a in fig.layout.annotations}
    assert {"Garut", "Purwakarta"} <= named
    assert "Kab. Bogor" not in named
    assert "45,0" in marks.hovertext[1]
    own = funnel(judged, curve, 0.85, NAMES, f.percent, "kasus", own="32.01")
    assert "Kab. Bogor" in {a.text for a in own.layout.annotations}


def test_the_funnels_alt_text_says_who_lies_outside(rows):
    text = funnel_alt(rows[rows["state"] == ""], 0.85, NAMES, f.percent, "tepat waktu")
    assert "Garut" in text
    assert "85,0" in text
    plain = rows.assign(verdict="").head(1)
    assert "tidak satu pun" in funnel_alt(plain, 0.85, NAMES, f.percent, "tepat waktu")


def tiles_html(rows, own=None):
    places = {o: Tile(o, i, i, NAMES[o]) for i, o in enumerate(NAMES, 1)}
    return tile_map(rows, places, f.percent, state_words, lambda o: f"?office={o}", own)


def test_a_tile_without_a_figure_is_dotted_words_and_never_nought(rows):
    html = tiles_html(rows)
    banjar = html[html.index("?office=32.79") :]
    assert "dotted" in banjar
    assert "hanya rekap bulanan" in banjar
    assert not re.search(r">\s*0", banjar)


def test_tiles_are_links_with_an_arrow_beside_the_colour(rows):
    html = tiles_html(rows)
    assert html.count("<a href=") == 4
    assert "▼ 45,0" in html
    assert "▲ 97,0" in html
    assert "n = 450" in html


def test_no_tiles_for_a_province_without_places(rows):
    assert tile_map(rows, {}, f.percent, state_words, str) == ""


def test_the_maps_alt_text_names_those_without_data(rows):
    text = tile_map_alt(rows, NAMES, f.percent, "tepat waktu")
    assert "Tanpa data: Banjar" in text
    assert "Garut 45,0" in text


@pytest.mark.parametrize("code", ["32.14", "3214", 3214])
def test_a_map_of_ones_own_is_read_by_code(tmp_path, rows, code):
    square = [[[107.0, -6.0], [107.1, -6.0], [107.1, -6.1], [107.0, -6.0]]]
    feature = {
        "type": "Feature",
        "properties": {"kode": code},
        "geometry": {"type": "Polygon", "coordinates": square},
    }
    path = tmp_path / f"peta-{code}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    shapes = outlines(str(path))
    assert set(shapes) == {"32.14"}
    fig = region_map(rows, shapes, NAMES, f.percent, state_words)
    assert fig is not None
    assert "97,0" in fig.data[0].text


def test_a_broken_map_draws_nothing(tmp_path, rows):
    (tmp_path / "rusak.geojson").write_text("{")
    assert outlines(str(tmp_path / "rusak.geojson")) == {}
    assert outlines(str(tmp_path / "tidak-ada.geojson")) == {}
    assert region_map(rows, {}, NAMES, f.percent, state_words) is None


def chart(values, verdict=""):
    n = len(values)
    return pd.DataFrame(
        {"value": values, "mean": 0.8, "low": 0.6, "high": 1.0, "verdict": [verdict] * n}
    )


def test_small_charts_share_a_scale_and_say_who_is_silent():
    charts = {"32.01": chart([0.7, 0.8, 0.9]), "32.79": chart([NAN, NAN, NAN])}
    html = multiples(charts, NAMES, f.percent, {}, {"32.79": "belum lapor"})
    assert html.count("<img") == 1
    assert "belum lapor" in html
    assert "90,0" in html
    assert "Banjar" in html


def test_an_office_with_few_cases_does_not_stretch_the_scale():
    steady, wild = chart([0.8, 0.8, 0.8]), chart([0.0, 1.0, 0.0])
    alone = multiples({"32.01": steady}, NAMES, f.percent, {}, {})
    both = multiples(
        {"32.01": steady, "32.14": wild}, NAMES, f.percent, {}, {}, frozenset({"32.14"})
    )
    picture = re.search(r'src="([^"]+)"', alone)
    assert picture is not None
    assert picture[1] in both


def test_the_reporting_matrix_tells_silence_from_nil():
    frame = pd.DataFrame(
        [
            ("32.01", 202601, "records", 40),
            ("32.01", 202602, "nil", 0),
            ("32.14", 202601, "tally", 9),
            ("32.14", 202602, "", NAN),
        ],
        columns=["office", "month", "source", "n"],
    )
    html = reporting_matrix(frame, [202601, 202602], NAMES, {"32.14": "30 hari"})
    told = re.findall(r'title="([^"]+)"', html)
    assert told == [
        "Kab. Bogor, Januari 2026: data rinci, 40",
        "Kab. Bogor, Februari 2026: nihil",
        "Purwakarta, Januari 2026: rekap bulanan saja, 9",
        "Purwakarta, Februari 2026: belum lapor",
    ]
    cells = re.findall(r"<td title.*?</td>", html)
    assert "dotted" in cells[3]
    assert "span" not in cells[3]
    assert "dotted" not in cells[1]
    assert "30 hari" in html
    assert "tepat waktu" in html
    assert "nihil" in legend()


def test_intervals_are_drawn_in_the_order_given_with_their_ends():
    frame = pd.DataFrame(
        {
            "office": ["32.14", "32.05"],
            "value": [1.0, 2.0],
            "low": [1.0, 1.0],
            "high": [2.0, 3.0],
            "verdict": ["better", ""],
        }
    )
    fig = intervals(frame, NAMES, f.number, "verdict", zero="tetap")
    marks = next(t for t in fig.data if t.mode == "markers")
    assert list(marks.y) == ["Purwakarta", "Garut"]
    assert list(fig.data[1].x) == [1.0, 3.0]
    assert fig.layout.shapes
    assert "Purwakarta 1 (1 sampai 2)" in intervals_alt(frame, NAMES, f.number, "Peringkat")
    assert "tidak ada data" in intervals_alt(frame.head(0), NAMES, f.number, "Peringkat")
