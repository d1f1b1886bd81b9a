"""Complaints: how many, answered in time, resolved, how soon, and what is still open (§6)."""

from metrics.asking.readers import Source, count, rate, survival
from metrics.asking.registry import Indicator, register

DIMS = ("office", "province", "category", "channel", "year", "quarter", "month")
RECEIVED = Source("complaint", "received_month", permit_types=False)

register(
    Indicator(
        name="complaints_received", title="Pengaduan masuk", short="Pengaduan", unit="pengaduan",
        kind="complaints", shape="count", dims=DIMS, section="§6", reader=count(RECEIVED),
        formula="Jumlah pengaduan yang diterima dalam periode.",
    )
)  # fmt: skip

register(
    Indicator(
        name="response_on_time", title="Pengaduan dijawab tepat waktu", short="Dijawab ≤ batas",
        unit="rate", kind="complaints", shape="rate", dims=DIMS, section="§6", better="up",
        decimals=1, card=True,
        formula="Dari pengaduan yang batas jawabnya (10 hari kerja, atau batas kategorinya) jatuh "
        "dalam periode, bagian yang dijawab tidak melewati batas itu.",
        reader=rate(
            Source("due", "due_month", "t.subject = 'complaint'", permit_types=False),
            "sum(t.n * t.met)", "sum(t.n)",
            why="Tidak ada pengaduan yang jatuh tempo pada periode ini.",
        ),
    )
)  # fmt: skip

register(
    Indicator(
        name="resolution_rate", title="Pengaduan selesai", short="Selesai", unit="rate",
        kind="complaints", shape="rate", dims=DIMS, section="§6", better="up", decimals=1,
        formula="Dari pengaduan yang diterima dalam periode, bagian yang selesai sampai tanggal "
        "data.",
        reader=rate(
            RECEIVED, "sum(t.n * t.resolved)", "sum(t.n)",
            why="Tidak ada pengaduan masuk pada periode ini.",
        ),
    )
)  # fmt: skip

register(
    Indicator(
        name="resolution_days", title="Lama penyelesaian pengaduan", short="Lama selesai",
        unit="hari kerja", kind="complaints", shape="days", dims=DIMS, section="§6",
        better="down", decimals=1,
        formula="Median Kaplan–Meier hari kerja dari diterima sampai selesai; yang belum selesai "
        "ikut dihitung. Median dan p90 di sampingnya hanya atas yang sudah selesai.",
        reader=survival(
            Source("complaint", "received_month", "t.resolved = 1", permit_types=False),
            Source("complaint_open", "received_month", permit_types=False),
            "resolution_days", "age", "TRUE",
        ),
    )
)  # fmt: skip


for _name, _title, _where, _formula in (
    (
        "open_complaints", "Pengaduan belum selesai", "TRUE",
        "Pengaduan yang diterima dalam periode dan belum selesai pada tanggal data.",
    ),
    (
        "overdue_complaints", "Pengaduan lewat batas jawab", "t.overdue = 1",
        "Pengaduan yang belum dijawab dan sudah melewati batas jawabnya pada tanggal data.",
    ),
):  # fmt: skip
    register(
        Indicator(
            name=_name, title=_title, short=_title, unit="pengaduan", kind="complaints",
            shape="count", dims=DIMS, section="§6", better="down", formula=_formula,
            reader=count(Source("complaint_open", "received_month", _where, permit_types=False)),
        )
    )  # fmt: skip
