"""Cases decided by their due date, of all that fell due."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import met_by_due
from metrics.asking.registry import Indicator, Place, register

register(
    Indicator(
        name="on_time_rate",
        title="Tepat waktu",
        short="Tepat waktu",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=(*PERMITS, "channel"),
        formula=(
            "Dari semua permohonan yang jatuh tempo dalam periode (mulai + standar, digeser "
            "jeda pemohon), bagian yang diputus paling lambat pada tanggal itu; yang masih "
            "berjalan sesudah tanggal itu dihitung terlambat."
        ),
        section="§3",
        rank=10,
        reader=met_by_due(
            "permit",
            why="Tidak ada permohonan dengan standar yang jatuh tempo pada periode ini.",
            untold="{n} keputusan tanpa tanggal tidak ikut dihitung.",
        ),
        better="up",
        decimals=1,
        card=True,
        reports=(Place("office", "summary", 80),),
    )
)
