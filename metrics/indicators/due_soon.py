"""Permits whose standard runs out within three working days: what can still be saved."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.registry import Indicator, register
from metrics.asking.stocks import STANDARDS, stock

register(
    Indicator(
        name="due_soon",
        title="Jatuh tempo dalam 3 hari kerja",
        short="Segera jatuh tempo",
        unit="permohonan",
        kind="applications",
        shape="count",
        moment="end",
        dims=(*PERMITS, "stage"),
        formula=(
            "Permohonan berjalan yang tanggal jatuh temponya hari itu atau dalam 3 hari kerja lagi."
        ),
        section="§4",
        rank=30,
        reader=stock("backlog", "t.due_soon = 1", wanting=STANDARDS),
        better="down",
    )
)
