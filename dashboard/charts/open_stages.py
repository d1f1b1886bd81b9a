"""Open cases by the stage they reached: the ones past their standard in orange, most late first."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.aging import late_words
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _


def open_stages(
    frame: pd.DataFrame, row: int = 34, carry: Sequence[list[Any]] | None = None
) -> go.Figure:
    """Bars of one row a stage, in the order given: stage, n, overdue (of those n; NaN unknown).

    `carry`: what each stage's bar gives when it is picked.
    """
    palette = style.colours()
    names = [style.wrap(s, 22) for s in frame["stage"]]
    lines = max((n.count("<br>") + 1 for n in names), default=1)
    fig = style.figure(56 + (row + 12 * (lines - 1)) * max(1, len(frame)), right=8)
    late = frame["overdue"].fillna(0)
    for values, colour, words in (
        (late, palette.worse, _("lewat standar")),
        (frame["n"] - late, palette.ordinary, _("dalam standar atau tanpa standar")),
    ):
        fig.add_bar(
            y=names,
            x=values,
            orientation="h",
            marker_color=colour,
            customdata=carry,
            hoverinfo="text",
            hovertext=[
                f"{s}: <b>{f.number(v)}</b> {words}"
                for s, v in zip(frame["stage"], values, strict=True)
            ],
        )
    for name, n, over in zip(names, frame["n"], late, strict=True):
        words = f.number(n)
        if over:
            told = f"({f.number(over)} {_('lewat')})"
            words += f' <span style="color:{palette.worse_text}">{told}</span>'
        style.mark(fig, n, name, words, palette.second)
    fig.update_layout(barmode="stack", bargap=0.4)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    style.value_axis(fig, 0, float(frame["n"].max()) * 1.35 or 1, f.number, "x", most=4)
    fig.update_xaxes(showticklabels=False)
    return fig


def open_stages_alt(frame: pd.DataFrame) -> str:
    """The bars in one sentence."""
    parts = ", ".join(f"{r.stage} {f.number(r.n)}" for r in rows_of(frame))
    return _("Berkas berjalan menurut tahap: {parts}; {late}.").format(
        parts=parts, late=late_words(frame)
    )
