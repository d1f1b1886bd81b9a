"""Definisi and Riwayat angka: readable entries with search; figures that moved, in words."""

import re

from streamlit.testing.v1 import AppTest

from dashboard.pages.definisi.page import used_on
from etl.reference import figure_sources
from etl.store.changes_log import Change, ChangesLog
from metrics.asking.registry import indicators
from tests.copies import copied
from tests.dashboard.pages.test_pages import draw, drawn, office

__all__ = ["drawn", "office"]


def entries(app):
    html = [e.proto.body for e in app.get("html")]
    return [re.search(r'id="(\w+)"', text)[1] for text in html if 'class="entry"' in text]


def test_every_figure_is_an_entry_with_its_formula(drawn):
    app = drawn("definisi")
    assert [name for name in entries(app) if name != "days_to_go"] == list(indicators())
    html = " ".join(e.proto.body for e in app.get("html"))
    for indicator in indicators().values():
        assert indicator.label().split("(")[0].strip() in html


def test_the_search_leaves_what_has_every_word(drawn):
    app = drawn("definisi")
    app.text_input[0].set_value("tepat waktu pengaduan").run()
    assert "response_on_time" in entries(app)
    assert "on_time_rate" not in entries(app)
    app.text_input[0].set_value("zzzz").run()
    assert entries(app) == []


def test_a_link_from_cara_hitung_opens_one_figure_with_its_example(drawn, office):
    app = drawn("definisi", figure="on_time_rate", office=office)
    assert entries(app) == ["on_time_rate"]
    html = " ".join(e.proto.body for e in app.get("html"))
    assert re.search(r"\d+ dari \d+ = \d", html)


def test_every_section_has_a_source():
    assert {i.section for i in indicators().values()} <= set(figure_sources())


def test_where_a_figure_is_used_is_read_from_the_pages():
    assert "Ringkasan" in used_on("on_time_rate")
    assert "Pembayaran" in used_on("collection_rate")
    assert "Ringkasan" not in used_on("collection_rate")


def test_figures_that_moved_are_told_in_words(sample_store, tmp_path, monkeypatch, office):

    home = tmp_path / "store"
    copied(sample_store, home)
    moved = Change(office, "on_time_rate", "2026-09", 0.80, 0.75, "data", 3, "2026-10-30")
    ChangesLog(home).keep(10**6, [moved])
    monkeypatch.setenv("MONEV_STORE", str(home))
    app = AppTest.from_function(draw, args=("riwayat",), default_timeout=60).run()
    assert not app.exception
    [together] = app.dataframe[0].value.to_dict("records")
    assert (together["Angka"], together["Bulan yang bergeser"]) == ("Tepat waktu", 1)
    [row] = app.dataframe[1].value.to_dict("records")
    assert (row["Semula"], row["Menjadi"]) == ("80,0\xa0%", "75,0\xa0%")
    assert (row["Angka"], row["Sebab"]) == ("Tepat waktu", "data dimuat")
    assert "1 angka bulan lalu bergeser" in app.markdown[0].value
