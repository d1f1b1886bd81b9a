"""The bar under the navigation: place, period, permit type, and who looks in which language.

It stands on every page, above the links on a phone too; what is chosen stands in the address.
"""

from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.frame import access, audit, url
from dashboard.frame import period as periods
from dashboard.frame import snapshots as snapshot
from dashboard.frame.readers import Reader, is_signed_in
from dashboard.frame.view import Office, View, offices_of
from dashboard.parts import lineage_notes
from dashboard.parts.text import plain
from etl import words
from etl.reference import regions
from etl.words import _
from metrics.asking.query import Query

ALL = ""


def bar(store: Path, data: Any, reader: Reader) -> View:
    """Draw the bar; gives the view that its choices make."""
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        view = make_view(store, data, reader)
        account(reader)
    return view


def account(reader: Reader) -> None:
    """Who looks, in which language: signing in, signing out, or the local choice of a role."""
    if not reader.local and not is_signed_in(reader):
        st.button(_("Masuk"), on_click=st.login, type="primary")
    name = access.role_name(reader.role) if reader.local else reader.who or _("Bahasa")
    with st.popover(plain(name), key="account", icon=":material/account_circle:"):
        if reader.local:
            url.choose(_("Lihat sebagai"), "role", access.ROLES, access.role_name, "admin")
        elif is_signed_in(reader):
            st.button(_("Keluar"), on_click=_leave, width="stretch")
        names = {"id": "Indonesia", "en": "English"}
        url.choose(_("Bahasa"), "lang", words.LANGUAGES, names.__getitem__, "id")
        page = st.session_state.get("pages", {}).get("definisi")
        if page is not None:
            st.page_link(page, label=_("Definisi semua angka"), icon=":material/menu_book:")


def _leave() -> None:
    """Sign out here and at the provider, and write it down."""
    audit.witness().note("sign_out")
    st.logout()


def make_view(store: Path, data: Any, reader: Reader) -> View:
    """Draw the choices of place, period and permit type; gives the view that they make."""
    if data.is_empty:
        never = periods.Period("", "2000-01", "2000-01")
        return View(
            data, reader.scope, Query(), never, words.language(), store, {}, {}, who=reader.who
        )
    offices = offices_of(data, reader.scope)
    own = data.offices().set_index("office")["name"].to_dict()  # a province that no list knows
    provinces = own | {c: r.name for c, r in regions().items() if r.region_kind == "provinsi"}
    province = _choose_province(offices, provinces)
    here = {c: o for c, o in offices.items() if not province or o.province == province}
    office = _choose_office(here)
    period = _choose_period(store, office, province)
    types = data.permit_types_for(reader.scope)
    names = dict(zip(types["permit_type"], types["name"].fillna(types["permit_type"]), strict=True))
    permit = url.choose(
        _("Jenis izin"),
        "permit",
        [ALL, *sorted(names, key=lambda c: names[c].lower())],
        lambda c: names[c] if c else _("Semua izin"),
        ALL,
        label_visibility="collapsed",
        width=210,
    )
    query = Query(
        office=office or None,
        province=None if office else province or None,
        permit_type=permit or None,
        start=period.start,
        end=period.end,
        joined=lineage_notes.choose(data, office),
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
        label_visibility="collapsed",
        width=200,
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
        label_visibility="collapsed",
        width=230,
    )


def _choose_period(store: Path, office: str, province: str) -> periods.Period:
    place = (
        str(store), snapshot.version(store), office or None, None if office else province or None
    )  # fmt: skip
    first, last = snapshot.span(*place)
    if not last:
        return periods.Period("", "2000-01", "2000-01")
    asked_for = (st.query_params.get("period"), st.session_state.get(url.held_key("period")))
    newest, *others = periods.choices(first, last)
    told_weeks = snapshot.weeks(*place)
    weeks = [w for a in asked_for for w in periods.weeks(first, last, told_weeks, a or "")]
    weeks = sorted({w.code: w for w in weeks}.values(), key=lambda w: w.code, reverse=True)
    found = {p.code: p for p in (newest, *weeks, *others)}
    for code in asked_for:
        asked = periods.named(code, *snapshot.told(*place))
        if asked and asked.code not in found:
            found[asked.code] = asked
    with st.container(key="period", horizontal=True, gap="xsmall", width="content"):
        earlier = st.container(width="content")
        code = url.choose(
            _("Periode"),
            "period",
            list(found),
            lambda c: found[c].option(),
            next(iter(found)),
            label_visibility="collapsed",
            width=230,
        )
        _step(earlier, "‹", _("Periode sebelumnya"), periods.beside(found, code, -1))
        _step(
            st.container(width="content"),
            "›",
            _("Periode berikutnya"),
            periods.beside(found, code, 1),
        )
    return found[code]


def _step(place: Any, sign: str, name: str, code: str | None) -> None:
    """A button to the period before or after; dead where there is none."""
    place.button(
        sign,
        key=f"step_{sign}",
        help=name,
        disabled=code is None,
        on_click=st.session_state.__setitem__,
        args=(url.held_key("period"), code),
    )
