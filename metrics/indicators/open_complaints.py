"""Complaints not settled at a moment."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import stock, told_of_complaints

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
            wanting=told_of_complaints(
                "resolved", "Data pengaduan tidak menyatakan mana yang selesai."
            ),
        ),
        better="down",
        reports=(Place("office", "complaints", 50),),
    )
)
