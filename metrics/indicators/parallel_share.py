"""Applications that run on one file with others."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, register
from metrics.asking.untold import Untold

#: Offices that note the number of a common file; of the others nothing is known.
NOTED = "t.office IN (SELECT f.office FROM flow f WHERE f.measure = 'bundled')"

register(
    Indicator(
        name="parallel_share",
        title="Izin paralel",
        short="Paralel",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=PERMITS,
        formula=(
            "Permohonan yang berjalan dalam satu berkas bersama izin lain dibagi semua "
            "permohonan masuk."
        ),
        section="§8",
        rank=10,
        reader=rate(
            Source(
                "flow", "month", "t.measure IN ('bundled', 'received') AND t.source = 'records'"
            ),
            "sum(CASE WHEN t.measure = 'bundled' THEN t.n ELSE 0 END)",
            f"sum(CASE WHEN t.measure = 'received' AND {NOTED} THEN t.n ELSE 0 END)",
            why="Tidak ada permohonan masuk pada periode ini.",
            untold=Untold(
                f"sum(CASE WHEN t.measure = 'received' AND NOT {NOTED} THEN t.n ELSE 0 END)",
                "{n} permohonan dari kantor yang tidak mencatat nomor berkas bersama tidak ikut "
                "dihitung.",
            ),
        ),
        better="up",
        decimals=1,
    )
)
