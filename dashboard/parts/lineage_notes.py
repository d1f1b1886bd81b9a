"""What a page says of an office that ended or carries on, and whether both are read together."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.frame import url
from dashboard.parts.text import plain
from etl.words import _
from metrics.asking.lineage import lineage

if TYPE_CHECKING:
    from dashboard.frame.view import View

KEY, TOGETHER = "pendahulu", "bersama"


def choose(data: Any, office: str) -> bool:
    """Draw the choice of a successor's history where there is one: its own, or joined."""
    lines = lineage(data)
    others = lines.forerunners(office) if office else ()
    if not others:
        return False
    who = lines.named(others)
    picked = url.choose(
        _("Pendahulu"),
        KEY,
        ["", TOGETHER],
        lambda c: _("bersama {who}").format(who=who) if c else _("tanpa {who}").format(who=who),
        "",
        label_visibility="collapsed",
        width=210,
    )
    return bool(picked)


def say(view: "View") -> None:
    """One sentence where the office in view ended, carries on after another, or is read joined."""
    if view.office is None or view.snapshot.is_empty:
        return
    lines, office = lineage(view.snapshot), view.office.code
    if not lines.ends:
        return
    said = lines.words(office)
    if not said and (others := lines.came_from(office)):
        who = lines.until(others)
        if view.query.joined:
            said = _("Dibaca bersama pendahulunya: {who}.").format(who=who)
        else:
            said = _("Meneruskan {who}; tahun-tahunnya tercatat di sana.").format(who=who)
    if said:
        st.caption(plain(said))
