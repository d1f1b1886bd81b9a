"""The stages that really happen as a map: one a row from top to bottom, arrows between them.

The usual path runs straight down in ink, with the stages off it set in to the right; steps that
repeat a stage bow out to the left in orange, all others to the right in grey. The wider an
arrow, the more often the step was taken; every arrow says so when it is pointed at.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _, counted
from metrics.counting.marks import END, START
from metrics.flow.paths import REWORK, USUAL, Flow

ROW = 70  # pixels from stage to stage
HALF = 0.34  # half the height of a stage's box, in rows
SPINE = 0.29  # where the usual path runs, of the width
BOX = {True: (0.25, 0.66), False: (0.33, 0.70)}  # a stage on the usual path, and off it
FIRST_LANE = {-1: 0.19, 1: 0.775}
LANE = {-1: 0.024, 1: 0.026}
MOST_LANES = {-1: 6, 1: 7}
OUTERMOST = {-1: 0.075, 1: 0.925}  # of a label's middle, so that it is never cut
APART = 0.56  # rows between the middles of two labels of one side
RAREST = 0.02  # of the cases: a step taken less often is not drawn


@dataclass(frozen=True)
class _Arc:
    """A drawn step beside the boxes: `side` -1 left or 1 right, `lane` 0 next to the boxes."""

    a: str
    b: str
    n: int
    kind: str
    words: str
    told: str
    start: float
    stop: float
    side: int
    lane: int

    @property
    def x(self) -> float:
        return FIRST_LANE[self.side] + self.side * LANE[self.side] * self.lane


Carry = Callable[[str, str], list[Any]]
Drawn = list[dict[str, Any]]  # shapes or annotations, as Plotly names their parts
Told = tuple[float, float, str, str, str]  # x, y, words, and the step or (stage, "") pointed at


def flow_map(flow: Flow, carry: Carry | None = None) -> go.Figure:
    """The map of `flow`; about ROW pixels a stage, readable at a phone's width.

    `carry` says what a step (a, b), or a stage (stage, ""), gives when it is picked.
    """
    palette = style.colours()
    rows = [START, *flow.nodes["stage"], END]
    place = {stage: i for i, stage in enumerate(rows)}
    fig = style.figure(height=ROW * len(rows) + 8, left=0, right=0)
    fig.update_layout(margin={"l": 0, "r": 0, "t": 4, "b": 4})
    fig.update_xaxes(visible=False, range=[0, 1])
    fig.update_yaxes(visible=False, range=[len(rows) - 0.55, -0.45], showgrid=False)
    usual = set(flow.usual) | {START, END}
    most = max(int(flow.edges["n"].max()) if len(flow.edges) else 1, 1)
    colour = {USUAL: palette.ink, REWORK: palette.worse}
    arcs = _arcs(flow, place)
    shapes: Drawn = []
    notes: Drawn = []
    heads: list[tuple[float, float, str, str]] = []
    told: list[Told] = []
    for edge in rows_of(flow.edges[flow.edges["kind"] == USUAL]):
        top, foot = place[edge.a] + HALF, place[edge.b] - HALF
        stroke = {"color": palette.ink, "width": _width(edge.n, most)}
        shapes.append({"type": "line", "x0": SPINE, "x1": SPINE, "y0": top, "y1": foot,
                       "layer": "below", "line": stroke})  # fmt: skip
        heads.append((SPINE, foot - 0.06, "triangle-down", palette.ink))
        text = " · ".join(_words(edge.n, edge.median))
        _label(notes, SPINE + 0.02, place[edge.b] - 0.5, text, palette.ink, "left")
        told.append((SPINE, place[edge.b] - 0.5, _told(edge), edge.a, edge.b))
    for arc in arcs:
        tone = colour.get(arc.kind, palette.ordinary)
        x0, x1 = (BOX[s in usual][0 if arc.side < 0 else 1] for s in (arc.a, arc.b))
        stroke = {"color": tone, "width": _width(arc.n, most)}
        path = _path(x0, x1, arc)
        shapes.append({"type": "path", "path": path, "layer": "below", "line": stroke})
        shape = "triangle-right" if arc.side < 0 else "triangle-left"
        heads.append((x1 + arc.side * 0.008, arc.stop, shape, tone))
    for name, row in place.items():
        _box(shapes, notes, name, row, name in usual)
    fig.add_scatter(
        x=[h[0] for h in heads], y=[h[1] for h in heads], mode="markers", hoverinfo="skip",
        marker={"symbol": [h[2] for h in heads], "color": [h[3] for h in heads], "size": 9},
    )  # fmt: skip
    _arc_labels(notes, arcs)
    told += [(arc.x, (arc.start + arc.stop) / 2, arc.told, arc.a, arc.b) for arc in arcs]
    told += _stages_told(flow, place)
    _hover(fig, told, carry)
    fig.update_layout(shapes=shapes, annotations=notes)  # at once: each added alone checks all
    return fig


def _stages_told(flow: Flow, place: dict[str, int]) -> list[Told]:
    """Three marks across each stage's box, so that it answers wherever it is pointed at."""
    told: list[Told] = []
    for node in rows_of(flow.nodes):
        words = f"<b>{_named(node.stage)}</b><br>" + counted("{n} kali dikerjakan", node.n).format(
            n=f.number(node.n)
        )
        x0, x1 = BOX[node.usual]
        for part in (0.18, 0.5, 0.82):
            told.append((x0 + part * (x1 - x0), place[node.stage], words, node.stage, ""))
    return told


