"""The cases past their standard, one by one."""

from dashboard.frame.view import View
from dashboard.parts import case_lists
from dashboard.parts.components import cases, section
from etl.words import _


def late_cases(view: View) -> None:
    """Those that run and those that ended in the period; where nobody knows what is late, that is
    said, and no list is called empty."""
    if view.read("overdue_applications").value is None:
        section(
            _("Yang lewat standar tidak diketahui"),
            _("Tidak ada catatan berkas, atau tidak ada standar pelayanan, untuk pilihan ini."),
        )
        return
    cases(
        case_lists.read(view, case_lists.OVERDUE),
        case_lists.application_columns(view, open_cases=True),
        name="berjalan-lewat-standar",
        heading=_("Berjalan dan sudah lewat standar"),
        reading=_(
            "Pada akhir periode, atau pada hari terakhir yang dilaporkan; yang paling lama dulu."
        ),
    )
    cases(
        case_lists.read(view, case_lists.LATE),
        case_lists.application_columns(view, open_cases=False),
        name="selesai-lewat-standar",
        heading=_("Selesai pada periode ini, lewat standar"),
        reading=_("Yang paling jauh lewat dulu."),
    )
