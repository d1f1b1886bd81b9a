"""The 24 months behind a card, small: a line with gaps where nothing was reported."""

from base64 import b64encode
from collections.abc import Sequence

from dashboard.charts import style
from dashboard.locale import format as f
from etl.words import _

WIDTH, HEIGHT, EDGE = 130.0, 40.0, 5.0


def sparkline(
    values: Sequence[float | None], months: Sequence[str], label: str, direction: str | None = None
) -> tuple[str, str]:
    """A data address of an SVG picture, and its alt text.

    `values` in time order, None or NaN where absent (drawn as a gap); the last present point
    is marked in the colour of `direction` ("better", "worse", else grey).
    """
    palette = style.colours()
    points = _points(values)
    lines = "".join(
        f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in run)}" fill="none" '
        f'stroke="{palette.ordinary}" stroke-width="1.6" stroke-linejoin="round"/>'
        for run in _runs(points)
    )
    x, y = [p for p in points if p][-1]
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{style.direction_colour(direction)}"/>'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" '
        f'width="{WIDTH:.0f}" height="{HEIGHT:.0f}">{lines}{dot}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode(), _alt(months, label)


def _points(values: Sequence[float | None]) -> list[tuple[float, float] | None]:
    present = [float(v) for v in values if not f.missing(v)]
    low, high = min(present), max(present)
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    scale = (HEIGHT - 2 * EDGE) / (high - low) if high > low else 0.0
    middle = HEIGHT / 2

    def place(index: int, value: float) -> tuple[float, float]:
        y = HEIGHT - EDGE - (value - low) * scale if scale else middle
        return EDGE + index * step, y

    return [None if f.missing(v) else place(i, float(v)) for i, v in enumerate(values)]


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _alt(months: Sequence[str], label: str) -> str:
    if not months:
        return _("Garis perkembangan {label}.").format(label=label)
    return _("Garis perkembangan {label}, {span}.").format(
        label=label, span=f.months(months[0], months[-1])
    )
