"""The form that teaches what an office's own words for survey answers are worth."""

import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from dashboard.parts.text import plain
from etl.recognising.vocabulary import normal
from etl.words import _

NONE = 0


def answer_words(view: View, words: list[str], turn: str) -> None:
    """Words that no scale has, each beside a score; kept for every later survey."""
    if not words:
        return
    with st.form(f"unggah_words_{turn}", border=True):
        st.markdown(
            _("**Kata jawaban yang belum dikenal.** Berapa nilainya pada skala 1 sampai 4?")
        )
        grid = st.grid(3, min_column_width=220)
        chosen: dict[str, int] = {}
        for number, word in enumerate(words):
            with grid.cell():
                chosen[word] = st.selectbox(
                    plain(word),
                    [NONE, 1, 2, 3, 4],
                    format_func=lambda n: str(n) if n else _("Bukan jawaban"),
                    key=f"unggah_word_{turn}_{number}",
                )
        sent = st.form_submit_button(_("Simpan kata dan periksa lagi"), icon=":material/save:")
    said = {normal(word): score for word, score in chosen.items() if score}
    if sent and said:
        gate(view).add_answer_words(_whose(view), said)
        for one in st.session_state.get("unggah_files", {}).values():
            one.checked = ""
        st.rerun()


def _whose(view: View) -> str:
    """The office that the words are of: an analyst's own; the admin teaches them for all."""
    own = view.scope.offices
    return next(iter(own)) if own is not None and len(own) == 1 else ""
