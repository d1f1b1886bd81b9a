import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.locale import format as f
from etl import words


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (f.number(1234.5, 1), "1.234,5"),
        (f.number(12418), "12.418"),
        (f.number(86.625, 2), "86,63"),
        (f.number(0.5), "1"),
        (f.percent(0.849), "84,9 %"),
        (f.percent(1.0), "100,0 %"),
        (f.brief_percent(0.85), "85 %"),
        (f.brief_percent(0.875), "87,5 %"),
        (f.rupiah(1_234_567), "Rp 1,2 juta"),
        (f.rupiah(1_234_567, short=False), "Rp 1.234.567"),
        (f.rupiah(999_999), "Rp 999.999"),
        (f.rupiah(2_350_000_000), "Rp 2,4 miliar"),
        (f.days(4.0), "4 hari"),
        (f.days(4.5), "4,5 hari"),
        (f.date("2026-01-05"), "5 Januari 2026"),
        (f.date(dt.datetime(2026, 8, 17, 9, 0)), "17 Agustus 2026"),
        (f.date_short(dt.date(2026, 5, 2)), "2 Mei 2026"),
        (f.month("2026-10"), "Oktober 2026"),
        (f.month("2026-10", short=True), "Okt 2026"),
        (f.months("2026-01", "2026-10"), "Januari–Oktober 2026"),
        (f.months("2025-11", "2026-10"), "November 2025–Oktober 2026"),
        (f.months("2026-10", "2026-10"), "Oktober 2026"),
        (f.period("2026"), "2026"),
        (f.period("2026-Q3"), "triwulan III 2026"),
        (f.period("2026-S1"), "semester I 2026"),
        (f.signed(-2.04, 1), "−2,0"),
        (f.signed(6.06, 1), "+6,1"),
        (f.signed(0.04, 1), "0,0"),
        (f.sentence(["A"]), "A"),
        (f.sentence(["A", "B"]), "A dan B"),
        (f.sentence(["A", "B", "C"]), "A, B, dan C"),
        (f.figure(0.991, "ratio"), "99,1 %"),
        (f.figure(126_353_000, "amount"), "Rp 126,4 juta"),
    ],
)
def test_figures_are_written_the_indonesian_way(written, wanted):
    assert written.replace(f.NBSP, " ") == wanted


@pytest.mark.parametrize("gone", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_figure_is_a_dash_and_never_a_nought(gone):
    writers = (f.number, f.percent, f.rupiah, f.days, f.date, f.signed, f.brief_percent, f.points)
    assert {write(gone) for write in writers} == {"–"}


def test_english_speakers_read_english_numbers():
    with words.speaking("en"):
        assert f.number(1234.5, 1) == "1,234.5"
        assert f.percent(0.849) == "84.9%"
        assert f.date("2026-01-05") == "5 January 2026"


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False))
def test_a_written_number_reads_back_to_within_its_last_place(value):
    back = float(f.number(value, 2).replace(".", "").replace(",", "."))
    assert math.isclose(back, value, abs_tol=0.005 + abs(value) * 1e-12)
