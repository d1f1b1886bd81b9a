"""The satisfaction index among the indicators, so that every door finds it."""

from metrics.asking.registry import Indicator, Place, register
from metrics.ikm.figure import read_ikm

register(
    Indicator(
        name="ikm",
        title="Indeks Kepuasan Masyarakat (IKM)",
        short="IKM",
        unit="indeks 25–100",
        kind="survey",
        shape="index",
        dims=("office", "province", "service", "period", "rule", "year", "quarter", "month"),
        formula=(
            "Nilai rata-rata tiap unsur (jumlah nilai dibagi jumlah jawabannya) dijumlahkan "
            "dengan bobot 1/jumlah unsur, lalu dikalikan 25. Dibulatkan sekali ke dua "
            "desimal. IKM suatu periode ialah IKM survei terakhir yang berakhir di dalamnya, bila "
            "tidak ada, yang terakhir dalam 12 bulan sebelumnya."
        ),
        section="§7",
        rank=10,
        reader=read_ikm,
        better="up",
        decimals=2,
        card=True,
        reports=(Place("office", "summary", 170),),
    )
)
