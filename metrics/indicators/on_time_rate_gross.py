"""Cases decided by their due date as no pause of the applicant moved it."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import met_by_due
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="on_time_rate_gross",
        title="Tepat waktu tanpa jeda pemohon",
        short="Tepat waktu (kotor)",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=(*PERMITS, "channel"),
        formula=(
            "Dari permohonan yang sama dengan tepat waktu, bagian yang diputus paling lambat pada "
            "mulai + standar, tanpa digeser jeda pemohon; tidak pernah di atas tepat waktu."
        ),
        section="§3",
        rank=11,
        reader=met_by_due(
            "permit_gross",
            why="Tidak ada permohonan dengan standar yang jatuh tempo pada periode ini.",
            untold="{n} keputusan tanpa tanggal tidak ikut dihitung.",
        ),
        better="up",
        decimals=1,
    )
)
