"""Applications that run on one file with others."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="parallel_share",
        title="Izin paralel",
        short="Paralel",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=PERMITS,
        formula=(
            "Permohonan yang berjalan dalam satu berkas bersama izin lain dibagi semua "
            "permohonan masuk."
        ),
        section="§8",
        rank=10,
        reader=rate(
            Source(
                "flow", "month", "t.measure IN ('bundled', 'received') AND t.source = 'records'"
            ),
            "sum(CASE WHEN t.measure = 'bundled' THEN t.n ELSE 0 END)",
            "sum(CASE WHEN t.measure = 'received' THEN t.n ELSE 0 END)",
            why="Tidak ada permohonan masuk pada periode ini.",
        ),
        better="up",
        decimals=1,
    )
)
