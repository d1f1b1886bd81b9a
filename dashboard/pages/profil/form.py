"""The form in which an office says what its profile is; saved as a load, so its history is kept."""

import streamlit as st

from dashboard.frame.view import View
from dashboard.loading.uploading import Answer, load_rows
from etl.words import _
from metrics.profile.institution import Line

STATES = ("", "ya", "sebagian", "belum")
FORMS = ("", "badan", "dinas", "kantor", "unit")
WRITERS = frozenset({"admin", "office", "analyst"})


def state_label(state: str) -> str:
    """A declaration in words; "" is nothing said."""
    return {"": _("belum diisi"), "ya": _("ya"), "sebagian": _("sebagian")}.get(state, _("belum"))


def profile_form(view: View, year: int, general: dict[str, str], lines: list[Line]) -> None:
    """Fields filled with the last declaration; saving writes the year in view."""
    if view.office is None or view.scope.role not in WRITERS:
        return
    with st.expander(_("Ubah profil tahun {year}").format(year=year)), st.form("profil"):
        said: dict[str, str] = {"form": _pick(_("Bentuk"), FORMS, general["form"], "form")}
        said["legal_basis"] = st.text_input(_("Dasar hukum"), general["legal_basis"])
        said["operating_since"] = st.text_input(_("Beroperasi sejak"), general["operating_since"])
        said["services"] = st.text_input(_("Cakupan layanan"), general["services"])
        for line in lines:
            item = line.performance
            said[item.indicator] = _pick(
                f"{item.number}. {item.label()}", STATES, _code(line), item.indicator
            )
            said[f"{item.indicator}_evidence"] = st.text_input(
                _("Bukti (teks, tautan, tanggal)"), line.evidence, key=f"bukti_{item.indicator}"
            )
        if st.form_submit_button(_("Simpan"), type="primary"):
            done = save(view, year, said)
            if done.error:
                st.error(done.error)
            else:
                st.success(_("Profil {year} disimpan; yang lama tetap tercatat.").format(year=year))


def save(view: View, year: int, said: dict[str, str]) -> Answer:
    """Load the declaration as one row, in a process of its own; blanks erase what was said."""
    assert view.office is not None
    row = {"office_code": view.office.code, "year": str(year)} | said
    name = f"profil-{view.office.code}-{year}"
    return load_rows(
        view, "institution", name, list(row), [list(row.values())], offices=(view.office.code,)
    )


def _code(line: Line) -> str:
    return {"yes": "ya", "partly": "sebagian", "no": "belum"}.get(line.state, "")


def _pick(label: str, options: tuple[str, ...], value: str, key: str) -> str:
    at = options.index(value) if value in options else 0
    show = state_label if options is STATES else lambda o: o or _("belum diisi")
    return st.selectbox(label, options, index=at, format_func=show, key=f"profil_{key}")
