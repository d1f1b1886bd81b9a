"""Cases in which the office ran a stage again."""

from typing import TYPE_CHECKING

from metrics.asking.dimensions import PERMITS
from metrics.asking.query import Query, Scope
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


def _read(indicator: Indicator, snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
    """Each stage on its own where asked by stage, else any stage of the case."""
    stage = "NOT starts_with(t.stage, '*')" if "stage" in query.by else "t.stage = '*'"
    return rate(
        Source("stage_case", "month", stage),
        "sum(t.n * t.repeated)",
        "sum(t.n)",
        why="Tidak ada permohonan bertahap yang selesai pada periode ini.",
    )(indicator, snapshot, scope, query)


register(
    Indicator(
        name="rework_rate",
        title="Berkas yang tahapnya diulang",
        short="Pengulangan",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=(*PERMITS, "stage"),
        formula=(
            "Dari permohonan yang selesai dalam periode, bagian yang sebuah tahap kantornya "
            "dijalankan lebih dari sekali."
        ),
        section="§3",
        rank=80,
        reader=_read,
        better="down",
        decimals=1,
        reports=(Place("office", "summary", 90),),
    )
)
