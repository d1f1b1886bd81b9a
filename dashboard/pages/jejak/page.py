"""Jejak audit: every sign-in, load, undo, export and refusal, to read and to take along."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.jejak.words import deed, moment, role, told
from dashboard.parts.components import Column, download, head, table
from etl.store.operations import AuditEntry, Operations
from etl.words import _, counted

PAGE = Page(
    group="Pengaturan",
    title="Jejak audit",
    icon="history",
    order=320,
    roles=frozenset({"admin"}),
    needs_data=False,
    slug="jejak",
)
MOST = 1_000_000
SHOWN = 200


def render(view: View) -> None:
    """The lines of the days and deeds chosen, and all of them as a sheet."""
    entries = Operations(view.store).audited(MOST)
    refused = sum(e.action == "refusal" for e in entries)
    head(
        _("Jejak audit"),
        counted(
            "{n} catatan, {refused} di antaranya penolakan. Catatan tidak dapat diubah.",
            len(entries),
        ).format(n=f.number(len(entries)), refused=f.number(refused)),
    )
    chosen = _chosen(entries)
    names = {code: office.short for code, office in view.offices.items()}
    frame = pd.DataFrame(
        [
            {
                "at": moment(e.at),
                "who": e.who,
                "role": role(e.role),
                "action": deed(e.action),
                "detail": told(e.detail, names),
            }
            for e in chosen
        ],
        columns=["at", "who", "role", "action", "detail"],
    )
    columns = [
        Column("at", _("Waktu (UTC)")),
        Column("who", _("Oleh")),
        Column("role", _("Peran")),
        Column("action", _("Perbuatan")),
        Column("detail", _("Keterangan")),
    ]
    table(frame.head(SHOWN), columns, key="jejak", whole=True)
    if len(frame) > SHOWN:
        st.caption(_("{n} terbaru; semuanya ada di unduhan.").format(n=f.number(SHOWN)))
    if len(frame):
        download(_("Unduh jejak (Excel)"), frame, "jejak-audit", key="jejak_get")


def _chosen(entries: list[AuditEntry]) -> list[AuditEntry]:
    left, middle, right = st.columns(3)
    deeds = sorted({e.action for e in entries})
    action = left.selectbox(
        _("Perbuatan"),
        ["", *deeds],
        format_func=lambda d: deed(d) if d else _("Semua"),
        key="jejak_action",
    )
    who = middle.selectbox(
        _("Oleh"),
        ["", *sorted({e.who for e in entries})],
        format_func=lambda w: w or _("Semua"),
        key="jejak_who",
    )
    days = right.selectbox(
        _("Sejak"),
        [7, 30, 365, 0],
        index=1,
        format_func=lambda d: _("{n} hari terakhir").format(n=d) if d else _("Semua"),
        key="jejak_days",
    )
    since = (date.today() - timedelta(days=days)).isoformat() if days else ""
    return [
        e
        for e in entries
        if e.at >= since and (not action or e.action == action) and (not who or e.who == who)
    ]
