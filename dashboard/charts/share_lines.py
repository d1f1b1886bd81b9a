"""Shares over time: one line that matters in ink, the rest grey, names at the lines' ends."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import Event, event_lines
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _


def share_lines(
    frame: pd.DataFrame,
    highlight: str | None = None,
    show: Callable[[float], str] = f.percent,
    height: int = 300,
    target: float | None = None,
    events: Sequence[Event] = (),
) -> go.Figure:
    """Lines of one row a month or quarter and group: period, group, value (NaN: a gap)."""
    palette = style.colours()
    fig = style.figure(height, right=8)
    periods = sorted(frame["period"].unique())
    ends: list[tuple[float, str, str]] = []
    for group, rows in frame.groupby("group", sort=False):
        rows = rows.set_index("period").reindex(periods)
        hot = group == highlight
        colour = palette.ink if hot else palette.ordinary
        fig.add_scatter(
            x=[style.day(p) for p in periods],
            y=rows["value"],
            mode="lines",
            line={"color": colour, "width": 2.6 if hot else 1.5},
            hoverinfo="text",
            hovertext=[
                f"{group}, {f.period(m)}: <b>{show(v)}</b>"
                for m, v in zip(periods, rows["value"], strict=True)
            ],
        )
        last = rows["value"].dropna()
        if not last.empty:
            ends.append((float(last.iloc[-1]), str(group), palette.ink if hot else palette.second))
    values = frame["value"].dropna()
    high = max([float(values.max()) if len(values) else 1.0, target or 0.0])
    style.value_axis(fig, 0, high * 1.05 or 1, f.brief(show))
    _name_ends(fig, periods, ends, high, height)
    if target is not None:
        style.quiet_line(fig, target, _("target {v}").format(v=f.brief(show)(target)))
        fig.layout.annotations[-1].update(x=0, bgcolor=palette.paper)
    style.time_axis(fig, periods, most=4)
    event_lines(fig, events, periods)
    return fig


def _name_ends(fig: go.Figure, periods: Any, ends: Any, high: float, height: int) -> None:
    """Names right of the last point, pushed apart so that they do not lie on each other."""
    line = high * 19 / max(height - 60, 1)
    top = -0.4 * line  # the lowest name stays above the axis
    for value, name, colour in sorted(ends):
        text = style.wrap(name, 11)
        half = line * (1 + text.count("<br>")) / 2
        place = max(value, top + half)
        top = place + half
        style.mark(fig, style.day(periods[-1]), place, text, colour)
    longest = max((len(n) for _v, n, _c in ends), default=0)
    fig.update_layout(margin_r=16 + 7 * min(longest, 11))


def share_lines_alt(
    frame: pd.DataFrame, label: str, show: Callable[[float], str] = f.percent
) -> str:
    """The last value of every line in one sentence."""
    present = frame.dropna(subset=["value"])
    if present.empty:
        return _("{label}: tidak ada data.").format(label=label)
    last = present.sort_values("period").groupby("group", sort=False).tail(1)
    parts = ", ".join(f"{row.group} {show(row.value)}" for row in rows_of(last))
    return _("{label}, terakhir: {parts}.").format(label=label, parts=parts)
