"""Dots with their intervals: ranks that may overlap, and changes that may be nothing."""

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from etl.words import _

ROW = 24


def intervals(
    frame: pd.DataFrame,
    names: Mapping[str, str],
    show: Callable[[float], str],
    verdict: str = "",
    zero: str = "",
    unit: str = "",
) -> go.Figure:
    """One row an office in the order given: office, value, low, high and, named by `verdict`, a
    column of "better", "worse" or "". `zero` labels a line at nought (a change)."""
    palette = style.colours()
    fig = style.figure(height=56 + ROW * max(1, len(frame)))
    labels = [names.get(o, o) for o in frame["office"]]
    marks = list(frame[verdict]) if verdict else [""] * len(frame)
    colours = [style.direction_colour(v) for v in marks]
    for label, low, high, colour in zip(labels, frame["low"], frame["high"], colours, strict=True):
        fig.add_scatter(
            x=[low, high],
            y=[label, label],
            mode="lines",
            line={"color": colour, "width": 3},
            opacity=0.45,
            hoverinfo="skip",
        )
    fig.add_scatter(
        x=frame["value"],
        y=labels,
        mode="markers",
        marker={"size": 9, "color": colours},
        customdata=frame["office"],
        hoverinfo="text",
        hovertext=[
            f"{n}: <b>{show(v)}</b><br>" + _("{a} sampai {b}").format(a=show(a), b=show(b))
            for n, v, a, b in zip(labels, frame["value"], frame["low"], frame["high"], strict=True)
        ],
    )
    low, high = float(frame["low"].min()), float(frame["high"].max())
    if zero:
        fig.add_vline(x=0, line={"color": palette.second, "width": 1.5, "dash": "dash"})
        low, high = min(low, 0.0), max(high, 0.0)
    style.value_axis(fig, low, high, show, "x", 4)
    fig.update_xaxes(title_text=unit, showgrid=True)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return fig


def intervals_alt(
    frame: pd.DataFrame, names: Mapping[str, str], show: Callable[[float], str], label: str
) -> str:
    """The rows in one sentence: the first and the last with their intervals."""
    if frame.empty:
        return _("{label}: tidak ada data.").format(label=label)

    def told(row: pd.Series) -> str:
        return _("{name} {value} ({low} sampai {high})").format(
            name=names.get(row["office"], row["office"]),
            value=show(row["value"]),
            low=show(row["low"]),
            high=show(row["high"]),
        )

    return _("{label}, {n} kantor: {first}; terakhir {last}.").format(
        label=label, n=len(frame), first=told(frame.iloc[0]), last=told(frame.iloc[-1])
    )
