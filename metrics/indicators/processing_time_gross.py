"""Gross working days of a decided case, the applicant's days among them."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import distribution
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import durations
from metrics.asking.untold import DECISIONS, decisions

register(
    Indicator(
        name="processing_time_gross",
        title="Waktu proses (hari kerja kotor)",
        short="Waktu kotor",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=PERMITS,
        formula=(
            "Hari kerja sejak berkas lengkap sampai terbit atau diputus, termasuk waktu pemohon."
        ),
        section="§3",
        rank=30,
        reader=distribution(durations("gross"), untold=decisions(*DECISIONS)),
        better="down",
        decimals=1,
        charted="mean",
    )
)
