"""A table as a phone and a printer need it: plain HTML, a row as a card, or a whole printed table.

The grid that Streamlit draws is a picture that scrolls inside itself: on a phone its columns are
cut, on paper its rows. The style sheet shows one or the other (`page.css`).
"""

from collections.abc import Callable, Sequence
from html import escape
from numbers import Number
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.locale import format as f
from dashboard.parts.column import Column
from etl.words import _, counted

FIRST = 6  # rows that a phone shows before it is asked for the rest
MOST = 200  # rows that are written at all; a sheet holds the rest


def narrow_rows(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    key: str,
    link: Callable[[int], str] | None = None,
) -> None:
    """The rows of `frame` in words; `link` gives the address that a row's name leads to."""
    with st.container(key=f"narrow_{key}"):
        st.html(rows_html(frame, columns, link))


def whole_rows(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    key: str,
    link: Callable[[int], str] | None = None,
) -> None:
    """The same rows on every screen: on a desk a table whose cells wrap."""
    with st.container(key=f"whole_{key}"):
        st.html(rows_html(frame, columns, link))


def rows_html(
    frame: pd.DataFrame, columns: Sequence[Column], link: Callable[[int], str] | None = None
) -> str:
    """The table: one `tr` a row, its cells named by their headings."""
    columns = sorted(columns, key=lambda c: not c.pinned)  # the name first, it heads the card
    heads = "".join(f'<th scope="col">{escape(c.label)}</th>' for c in columns)
    shown = frame[[c.field for c in columns]].head(MOST)
    body = "".join(
        _row(i, values, columns, link) for i, values in enumerate(shown.itertuples(index=False))
    )
    rest = len(frame) - FIRST
    more = ""
    if rest > 0:
        told = counted("Tampilkan {n} baris lainnya", rest).format(n=f.number(rest))
        more = f"<details><summary>{escape(told)}</summary></details>"
    if len(frame) > MOST:
        told = _("Hanya {n} baris pertama ditulis di sini.").format(n=f.number(MOST))
        more += f'<p class="reading">{escape(told)}</p>'
    return (
        f'<div class="rows"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
        f"{more}</div>"
    )


def _row(
    place: int,
    values: tuple[Any, ...],
    columns: Sequence[Column],
    link: Callable[[int], str] | None,
) -> str:
    cells: list[str] = []
    for column, value in zip(columns, values, strict=True):
        text = escape(_written(column, value))
        if cells:
            kind = ' class="figure"' if isinstance(value, Number) and not f.missing(value) else ""
            cells.append(f'<td{kind} data-label="{escape(column.label)}">{text}</td>')
        else:
            if link is not None:
                text = f'<a href="{escape(link(place))}" target="_self">{text}</a>'
            cells.append(f'<th scope="row">{text}</th>')
    kind = ' class="rest"' if place >= FIRST else ""
    return f"<tr{kind}>{''.join(cells)}</tr>"


def _written(column: Column, value: Any) -> str:
    if f.missing(value):
        return f.MISSING
    return column.show(value) if column.show is not None else str(value)
