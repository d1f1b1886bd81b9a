"""Berkas: the open cases of one office, where each lies now, and what to do about it."""

import pandas as pd
import streamlit as st

from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import case_lists, days_to_go
from dashboard.parts.case_view import placed, show_case, show_list, table_of
from dashboard.parts.components import download, empty, head
from dashboard.parts.text import plain
from etl.rows import rows_of
from etl.words import _, counted

PAGE = Page(
    group="Layanan",
    title="Berkas",
    icon="folder_open",
    order=18,
    roles=frozenset({"office", "analyst", "admin"}),
)
LISTS = {
    "overdue": case_lists.OVERDUE,
    "due_soon": case_lists.DUE_SOON,
    "open": case_lists.OPEN,
}


def render(view: View) -> None:
    """The list chosen, by desk, and the case that is opened under it."""
    if view.office is None:
        head(_("Berkas"), _("Berkas dilihat per kantor."))
        empty(_("Pilih satu kantor"), _("Pilih kabupaten/kota di bilah atas."))
        return
    if (running := view.read("open_applications")).value is None:
        head(_("Berkas, {place}").format(place=view.place), "")
        empty(_("Berkas berjalan tidak diketahui"), str(running.rows["note"].iloc[0] or ""))
        return
    judged = view.read("overdue_applications").value is not None  # else what is late is not known
    lists = LISTS if judged else {"open": LISTS["open"]}
    found = {name: case_lists.read(view, wanted) for name, wanted in lists.items()}
    place = st.container()
    name = url.choose(
        _("Daftar"),
        "list",
        list(lists),
        lambda n: f"{_words()[n]} **{f.number(len(found[n]))}**",
        "overdue" if judged else "open",
        st.segmented_control,
        label_visibility="collapsed",
    )
    frame = placed(view, found[name])
    with place:
        told = (
            ""
            if judged
            else _("Belum ada standar pelayanan, jadi keterlambatan tidak dapat dinilai.")
        )
        head(_title(name, len(frame), view), " ".join((_answer(name, frame), told)).strip())
    counts = frame["desk"].value_counts()
    desk = url.choose(
        _("Meja"),
        "desk",
        ["", *counts.index],
        lambda d: f"{plain(case_lists.words(d)) if d else _('Semua')} {_of(d, counts)}",
        "",
        st.pills,
    )
    shown = frame[frame["desk"] == desk].reset_index(drop=True) if desk else frame
    opened = st.container()
    picked = show_list(view, shown, key=f"{name}_{desk}")
    if len(shown):
        st.caption(
            _(
                "Hari kerja bersih: tanpa hari menunggu pemohon. Klik satu berkas untuk melihat "
                "perjalanannya."
            )
        )
        days_to_go.held(view)
        download(_("Unduh daftar (Excel)"), lambda: table_of(view, shown), "berkas", "berkas_get")
    if picked:
        st.query_params["case"] = picked
    if number := st.query_params.get("case"):
        with opened:
            show_case(view, str(number))
            _to_go(frame, str(number))
            st.button(
                _("Tutup berkas ini"),
                key="close",
                on_click=_close,
            )


def _to_go(frame: pd.DataFrame, number: str) -> None:
    """Days to go of the case that is open, and which cases say so."""
    own = next(rows_of(frame[frame["application_no"] == number]), None)
    if own is not None and (told := days_to_go.card_words(own)):
        st.caption(plain(told[:1].upper() + told[1:]))


def _close() -> None:
    st.query_params.pop("case", None)


def _of(desk: str, counts: pd.Series) -> str:
    return f.number(counts[desk] if desk else counts.sum())


def _words() -> dict[str, str]:
    return {
        "overdue": _("Lewat standar"),
        "due_soon": _("Jatuh tempo ≤ 3 hari kerja"),
        "open": _("Semua yang berjalan"),
    }


def _title(name: str, n: int, view: View) -> str:
    words = {
        "overdue": counted("{n} berkas lewat standar, {place}", n),
        "due_soon": counted("{n} berkas jatuh tempo dalam 3 hari kerja, {place}", n),
        "open": counted("{n} berkas berjalan, {place}", n),
    }
    return words[name].format(n=f.number(n), place=view.place)


def _answer(name: str, frame: pd.DataFrame) -> str:
    if frame.empty:
        return ""
    counts = frame["desk"].value_counts()
    desk = str(counts.index[0])
    told = _("**{n} ada di {desk}.**").format(
        n=f.number(counts.iloc[0]), desk=plain(case_lists.words(desk).lower())
    )
    if name != "overdue":
        return told
    worst = frame.iloc[0]
    return f":orange[{told}] " + _("Terlama lewat {days}: {number}.").format(
        days=f.days(worst["days_over"]), number=plain(worst["application_no"])
    )
