"""Draws a report's pictures by matplotlib: as SVG for the PDF, as PNG for Word.

Legible in black and white: direction is a shape (▼ ● ▲) and waiting is hatched.
"""

import io
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from dashboard.charts.palette import LIGHT, nice_ticks
from dashboard.locale import format as f
from dashboard.reports.model import Chart
from etl.words import _

FONTS = Path(__file__).parent / "fonts"
WIDTH = 6.7  # inches: the text's width on A4
LABEL = 60  # letters
GAP = float("nan")
SHAPES = {"better": "^", "worse": "v"}
Numbers = list[float]


def draw(chart: Chart, form: Literal["svg", "png"] = "svg") -> bytes:
    """The picture of `chart`, the same bytes for the same data."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    style: dict[Any, Any] = {
        "font.family": _font(),
        "font.size": 9,
        "svg.fonttype": "path",
        "svg.hashsalt": "monev",
        "axes.edgecolor": LIGHT.ordinary,
        "axes.linewidth": 0.6,
        "text.color": LIGHT.ink,
        "xtick.color": LIGHT.second,
        "ytick.color": LIGHT.second,
        "hatch.linewidth": 0.5,
        "text.parse_math": False,  # a name with two $ is no formula
    }
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(WIDTH, _height(chart)), dpi=200, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.subplots()
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(length=0)
        _DRAW[chart.kind](axes, chart.data)
        out = io.BytesIO()
        told = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(out, format=form, metadata=told)
    return out.getvalue()


@cache
def _font() -> str:
    """The house's own font, the same on every machine."""
    from matplotlib import font_manager

    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    return "Monev Sans"


@cache
def _letters() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    found = [set(FT2Font(str(path)).get_charmap()) for path in FONTS.glob("*.ttf")]
    return frozenset(set.intersection(*found))


def set_in_font(text: str) -> str:
    """Text with what the house's font has no letter for as "?": no paper is held up by it."""
    whole = unicodedata.normalize("NFC", text)
    if whole.isascii():
        return whole
    known = _letters()
    return "".join(c if ord(c) in known or c in "\n\t" else _instead(c) for c in whole)


def _instead(letter: str) -> str:
    """Nothing for what has no width of its own, else a question mark."""
    return "" if unicodedata.category(letter) in ("Cf", "Mn", "Me", "Cc") else "?"


def short(label: object) -> str:
    """A label beside a bar or point, cut where it would crowd out the picture."""
    text = set_in_font(str(label))
    return text if len(text) <= LABEL else f"{text[: LABEL - 1].rstrip()}…"


def writer(name: str) -> Callable[[Any], str]:
    """How a figure of this shape is written on an axis."""
    return {"rate": f.brief_percent, "ratio": f.brief_percent, "days": f.days}.get(
        name, lambda value: f.number(value, 0 if float(value).is_integer() else 1)
    )


def _height(chart: Chart) -> float:
    if chart.kind == "stages":
        return 0.5 + 0.24 * len(chart.data["stage"])
    if chart.kind == "bars":
        return 0.5 + 0.19 * len(chart.data["label"])
    return 3.1 if chart.kind == "funnel" else 2.35


def _known(values: list[float | None]) -> Numbers:
    return [GAP if v is None else float(v) for v in values]


def _axis(axes: Any, low: float, high: float, show: Callable[[Any], str], which: str = "y") -> None:
    ticks = nice_ticks(low, high, 4)
    setter = axes.set_yticks if which == "y" else axes.set_xticks
    setter(ticks, _told(ticks, show))
    (axes.set_ylim if which == "y" else axes.set_xlim)(ticks[0], ticks[-1])
    axes.grid(axis=which, color=LIGHT.rule, linewidth=0.6)
    axes.set_axisbelow(True)


def _told(ticks: Numbers, show: Callable[[Any], str]) -> list[str]:
    """The words of ticks; a step of a quarter keeps its two decimals."""
    told = [show(t) for t in ticks]
    fine = any(abs(t * 10 - round(t * 10)) > 1e-9 for t in ticks)
    if not fine or any("%" in words for words in told):
        return told
    return [f.number(t, 2) for t in ticks]


