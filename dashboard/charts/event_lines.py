"""Dated events as quiet upright lines with their words, on any chart over time."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.periods import months_of, quarter_text
from etl.words import _

Event = tuple[str, str]  # month ("2025-03"), words
WIDTH, LINE, EDGE = 24, 16, 6  # letters a line, pixels a line and over the words
PLOT = 0.75  # share of a graph's height that its axes take, about


def event_lines(
    fig: go.Figure, events: Sequence[Event], periods: Sequence[str], category: bool = False
) -> None:
    """Draw those of `events` that lie within `periods` (months or quarters, in order).

    `category`: the axis numbers its periods (`style.category_axis`), else it is one of days.
    """
    known = list(periods)
    found: dict[str, list[str]] = {}
    for month, words in sorted(events):
        name = quarter_text(months_of(month)[0]) if known and "Q" in known[0] else month
        if name in known:
            found.setdefault(name, []).append(words)
    lines_at(
        fig,
        [
            (
                known.index(name) if category else style.day(name),
                "; ".join(told),
                known.index(name) > len(known) * 0.6,
            )
            for name, told in found.items()
        ],
    )


def lines_at(fig: go.Figure, events: Sequence[tuple[object, str, bool]]) -> None:
    """Upright lines (x, words, late) with their words over the graph, which grows by as much.

    Every second one stands higher, so that no words lie on others; `late`: the words lie left of
    the line, so that they are not cut.
    """
    texts = [style.wrap(words, WIDTH) for _x, words, _late in events]
    heights = [LINE * (1 + text.count("<br>")) + EDGE for text in texts]
    step = max(heights[::2], default=0)
    tall = (fig.layout.height or 300) * PLOT
    room = 0
    for turn, (x, _words, late) in enumerate(events):
        rise = step if turn % 2 else 0
        style.quiet_line(fig, x, texts[turn], axis="x", dash="solid")  # type: ignore[arg-type]
        fig.layout.shapes[-1].update(y1=1 + (rise + heights[turn] - EDGE) / tall)
        side = {"xanchor": "right", "align": "right"} if late else {}
        fig.layout.annotations[-1].update(
            y=1, yanchor="bottom", yshift=rise + 2, bgcolor="rgba(0,0,0,0)", **side
        )
        room = max(room, rise + heights[turn] + EDGE)
    grown = room - int(fig.layout.margin.t or 0)
    if grown > 0:
        fig.update_layout(margin_t=room)
        if fig.layout.height:
            fig.update_layout(height=fig.layout.height + grown)


def events_alt(events: Sequence[Event], periods: Sequence[str] = ()) -> str:
    """The events in words, to follow a chart's text; "" for none."""
    told = [
        f"{words} ({f.month(month, short=True)})"
        for month, words in sorted(events)
        if not periods or periods[0] <= month <= periods[-1]
    ]
    return " " + _("Kejadian: {told}.").format(told=f.sentence(told)) if told else ""
