"""Billed and paid by month: what was billed light, what was paid of it dark."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import Event, event_lines
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _


def money_by_period(
    frame: pd.DataFrame, height: int = 300, events: Sequence[Event] = ()
) -> go.Figure:
    """Overlaid bars of one row a month: month, billed, paid (rupiah, NaN where absent), with
    `events`.
    """
    palette = style.colours()
    fig = style.figure(height)
    x = [style.tick(m) for m in frame["month"]]
    for column, colour, width in (("billed", palette.light, 0.7), ("paid", palette.second, 0.42)):
        fig.add_bar(
            x=x,
            y=frame[column],
            marker_color=colour,
            width=width,
            hoverinfo="text",
            hovertext=[
                _("{month}: ditagih <b>{billed}</b>, dibayar <b>{paid}</b>").format(
                    month=f.month(row.month), billed=f.rupiah(row.billed), paid=f.rupiah(row.paid)
                )
                for row in rows_of(frame)
            ],
        )
    fig.update_layout(barmode="overlay")
    top = frame[["billed", "paid"]].max().max()
    style.value_axis(
        fig, 0, float(top) * 1.08 if pd.notna(top) and top > 0 else 1, f.rupiah, most=4
    )
    style.category_axis(fig, list(frame["month"]))
    event_lines(fig, events, list(frame["month"]), category=True)
    return fig


def money_by_period_alt(frame: pd.DataFrame) -> str:
    """The bars in one sentence."""
    if frame["billed"].notna().sum() == 0:
        return _("Tagihan dan pembayaran: tidak ada data.")
    return _("Tagihan dan pembayaran {span}: ditagih {billed}, dibayar {paid}.").format(
        span=f.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
        billed=f.rupiah(frame["billed"].sum()),
        paid=f.rupiah(frame["paid"].sum()),
    )
