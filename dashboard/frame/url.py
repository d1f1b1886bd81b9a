"""Keeps a choice and the address in step, by code, so that a view can be sent as a link.

Streamlit's own `bind=` writes the label into the address, which changes with the language;
here the code stands in it (`?office=32.14&period=2026-10`).
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st


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

    A code in the address that is new (a link, the back button) wins over the widget; one that
    is not among `options` is dropped.
    """
    held = held_key(key)
    asked, written = st.query_params.get(key), st.session_state.get(f"written_{key}")
    if asked is not None and asked != written and asked in options:
        st.session_state[held] = asked
    if st.session_state.get(held) not in options:
        st.session_state[held] = default
    value = widget(label, options, key=held, format_func=show, **more)
    value = default if value is None else value
    _write(key, value, default)
    return value


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
