"""Complaints settled, of those received in the period."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import COMPLAINTS_RECEIVED
from metrics.asking.untold import Untold

register(
    Indicator(
        name="resolution_rate",
        title="Pengaduan selesai",
        short="Selesai",
        unit="rate",
        kind="complaints",
        shape="rate",
        dims=COMPLAINTS,
        formula=(
            "Dari pengaduan yang diterima dalam periode, bagian yang selesai sampai tanggal data."
        ),
        section="§6",
        rank=30,
        reader=rate(
            COMPLAINTS_RECEIVED,
            "sum(t.n * t.resolved)",
            "sum(t.n) FILTER (WHERE t.resolved IS NOT NULL)",
            why="Tidak ada pengaduan masuk pada periode ini.",
            untold=Untold(
                "sum(t.n) FILTER (WHERE t.resolved IS NULL)",
                "{n} pengaduan tidak dinyatakan selesai atau belum, jadi tidak ikut dihitung.",
            ),
        ),
        better="up",
        decimals=1,
        ripens=True,
        reports=(
            Place("office", "summary", 120),
            Place("office", "complaints", 30),
        ),
    )
)
