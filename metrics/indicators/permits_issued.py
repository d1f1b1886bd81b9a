"""Permits issued in the period: what the office is for."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import flow
from metrics.asking.untold import decisions

register(
    Indicator(
        name="permits_issued",
        title="Izin terbit",
        short="Terbit",
        unit="permohonan",
        kind="applications",
        shape="count",
        dims=FLOWS,
        formula="Jumlah permohonan yang izinnya terbit dalam periode.",
        section="§2",
        rank=10,
        reader=count(flow("issued"), untold=decisions("issued")),
        card=True,
        reports=(Place("office", "summary", 20),),
    )
)
