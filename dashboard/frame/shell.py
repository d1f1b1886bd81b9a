"""The frame around every page: sign-in, place, period and permit type, language, banners."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.charts import style
from dashboard.frame import audit, guard, navigation, toolbar, url
from dashboard.frame import snapshots as snapshot
from dashboard.frame.readers import Reader, find_reader, is_signed_in
from dashboard.frame.toolbar import make_view
from dashboard.frame.turns import PAGES
from dashboard.frame.view import View
from dashboard.parts import lineage_notes
from dashboard.parts.text import plain
from etl import words
from etl.errors import PublishedDamaged, Refused
from etl.paths import default_store
from etl.words import _
from metrics.publishing.mending import mend_apart

__all__ = ["failed", "find_reader", "main", "make_view"]
log = logging.getLogger(__name__)
FIRST = "beranda"  # the first page is served at /; no two pages may share a path
WEB = Path(__file__).parent
CSS = WEB / "page.css"
WORDS = WEB / "words.js"


def main() -> None:
    """Draw the app for one run: called by the script that Streamlit runs."""
    st.set_page_config(page_title="Monev PTSP", page_icon=str(WEB / "icon.png"), layout="wide")
    words.use(st.session_state.get(url.held_key("lang")) or st.query_params.get("lang", "id"))
    style.use(st.context.theme.type)
    st.html(f"<style>{style.variables()}</style>")
    st.html(CSS)
    _own_words()
    if why := guard.no_page():
        st.error(why, icon=":material/lock:")
        return
    try:
        with PAGES.turn():
            _run()
    except Refused as refusal:
        st.warning(str(refusal), icon=":material/info:")


def _own_words() -> None:
    """Put what Streamlit says by itself (uploader, selects, dialogs) into the language in use."""
    script = WORDS.read_text(encoding="utf-8").replace("LANGUAGE", words.language())
    with st.container(key="own_words"):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def _run() -> None:
    store = default_store()
    data = snapshot.current(store)
    reader = find_reader(data)
    audit.use(audit.Witness(store, reader.who or "publik", reader.role, reader.scope))
    if is_signed_in(reader):
        audit.signed_in(st.session_state, reader.who or "?", reader.role != "public")  # type: ignore[arg-type]
    every = navigation.discover()
    entries = navigation.visible(every, reader.role)
    if not entries:
        _nothing_to_see(reader, every)
        return
    holder: dict[str, View] = {}
    first, *_rest = (e for shown in navigation.sections(entries).values() for e in shown)
    pages = {e.slug: _page(e, entries, holder, first=e is first) for e in entries}
    grouped = {
        _(group) if group else "": [pages[e.slug] for e in shown]
        for group, shown in navigation.sections(entries).items()
    }
    hidden = [_forbidden(entry) for entry in every if entry not in entries]
    hidden.append(_moved(first.slug, pages[first.slug]))  # served at /; its own name leads there
    hidden += [_moved(old, pages[e.slug]) for e in entries for old in e.page.old]
    next(iter(grouped.values())).extend(hidden)
    chosen = st.navigation(grouped, position="top")
    st.session_state["pages"] = pages
    url.at_page(chosen.url_path)
    holder["view"] = toolbar.bar(store, data, reader)
    if data.is_sample:
        st.html(f'<div class="banner">{_("Data contoh: semua angka di sini karangan.")}</div>')
    for label, code in url.unknown().values():
        said = _(
            "Alamat ini menyebut {label} “{code}”, yang tidak ada di sini; pilihan bawaan dipakai."
        )
        st.warning(said.format(label=label.lower(), code=code), icon=":material/info:")
    lineage_notes.say(holder["view"])
    chosen.run()


def _nothing_to_see(reader: Reader, every: list[navigation.Entry]) -> None:
    asked = (st.context.url or "").rstrip("/").rsplit("/", 1)[-1]
    if asked in {e.slug for e in every}:
        audit.refused(st.session_state, asked)  # type: ignore[arg-type]
    with st.container(key="bar", horizontal=True, horizontal_alignment="right"):
        toolbar.account(reader)
    st.title("Monev PTSP", anchor=False)
    if reader.why:
        st.warning(plain(reader.why), icon=":material/info:")
    st.markdown(_("Masuk dengan akun dinas untuk melihat halaman-halaman ini."))
    st.markdown(
        _("Waktu, biaya, syarat izin, dan posisi permohonan: [halaman untuk masyarakat](/publik).")
    )


def failed(error: Exception) -> bool:
    """Tell of an unforeseen error in our own words; it is in the log with its trace.

    Streamlit calls this (`st.App(on_script_error=…)`); True keeps its own box away.
    """
    log.exception("the page failed", exc_info=error)
    if isinstance(error, PublishedDamaged):
        mend_apart(error.store)
        st.error(_("Angka sedang dihitung ulang dari data; muat ulang halaman ini sebentar lagi."))
        return True
    st.error(
        _("Halaman ini gagal dimuat. Muat ulang; bila tetap gagal, jalankan: monev doctor"),
        icon=":material/error:",
    )
    return True


def _page(
    entry: navigation.Entry, entries: list[navigation.Entry], holder: dict[str, View], first: bool
) -> Any:
    def draw() -> None:
        view = holder["view"]
        _tabs(entry, navigation.tabs(entry, entries), view)
        if entry.page.needs_data:
            from dashboard.parts import first_hour

            if first_hour.nothing_told(view):
                first_hour.start(view)
                return
            if view.period.week and not entry.page.weeks:
                st.caption(
                    _(
                        "Angka pekan ada di Ringkasan; halaman ini menghitung per bulan: {months}."
                    ).format(months=view.period.label())
                )
        try:
            entry.render(view)
        except Refused as refusal:
            audit.witness().note("refusal", page=entry.slug, said=str(refusal))
            st.warning(str(refusal), icon=":material/info:")

    return _placed(entry, draw, first, entry.page.hidden)


def _tabs(entry: navigation.Entry, row: list[navigation.Entry], view: View) -> None:
    """The row of tabs over a page; a tab says how much is open behind it, and nothing else."""
    if not row:
        return
    with st.container(key="tabs", horizontal=True, gap="small"):
        for tab in row:
            page = st.session_state["pages"][tab.slug]
            label = plain(_(tab.page.title))
            if waiting := _waiting(tab, view):
                label += f" :orange[{waiting}]"
            st.page_link(page, label=f"**{label}**" if tab is entry else label)


def _waiting(tab: navigation.Entry, view: View) -> int:
    if tab.waiting is None or view.snapshot.is_empty:
        return 0
    try:
        return int(tab.waiting(view))
    except Refused:
        return 0


def _moved(old: str, page: Any) -> Any:
    """A former address: it leads on, with the choices that stand in it."""

    def lead_on() -> None:
        st.switch_page(page, query_params=st.query_params.to_dict())

    return st.Page(lead_on, title="Monev PTSP", url_path=old, visibility="hidden")


def _forbidden(entry: navigation.Entry) -> Any:
    """An address that the reader's role has no page at: it says so."""

    def draw() -> None:
        from dashboard.parts.components import empty

        audit.refused(st.session_state, entry.slug)  # type: ignore[arg-type]
        st.title(_(entry.page.title), anchor=False)
        empty(
            _("Halaman ini bukan untuk peran Anda"),
            _("Pilih halaman lain di atas, atau masuk dengan peran lain."),
        )

    return _placed(entry, draw, False, True)


def _placed(entry: navigation.Entry, draw: Callable[[], None], first: bool, hidden: bool) -> Any:
    return st.Page(
        draw,
        title=_(entry.page.title),
        icon=f":material/{entry.page.icon}:",
        url_path=FIRST if first else entry.slug,
        default=first,
        visibility="hidden" if hidden else "visible",
    )
