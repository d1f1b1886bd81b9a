"""Complaints answered by their due date, of all that fell due."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import met_by_due
from metrics.asking.registry import Indicator, Place, register

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
        reader=met_by_due(
            "complaint",
            why="Tidak ada pengaduan yang jatuh tempo pada periode ini.",
            untold="{n} pengaduan tanpa tanggal tanggapan atau selesai tidak ikut dihitung.",
            permit_types=False,
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
