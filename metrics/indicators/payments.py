"""Payments: what was billed and paid, how soon, and how much of it by bank (§5)."""

from metrics.asking.readers import Source, count, rate, survival
from metrics.asking.registry import Indicator, register

DIMS = ("office", "province", "permit_type", "group", "year", "quarter", "month", "method")
BILLED = Source("money", "billed_month", "t.billed_month IS NOT NULL")
PAID = Source("money", "paid_month", "t.paid_month IS NOT NULL")
BANK = "('bank', 'virtual_account', 'va', 'qris')"
SEN = 100

for _name, _title, _source, _column, _formula in (
    ("billed", "Retribusi ditagih", BILLED, "billed", "Jumlah tagihan yang terbit dalam periode."),
    ("paid", "Retribusi dibayar", PAID, "paid", "Jumlah pembayaran yang diterima dalam periode."),
):
    register(
        Indicator(
            name=_name, title=_title, short=_title, unit="rupiah", kind="payments", shape="amount",
            dims=DIMS, formula=_formula, section="§5",
            reader=count(_source, f"sum(t.{_column})", SEN),
        )
    )  # fmt: skip

register(
    Indicator(
        name="collection_rate", title="Tagihan terbayar", short="Terbayar", unit="rate",
        kind="payments", shape="ratio", dims=DIMS, section="§5", better="up", decimals=1,
        formula="Rupiah yang dibayar dibagi rupiah tagihan yang terbit dalam periode.",
        reader=rate(
            BILLED, "sum(t.paid)", "sum(t.billed)", n="sum(t.n)", interval=False, scale=SEN,
            why="Tidak ada tagihan yang terbit pada periode ini.",
        ),
        card=True,
    )
)  # fmt: skip

register(
    Indicator(
        name="bank_share", title="Pembayaran melalui bank", short="Lewat bank", unit="rate",
        kind="payments", shape="rate", dims=DIMS[:-1], section="§5", better="up", decimals=1,
        formula="Pembayaran lewat bank, akun virtual atau QRIS dibagi semua pembayaran, menurut "
        "banyaknya.",
        reader=rate(
            PAID, f"sum(CASE WHEN t.method IN {BANK} THEN t.n ELSE 0 END)", "sum(t.n)",
            why="Tidak ada pembayaran pada periode ini.",
        ),
    )
)  # fmt: skip

register(
    Indicator(
        name="bank_share_amount", title="Rupiah melalui bank", short="Rupiah lewat bank",
        unit="rate", kind="payments", shape="ratio", dims=DIMS[:-1], section="§5", better="up",
        decimals=1,
        formula="Rupiah lewat bank, akun virtual atau QRIS dibagi seluruh rupiah yang dibayar.",
        reader=rate(
            PAID, f"sum(CASE WHEN t.method IN {BANK} THEN t.paid ELSE 0 END)", "sum(t.paid)",
            n="sum(t.n)", interval=False, scale=SEN, why="Tidak ada pembayaran pada periode ini.",
        ),
    )
)  # fmt: skip

register(
    Indicator(
        name="days_to_pay", title="Lama sampai dibayar", short="Lama bayar", unit="hari kerja",
        kind="payments", shape="days", dims=DIMS[:-1], section="§5", better="down", decimals=1,
        formula="Median Kaplan–Meier hari kerja dari tagihan sampai dibayar; yang belum dibayar "
        "ikut dihitung sampai tanggal data.",
        reader=survival(
            Source("money", "billed_month", "t.billed_month IS NOT NULL AND t.days_to_pay >= 0"),
            Source("money_open", "billed_month"), "days_to_pay", "age", "TRUE",
        ),
    )
)  # fmt: skip
