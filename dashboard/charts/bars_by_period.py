"""This year against last: a bar a month, last year's same month as a mark on it."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from dashboard import format as f
from dashboard.charts import style
from etl.words import _


def bars_by_period(
    frame: pd.DataFrame, show: Callable[[float], str] = f.number, height: int = 300
) -> go.Figure:
    """Bars of one row a month: month, value, last_year (both NaN where absent)."""
    palette = style.colours()
    fig = style.figure(height)
    x = [f.month(m, short=True) for m in frame["month"]]
    fig.add_bar(
        x=x,
        y=frame["value"],
        marker_color=palette.ordinary,
        hoverinfo="text",
        hovertext=[_hover(row, show) for row in frame.itertuples(index=False)],
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
    past = frame["last_year"].dropna()
    if not past.empty:
        fig.add_annotation(
            x=x[past.index[0] - frame.index[0]],
            y=past.iloc[0],
            text=_("garis: tahun lalu"),
            showarrow=False,
            yshift=12,
            xanchor="left",
            xshift=-8,
            font={"color": palette.ink, "size": style.SIZE - 1, "family": style.FONT},
        )
    top = pd.concat([frame["value"], frame["last_year"]]).max()
    style.value_axis(fig, 0, float(top) * 1.1 if pd.notna(top) and top > 0 else 1, show)
    thin_labels(fig, x)
    return fig


def thin_labels(fig: go.Figure, labels: list[str], most: int = 6) -> None:
    """Show at most `most` of the month labels of a category axis, the last one among them."""
    step = max(1, -(-len(labels) // most))
    shown = labels[::-1][::step][::-1]
    fig.update_xaxes(type="category", tickmode="array", tickvals=shown, ticktext=shown, tickangle=0)


def _hover(row, show: Callable[[float], str]) -> str:
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
