"""Days until a complaint is settled, the open ones counted too."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import Source, survival
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.untold import Untold

register(
    Indicator(
        name="resolution_days",
        title="Lama penyelesaian pengaduan",
        short="Lama selesai",
        unit="hari kerja",
        kind="complaints",
        shape="days",
        dims=COMPLAINTS,
        formula=(
            "Median Kaplan–Meier hari kerja dari diterima sampai selesai; yang belum selesai "
            "ikut dihitung."
        ),
        section="§6",
        rank=40,
        reader=survival(
            Source(
                "complaint", "received_month", "t.resolution_days IS NOT NULL", permit_types=False
            ),
            Source("complaint_open", "received_month", permit_types=False),
            "resolution_days",
            "age",
            "TRUE",
            none="Tidak ada pengaduan masuk pada periode ini.",
            untold=Untold(
                "sum(t.n)",
                "{n} pengaduan tanpa tanggal selesai tidak ikut dihitung.",
                Source(
                    "complaint",
                    "received_month",
                    "(t.resolved IS NULL OR (t.resolved = 1 AND t.resolution_days IS NULL))",
                    permit_types=False,
                ),
            ),
        ),
        better="down",
        decimals=1,
        ripens=True,
        reports=(Place("office", "complaints", 40),),
    )
)
