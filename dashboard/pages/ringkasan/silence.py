"""That the office in view has stopped reporting: the first thing to know of its figures."""

from dashboard.frame.view import View
from dashboard.locale import format as f
from etl.periods import month_text, months_of
from etl.words import counted
from metrics.asking.query import EVERYTHING, Query
from metrics.judging import reporting


def silence(view: View) -> str:
    """Since when no applications are reported; "" where they are in time, of a whole province,
    and where the period in view ends before."""
    if view.office is None:
        return ""
    told = reporting.standing(view.snapshot, EVERYTHING, Query())
    mine = told[(told["office"] == view.office.code) & (told["kind"] == "applications")]
    if mine.empty or not mine["days_late"].iloc[0] > 0:
        return ""
    last, days = int(mine["last_month"].iloc[0]), int(mine["days_late"].iloc[0])
    if months_of(view.period.end)[1] < last:
        return ""
    said = counted(
        "Belum melapor permohonan sesudah {month}, terlambat {n} hari; angka permohonan berikut "
        "ini keadaan bulan itu, bukan sekarang.",
        days,
    )
    return f":orange[**{said.format(month=f.month(month_text(last)), n=f.number(days))}**]"
