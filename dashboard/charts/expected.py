"""Finished cases against all cases: the finished alone look too good while files pile up."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import Event, event_lines
from dashboard.locale import format as f
from etl.words import _


def expected(
    frame: pd.DataFrame,
    height: int = 300,
    carry: Callable[[str, str], list[Any]] | None = None,
    events: Sequence[Event] = (),
) -> go.Figure:
    """Two lines of one row a month: month, finished, expected, low, high (days).

    `expected` counts the open cases too (Kaplan–Meier median) and has no value while more than
    half are open; its 95 % interval is the grey band. `carry` says what a point gives when it is
    picked, of its column and month. Source: indicators.md §3.
    """
    palette = style.colours()
    fig = style.figure(height, right=8)
    x = [style.tick(m) for m in frame["month"]]
    known = frame["low"].notna() & frame["high"].notna()
    xs = [v for v, ok in zip(x, known, strict=True) if ok]
    fig.add_scatter(
        x=xs + xs[::-1],
        y=[*frame.loc[known, "high"], *frame.loc[known, "low"][::-1]],
        mode="lines",
        line={"width": 0, "shape": "linear"},
        fill="toself",
        fillcolor=palette.rule,
        hoverinfo="skip",
    )
    ends = {c: frame[c].dropna().iloc[-1:].sum() for c in ("finished", "expected")}
    higher = "expected" if ends["expected"] >= ends["finished"] else "finished"
    for column, colour, width, words in (
        ("finished", palette.ordinary, 1.6, _("selesai saja")),
        ("expected", palette.ink, 2.4, _("semua berkas")),
    ):
        fig.add_scatter(
            x=x,
            y=frame[column],
            mode="lines+markers",
            marker={"size": 6, "color": colour},
            line={"color": colour, "width": width},
            customdata=carry and [carry(column, month) for month in frame["month"]],
            hoverinfo="text",
            hovertext=[
                f"{f.month(a)}: {words} <b>{f.days(v)}</b>"
                for a, v in zip(frame["month"], frame[column], strict=True)
            ],
        )
        last = frame[column].last_valid_index()
        if last is not None:
            place = x[frame.index.get_loc(last)]
            style.mark(
                fig,
                place,
                frame[column].loc[last],
                style.wrap(words, 10),
                palette.ink if column == "expected" else palette.second,
                shift=(8, 19 if column == higher else -19),
            )
    fig.update_layout(margin_r=76)
    top = frame[["finished", "expected", "high"]].max().max()
    style.value_axis(fig, 0, float(top) * 1.1 if pd.notna(top) and top > 0 else 1, f.number)
    style.category_axis(fig, list(frame["month"]), most=4)
    event_lines(fig, events, list(frame["month"]), category=True)
    return fig


def expected_alt(frame: pd.DataFrame) -> str:
    """The last values in one sentence."""
    told = frame.dropna(subset=["finished", "expected"], how="all")
    last = told.iloc[-1] if len(told) else None
    if last is None:
        return _("Perkiraan hari kerja: tidak ada data.")
    return _(
        "Median hari kerja, {month}: berkas yang selesai {finished}, dengan berkas berjalan "
        "{expected}."
    ).format(
        month=f.month(last["month"]),
        finished=f.days(last["finished"]),
        expected=f.days(last["expected"]),
    )
