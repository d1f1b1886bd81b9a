"""One case as a line by desk: worked, waited, past its standard, and days that do not count."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.charts import style
from etl.words import _
from metrics.asking.case_file import PAUSED, WORKED, Part


def case_line(
    parts: Sequence[Part], names: dict[str, str], net_standard: int | None
) -> go.Figure | None:
    """Bars by desk over the working days of the case; None where no day has passed.

    `names` gives a desk in words; `net_standard` the working days after which it is late.
    """
    if not parts:
        return None
    palette = style.colours()
    desks = list(dict.fromkeys(p.desk for p in parts))
    fig = style.figure(height=64 + 44 * len(desks), right=8)
    for part, colour, first, days in _pieces(parts, net_standard):
        paused = part.what == PAUSED
        fig.add_bar(
            orientation="h",
            y=[names.get(part.desk, part.desk)],
            x=[days],
            base=[first - 1],
            width=0.55,
            marker={
                "color": palette.paper if paused else getattr(palette, colour),
                "line": {"color": palette.ordinary, "width": 1},
                "pattern": {"shape": "/" if paused else "", "fgcolor": palette.ordinary},
            },
            hovertext=f"{part.stage or names.get('', '')}: {part.days}",
            hoverinfo="text",
        )
    fig.update_layout(barmode="overlay")
    fig.update_yaxes(
        categoryorder="array",
        categoryarray=[names.get(d, d) for d in reversed(desks)],
        showgrid=False,
        tickfont={"color": palette.ink},
    )
    last = parts[-1].last
    fig.update_xaxes(range=[0, last + 0.5], showgrid=True, dtick=_tick(last))
    return fig


def _pieces(parts: Sequence[Part], standard: int | None) -> list[tuple[Part, str, int, int]]:
    """The parts with their colour, first day and days; cut where the standard is used up."""
    found, net = [], 0
    for part in parts:
        if part.what == PAUSED:
            found.append((part, "paper", part.first, part.days))
            continue
        colour = "ordinary" if part.what == WORKED else "light"
        within = part.days if standard is None else max(0, min(part.days, standard - net))
        if within:
            found.append((part, colour, part.first, within))
        if part.days > within:
            found.append((part, "worse", part.first + within, part.days - within))
        net += part.days
    return found


def _tick(days: int) -> int:
    return next((step for step in (1, 2, 5, 10, 20, 50) if days / step <= 10), 100)


def case_line_alt(parts: Sequence[Part], names: dict[str, str]) -> str:
    """The line in words: each part with its desk and days."""
    what = {WORKED: _("dikerjakan"), PAUSED: _("jam berhenti")}
    told = [
        ", ".join((names.get(p.desk, p.desk), p.stage or "–", what.get(p.what, _("menunggu"))))
        + f": {p.days}"
        for p in parts
    ]
    return _("Perjalanan berkas menurut meja, hari kerja.") + " " + "; ".join(told)
