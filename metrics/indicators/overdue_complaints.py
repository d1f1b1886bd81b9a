"""Complaints unanswered past their due date at a moment."""

from metrics.asking.dimensions import COMPLAINTS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import stock, told_of_complaints

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
            "Pengaduan yang belum dijawab dan sudah melewati batas jawabnya pada akhir periode, "
            "kapan pun diterima."
        ),
        section="§6",
        rank=60,
        reader=stock(
            "complaint_backlog",
            "t.overdue = 1",
            told_of_complaints(
                "responded", "Data pengaduan tidak menyatakan kapan pengaduan ditanggapi."
            ),
        ),
        better="down",
        reports=(Place("office", "complaints", 60),),
    )
)
