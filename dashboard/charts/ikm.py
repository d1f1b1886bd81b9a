"""Graphs of the survey: elements and groups with intervals, importance against performance, trend.

Values are on the converted scale of 25 to 100; quiet lines are the bounds of the grades.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.event_lines import Event, lines_at
from dashboard.charts.placing import place_labels
from dashboard.locale import format as f
from etl.words import _

ROW = 34
QUADRANT_HEIGHT = 400
PLOT_HEIGHT = 330.0  # what margins and axis leave of it


def _one(value: float) -> str:
    return f.number(value, 1)


def dots(
    frame: pd.DataFrame,
    bounds: Mapping[str, float] | None = None,
    highlight: Mapping[str, str] | None = None,
    mean: float | None = None,
) -> go.Figure:
    """One row a name, in the order given: name, value, low, high (NaN: no interval), maybe n.

    `bounds`: letter of a grade → its lower bound, drawn where it is in sight. `highlight`: name →
    "better" or "worse". `mean`: a dotted line at the index.
    """
    palette = style.colours()
    names = [style.wrap(n, 26) for n in frame["name"]]
    fig = style.figure(height=70 + ROW * max(1, len(frame)), right=24)
    colours = [style.direction_colour((highlight or {}).get(n)) for n in frame["name"]]
    for y, low, high, colour in zip(names, frame["low"], frame["high"], colours, strict=True):
        if not f.missing(low):
            fig.add_scatter(
                x=[low, high], y=[y, y], mode="lines", opacity=0.5, hoverinfo="skip",
                line={"color": colour, "width": 4},
            )  # fmt: skip
    counts = frame["n"] if "n" in frame else [None] * len(frame)
    fig.add_scatter(
        x=frame["value"],
        y=names,
        mode="markers",
        marker={"size": 11, "color": colours},
        hoverinfo="text",
        hovertext=[
            _hover(*row)
            for row in zip(
                frame["name"], frame["value"], frame["low"], frame["high"], counts, strict=True
            )
        ],
    )
    low, high = _span(frame)
    style.value_axis(fig, low, high, f.number, "x", 4)
    seen = fig.layout.xaxis.range
    for letter, bound in (bounds or {}).items():
        if seen[0] < bound < seen[1]:
            style.quiet_line(fig, bound, letter, axis="x", place=1.0)
            fig.layout.annotations[-1].update(yanchor="bottom", xanchor="center")
    if mean is not None:
        fig.add_vline(x=mean, line={"color": palette.ink, "width": 1, "dash": "dot"})
    for name, value in zip(names, frame["value"], strict=True):
        fig.add_annotation(
            x=1, xref="paper", y=name, xanchor="left", xshift=6, showarrow=False, text=_one(value),
            font={"color": palette.ink, "size": style.SIZE - 1, "family": style.FONT},
        )  # fmt: skip
    fig.update_layout(margin_t=34, margin_r=48)
    fig.update_yaxes(autorange="reversed", showgrid=True)
    return fig


def _span(frame: pd.DataFrame) -> tuple[float, float]:
    lows = frame["low"].fillna(frame["value"])
    highs = frame["high"].fillna(frame["value"])
    low, high = float(lows.min()), float(highs.max())
    return max(25.0, low - 2), min(100.0, high + 2)


def _hover(name: str, value: float, low: float, high: float, n: object) -> str:
    text = f"{name}: <b>{f.number(value, 2)}</b>"
    if not f.missing(low):
        text += "<br>" + _("selang 95 % {low}–{high}").format(low=_one(low), high=_one(high))
    return text if f.missing(n) else f"{text}<br>n = {f.number(n)}"


def dots_alt(frame: pd.DataFrame, label: str) -> str:
    """The rows in one sentence: the highest and the lowest with their values."""
    present = frame.dropna(subset=["value"])
    if present.empty:
        return _("{label}: tidak ada data.").format(label=label)
    first = present.iloc[int(present["value"].argmax())]
    last = present.iloc[int(present["value"].argmin())]
    return _("{label}: tertinggi {a} {va}, terendah {b} {vb}, pada skala 25 sampai 100.").format(
        label=label,
        a=first["name"],
        va=f.number(first["value"], 2),
        b=last["name"],
        vb=f.number(last["value"], 2),
    )


def quadrants(frame: pd.DataFrame, places: Mapping[str, str]) -> go.Figure:
    """Importance (y) against performance (x): name, short, performance, importance, place.

    `places`: name of each quadrant as people read it; "improve" is the one in colour.
    """
    palette = style.colours()
    fig = style.figure(height=QUADRANT_HEIGHT)
    xs, ys = list(frame["performance"]), list(frame["importance"])
    (x0, x1), (y0, y1) = _room(xs, 2.0), _room(ys, 0.05)
    colours = [palette.worse if p == "improve" else palette.ordinary for p in frame["place"]]
    fig.add_vline(x=sum(xs) / len(xs), line={"color": palette.rule, "width": 2})
    fig.add_hline(y=sum(ys) / len(ys), line={"color": palette.rule, "width": 2})
    fig.add_scatter(
        x=xs, y=ys, mode="markers", marker={"size": 12, "color": colours}, hoverinfo="text",
        hovertext=[
            _("{name}<br>kinerja {x}, kepentingan {y}<br>{place}").format(
                name=name, x=f.number(x, 2), y=f.number(y, 2), place=places[place]
            )
            for name, x, y, place in zip(frame["name"], xs, ys, frame["place"], strict=True)
        ],
    )  # fmt: skip
    spots = [((x - x0) / (x1 - x0), (y - y0) / (y1 - y0)) for x, y in zip(xs, ys, strict=True)]
    labels = [style.wrap(s, 18) for s in frame["short"]]
    found = place_labels(spots, labels, PLOT_HEIGHT)
    for x, y, label, spot, place in zip(xs, ys, labels, found, frame["place"], strict=True):
        fig.add_annotation(
            x=x, y=y, ax=spot.dx, ay=-spot.dy, text=label, showarrow=True, arrowhead=0,
            arrowwidth=1, standoff=7, xanchor="center", yanchor="middle",
            arrowcolor=palette.ordinary if spot.far else "rgba(0,0,0,0)", borderpad=0,
            font={
                "color": palette.worse_text if place == "improve" else palette.ink,
                "size": style.SIZE - 1,
                "family": style.FONT,
            },
        )  # fmt: skip
    _corners(fig, places)
    style.value_axis(fig, x0, x1, _one, "x", 4)
    fig.update_xaxes(range=[x0, x1], title_text=_("kinerja (nilai unsur, 25–100)"))
    style.value_axis(fig, y0, y1, lambda v: f.number(v, 2), "y", 4)
    fig.update_yaxes(range=[y0, y1], title_text=_("kepentingan"), showgrid=False)
    fig.update_layout(margin_t=30)
    return fig


def _room(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    pad = max((high - low) * 0.16, least)
    return low - pad, high + pad


def _corners(fig: go.Figure, places: Mapping[str, str]) -> None:
    """Names of the two upper quadrants, above the plot where no label can be."""
    palette = style.colours()
    for x, anchor, place, colour in (
        (0, "left", "improve", palette.worse_text),
        (1, "right", "keep", palette.second),
    ):
        fig.add_annotation(
            x=x, y=1, xref="paper", yref="paper", xanchor=anchor, yanchor="bottom",
            text=f"<b>{places[place]}</b>", showarrow=False,
            font={"color": colour, "size": style.SIZE - 1, "family": style.FONT},
        )  # fmt: skip


def quadrants_alt(frame: pd.DataFrame, places: Mapping[str, str]) -> str:
    """The elements to improve first, in one sentence."""
    first = list(frame.loc[frame["place"] == "improve", "name"])
    if not first:
        return _("Tidak ada unsur yang penting sekaligus di bawah rata-rata.")
    return _("Penting tetapi di bawah rata-rata ({place}): {names}.").format(
        place=places["improve"], names=", ".join(first)
    )


def trend(
    frame: pd.DataFrame, target: float | None = None, events: Sequence[Event] = ()
) -> go.Figure:
    """The index by period: period (as people read it), value, low, high, grade, rule, changed.

    A line joins periods of one rule only; where the rule changed a quiet line stands between.
    `events` stand before the first survey that ended after them (column `ends`, a month).
    """
    palette = style.colours()
    fig = style.figure(height=300, right=24)
    names = [style.wrap(p, 12) for p in frame["period"]]
    for rule in dict.fromkeys(frame["rule"]):
        own = [i for i, r in enumerate(frame["rule"]) if r == rule]
        part = frame.iloc[own]
        fig.add_scatter(
            x=[names[i] for i in own],
            y=part["value"],
            mode="lines+markers",
            line={"color": palette.ink, "width": 2},
            marker={"size": 9, "color": palette.ink},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": (part["high"] - part["value"]).fillna(0),
                "arrayminus": (part["value"] - part["low"]).fillna(0),
                "color": palette.ordinary,
                "thickness": 2,
                "width": 0,
            },
            hoverinfo="text",
            hovertext=[
                _hover(*row, None)
                for row in zip(
                    part["period"], part["value"], part["low"], part["high"], strict=True
                )
            ],
        )
    for i, (_index, row) in enumerate(frame.iterrows()):
        if i >= len(frame) - 3 or len(frame) < 6:
            top = row["value"] if f.missing(row["high"]) else row["high"]
            style.mark(
                fig, i, top, f"{_one(row['value'])} {row['grade'] or ''}".strip(),
                anchor="center", shift=(0, 12),
            )  # fmt: skip
    for i, changed in enumerate(frame["changed"]):
        if changed:
            fig.add_vline(x=i - 0.5, line={"color": palette.second, "width": 1, "dash": "dot"})
            fig.add_annotation(
                x=i - 0.5, y=1, yref="paper", yanchor="bottom", showarrow=False,
                text=_("aturan {rule}").format(rule=frame["rule"].iloc[i]),
                font={"color": palette.second, "size": style.SIZE - 2, "family": style.FONT},
            )  # fmt: skip
    lows = frame["low"].fillna(frame["value"])
    highs = frame["high"].fillna(frame["value"])
    ends = [float(lows.min()), float(highs.max())] + ([] if target is None else [target])
    style.value_axis(fig, min(ends) - 1, max(ends) + 1, f.number, "y", 4)
    if target is not None:
        style.quiet_line(fig, target, _("target {v}").format(v=_one(target)))
    step = max(1, -(-len(names) // 5))
    shown = names[::-1][::step][::-1]
    fig.update_xaxes(
        type="category", categoryorder="array", categoryarray=names, tickvals=shown, tickangle=0,
        range=[-0.6, len(names) - 0.4],
    )  # fmt: skip
    fig.update_layout(margin_t=30)
    placed = [(int((frame["ends"] < month).sum()), words) for month, words in sorted(events)]
    lines_at(fig, [(i - 0.5, words, i > len(frame) * 0.6) for i, words in placed if i])
    return fig


def trend_alt(frame: pd.DataFrame) -> str:
    """First and last period in one sentence, and where the rule changed."""
    first, last = frame.iloc[0], frame.iloc[-1]
    said = _("IKM dari {a} ({va}) sampai {b} ({vb}).").format(
        a=first["period"],
        va=f.number(first["value"], 2),
        b=last["period"],
        vb=f.number(last["value"], 2),
    )
    changed = frame.loc[frame["changed"], "period"]
    if len(changed):
        said += " " + _("Aturan berganti pada {periods}.").format(periods=", ".join(changed))
    return said
