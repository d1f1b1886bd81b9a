"""Applications that came in during the period."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import flow

register(
    Indicator(
        name="applications_received",
        title="Permohonan masuk",
        short="Masuk",
        unit="permohonan",
        kind="applications",
        shape="count",
        dims=FLOWS,
        formula="Jumlah permohonan yang diajukan dalam periode.",
        section="§2",
        rank=20,
        reader=count(flow("received")),
        reports=(Place("office", "summary", 10),),
    )
)