def drawn(flow: Flow) -> pd.DataFrame:
    """The steps of `flow` that its map draws."""
    place = {s: i for i, s in enumerate([START, *flow.nodes["stage"], END])}
    kept = {(arc.a, arc.b) for arc in _arcs(flow, place)}
    return flow.edges[
        [kind == USUAL or (a, b) in kept for a, b, kind in rows_of(flow.edges[["a", "b", "kind"]])]
    ]


def flow_map_alt(flow: Flow) -> str:
    """The map in two sentences: the usual path, and the steps that go back most."""
    text = _("Jalur yang biasa: {path}.").format(
        path=" → ".join([_("mulai"), *flow.usual, _("selesai")])
    )
    back = [f"{e.a} → {e.b} ({f.number(e.n)})" for e in rows_of(flow.repeats.head(3))]
    return text + (" " + _("Pengulangan: {steps}.").format(steps=", ".join(back)) if back else "")


def _arcs(flow: Flow, place: dict[str, int]) -> list[_Arc]:
    """The steps beside the boxes: the most frequent ones that find a lane, short ones inside."""
    rest = flow.edges[(flow.edges["kind"] != USUAL) & (flow.edges["n"] >= RAREST * flow.cases)]
    found = []
    for side in (-1, 1):
        mine = rest[(rest["kind"] == REWORK) == (side < 0)].head(5 * MOST_LANES[side])
        spans = [(abs(place[e.a] - place[e.b]), -e.n, e.a, e.b, e) for e in rows_of(mine)]
        lanes: list[list[tuple[float, float]]] = [[] for _lane in range(MOST_LANES[side])]
        for *_key, edge in sorted(spans, key=lambda s: s[:4]):
            down = place[edge.b] > place[edge.a]
            shift = 0.12 if down or edge.a == edge.b else -0.12
            start = place[edge.a] + shift
            stop = place[edge.b] - shift
            low, high = min(start, stop), max(start, stop)
            for number, taken in enumerate(lanes):
                if all(high < a - 0.05 or low > b + 0.05 for a, b in taken):
                    taken.append((low, high))
                    found.append(
                        _Arc(
                            edge.a, edge.b, edge.n, edge.kind,
                            "<br>".join(_words(edge.n, edge.median)), _told(edge),
                            start, stop, side, number,
                        )
                    )  # fmt: skip
                    break
    return found


def _path(x0: float, x1: float, arc: _Arc) -> str:
    """From one box to the lane, along it, and back to the other box, with round corners."""
    way = 1 if arc.stop > arc.start else -1
    bend = way * min(0.3, abs(arc.stop - arc.start) / 2)
    x, near = arc.x, arc.x - arc.side * 0.02
    return (
        f"M {x0},{arc.start} L {near},{arc.start} Q {x},{arc.start} {x},{arc.start + bend} "
        f"L {x},{arc.stop - bend} Q {x},{arc.stop} {near},{arc.stop} L {x1},{arc.stop}"
    )


