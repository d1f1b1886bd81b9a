"""Every office's process-behaviour chart, small and on one scale, to compare shapes."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.charts import style
from dashboard.charts.event_lines import Event, events_alt
from dashboard.locale import format as f
from etl.words import _, counted

WIDTH, HEIGHT, EDGE = 220.0, 96.0, 5.0


def multiples(
    charts: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
    show: Callable[[float], str],
    verdicts: Mapping[str, str],
    notes: Mapping[str, str],
    plain: frozenset[str] = frozenset(),
    events: Mapping[str, Sequence[Event]] | None = None,
) -> str:
    """HTML of one small chart an office, in the order of `charts`; it wraps on a phone.

    A chart is one row a month: value (NaN: absent), mean, low, high, verdict. All share one scale.
    `notes` are words under a chart (what is wanting before it may be judged). Offices in `plain`
    rest on too few cases: they do not stretch the scale and may run out of it. `events`: upright
    lines in an office's chart.
    """
    steady = [frame for office, frame in charts.items() if office not in plain]
    low, high = _scale(steady or list(charts.values()))
    cells = [
        _cell(
            names.get(o, o),
            frame,
            show,
            verdicts.get(o, ""),
            notes.get(o, ""),
            (low, high),
            (events or {}).get(o, ()),
        )
        for o, frame in charts.items()
    ]
    grid = "display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:.9rem .8rem"
    return f'<div style="{grid}">{"".join(cells)}</div>'


def _scale(frames: Iterable[pd.DataFrame]) -> tuple[float, float]:
    columns = ["value", "low", "high"]
    seen = pd.concat([frame[name] for frame in frames for name in columns]).dropna()
    if seen.empty:
        return 0.0, 1.0
    low, high = float(seen.min()), float(seen.max())
    return (low, high) if high > low else (low - 1, high + 1)


def _cell(
    name: str,
    frame: pd.DataFrame,
    show: Callable[[float], str],
    verdict: str,
    note: str,
    span: tuple[float, float],
    events: Sequence[Event],
) -> str:
    present = frame["value"].dropna()
    sign = {"better": "▲", "worse": "▼"}.get(verdict, "")
    colour = style.text_colour(verdict)
    head = f'<b style="font-size:.9rem">{escape(name)}</b>'
    if present.empty:
        words = escape(note or _("belum lapor"))
        gone = f'<div class="empty" style="padding:1.3rem .3rem">{words}</div>'
        return f"<div>{head}{gone}</div>"
    told = f"{sign} {escape(show(present.iloc[-1]))}"
    last = f'<span style="color:{colour};font-size:.9rem">{told}</span>'
    under = f'<div class="reading">{escape(note)}</div>' if note else ""
    picture = _svg(frame, *span, [month for month, _words in events])
    alt = escape(
        _alt(name, frame, show, verdict, note)
        + (events_alt(events, list(frame["period"])) if events else "")
    )
    image = f'<img src="{picture}" alt="{alt}" style="display:block;width:100%;height:auto">'
    top = f'<div style="display:flex;justify-content:space-between;gap:.4rem">{head}{last}</div>'
    return f"<div>{top}{image}{under}</div>"


def _svg(frame: pd.DataFrame, low: float, high: float, marked: Sequence[str] = ()) -> str:
    palette = style.colours()
    step = (WIDTH - 2 * EDGE) / max(1, len(frame) - 1)
    scale = (HEIGHT - 2 * EDGE) / (high - low)

    def xy(index: int, value: float) -> str:
        inside = min(max(value, low), high)
        return f"{EDGE + index * step:.1f},{HEIGHT - EDGE - (inside - low) * scale:.1f}"

    def lines(values: Sequence[float], colour: str, extra: str) -> str:
        runs: list[list[str]] = [[]]
        for i, value in enumerate(values):
            if f.missing(value):
                runs.append([])
            else:
                runs[-1].append(xy(i, float(value)))
        return "".join(
            f'<polyline points="{" ".join(run)}" fill="none" stroke="{colour}" {extra}/>'
            for run in runs
            if len(run) > 1
        )

    marks = [
        lines(list(frame["low"]), palette.ordinary, 'stroke-width="1" stroke-dasharray="3 3"'),
        lines(list(frame["high"]), palette.ordinary, 'stroke-width="1" stroke-dasharray="3 3"'),
        lines(list(frame["mean"]), palette.ordinary, 'stroke-width="1"'),
        lines(list(frame["value"]), palette.ink, 'stroke-width="1.4" stroke-linejoin="round"'),
    ]
    periods = list(frame["period"]) if marked else []
    for month in marked:
        if month in periods:
            x = EDGE + periods.index(month) * step
            marks.append(
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{HEIGHT:.0f}" '
                f'stroke="{palette.second}" stroke-width="1"/>'
            )
    for i, (value, verdict) in enumerate(zip(frame["value"], frame["verdict"], strict=True)):
        if verdict and not f.missing(value):
            at, up = xy(i, float(value)).split(",")
            fill = style.direction_colour(verdict)
            marks.append(f'<circle cx="{at}" cy="{up}" r="3.2" fill="{fill}"/>')
    size = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(marks)}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def _alt(
    name: str, frame: pd.DataFrame, show: Callable[[float], str], verdict: str, note: str
) -> str:
    present = frame["value"].dropna()
    usual = note.rstrip(".") or _("naik-turun biasa")
    word = {"better": _("membaik"), "worse": _("memburuk")}.get(verdict, usual)
    return counted("{name}: {n} bulan, terakhir {last}, {word}.", len(present)).format(
        name=name, n=len(present), last=show(present.iloc[-1]), word=word
    )
