"""The worksheet "Pengolahan data SKM per responden dan per unsur", with formulas that work.

The form of the rules' annex: respondents down, elements across, then sums, means, weighted means,
the index. Every figure under the answers is a live formula (SUM, COUNT, AVERAGE); their results
stand in the file too and are those of `metrics.ikm.index`. An office that kept a tally only gets
the same figures from its counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.locale import format as fmt
from dashboard.reports.asked import office_name
from dashboard.reports.cached import put_results
from dashboard.reports.labels import sample_note
from etl.errors import Refused
from etl.sheets.survey_rules import EXACT, Rule, rule
from etl.words import _
from etl.writing.sheetcells import put_headings, put_text
from metrics.ikm.index import IkmRow, ikm_rows

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

HEAD_ROW = 8
FIRST = HEAD_ROW + 2
THIN = Side(style="thin", color="9AA7B2")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
NOISE = 8  # places at which the noise of binary fractions is cut before rounding half up


@dataclass
class Filled:
    """A sheet being written, and what each of its formulas gives."""

    sheet: Worksheet
    results: dict[str, float | str] = field(default_factory=dict)

    def formula(self, cell: str, formula: str, result: float | str, form: str = "General") -> None:
        """Put a formula into a cell with its result."""
        self.sheet[cell] = f"={formula}"
        self.sheet[cell].number_format = form
        self.sheet[cell].border = BOX
        self.results[cell] = result

    def text(self, cell: str, words: str, bold: bool = False) -> None:
        """Put words into a cell, never read as a formula."""
        put_text(self.sheet[cell], words)
        if bold:
            self.sheet[cell].font = Font(bold=True)


def write_worksheet(
    snapshot: "Snapshot",
    scope: "Scope",
    office: str,
    period: str,
    out: Path,
    weight: str = EXACT,
) -> None:
    """Write one sheet a service of the office's survey that speaks for `period`.

    Raises Refused where there is no survey.
    """
    rows = [r for r in ikm_rows(snapshot, scope, office, period=period, weight=weight) if r.ikm]
    if not rows:
        raise Refused(_("Belum ada survei untuk periode ini; muat lembar surveinya dahulu."))
    people = _answers(snapshot, scope, office, rows[0].period)
    book = Workbook()
    book.remove(book.worksheets[0])
    results: dict[int, dict[str, float | str]] = {}
    for number, row in enumerate(rows, 1):
        title = re.sub(r"[\[\]:*?/\\]", " ", row.service or _("Semua layanan"))[:28]
        filled = Filled(book.create_sheet(title if len(rows) == 1 else f"{number} {title}"))
        own = people[(people["service"] == (row.service or "")) & (people["rule"] == row.rule)]
        name = office_name(snapshot, office)
        _title(filled, row, name, snapshot.is_sample)
        if len(own) and _complete(own, row):
            last = _respondents(filled, row, own)
            _totals(filled, row, FIRST, last)
        else:
            _tally(filled, row)
        results[number] = filled.results
    if book.calculation is not None:
        book.calculation.fullCalcOnLoad = True
    book.save(out)
    put_results(out, results)


def _answers(snapshot: "Snapshot", scope: "Scope", office: str, period: str) -> pd.DataFrame:
    """The respondents' answers, where the reader may see rows and the office has any."""
    found = pd.DataFrame()
    if scope.case_rows:
        found = snapshot.cases(
            scope, "survey_answers", [office], "period = ?", [period], limit=None
        )
    if found.empty:
        return pd.DataFrame(columns=["service", "rule"])
    order = found["respondent_no"].map(_natural)
    found = found.assign(_order=order).sort_values(["sheet", "_order"], kind="stable")
    return found.fillna({"service": ""}).reset_index(drop=True)


def _natural(number: str) -> tuple[int, str]:
    digits = re.search(r"\d+", str(number))
    return (int(digits[0]) if digits else 0, str(number))


