"""Days a case started now may take, the stuck ones counted too."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, survival
from metrics.asking.registry import Indicator, register
from metrics.asking.untold import DECISIONS, decisions

register(
    Indicator(
        name="expected_days",
        title="Lama yang dapat diharapkan",
        short="Lama diharapkan",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=PERMITS,
        formula=(
            "Median Kaplan–Meier hari kerja bersih atas permohonan yang mulai dalam periode; "
            "yang masih berjalan atau dicabut ikut dihitung sampai tanggal data."
        ),
        section="§3",
        rank=50,
        reader=survival(
            Source("duration", "start_month", "t.clock = 'net'"),
            Source("open_case", "start_month"),
            "days",
            "net",
            "t.outcome <> 'withdrawn'",
            none="Tidak ada permohonan yang mulai pada periode ini.",
            untold=decisions(*DECISIONS),
        ),
        better="down",
        decimals=1,
        ripens=True,
    )
)
