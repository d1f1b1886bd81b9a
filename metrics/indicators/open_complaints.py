"""Complaints not settled at a moment."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import Wanting, stock

SILENT = "SELECT office FROM ref_office WHERE office NOT IN (SELECT office FROM complaint)"

register(
    Indicator(
        name="open_complaints",
        title="Pengaduan belum selesai",
        short="Pengaduan belum selesai",
        unit="pengaduan",
        kind="complaints",
        shape="count",
        moment="end",
        dims=COMPLAINTS,
        formula=(
            "Pengaduan yang belum selesai pada akhir periode, kapan pun diterima (bulan berjalan: "
            "pada tanggal data)."
        ),
        section="§6",
        rank=50,
        reader=stock(
            "complaint_backlog",
            wanting=Wanting(
                f"{SILENT} UNION SELECT office FROM complaint WHERE resolved IS NOT NULL",
                ("complaint", "ref_office"),
                "Data pengaduan tidak menyatakan mana yang selesai.",
            ),
        ),
        better="down",
        reports=(Place("office", "complaints", 50),),
    )
)
