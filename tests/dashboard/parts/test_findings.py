from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.frame import period as periods
from dashboard.locale import format as f
from dashboard.parts import findings, series
from metrics.asking.query import Query
from metrics.asking.registry import get
from metrics.asking.result import Result


def rate(numerator, denominator):
    value = numerator / denominator
    row = {"n": denominator, "value": value, "numerator": numerator, "denominator": denominator}
    return Result(get("on_time_rate"), Query(), pd.DataFrame([row]), "2026-10-30")


@pytest.mark.parametrize(
    ("now", "better", "direction"),
    [
        ((950, 1000), "up", "better"),
        ((750, 1000), "up", "worse"),
        ((950, 1000), "down", "worse"),
        ((852, 1000), "up", "same"),
        ((19, 20), "up", "same"),
        ((950, 1000), None, ""),
    ],
)
def test_a_change_counts_only_where_chance_does_not_explain_it(now, better, direction):
    change = findings.rate_change(rate(*now), rate(850, 1000), better, "2025")
    assert change.direction == direction
    assert "85,0" in change.text


def plain(text):
    return text.replace(f.NBSP, " ")


def test_a_missed_target_is_said_in_orange():
    text = plain(findings.rate_sentence("Tepat waktu", 0.7, 0.85, None))
    assert text == "**Tepat waktu 70,0 %**, :orange[**di bawah target 85 %**]."


def test_a_figure_equal_to_its_target_to_the_eye_is_not_called_missed():
    text = plain(findings.rate_sentence("Tepat waktu", 0.84981, 0.85, None))
    assert "orange" not in text
    assert "sama dengan target" in text


def test_what_is_unknown_is_not_called_nothing():
    unknown = [findings.Matter("late", None, "x")]
    assert "tidak diketahui" in findings.decisions(unknown)
    assert "Belum ada standar" in findings.decisions(unknown, reported=True)
    assert findings.decisions([findings.Matter("late", 0, "x")]).startswith("Tidak ada")


def test_decisions_are_counted_and_joined():
    text = findings.decisions([findings.Matter("a", 2, "A"), findings.Matter("b", 1, "B")])
    assert text == ":orange[**Dua hal perlu keputusan:**] A dan B."


@pytest.mark.parametrize(
    ("now", "before", "wanted"),
    [
        (110, 100, "Izin naik 10,0 % dari tahun lalu"),
        (90, 100, "Izin turun 10,0 % dari tahun lalu"),
        (101, 100, "Izin hampir sama dengan tahun lalu"),
        (50, None, "Izin: 50"),
        (50, 0, "Izin: 50"),
    ],
)
def test_growth_is_never_made_of_nothing(now, before, wanted):
    assert plain(findings.growth_heading("Izin", now, before)) == wanted


def judged(values, **more):
    months = [f"{2024 + i // 12}-{i % 12 + 1:02d}" for i in range(len(values))]
    return replace(series.process(values, months, "up"), **more)


def test_the_heading_of_a_process_says_since_when():
    fallen = judged([0.85, 0.86] * 9 + [0.60] * 6)
    text = findings.process_heading("Ketepatan", fallen, "up")
    assert text == "Ketepatan turun nyata sejak Juli 2025"


@pytest.mark.parametrize(
    ("process", "said"),
    [
        (judged([0.8] * 8), "perlu 4 titik"),
        (judged([0.8] * 12, few=True), "terlalu sedikit"),
        (judged([None] * 12), "belum ada data"),
        (judged([0.8, 0.81] * 8), "naik-turun biasa"),
    ],
)
def test_the_heading_of_a_process_never_claims_what_is_not_known(process, said):
    assert said in findings.process_heading("Ketepatan", process, "up")


def test_nothing_judged_is_not_called_on_target():
    assert "terlalu sedikit" in findings.lowest_heading([], 0, "Tepat waktu")
    assert "memenuhi target" in findings.lowest_heading([], 3, "Tepat waktu")
    assert "selesai" in findings.expected_heading(None, None)


@pytest.mark.parametrize(
    ("as_of", "last"),
    [
        (date(2026, 10, 31), "2026-10"),
        (date(2026, 10, 30), "2026-10"),
        (date(2026, 10, 20), "2026-09"),
        (date(2026, 1, 3), "2025-12"),
    ],
)
def test_a_running_month_is_not_taken_for_a_whole_one(as_of, last):
    assert periods.last_complete(as_of) == last


def test_the_default_period_is_the_last_twelve_whole_months():
    first = periods.choices("2023-01", "2026-10")[0]
    assert (first.start, first.end) == ("2025-11", "2026-10")
    assert first.before().start == "2024-11"
    assert first.label() == "November 2025–Oktober 2026"
    assert len(first.months()) == 12


def test_periods_on_offer_are_whole_and_the_running_year_ends_where_the_data_do():
    codes = {p.code: p for p in periods.choices("2025-02", "2026-10")}
    assert "2025-Q1" not in codes
    assert "2026-Q4" not in codes
    assert codes["2026"].end == "2026-10"
    assert codes["2026"].label() == "Januari–Oktober 2026"
    assert codes["2026-Q3"].label() == "Triwulan III 2026"
    assert codes["2025-02"].start == "2025-02"


def test_a_month_without_a_row_is_absent_not_nought():
    rows = pd.DataFrame({"month": ["2026-01", "2026-03"], "value": [1.0, 3.0]})
    result = Result(get("permits_issued"), Query(), rows, None)
    assert series.by_month(result, ["2026-01", "2026-02", "2026-03"]) == [1.0, None, 3.0]


def test_a_marked_change_restarts_the_limits_and_is_named(sample_store, tmp_path):
    import shutil

    from dashboard.charts.xmr import xmr
    from dashboard.frame.view import View
    from etl.store.operations import Operations
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    store = tmp_path / "marked"
    shutil.copytree(sample_store, store)
    snapshot = open_snapshot(store)
    offices = snapshot.offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]
    span = periods.Period("12", "2025-11", "2026-10")
    query = Query(office=code, start=span.start, end=span.end)
    view = View(snapshot, EVERYTHING, query, span, "id", store, {}, {})
    Operations(store).add_event(
        code, date(2025, 5, 10), "loket terpadu dibuka", "analis", "on_time_rate", restarts=True
    )
    judged = series.rate_process(view, "on_time_rate")
    assert [what for _period, what in judged.events] == ["loket terpadu dibuka"]
    assert "loket terpadu" in " ".join(
        a.text for a in xmr(judged.frame, f.percent, events=judged.events).layout.annotations
    )
    plain_view = replace(view, store=tmp_path / "unmarked")
    assert not series.rate_process(plain_view, "on_time_rate").events
