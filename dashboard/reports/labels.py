"""Words every report carries, whatever file it is written to."""

from dashboard.locale import format as f
from dashboard.reports.model import Report
from etl.words import _


def sample_note() -> str:
    """What a report of made-up data says about itself."""
    return _("DATA CONTOH: angka dalam laporan ini buatan, bukan angka kantor yang sebenarnya.")


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """The lines under the title of a workbook."""
    issued = ((_("Edisi"), str(report.edition)),) if report.edition else ()
    return (
        (_("Kantor"), report.office),
        (_("Periode"), report.period),
        (_("Keadaan data"), report.as_of),
        *issued,
    )


def letter_rows(report: Report) -> tuple[tuple[str, str, bool], ...]:
    """The lines at the head of a letter: name, words, whether they are the subject."""
    return (
        (_("Nomor"), report.letter.number or f.MISSING, False),
        (_("Sifat"), _("Biasa"), False),
        (_("Lampiran"), f.MISSING, False),
        (_("Hal"), report.letter.subject, True),
    )


def place_and_day(report: Report) -> str:
    """ "Purwakarta, 3 Desember 2026"; open where it was not issued yet."""
    day = f.date(report.day) if report.day else "……………………"
    return f"{report.letter.place}, {day}" if report.letter.place else day


def definitions_words(report: Report) -> str:
    """The line at the foot of a page: what the paper rests on."""
    parts = ["Monev PTSP"]
    if report.edition:
        parts.append(_("edisi {n}").format(n=report.edition))
    parts.append(_("data sampai {day}").format(day=report.as_of))
    if report.definitions:
        parts.append(_("definisi {version}").format(version=report.definitions))
    return " · ".join(parts)


def signature() -> tuple[str, ...]:
    """The lines of the signature block, to be filled in by hand."""
    return (
        _("……………………, ……………………"), _("Kepala Dinas"), "", "", "",
        _("(………………………………………)"), _("NIP ………………………………"),
    )  # fmt: skip
