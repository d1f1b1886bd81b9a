"""The process-behaviour chart: is this month's figure news, or ordinary variation."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.words import _

REASONS = {
    "outside": "di luar batas",
    "shift": "7 titik berturut-turut di satu sisi",
    "trend": "7 titik berturut-turut naik atau turun",
    "two_of_three": "2 dari 3 titik dekat batas",
}


def xmr(
    frame: pd.DataFrame,
    show: Callable[[float], str],
    target: float | None = None,
    events: Sequence[tuple[str, str]] = (),
    height: int = 320,
    carry: Callable[[str], list[Any]] | None = None,
) -> go.Figure:
    """The chart of one row a month or quarter: period, value, mean, low, high, signal, verdict.

    Value is NaN where nothing was reported (drawn as a gap and a dotted box); limits are NaN
    until there are 12 points; `verdict` is "better", "worse" or "" (ordinary). `events` are
    (period, words) that a person marked; `carry` says what a period's point gives when it is
    picked. Source: indicators.md §9.
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
        marker={"size": 8, "color": [style.direction_colour(v) for v in frame["verdict"]]},
        customdata=carry and [carry(period) for period in frame["period"]],
        hoverinfo="text",
        hovertext=[_hover(row, show) for row in frame.itertuples(index=False)],
    )
    for first, last in _gaps(frame):
        style.absent(fig, style.day(first), style.day(last), _("tidak ada data"))
    if target is not None:
        style.quiet_line(
            fig, target, _("target {value}").format(value=f.brief(show)(target)), dash="longdash"
        )
    for month, text in events:
        style.quiet_line(fig, style.day(month), style.wrap(text, 18), axis="x", dash="solid")
    seen = pd.concat([frame["value"], frame["low"], frame["high"]]).dropna().tolist()
    seen += [] if target is None else [target]
    if seen:
        style.value_axis(fig, min(seen), max(seen), f.brief(show))
    style.time_axis(fig, list(frame["period"]))
    return fig


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


def xmr_alt(frame: pd.DataFrame, show: Callable[[float], str], label: str) -> str:
    """The chart in one sentence: span, mean, last value, how many points signal."""
    present = frame.dropna(subset=["value"])
    if present.empty:
        return _("{label}: tidak ada data.").format(label=label)
    last = present.iloc[-1]
    return _(
        "{label} {span}: terakhir {last}, rata-rata {mean}, {n} titik di luar naik-turun biasa."
    ).format(
        label=label,
        span=f"{f.period(present['period'].iloc[0])}–{f.period(last['period'])}",
        last=show(last["value"]),
        mean=show(present["value"].mean()),
        n=int((present["verdict"] != "").sum()),
    )
