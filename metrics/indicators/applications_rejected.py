"""Applications refused in the period."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import flow
from metrics.asking.untold import decisions

register(
    Indicator(
        name="applications_rejected",
        title="Permohonan ditolak",
        short="Ditolak",
        unit="permohonan",
        kind="applications",
        shape="count",
        dims=FLOWS,
        formula="Jumlah permohonan yang ditolak dalam periode.",
        section="§2",
        rank=30,
        reader=count(flow("rejected"), untold=decisions("rejected")),
        reports=(Place("office", "summary", 30),),
    )
)
