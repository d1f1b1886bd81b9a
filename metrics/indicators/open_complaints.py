"""Complaints not settled at a moment."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import Source, count
from metrics.asking.registry import Indicator, Place, register

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
        formula="Pengaduan yang diterima dalam periode dan belum selesai pada tanggal data.",
        section="§6",
        rank=50,
        reader=count(Source("complaint_open", "received_month", permit_types=False)),
        better="down",
        reports=(Place("office", "complaints", 50),),
    )
)
