"""How long cases took: a bar a day, those beyond the standard orange, the standard as a line."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import format as f
from dashboard.charts import style
from etl.words import _

MOST_DAYS = 40


def distribution(
    frame: pd.DataFrame,
    standard: float | None = None,
    median: float | None = None,
    p90: float | None = None,
    height: int = 300,
) -> go.Figure:
    """The histogram of rows days, n (whole working days); a long tail is drawn as one last bar."""
    palette = style.colours()
    fig = style.figure(height)
    folded, last = fold(frame, p90)
    late = folded["days"] > (standard if standard is not None else float("inf"))
    fig.add_bar(
        x=folded["days"],
        y=folded["n"],
        marker_color=[palette.worse if hot else palette.ordinary for hot in late],
        hoverinfo="text",
        hovertext=[
            f"{_label(d, last)}: <b>{f.number(n)}</b> {_('izin')}"
            for d, n in zip(folded["days"], folded["n"], strict=True)
        ],
    )
    fig.update_layout(bargap=0.12)
    if standard is not None and standard <= last:
        words = _("standar {days}").format(days=f.days(standard))
        style.quiet_line(fig, standard + 0.5, words, axis="x")
        if standard > 0.6 * last:  # the name goes where there is room
            fig.layout.annotations[-1].update(xanchor="right")
    if median is not None and median <= last:
        words = _("separuh ≤ {days}").format(days=f.days(median))
        style.quiet_line(fig, median + 0.5, words, axis="x", dash="dot", place=0.86)
    ticks = sorted({0, *(int(t) for t in style.nice_ticks(0, last, 6) if t < last), last})
    ticks = [t for t in ticks if t == last or last - t >= last * 0.08]
    fig.update_xaxes(
        tickmode="array",
        tickvals=ticks,
        ticktext=[f"≥ {t}" if t == last else f.number(t) for t in ticks],
        range=[-0.7, last + 0.9],
        title_text=_("hari kerja"),
    )
    style.value_axis(fig, 0, float(folded["n"].max()) * 1.12 or 1, f.number)
    return fig


def fold(frame: pd.DataFrame, p90: float | None = None) -> tuple[pd.DataFrame, int]:
    """The days with the tail beyond twice p90 (at most 40 days) gathered in its last day."""
    longest = int(frame["days"].max()) if len(frame) else 0
    edge = min(longest, max(10, int(2 * (p90 or MOST_DAYS / 2))), MOST_DAYS)
    days = frame["days"].clip(upper=edge)
    folded = frame.assign(days=days).groupby("days", as_index=False)["n"].sum()
    return folded, edge


def _label(days: float, last: int) -> str:
    return _("{d} hari atau lebih").format(d=last) if days >= last else f.days(days)


def distribution_alt(
    frame: pd.DataFrame, standard: float | None, median: float | None, p90: float | None
) -> str:
    """The histogram in one sentence."""
    if frame.empty:
        return _("Sebaran hari kerja: tidak ada data.")
    tail = _(" Standar {d}.").format(d=f.days(standard)) if standard is not None else ""
    return (
        _(
            "Sebaran hari kerja {n} izin: separuh selesai dalam {m}, "
            "sembilan dari sepuluh dalam {p}."
        ).format(n=f.number(frame["n"].sum()), m=f.days(median), p=f.days(p90))
        + tail
    )
