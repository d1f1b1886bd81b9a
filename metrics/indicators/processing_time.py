"""Net working days of a decided case: the days the standard is held against."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import distribution
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import durations
from metrics.asking.untold import DECISIONS, decisions

register(
    Indicator(
        name="processing_time",
        title="Waktu proses (hari kerja bersih)",
        short="Waktu proses",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=PERMITS,
        formula=(
            "Hari kerja sejak berkas lengkap sampai terbit atau diputus, tanpa hari kerja "
            "saat berkas ada pada pemohon; median atas perkara yang selesai dalam periode."
        ),
        section="§3",
        rank=20,
        reader=distribution(durations("net"), untold=decisions(*DECISIONS)),
        better="down",
        decimals=1,
        charted="mean",
        card=True,
        reports=(Place("office", "summary", 70),),
    )
)
