"""One place for the colours, font and bare axes of every graph.

Colour has meaning: `better` (blue) and `worse` (orange) mark what chance does not explain,
`ordinary` (grey) all else; `ink` is the measured line and text, `second` the quiet text,
`rule` grids and rules. A word or an arrow goes with every colour.

>>> fig = figure(height=260)
>>> fig.layout.separators
',.'
"""

import datetime as dt
import textwrap
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import asdict

import plotly.graph_objects as go

from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.charts.palette import nice_ticks as nice_ticks
from dashboard.locale import format as f
from etl.words import _, language

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
SIZE = 14


_palette: ContextVar[Palette] = ContextVar("palette", default=LIGHT)


def use(theme: str | None) -> None:
    """Draw for the "light" or "dark" theme from here on in this context."""
    _palette.set(DARK if theme == "dark" else LIGHT)


def colours() -> Palette:
    """The palette of the theme in use; call it inside the chart function, never at import."""
    return _palette.get()


def text_colour(direction: str | None) -> str:
    """The colour of words of "better" and "worse", and of all else: dark enough to be read."""
    palette = colours()
    text = {"better": palette.better_text, "worse": palette.worse_text}
    return text.get(direction or "", palette.second)


def variables() -> str:
    """The palette as CSS variables (`--ink`, `--worse-text`, …), for the page's own style sheet."""
    pairs = asdict(colours()).items()
    return ":root{" + "".join(f"--{k.replace('_', '-')}:{v};" for k, v in pairs) + "}"


def direction_colour(direction: str | None) -> str:
    """The colour of "better", "worse", and of all else (ordinary variation)."""
    palette = colours()
    return {"better": palette.better, "worse": palette.worse}.get(direction or "", palette.ordinary)


def figure(height: int = 300, left: int = 8, right: int = 16) -> go.Figure:
    """An empty figure in the house style: no heading (that is page text), no legend, bare axes.

    Margins grow with the labels (`automargin`), so nothing is cut on a phone.
    """
    palette = colours()
    fig = go.Figure()
    fig.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": 12, "b": 8},
        font={"family": FONT, "size": SIZE, "color": palette.ink},
        separators=".," if language() == "en" else ",.",
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        bargap=0.35,
        hovermode="closest",
        dragmode=False,
        hoverlabel={
            "font": {"family": FONT, "size": SIZE, "color": palette.ink},
            "bgcolor": palette.paper,
            "bordercolor": palette.ordinary,
        },
    )
    axis = {
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "gridcolor": palette.rule,
        "linecolor": palette.rule,
        "tickfont": {"color": palette.second, "size": SIZE - 1},
        "title": {"font": {"color": palette.second, "size": SIZE - 1}},
    }
    fig.update_xaxes(**axis, showgrid=False)
    fig.update_yaxes(**axis, showgrid=True)
    return fig


def time_axis(fig: go.Figure, periods: list[str], most: int = 5) -> None:
    """Label a date axis (x as `day(period)`) with at most `most` months or quarters."""
    if not periods:
        return
    shown = _thinned(periods, most)
    fig.update_xaxes(
        type="date",
        tickmode="array",
        tickvals=[day(p) for p in shown],
        ticktext=[tick(p) for p in shown],
        tickangle=0,
        range=[_nudge(periods[0], -12), _nudge(periods[-1], 12)],
    )


def category_axis(fig: go.Figure, periods: list[str], most: int = 5) -> None:
    """Label a category axis (x as `tick(period)`) with at most `most` of its periods."""
    shown = [tick(p) for p in _thinned(periods, most)]
    fig.update_xaxes(
        type="category",
        tickmode="array",
        tickvals=shown,
        ticktext=shown,
        tickangle=0,
        categoryorder="array",  # else a month without a value would go to the end
        categoryarray=[tick(p) for p in periods],
        range=[-0.6, len(periods) - 0.4],
    )


