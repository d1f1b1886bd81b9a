"""One application as one bar: its stages from first to last, working days and waiting days."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _

HEIGHT = 92
LEAST_LABEL = 0.05  # of the whole bar: a narrower part tells its name when it is pointed at


def shades() -> dict[str, str]:
    """The shade of each desk; the applicant's is hatched, waiting is the lightest."""
    palette = style.colours()
    return {
        "front_office": palette.ordinary,
        "back_office": palette.second,
        "technical_team": palette.ink,
        "applicant": palette.paper,
        "": palette.ordinary,
    }


def one_bar(
    frame: pd.DataFrame, bottleneck: str | None = None, carry: list[list[object]] | None = None
) -> go.Figure:
    """A bar of the parts of one application, in the order of the process: rows stage, desk
    (code), run, wait (mean days a case; wait NaN where unknown).

    The stage that takes most of the office's days is orange. `carry`: what a stage gives when
    it is picked.
    """
    palette = style.colours()
    fig = style.figure(HEIGHT, right=8)
    total = float(frame["run"].fillna(0).sum() + frame["wait"].fillna(0).sum()) or 1.0
    tones = shades()
    for place, row in enumerate(rows_of(frame)):
        wait, run = (0.0 if f.missing(v) else float(v) for v in (row.wait, row.run))
        theirs = carry and [carry[place]]
        if wait > 0:
            words = _("menunggu {stage}: <b>{d}</b>").format(stage=row.stage, d=f.days(wait, 1))
            _part(
                fig, wait, palette.light, words.format(stage=row.stage, d=f.days(wait, 1)), theirs
            )
        tone = palette.worse if row.stage == bottleneck else tones.get(row.desk, palette.ordinary)
        told = f"{row.stage}: <b>{f.days(run, 1)}</b>"
        _part(fig, run, tone, told, theirs, hatched=row.desk == "applicant")
        if run >= LEAST_LABEL * total:
            dark = tone in (palette.ink, palette.second, palette.worse)
            bar = fig.data[-1]
            bar.text = [f"{style.wrap(row.stage, 16)}<br>{f.days(run, 1)}"]
            bar.textposition, bar.insidetextanchor = "inside", "middle"
            bar.insidetextfont = {
                "color": palette.paper if dark else palette.ink,
                "size": style.SIZE - 2, "family": style.FONT,
            }  # fmt: skip
            bar.textangle = 0
    fig.update_layout(
        barmode="stack", bargap=0.1, uniformtext={"mode": "hide", "minsize": style.SIZE - 3}
    )
    fig.update_xaxes(visible=False, range=[0, total])
    fig.update_yaxes(visible=False)
    return fig


def _part(
    fig: go.Figure,
    days: float,
    colour: str,
    words: str,
    carry: list[list[object]] | None,
    hatched: bool = False,
) -> None:
    palette = style.colours()
    marker = {"color": colour, "line": {"color": palette.paper, "width": 1}}
    if hatched:
        marker["pattern"] = {"shape": "/", "fgcolor": palette.ordinary, "size": 6}
    fig.add_bar(
        y=[""], x=[days], orientation="h", marker=marker, customdata=carry,
        hoverinfo="text", hovertext=[words],
    )  # fmt: skip


def one_bar_alt(frame: pd.DataFrame) -> str:
    """The bar in one sentence."""
    parts = [
        f"{row.stage} {f.days(row.run, 1)}"
        + (
            ""
            if f.missing(row.wait) or not row.wait
            else _(" (menunggu {d})").format(d=f.days(row.wait, 1))
        )
        for row in rows_of(frame)
    ]
    return _("Satu permohonan dari awal sampai akhir: {parts}.").format(parts=", ".join(parts))
