"""Reads the survey worksheet that offices keep: respondents down, elements across, totals below.

Elements are known by name or by U-number in the rule's order; the totals under the respondents
are not respondents, they are checked against the answers (indicators.md §7, reconciliation).
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from etl.errors import Refused
from etl.sheets.base import Book, Cell, Extract, LayoutResult, Rows, Sheet, text_table
from etl.sheets.survey_rules import Rule, rules
from etl.words import _

if TYPE_CHECKING:
    from etl.ingest import Known, LoadOptions

SURE = 0.96
FEWEST = 5  # fewer elements than this are no survey sheet
NUMBERED = re.compile(r"^u\s*\.?\s*(\d{1,2})$")
RESPONDENT = re.compile(r"^(no|nomor|resp|responden|no resp|nomor responden|no responden|no urut)$")
SUMMARY = re.compile(r"jumlah|total|rata|nrr|ikm|nilai|indeks|mutu|tertimbang|Σ|sigma|konversi")
OWN_TABLE = {"office_code", "kode kantor", "respondent_no", "kode daerah"}
SUM_ROW = re.compile(r"jumlah|total|Σ|sigma")


def plain(cell: Cell) -> str:
    """A cell as lower-case words without marks; a whole number without its decimals."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return re.sub(r"[^\wΣ]+", " ", str(cell)).strip().lower()


@dataclass(frozen=True)
class Heading:
    """Where the table of a sheet stands: columns of elements, of the respondent's number."""

    first: int  # index of the first row under the heading
    rule: Rule
    elements: dict[int, str]
    strange: tuple[str, ...]
    respondent: int | None
    numbered: bool


def find(head: Rows, wanted: str | None) -> Heading | None:
    """The heading with the most elements of one rule among the first rows, two rows together."""
    best: Heading | None = None
    for code in [wanted] if wanted in rules() else ("2017", "2014", "2004"):
        rule = rules()[str(code)]
        for row in range(len(head)):
            for depth in (1, 2):
                found = _heading(head, row, depth, rule)
                if found and (best is None or len(found.elements) > len(best.elements)):
                    best = found
    return best


def _heading(head: Rows, row: int, depth: int, rule: Rule) -> Heading | None:
    known = {plain(n): e.slug for e in rule.elements for n in (e.name, e.short, *e.synonyms)}
    elements: dict[int, str] = {}
    strange: list[str] = []
    respondent, numbered = None, False
    rows = head[row : row + depth]
    for column in range(max((len(r) for r in rows), default=0)):
        for cells in rows:
            word = plain(cells[column]) if column < len(cells) else ""
            match = NUMBERED.match(word)
            if match and int(match[1]) > len(rule.elements):
                strange.append(str(cells[column]).strip())
            slug = known.get(word)
            if match and 1 <= int(match[1]) <= len(rule.elements):
                slug, numbered = rule.elements[int(match[1]) - 1].slug, True
            if slug and slug not in elements.values():
                elements[column] = slug
            if respondent is None and RESPONDENT.match(word):
                respondent = column
    if len(elements) < max(FEWEST, len(rule.elements) - 2):
        return None
    return Heading(row + depth, rule, elements, tuple(dict.fromkeys(strange)), respondent, numbered)


