"""The ways in which one sheet may be read, side by side with the figure of each; a person picks."""

from typing import Any

import streamlit as st

from dashboard.locale import format as f
from dashboard.pages.unggah.held import Held
from etl.recognising.outline import to_toml
from etl.words import _, counted


def readings(one: Held, found: list[dict[str, Any]], turn: str) -> None:
    """The readings beside each other, each with a button that has the file read so."""
    if not found:
        return
    st.markdown(_("**Lembar ini dapat dibaca dengan beberapa cara.** Pilih yang benar:"))
    for number, (column, reading) in enumerate(zip(st.columns(len(found)), found, strict=True)):
        with column, st.container(border=True):
            words = str(reading["reading"])
            st.markdown(f"**{words[:1].upper()}{words[1:]}**")
            st.metric(_("IKM"), f.number(reading["ikm"], 2))
            st.caption(
                counted("{n} responden", reading["respondents"]).format(
                    n=f.number(reading["respondents"])
                )
            )
            if not reading["settles"]:
                st.caption(_("Beri judul kolom yang berbeda agar dapat dipilih di sini."))
            elif st.button(_("Pakai bacaan ini"), key=f"unggah_reading_{turn}_{number}"):
                settle(one, reading)
                st.rerun()


def settle(one: Held, reading: dict[str, Any]) -> None:
    """Have a file read in this way: by its kind, or by a mapping made of the reading."""
    settles = reading["settles"]
    if "kind" in settles:
        one.details["kind"] = settles["kind"]
        return
    parts = {"answers": settles["answers"]} if "answers" in settles else {}
    one.hand = to_toml(reading["kind"], settles.get("fields", {}), parts)