def _process(axes: Any, data: Mapping[str, Any]) -> None:
    """A month's figure against its limits; the news are triangles."""
    months, show = data["period"], writer(data["shape"])
    x = list(range(len(months)))
    value, low, high = (_known(data[c]) for c in ("value", "low", "high"))
    mean, target = _known(data["mean"]), _known(data["target"])
    for values, line in ((low, (0, (4, 3))), (high, (0, (4, 3))), (mean, "solid")):
        axes.plot(x, values, color=LIGHT.ordinary, lw=0.8, ls=line, drawstyle="steps-mid")
    axes.plot(x, target, color=LIGHT.second, lw=1.1, ls=(0, (7, 3)), drawstyle="steps-mid")
    axes.plot(x, value, color=LIGHT.ink, lw=1.1)
    colours = {"better": LIGHT.better, "worse": LIGHT.worse}
    for place, number in enumerate(value):
        told = data["verdict"][place]
        hollow = data["past"][place]
        colour = colours.get(told, LIGHT.ordinary)
        axes.plot(
            [place], [number], SHAPES.get(told, "o"), ms=5.5 if told else 4.5,
            mec=colour, mfc="white" if hollow else colour, mew=1,
        )  # fmt: skip
    seen = [v for v in (*value, *low, *high, *target) if v == v]
    if data["shape"] == "rate":
        seen = [min(1.0, max(0.0, v)) for v in seen]
    _axis(axes, min(seen), max(seen), show)
    shown = [i for i in x if (len(x) - 1 - i) % 3 == 0]
    axes.set_xticks(shown, [_month(months, i, shown) for i in shown])
    axes.set_xlim(-0.6, len(x) - 0.4)
    _named(axes, [(target, data["target_words"]), (high, _("batas atas")), (low, _("batas bawah"))])
    for month, words in data["events"]:
        if month in months:
            axes.axvline(months.index(month), color=LIGHT.ink, lw=0.7)
            axes.annotate(
                short(words), (months.index(month), 1), xycoords=("data", "axes fraction"),
                fontsize=7.5, color=LIGHT.second, xytext=(2, 2), textcoords="offset points",
            )  # fmt: skip


def _month(months: list[str], place: int, shown: list[int]) -> str:
    text = f.month(months[place], short=True)
    name, _space, year = text.rpartition(" ")
    new = place == shown[0] or months[place][:4] != months[place - 3][:4]
    return f"{name}\n{year}" if new else name


def _named(axes: Any, lines: list[tuple[Numbers, str]]) -> None:
    """Names at the right end of lines, in place of a legend; none over another."""
    bottom, top = axes.get_ylim()
    room = (top - bottom) * 0.09
    taken: list[float] = []
    for values, words in lines:
        present = [v for v in values if v == v]
        if not present or not words:
            continue
        place = min(top, max(bottom, present[-1]))
        place = _free(place, taken, room, bottom, top)
        taken.append(place)
        axes.annotate(
            words, (1.01, place), xycoords=("axes fraction", "data"), va="center",
            fontsize=8, color=LIGHT.second, annotation_clip=False,
        )  # fmt: skip


def _free(wanted: float, taken: Numbers, room: float, bottom: float, top: float) -> float:
    """The place nearest to `wanted` at which a name lies over none of those at `taken`."""
    steps = [wanted + side * room * k / 8 for k in range(81) for side in (1, -1)]
    return next(
        (
            place
            for place in steps
            if bottom <= place <= top and all(abs(place - other) >= room for other in taken)
        ),
        wanted,
    )


