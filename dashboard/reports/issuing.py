"""Issues reports: the first writing gives an edition its number, later ones print it as it was."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.reports.letterhead import issued
from dashboard.reports.model import Report, from_plain, to_plain
from etl.errors import Refused
from etl.store.changes_log import Change, ChangesLog
from etl.store.editions import Edition, Editions
from etl.words import _, language
from metrics.asking.query import Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Issued:
    """An edition with its words, ready to be written in any format."""

    store: Path
    edition: Edition
    report: Report


def may_see(scope: Scope, edition: Edition, offices: frozenset[str] | None = None) -> bool:
    """Whether a reader may have an issued report: its office, or the whole province, is theirs."""
    if scope.role == "public" or (edition.restricted and not scope.case_rows):
        return False
    if not edition.is_province:
        return scope.allows(edition.place)
    return may_see_province(scope, edition.place)


def may_see_province(scope: Scope, province: str) -> bool:
    """Whether a reader may have a report of a whole province: its monitor, or an admin."""
    if scope.role not in ("admin", "province"):
        return False
    inside = scope.offices
    return inside is None or (bool(inside) and all(o.split(".")[0] == province for o in inside))


def gathered(kind: str, snapshot: "Snapshot", scope: Scope, place: str, period: str) -> Report:
    """The report, asked of the counts anew; refused for a place outside the scope."""
    from pandas import option_context

    # a report is some hundred small tables: words as Python's own are taken in and out sooner
    with option_context("mode.string_storage", "python"):
        return _gathered(kind, snapshot, scope, place, period)


def _gathered(kind: str, snapshot: "Snapshot", scope: Scope, place: str, period: str) -> Report:
    if kind == "province":
        if not may_see_province(scope, place):
            raise Refused(_("Provinsi {place} di luar wewenang Anda.").format(place=place))
        from dashboard.reports.province import gather_province

        return gather_province(snapshot, scope, place, period)
    if not scope.allows(place):
        raise Refused(_("Kantor {office} di luar wewenang Anda.").format(office=place))
    if kind == "ikm":
        from dashboard.reports.ikm_report import gather_survey

        return gather_survey(snapshot, scope, place, period)
    if kind == "meeting":
        from dashboard.reports.meeting import gather_meeting

        return gather_meeting(snapshot, scope, place, period)
    from dashboard.reports.gather import gather

    return gather(kind, snapshot, scope, place, period)


def issue(
    kind: str,
    snapshot: "Snapshot",
    scope: Scope,
    place: str,
    period: str,
    today: date | None = None,
) -> Issued:
    """Gather a report and give it its edition: the one of the same words and counts, if any."""
    report = gathered(kind, snapshot, scope, place, period)
    known = snapshot.offices()
    province = kind == "province"
    offices = (
        list(known.loc[(known["province"] == place) | (known["office"] == place), "office"])
        if province
        else [place]
    )
    edition = Editions(snapshot.store).issue(
        kind,
        place,
        province,
        period,
        snapshot.version,
        [str(o) for o in offices],
        to_plain(report),
        today or date.today(),
        report.restricted,
        language(),
    )
    return Issued(snapshot.store, edition, issued(report, edition.edition, edition.day))


def reprint(store: Path, scope: Scope, number: int) -> Issued:
    """An issued report as it was, to the letter; refused for a number there is none of."""
    found = Editions(store).get(number)
    if found is None:
        raise Refused(_("Edisi {n} tidak ada; daftarnya: monev editions.").format(n=number))
    edition, content = found
    if not may_see(scope, edition):
        raise Refused(_("Edisi {n} di luar wewenang Anda.").format(n=number))
    return Issued(store, edition, issued(from_plain(content), edition.edition, edition.day))


def write(made: Issued, snapshot: "Snapshot | None", scope: Scope, out: Path) -> None:
    """Write an edition to `out` by its suffix; in the language that it was issued in.

    `snapshot` holds the counts of the edition's version where they are at hand.
    """
    from etl.words import speaking

    try:
        with speaking(made.edition.language):
            out.write_bytes(bytes_of(made, snapshot, scope, out.suffix.lower()))
    except OSError:
        raise Refused(
            _("Berkas {file} tidak dapat ditulis; periksa foldernya.").format(file=out)
        ) from None


def bytes_of(made: Issued, snapshot: "Snapshot | None", scope: Scope, suffix: str) -> bytes:
    """An edition as a file of that suffix; refused for another than .pdf, .docx and .xlsx."""
    match suffix:
        case ".pdf":
            from dashboard.reports.pdf import render

            return render(made.report)
        case ".docx":
            from dashboard.reports.word import render as as_word

            return as_word(made.report)
        case ".xlsx" if made.edition.kind == "ikm":
            return _worksheet(made, snapshot, scope)
        case ".xlsx":
            from dashboard.reports.excel import render as as_excel

            return as_excel(made.report)
    raise Refused(_("Laporan ditulis sebagai .pdf, .docx atau .xlsx."))


def _worksheet(made: Issued, snapshot: "Snapshot | None", scope: Scope) -> bytes:
    """The survey's worksheet, of the counts that the edition was made of."""
    import tempfile

    from dashboard.reports.ikm_worksheet import write_worksheet
    from dashboard.reports.steady import steadied
    from metrics.publishing.edition_counts import counts_of

    edition = made.edition
    if snapshot is None or snapshot.version != edition.version:
        snapshot = counts_of(made.store, edition.version)
    if snapshot is None:
        said = _(
            "Angka versi {v} sudah tidak disimpan, jadi lembar kerja edisi ini tidak dapat ditulis "
            "lagi; PDF dan Word-nya dapat."
        )
        raise Refused(said.format(v=edition.version))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "skm.xlsx"
        write_worksheet(snapshot, scope, edition.place, edition.period, out)
        return steadied(out.read_bytes(), edition.day.isoformat())


def moved_since(store: Path, edition: Edition) -> list[Change]:
    """What `monev changes` says of the edition's place and period since its day."""
    from etl.periods import months_of

    first, last = months_of(edition.period)
    office = None if edition.is_province else edition.place
    found = ChangesLog(store).rows(office, after=edition.version)
    return [
        c
        for c in found
        if first <= int(c.month.replace("-", "")) <= last
        and (not edition.is_province or c.office.split(".")[0] == edition.place)
    ]
