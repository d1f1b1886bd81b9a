"""A graph whose marks can be clicked: the heading and box of `components.chart`, and the click."""

from html import escape

import plotly.graph_objects as go
import streamlit as st

from dashboard.parts.components import BARE, box, empty
from etl.words import _


def clickable(
    heading: str, reading: str, figure: go.Figure | None, alt: str, key: str
) -> str | None:
    """Draw `figure` in a box; the code (customdata) of the mark that was clicked, else None."""
    with box():
        st.html(f'<p class="finding">{escape(heading)}</p><p class="reading">{escape(reading)}</p>')
        if figure is None:
            empty(_("Tidak ada data"), _("Belum ada yang bisa digambar untuk pilihan ini."))
            return None
        state = st.plotly_chart(
            figure,
            width="stretch",
            theme=None,
            config=BARE,
            alt=alt,
            on_select="rerun",
            selection_mode="points",
            key=f"chart_{key}",
        )
    points = state.selection.points if state else []
    data = points[0].get("customdata") if points else None
    return str(data[0] if isinstance(data, list | tuple) else data) if data else None
