"""The frame around every page: sign-in, place, period and permit type, language, banners."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.charts import style
from dashboard.frame import access, audit, navigation, sign_in, url
from dashboard.frame import period as periods
from dashboard.frame import snapshots as snapshot
from dashboard.frame.view import Office, View
from dashboard.parts.text import plain
from etl import words
from etl.errors import PublishedDamaged, Refused
from etl.paths import default_store
from etl.reference import regions
from etl.rows import rows_of
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.publishing.mending import mend_apart

ALL = ""
log = logging.getLogger(__name__)
WEB = Path(__file__).parent
CSS = WEB / "page.css"


def main() -> None:
    """Draw the app for one run: called by the script that Streamlit runs."""
    st.set_page_config(page_title="Monev PTSP", page_icon=str(WEB / "icon.png"), layout="wide")
    words.use(st.session_state.get(url.held_key("lang")) or st.query_params.get("lang", "id"))
    style.use(st.context.theme.type)
    st.html(CSS)
    try:
        _run()
    except Refused as refusal:
        st.warning(str(refusal), icon=":material/info:")


def _run() -> None:
    store = default_store()
    data = snapshot.current(store)
    reader = find_reader(data)
    audit.use(audit.Witness(store, reader.who or "publik", reader.role, reader.scope))
    if _is_signed_in(reader):
        audit.signed_in(st.session_state, reader.who or "?", reader.role != "public")  # type: ignore[arg-type]
    every = navigation.discover()
    entries = navigation.visible(every, reader.role)
    if not entries:
        _nothing_to_see(reader, every)
        return
    holder: dict[str, View] = {}
    pages = [_page(entry, holder, first=not index) for index, entry in enumerate(entries)]
    grouped: dict[str, list[Any]] = {}
    for entry, page in zip(entries, pages, strict=True):
        grouped.setdefault(_(entry.page.group), []).append(page)
    first, *_rest = grouped.values()
    first += [_forbidden(entry) for entry in every if entry not in entries]
    chosen = st.navigation(grouped, expanded=True)
    st.session_state["pages"] = {e.slug: p for e, p in zip(entries, pages, strict=True)}
    url.at_page(chosen.url_path)
    with st.sidebar:
        holder["view"] = make_view(store, data, reader)
        _foot(reader)
    if data.is_sample:
        st.html(f'<div class="banner">{_("Data contoh: semua angka di sini karangan.")}</div>')
    for label, code in url.unknown().values():
        said = _(
            "Alamat ini menyebut {label} “{code}”, yang tidak ada di sini; pilihan bawaan dipakai."
        )
        st.warning(said.format(label=label.lower(), code=code), icon=":material/info:")
    chosen.run()


def _is_signed_in(reader: "Reader") -> bool:
    return not reader.local and bool(reader.who or reader.why)


def _nothing_to_see(reader: "Reader", every: list[navigation.Entry]) -> None:
    asked = (st.context.url or "").rstrip("/").rsplit("/", 1)[-1]
    if asked in {e.slug for e in every}:
        audit.refused(st.session_state, asked)  # type: ignore[arg-type]
    with st.sidebar:
        _foot(reader)
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


def _page(entry: navigation.Entry, holder: dict[str, View], first: bool) -> Any:
    def draw() -> None:
        view = holder["view"]
        if entry.page.needs_data and view.snapshot.is_empty:
            from dashboard.parts.components import empty

            empty(
                _("Belum ada data"),
                _("Muat berkas di halaman Unggah, atau coba contoh dengan perintah: monev sample"),
            )
            return
        try:
            entry.render(view)
        except Refused as refusal:
            audit.witness().note("refusal", page=entry.slug, said=str(refusal))
            st.warning(str(refusal), icon=":material/info:")

    return _placed(entry, draw, first, entry.page.hidden)


def _forbidden(entry: navigation.Entry) -> Any:
    """An address that the reader's role has no page at: it says so."""

    def draw() -> None:
        from dashboard.parts.components import empty

        audit.refused(st.session_state, entry.slug)  # type: ignore[arg-type]
        st.title(_(entry.page.title), anchor=False)
        empty(
            _("Halaman ini bukan untuk peran Anda"),
            _("Pilih halaman lain di bilah samping, atau masuk dengan peran lain."),
        )

    return _placed(entry, draw, False, True)


def _placed(entry: navigation.Entry, draw: Callable[[], None], first: bool, hidden: bool) -> Any:
    return st.Page(
        draw,
        title=_(entry.page.title),
        icon=f":material/{entry.page.icon}:",
        url_path=entry.slug,
        default=first,
        visibility="hidden" if hidden else "visible",
    )


@dataclass(frozen=True)
class Reader:
    """Who looks: role, scope, whether by local role switch, and the name for the audit log.

    `why`: a sentence for somebody who signed in and is let in no further than the public.
    """

    role: str
    scope: Scope
    local: bool
    who: str
    why: str = ""