def _thinned(periods: list[str], most: int) -> list[str]:
    step = max(1, -(-len(periods) // most))
    return periods[::-1][::step][::-1]


def tick(period: str) -> str:
    """A month or quarter in two short lines, so that five fit a phone: "Okt" over "2026"."""
    if "Q" in period:
        year, _dash, part = period.partition("-Q")
        return _("TW {part}").format(part=part) + f"<br>{year}"
    return f.month(period, short=True).replace(" ", "<br>")


def day(period: str) -> str:
    """The x of a period's point: "2026-05" → "2026-05-01", a quarter at its middle month."""
    if "Q" in period:
        year, _dash, part = period.partition("-Q")
        return f"{year}-{3 * int(part) - 1:02d}-01"
    return f"{period}-01"


def _nudge(period: str, days: int) -> str:
    return (dt.date.fromisoformat(day(period)) + dt.timedelta(days)).isoformat()


def quiet_line(
    fig: go.Figure,
    value: float | str,
    label: str,
    axis: str = "y",
    dash: str = "dash",
    place: float = 1.0,
) -> None:
    """A quiet reference line (target, last year's mean, standard) with its name on it.

    `axis` "y": a horizontal line at `value`; its name in the
    right margin; "x": a vertical one, its name right of it at the
    height `place` (1 is the top), inside the graph so that it is never cut.
    """
    palette = colours()
    stroke = {"color": palette.second, "width": 1.5, "dash": dash}
    font = {"color": palette.second, "size": SIZE - 1, "family": FONT}
    if axis == "y":
        fig.add_hline(y=value, line=stroke)
        where = {"x": 1, "xref": "paper", "y": value, "xanchor": "left", "yanchor": "middle"}
        label = label.replace(" ", "<br>", 1)
        fig.update_layout(margin_r=max(fig.layout.margin.r, 60))
    else:
        fig.add_vline(x=value, line=stroke)
        where = {"x": value, "y": place, "yref": "paper", "xanchor": "left", "yanchor": "top"}
    fig.add_annotation(
        text=label,
        showarrow=False,
        align="left",
        font=font,
        bgcolor=palette.paper,
        opacity=0.92,
        **where,
    )


def mark(
    fig: go.Figure,
    x: object,
    y: object,
    text: str,
    colour: str | None = None,
    anchor: str = "left",
    shift: tuple[int, int] = (6, 0),
) -> None:
    """A label on a mark, in place of a legend."""
    fig.add_annotation(
        x=x,
        y=y,
        text=text,
        showarrow=False,
        xanchor=anchor,
        xshift=shift[0],
        yshift=shift[1],
        font={"color": colour or colours().ink, "size": SIZE - 1, "family": FONT},
    )


def pickable(fig: go.Figure) -> go.Figure:
    """Marks that carry `customdata` step forward when one is picked; all else stays as it is."""
    for trace in fig.data:
        shade = 1.0 if trace.customdata is None else 0.4
        if trace.type in ("bar", "scatter") and trace.unselected.marker.opacity is None:
            trace.unselected = {"marker": {"opacity": shade}}
    return fig


def absent(fig: go.Figure, x0: object, x1: object, label: str) -> None:
    """A dotted box over a span without data: absent is drawn absent, never as zero."""
    palette = colours()
    fig.add_vrect(
        x0=x0,
        x1=x1,
        line={"color": palette.ordinary, "width": 1, "dash": "dot"},
        fillcolor="rgba(0,0,0,0)",
        annotation_text=label,
        annotation_position="inside bottom",
        annotation_font={"color": palette.second, "size": SIZE - 2, "family": FONT},
    )


def wrap(text: str, width: int = 22) -> str:
    """A long label broken at words into lines, so that it does not squeeze the marks.

    >>> wrap("Izin Mendirikan Bangunan Gedung", 20)
    'Izin Mendirikan<br>Bangunan Gedung'
    """
    return "<br>".join(textwrap.wrap(str(text), width, break_long_words=False) or [""])


def value_axis(
    fig: go.Figure,
    low: float,
    high: float,
    show: Callable[[float], str],
    axis: str = "y",
    most: int = 5,
) -> None:
    """Round ticks between `low` and `high`, written by `show` (percent, days, rupiah); a plain
    number gets whole ones.
    """
    ticks = nice_ticks(low, high, most, whole=show is f.number)
    edge = (ticks[-1] - ticks[0]) * 0.03 if len(ticks) > 1 else 0.5
    update = fig.update_yaxes if axis == "y" else fig.update_xaxes
    update(
        tickmode="array",
        tickvals=ticks,
        ticktext=[show(t) for t in ticks],
        range=[ticks[0] - (edge if ticks[0] else 0), ticks[-1] + edge],
    )
