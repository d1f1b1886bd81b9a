"""Mutu data: who reported up to when, what was turned away, and every load with its counts."""

import pandas as pd

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from dashboard.pages.mutu_data.quality import answer, batches, kind_words, offices, rejects
from dashboard.parts.components import Column, head, section, table
from dashboard.parts.stage_mapping import pointer
from etl.words import _

PAGE = Page(group="Data", title="Mutu data", icon="rule", order=210, tab=True)


def render(view: View) -> None:
    """Reporting, rejected rows and loads of the offices in view."""
    found = offices(view)
    head(_("Mutu data, {place}").format(place=view.place), answer(found))
    pointer(view, least=0)
    section(
        _("Laporan terakhir tiap kantor"),
        _("Tanggal terakhir dalam data; – berarti belum pernah melapor, bukan nol."),
    )
    days = [Column(kind, words, f.date_short) for kind, words in kind_words().items()]
    table(
        found,
        [
            Column("name", _("Kantor"), pinned=True),
            *days,
            Column("source", _("Sumber")),
            Column("read", _("Baris dibaca"), f.number),
            Column("rejected", _("Ditolak"), f.number),
            Column("share", _("Bagian ditolak"), f.percent),
            Column("unmapped", _("Izin belum dipetakan"), f.number),
            Column("undated", _("Keputusan tanpa tanggal"), f.number),
        ],
        key="quality_offices",
    )
    section(_("Daftar muatan"), _("Yang terbaru dulu; yang dibatalkan tetap tercatat."))
    loads = batches(view)
    picked = table(
        loads,
        [
            Column("batch", _("No"), f.number, pinned=True),
            Column("day", _("Waktu")),
            Column("file", _("Nama berkas")),
            Column("kind", _("Jenis"), record_name),
            Column("read", _("Dibaca"), f.number),
            Column("accepted", _("Diterima"), f.number),
            Column("rejected", _("Ditolak"), f.number),
            Column("unchanged", _("Tidak berubah"), f.number),
            Column("state", _("Keadaan")),
        ],
        key="quality_batches",
        select=True,
    )
    if picked is not None and view.scope.case_rows:
        _rejects(view, loads, picked)


def _rejects(view: View, loads: pd.DataFrame, picked: int) -> None:
    batch = int(loads["batch"].iloc[picked])
    section(_("Baris yang ditolak dari muatan {n}").format(n=batch))
    table(
        rejects(view, batch),
        [
            Column("sheet", _("Lembar")),
            Column("row", _("Baris"), f.number),
            Column("column", _("Kolom")),
            Column("value", _("Nilai")),
            Column("reason", _("Alasan")),
        ],
        key="quality_rejects",
    )
