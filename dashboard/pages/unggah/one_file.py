"""One file in hand: what it was read as, the figures it will give, its rows, what may be mended."""

from typing import Any

import streamlit as st

from dashboard.frame.gate import gate
from dashboard.frame.view import View
from dashboard.loading.uploading import Answer
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from dashboard.pages.unggah.answer_words import answer_words
from dashboard.pages.unggah.asking import asks_details_only, otherwise, taken_for
from dashboard.pages.unggah.feeding import fed, left_out
from dashboard.pages.unggah.held import Held
from dashboard.pages.unggah.mapping_form import mapping_form
from dashboard.pages.unggah.names import permit_names
from dashboard.pages.unggah.readings import readings
from dashboard.pages.unggah.reconciliation_words import reconciliation
from dashboard.pages.unggah.upload_rows import rejects_table, rows_table
from dashboard.parts.components import section
from etl.schema import kinds
from etl.words import _, counted
from metrics.asking.registry import get


def one_file(view: View, one: Held, turn: str) -> None:
    """Everything of one file between its check and its load."""
    answer = one.answer()
    if answer is None:
        return
    if answer.error:
        section(one.name)
        if asks_details_only(one):
            st.caption(answer.error)
        else:
            st.warning(answer.error, icon=":material/info:")
        readings(one, answer.readings, turn)
    for number, result in enumerate(answer.results):
        _result(view, one, answer, result, f"{turn}_{number}")
    if answer.repeated:
        st.info(
            _("Isi yang sama sudah ada sebagai muatan {batch}; tidak dimuat dua kali.").format(
                batch=", ".join(map(str, answer.repeated))
            )
        )
    answer_words(view, answer.words, turn)
    rejects_table(answer.rejects, one.folder, turn)
    permit_names(view, answer.names, turn)
    if not one.sent_map and answer.outline:
        _columns(view, one, answer, turn)
    otherwise(view, one, turn)
    with st.expander(_("Isi berkas baris demi baris"), icon=":material/table_rows:"):
        rows_table(answer.rows, turn)


def _result(view: View, one: Held, answer: Answer, result: dict[str, Any], turn: str) -> None:
    counts = " ".join(_counts(result))
    if result["unchanged"]:
        counts += " " + _("{n} sudah ada dan tidak berubah.").format(
            n=f.number(result["unchanged"])
        )
    section(
        _("{file}: {kind}").format(file=result["file"], kind=record_name(result["kind"])), counts
    )
    if taken := taken_for(view, one):
        st.caption(_("Dimuat untuk {what} bila barisnya tidak menyebut lain.").format(what=taken))
    _figures(view, [x for x in answer.figures if x["file"] == result["file"]])
    fed(result, trial=True)
    left_out(result)
    notes = result["notes"]
    if notes:
        label = _("Catatan pemeriksaan ({n})").format(n=len(notes))
        with st.expander(label, icon=":material/notes:", expanded=len(notes) <= NOTES_OPEN):
            for note in notes:
                st.caption(note)
    reconciliation(result.get("reconciliation"), f"unggah_{turn}")


def _counts(result: dict[str, Any]) -> list[str]:
    """How many rows were read, a kind a sentence where one row gives records of several."""
    said = _("{read} baris dibaca, {accepted} diterima, {rejected} ditolak.")
    parts = [kind for kind in kinds() if isinstance(result.get(kind), dict)]
    if len(parts) < 2:
        return [said.format(**{k: f.number(result[k]) for k in COUNTED})]
    one = _("{kind}: {read} dibaca, {accepted} diterima, {rejected} ditolak.")
    return [
        one.format(kind=record_name(p), **{k: f.number(result[p][k]) for k in COUNTED})
        for p in parts
    ]


COUNTED = ("read", "accepted", "rejected")
NOTES_OPEN = 6


def _figures(view: View, figures: list[dict[str, Any]]) -> None:
    """The first figures that the file by itself will give, an office a line."""
    if not figures:
        return
    st.caption(_("Angka dari berkas ini saja, sebelum dimuat:"))
    for office in dict.fromkeys(x["office"] for x in figures):
        own = [x for x in figures if x["office"] == office]
        if len({x["office"] for x in figures}) > 1:
            st.markdown(f"**{view.office_name(office)}**")
        for column, one in zip(st.columns(len(own)), own, strict=True):
            indicator = get(one["indicator"])
            shown = f.figure(one["value"], indicator.shape, indicator.decimals)
            n = one["n"]
            column.metric(
                indicator.label(),
                shown,
                help=counted("Dari {n} catatan.", n).format(n=f.number(n)) if n else None,
            )


def _columns(view: View, one: Held, answer: Answer, turn: str) -> None:
    """Headings and fields: what was remembered is said and may be forgotten, the rest mended."""
    outline = answer.outline or {}
    if outline["mapping"]:
        st.info(
            _("Kolom dibaca dengan pasangan yang diingat dari muatan sebelumnya."),
            icon=":material/history:",
        )
        if st.button(_("Lupakan pasangan ini"), key=f"unggah_forget_{turn}"):
            gate(view).forget_mapping(outline["key"])
            one.checked = ""
            st.rerun()
    elif one.hand:
        st.info(_("Kolom dibaca menurut pasangan yang Anda buat."), icon=":material/edit:")
        if st.button(_("Kembali ke bacaan semula"), key=f"unggah_unmap_{turn}"):
            one.hand = ""
            st.rerun()
    open_ = bool(answer.error) and not answer.readings and not asks_details_only(one)
    made = mapping_form(outline, open_, turn)
    if made and made != one.hand:
        one.hand = made
        st.rerun()
