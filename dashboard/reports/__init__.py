"""Reports as PDF, Word and Excel: one gathering of figures and words, three ways of writing it."""

from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.words import _

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

__all__ = ["KINDS", "PERIODS", "SUFFIXES", "kind_name", "write_report"]

ANY_PERIOD = r"\d{4}(-(\d{2}|Q[1-4]|S[12]))?"
PERIODS = {
    "monthly": r"\d{4}-\d{2}",
    "annual": r"\d{4}",
    "ikm": ANY_PERIOD,
    "province": ANY_PERIOD,
    "meeting": ANY_PERIOD,
}
"""Kind of report → the form of the periods that it is made for."""
KINDS = tuple(PERIODS)
SUFFIXES = (".pdf", ".docx", ".xlsx")


def kind_name(kind: str) -> str:
    """A kind of report in words."""
    return {
        "monthly": _("Laporan bulanan"),
        "annual": _("Laporan tahunan"),
        "ikm": _("Laporan IKM"),
        "province": _("Laporan monev provinsi"),
        "meeting": _("Lembar rapat"),
    }.get(kind, kind)


def write_report(
    kind: str, snapshot: "Snapshot", scope: "Scope", place: str, period: str, out: Path
) -> None:
    """Issue the report `kind` of an office (of a province for "province") and write it to `out`.

    Raises Refused for a suffix other than .pdf, .docx and .xlsx, a place outside the scope,
    or a file that cannot be written.
    """
    from dashboard.reports.issuing import issue, write

    if out.suffix.lower() not in SUFFIXES:
        raise Refused(_("Laporan ditulis sebagai .pdf, .docx atau .xlsx."))
    write(issue(kind, snapshot, scope, place, period), snapshot, scope, out)
