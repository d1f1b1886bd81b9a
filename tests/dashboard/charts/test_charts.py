import numpy as np
import pandas as pd
import pytest

from dashboard.charts import style
from dashboard.charts.aging import aging, aging_alt
from dashboard.charts.bars_by_period import bars_by_period, bars_by_period_alt
from dashboard.charts.distribution import distribution, distribution_alt, fold
from dashboard.charts.expected import expected, expected_alt
from dashboard.charts.money_by_period import money_by_period, money_by_period_alt
from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.charts.share_lines import share_lines, share_lines_alt
from dashboard.charts.sparkline import sparkline
from dashboard.charts.stage_bars import stage_bars, stage_bars_alt
from dashboard.charts.xmr import xmr, xmr_alt
from dashboard.locale import format as f
from dashboard.parts.process_frame import process_frame
from tests.dashboard.made_verdict import made

NAN = float("nan")
MONTHS = [f"{2024 + (i + 10) // 12}-{(i + 10) % 12 + 1:02d}" for i in range(24)]


def judged(values):
    return process_frame(made([None if v != v else float(v) for v in values]))


def flat_then_low(gap=()):
    values = np.array([0.85, 0.86] * 9 + [0.60] * 6)
    values[list(gap)] = NAN
    return values


def texts(figure):
    return " ".join(a.text for a in figure.layout.annotations)


def test_a_real_fall_is_an_orange_triangle_and_the_target_stands_beside_it():
    frame = judged(flat_then_low())
    figure = xmr(frame.assign(target=0.85), f.percent)
    marker = next(t.marker for t in figure.data if t.mode == "lines+markers")
    assert marker.color[-1] == style.LIGHT.worse
    assert marker.symbol[-1] == "triangle-down"
    assert "85" in texts(figure)


def test_each_month_has_the_target_that_was_in_force_then():
    frame = judged(flat_then_low()).assign(target=[0.8] * 12 + [0.9] * 12)
    steps = next(t for t in xmr(frame, f.percent).data if t.line.dash == "longdash")
    assert list(steps.y[:2]) == [0.8, 0.8]
    assert list(steps.y[-2:]) == [0.9, 0.9]


def test_ordinary_variation_is_grey():
    frame = judged([0.85 + 0.01 * ((i * 7) % 5 - 2) for i in range(24)])
    assert (frame["verdict"] == "").all()
    assert set(xmr(frame, f.percent).data[-1].marker.color) == {style.LIGHT.ordinary}


def test_absent_months_are_a_gap_in_a_dotted_box_and_never_nought():
    figure = xmr(judged(flat_then_low(gap=(5, 6))), f.percent)
    line = figure.data[-1]
    assert not line.connectgaps
    assert np.isnan(np.asarray(line.y, dtype=float)[[5, 6]]).all()
    assert [s.line.dash for s in figure.layout.shapes if s.type == "rect"] == ["dot"]


def test_limits_of_a_share_end_at_0_and_100_percent():
    values = [1.0, 0.5] * 12
    figure = xmr(judged(values), f.percent)
    drawn = np.concatenate([np.asarray(t.y, dtype=float) for t in figure.data[:2]])
    assert drawn.min() >= 0
    assert drawn.max() <= 1


def test_the_bottleneck_alone_is_orange_and_says_whether_it_waits():
    frame = pd.DataFrame({"stage": ["Cek", "Peninjauan"], "run": [1.0, 1.5], "wait": [NAN, 2.6]})
    figure = stage_bars(frame, "Peninjauan")
    run, wait = (list(t.marker.color) for t in figure.data)
    assert (run + wait).count(style.LIGHT.worse) == 1
    assert wait[1] == style.LIGHT.worse
    assert "4,1\xa0hari<br>menunggu 2,6" in texts(figure)


def test_days_beyond_the_standard_are_orange_and_the_tail_is_kept():
    frame = pd.DataFrame({"days": range(200), "n": [5] * 200})
    figure = distribution(frame, standard=5, median=4, p90=9)
    bars = figure.data[0]
    assert sum(bars.y) == frame["n"].sum()
    assert [c == style.LIGHT.worse for c in bars.marker.color] == [d > 5 for d in bars.x]
    assert "standar 5" in texts(figure)


def test_folding_keeps_every_case():
    frame = pd.DataFrame({"days": [0, 3, 100], "n": [1, 2, 3]})
    folded, last = fold(frame, 3)
    assert folded["n"].sum() == 6
    assert folded["days"].max() == last == 10


def test_a_ranking_highlights_who_matters_and_says_who_is_absent():
    frame = pd.DataFrame({"name": ["A", "B", "C"], "value": [0.9, 0.5, NAN]})
    figure = ranked_bars(frame, f.percent, {"B": "worse"}, target=0.85)
    assert list(figure.data[0].marker.color) == [
        style.LIGHT.ordinary, style.LIGHT.worse, style.LIGHT.ordinary,
    ]  # fmt: skip
    assert "tidak ada data" in texts(figure)


