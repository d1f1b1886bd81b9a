"""Definisi: every figure of the app in words, read from the registry that computes it."""

import pandas as pd

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, download, head, section, table
from etl.words import _
from metrics.asking.registry import indicators

PAGE = Page(
    group="Laporan", title="Definisi", icon="menu_book", order=120, needs_data=False, hidden=True
)
UNITS = {"rate": "persen", "ratio": "perbandingan"}
BETTER = {"up": "naik lebih baik", "down": "turun lebih baik"}


def render(view: View) -> None:
    """The list of indicators: name, formula, unit, direction, and its name on the command line."""
    frame = pd.DataFrame(
        [
            {
                "title": indicator.label(),
                "formula": indicator.explain(),
                "unit": _(UNITS.get(indicator.unit, indicator.unit)),
                "better": _(BETTER[indicator.better]) if indicator.better else f.MISSING,
                "dims": ", ".join(indicator.dims),
                "name": name,
            }
            for name, indicator in indicators().items()
        ]
    )
    head(
        _("Definisi angka"),
        _("**{n} indikator**, dihitung dengan satu cara di kartu, grafik, laporan, dan perintah.")
        .format(n=f.number(len(frame))),
    )  # fmt: skip
    section(
        _("Semua indikator"),
        _("Nama terakhir dipakai pada perintah monev indicator."),
    )
    table(
        frame,
        [
            Column("title", _("Indikator"), pinned=True),
            Column("formula", _("Cara hitung"), width="large"),
            Column("unit", _("Satuan")),
            Column("better", _("Arah")),
            Column("dims", _("Rincian")),
            Column("name", _("Nama perintah")),
        ],
        key="definitions",
        rows=20,
    )
    download(_("Unduh definisi (Excel)"), frame, "definisi", key="definitions_get")