def _complete(people: pd.DataFrame, row: IkmRow) -> bool:
    """Whether the rows give the same answers as the counts (a tally beside them would not)."""
    return all(int(people[e.element.slug].sum()) == e.sum for e in row.elements)


def _title(filled: Filled, row: IkmRow, office: str, sample: bool) -> None:
    its = rule(row.rule)
    lines = [
        _("PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN"),
        _("Unit pelayanan: {office}").format(office=office),
        _("Layanan: {service}").format(service=row.service or _("semua layanan")),
        _("Periode: {period}").format(period=fmt.period(row.period)),
        _("Aturan: {rule}").format(rule=its.regulation),
    ]
    if sample:
        lines.append(sample_note())
    for place, words in enumerate(lines, 1):
        filled.text(f"A{place}", words, bold=place == 1)
    put_headings(
        filled.sheet,
        [_("No. responden"), *(f"U{e.order}" for e in its.elements), _("Keterangan")],
        HEAD_ROW,
    )
    for element in its.elements:
        cell = f"{letter(element.order + 1)}{HEAD_ROW + 1}"
        filled.text(cell, element.brief())
        filled.sheet[cell].alignment = Alignment(wrap_text=True, vertical="top")
    filled.sheet.freeze_panes = f"B{FIRST}"
    filled.sheet.column_dimensions["A"].width = 30


def _respondents(filled: Filled, row: IkmRow, people: pd.DataFrame) -> int:
    """The answers as numbers; the last row written."""
    slugs = [e.element.slug for e in row.elements]
    kept = people[people[slugs].notna().any(axis=1)]
    numbers = kept["respondent_no"].tolist()
    scores = kept[slugs].astype("Int64").astype(object).where(kept[slugs].notna(), None).to_numpy()
    for place, (number, own) in enumerate(zip(numbers, scores, strict=True), FIRST):
        cell = filled.sheet.cell(place, 1)
        if str(number).isdigit() and len(str(number)) < 10:
            cell.value = int(number)
        else:
            put_text(cell, str(number))
        for column, score in enumerate(own, 2):
            if score is not None:
                filled.sheet.cell(place, column, int(score))
    return FIRST + len(kept) - 1


def _totals(filled: Filled, row: IkmRow, first: int, last: int) -> None:
    """Sum, number, mean and weighted mean of every element, and the index."""
    its, at = rule(row.rule), last + 2
    w = float(its.weight(row.weight))
    _weight(filled, row, its, at)
    labels = [
        _("Σ nilai / unsur"),
        _("Jumlah jawaban / unsur"),
        _("NRR / unsur"),
        _("NRR tertimbang / unsur"),
    ]
    for step, label in enumerate(labels, 1):
        filled.text(f"A{at + step}", label, bold=True)
    for element in row.elements:
        c = letter(element.element.order + 1)
        span = f"{c}{first}:{c}{last}"
        nrr = float(element.nrr or 0)
        filled.formula(f"{c}{at + 1}", f"SUM({span})", element.sum)
        filled.formula(f"{c}{at + 2}", f"COUNT({span})", element.answers)
        filled.formula(f"{c}{at + 3}", f"AVERAGE({span})", nrr, "0.0000")
        filled.formula(f"{c}{at + 4}", f"{c}{at + 3}*$B${at}", nrr * w, "0.0000")
    _index(filled, row, its, at + 4)


def _weight(filled: Filled, row: IkmRow, its: Rule, at: int) -> None:
    filled.text(f"A{at}", _("Bobot tiap unsur"), bold=True)
    weight = its.weight(row.weight)
    exact = f"1/{len(its.elements)}" if row.weight == EXACT else row.weight
    filled.formula(f"B{at}", exact, float(weight), "0.0000")


