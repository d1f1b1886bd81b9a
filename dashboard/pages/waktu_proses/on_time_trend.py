"""On time month by month as a process-behaviour chart: news, or ordinary variation."""

from typing import Any

from dashboard.charts.xmr import xmr, xmr_alt
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import findings, marks, series
from dashboard.parts.components import chart
from etl.words import _
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark
from metrics.asking.registry import get


def trend(view: View, wanted: float | None, pick: str | None) -> list[Any] | None:
    """The on-time rate against `wanted`, its target; the median days where there is no standard.

    Gives what a picked point carries (see `dashboard.parts.marks`).
    """
    judged = series.rate_process(view, "on_time_rate")
    reading = _(
        "{what} Titik biru dan jingga: perubahan nyata; abu-abu: naik-turun biasa di antara "
        "garis putus."
    )
    if judged.drawn:
        name, show, better = _("Ketepatan waktu"), f.percent, get("on_time_rate").better
        what, kind = _("Persen izin tepat waktu menurut bulan jatuh tempo."), behind.DUE
    else:
        months = view.period.trend(24).months()
        values = series.by_month(view.trend("processing_time"), months)
        name, show, better = _("Waktu proses"), f.days, get("processing_time").better
        judged, wanted = series.process(values, months, better), None
        what, kind = _("Median hari kerja bersih menurut bulan selesai."), behind.ENDED
    return chart(
        findings.process_heading(name, judged, better),
        reading.format(what=what) + marks.hint(view),
        xmr(
            judged.frame,
            show,
            wanted,
            judged.events,
            carry=lambda period: Mark(kind, period=period).to_list(),
        )
        if judged.drawn
        else None,
        xmr_alt(judged.frame, show, name),
        key="on_time",
        pick=pick,
    )
