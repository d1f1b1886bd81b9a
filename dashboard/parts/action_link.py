"""From a verdict to what is done about it, in one click: the link carries figure and place."""

import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from etl.words import _
from metrics.asking.registry import indicators

SLUG = "tindak_lanjut"


def action_link(
    view: View, indicator: str, label: str = "", element: str = "", period: str = ""
) -> None:
    """A link to the page of follow-ups with its form open for this figure of the place in view.

    Nothing where no way of the figure is good by itself, or the reader may not write of the place.
    """
    page = st.session_state.get("pages", {}).get(SLUG)
    place = view.query.office or view.query.province or ""
    judged = indicator in indicators() and indicators()[indicator].better
    if page is None or not judged or not gate(view).may("action", place):
        return
    asked = st.query_params.to_dict() | {"untuk": indicator}
    asked |= {k: v for k, v in (("unsur", element), ("survei", period)) if v}
    icon, told = ":material/add_task:", label or _("Catat tindak lanjut")
    st.page_link(page, label=told, icon=icon, query_params=asked)
