"""Decisions against what came in: whether the office keeps pace."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.sources import ENDED, Source
from metrics.asking.untold import DECISIONS, decisions

register(
    Indicator(
        name="clearance_rate",
        title="Keputusan dibanding permohonan masuk",
        short="Laju penyelesaian",
        unit="ratio",
        kind="applications",
        shape="ratio",
        dims=PERMITS,
        formula="Permohonan yang diputus dibagi permohonan yang masuk; dapat lebih dari 100 %.",
        section="§4",
        rank=40,
        reader=rate(
            Source(
                "flow",
                "month",
                f"({ENDED} OR t.measure = 'received')",
                tally_holds=("f.measure = 'received'", "f.measure <> 'received'"),
            ),
            f"sum(CASE WHEN {ENDED} THEN t.n ELSE 0 END)",
            "sum(CASE WHEN t.measure = 'received' THEN t.n ELSE 0 END)",
            interval=False,
            why="Tidak ada permohonan masuk pada periode ini.",
            untold=decisions(*DECISIONS, bare=False),
        ),
        better="up",
        decimals=1,
        reports=(Place("office", "summary", 60),),
    )
)