def _arc_labels(notes: Drawn, arcs: list[_Arc]) -> None:
    """Labels of the arrows, the most frequent first; one that finds no room shows on pointing."""
    palette = style.colours()
    taken: dict[int, list[float]] = {-1: [], 1: []}
    for arc in sorted(arcs, key=lambda a: -a.n):
        middle = (arc.start + arc.stop) / 2
        room = max(abs(arc.stop - arc.start) / 2 - 0.2, 0)
        for y in _tries(middle, room):
            if all(abs(y - other) >= APART for other in taken[arc.side]):
                taken[arc.side].append(y)
                edge = OUTERMOST[arc.side]
                x = max(arc.x, edge) if arc.side < 0 else min(arc.x, edge)
                tone = palette.worse_text if arc.kind == REWORK else palette.second
                _label(notes, x, y, arc.words, tone, "center")
                break


def _tries(middle: float, room: float) -> Iterable[float]:
    yield middle
    step = 0.5
    while step <= room:
        yield middle - step
        yield middle + step
        step += 0.5


def _box(shapes: Drawn, notes: Drawn, name: str, row: int, usual: bool) -> None:
    palette = style.colours()
    end = name in (START, END)
    x0, x1 = BOX[usual]
    half = 0.22 if end else HALF
    stroke = {"color": palette.ink if usual else palette.ordinary, "width": 1.5 if usual else 1}
    shapes.append(
        {"type": "rect", "x0": x0, "x1": x1, "y0": row - half, "y1": row + half, "layer": "below",
         "fillcolor": palette.ink if end else palette.paper, "line": stroke}
    )  # fmt: skip
    if end:
        text = f"{START} {_('Mulai')}" if name == START else f"{END} {_('Selesai')}"
    else:
        lines = style.wrap(name or _("Tanpa nama"), 19 if usual else 17).split("<br>")
        short = [line if len(line) <= 22 else line[:21] + "…" for line in lines[:3]]
        text = "<br>".join(short) + ("…" if len(lines) > 3 else "")
    font = {
        "color": palette.paper if end else palette.ink,
        "size": style.SIZE - (3 if text.count("<br>") > 1 else 2),
        "family": style.FONT,
    }
    notes.append({"x": (x0 + x1) / 2, "y": row, "text": text, "showarrow": False, "font": font})


def _label(notes: Drawn, x: float, y: float, text: str, colour: str, anchor: str) -> None:
    font = {"color": colour, "size": style.SIZE - 3, "family": style.FONT}
    notes.append(
        {"x": x, "y": y, "text": text, "showarrow": False, "xanchor": anchor, "yanchor": "middle",
         "align": "center", "bgcolor": style.colours().paper, "borderpad": 0, "font": font}
    )  # fmt: skip


def _hover(fig: go.Figure, told: list[Told], carry: Carry | None) -> None:
    """Unseen marks on the arrows and stages that tell all about them and may be picked."""
    fig.add_scatter(
        x=[t[0] for t in told], y=[t[1] for t in told], hovertext=[t[2] for t in told],
        mode="markers", hoverinfo="text", customdata=carry and [carry(t[3], t[4]) for t in told],
        marker={"size": 22, "opacity": 0.0, "color": style.colours().ink},
        selected={"marker": {"opacity": 0.25}}, unselected={"marker": {"opacity": 0.0}},
    )  # fmt: skip


def _told(edge: Any) -> str:
    words = [
        f"<b>{_named(edge.a)} → {_named(edge.b)}</b>",
        counted("{n} kali", edge.n).format(n=f.number(edge.n)),
    ]
    if not f.missing(edge.median):
        words.append(_("median {days} kerja").format(days=f.days(edge.median)))
    if edge.again:
        words.append(_("{n} di antaranya mengulang").format(n=f.number(edge.again)))
    return "<br>".join(words)


def _named(stage: str) -> str:
    return {START: _("mulai"), END: _("selesai"), "": _("tanpa nama")}.get(stage, stage)


def _words(n: int, median: float) -> list[str]:
    return [f.number(n)] + ([] if f.missing(median) else [f.days(median)])


def _width(n: int, most: int) -> float:
    return 1 + 5 * (n / most) ** 0.5
