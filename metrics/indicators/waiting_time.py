"""Days a case lies between the end of one stage and the start of the next."""

from metrics.asking.dimensions import STAGES
from metrics.asking.readers import Source, distribution
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="waiting_time",
        title="Waktu tunggu antartahap",
        short="Waktu tunggu antartahap",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=STAGES,
        formula="Hari kerja dari selesainya tahap sebelumnya sampai tahap ini dimulai.",
        section="§3",
        rank=70,
        reader=distribution(Source("stage", "month", "t.what = 'wait'")),
        better="down",
        decimals=1,
        charted="mean",
    )
)
