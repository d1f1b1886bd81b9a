"""Unggah's forms by themselves: two readings side by side, and words taught to the store."""

from streamlit.testing.v1 import AppTest

from etl.store.operations import Operations


def _readings():
    from pathlib import Path

    import streamlit as st

    from dashboard.pages.unggah.held import Held
    from dashboard.pages.unggah.readings import readings

    one = st.session_state.setdefault("one", Held(Path("."), "skm.xlsx"))
    told = [("satu responden tiap kolom", 62.5, "survey"), ("hitungan", 87.5, "survey_counts")]
    found = [
        {"reading": words, "ikm": ikm, "respondents": 4, "kind": kind, "settles": {"kind": kind}}
        for words, ikm, kind in told
    ]
    readings(one, found, "0")


def _words():
    from pathlib import Path
    from types import SimpleNamespace

    import streamlit as st

    from dashboard.frame.access import scope
    from dashboard.pages.unggah.answer_words import answer_words

    reader = scope("admin", "", {})
    view = SimpleNamespace(store=Path(st.session_state["store"]), who="uji", scope=reader)
    answer_words(view, ["Mantap", "Kurang sip"], "0")


def test_each_reading_shows_its_figure_and_one_click_settles_it():
    page = AppTest.from_function(_readings, default_timeout=60).run()
    assert not page.exception
    assert [m.value for m in page.metric] == ["62,50", "87,50"]
    page.button[1].click().run()
    assert page.session_state["one"].details == {"kind": "survey_counts"}


def test_a_word_is_taught_and_one_that_is_no_answer_is_not(tmp_path):
    page = AppTest.from_function(_words, default_timeout=60)
    page.session_state["store"] = str(tmp_path)
    page.run()
    assert not page.exception
    page.selectbox[0].select(4)
    page.button[0].click().run()
    assert not page.exception
    assert Operations(tmp_path).answer_words() == {"mantap": 4}
