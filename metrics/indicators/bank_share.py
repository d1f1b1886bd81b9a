"""Payments through a bank, by number: the report's "pembayaran melalui bank"."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import BANK, NO_DAY, NO_METHOD, PAID

register(
    Indicator(
        name="bank_share",
        title="Pembayaran melalui bank",
        short="Lewat bank",
        unit="rate",
        kind="payments",
        shape="rate",
        dims=PERMITS,
        formula=(
            "Pembayaran lewat bank, akun virtual atau QRIS dibagi semua pembayaran, menurut "
            "banyaknya."
        ),
        section="§5",
        rank=40,
        reader=rate(
            PAID,
            f"sum(CASE WHEN t.method IN {BANK} THEN t.n ELSE 0 END)",
            "sum(t.n) FILTER (WHERE t.method <> '')",
            why="Tidak ada pembayaran pada periode ini.",
            untold=(NO_METHOD, NO_DAY),
        ),
        better="up",
        decimals=1,
        reports=(
            Place("office", "summary", 160),
            Place("office", "money", 40),
        ),
    )
)
