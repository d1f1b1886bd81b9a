"""Fees paid in the period."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import NO_DAY, NO_RECEIPT, PAID, SEN

register(
    Indicator(
        name="paid",
        title="Retribusi dibayar",
        short="Retribusi dibayar",
        unit="rupiah",
        kind="payments",
        shape="amount",
        dims=(*PERMITS, "method"),
        formula="Jumlah pembayaran yang diterima dalam periode.",
        section="§5",
        rank=20,
        reader=count(PAID, "sum(t.paid)", SEN, untold=(NO_RECEIPT, NO_DAY)),
        reports=(
            Place("office", "summary", 140),
            Place("office", "money", 20),
        ),
    )
)
