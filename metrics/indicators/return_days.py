"""Working days that papers lay with applicants, by the stage that sent them back."""

from metrics.asking.dimensions import STAGES
from metrics.asking.readers import Source, count
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="return_days",
        title="Hari berkas di pemohon",
        short="Hari di pemohon",
        unit="hari kerja",
        kind="applications",
        shape="count",
        dims=STAGES,
        formula=(
            "Jumlah hari kerja berkas berada di pemohon, menurut tahap pengembaliannya; atas "
            "pengembalian yang selesai dalam periode."
        ),
        section="§3",
        rank=79,
        reader=count(
            Source("stage", "month", "t.what = 'run' AND t.clock = 'applicant' AND t.days > 0"),
            "sum(t.n * t.days)",
        ),
        better="down",
    )
)
