"""Calendar days of a decided case: what the applicant waits."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import distribution
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import durations
from metrics.asking.untold import DECISIONS, decisions

register(
    Indicator(
        name="processing_time_calendar",
        title="Waktu proses (hari kalender)",
        short="Hari kalender",
        unit="hari kalender",
        kind="applications",
        shape="days",
        dims=PERMITS,
        formula="Hari kalender sejak berkas lengkap sampai terbit atau diputus.",
        section="§3",
        rank=40,
        reader=distribution(durations("calendar"), untold=decisions(*DECISIONS)),
        better="down",
        decimals=1,
        charted="mean",
    )
)
