"""The issued editions on the page: which of them the reader may have, and their downloads."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard.frame import audit
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, table
from dashboard.reports import kind_name
from dashboard.reports.issuing import bytes_of, may_see, moved_since, reprint
from etl.reference import regions
from etl.store.editions import Edition, Editions
from etl.words import _, counted, speaking
from metrics.asking.registry import indicators

FORMATS = (
    (".pdf", "PDF", "application/pdf"),
    (
        ".docx",
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (".xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
MOST = 200


def seen(view: View) -> list[Edition]:
    """The editions that the reader may have, of the office in view where one is."""
    found = [e for e in Editions(view.store).rows() if may_see(view.scope, e)]
    if view.office is not None:
        places = {view.office.code, view.office.province}
        found = [e for e in found if e.place in places]
    return found


def rows(view: View) -> pd.DataFrame:
    """The editions for the table, the newest first."""
    told = [
        {
            "edition": e.edition,
            "kind": kind_name(e.kind),
            "place": _place(view, e.place),
            "period": f.period(e.period),
            "day": e.day.isoformat(),
            "version": e.version,
        }
        for e in seen(view)[:MOST]
    ]
    return pd.DataFrame(told)


def _place(view: View, code: str) -> str:
    if code in view.offices:
        return view.office_name(code)
    known = regions().get(code)
    return known.short if known else code


def printed(view: View, found: pd.DataFrame) -> None:
    """Choose an edition, download it in any format, and see what moved since it was issued."""
    numbers = [int(n) for n in found["edition"]]
    words = {
        int(n): _("Edisi {n}: {kind}, {place}, {period}").format(
            n=n, kind=kind, place=place, period=period
        )
        for n, kind, place, period in zip(
            found["edition"], found["kind"], found["place"], found["period"], strict=True
        )
    }
    if st.session_state.get("edition") not in numbers:
        st.session_state["edition"] = numbers[0]
    number = st.selectbox(
        _("Edisi yang diunduh"), numbers, format_func=words.__getitem__, key="edition"
    )
    edition = next(e for e in seen(view) if e.edition == number)
    with st.container(horizontal=True):
        for suffix, name, mime in FORMATS:
            st.download_button(
                name,
                data=_made(view, edition, suffix),
                file_name=f"{edition.kind}-{edition.place}-{edition.period}-e{number}{suffix}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"edition_{suffix[1:]}",
            )
    _moved(view, edition)


def _made(view: View, edition: Edition, suffix: str) -> Callable[[], bytes]:
    """What writes the edition when its button is pressed, grants looked at again and noted."""
    mine = audit.witness()  # the press comes in a thread of its own
    store, scope = view.store, view.scope

    def make() -> bytes:
        audit.still_granted(mine, f"edition {edition.edition}")
        made = reprint(store, scope, edition.edition)
        with speaking(edition.language):
            data = bytes_of(made, None, scope, suffix)
        mine.note(
            "export", what=f"report {edition.kind}", edition=edition.edition,
            place=edition.place, period=edition.period, form=suffix[1:],
        )  # fmt: skip
        return data

    return make


def _moved(view: View, edition: Edition) -> None:
    moved = moved_since(view.store, edition)
    if not moved:
        st.caption(_("Tidak ada pergeseran angka yang tercatat sejak edisi ini terbit."))
        return
    st.markdown(
        counted(
            "**{n} angka bergeser** sejak edisi ini terbit; edisinya sendiri tetap.", len(moved)
        ).format(n=f.number(len(moved)))
    )
    known = indicators()
    cause = {"data": _("data"), "definition": _("definisi"), "calendar": _("kalender")}
    frame = pd.DataFrame(
        [
            {
                "what": known[c.indicator].label() if c.indicator in known else c.indicator,
                "place": _place(view, c.office),
                "month": f.month(c.month, short=True),
                "old": _written(c.indicator, c.old),
                "new": _written(c.indicator, c.new),
                "cause": cause.get(c.cause, c.cause)
                + (_(" (muatan {n})").format(n=c.batch) if c.batch else ""),
                "day": c.day,
            }
            for c in moved
        ]
    )
    columns = [
        Column("what", _("Indikator"), pinned=True),
        Column("place", _("Tempat")),
        Column("month", _("Bulan")),
        Column("old", _("Semula")),
        Column("new", _("Menjadi")),
        Column("cause", _("Sebab")),
        Column("day", _("Tanggal"), f.date_short),
    ]
    table(frame, columns, key="moved")


def _written(name: str, value: float | None) -> str:
    its = indicators().get(name)
    return f.figure(value, its.shape, its.decimals) if its else f.number(value, 2)
