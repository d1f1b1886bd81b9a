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
from metrics.judging.growth import Growth
from tests.copies import copied


def plain(text):
    return text.replace(f.NBSP, " ")


def test_what_is_unknown_is_not_called_nothing():
    unknown = [findings.Matter("late", None, "x")]
    assert "tidak diketahui" in findings.decisions(unknown)
    assert "Belum ada standar" in findings.decisions(unknown, reported=True)
    assert findings.decisions([findings.Matter("late", 0, "x")]).startswith("Tidak ada")


def test_decisions_are_counted_and_joined():
    text = findings.decisions([findings.Matter("a", 2, "A"), findings.Matter("b", 1, "B")])
    assert text == ":orange[**Perlu keputusan:**] A dan B."
    past = findings.decisions([findings.Matter("a", 2, "A")], reported=True, past=True)
    assert past == "Pada akhir periode: A."
    assert findings.decisions([findings.Matter("a", 0, "A")], reported=True, past=True) == ""
    stale = findings.decisions([findings.Matter("a", 2, "A")], reported=True, stale=True)
    assert stale == "Menurut data terakhirnya: A."


@pytest.mark.parametrize(
    ("now", "before", "wanted"),
    [
        (110, 100, "Izin naik 10,0 % dari tahun lalu"),
        (90, 100, "Izin turun 10,0 % dari tahun lalu"),
        (101, 100, "Izin hampir sama dengan tahun lalu"),
        (50, 0, "Izin: 50"),
    ],
)
def test_growth_is_never_made_of_nothing(now, before, wanted):
    grew = Growth(now, before, 12, ())
    assert plain(findings.growth_heading("Izin", now, grew)) == wanted


def test_without_months_told_in_both_years_there_is_no_growth():
    assert findings.growth_heading("Izin", 50, None) == "Izin: 50"
    assert findings.growth_heading("Izin", 50, Growth(0, 0, 0, ("32.07",))) == "Izin: 50"


def test_nothing_judged_is_not_called_on_target():
    assert "terlalu sedikit" in findings.lowest_heading([], "", None)
    assert "target" not in findings.lowest_heading([], "KRK", 0.9)
    assert "KRK" in findings.lowest_heading(["KRK", "PBG"], "KRK", 0.9)
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

    from dashboard.frame.view import View
    from etl.store.operations import Operations
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    store = tmp_path / "marked"
    copied(sample_store, store)
    snapshot = open_snapshot(store)
    offices = snapshot.offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]
    span = periods.Period("12", "2025-11", "2026-10")
    query = Query(office=code, start=span.start, end=span.end)
    view = View(snapshot, EVERYTHING, query, span, "id", store, {}, {})
    Operations(store).add_event(
        code, date(2025, 5, 10), "loket terpadu dibuka", "analis", "on_time_rate", restarts=True
    )
    verdict = view.verdict("on_time_rate")
    assert [mark.what for mark in verdict.marks] == ["loket terpadu dibuka"]
    assert verdict.process.months[verdict.process.segment] == 202505
    unmarked = open_snapshot(sample_store)
    assert not replace(view, snapshot=unmarked).verdict("on_time_rate").marks
