"""The table of regencies × indicators: coloured by target, with n, grey for no data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import style
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import province
from dashboard.parts.column import Column
from dashboard.parts.narrow import narrow_rows
from dashboard.parts.office_table import office_address
from etl.periods import last_day, months_of
from etl.words import _
from metrics.asking.registry import Indicator, get, indicators
from metrics.judging.compare import Comparison, state_words
from metrics.judging.targets import met, target

#: Beside the chosen indicator; those the registry lacks are left out.
OTHERS = (
    "on_time_rate",
    "processing_time",
    "permits_issued",
    "response_on_time",
    "ikm",
    "bank_share",
)


@dataclass(frozen=True)
class _Cells:
    """One indicator by office: value, low, high, n; low and high NaN where there is no interval."""

    indicator: Indicator
    rows: pd.DataFrame


def frame(view: View, made: Comparison, names: Mapping[str, str], counts: bool) -> pd.DataFrame:
    """One row an office under display headings; with `counts` an n column for every indicator."""
    last = province.days(view)
    table = pd.DataFrame(
        {
            "office": made.rows["office"],
            _("Kabupaten/kota"): [names.get(o, o) for o in made.rows["office"]],
            made.indicator.label(): made.rows["value"],
            _("n"): made.rows["n"].where(made.rows["value"].notna()),
            _("Rentang 95 %"): [
                f"{_show(made.indicator)(a)}–{_show(made.indicator)(b)}" if a == a else ""
                for a, b in zip(made.rows["low"], made.rows["high"], strict=True)
            ],
            _("Dibanding provinsi"): [
                _verdict(v, s)
                for v, s in zip(made.rows["verdict"], made.rows["state"], strict=True)
            ],
        }
    )
    for cells in _others(view, made.indicator.name):
        label = cells.indicator.brief()
        own = cells.rows.set_index("office").reindex(table["office"])
        table[label] = own["value"].to_numpy()
        if counts:
            table[_("n {label}").format(label=cells.indicator.brief())] = own["n"].to_numpy()
    table[_("Data sampai")] = [f.date_short(last[o]) if o in last else "" for o in table["office"]]
    return _worst_first(table, made)


def _worst_first(table: pd.DataFrame, made: Comparison) -> pd.DataFrame:
    """By the figure chosen, its bad end first, offices without one last; by name where neither
    way is bad.
    """
    name, figure = _("Kabupaten/kota"), made.indicator.label()
    table = table.sort_values(name, ignore_index=True)
    if made.indicator.better not in ("up", "down"):
        return table
    bad_is_low = made.indicator.better == "up"
    return table.sort_values(figure, ascending=bad_is_low, kind="stable", ignore_index=True)


def show(view: View, made: Comparison, table: pd.DataFrame, key: str) -> str | None:
    """Draw the table; the code of the office that was ticked, else None."""
    headings = [c for c in table.columns if c != "office"]
    shown = table[headings]
    writers: dict[str, Callable[[Any], str]] = {}
    for name, indicator in _by_label(made).items():
        if name in headings:
            writers[name] = _show(indicator)
    for name in headings:
        if name == _("n") or name.startswith(_("n {label}").format(label="")):
            writers[name] = f.number
    styled = shown.style.format({c: _or_missing(writers.get(c, str)) for c in headings})
    for name, indicator in _by_label(made).items():
        if name in headings:
            styled = styled.apply(_colours(view, indicator, table), subset=[name], axis=0)
    styled = styled.map(_verdict_colour, subset=[_("Dibanding provinsi")])
    with st.container(key=f"wide_{key}"):
        state = st.dataframe(
            styled,
            hide_index=True,
            width="stretch",
            height=35 * (min(len(shown), 40) + 1) + 3,
            column_config={_("Kabupaten/kota"): st.column_config.Column(pinned=True)},
            placeholder=f.MISSING,
            on_select="rerun",
            selection_mode="single-row",
            key=key,
        )
    name = _("Kabupaten/kota")
    written = [Column(c, c, _or_missing(writers.get(c, str)), pinned=c == name) for c in headings]
    narrow_rows(shown, written, key, lambda row: office_address(str(table["office"].iloc[row])))
    picked = state.selection.rows
    return str(table["office"].iloc[picked[0]]) if picked else None


def _by_label(made: Comparison) -> dict[str, Indicator]:
    known = [get(n) for n in OTHERS if n in indicators()]
    return {made.indicator.label(): made.indicator} | {
        i.brief(): i for i in known if i.name != made.indicator.name
    }


def _others(view: View, chosen: str) -> list[_Cells]:
    asked = province.question(view)
    cells = []
    for name in OTHERS:
        if name == chosen or name not in indicators():
            continue
        indicator = get(name)
        own = asked.change(by=("office",))
        if "permit_type" not in indicator.dims:
            own = own.change(permit_type=None)
        rows = indicator.read(view.snapshot, view.scope, own).rows
        wanted = ["office", "value", "low", "high", "n"]
        cells.append(_Cells(indicator, rows.reindex(columns=wanted).astype(_floats(wanted))))
    return cells


def _floats(columns: list[str]) -> dict[str, str]:
    return {c: "float64" for c in columns if c != "office"}


def _show(indicator: Indicator) -> Callable[[float], str]:
    return lambda value: f.figure(value, indicator.shape, indicator.decimals)


def _or_missing(write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: f.MISSING if f.missing(value) or value == "" else write(value)


def _verdict(verdict: str, state: str) -> str:
    if state:
        return state_words(state)
    return {"better": _("▲ lebih baik"), "worse": _("▼ lebih buruk")}.get(
        verdict, _("● tidak berbeda")
    )


def _verdict_colour(text: object) -> str:
    palette = style.colours()
    colour = {"▲": palette.better_text, "▼": palette.worse_text}.get(str(text)[:1])
    return f"color: {colour}; font-weight: 600" if colour else f"color: {palette.second}"


def _colours(
    view: View, indicator: Indicator, table: pd.DataFrame
) -> Callable[[pd.Series], list[str]]:
    """Blue where the target is met, orange where it is not; grey where nothing is known."""
    palette = style.colours()
    wanted = _targets(view, indicator, list(table["office"]))
    counts = view.read(indicator.name, by=("office",), office=None).rows.set_index("office")["n"]

    def paint(column: pd.Series) -> list[str]:
        out = []
        for code, value in zip(table["office"], column, strict=True):
            reached = met(indicator, value, counts.get(code), wanted[code])
            if f.missing(value):
                out.append(f"color: {palette.second}")
            elif reached is None:
                out.append("")
            else:
                out.append(f"color: {palette.better_text if reached else palette.worse_text}")
        return out

    return paint


def _targets(view: View, indicator: Indicator, offices: list[str]) -> dict[str, float | None]:
    """The target in force for each office at the end of the period."""
    asked, on = province.question(view), last_day(months_of(view.period.end)[1])
    return {
        office: target(
            view.snapshot, indicator.name, asked.change(office=office, province=None), on
        )
        for office in offices
    }
