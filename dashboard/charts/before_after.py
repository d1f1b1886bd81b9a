"""Days before and after a change: grey bars as recorded, an ink line as replayed."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.charts.distribution import day_axis, fold
from dashboard.locale import format as f
from etl.words import _


def before_after(frame: pd.DataFrame, p90: float | None = None, height: int = 320) -> go.Figure:
    """Bars and a line of rows days, before, after (cases); a long tail is one last bar."""
    palette = style.colours()
    fig = style.figure(height)
    wide, last = _folded(frame, p90)
    fig.add_bar(
        x=wide["days"],
        y=wide["before"],
        marker_color=palette.light,
        name=_("tercatat"),
        hoverinfo="text",
        hovertext=_hover(wide["days"], wide["before"], last, _("tercatat")),
    )
    fig.add_scatter(
        x=wide["days"],
        y=wide["after"],
        mode="lines",
        line={"color": palette.ink, "width": 2.4, "shape": "hvh"},
        name=_("diputar ulang"),
        hoverinfo="text",
        hovertext=_hover(wide["days"], wide["after"], last, _("diputar ulang")),
    )
    fig.update_layout(
        bargap=0.0,
        showlegend=True,
        legend={"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "top"},
    )
    day_axis(fig, last)
    highest = float(wide[["before", "after"]].to_numpy().max())
    style.value_axis(fig, 0, highest * 1.12 or 1, f.number)
    return fig


def _folded(frame: pd.DataFrame, p90: float | None) -> tuple[pd.DataFrame, int]:
    """Every day up to the last one, with the tail gathered in it; both columns alike."""
    before, last = fold(frame[["days", "before"]].rename(columns={"before": "n"}), p90)
    after = frame.assign(days=frame["days"].clip(upper=last)).groupby("days")["after"].sum()
    every = pd.RangeIndex(last + 1, name="days")
    columns = {"before": before.set_index("days")["n"], "after": after}
    wide = pd.DataFrame({k: v.reindex(every, fill_value=0) for k, v in columns.items()})
    return wide.reset_index(), last


def _hover(days: pd.Series, counts: pd.Series, last: int, what: str) -> list[str]:
    return [
        f"{_('{d} hari atau lebih').format(d=last) if d >= last else f.days(d)}, {what}: "
        f"<b>{f.number(n)}</b> {_('izin')}"
        for d, n in zip(days, counts, strict=True)
    ]


def before_after_alt(
    frame: pd.DataFrame, before: tuple[float, float], after: tuple[float, float]
) -> str:
    """Both distributions in one sentence; the pairs are (median, p90)."""
    if frame.empty:
        return _("Sebaran hari kerja: tidak ada data.")
    return _(
        "Sebaran hari kerja tercatat dan diputar ulang: separuh selesai dalam {a} menjadi {b}, "
        "sembilan dari sepuluh dalam {c} menjadi {d}."
    ).format(a=f.days(before[0]), b=f.days(after[0]), c=f.days(before[1]), d=f.days(after[1]))
