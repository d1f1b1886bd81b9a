"""Rupiah paid of the bills issued in the period."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import BILLED, NO_AMOUNT, SEN

TOLD = "FILTER (WHERE coalesce(t.valued, 3) IN (3, 7))"
KNOWN = (
    "(count(*) FILTER (WHERE t.valued IN (0, 1) AND t.paid_month IS NOT NULL) = 0 "
    "OR count(*) FILTER (WHERE coalesce(t.valued, 3) IN (3, 7) AND t.paid <> 0) > 0)"
)
"""Where no bill that was paid tells its amount, the others would be the unpaid ones alone."""

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
            f"CASE WHEN {KNOWN} THEN sum(t.paid) {TOLD} END",
            f"CASE WHEN {KNOWN} THEN sum(t.billed) {TOLD} END",
            n=f"CASE WHEN {KNOWN} THEN sum(t.n) {TOLD} END",
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
