"""Open cases by age: a bar an age band, those past the standard in orange."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _, counted


def aging(
    frame: pd.DataFrame, height: int = 280, carry: Sequence[list[Any]] | None = None
) -> go.Figure:
    """Stacked bars of one row a band, youngest first: band ("0–5"), n, overdue (of those n).

    `carry`: what each band gives when it is picked.
    """
    palette = style.colours()
    fig = style.figure(height)
    late = frame["overdue"].fillna(0)
    for values, colour, words in (
        (
            frame["n"] - late,
            palette.ordinary,
            _("tanpa standar")
            if frame["overdue"].isna().all()
            else _("dalam standar atau tanpa standar"),
        ),
        (late, palette.worse, _("lewat standar")),
    ):
        fig.add_bar(
            x=frame["band"],
            y=values,
            marker_color=colour,
            customdata=carry,
            hoverinfo="text",
            hovertext=[
                f"{band} {counted('hari', 2)}: <b>{f.number(v)}</b> {words}"
                for band, v in zip(frame["band"], values, strict=True)
            ],
        )
    for band, n, over in zip(frame["band"], frame["n"], late, strict=True):
        words = f.number(n)
        if over:
            told = f"{f.number(over)} {_('lewat')}"
            words += f'<br><span style="color:{palette.worse_text}">{told}</span>'
        fig.add_annotation(
            x=band,
            y=n,
            text=words,
            showarrow=False,
            yanchor="bottom",
            font={"color": palette.second, "size": style.SIZE - 1, "family": style.FONT},
        )
    fig.update_layout(barmode="stack")
    fig.update_xaxes(type="category", title_text=_("umur berkas, hari kerja"))
    style.value_axis(fig, 0, float(frame["n"].max()) * 1.25 or 1, f.number, most=4)
    return fig


def aging_alt(frame: pd.DataFrame) -> str:
    """The bars in one sentence."""
    parts = ", ".join(
        f"{row.band} {counted('hari', 2)} {f.number(row.n)}" for row in rows_of(frame)
    )
    return _("Berkas berjalan menurut umur: {parts}; {late}.").format(
        parts=parts, late=late_words(frame)
    )


def late_words(frame: pd.DataFrame) -> str:
    """How many of the open cases are late (`overdue`); that it is not known where it is not."""
    if frame["overdue"].isna().all():
        return _("keterlambatannya tidak diketahui")
    return _("{late} lewat standar").format(late=f.number(frame["overdue"].sum()))
