"""A ranking: bars from high to low, the ones that matter in colour, the rest grey."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.words import _, counted


def ranked_bars(
    frame: pd.DataFrame,
    show: Callable[[float], str],
    highlight: Mapping[str, str] | None = None,
    target: float | None = None,
    row: int = 30,
    absent: str = "",
    carry: Sequence[list[Any]] | None = None,
) -> go.Figure:
    """Bars of one row a name, in the order given: name, value (NaN: absent), n (optional).

    `highlight` maps a name to "better", "worse" or "ink"; all others are grey. `absent` is what
    is written where there is no value (default "tidak ada data"); `carry`: what each bar gives when
    it is picked.
    """
    palette = style.colours()
    chosen = {"ink": palette.second, "better": palette.better, "worse": palette.worse}
    marks = highlight or {}
    colours = [chosen.get(marks.get(n, ""), palette.ordinary) for n in frame["name"]]
    names = [style.wrap(n, 24) for n in frame["name"]]
    lines = max((n.count("<br>") + 1 for n in names), default=1)
    fig = style.figure(height=50 + (row + 14 * (lines - 1)) * max(1, len(frame)), right=8)
    counts = frame["n"] if "n" in frame else [None] * len(frame)
    fig.add_bar(
        y=names,
        x=frame["value"],
        orientation="h",
        marker_color=colours,
        customdata=carry,
        hoverinfo="text",
        hovertext=[
            f"{n}: <b>{show(v)}</b>" + ("" if f.missing(c) else f" (n = {f.number(c)})")
            for n, v, c in zip(frame["name"], frame["value"], counts, strict=True)
        ],
    )
    for name, value, colour in zip(names, frame["value"], colours, strict=True):
        gone = f.missing(value)
        words = (absent or _("tidak ada data")) if gone else show(value)
        text_colour = palette.second if colour == palette.ordinary else colour
        style.mark(fig, 0 if gone else value, name, words, text_colour)
    fig.update_annotations(bgcolor=palette.paper, borderpad=1)  # over the target's line
    top = frame["value"].max()
    style.value_axis(fig, 0, float(top) * 1.22 if pd.notna(top) and top > 0 else 1, show, "x", 3)
    fig.update_xaxes(showticklabels=False)
    if target is not None:
        style.quiet_line(
            fig, target, _("target {v}").format(v=f.brief(show)(target)), axis="x", place=1.0
        )
        fig.layout.annotations[-1].update(yanchor="bottom", xanchor="center")
        fig.update_layout(margin_t=28)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return fig


def ranked_bars_alt(frame: pd.DataFrame, label: str, show: Callable[[float], str]) -> str:
    """The ranking in one sentence: the highest and the lowest, and who is absent."""
    present = frame.dropna(subset=["value"])
    if present.empty:
        return _("{label}: tidak ada data.").format(label=label)
    first, last = present.iloc[0], present.iloc[-1]
    gone = len(frame) - len(present)
    tail = _(" {n} tanpa data.").format(n=gone) if gone else ""
    return (
        counted("{label}, {n} baris: dari {a} {va} sampai {b} {vb}.", len(present)).format(
            label=label,
            n=len(present),
            a=first["name"],
            va=show(first["value"]),
            b=last["name"],
            vb=show(last["value"]),
        )
        + tail
    )
