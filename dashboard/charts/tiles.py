"""The map without borders: one tile a regency, laid out like the province; each tile is a link."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts import style
from dashboard.locale import format as f
from etl.reference import Tile
from etl.rows import rows_of
from etl.words import _

FEWEST = 5  # tiles across: few offices are no larger than many
GAP = "clamp(2px,.5cqw,5px)"


def tile_map(
    rows: pd.DataFrame,
    places: Mapping[str, Tile],
    show: Callable[[float], str],
    absent: Callable[[str], str],
    link: Callable[[str], str],
    own: str | None = None,
    partly: Mapping[str, str] | None = None,
) -> str:
    """HTML of the tiles of offices: office, n, value (NaN: absent), verdict, state; "" for none.

    Blue and orange are better and worse than chance explains, grey the rest, with an arrow; a
    dotted box with words where there is no figure, a dashed one with words (`partly`, by office)
    where the figure does not tell of the whole period or rests on tallies. `link` gives a tile's
    address. Letters and tiles shrink with the width, so that the map fits a phone.
    """
    here = rows[rows["office"].isin(list(places))]
    if here.empty:
        return ""
    across = max(FEWEST, *(places[o].column for o in here["office"]))
    cells = "".join(
        _tile(
            row,
            places[row.office],
            show,
            absent,
            link(row.office),
            row.office == own,
            (partly or {}).get(row.office, ""),
        )
        for row in rows_of(here)
    )
    grid = (
        f"display:grid;grid-template-columns:repeat({across},minmax(0,1fr));gap:{GAP};"
        "margin-top:.6rem"
    )
    return f'<div style="container-type:inline-size"><div style="{grid}">{cells}</div></div>'


def _tile(
    row: Any,
    place: Tile,
    show: Callable[[float], str],
    absent: Callable[[str], str],
    address: str,
    own: bool,
    partly: str,
) -> str:
    palette = style.colours()
    gone = f.missing(row.value)
    verdict = "" if gone else row.verdict
    colour = style.direction_colour(verdict)
    edge = palette.ink if own else colour if verdict else palette.ordinary
    sign = {"better": "▲ ", "worse": "▼ "}.get(verdict, "")
    said = absent(row.state) if gone else show(row.value)
    told = said if gone else f"{said}, n = {f.number(row.n)}"
    told += f" ({partly})" if partly else ""
    line = "dotted" if gone else "dashed" if partly else "solid"
    look = (
        f"grid-row:{place.row};grid-column:{place.column};aspect-ratio:1/1;display:flex;"
        "flex-direction:column;align-items:center;justify-content:center;text-align:center;"
        f"border:{2 if own else 1}px {line} {edge};border-radius:4px;"
        f"background:{'transparent' if gone else _tint(colour, 0.3 if verdict else 0.12)};"
        f"color:{palette.second if gone else palette.ink};text-decoration:none;overflow:hidden;"
        "line-height:1.15;padding:1px"
    )
    small = "font-size:clamp(6.5px,2.15cqw,12px)"
    large = f"font-size:clamp({'6px,1.7cqw,11px' if gone else '8.5px,2.9cqw,15px'})"
    weight = "400" if gone else "600"
    note = (
        f'<span style="font-size:clamp(6px,1.7cqw,11px)">{escape(partly)}</span>' if partly else ""
    )
    return (
        f'<a href="{escape(address)}" target="_self" title="{escape(f"{place.short}: {told}")}" '
        f'style="{look}"><span style="{small}">{escape(place.short)}</span>'
        f'<span style="{large};font-weight:{weight}">{sign}{escape(said)}</span>'
        f"{note}</a>"
    )


def _tint(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def tile_map_alt(
    rows: pd.DataFrame,
    names: Mapping[str, str],
    show: Callable[[float], str],
    label: str,
    partly: Mapping[str, str] | None = None,
) -> str:
    """The map in one sentence: lowest, highest, whose figure is not whole, and who has none."""
    present = rows.dropna(subset=["value"]).sort_values("value")
    gone = [names.get(o, o) for o in rows.loc[rows["value"].isna(), "office"]]
    if present.empty:
        return _("Peta {label}: belum ada data.").format(label=label)
    low, high = present.iloc[0], present.iloc[-1]
    text = _("Peta {label}: dari {a} {va} sampai {b} {vb}.").format(
        label=label,
        a=names.get(low["office"], low["office"]),
        va=show(low["value"]),
        b=names.get(high["office"], high["office"]),
        vb=show(high["value"]),
    )
    if told := [f"{names.get(o, o)} ({why})" for o, why in (partly or {}).items()]:
        text += _(" Tidak utuh: {names}.").format(names=f.sentence(told))
    return text + (_(" Tanpa data: {names}.").format(names=f.sentence(gone)) if gone else "")
