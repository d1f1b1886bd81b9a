"""The reminder that a monitor copies into a letter or a message."""

from typing import Any

import pandas as pd

from dashboard.locale import format as f
from dashboard.locale.records import kind_name
from dashboard.pages.pelaporan.words import last_words
from etl.words import _, counted


def late_words(row: Any) -> str:
    """How late an office is with one kind, "" when in time."""
    if f.missing(row["last_month"]):
        return _("belum pernah lapor")
    late = row["days_late"]
    if f.missing(late) or late <= 0:
        return ""
    return counted("{n} hari", late).format(n=f.number(late))


def reminder(late: pd.DataFrame, name: str) -> str:
    """The text for one office: a line for each kind that is late or was never reported.

    `late` holds its rows of `metrics.judging.reporting.standing`.
    """
    lines = []
    for row in late.to_dict("records"):
        if f.missing(row["last_month"]):
            line = _("- {kind}: belum pernah kami terima").format(kind=kind_name(row["kind"]))
        else:
            line = counted(
                "- {kind}: terakhir {month}, terlambat {n} hari", row["days_late"]
            ).format(
                kind=kind_name(row["kind"]),
                month=last_words(row["last_month"]),
                n=f.number(row["days_late"]),
            )
        lines.append(line)
    return "\n".join(
        [
            _("Yth. Kepala Dinas Penanaman Modal dan PTSP {name}").format(name=name),
            "",
            _("Laporan berikut belum kami terima:"),
            *lines,
            "",
            _(
                "Mohon mengirim berkas rekap dari aplikasi (menu Pelaporan) atau datanya. "
                "Bila pada bulan itu memang tidak ada, mohon mengirim laporan nihil."
            ),
            _("Terima kasih."),
        ]
    )