def _stages(axes: Any, data: Mapping[str, Any]) -> None:
    """Mean days of each stage: worked on dark, waiting light and hatched."""
    run, wait = _known(data["run"]), _known(data["wait"])
    run, wait = ([0.0 if v != v else v for v in values] for values in (run, wait))
    names = list(range(len(run)))
    hot = [LIGHT.worse if w else LIGHT.ordinary for w in data["worst"]]
    axes.barh(names, run, color=hot, height=0.62)
    axes.barh(
        names, wait, left=run, color=LIGHT.light, height=0.62, hatch="////", edgecolor=LIGHT.paper
    )
    top = max((a + b for a, b in zip(run, wait, strict=True)), default=0) or 1
    for place, (a, b) in enumerate(zip(run, wait, strict=True)):
        axes.text(a + b + top * 0.01, place, f.days(a + b, 1), va="center", fontsize=8.5)
    axes.set_yticks(names, [short(s) for s in data["stage"]])
    axes.invert_yaxis()
    _axis(axes, 0, top, writer("count"), "x")
    axes.set_xlim(0, top * 1.14)
    axes.spines["left"].set_visible(False)


def _bars(axes: Any, data: Mapping[str, Any]) -> None:
    """Figures with their 95 % interval, and the province's figure as a line."""
    value, show = _known(data["value"]), writer(data["shape"])
    low, high = _known(data["low"]), _known(data["high"])
    names = list(range(len(value)))
    colours = {"better": LIGHT.better, "worse": LIGHT.worse}
    for place, (number, a, b) in enumerate(zip(value, low, high, strict=True)):
        tone = data["tone"][place]
        colour = colours.get(tone, LIGHT.ordinary)
        axes.plot([a, b], [place, place], color=colour, lw=1.6, solid_capstyle="butt")
        axes.plot([number], [place], SHAPES.get(tone, "o"), ms=5, color=colour)
    axes.set_yticks(names, [short(s) for s in data["label"]], fontsize=8)
    axes.invert_yaxis()
    seen = [v for v in (*low, *high, *value) if v == v]
    if data["centre"] is not None:
        axes.axvline(data["centre"], color=LIGHT.second, lw=0.9, ls=(0, (4, 3)))
        seen.append(data["centre"])
    _axis(axes, min(seen), max(seen), show, "x")
    axes.spines["left"].set_visible(False)


def _beside(place: int, cases: Numbers, value: Numbers, tones: list[str]) -> bool:
    """Whether a named office has another close at its right, so that its name goes to its left."""
    reach, height = max(cases) * 0.2, 0.08
    return any(
        tone and other != place and 0 <= x - cases[place] < reach and abs(y - value[place]) < height
        for other, (x, y, tone) in enumerate(zip(cases, value, tones, strict=True))
    )


def _funnel(axes: Any, data: Mapping[str, Any]) -> None:
    """Offices by number of cases within the limits of chance."""
    show = writer(data["shape"])
    n = _known(data["curve_n"])
    lines = {name: _known(data[name]) for name in ("low95", "high95", "low998", "high998")}
    for name, values in lines.items():
        solid = name.endswith("998")
        axes.plot(n, values, color=LIGHT.ordinary, lw=0.9, ls="solid" if solid else (0, (4, 3)))
    axes.axhline(data["centre"], color=LIGHT.second, lw=0.9)
    value, cases = _known(data["value"]), _known(data["n"])
    colours = {"better": LIGHT.better, "worse": LIGHT.worse}
    for place, (x, y) in enumerate(zip(cases, value, strict=True)):
        tone = data["tone"][place]
        colour = colours.get(tone, LIGHT.ordinary)
        axes.plot([x], [y], SHAPES.get(tone, "o"), ms=6 if tone else 4.5, color=colour)
        if tone:
            below = tone == "worse"
            left = _beside(place, cases, value, data["tone"])
            axes.annotate(
                short(data["label"][place]), (x, y), xytext=(-5 if left else 5, -3 if below else 4),
                fontsize=8, textcoords="offset points", color=colour,
                va="top" if below else "bottom", ha="right" if left else "left",
            )  # fmt: skip
    seen = [v for v in (*value, *lines["low998"], *lines["high998"]) if v == v]
    _axis(axes, min(seen), max(seen), show)
    ticks = nice_ticks(0, max(cases), 5, whole=True)
    axes.set_xticks(ticks, [f.number(t) for t in ticks])
    axes.set_xlim(0, max(cases) * 1.12)
    axes.set_xlabel(data["unit"], fontsize=8.5, color=LIGHT.second)


_DRAW = {"process": _process, "stages": _stages, "bars": _bars, "funnel": _funnel}
