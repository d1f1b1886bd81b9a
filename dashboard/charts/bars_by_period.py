"""This year against last: a bar a month, last year's same month as a dark line on it."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import Event, event_lines
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _


def bars_by_period(
    frame: pd.DataFrame,
    show: Callable[[float], str] = f.number,
    height: int = 300,
    events: Sequence[Event] = (),
) -> go.Figure:
    """Bars of one row a month: month, value, last_year (both NaN where absent), with `events`."""
    palette = style.colours()
    fig = style.figure(height)
    x = [style.tick(m) for m in frame["month"]]
    fig.add_bar(
        x=x,
        y=frame["value"],
        marker_color=palette.ordinary,
        hoverinfo="text",
        hovertext=[_hover(row, show) for row in rows_of(frame)],
    )
    fig.add_scatter(
        x=x,
        y=frame["last_year"],
        mode="markers",
        marker={
            "symbol": "line-ew",
            "size": 18,
            "line": {"width": 2.2, "color": palette.ink},
        },
        hoverinfo="skip",
    )
    top = pd.concat([frame["value"], frame["last_year"]]).max()
    style.value_axis(fig, 0, float(top) * 1.1 if pd.notna(top) and top > 0 else 1, show)
    style.category_axis(fig, list(frame["month"]))
    event_lines(fig, events, list(frame["month"]), category=True)
    return fig


def _hover(row: Any, show: Callable[[float], str]) -> str:
    past = "" if f.missing(row.last_year) else _("<br>tahun lalu {v}").format(v=show(row.last_year))
    return f"{f.month(row.month)}: <b>{show(row.value)}</b>{past}"


def bars_by_period_alt(
    frame: pd.DataFrame, label: str, show: Callable[[float], str] = f.number
) -> str:
    """The bars in one sentence."""
    if frame["value"].notna().sum() == 0:
        return _("{label}: tidak ada data.").format(label=label)
    return _("{label} {span}: seluruhnya {total}, tahun sebelumnya {past}.").format(
        label=label,
        span=f.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
        total=show(frame["value"].sum()),
        past=show(frame["last_year"].sum()) if frame["last_year"].notna().any() else f.MISSING,
    )
