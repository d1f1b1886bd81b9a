"""Where the days go: a bar a stage, working on it dark, waiting for it light, the worst orange."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.words import _, counted


def stage_bars(
    frame: pd.DataFrame,
    bottleneck: str | None = None,
    row: int = 40,
    carry: Sequence[list[Any]] | None = None,
) -> go.Figure:
    """Bars of one row a stage, in the order of the process: stage, run, wait (mean days).

    `wait` is NaN where the log holds finish times only. The bottleneck's larger part is orange
    and carries its figure. `carry`: what each stage's bar gives when it is picked.
    """
    palette = style.colours()
    fig = style.figure(height=70 + row * len(frame), right=8)
    names = [style.wrap(s, 20) for s in frame["stage"]]
    run, wait = frame["run"].fillna(0), frame["wait"].fillna(0)
    worst = frame["stage"] == bottleneck
    in_wait = wait > run
    for values, colour, hot, words in (
        (run, palette.ordinary, worst & ~in_wait, _("dikerjakan")),
        (wait, palette.light, worst & in_wait, _("menunggu")),
    ):
        fig.add_bar(
            y=names,
            x=values,
            orientation="h",
            marker_color=[palette.worse if h else colour for h in hot],
            customdata=carry,
            hoverinfo="text",
            hovertext=[
                f"{s}: {words} <b>{f.days(v, 1)}</b>"
                for s, v in zip(frame["stage"], values, strict=True)
            ],
        )
    total = run + wait
    for name, whole, part_run, part_wait, own in zip(names, total, run, wait, worst, strict=True):
        if whole <= 0:
            continue
        words = f.days(whole, 1)
        if own and part_wait > 0:
            part = _("menunggu {d}") if part_wait > part_run else _("dikerjakan {d}")
            words += "<br>" + part.format(d=f.number(max(part_run, part_wait), 1))
        style.mark(fig, whole, name, words, palette.worse_text if own else palette.second)
    fig.update_layout(barmode="stack", bargap=0.4)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    style.value_axis(fig, 0, float(total.max()) * 1.65 or 1, f.number, "x", most=4)
    fig.update_xaxes(title_text=counted("hari kerja", 2), showgrid=True)
    return fig


def stage_bars_alt(frame: pd.DataFrame, bottleneck: str | None = None) -> str:
    """The bars in one sentence."""
    total = frame["run"].fillna(0) + frame["wait"].fillna(0)
    parts = [f"{s} {f.days(t, 1)}" for s, t in zip(frame["stage"], total, strict=True)]
    tail = _(" Terlama: {stage}.").format(stage=bottleneck) if bottleneck else ""
    return _("Rata-rata hari kerja per tahap: {parts}.").format(parts=", ".join(parts)) + tail
