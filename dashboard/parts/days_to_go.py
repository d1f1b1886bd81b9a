"""Days to go of open cases on a page: a range on one scale, never a date, never a promise."""

import base64
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import style
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.outlook_words import (
    hit_words,
    late_words,
    lateness_words,
    level_words,
    range_words,
)
from etl.words import _, counted
from metrics.outlook.forecast import hit_rate_of
from metrics.outlook.open_cases import LIKELY, of_rows

BAR = (62, 28)  # pixels


def bar(low: int, high: int, most: int) -> str:
    """A picture of a range on a scale from 0 to `most` days, as an address of its own."""
    width, height = BAR
    start = low / max(most, 1) * width
    long = max((high - low) / max(most, 1) * width, 3)
    colour = escape(style.colours().ink)
    quiet = escape(style.colours().ordinary)
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<line x1="0" x2="{width}" y1="14" y2="14" stroke="{quiet}" stroke-width="1"/>'
        f'<rect x="{start:.1f}" y="8" width="{long:.1f}" height="12" rx="3" fill="{colour}"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


def ranged(view: View, frame: pd.DataFrame) -> pd.DataFrame:
    """Open case rows with `to_go` (words), `to_go_bar`, `alike` (n and level) and `may_be_late`."""
    if frame.empty:
        return frame.assign(to_go="", to_go_bar="", alike="", may_be_late="")
    found = of_rows(view.snapshot, frame)
    most = max((x.high for x in found if x.high is not None), default=1)
    told = {
        "to_go": [range_words(x) for x in found],
        "to_go_bar": [
            None if x.low is None or x.high is None else bar(x.low, x.high, most) for x in found
        ],
        "alike": [
            counted("{n} berkas: {level}", x.n).format(n=f.number(x.n), level=level_words(x.level))
            if x.low is not None
            else ""
            for x in found
        ],
        "may_be_late": [late_words(x.late_likely) for x in found],
    }
    return frame.assign(
        **{name: pd.Series(column, frame.index, dtype=object) for name, column in told.items()}
    )


def columns_of(frame: pd.DataFrame, pictures: bool) -> dict[str, Any]:
    """The columns of a list of open cases under their headings, with the bar where `pictures`;
    nothing where none are known."""
    if "to_go" not in frame:
        return {}
    told = frame["to_go"].where(frame["alike"] != "") if pictures else frame["to_go"]
    return {
        _("Masih perlu"): told,
        **({_("Sisa hari"): frame["to_go_bar"]} if pictures else {_("Dari"): frame["alike"]}),
        _("Lewat standar?"): frame["may_be_late"],
    }


def card_words(row: Any) -> str:
    """What a card of one case says of its days to go; "" where nothing was asked."""
    told = str(getattr(row, "to_go", "") or "")
    if not told or not getattr(row, "alike", ""):
        return told
    return _("berkas serupa masih perlu {range} ({alike})").format(range=told, alike=row.alike)


def settings_of() -> dict[str, Any]:
    """How Streamlit shows these columns."""
    return {
        _("Sisa hari"): st.column_config.ImageColumn(
            width=BAR[0] + 24, help=_("Rentang hari kerja pada satu skala untuk semua baris")
        ),
        _("Masih perlu"): st.column_config.Column(
            width=90,
            help=_(
                "Delapan dari sepuluh berkas serupa selesai dalam rentang hari kerja ini; "
                "–: belum cukup berkas serupa"
            ),
        ),
    }


def note(view: View) -> None:
    """The sentence of a page on who will be late, with how often such ranges held beside it."""
    words = lateness_words(view)
    if not words:
        return
    st.markdown(words)
    held(view)


def held(view: View) -> None:
    """Beside a list with ranges: how often such ranges of the office held."""
    if view.office is not None:
        st.caption(hit_words(hit_rate_of(view.snapshot, view.office.code)))


def definition(view: View) -> str:
    """What a range is and how often it held, as an entry of the page of definitions (HTML)."""
    lines = {
        _("Cara hitung"): _(
            "Berkas serupa: kantor, jenis izin, tahap, dan umur yang sama pada akhir bulan mana "
            "pun dalam 24 bulan sebelumnya, dilihat sebagaimana diketahui hari itu; yang belum "
            "selesai ikut dihitung (Kaplan-Meier). Kurang dari 30 yang selesai: tanpa umur, lalu "
            "menurut kelompok izin, lalu seprovinsi, lalu tanpa rentang."
        ),
        _("Dibaca"): _(
            "Delapan dari sepuluh berkas serupa selesai dalam rentang ini. Bukan janji, dan "
            "bukan satu tanggal."
        ),
        _("Lewat standar"): _(
            "“Hampir pasti” bila sedikitnya 90 % berkas serupa melewati jatuh temponya, "
            "“mungkin” bila sedikitnya 25 %, selain itu “kecil kemungkinan”. Diperkirakan akan "
            "lewat: sedikitnya {likely} %."
        ).format(likely=f.number(LIKELY * 100)),
        _("Seberapa sering tepat"): _held(view),
    }
    rows = "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in lines.items())
    return (
        f'<article class="entry" id="days_to_go"><h3>{escape(_("Perkiraan sisa hari"))}</h3>'
        f"<p>{escape(_('Berapa hari kerja lagi berkas seperti ini masih memerlukan waktu.'))}</p>"
        f"<dl>{rows}</dl></article>"
    )


def _held(view: View) -> str:
    if view.office is None or view.snapshot.is_empty:
        return _("Pilih satu kantor: angkanya berbeda tiap kantor.")
    return hit_words(hit_rate_of(view.snapshot, view.office.code))
