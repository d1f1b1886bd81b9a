import itertools
import random
import re

import pandas as pd
import pytest

from dashboard.charts import style
from dashboard.charts.flow_map import ROW, drawn, flow_map, flow_map_alt
from dashboard.charts.variants import variants_html
from metrics.counting.marks import END, START
from metrics.flow.paths import REWORK, Variants, arranged

PHONE = 340  # pixels of a graph on a phone


def made(stages: int, seed: int = 1):
    """A process of many stages with short cuts and rework, as counts of steps."""
    draw = random.Random(seed)
    names = [f"Pemeriksaan lapangan bagian {i + 1}" for i in range(stages)]
    chain = [START, *names, END]
    rows = [(a, b, draw.randrange(600, 900), 0, 2.0) for a, b in itertools.pairwise(chain)]
    for i in range(stages):
        j = min(stages, i + draw.randrange(2, 6))
        rows.append((chain[i + 1], chain[j + 1], draw.randrange(10, 400), 0, 3.5))
        k = max(0, i - draw.randrange(0, 4))
        n = draw.randrange(10, 300)
        rows.append((chain[i + 1], names[k], n, n, 1.0))
    frame = pd.DataFrame(rows, columns=["a", "b", "n", "again", "median"])
    together = {"n": "sum", "again": "sum", "median": "first"}
    return arranged(frame.groupby(["a", "b"], as_index=False).agg(together), 900)


def boxes_of_texts(figure, width=PHONE):
    """Left, top, right, bottom in pixels of every label, as wide as its letters are."""
    found = []
    for a in figure.layout.annotations:
        lines = re.sub(r"</?b>", "", a.text).split("<br>")
        across = max(map(len, lines)) * a.font.size * 0.52
        height = len(lines) * a.font.size * 1.3
        left = a.x * width - (0 if a.xanchor == "left" else across / 2)
        found.append((left, a.y * ROW - height / 2, left + across, a.y * ROW + height / 2, a.text))
    return found


@pytest.mark.parametrize("stages", [2, 5, 13, 30])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_label_lies_over_another_at_the_width_of_a_phone(stages, seed):
    figure = flow_map(made(stages, seed))
    texts = boxes_of_texts(figure)
    assert len(texts) >= 2 * stages + 2
    for one, other in itertools.combinations(texts, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 1 or down <= 1, (one, other)
    assert all(t[0] >= 0 and t[2] <= PHONE for t in texts)


def test_rework_is_orange_the_usual_path_ink_and_the_rest_grey():
    flow = made(8)
    figure = flow_map(flow)
    tones = [s.line.color for s in figure.layout.shapes if s.type != "rect"]
    kinds = drawn(flow)["kind"].value_counts()
    palette = style.LIGHT
    assert tones.count(palette.worse) == kinds[REWORK]
    assert tones.count(palette.ink) == kinds["usual"] == 9
    assert tones.count(palette.ordinary) == kinds["rare"]
    assert kinds[REWORK] > 0
    assert kinds["rare"] > 0


def test_the_map_says_in_words_what_it_shows():
    flow = made(3)
    alt = flow_map_alt(flow)
    worst = flow.repeats.iloc[0]
    assert "mulai → Pemeriksaan lapangan bagian 1 →" in alt
    assert f"{worst['a']} → {worst['b']} ({worst['n']})" in alt


def test_pointing_at_an_arrow_tells_the_step_its_number_and_its_days():
    flow = made(4)
    told = flow_map(flow).data[-1].hovertext
    assert len(told) == len(drawn(flow)) + 3 * len(flow.nodes), "each arrow, and each stage"
    assert any("mulai → Pemeriksaan lapangan bagian 1" in t and "median 2" in t for t in told)


def test_a_stage_that_comes_back_is_marked_and_names_are_escaped():
    frame = pd.DataFrame({"path": ["A<b> → B → A<b>"], "stages": [3], "n": [4], "share": [0.5]})
    html = variants_html(Variants(frame, 8, 1, 4))
    assert html.count("↻ A&lt;b&gt;") == 1
    assert "A<b>" not in html
    assert "50,0" in html
