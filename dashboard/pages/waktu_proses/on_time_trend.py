"""On time month by month as a process-behaviour chart: news, or ordinary variation."""

from typing import Any

from dashboard.frame.view import View
from dashboard.parts import marks
from dashboard.parts.process_chart import process_chart
from etl.words import _
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark


def trend(view: View, pick: str | None) -> list[Any] | None:
    """The on-time rate over 24 months; the days where there is no standard.

    Gives what a picked point carries (see `dashboard.parts.marks`).
    """
    verdict = view.verdict("on_time_rate")
    name, what = _("Ketepatan waktu"), _("Persen izin tepat waktu menurut bulan jatuh tempo.")
    kind = behind.DUE
    if not verdict.process.points:
        verdict, name = view.verdict("processing_time"), _("Waktu proses")
        what, kind = _("Rata-rata hari kerja bersih menurut bulan selesai."), behind.ENDED
    return process_chart(
        view,
        verdict,
        name,
        what,
        key="on_time",
        pick=pick,
        carry=lambda period: Mark(kind, period=period).to_list(),
        hint=marks.hint(view),
    )
