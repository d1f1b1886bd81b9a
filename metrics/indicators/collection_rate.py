"""Rupiah paid of the bills issued in the period."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import BILLED, NO_AMOUNT, SEN

register(
    Indicator(
        name="collection_rate",
        title="Tagihan terbayar",
        short="Terbayar",
        unit="rate",
        kind="payments",
        shape="ratio",
        dims=(*PERMITS, "method"),
        formula="Rupiah yang dibayar dibagi rupiah tagihan yang terbit dalam periode.",
        section="§5",
        rank=30,
        reader=rate(
            BILLED,
            "sum(t.paid) FILTER (WHERE coalesce(t.valued, 3) = 3)",
            "sum(t.billed) FILTER (WHERE coalesce(t.valued, 3) = 3)",
            n="sum(t.n) FILTER (WHERE coalesce(t.valued, 3) = 3)",
            interval=False,
            scale=SEN,
            why="Tidak ada tagihan yang terbit pada periode ini.",
            untold=NO_AMOUNT,
        ),
        better="up",
        decimals=1,
        ripens=True,
        card=True,
        reports=(
            Place("office", "summary", 150),
            Place("office", "money", 30),
        ),
    )
)
