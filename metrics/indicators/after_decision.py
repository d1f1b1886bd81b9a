"""Days that a stage goes on after the decision: filing and handing over, nobody's bottleneck."""

from metrics.asking.dimensions import STAGES
from metrics.asking.readers import Source, distribution
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="after_decision",
        title="Waktu tahap sesudah keputusan",
        short="Sesudah keputusan",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=STAGES,
        formula=(
            "Hari kerja yang dipakai tahap (misalnya arsip) sesudah keputusan; tidak termasuk "
            "waktu proses dan tidak dihitung sebagai waktu tahap."
        ),
        section="§3",
        rank=65,
        reader=distribution(Source("stage", "month", "t.what = 'after'")),
        better="down",
        decimals=1,
        charted="mean",
    )
)
