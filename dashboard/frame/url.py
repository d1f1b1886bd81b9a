"""Keeps a choice and the address in step, by code, so that a view can be sent as a link.

Streamlit's own `bind=` writes the label into the address, which changes with the language;
here the code stands in it (`?office=32.14&period=2026-10`).
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

MOVED, PAGE = "page_moved", "page_drawn"


def choose(
    label: str,
    key: str,
    options: Sequence[str],
    show: Callable[[str], str],
    default: str,
    widget: Callable[..., Any] = st.selectbox,
    **more: Any,
) -> str:
    """Draw a choice whose code is the query parameter `key`; the default is left out of the URL.

    A code in the address that is new (a link, the back button) wins over the widget, and so does
    an address that has lost it on the same page (the back button again). One that is not among
    `options` is kept for `unknown`, so that the page can say so.
    """
    held = held_key(key)
    asked, written = st.query_params.get(key), st.session_state.get(f"written_{key}")
    if asked is not None and asked != written:
        if asked in options:
            st.session_state[held] = asked
            unknown().pop(key, None)
        else:
            st.session_state[held] = default
            unknown()[key] = (label, asked)
    elif asked is None and written is not None and not st.session_state.get(MOVED):
        st.session_state[held] = default
    if st.session_state.get(held) not in options:
        st.session_state[held] = default
    value = widget(label, options, key=held, format_func=show, **more)
    value = default if value is None else value
    if value != default:
        unknown().pop(key, None)
    _write(key, value, default)
    return value


def at_page(slug: str) -> None:
    """Note the page that is drawn: going to another one empties the address by itself."""
    st.session_state[MOVED] = st.session_state.get(PAGE, slug) != slug
    st.session_state[PAGE] = slug


def unknown() -> dict[str, tuple[str, str]]:
    """Choices in the address that there are none of: key → (label, code), until another is made."""
    return st.session_state.setdefault("unknown_choices", {})


def held_key(key: str) -> str:
    """The session key that holds the choice `key`; a callback may set it to change the choice."""
    return f"choice_{key}"


def _write(key: str, value: str, default: str) -> None:
    if value == default:
        st.session_state.pop(f"written_{key}", None)
        if key in st.query_params:
            del st.query_params[key]
        return
    st.session_state[f"written_{key}"] = value
    if st.query_params.get(key) != value:
        st.query_params[key] = value
