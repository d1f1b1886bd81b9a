"""The form that shows which heading is read as which field, and lets a person correct it."""

import hashlib
from typing import Any

import streamlit as st

from etl.recognising.outline import to_toml
from etl.words import N_, _

ABSENT = ""
#: How days may be written → in words.
DATES = {
    "": N_("Seperti terbaca"),
    "%d/%m/%Y": N_("hari/bulan/tahun"),
    "%m/%d/%Y": N_("bulan/hari/tahun"),
    "%Y/%m/%d": N_("tahun/bulan/hari"),
}


def mapping_form(outline: dict[str, Any], open_: bool, turn: str) -> str | None:
    """One list of the file's headings a field; the mapping as TOML when it is sent, else None."""
    if not outline["fields"]:
        st.caption(_("Pilih jenis datanya di atas; judul kolomnya lalu dapat dipasangkan di sini."))
        return None
    read = {f: tuple(columns) for f, columns in outline["read_as"].items()}
    state = hashlib.sha256(repr((outline["signature"], outline["kind"], read)).encode()).hexdigest()
    chosen: dict[str, str] = {}
    with (
        st.expander(_("Kolom yang dibaca dan artinya"), expanded=open_, icon=":material/rule:"),
        st.form(f"unggah_columns_{turn}_{state[:12]}", border=False),
    ):
        st.caption(
            _(
                "Judul kolom di berkas untuk setiap isian. Betulkan yang keliru, lalu periksa "
                "ulang; setelah dimuat, pasangan ini diingat untuk berkas berjudul sama."
            )
        )
        grid = st.grid(3, min_column_width=220)
        for field, title in outline["fields"]:
            options = [ABSENT, *outline["headings"]]
            now = next(iter(read.get(field, ())), ABSENT)
            if now not in options:
                options.append(now)
            with grid.cell():
                chosen[field] = st.selectbox(
                    _(title),
                    options,
                    index=options.index(now),
                    format_func=lambda c: c or _("Tidak ada di berkas"),
                    key=f"unggah_column_{turn}_{field}_{state[:12]}",
                )
        written = st.selectbox(
            _("Tulisan tanggal"),
            list(DATES),
            format_func=lambda d: _(DATES[d]),
            help=_("Bila hari dan bulan tertukar, atau berkas ditolak karena tanggalnya."),
            key=f"unggah_dates_{turn}_{state[:12]}",
        )
        sent = st.form_submit_button(_("Periksa ulang dengan kolom ini"), icon=":material/refresh:")
    if not sent:
        return None
    return to_toml(outline["kind"], columns_of(chosen, read), formats(written))


def formats(written: str) -> dict[str, dict[str, str]]:
    """The part of a mapping that says how days are written; {} where the file tells itself."""
    if not written:
        return {}
    return {"formats": {"datetime": f"{written} %H:%M", "date": written}}


def columns_of(
    chosen: dict[str, str], read: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Field → its columns; a field left as it was keeps all the headings that it had."""
    return {
        field: read[field] if read.get(field, ())[:1] == (column,) else (column,)
        for field, column in chosen.items()
        if column
    }
