"""Cases whose papers were complete at the first submission."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="first_time_right",
        title="Berkas lengkap sejak awal",
        short="Lengkap sejak awal",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=PERMITS,
        formula=(
            "Dari permohonan bertahap yang selesai dalam periode, bagian yang berkasnya tidak "
            "pernah kembali ke pemohon; menunggu pembayaran bukan pengembalian."
        ),
        section="§3",
        rank=78,
        reader=rate(
            Source("stage_case", "month", "t.stage = '*papers'"),
            "sum(t.n * (1 - t.repeated))",
            "sum(t.n)",
            why="Tidak ada permohonan bertahap yang selesai pada periode ini.",
        ),
        better="up",
        decimals=1,
    )
)
