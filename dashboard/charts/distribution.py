"""How long cases took: a bar a day (or some days), the standard as a line, late ones orange."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.words import _, counted

MOST_BARS = 40


def distribution(
    frame: pd.DataFrame,
    standard: float | None = None,
    median: float | None = None,
    p90: float | None = None,
    height: int = 300,
    carry: Callable[[int, int | None], list[Any]] | None = None,
) -> go.Figure:
    """The histogram of rows days, n (whole working days); a long tail is drawn as one last bar.

    `carry` says what a bar gives when it is picked, of its first and last day (None: and more).
    """
    palette = style.colours()
    fig = style.figure(height)
    folded, last, width = bins(frame, p90)
    late = folded["days"] + width - 1 > (standard if standard is not None else float("inf"))
    fig.add_bar(
        x=folded["days"] + (width - 1) / 2,
        width=0.88 * width,
        y=folded["n"],
        marker_color=[palette.worse if hot else palette.ordinary for hot in late],
        customdata=carry
        and [carry(int(d), None if d >= last else int(d) + width - 1) for d in folded["days"]],
        hoverinfo="text",
        hovertext=[
            f"{_label(d, last, width)}: <b>{f.number(n)}</b> {_('izin')}"
            for d, n in zip(folded["days"], folded["n"], strict=True)
        ],
    )
    if standard is not None and standard <= last:
        words = _("standar {days}").format(days=f.days(standard))
        style.quiet_line(fig, standard + 0.5, words, axis="x")
        _lean(fig, standard, last)
    if median is not None and median <= last:
        words = _("separuh ≤ {days}").format(days=f.days(median))
        style.quiet_line(fig, median + 0.5, words, axis="x", dash="dot", place=0.86)
        _lean(fig, median, last)
    day_axis(fig, last, width)
    style.value_axis(fig, 0, float(folded["n"].max()) * 1.12 or 1, f.number)
    return fig


def day_axis(fig: go.Figure, last: int, width: int = 1) -> None:
    """Working days along the foot, the bar from `last` on gathering the tail."""
    ticks = sorted({0, *(int(t) for t in style.nice_ticks(0, last, 6) if t < last), last})
    ticks = [t for t in ticks if t == last or last - t >= last * 0.08]
    fig.update_xaxes(
        tickmode="array",
        tickvals=ticks,
        ticktext=[f"≥ {t}" if t == last else f.number(t) for t in ticks],
        range=[-0.7 * width, last + 0.9 * width],
        title_text=counted("hari kerja", 2),
    )


def _lean(fig: go.Figure, at: float, last: int) -> None:
    """The name of a line goes where there is room."""
    if at > 0.6 * last:
        fig.layout.annotations[-1].update(xanchor="right")


def fold(frame: pd.DataFrame, p90: float | None = None) -> tuple[pd.DataFrame, int]:
    """The bars of `bins` and the last one's first day."""
    folded, last, _width = bins(frame, p90)
    return folded, last


def bins(frame: pd.DataFrame, p90: float | None = None) -> tuple[pd.DataFrame, int, int]:
    """Bars of `days` (each bar's first day) and n; the last bar's first day; days in a bar.

    The tail beyond twice p90 is gathered in the last bar; where that is more than 40 days a bar
    stands for several, so that long durations keep their shape.
    """
    longest = int(frame["days"].max()) if len(frame) else 0
    edge = min(longest, max(10, int(2 * (p90 or MOST_BARS / 2))))
    width = max(1, -(-edge // MOST_BARS))
    last = edge // width * width
    days = frame["days"].clip(upper=edge) // width * width
    folded = frame.assign(days=days).groupby("days", as_index=False)[["n"]].sum()
    return folded, last, width


def _label(days: float, last: int, width: int) -> str:
    if days >= last:
        return _("{d} hari atau lebih").format(d=last)
    if width == 1:
        return f.days(days)
    return _("{a}–{b} hari").format(a=f.number(days), b=f.number(days + width - 1))


def distribution_alt(
    frame: pd.DataFrame, standard: float | None, median: float | None, p90: float | None
) -> str:
    """The histogram in one sentence."""
    if frame.empty:
        return _("Sebaran hari kerja: tidak ada data.")
    tail = _(" Standar {d}.").format(d=f.days(standard)) if standard is not None else ""
    cases = int(frame["n"].sum())
    return (
        counted(
            "Sebaran hari kerja {n} izin: separuh selesai dalam {m}, "
            "sembilan dari sepuluh dalam {p}.",
            cases,
        ).format(n=f.number(cases), m=f.days(median), p=f.days(p90))
        + tail
    )
