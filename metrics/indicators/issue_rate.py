"""Permits issued of all decisions."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import DECIDED

register(
    Indicator(
        name="issue_rate",
        title="Bagian keputusan yang terbit",
        short="Terbit dari keputusan",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=FLOWS,
        formula="Izin terbit dibagi semua keputusan (terbit, ditolak, dicabut) dalam periode.",
        section="§2",
        rank=50,
        reader=rate(
            DECIDED,
            "sum(CASE WHEN t.measure = 'issued' THEN t.n ELSE 0 END)",
            "sum(t.n)",
            why="Belum ada keputusan pada periode ini.",
        ),
        decimals=1,
    )
)
