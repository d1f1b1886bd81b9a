"""Permits not decided at a moment: how much work lies there."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import stock

register(
    Indicator(
        name="open_applications",
        title="Permohonan berjalan",
        short="Permohonan berjalan",
        unit="permohonan",
        kind="applications",
        shape="count",
        moment="end",
        dims=(*PERMITS, "stage"),
        formula=(
            "Permohonan yang belum diputus pada akhir periode (bulan berjalan: pada tanggal data)."
        ),
        section="§4",
        rank=10,
        reader=stock("backlog"),
        better="down",
        card=True,
        reports=(Place("office", "summary", 40),),
    )
)
