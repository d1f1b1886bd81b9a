"""The report of the satisfaction survey: index, grade, interval and elements of each survey."""

from typing import TYPE_CHECKING

from dashboard import format as fmt
from dashboard.reports.gather import office_name
from dashboard.reports.model import Report, Table, figure_cell, text
from etl.words import _
from metrics.ikm import IkmRow, ikm_rows
from metrics.query import Query, Scope
from metrics.registry import get

if TYPE_CHECKING:
    from metrics.engine import Snapshot


def gather_survey(snapshot: "Snapshot", scope: Scope, office: str, period: str) -> Report:
    """Every survey of the office in that period, two tables each."""
    found = ikm_rows(snapshot, scope, office=office, period=period)
    asked = get("ikm").read(snapshot, scope, Query(office=office, start=period, end=period))
    sections = tuple(table for row in found for table in (_index(row), _elements(row)))
    if not sections:
        none = _("Belum ada survei untuk periode ini.")
        sections = (Table(_("Indeks Kepuasan Masyarakat"), (), (), (none,)),)
    return Report(
        _("Laporan Survei Kepuasan Masyarakat"), office_name(snapshot, office),
        fmt.period(period), fmt.date(asked.as_of), snapshot.is_sample, sections,
    )  # fmt: skip


def _name(row: IkmRow) -> str:
    return row.service or _("layanan tidak dirinci")


def _index(row: IkmRow) -> Table:
    def value(what: object) -> float | None:
        return None if what is None else float(str(what))

    grade = f"{row.grade} ({row.grade_name})" if row.grade else fmt.MISSING
    return Table(
        _("IKM: {service}").format(service=_name(row)),
        (_("Uraian"), _("Nilai")),
        (
            (text(_("IKM")), figure_cell(value(row.ikm), "index", 2)),
            (text(_("Mutu pelayanan")), text(grade)),
            (text(_("Batas bawah 95 %")), figure_cell(value(row.low), "index", 2)),
            (text(_("Batas atas 95 %")), figure_cell(value(row.high), "index", 2)),
            (text(_("Aturan")), text(row.rule)),
            (text(_("Responden")), figure_cell(row.respondents, "count")),
        ),
        row.notes,
    )


def _elements(row: IkmRow) -> Table:
    return Table(
        _("Unsur: {service}").format(service=_name(row)),
        (_("Unsur"), _("Jawaban"), _("Nilai rata-rata")),
        tuple(
            (
                text(e.element.name),
                figure_cell(e.answers, "count"),
                figure_cell(None if e.nrr is None else float(e.nrr), "index", 2),
            )
            for e in row.elements
        ),
    )