def _index(filled: Filled, row: IkmRow, its: Rule, weighted: int) -> None:
    """The sum of weighted means, the converted index and its grade, then the legend."""
    first, last = letter(2), letter(len(its.elements) + 1)
    at, end = weighted + 1, letter(len(its.elements) + 2)
    index = float(row.exact / 25) if row.exact is not None else 0.0
    filled.text(f"A{at}", _("Jumlah NRR tertimbang (*)"), bold=True)
    filled.formula(f"B{at}", f"SUM({first}{weighted}:{last}{weighted})", index, "0.0000")
    filled.text(f"A{at + 1}", _("IKM unit pelayanan (* × 25)"), bold=True)
    filled.formula(f"B{at + 1}", f"ROUND(ROUND(B{at}*25,{NOISE}),2)", float(row.ikm or 0), "0.00")
    filled.sheet[f"B{at + 1}"].font = Font(bold=True, size=13)
    filled.text(f"A{at + 2}", _("Mutu pelayanan"), bold=True)
    filled.formula(f"B{at + 2}", _grade_formula(its, f"B{at + 1}"), row.grade or "")
    line = at + 4
    for grade in reversed(its.grades):
        bounds = f"{fmt.number(grade.low, 2)} – {fmt.number(grade.high, 2)}"
        filled.text(f"A{line}", f"{grade.letter} ({_(grade.name)}): {bounds}")
        line += 1
    for element in its.elements:
        filled.text(f"A{line + 1}", f"U{element.order}: {element.label()}")
        line += 1
    _chart(filled, its, weighted - 1, end, at)


def _grade_formula(its: Rule, cell: str) -> str:
    formula = f'"{its.grades[0].letter}"'
    for grade in its.grades[1:]:
        formula = f'IF({cell}>={grade.low},"{grade.letter}",{formula})'
    return formula


def _chart(filled: Filled, its: Rule, nrr_row: int, column: str, at: int) -> None:
    chart = BarChart()
    chart.type, chart.legend, chart.height, chart.width = "col", None, 7.5, 18
    chart.title = _("NRR tiap unsur")
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 1, 4
    chart.x_axis.delete = chart.y_axis.delete = False
    last = len(its.elements) + 1
    chart.add_data(
        Reference(filled.sheet, min_col=2, max_col=last, min_row=nrr_row), from_rows=True
    )
    chart.set_categories(Reference(filled.sheet, min_col=2, max_col=last, min_row=HEAD_ROW))
    filled.sheet.add_chart(chart, f"D{at}")


def _tally(filled: Filled, row: IkmRow) -> None:
    """The form from counts: how many answered 4, 3, 2 and 1, and the same totals."""
    scores: Sequence[int] = (4, 3, 2, 1)
    places = dict(zip(scores, range(FIRST, FIRST + 4), strict=True))
    for score, place in places.items():
        filled.text(f"A{place}", _("Jawaban bernilai {score}").format(score=score))
        for element in row.elements:
            filled.sheet.cell(place, element.element.order + 1, element.counts[score - 1])
    its, at = rule(row.rule), FIRST + 5
    w = float(its.weight(row.weight))
    _weight(filled, row, its, at)
    names = (_("Σ nilai / unsur"), _("Jumlah jawaban / unsur"), _("NRR / unsur"))
    for step, label in enumerate([*names, _("NRR tertimbang / unsur")], 1):
        filled.text(f"A{at + step}", label, bold=True)
    for element in row.elements:
        c = letter(element.element.order + 1)
        total = "+".join(f"{score}*{c}{place}" for score, place in places.items())
        nrr = float(element.nrr or 0)
        filled.formula(f"{c}{at + 1}", total, element.sum)
        filled.formula(f"{c}{at + 2}", f"SUM({c}{FIRST}:{c}{FIRST + 3})", element.answers)
        filled.formula(f"{c}{at + 3}", f"{c}{at + 1}/{c}{at + 2}", nrr, "0.0000")
        filled.formula(f"{c}{at + 4}", f"{c}{at + 3}*$B${at}", nrr * w, "0.0000")
    _index(filled, row, its, at + 4)
