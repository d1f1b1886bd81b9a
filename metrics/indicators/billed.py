"""Fees billed in the period."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import BILLED, NO_BILL, NO_BILLS, SEN

register(
    Indicator(
        name="billed",
        title="Retribusi ditagih",
        short="Retribusi ditagih",
        unit="rupiah",
        kind="payments",
        shape="amount",
        dims=(*PERMITS, "method"),
        formula="Jumlah tagihan yang terbit dalam periode.",
        section="§5",
        rank=10,
        reader=count(BILLED, "sum(t.billed)", SEN, untold=(NO_BILL, NO_BILLS)),
        reports=(
            Place("office", "summary", 130),
            Place("office", "money", 10),
        ),
    )
)
