"""Permits open longer than their standard: the promise already broken."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import STANDARDS, stock

register(
    Indicator(
        name="overdue_applications",
        title="Permohonan lewat standar",
        short="Permohonan lewat standar",
        unit="permohonan",
        kind="applications",
        shape="count",
        moment="end",
        dims=(*PERMITS, "stage"),
        formula=(
            "Permohonan berjalan yang tanggal jatuh temponya (mulai + standar, digeser jeda "
            "pemohon) sudah lewat; yang jatuh tempo hari itu belum dihitung."
        ),
        section="§4",
        rank=20,
        reader=stock("backlog", "t.overdue = 1", wanting=STANDARDS),
        better="down",
        reports=(Place("office", "summary", 50),),
    )
)
