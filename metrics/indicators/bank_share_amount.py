"""Payments through a bank, by amount."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import BANK, NO_DAY, NO_METHOD, PAID, SEN

register(
    Indicator(
        name="bank_share_amount",
        title="Rupiah melalui bank",
        short="Rupiah lewat bank",
        unit="rate",
        kind="payments",
        shape="ratio",
        dims=PERMITS,
        formula="Rupiah lewat bank, akun virtual atau QRIS dibagi seluruh rupiah yang dibayar.",
        section="§5",
        rank=50,
        reader=rate(
            PAID,
            f"sum(CASE WHEN t.method IN {BANK} THEN t.paid ELSE 0 END)",
            "sum(t.paid) FILTER (WHERE t.method <> '')",
            n="sum(t.n) FILTER (WHERE t.method <> '')",
            interval=False,
            scale=SEN,
            why="Tidak ada pembayaran pada periode ini.",
            untold=(NO_METHOD, NO_DAY),
        ),
        better="up",
        decimals=1,
        reports=(Place("office", "money", 50),),
    )
)
