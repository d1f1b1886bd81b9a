"""Days a stage of the process takes."""

from metrics.asking.dimensions import STAGES
from metrics.asking.readers import Source, distribution
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="stage_time",
        title="Waktu per tahap",
        short="Waktu per tahap",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=STAGES,
        formula=(
            "Hari kerja dari mulai sampai selesai tiap tahap; median atas tahap yang selesai "
            "dalam periode."
        ),
        section="§3",
        rank=60,
        reader=distribution(Source("stage", "month", "t.what = 'run'")),
        better="down",
        decimals=1,
        charted="mean",
    )
)
