"""The index of perceived quality (IPKP), from the survey that offices put beside the SKM."""

from functools import partial

from metrics.asking.registry import Indicator, register
from metrics.ikm.figure import read_ikm

register(
    Indicator(
        name="ipkp",
        title="Indeks Persepsi Kualitas Pelayanan (IPKP)",
        short="IPKP",
        unit="indeks 25–100",
        kind="survey",
        shape="index",
        dims=("office", "province", "service", "period", "rule", "year", "quarter", "month"),
        formula=(
            "Nilai rata-rata tiap pernyataan (jawaban 1–4 bernilai 25–100) dikalikan bobotnya, "
            "dibagi jumlah bobot; bobot tiap pernyataan sama. Dibulatkan sekali ke dua desimal. "
            "IPKP suatu periode ialah IPKP survei terakhir yang berakhir di dalamnya, bila tidak "
            "ada, yang terakhir dalam 12 bulan sebelumnya."
        ),
        section="§7",
        rank=12,
        reader=partial(read_ikm, family="ipkp"),
        better="up",
        decimals=2,
    )
)
