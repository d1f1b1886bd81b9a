"""Cases decided by their due date, of all that fell due."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.untold import Untold

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
        reader=rate(
            Source("due", "due_month", "t.subject = 'permit'"),
            "sum(t.n * t.met)",
            "sum(t.n) FILTER (WHERE t.met IS NOT NULL)",
            why="Tidak ada permohonan dengan standar yang jatuh tempo pada periode ini.",
            untold=Untold(
                "sum(t.n) FILTER (WHERE t.met IS NULL)",
                "{n} keputusan tanpa tanggal tidak ikut dihitung.",
            ),
        ),
        better="up",
        decimals=1,
        card=True,
        reports=(Place("office", "summary", 80),),
    )
)
