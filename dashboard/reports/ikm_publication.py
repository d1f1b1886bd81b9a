"""The publication sheet of the IKM: what an office hangs at its counter, as PDF or as a picture.

Index, grade, service, number of respondents by sex and education, period: the form of the annex of
Permenpan RB 14/2017. The words travel as data and are never read as markup.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from dashboard.locale import format as fmt
from dashboard.reports.asked import office_name
from dashboard.reports.labels import sample_note
from dashboard.reports.pdf import as_data
from etl.errors import Refused
from etl.recognising.vocabulary import words
from etl.sheets.survey_rules import EXACT, rule
from etl.words import _, counted
from metrics.ikm.index import IkmRow
from metrics.ikm.views import Group, groups, office_rows, survey_for

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

TEMPLATE = Path(__file__).parent / "publication.typ"
Form = Literal["pdf", "png"]


@dataclass(frozen=True)
class Publication:
    """The words of the sheet, ready to be set."""

    title: str
    office: str
    period: str
    index_label: str
    index: str
    grade: str
    interval: str
    service_label: str
    service: str
    respondents_label: str
    facts: tuple[tuple[str, str], ...]
    method: str
    thanks: str
    sample_note: str


def gather_publication(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, weight: str = EXACT
) -> Publication:
    """The sheet of the office's survey that speaks for `period`, its services pooled.

    Raises Refused where there is none.
    """
    survey = survey_for(snapshot, scope, office, period)
    found = office_rows(snapshot, scope, office, survey.period, weight) if survey else []
    rows = [r for r in found if survey and r.rule == survey.rule and r.ikm is not None]
    if not rows:
        raise Refused(_("Belum ada survei untuk periode ini; muat lembar surveinya dahulu."))
    row, period = rows[-1], rows[-1].period
    people = groups(snapshot, scope, office, period, row.rule, weight)
    return Publication(
        _("INDEKS KEPUASAN MASYARAKAT (IKM)"),
        office_name(snapshot, office),
        fmt.period(period).upper(),
        _("NILAI IKM"),
        fmt.number(row.ikm, 2),
        _("Mutu {grade} ({name})").format(grade=row.grade, name=_(row.grade_name or "")),
        _interval(row),
        _("Layanan:"),
        row.service or _services(people),
        _("Responden"),
        _facts(row, people, period),
        _method(row),
        _("Terima kasih atas penilaian Anda. Masukan Anda memajukan pelayanan kami."),
        sample_note() if snapshot.is_sample else "",
    )


def _interval(row: IkmRow) -> str:
    if row.low is None:
        return ""
    return _("selang kepercayaan 95 %: {low}–{high}").format(
        low=fmt.number(row.low, 2), high=fmt.number(row.high, 2)
    )


def _services(people: list[Group]) -> str:
    named = [g.value for g in people if g.attribute == "service" and g.value]
    return ", ".join(named) or _("semua layanan")


def _facts(row: IkmRow, people: list[Group], period: str) -> tuple[tuple[str, str], ...]:
    found = [
        (_("Jumlah"), counted("{n} orang", row.respondents).format(n=fmt.number(row.respondents)))
    ]
    for attribute, label in (("sex", _("Jenis kelamin")), ("education", _("Pendidikan"))):
        titles = words(attribute).titles
        order = list(titles)
        own = sorted(
            (g for g in people if g.attribute == attribute),
            key=lambda g: order.index(g.value) if g.value in order else len(order),
        )
        if own:
            told = [
                f"{_(titles.get(g.value, g.value))} {fmt.number(g.row.respondents)}" for g in own
            ]
            found.append((label, "; ".join(told)))
    found.append((_("Periode survei"), fmt.period(period)))
    return tuple(found)


def _method(row: IkmRow) -> str:
    weight = f"1/{len(row.elements)}" if row.weight == EXACT else row.weight.replace(".", ",")
    return _("Dihitung menurut {rule}, {n} unsur, bobot {weight}.").format(
        rule=rule(row.rule).regulation, n=len(row.elements), weight=weight
    )


def render(sheet: Publication, form: Form = "pdf") -> bytes:
    """The sheet set in one page, as PDF or PNG."""
    import typst

    made: Any = typst.compile(
        TEMPLATE.read_bytes(), format=form, sys_inputs={"sheet": as_data(asdict(sheet))}
    )
    return made[0] if isinstance(made, list) else made


def write_publication(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, out: Path, weight: str = EXACT
) -> None:
    """Write the sheet to `out`: a .png as a picture, all else as PDF."""
    form: Form = "png" if out.suffix.lower() == ".png" else "pdf"
    out.write_bytes(render(gather_publication(snapshot, scope, office, period, weight), form))
