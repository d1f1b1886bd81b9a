"""Pauses of the applicant that begin when the due date is near: pauses that may hide delay."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, register

register(
    Indicator(
        name="late_pause_share",
        title="Jeda menjelang jatuh tempo",
        short="Jeda menjelang tempo",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=PERMITS,
        formula=(
            "Dari jeda pemohon yang mulai dalam periode (berkas berstandar), bagian yang mulai "
            "pada hari jatuh tempo atau 3 hari kerja sebelumnya."
        ),
        section="§3",
        rank=12,
        reader=rate(
            Source("pause", "month"),
            "sum(t.n * t.late)",
            "sum(t.n)",
            why="Tidak ada jeda pemohon yang mulai pada periode ini.",
        ),
        better="down",
        decimals=1,
    )
)
