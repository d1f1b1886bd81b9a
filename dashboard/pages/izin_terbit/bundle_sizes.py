"""Parallel permits by how many ran on one file: the days a file took against one after another."""

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, section, table
from etl.words import _


def bundle_sizes(view: View) -> None:
    """A small table of the files that ended in the period; nothing where there are none."""
    frame = by_size(view)
    if frame.empty:
        return
    section(
        _("Izin paralel menurut jumlah izin dalam satu berkas"),
        _(
            "Semua jenis izin; hari kerja berkas yang selesai, dibanding jumlah hari izin-izinnya "
            "(di bawah 100 %: menghemat waktu) dan dibanding izin terlamanya."
        ),
    )
    table(
        frame,
        [
            Column("size", _("Izin seberkas"), f.number, pinned=True),
            Column("n", _("Berkas"), f.number),
            Column("gain", _("dari berurutan"), f.percent),
            Column("longest", _("dari izin terlama"), f.percent),
        ],
        key="bundle_sizes",
    )


def by_size(view: View) -> pd.DataFrame:
    """Rows size, n (files), gain and longest (ratios of days), the smallest files first."""
    rows = view.read("parallel_gain", by=("size",)).rows
    if rows.empty:
        return pd.DataFrame(columns=["size", "n", "gain", "longest"])
    longest = view.read("parallel_gain_longest", by=("size",)).rows.set_index("size")["value"]
    frame = pd.DataFrame(
        {
            "size": rows["size"].astype("int64"),
            "n": rows["n"],
            "gain": rows["value"].astype("float64"),
            "longest": longest.reindex(rows["size"]).astype("float64").to_numpy(),
        }
    )
    return frame.sort_values("size", ignore_index=True)
