"""Who looks: found anew at each run, from the sign-in, or from the local choice of a role."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.frame import access, sign_in, url
from etl.paths import default_store
from etl.words import _
from metrics.asking.query import Scope


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
    claims = signed_claims()
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


def signed_claims() -> dict[str, Any]:
    """What the provider says of who signed in; empty where nobody did."""
    return dict(st.user.to_dict()) if st.user.is_logged_in else {}


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


def is_signed_in(reader: Reader) -> bool:
    """Whether somebody is signed in, let in or not."""
    return not reader.local and bool(reader.who or reader.why)
