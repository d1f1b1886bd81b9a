"""What the forms of targets, events and follow-ups share: places that may be written of, and text.

Who may write what is the store's gate (`dashboard.frame.gate`); this says what to offer.
"""

from collections.abc import Callable

import streamlit as st

from dashboard.frame.gate import Gate, gate
from dashboard.frame.view import View
from dashboard.parts.text import plain
from etl.errors import Refused
from etl.reading.controls import IN_TEXT
from etl.reference import regions
from etl.words import _

LONGEST = 300


def written(view: View, done: str, deed: Callable[[Gate], object], said: str) -> None:
    """Do `deed` through the gate and draw the page anew with `said` under the key `done`; what is
    refused is said where the form stands, and nothing else happens."""
    try:
        deed(gate(view))
    except Refused as refusal:
        st.warning(plain(refusal), icon=":material/info:")
        return
    st.session_state[done] = said
    st.rerun()


def tidied(text: str, label: str, needed: bool = True) -> str:
    """What somebody typed, on one line; refused where it is wanting or too long."""
    told = " ".join(IN_TEXT.sub(" ", text).split())
    if needed and not told:
        raise Refused(_("Isi {label}.").format(label=label))
    if len(told) > LONGEST:
        raise Refused(
            _("{label} paling panjang {n} huruf; singkatkan.").format(label=label, n=LONGEST)
        )
    return told


def places(view: View, what: str) -> dict[str, str]:
    """The offices in view, and the province, of which the reader may write `what`: code → name.

    The place in view comes first.
    """
    mine = gate(view)
    found = [*sorted(view.offices, key=view.office_name)]
    found += sorted({o.province for o in view.offices.values() if o.province})
    first = view.query.office or view.query.province
    order = sorted(found, key=lambda code: (code != first, "." in code))
    return {code: place_name(view, code) for code in order if mine.may(what, code)}


def place_name(view: View, code: str) -> str:
    """An office or a province in words; its code where unknown."""
    if "." in code:
        return view.office_name(code)
    known = regions().get(code)
    return known.name if known else code
