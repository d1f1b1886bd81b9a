"""The map with borders, from a GeoJSON of the operator's own; nothing is fetched from outside."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of

CODE_NAMES = ("code", "kode", "KODE_KAB", "kode_kab", "id")


@lru_cache(maxsize=4)
def outlines(path: str) -> dict[str, tuple[tuple[tuple[float, float], ...], ...]]:
    """Rings of every regency of a GeoJSON by code ("32.14"); empty where it cannot be read.

    The code is a property named code, kode or kode_kab, or the feature's id; 3214 means 32.14.
    """
    try:
        features = json.loads(Path(path).read_text("utf-8"))["features"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    found = {}
    for feature in features:
        code = _code(feature)
        rings = tuple(_rings(feature.get("geometry") or {}))
        if code and rings:
            found[code] = rings
    return found


def _code(feature: Mapping[str, Any]) -> str:
    told = (feature.get("properties") or {}) | {"id": feature.get("id")}
    text = next((str(told[n]) for n in CODE_NAMES if told.get(n) not in (None, "")), "")
    digits = "".join(c for c in text if c.isdigit())
    return f"{digits[:2]}.{digits[2:4]}" if len(digits) == 4 else digits


def _rings(geometry: Mapping[str, Any]) -> Iterator[tuple[tuple[float, float], ...]]:
    kind, where = geometry.get("type"), geometry.get("coordinates") or []
    polygons = [where] if kind == "Polygon" else where if kind == "MultiPolygon" else []
    for polygon in polygons:
        if polygon:
            yield tuple((float(p[0]), float(p[1])) for p in polygon[0])


def region_map(
    rows: pd.DataFrame,
    shapes: Mapping[str, tuple[tuple[tuple[float, float], ...], ...]],
    names: Mapping[str, str],
    show: Callable[[float], str],
    absent: Callable[[str], str],
    partly: Mapping[str, str] | None = None,
) -> go.Figure | None:
    """The regencies of `rows` (office, value, verdict, state) drawn by their outlines.

    None when no outline is known. Coloured as the tile map; dotted where there is no figure,
    dashed where it is not whole (`partly`, by office: why).
    """
    here = rows[rows["office"].isin(list(shapes))]
    if here.empty:
        return None
    palette = style.colours()
    fig = style.figure(height=380)
    for row in rows_of(here):
        gone = f.missing(row.value)
        colour = style.direction_colour("" if gone else row.verdict)
        x: list[float | None] = []
        y: list[float | None] = []
        for ring in shapes[row.office]:
            x += [p[0] for p in ring] + [None]
            y += [p[1] for p in ring] + [None]
        said = absent(row.state) if gone else f"<b>{show(row.value)}</b>"
        why = (partly or {}).get(row.office, "")
        if why:
            said += f" ({why})"
        fig.add_scatter(
            x=x,
            y=y,
            mode="lines",
            fill="toself",
            fillcolor="rgba(0,0,0,0)" if gone else colour,
            opacity=1 if gone else 0.55 if row.verdict else 0.3,
            line={
                "color": palette.ordinary,
                "width": 1,
                "dash": "dot" if gone else "dash" if why else "solid",
            },
            hoverinfo="text",
            text=f"{names.get(row.office, row.office)}: {said}",
            hoveron="fills",
        )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False, scaleanchor="x")
    return fig
