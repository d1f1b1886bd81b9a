"""Applications taken back by the applicant in the period."""

from metrics.asking.dimensions import FLOWS
from metrics.asking.readers import count
from metrics.asking.registry import Indicator, register
from metrics.asking.sources import flow
from metrics.asking.untold import decisions

register(
    Indicator(
        name="applications_withdrawn",
        title="Permohonan dicabut",
        short="Dicabut",
        unit="permohonan",
        kind="applications",
        shape="count",
        dims=FLOWS,
        formula="Jumlah permohonan yang dicabut pemohon dalam periode.",
        section="§2",
        rank=40,
        reader=count(flow("withdrawn"), untold=decisions("withdrawn")),
    )
)
