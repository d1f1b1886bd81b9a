import pandas as pd

from dashboard.locale import format as f
from dashboard.parts.column import Column
from dashboard.parts.narrow import FIRST, MOST, rows_html
from etl.words import speaking

COLUMNS = [
    Column("n", "Banyaknya", f.number),
    Column("name", "Kantor", pinned=True),
    Column("rate", "Tepat waktu", f.percent),
]


def frame(rows=3):
    return pd.DataFrame(
        {"n": range(rows), "name": [f"K{i}<b>" for i in range(rows)], "rate": [None] * rows}
    )


def test_a_row_is_headed_by_its_name_and_every_cell_says_what_it_is():
    html = rows_html(frame(1), COLUMNS)
    assert (
        '<th scope="row">K0&lt;b&gt;</th><td class="figure" data-label="Banyaknya">0</td>' in html
    )
    assert '<td data-label="Tepat waktu">–</td>' in html


def test_a_phone_shows_a_few_rows_and_says_how_many_more_there_are():
    html = rows_html(frame(FIRST + 1), COLUMNS)
    assert html.count('class="rest"') == 1
    assert "Tampilkan 1 baris lainnya" in html
    with speaking("en"):
        assert "Show 1 more row<" in rows_html(frame(FIRST + 1), COLUMNS)
        assert "Show 2 more rows<" in rows_html(frame(FIRST + 2), COLUMNS)


def test_nothing_is_cut_without_being_said():
    assert f"Hanya {MOST} baris pertama" in rows_html(frame(MOST + 1), COLUMNS)
    assert "<details>" not in rows_html(frame(FIRST), COLUMNS)


def test_a_name_leads_where_it_is_told_to():
    html = rows_html(frame(1), COLUMNS, lambda row: f"?office={row}&x=1")
    assert '<a href="?office=0&amp;x=1" target="_self">' in html
