"""Riwayat angka: which past months' figures moved, by what, and by which load."""

from collections import Counter
from datetime import timedelta

import pandas as pd
import streamlit as st

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, download, empty, head, section, table
from dashboard.parts.text import plain
from etl import clock
from etl.store.changes_log import Change, ChangesLog
from etl.words import _, counted
from metrics.asking.registry import indicators

PAGE = Page(group="Data", title="Riwayat angka", icon="history_toggle_off", order=240, tab=True)
RECENT = 7  # days in which a change calls for attention


def waiting(view: View) -> int:
    """How many figures of past months moved within the last week."""
    since = clock.today() - timedelta(RECENT)
    return len([c for c in _found(view) if c.day >= since.isoformat()])


def render(view: View) -> None:
    """What moved at the place in view, the newest first."""
    found = _found(view)
    head(_("Riwayat angka, {place}").format(place=view.place), _answer(found))
    if not found:
        empty(
            _("Belum ada yang bergeser"),
            _(
                "Tiap muatan dibandingkan dengan yang terbit sebelumnya; yang bergeser dicatat "
                "di sini."
            ),
        )
        return
    frame = _frame(view, found)
    section(
        _("Angka bulan lalu yang bergeser"),
        _(
            "Bulan yang sudah dilaporkan, lalu berubah karena data susulan, definisi, atau "
            "kalender. Yang terbaru dulu."
        ),
    )
    together = _together(frame)
    table(
        together,
        [
            Column("day", _("Tanggal"), f.date_short),
            Column("indicator", _("Angka"), pinned=True),
            *([] if view.office else [Column("offices", _("Kantor"), f.number)]),
            Column("months", _("Bulan yang bergeser"), f.number),
            Column("span", _("Antara")),
            Column("cause", _("Sebab")),
            Column("batch", _("Muatan")),
        ],
        key="together",
    )
    with st.expander(_("Bulan demi bulan: semula dan menjadi")):
        _each(frame)


def _each(frame: pd.DataFrame) -> None:
    """Every figure that moved, month by month."""
    table(
        frame,
        [
            Column("day", _("Tanggal"), f.date_short, pinned=True),
            Column("office", _("Kantor")),
            Column("indicator", _("Angka")),
            Column("month", _("Bulan"), lambda m: f.month(m, short=True)),
            Column("old", _("Semula")),
            Column("new", _("Menjadi")),
            Column("cause", _("Sebab")),
            Column("batch", _("Muatan")),
        ],
        key="changes",
        rows=20,
    )
    download(_("Unduh riwayat (Excel)"), frame, "riwayat-angka", key="changes_get")


def _together(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a day, figure, cause and load: how many months of how many offices, from which to
    which.
    """
    by = frame.groupby(["day", "indicator", "cause", "batch"], sort=False)
    found = by.agg(
        offices=("office", "nunique"),
        months=("month", "size"),
        first=("month", "min"),
        last=("month", "max"),
    ).reset_index()
    pairs = zip(found["first"], found["last"], strict=True)
    return found.assign(span=[f.months(a, b, short=True) for a, b in pairs])


def _found(view: View) -> list[Change]:
    rows = ChangesLog(view.store).rows(view.query.office)
    return [c for c in rows if c.office in view.offices and view.scope.allows(c.office)]


def _answer(found: list[Change]) -> str:
    if not found:
        return _("Tidak ada angka bulan lalu yang tercatat bergeser.")
    figures = Counter(c.indicator for c in found)
    most, n = figures.most_common(1)[0]
    return counted(
        "**{n} angka bulan lalu bergeser**, terakhir {day}; terbanyak {name} ({m}).", len(found)
    ).format(
        n=f.number(len(found)), day=f.date(found[0].day), name=plain(_label(most)), m=f.number(n)
    )


def _label(name: str) -> str:
    known = indicators()
    return known[name].label() if name in known else name


def _frame(view: View, found: list[Change]) -> pd.DataFrame:
    known = indicators()
    causes = {
        "data": _("data dimuat"),
        "definition": _("definisi berubah"),
        "calendar": _("kalender berubah"),
    }

    def shown(change: Change, value: float | None) -> str:
        if value is None:
            return _("tidak ada")
        figure = known.get(change.indicator)
        return f.figure(value, figure.shape, figure.decimals) if figure else f.number(value, 2)

    return pd.DataFrame(
        [
            {
                "day": c.day,
                "office": view.office_name(c.office),
                "indicator": _label(c.indicator),
                "month": c.month,
                "old": shown(c, c.old),
                "new": shown(c, c.new),
                "cause": causes.get(c.cause, c.cause),
                "batch": _("muatan {n}").format(n=c.batch) if c.batch else f.MISSING,
            }
            for c in found
        ]
    )
