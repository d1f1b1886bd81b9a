"""Words every report carries, whatever file it is written to."""

from dashboard.reports.model import Report
from etl.words import _


def sample_note() -> str:
    """What a report of made-up data says about itself."""
    return _("DATA CONTOH: angka dalam laporan ini buatan, bukan angka kantor yang sebenarnya.")


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """The lines under the title."""
    return (
        (_("Kantor"), report.office),
        (_("Periode"), report.period),
        (_("Keadaan data"), report.as_of),
    )


def signature() -> tuple[str, ...]:
    """The lines of the signature block, to be filled in by hand."""
    return (
        _("……………………, ……………………"), _("Kepala Dinas"), "", "", "",
        _("(………………………………………)"), _("NIP ………………………………"),
    )  # fmt: skip
