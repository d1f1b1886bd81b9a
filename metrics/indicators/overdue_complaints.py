"""Complaints unanswered past their due date at a moment."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.readers import Source, count
from metrics.asking.registry import Indicator, Place, register

register(
    Indicator(
        name="overdue_complaints",
        title="Pengaduan lewat batas jawab",
        short="Pengaduan lewat batas jawab",
        unit="pengaduan",
        kind="complaints",
        shape="count",
        moment="end",
        dims=COMPLAINTS,
        formula=(
            "Pengaduan yang belum dijawab dan sudah melewati batas jawabnya pada tanggal data."
        ),
        section="§6",
        rank=60,
        reader=count(
            Source("complaint_open", "received_month", "t.overdue = 1", permit_types=False)
        ),
        better="down",
        reports=(Place("office", "complaints", 60),),
    )
)