def test_last_year_is_a_line_and_a_missing_month_has_no_bar():
    frame = pd.DataFrame(
        {"month": MONTHS[:3], "value": [10.0, NAN, 12.0], "last_year": [9.0, 8.0, NAN]}
    )
    bars, marks = bars_by_period(frame).data
    assert np.isnan(bars.y[1])
    assert marks.marker.symbol == "line-ew"
    assert "seluruhnya 22" in bars_by_period_alt(frame, "Izin")


def test_open_cases_past_the_standard_are_orange_and_add_up():
    frame = pd.DataFrame({"band": ["0–5", "> 60"], "n": [10.0, 4.0], "overdue": [0.0, 3.0]})
    fine, late = aging(frame).data
    assert [a + b for a, b in zip(fine.y, late.y, strict=True)] == [10, 4]
    assert late.marker.color == style.LIGHT.worse


def test_one_line_is_ink_and_names_do_not_lie_on_each_other():
    frame = pd.DataFrame(
        [(q, g, v) for q in ("2026-Q1", "2026-Q2") for g, v in (("QRIS", 0.5), ("Bank", 0.5))],
        columns=["period", "group", "value"],
    )
    figure = share_lines(frame, "QRIS")
    assert [t.line.color for t in figure.data].count(style.LIGHT.ink) == 1
    heights = sorted(a.y for a in figure.layout.annotations)
    assert heights[1] - heights[0] > 0.02


def test_a_sparkline_leaves_gaps_and_marks_the_last_point_in_its_colour():
    from base64 import b64decode

    address, alt = sparkline([1, 2, None, 3, 4], MONTHS[:5], "Izin", "worse")
    svg = b64decode(address.partition(",")[2]).decode()
    assert svg.count("<polyline") == 2
    assert style.LIGHT.worse in svg
    assert "Izin" in alt


def test_dark_figures_use_the_dark_palette():
    style.use("dark")
    try:
        figure = aging(pd.DataFrame({"band": ["0–5"], "n": [1.0], "overdue": [1.0]}))
        assert figure.data[1].marker.color == style.DARK.worse
    finally:
        style.use("light")


MONEY = pd.DataFrame({"month": MONTHS[:2], "billed": [5e6, NAN], "paid": [4e6, NAN]})
WAIT = pd.DataFrame(
    {"month": MONTHS[:2], "finished": [4.0, 4.0], "expected": [5.0, NAN], "low": [4.0, NAN],
     "high": [7.0, NAN]}
)  # fmt: skip
RANK = pd.DataFrame({"name": ["A"], "value": [0.5]})
STAGES = pd.DataFrame({"stage": ["Cek"], "run": [1.0], "wait": [2.0]})
DAYS = pd.DataFrame({"days": [1, 2], "n": [3, 4]})
SHARE = pd.DataFrame({"period": ["2026-Q1"], "group": ["Bank"], "value": [1.0]})
AGES = pd.DataFrame({"band": ["0–5"], "n": [3.0], "overdue": [1.0]})


@pytest.mark.parametrize(
    "figure",
    [
        money_by_period(MONEY),
        expected(WAIT),
        ranked_bars(RANK, f.percent),
        stage_bars(STAGES, None),
        distribution(DAYS),
        share_lines(SHARE),
        aging(AGES),
        xmr(judged(flat_then_low()), f.percent),
    ],
)
def test_a_figure_holds_marks_only_in_the_page_s_font_and_numbers(figure):
    assert figure.layout.title.text is None
    assert figure.layout.separators == ",."
    assert figure.layout.showlegend is False
    assert figure.layout.font.family == style.FONT


@pytest.mark.parametrize(
    ("draw", "frame", "month"),
    [
        (money_by_period, MONEY, MONTHS[0]),
        (expected, WAIT, MONTHS[1]),
        (share_lines, SHARE, "2026-02"),
    ],
)
def test_an_event_stands_on_every_chart_over_time(draw, frame, month):
    figure = draw(frame, events=[(month, "loket dibuka"), ("1999-01", "dahulu")])
    assert "loket dibuka" in texts(figure)
    assert "dahulu" not in texts(figure)


@pytest.mark.parametrize(
    ("alt", "holds"),
    [
        (money_by_period_alt(MONEY), "ditagih Rp 5,0 juta"),
        (expected_alt(WAIT), "4 hari"),
        (ranked_bars_alt(RANK, "Tepat waktu", f.percent), "50,0 %"),
        (stage_bars_alt(STAGES, "Cek"), "Terlama: Cek"),
        (distribution_alt(DAYS, 5, 2, 2), "7 izin"),
        (share_lines_alt(SHARE, "Cara bayar"), "Bank 100,0 %"),
        (aging_alt(AGES), "1 lewat standar"),
        (xmr_alt(judged(flat_then_low()), f.percent, "Tepat waktu"), "terakhir 60,0 %"),
    ],
)
def test_alt_text_tells_what_the_graph_shows(alt, holds):
    assert holds in alt.replace(f.NBSP, " ").replace("Rp 5 juta", "Rp 5,0 juta")


@pytest.mark.parametrize(("low", "high"), [(0, 87), (0.78, 0.92), (0, 3_400_000_000), (5, 5)])
def test_ticks_are_round_and_span_the_values(low, high):
    ticks = style.nice_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 8
