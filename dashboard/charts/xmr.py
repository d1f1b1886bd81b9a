"""The process-behaviour chart: is this month's figure news, or ordinary variation."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import event_lines
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import N_, _

REASONS = {
    "outside": N_("di luar batas"),
    "shift": N_("7 titik berturut-turut di satu sisi"),
    "trend": N_("7 titik berturut-turut naik atau turun"),
    "two_of_three": N_("2 dari 3 titik dekat batas"),
}

ROOM = 8  # months that the words "no data" need on a phone


def xmr(
    frame: pd.DataFrame,
    show: Callable[[float], str],
    events: Sequence[tuple[str, str]] = (),
    height: int = 320,
    carry: Callable[[str], list[Any]] | None = None,
) -> go.Figure:
    """The chart of one row a month: period, value, mean, low, high, signal, verdict, past, and
    maybe target.

    Value is NaN where nothing was reported (drawn as a gap and a dotted box); limits are NaN
    until there are 12 points. `verdict` is "better", "worse" or "changed" on the months that are
    news (triangles where worse), "" elsewhere; `past` marks signals that are over, drawn hollow.
    `target` is each month's own. `events` are (period, words) that a person marked; `carry` says
    what a period's point gives when it is picked. Source: indicators.md §9.
    """
    palette = style.colours()
    fig = style.figure(height)
    if show is f.percent:  # a share has no limit beyond 0 and 100 %
        frame = frame.assign(low=frame["low"].clip(0, 1), high=frame["high"].clip(0, 1))
    x = [style.day(m) for m in frame["period"]]
    for column, dash in (("low", "dash"), ("high", "dash"), ("mean", "solid")):
        fig.add_scatter(
            x=x,
            y=frame[column],
            mode="lines",
            line={"color": palette.ordinary, "width": 1.2, "dash": dash, "shape": "hv"},
            hoverinfo="skip",
        )
    fig.add_scatter(
        x=x,
        y=frame["value"],
        mode="lines+markers",
        connectgaps=False,
        line={"color": palette.ink, "width": 1.8},
        marker=_markers(frame),
        customdata=carry and [carry(period) for period in frame["period"]],
        hoverinfo="text",
        hovertext=[_hover(row, show) for row in rows_of(frame)],
    )
    gaps, periods = _gaps(frame), list(frame["period"])
    widest = max(gaps, key=lambda g: periods.index(g[1]) - periods.index(g[0]), default=None)
    for first, last in gaps:  # words at the widest alone, and where they fit: no two meet
        long = periods.index(last) - periods.index(first) >= ROOM
        said = _("tidak ada data") if (first, last) == widest and long else ""
        style.absent(fig, style.day(first), style.day(last), said)
    wanted = frame["target"] if "target" in frame else pd.Series(dtype="float64")
    if wanted.notna().any():
        _target_steps(fig, x, wanted, show)
    event_lines(fig, events, list(frame["period"]))
    seen = pd.concat([frame["value"], frame["low"], frame["high"]]).dropna().tolist()
    seen += wanted.dropna().tolist()
    if seen:
        style.value_axis(fig, min(seen), max(seen), f.brief(show))
    style.time_axis(fig, list(frame["period"]))
    return fig


def _markers(frame: pd.DataFrame) -> dict[str, Any]:
    """Grey where ordinary, hollow where a signal is over, coloured where it is news."""
    palette = style.colours()
    colours = [style.direction_colour(v) for v in frame["verdict"]]
    rows = list(zip(frame["verdict"], frame["past"], colours, strict=True))
    return {
        "size": [9 if verdict else 8 for verdict, _past, _colour in rows],
        "symbol": ["triangle-down" if v == "worse" else "circle" for v, _past, _colour in rows],
        "color": [palette.paper if past else colour for _v, past, colour in rows],
        "line": {
            "width": [1.6 if past else 0 for _v, past, _colour in rows],
            "color": palette.ordinary,
        },
    }


def _target_steps(
    fig: go.Figure, x: Sequence[Any], wanted: pd.Series, show: Callable[[float], str]
) -> None:
    """The target in force in each month; the words stand at the last one."""
    palette = style.colours()
    last = float(wanted.dropna().iloc[-1])
    if wanted.notna().all() and wanted.nunique() == 1:
        words = _("target {value}").format(value=f.brief(show)(last))
        style.quiet_line(fig, last, words, dash="longdash")
        return
    fig.add_scatter(
        x=x,
        y=wanted,
        mode="lines",
        line={"color": palette.second, "width": 1.2, "dash": "longdash", "shape": "hvh"},
        hoverinfo="skip",
    )
    ends = [
        i for i, value in enumerate(wanted)
        if pd.notna(value) and (i + 1 == len(wanted) or wanted.iloc[i + 1] != value)
    ]  # fmt: skip
    for place in ends:  # each year's own figure at the end of its step
        value = f.brief(show)(float(wanted.iloc[place]))
        fig.add_annotation(
            x=x[place],
            y=float(wanted.iloc[place]),
            text=_("target {value}").format(value=value) if place == ends[-1] else value,
            showarrow=False,
            xanchor="right",
            yanchor="bottom",
            font={"size": 12, "color": palette.second},
        )


def _hover(row: Any, show: Callable[[float], str]) -> str:
    if f.missing(row.value):
        return f"{f.period(row.period)}: {f.MISSING}"
    reason = f"<br>{_(REASONS[row.signal])}" if row.signal else ""
    return f"{f.period(row.period)}: <b>{show(row.value)}</b>{reason}"


def _gaps(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """The inner spans without a value, as their neighbours' periods."""
    months, values = list(frame["period"]), list(frame["value"])
    present = [i for i, v in enumerate(values) if not f.missing(v)]
    return [(months[a], months[b]) for a, b in pairwise(present) if b - a > 1]


def xmr_alt(frame: pd.DataFrame, show: Callable[[float], str], heading: str) -> str:
    """The chart's finding and what it rests on: span, last value, mean."""
    present = frame.dropna(subset=["value"])
    heading = heading.rstrip(".")
    if present.empty:
        return heading + "."
    last = present.iloc[-1]
    return _("{heading}. {span}: terakhir {last}, rata-rata {mean}.").format(
        heading=heading,
        span=f"{f.period(present['period'].iloc[0])}–{f.period(last['period'])}",
        last=show(last["value"]),
        mean=show(present["value"].mean()),
    )
