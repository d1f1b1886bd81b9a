"""Record kinds in words, and the form that puts an office's own permit names on the common list."""

from typing import Any

import streamlit as st

from dashboard.frame.view import View
from dashboard.loading.name_saving import save_names
from dashboard.parts.text import plain
from etl.words import _

OWN = ""


def permit_names(view: View, names: list[dict[str, Any]], turn: str) -> None:
    """Own permit names of a file beside what they may stand for; saved for every later file."""
    if not names:
        return
    label = _("Nama izin yang belum ada di daftar bersama ({n})").format(n=len(names))
    with (
        st.expander(label, icon=":material/label:"),
        st.form(f"unggah_names_{turn}", border=False),
    ):
        st.caption(
            _(
                "Nama yang dibiarkan tetap dimuat dengan namanya sendiri; pilihan di sini berlaku "
                "juga untuk berkas berikutnya."
            )
        )
        grid = st.grid(2, min_column_width=280)
        chosen: dict[tuple[str, str], str] = {}
        for number, one in enumerate(names):
            proposed = dict(one["proposals"])
            others = {c: n for c, n in view.permit_types.items() if c not in proposed}
            titles = {**proposed, **others}
            with grid.cell():
                picked = st.selectbox(
                    plain(one["own_name"]),
                    [OWN, *titles],
                    format_func={OWN: _("Biarkan"), **titles}.__getitem__,
                    key=f"unggah_name_{turn}_{number}",
                )
                chosen[one["office"], one["own_name"]] = str(picked)
        sent = st.form_submit_button(_("Simpan nama"), icon=":material/save:")
    if not sent:
        return
    by_office: dict[str, dict[str, str]] = {}
    for (office, name), kind in chosen.items():
        if kind:
            by_office.setdefault(office, {})[name] = kind
    for office, own in by_office.items():
        answer = save_names(view, office, own)
        if answer.error:
            st.warning(answer.error, icon=":material/info:")
            return
    st.rerun()
