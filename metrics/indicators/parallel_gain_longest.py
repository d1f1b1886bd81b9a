"""Days of a file of several permits against its longest permit."""

from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import BUNDLES

register(
    Indicator(
        name="parallel_gain_longest",
        title="Lama paralel dibanding izin terlama",
        short="Lama paralel dibanding izin terlama",
        unit="ratio",
        kind="applications",
        shape="ratio",
        dims=("office", "province", "year", "quarter", "month", "size"),
        formula="Hari kerja sebuah berkas dibagi hari kerja izin terlamanya.",
        section="§8",
        rank=30,
        reader=rate(
            BUNDLES,
            "sum(t.span * t.n)",
            "sum(t.longest * t.n)",
            n="sum(t.n)",
            interval=False,
            why="Tidak ada berkas paralel yang selesai pada periode ini.",
        ),
        better="down",
        decimals=2,
    )
)
