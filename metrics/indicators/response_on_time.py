"""Complaints answered by their due date, of all that fell due."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.untold import Untold

register(
    Indicator(
        name="response_on_time",
        title="Pengaduan dijawab tepat waktu",
        short="Dijawab ≤ batas",
        unit="rate",
        kind="complaints",
        shape="rate",
        dims=COMPLAINTS,
        formula=(
            "Dari pengaduan yang batas jawabnya (10 hari kerja, atau batas kategorinya) jatuh "
            "dalam periode, bagian yang dijawab tidak melewati batas itu."
        ),
        section="§6",
        rank=20,
        reader=rate(
            Source("due", "due_month", "t.subject = 'complaint'", permit_types=False),
            "sum(t.n * t.met)",
            "sum(t.n) FILTER (WHERE t.met IS NOT NULL)",
            why="Tidak ada pengaduan yang jatuh tempo pada periode ini.",
            untold=Untold(
                "sum(t.n) FILTER (WHERE t.met IS NULL)",
                "{n} pengaduan tanpa tanggal tanggapan atau selesai tidak ikut dihitung.",
            ),
        ),
        better="up",
        decimals=1,
        card=True,
        reports=(
            Place("office", "summary", 110),
            Place("office", "complaints", 20),
        ),
    )
)
