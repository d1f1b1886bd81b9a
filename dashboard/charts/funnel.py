"""The funnel: each office by its number of cases, and what chance alone would scatter."""

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _

NAMED = 9


def funnel(
    rows: pd.DataFrame,
    curve: pd.DataFrame,
    centre: float,
    names: Mapping[str, str],
    show: Callable[[float], str],
    unit: str,
    own: str | None = None,
    height: int = 380,
) -> go.Figure:
    """Offices that can be judged: office, n, value, verdict; `curve` the limits by n.

    Dashed lines are the 95 %, solid ones the 99.8 % limits (indicators.md §9). Offices outside the
    solid lines, and `own`, are named. Each mark carries its office's code for a click.
    """
    palette = style.colours()
    fig = style.figure(height)
    for column, dash in (
        ("low998", "solid"), ("high998", "solid"), ("low95", "dash"), ("high95", "dash")
    ):  # fmt: skip
        fig.add_scatter(
            x=curve["n"],
            y=curve[column],
            mode="lines",
            line={"color": palette.ordinary, "width": 1.2, "dash": dash},
            hoverinfo="skip",
        )
    right = float(curve["n"].max())
    fig.add_scatter(
        x=[0, right],
        y=[centre, centre],
        mode="lines",
        line={"color": palette.second, "width": 1.5},
        hoverinfo="skip",
    )
    colours = [
        palette.ink if o == own and not v else style.direction_colour(v)
        for o, v in zip(rows["office"], rows["verdict"], strict=True)
    ]
    fig.add_scatter(
        x=rows["n"],
        y=rows["value"],
        mode="markers",
        marker={"size": 10, "color": colours, "line": {"width": 0}},
        customdata=rows[["office"]].to_numpy(),
        hoverinfo="text",
        hovertext=[
            f"{names.get(r.office, r.office)}: <b>{show(r.value)}</b><br>n = {f.number(r.n)}<br>"
            + _("batas {low} sampai {high}").format(low=show(r.low998), high=show(r.high998))
            for r in rows_of(rows)
        ],
        unselected={"marker": {"opacity": 1}},
    )
    _names(fig, rows, names, own, right)
    seen = pd.concat([rows["value"], curve["low95"], curve["high95"]])
    style.value_axis(fig, float(seen.min()), float(seen.max()), f.brief(show))
    style.value_axis(fig, 0, right, f.number, "x", 5)
    fig.update_xaxes(title_text=unit, range=[0, right * 1.02])
    return fig


def _names(
    fig: go.Figure, rows: pd.DataFrame, names: Mapping[str, str], own: str | None, right: float
) -> None:
    """Names of the outliers, farthest from the limits first, and of `own`."""
    told = rows[(rows["verdict"] != "") | (rows["office"] == own)]
    far = (told["value"] - told[["low998", "high998"]].mean(axis=1)).abs()
    for row in rows_of(told.loc[far.sort_values(ascending=False).index].head(NAMED)):
        late = row.n > 0.72 * right
        colour = style.direction_colour(row.verdict) if row.verdict else style.colours().ink
        style.mark(
            fig,
            row.n,
            row.value,
            names.get(row.office, row.office),
            colour,
            "right" if late else "left",
            (-9 if late else 9, 0),
        )


def funnel_alt(
    rows: pd.DataFrame,
    centre: float,
    names: Mapping[str, str],
    show: Callable[[float], str],
    label: str,
) -> str:
    """The funnel in one sentence: the centre, how many offices, who lies outside."""
    outside = rows[rows["verdict"] != ""]
    told = [f"{names.get(r.office, r.office)} {show(r.value)}" for r in rows_of(outside)]
    tail = (
        _("di luar batas: {names}.").format(names=f.sentence(told))
        if told
        else _("tidak satu pun di luar batas.")
    )
    return (
        _("Grafik corong {label}: {n} kantor, rata-rata provinsi {centre}; ").format(
            label=label, n=len(rows), centre=show(centre)
        )
        + tail
    )
