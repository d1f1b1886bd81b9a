"""Reports as PDF, Word and Excel: one gathering of figures, three ways of writing it."""

from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.reports.gather import gather
from etl.errors import Refused
from etl.words import _

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

__all__ = ["write_report"]


def write_report(
    kind: str, snapshot: "Snapshot", scope: "Scope", office: str, period: str, out: Path
) -> None:
    """Write the report `kind` (monthly, annual, ikm) of an office to `out`, by its suffix.

    Raises Refused for a suffix other than .pdf, .docx and .xlsx, an office outside the scope,
    or a file that cannot be written.
    """
    if not scope.allows(office):
        raise Refused(_("Kantor {office} di luar wewenang Anda.").format(office=office))
    if kind == "ikm":
        return _write_survey(snapshot, scope, office, period, out)
    report = gather(kind, snapshot, scope, office, period)
    try:
        match out.suffix.lower():
            case ".pdf":
                from dashboard.reports.pdf import write_pdf

                write_pdf(report, out)
            case ".docx":
                from dashboard.reports.word import write_word

                write_word(report, out)
            case ".xlsx":
                from dashboard.reports.excel import write_excel

                write_excel(report, out)
            case _:
                raise Refused(_("Laporan ditulis sebagai .pdf, .docx atau .xlsx."))
    except OSError:
        raise Refused(
            _("Berkas {file} tidak dapat ditulis; periksa foldernya.").format(file=out)
        ) from None


def _write_survey(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, out: Path
) -> None:
    """The survey's official papers: publication sheet (PDF), report (Word), worksheet (Excel)."""
    try:
        match out.suffix.lower():
            case ".pdf":
                from dashboard.reports.ikm_publication import write_publication

                write_publication(snapshot, scope, office, period, out)
            case ".docx":
                from dashboard.reports.ikm_report import write_survey_report

                write_survey_report(snapshot, scope, office, period, out)
            case ".xlsx":
                from dashboard.reports.ikm_worksheet import write_worksheet

                write_worksheet(snapshot, scope, office, period, out)
            case _:
                raise Refused(_("Laporan ditulis sebagai .pdf, .docx atau .xlsx."))
    except OSError:
        raise Refused(
            _("Berkas {file} tidak dapat ditulis; periksa foldernya.").format(file=out)
        ) from None
