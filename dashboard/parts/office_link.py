"""The address of an office's own view: the page and choices of now, with that office in view."""

from urllib.parse import urlencode

import streamlit as st


def office_address(code: str) -> str:
    """Where a link to the office goes: the address in use with `office` set."""
    return "?" + urlencode(st.query_params.to_dict() | {"office": code})
