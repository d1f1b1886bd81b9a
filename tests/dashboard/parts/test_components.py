import io

import openpyxl
import pandas as pd
import pytest

from dashboard.locale import format as f
from dashboard.parts.components import Card, Change, Column, _card_html, styled
from dashboard.parts.sheet import workbook

FRAME = pd.DataFrame(
    {"office": ["32.14", "32.07"], "rate": [0.849, float("nan")], "n": [2781, None],
     "day": pd.to_datetime(["2026-01-05", None])}
)  # fmt: skip
NAMES = {"32.14": "Purwakarta", "32.07": "Ciamis"}
COLUMNS = [
    Column("office", "Kantor", NAMES.__getitem__),
    Column("rate", "Tepat waktu", f.percent),
    Column("n", "Izin", f.number),
    Column("day", "Jatuh tempo", f.date_short),
]


def test_a_table_writes_figures_in_indonesian_and_what_is_absent_as_a_grey_dash():
    html = styled(FRAME, COLUMNS).to_html().replace(f.NBSP, " ")
    for written in ("Purwakarta", "84,9 %", "2.781", "5 Jan 2026"):
        assert written in html
    assert html.count(">–<") == 3
    assert "None" not in html
    assert "NaT" not in html
    assert "color: #4A5A66" in html


def test_figures_keep_their_order_when_sorted():
    data = styled(FRAME, COLUMNS).data
    assert pd.api.types.is_numeric_dtype(data["Tepat waktu"])
    assert list(data["Kantor"]) == ["Purwakarta", "Ciamis"]


def test_two_columns_of_one_heading_stay_two():
    columns = [Column("rate", "On time", f.percent), Column("n", "On time", f.number)]
    data = styled(FRAME, columns).data
    assert list(data.columns) == ["On time", "On time (2)"]
    assert data["On time (2)"].iloc[0] == 2781


@pytest.mark.parametrize(
    ("direction", "sign"), [("better", "▲ membaik"), ("worse", "▼ memburuk"), ("same", "● tetap")]
)
def test_a_colour_never_comes_without_its_arrow_and_word(direction, sign):
    html = _card_html(Card("Tepat waktu", "87,4 %", change=Change(direction, "dari 81,0 %")))
    assert sign in html


def test_a_figure_that_is_neither_good_nor_bad_has_no_arrow():
    html = _card_html(Card("Izin terbit", "408", change=Change("", "+6,1 %")))
    assert not [sign for sign in "▲▼●" if sign in html]


def test_what_comes_from_files_is_never_read_as_html():
    html = _card_html(Card("<script>x</script>", "<b>1</b>", detail="<img src=x>"))
    assert "<script>" not in html
    assert "<img src=x>" not in html


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text_in_a_sheet(text):
    book = openpyxl.load_workbook(io.BytesIO(workbook(pd.DataFrame({"a": [text]}), "x")))
    cell = book.active["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_sheet_keeps_numbers_and_days_as_such_and_absent_cells_empty():
    book = openpyxl.load_workbook(io.BytesIO(workbook(FRAME, "x")))
    sheet = book.active
    assert sheet["B2"].value == pytest.approx(0.849)
    assert sheet["D2"].value == pd.Timestamp("2026-01-05")
    assert sheet["B3"].value is None
