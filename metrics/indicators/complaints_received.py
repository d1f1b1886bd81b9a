"""Complaints that came in: what the other complaint figures are a part of."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import COMPLAINTS_RECEIVED

register(
    Indicator(
        name="complaints_received",
        title="Pengaduan masuk",
        short="Pengaduan",
        unit="pengaduan",
        kind="complaints",
        shape="count",
        dims=COMPLAINTS,
        formula="Jumlah pengaduan yang diterima dalam periode.",
        section="§6",
        rank=10,
        reader=count(COMPLAINTS_RECEIVED),
        reports=(
            Place("office", "summary", 100),
            Place("office", "complaints", 10),
        ),
    )
)
