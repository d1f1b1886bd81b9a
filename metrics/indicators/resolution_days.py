"""Days until a complaint is settled, the open ones counted too."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import Source, survival
from metrics.asking.registry import Indicator, Place, register

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
            "ikut dihitung. Median dan p90 di sampingnya hanya atas yang sudah selesai."
        ),
        section="§6",
        rank=40,
        reader=survival(
            Source("complaint", "received_month", "t.resolved = 1", permit_types=False),
            Source("complaint_open", "received_month", permit_types=False),
            "resolution_days",
            "age",
            "TRUE",
        ),
        better="down",
        decimals=1,
        ripens=True,
        reports=(Place("office", "complaints", 40),),
    )
)
