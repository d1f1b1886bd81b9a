"""The offices of a province in one table, with a click-through to the office."""

from collections.abc import Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, section, table
from etl.words import _


def office_table(
    view: View, frame: pd.DataFrame, columns: Sequence[Column], key: str, worst: str = ""
) -> None:
    """Every office in view, those without data with "–" last; ticking one opens it on this page.

    `frame` has `office` (code) and the columns' fields; `worst` is the field of a rate whose
    lowest comes first, else they stand by name.
    """
    codes = [c for c in view.offices if view.offices[c].province]
    shown = pd.DataFrame({"office": codes}).merge(frame, on="office", how="left")
    shown.insert(0, "name", [view.office_name(c) for c in shown["office"]])
    shown = shown.sort_values("name", ignore_index=True)
    reading = _("Pilih satu baris untuk membuka kantornya.")
    if worst:
        shown = shown.sort_values(worst, kind="stable", ignore_index=True)
        told = next(c.label for c in columns if c.field == worst)
        reading = _("{figure} terendah dulu.").format(figure=told) + " " + reading
    section(_("Menurut kabupaten/kota"), reading)
    picked = table(
        shown,
        [Column("name", _("Kabupaten/kota"), pinned=True), *columns],
        key=key,
        select=True,
        link=lambda row: office_address(str(shown["office"].iloc[row])),
    )
    if picked is not None:
        open_office(str(shown["office"].iloc[picked]))


def office_address(code: str) -> str:
    """The address of this page for that office, the other choices kept."""
    return f"?{urlencode(st.query_params.to_dict() | {'office': code})}"


def open_office(code: str) -> None:
    """Show this office from the next run on."""
    st.query_params["office"] = code
    st.rerun()


def rate_column(field: str, label: str) -> Column:
    """A column of rates."""
    return Column(field, label, f.percent)


def count_column(field: str, label: str, help: str = "") -> Column:
    """A column of counts."""
    return Column(field, label, f.number, help)


def days_column(field: str, label: str, help: str = "") -> Column:
    """A column of working days."""
    return Column(field, label, f.days, help)
