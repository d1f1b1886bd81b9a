"""What a load is good for, as the last thing it says, with the address that shows it."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.frame import snapshots
from dashboard.frame.view import View
from etl.words import _, counted
from metrics.asking.feeds import within
from metrics.asking.registry import indicators

#: Kind → the page that shows its figures first.
SHOWN_ON = {
    "applications": "izin_terbit",
    "event_log": "waktu_proses",
    "stages": "waktu_proses",
    "standards": "waktu_proses",
    "monthly_counts": "izin_terbit",
    "payments": "pembayaran",
    "complaints": "pengaduan",
    "survey": "ikm",
    "survey_counts": "ikm",
}


def address(kind: str, place: dict[str, Any], whole: str = "") -> str:
    """The page of a kind at the office and the year loaded; the office only where it is one.

    `whole`: the last whole month told of there. The year on offer ends with it, so that a load
    that goes on into a later month is shown by the quarter or half year that holds it.
    """
    page = SHOWN_ON.get(kind, "ringkasan")
    offices = place.get("offices") or []
    asked = {"office": offices[0]} if len(offices) == 1 else {}
    first, last = place.get("first"), place.get("last")
    if kind in ("survey", "survey_counts") and first and last:
        asked["period"] = period_code(first, last)
    elif last and last[:4] == str(place.get("first") or "")[:4]:
        going_on = whole and last > whole
        asked["period"] = around(place["first"], last) if going_on else last[:4]
    return f"/{page}?{urlencode(asked)}" if asked else f"/{page}"


def period_code(first: str, last: str) -> str:
    """The period of whole months from first to last: "2024-S1", "2024-Q2", "2024-05", "2024"."""
    start, length = int(first[5:]), int(last[5:]) - int(first[5:]) + 1
    if length == 1:
        return first
    part = {3: f"-Q{(start + 2) // 3}", 6: f"-S{(start + 5) // 6}"}.get(length, "")
    return f"{first[:4]}{part}"


def around(first: str, last: str) -> str:
    """The shortest period that holds the months from first to last, of one year.

    >>> around("2024-05", "2024-06"), around("2024-02", "2024-06"), around("2024-05", "2024-08")
    ('2024-Q2', '2024-S1', '2024')
    """
    if first == last:
        return first
    start, end = int(first[5:]) - 1, int(last[5:]) - 1
    for sign, length in (("Q", 3), ("S", 6)):
        if start // length == end // length:
            return f"{first[:4]}-{sign}{start // length + 1}"
    return first[:4]


def fed(result: dict[str, Any], trial: bool = False) -> None:
    """What a file feeds in one line, and below it what it lacks, by what is wanting."""
    known = indicators()
    now = [within(known[n].label()) for n in result.get("feeds") or () if n in known]
    wanting: dict[str, list[str]] = {}
    for lack in result.get("lacks") or ():
        if lack["indicator"] in known:
            wanting.setdefault(lack["why"], []).append(within(known[lack["indicator"]].label()))
    if not now and not wanting:
        return
    said = (
        _("Dari berkas ini akan terhitung: {names}.")
        if trial
        else _("Dari berkas ini kini terhitung: {names}.")
    )
    st.info(said.format(names=", ".join(now) or _("belum ada")), icon=":material/monitoring:")
    if not wanting:
        return
    n = sum(map(len, wanting.values()))
    label = counted("Belum terhitung: {n} angka, dan sebabnya", n).format(n=n)
    with st.expander(label, icon=":material/info:", expanded=not now):
        for why, names in wanting.items():
            text = _("{names}: {why}.").format(names=", ".join(names), why=why)
            st.caption(text[:1].upper() + text[1:])


def feeding(view: View, results: list[dict[str, Any]]) -> None:
    """What the files of a load feed, each with a link to where it is seen."""
    for number, result in enumerate(results):
        if len(results) > 1 and result.get("file"):
            st.markdown(f"**{result['file']}**")
        fed(result)
        if result.get("feeds"):
            place = result.get("place") or {}
            where = address(result["kind"], place, _whole(view, place.get("offices") or []))
            st.link_button(
                _("Lihat angkanya"),
                where,
                icon=":material/arrow_forward:",
                type="primary" if number == 0 else "secondary",
            )


def _whole(view: View, offices: list[str]) -> str:
    """The last whole month that an office told of; "" of several."""
    if len(offices) != 1:
        return ""
    return snapshots.span(str(view.store), snapshots.version(view.store), offices[0], None)[1]


def left_out(result: dict[str, Any], most: int = 20) -> None:
    """What the kind was told by, and the lines and sheets that are no records."""
    if result.get("basis"):
        st.caption(result["basis"])
    sheets = [line for line in result.get("left_out", []) if line["row"] is None]
    if sheets:
        named = ", ".join(f"{line['sheet']} ({line['why']})" for line in sheets[:most])
        st.caption(_("Lembar yang dilewati: {sheets}.").format(sheets=named))
