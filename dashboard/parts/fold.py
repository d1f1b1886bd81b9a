"""A part of a page that a phone shows folded under its answer, and a desk shows as it is."""

from contextlib import AbstractContextManager

import streamlit as st

from dashboard.parts.text import plain


def fold(label: str, key: str) -> AbstractContextManager[object]:
    """`with fold(answer, key): …`. The label is seen on a phone alone, where a press opens the
    part; on a desk and on paper there is no label and the part is open (page.css, words.js).
    """
    return st.expander(plain(label), expanded=True, key=f"fold_{key}")
