"""Permits whose standard runs out within three working days: what can still be saved."""

from metrics.asking.registry import Indicator, register
from metrics.asking.stocks import due_soon

register(
    Indicator(
        name="due_soon",
        title="Jatuh tempo dalam 3 hari kerja",
        short="Segera jatuh tempo",
        unit="permohonan",
        kind="applications",
        shape="count",
        moment="end",
        dims=("office", "province", "permit_type", "group", "stage"),
        formula="Permohonan berjalan yang standarnya habis dalam 0 sampai 3 hari kerja lagi.",
        section="§4",
        rank=30,
        reader=due_soon,
        better="down",
    )
)
