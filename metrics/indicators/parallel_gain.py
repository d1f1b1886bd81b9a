"""Days of a file of several permits against its permits one after the other."""

from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import BUNDLES

register(
    Indicator(
        name="parallel_gain",
        title="Lama paralel dibanding berurutan",
        short="Lama paralel dibanding berurutan",
        unit="ratio",
        kind="applications",
        shape="ratio",
        dims=("office", "province", "year", "quarter", "month", "size"),
        formula="Hari kerja sebuah berkas dibagi jumlah hari kerja izin-izinnya.",
        section="§8",
        rank=20,
        reader=rate(
            BUNDLES,
            "sum(t.span * t.n)",
            "sum(t.total * t.n)",
            n="sum(t.n)",
            interval=False,
            why="Tidak ada berkas paralel yang selesai pada periode ini.",
        ),
        better="down",
        decimals=2,
    )
)
