"""Permits: how many were applied for, issued, and what share of decisions was an issue (§2)."""

from metrics.asking.readers import Source, count, rate
from metrics.asking.registry import Indicator, register

DIMS = (
    "office", "province", "permit_type", "group", "year", "quarter", "month", "channel",
    "business_scale",
)  # fmt: skip
MARGINALS = {"channel": "flow_channel", "business_scale": "flow_scale"}


def flow(measure: str) -> Source:
    """Counts of one measure by the month it happened in."""
    return Source("flow", "month", f"t.measure = '{measure}'", MARGINALS)


def _count(name: str, title: str, short: str, measure: str, formula: str, **more: object) -> None:
    register(
        Indicator(
            name=name, title=title, short=short, unit="permohonan", kind="applications",
            shape="count", dims=DIMS, formula=formula, section="§2", reader=count(flow(measure)),
            **more,  # type: ignore[arg-type]
        )
    )  # fmt: skip


_count(
    "permits_issued", "Izin terbit", "Terbit", "issued",
    "Jumlah permohonan yang izinnya terbit dalam periode.", card=True,
)  # fmt: skip
_count(
    "applications_received", "Permohonan masuk", "Masuk", "received",
    "Jumlah permohonan yang diajukan dalam periode.",
)  # fmt: skip
_count(
    "applications_rejected", "Permohonan ditolak", "Ditolak", "rejected",
    "Jumlah permohonan yang ditolak dalam periode.",
)  # fmt: skip
_count(
    "applications_withdrawn", "Permohonan dicabut", "Dicabut", "withdrawn",
    "Jumlah permohonan yang dicabut pemohon dalam periode.",
)  # fmt: skip

DECIDED = Source("flow", "month", "t.measure IN ('issued', 'rejected', 'withdrawn')", MARGINALS)

register(
    Indicator(
        name="issue_rate",
        title="Bagian keputusan yang terbit",
        short="Terbit dari keputusan",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=DIMS,
        formula="Izin terbit dibagi semua keputusan (terbit, ditolak, dicabut) dalam periode.",
        section="§2",
        reader=rate(
            DECIDED,
            "sum(CASE WHEN t.measure = 'issued' THEN t.n ELSE 0 END)",
            "sum(t.n)",
            why="Belum ada keputusan pada periode ini.",
        ),
        decimals=1,
    )
)
