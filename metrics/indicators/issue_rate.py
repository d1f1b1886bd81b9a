"""Permits issued of all decisions."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import DECIDED
from metrics.asking.untold import Untold

register(
    Indicator(
        name="issue_rate",
        title="Bagian keputusan yang terbit",
        short="Terbit dari keputusan",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=FLOWS,
        formula=(
            "Izin terbit dibagi semua keputusan (terbit, ditolak, dicabut) dalam periode; "
            "keputusan tanpa tanggal pada bulan masuknya."
        ),
        section="§2",
        rank=50,
        reader=rate(
            DECIDED,
            "sum(CASE WHEN t.measure IN ('issued', 'undated_issued') THEN t.n ELSE 0 END)",
            "sum(t.n)",
            why="Belum ada keputusan pada periode ini.",
            untold=Untold(
                "sum(t.n) FILTER (WHERE t.measure LIKE 'undated_%')",
                "{n} keputusan tanpa tanggal dihitung pada bulan masuknya.",
                bare=False,
            ),
        ),
        decimals=1,
    )
)
