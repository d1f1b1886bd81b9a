"""Days until a bill is paid, unpaid ones counted too."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, survival
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import NO_DAY

register(
    Indicator(
        name="days_to_pay",
        title="Lama sampai dibayar",
        short="Lama bayar",
        unit="hari kerja",
        kind="payments",
        shape="days",
        dims=PERMITS,
        formula=(
            "Median Kaplan–Meier hari kerja dari tagihan sampai dibayar; yang belum dibayar "
            "ikut dihitung sampai tanggal data."
        ),
        section="§5",
        rank=60,
        reader=survival(
            Source("money", "billed_month", "t.billed_month IS NOT NULL AND t.days_to_pay >= 0"),
            Source("money_open", "billed_month"),
            "days_to_pay",
            "age",
            "TRUE",
            none="Tidak ada tagihan yang terbit pada periode ini.",
            untold=NO_DAY,
        ),
        better="down",
        decimals=1,
        ripens=True,
        reports=(Place("office", "money", 60),),
    )
)