def find_reader(data: Any) -> Reader:
    """Who looks, found anew at each run, so that a grant taken away holds at the next click."""
    provinces = access.provinces_of(data)
    if not sign_in.configured():
        return _local_reader(provinces)
    claims: dict[str, Any] = dict(st.user.to_dict()) if st.user.is_logged_in else {}
    if not claims:
        return Reader("public", access.scope("public", "", provinces), False, "")
    email = sign_in.verified_email(claims)
    if not email:
        return _closed(provinces, _("Penyedia akun belum memastikan alamat e-mail Anda."))
    if sign_in.expired(claims):
        return _closed(provinces, _("Masuk Anda sudah lewat waktunya; keluar lalu masuk lagi."))
    grant = access.grant_of(default_store(), email)
    scope = access.scope(grant.role, grant.region, provinces)
    unknown = _("Alamat {email} belum diberi hak; minta admin.").format(email=email)
    return Reader(grant.role, scope, False, email, unknown if grant.role == "public" else "")


def _closed(provinces: dict[str, str], why: str) -> Reader:
    return Reader("public", access.scope("public", "", provinces), False, "", why)


def _local_reader(provinces: dict[str, str]) -> Reader:
    held = st.session_state.get(url.held_key("role")) or st.query_params.get("role", "admin")
    role = held if held in access.ROLES else "admin"
    office = st.session_state.get(url.held_key("office")) or st.query_params.get("office", "")
    if office not in provinces:
        office = min(provinces, default="")
    region = provinces.get(office, "") if role == "province" else office
    return Reader(role, access.scope(role, region, provinces), True, "lokal")


def _foot(reader: Reader) -> None:
    st.divider()
    if reader.local:
        url.choose(_("Lihat sebagai"), "role", access.ROLES, access.role_name, "admin")
    elif _is_signed_in(reader):
        st.html(f'<p class="reading">{escape(reader.who)}</p>')
        st.button(_("Keluar"), on_click=_leave, width="stretch")
    else:
        st.button(_("Masuk"), on_click=st.login, width="stretch", type="primary")
    names = {"id": "Indonesia", "en": "English"}
    url.choose(_("Bahasa"), "lang", words.LANGUAGES, names.__getitem__, "id")


def _leave() -> None:
    """Sign out here and at the provider, and write it down."""
    audit.witness().note("sign_out")
    st.logout()


def make_view(store: Path, data: Any, reader: Reader) -> View:
    if data.is_empty:
        never = periods.Period("", "2000-01", "2000-01")
        return View(
            data, reader.scope, Query(), never, words.language(), store, {}, {}, who=reader.who
        )
    frame = data.offices()
    offices = {
        row.office: Office(row.office, row.name, row.short or row.name, row.province or "")
        for row in rows_of(frame)
        if reader.scope.allows(row.office)
    }
    provinces = {c: r.name for c, r in regions().items() if r.region_kind == "provinsi"}
    province = _choose_province(offices, provinces)
    here = {c: o for c, o in offices.items() if not province or o.province == province}
    office = _choose_office(here)
    period = _choose_period(store, office, province)
    types = data.permit_types()
    names = dict(zip(types["permit_type"], types["name"].fillna(types["permit_type"]), strict=True))
    permit = url.choose(
        _("Jenis izin"),
        "permit",
        [ALL, *sorted(names, key=lambda c: names[c].lower())],
        lambda c: names[c] if c else _("Semua izin"),
        ALL,
    )
    query = Query(
        office=office or None,
        province=None if office else province or None,
        permit_type=permit or None,
        start=period.start,
        end=period.end,
    )
    return View(
        data,
        reader.scope,
        query,
        period,
        words.language(),
        store,
        here,
        names,
        province_name=provinces.get(province, ""),
        who=reader.who,
    )


def _choose_province(offices: dict[str, Office], names: dict[str, str]) -> str:
    found = sorted({o.province for o in offices.values() if o.province})
    if len(found) < 2:
        return found[0] if found else ALL
    return url.choose(
        _("Provinsi"),
        "province",
        [ALL, *found],
        lambda c: names.get(c, c) if c else _("Semua provinsi"),
        ALL,
    )


def _choose_office(offices: dict[str, Office]) -> str:
    codes = sorted(offices, key=lambda c: offices[c].short)
    options = codes if len(codes) < 2 else [ALL, *codes]
    if not options:
        return ALL
    return url.choose(
        _("Wilayah"),
        "office",
        options,
        lambda c: offices[c].short if c else _("Semua kabupaten/kota"),
        options[0],
    )


def _choose_period(store: Path, office: str, province: str) -> periods.Period:
    first, last = snapshot.span(
        str(store), snapshot.version(store), office or None, None if office else province or None
    )
    if not last:
        return periods.Period("", "2000-01", "2000-01")
    found = {p.code: p for p in periods.choices(first, last)}
    code = url.choose(
        _("Periode"), "period", list(found), lambda c: found[c].option(), next(iter(found))
    )
    return found[code]