class SurveySheet:
    """The layout of a respondent × element worksheet; yields `survey`."""

    name = "survey_sheet"
    kinds = ("survey",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet whose headings name most elements of a rule."""
        sheets = [s for s in book.sheets if not s.hidden]
        if any(OWN_TABLE & {plain(c) for c in row} for s in sheets for row in s.head[:3]):
            return 0.0  # an ordinary table that names its offices or periods row by row
        return SURE if any(find(s.head, options.rule) for s in sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a respondent; blank respondents and totals are left out and said."""
        records: list[dict[str, Any]] = []
        notes: list[str] = []
        checks: list[dict[str, Any]] = []
        fields: dict[str, None] = {"sheet": None, "respondent_no": None, "rule": None}
        for sheet in [s for s in book.sheets if not s.hidden]:
            heading = find(sheet.head, options.rule)
            if heading is None:
                continue
            found, said, check = _sheet(sheet, heading)
            records += found
            notes += said
            checks.append(check)
            fields |= dict.fromkeys(heading.elements.values())
        if not records:
            raise Refused(
                _(
                    "{file} berisi judul lembar survei tetapi tidak ada responden: isi jawabannya "
                    "atau kirim laporan nihil (monev nil survey)."
                ).format(file=book.file)
            )
        whole = checks[0] if len(checks) == 1 else {"sheets": checks}
        table = text_table(records, tuple(fields))
        return LayoutResult((Extract("survey", table),), tuple(notes), whole)


def _sheet(
    sheet: Sheet, heading: Heading
) -> tuple[list[dict[str, Any]], list[str], dict[str, Any]]:
    records: list[dict[str, Any]] = []
    printed: list[dict[str, Any]] = []
    empty = 0
    for number, cells in enumerate(sheet.rows()[heading.first :], heading.first + 1):
        answers = {
            slug: _answer(cells[column]) if column < len(cells) else ""
            for column, slug in heading.elements.items()
        }
        label = _label(cells, heading)
        if SUMMARY.search(label):
            printed.append({"row": number, "label": label, "values": answers})
            continue
        if heading.respondent is not None and not re.match(r"^\w*\d", _number(cells, heading)):
            continue  # a note, a legend, a row of nothing
        if all(a in ("", "0") for a in answers.values()):
            empty += any(a == "0" for a in answers.values()) or bool(_number(cells, heading))
            continue
        respondent = _number(cells, heading) or str(number)
        records.append(
            {"_sheet": sheet.name, "_row": number, "sheet": sheet.name, "rule": heading.rule.code}
            | {"respondent_no": respondent}
            | answers
        )
    return records, _notes(sheet, heading, empty), _check(sheet, heading, records, printed)


def _answer(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return text[:-2] if text.endswith((".0", ",0")) else text


def _number(cells: tuple[Cell, ...], heading: Heading) -> str:
    place = heading.respondent
    return _answer(cells[place]) if place is not None and place < len(cells) else ""


def _label(cells: tuple[Cell, ...], heading: Heading) -> str:
    texts = [c for i, c in enumerate(cells) if i not in heading.elements and isinstance(c, str)]
    return " ".join(plain(t) for t in texts if not t.strip().isdigit()).strip()


def _notes(sheet: Sheet, heading: Heading, empty: int) -> list[str]:
    notes = []
    name = sheet.name or _("berkas")
    if heading.numbered:
        order = ", ".join(
            f"U{e.order} {e.short}"
            for e in heading.rule.elements
            if e.slug in heading.elements.values()
        )
        notes.append(
            _("{sheet}: unsur dibaca menurut urutan aturan {rule}: {order}; periksa U8 dan U9.")
            .format(sheet=name, rule=heading.rule.code, order=order)
        )  # fmt: skip
    if heading.strange:
        notes.append(
            _("{sheet}: {names} bukan unsur aturan {rule} dan tidak dibaca.").format(
                sheet=name, names=", ".join(heading.strange), rule=heading.rule.code
            )
        )
    if empty:
        notes.append(
            _("{sheet}: {n} responden tanpa satu jawaban pun tidak dihitung.").format(
                sheet=name, n=empty
            )
        )
    return notes


def _check(
    sheet: Sheet, heading: Heading, records: list[dict[str, Any]], printed: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the answers give, and which printed totals do not agree with it."""
    sums, answers = {}, {}
    for slug in heading.elements.values():
        scores = [int(r[slug]) for r in records if r[slug] in ("1", "2", "3", "4")]
        sums[slug], answers[slug] = sum(scores), len(scores)
    index = sum(
        (Fraction(sums[s], answers[s]) for s in sums if answers[s]), Fraction(0)
    )  # sum of NRR; the index is this times the weight
    weights = {"exact": Fraction(1, len(heading.rule.elements)), "0.111": Fraction("0.111")}
    weights |= {str(heading.rule.text_weight): Fraction(str(heading.rule.text_weight))}
    wrong = [
        {"row": p["row"], "element": slug, "printed": value, "computed": sums[slug]}
        for p in printed
        if SUM_ROW.search(p["label"]) and not re.search(r"nrr|rata|ikm", p["label"])
        for slug, value in p["values"].items()
        if value and _decimal(value) not in (None, Decimal(sums[slug]))
    ]
    return {
        "sheet": sheet.name,
        "rule": heading.rule.code,
        "respondents": len(records),
        "sums": sums,
        "ikm": {name: _rounded(index * weight * 25) for name, weight in weights.items()},
        "printed_rows": [{"row": p["row"], "label": p["label"]} for p in printed],
        "differences": wrong,
    }


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except ArithmeticError:
        return None


def _rounded(value: Fraction) -> float:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


LAYOUT = SurveySheet()
