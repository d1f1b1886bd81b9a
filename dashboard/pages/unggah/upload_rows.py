"""The rows of an upload as they stand in the file, what each became, and the rejected cells."""

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from openpyxl.utils import get_column_letter

from dashboard.locale import format as f
from dashboard.parts.components import XLSX, Column, section, table
from etl.checking.row_outcomes import MOST
from etl.words import _, counted

ALL = "all"
SHOWN = 200  # rejected cells


def outcome_name(became: str) -> str:
    """What a row became, in words."""
    return {
        "accepted": _("Diterima"),
        "rejected": _("Ditolak"),
        "repeated": _("Baris kembar"),
        "total": _("Baris jumlah"),
        "unfilled": _("Responden kosong"),
        "heading": _("Judul"),
        "note": _("Tidak dibaca"),
        "unread": _("Belum diperiksa"),
    }[became]


def rows_table(rows: list[dict[str, Any]], turn: str) -> None:
    """The rows under a filter by outcome, and by sheet where there are several."""
    if not rows:
        return
    section(
        _("Isi berkas dan jadinya"),
        _("Baris seperti tertulis di berkas, paling banyak {n} dari setiap macam.").format(
            n=f.number(MOST)
        ),
    )
    frame = rows_frame(rows)
    kinds = list(dict.fromkeys(frame["became"]))
    pick, where = st.columns([3, 1], vertical_alignment="bottom")
    only = pick.pills(
        _("Tampilkan"),
        [ALL, *kinds],
        default=ALL,
        format_func=lambda k: _label(k, frame),
        key=f"unggah_rows_{turn}_{'_'.join(kinds)}",
    )
    places = list(dict.fromkeys(frame["place"]))
    if len(places) > 1:
        place = where.selectbox(_("Lembar"), places, key=f"unggah_rows_sheet_{turn}")
        frame = frame[frame["place"] == place]
    if only and only != ALL:
        frame = frame[frame["became"] == only]
    letters = [c for c in frame.columns if c not in FIXED and frame[c].astype(bool).any()]
    columns = [
        Column("row", _("Baris"), f.number, pinned=True),
        Column("became", _("Menjadi"), outcome_name, pinned=True),
    ]
    if frame["why"].astype(bool).any():
        columns.append(Column("why", _("Alasan")))
    table(frame, [*columns, *(Column(c, c) for c in letters)], key=f"unggah_rows_{turn}")


FIXED = ("row", "became", "why", "place")


def rows_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows with a column a letter of the sheet: row, became, why, place, A, B, …"""
    width = max(len(row["cells"]) for row in rows)
    files = {row["file"] for row in rows}
    letters = [get_column_letter(i + 1) for i in range(width)]
    return pd.DataFrame(
        [
            {
                "row": row["row"],
                "became": row["became"],
                "why": row["why"],
                "place": _place(row, len(files) > 1),
                **dict.fromkeys(letters, ""),
                **dict(zip(letters, row["cells"], strict=False)),
            }
            for row in rows
        ]
    )


def _place(row: dict[str, Any], several: bool) -> str:
    return " · ".join(p for p in ((row["file"] if several else ""), row["sheet"]) if p)


def _label(kind: str, frame: pd.DataFrame) -> str:
    if kind == ALL:
        return _("Semua")
    return f"{outcome_name(kind)} ({f.number(int((frame['became'] == kind).sum()))})"


def rejects_table(rejects: list[dict[str, Any]], folder: Path, turn: str) -> None:
    """The rejected cells with their reasons, and the workbook in which they are marked."""
    if not rejects:
        return
    section(
        _("Yang ditolak"),
        counted("{n} sel; perbaiki di berkas asal, lalu unggah lagi.", len(rejects)).format(
            n=f.number(len(rejects))
        ),
    )
    table(
        pd.DataFrame(rejects[:SHOWN]),
        [
            Column("sheet", _("Lembar")),
            Column("row", _("Baris"), f.number),
            Column("column", _("Kolom")),
            Column("value", _("Nilai")),
            Column("reason", _("Alasan"), width="large"),
        ],
        key=f"unggah_rejects_{turn}",
    )
    books = sorted(folder.glob("ditolak*.xlsx"))
    for book in books:
        st.download_button(
            _("Unduh baris ditolak, selnya ditandai (Excel)"),
            data=book.read_bytes,
            file_name=book.name,
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            key=f"unggah_{book.stem}_{turn}",
        )
