"""The index of perception of corruption (IPAK), from the survey that offices put beside the SKM."""

from functools import partial

from metrics.asking.registry import Indicator, register
from metrics.ikm.figure import read_ikm

register(
    Indicator(
        name="ipak",
        title="Indeks Persepsi Anti Korupsi (IPAK)",
        short="IPAK",
        unit="indeks 25–100",
        kind="survey",
        shape="index",
        dims=("office", "province", "service", "period", "rule", "year", "quarter", "month"),
        formula=(
            "Nilai rata-rata tiap pernyataan (jawaban 1–4 bernilai 25–100) dikalikan bobotnya, "
            "dibagi jumlah bobot; bobot tiap pernyataan sama. Dibulatkan sekali ke dua desimal. "
            "IPAK suatu periode ialah IPAK survei terakhir yang berakhir di dalamnya, bila tidak "
            "ada, yang terakhir dalam 12 bulan sebelumnya."
        ),
        section="§7",
        rank=11,
        reader=partial(read_ikm, family="ipak"),
        better="up",
        decimals=2,
    )
)
