"""Reads the survey worksheets and form exports that offices keep: respondents down, elements
across, totals below; numbers or words for answers; several sheets, one a service.

Elements are known by name, else by U-number in the order of the rule or of the sheet's own legend.
docs/ikm-sheets.md says what becomes of every kind of row and cell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from etl.doors import called
from etl.errors import Refused
from etl.reading.book import Book, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.mapping import Mapping as MappingFile
from etl.sheets import survey_reconcile as reconcile
from etl.sheets import survey_title as title
from etl.sheets.base import CellReject, Extract, LayoutResult
from etl.sheets.survey_heading import Columns, find, legend, same
from etl.sheets.survey_notes import beside, heading_notes, row_notes, shown
from etl.sheets.survey_rows import SCORES, Answers
from etl.sheets.survey_rows import read as read_rows
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.96
MOST_ODD = 10  # more than one respondent in so many off the scale: the sheet is no SKM's
LEGEND_ROWS = 60  # rows at the end of a sheet that may explain its U-numbers


@dataclass(frozen=True)
class Found:
    """One sheet with its columns, and what its words say of period and service."""

    sheet: Sheet
    columns: Columns
    period: str | None
    service: str | None
    told: tuple[str, ...]


class SurveySheet:
    """The layout of a respondent × element sheet; yields `survey`.

    `given`: heading → field where a mapping says it, `constants`: field → value for every row.
    """

    name: str = "survey_sheet"
    kinds: tuple[str, ...] = ("survey",)

    def __init__(
        self, given: Mapping[str, str] | None = None, constants: Mapping[str, str] | None = None
    ) -> None:
        self.given, self.constants = given or {}, constants or {}

    def mapped(self, book: Book, mapping: MappingFile) -> "SurveySheet | None":
        """The layout under a mapping of columns, None where the book is no sheet for it.

        A mapping of values, rows or formats speaks of a plain table.
        """
        if mapping.kind != "survey" or mapping.values or mapping.where:
            return None
        given = {same(c): f for f, columns in mapping.fields.items() for c in columns}
        bound = SurveySheet(given, mapping.constants)
        wanted = mapping.constants.get("rule")
        fits = any(find(s.head, wanted, given=given) for s in _shown(book))
        return bound if fits and "office_code" not in mapping.fields else None

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet whose headings name or number five elements.

        A table that names its offices row by row is a plain table of the kind.
        """
        found = [f for s in _shown(book) if (f := find(s.head, options.rule))]
        own = any("office_code" in f.fields.values() for f in found)
        return SURE if found and not own else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a respondent; raises `Refused` for a sheet that gives no IKM."""
        sheets = [f for sheet in _shown(book) if (f := self._find(sheet, options))]
        several = len(sheets) > 1
        tables: list[pa.Table] = []
        rejects: list[CellReject] = []
        checks: list[dict[str, Any]] = []
        notes = list(_book_notes(book, {f.sheet.name for f in sheets}))
        labels: dict[str, str] = {}
        others: dict[tuple[str, int], str] = {}
        for found in sheets:
            rows = found.sheet.rows()
            answers = read_rows(rows, found.columns)
            others |= beside(found.sheet.name, rows, found.columns, answers)
            notes += heading_notes(found.sheet.name, found.columns, several)
            notes += [*found.told, *row_notes(found.sheet.name, answers, several)]
            if not answers.places:
                continue
            _refuse_bad(found, answers)
            table = _table(found, answers, rows, options, several)
            tables.append(_constant(table, self.constants))
            rejects += _unknown_words(found, answers)
            checks.append(_check(found, answers))
            labels = {f: found.columns.labels[c] for c, f in _named(found.columns)} | labels
        if not tables:
            raise Refused(_nobody(book, sheets))
        notes += [check["summary"] for check in checks if check["printed_rows"]]
        whole = checks[0] if len(checks) == 1 else {"sheets": checks}
        table = pa.concat_tables(tables, promote_options="default")
        extract = Extract("survey", table, labels, tuple(rejects))
        return LayoutResult((extract,), tuple(notes), whole, others)

    def columns(self, book: Book, options: "LoadOptions") -> list[Columns]:
        """Where the columns of each sheet stand, also of a sheet that `read` would refuse."""
        found = []
        for sheet in _shown(book):
            try:
                its = self._find(sheet, options)
                columns = its.columns if its else None
            except Refused:
                columns = find(sheet.head, options.rule, given=self.given)
            found += [columns] if columns else []
        return found

    def _find(self, sheet: Sheet, options: "LoadOptions") -> Found | None:
        if not self.given:
            return _find(sheet, options)
        wanted = options.rule or self.constants.get("rule")
        columns = find(sheet.head, wanted, given=self.given)
        if columns is None:
            return None
        known = {*columns.fields.values(), *self.constants}
        lines = title.texts(sheet.head[: columns.first])
        period = None if options.period else title.period([*lines, sheet.name])
        service = None if options.service else title.service(lines)
        return Found(
            sheet,
            _whole(columns),
            None if "period" in known else period,
            None if "service" in known else service,
            (),
        )


def _constant(table: pa.Table, constants: Mapping[str, str]) -> pa.Table:
    for name, value in constants.items():
        column = pa.array([value] * table.num_rows, pa.string())
        place = table.column_names.index(name) if name in table.column_names else None
        table = (
            table.append_column(name, column)
            if place is None
            else table.set_column(place, name, column)
        )
    return table


def _shown(book: Book) -> list[Sheet]:
    return [s for s in book.sheets if not s.hidden]


def _named(columns: Columns) -> Iterator[tuple[int, str]]:
    yield from columns.elements.items()
    yield from columns.fields.items()


def _find(sheet: Sheet, options: "LoadOptions") -> Found | None:
    """The sheet's columns; its legend and titles settle what headings leave open."""
    columns = find(sheet.head, options.rule)
    if columns is None:
        return None
    told: list[str] = []
    lines = title.texts(sheet.head[: columns.first])
    period = None if options.period else title.period([*lines, sheet.name])
    if columns.by_number:
        rows = sheet.rows()
        around = (*rows[: columns.first], *rows[max(columns.first, len(rows) - LEGEND_ROWS) :])
        notes = legend(around)
        cited = options.rule or title.rule(title.texts(around))
        in_force = None if columns.sure else title.rule_of(options.period or period)
        columns = find(sheet.head, cited or in_force, notes) or columns
        if not columns.sure and "rule" not in columns.fields.values():
            raise Refused(
                _(
                    "Lembar {sheet} hanya menomori 9 unsur; sebutkan aturannya dengan {new} "
                    "atau {old}."
                ).format(
                    sheet=sheet.name or "-", new=called("rule", "2017"), old=called("rule", "2014")
                ),
                needs=("rule",),
                kind="survey",
                sheet=sheet.name,
            )
        if notes:
            told.append(_("Nama unsur dibaca dari keterangan di lembar."))
    if period and "period" not in columns.fields.values():
        told.append(_("Periode {period} dibaca dari judul lembar.").format(period=period))
    service = None if options.service else title.service(lines)
    return Found(sheet, _whole(columns), period, service, tuple(told))


def _whole(columns: Columns) -> Columns:
    """The columns, refused when an element of the rule has none."""
    if missing := columns.missing:
        raise Refused(
            _(
                "Kolom unsur {missing} tidak ditemukan; judul yang terbaca: {seen}. Perbaiki "
                "judulnya atau beri {mapping}."
            ).format(
                missing=", ".join(e.name for e in missing),
                seen=shown(columns.labels.values(), 14),
                mapping=called("mapping"),
            ),
            needs=("mapping",),
            kind="survey",
        )
    return columns


def _refuse_bad(found: Found, answers: Answers) -> None:
    """Refuse a sheet where 0 stands for no answer, words are off the scale, or none answered."""
    people = len(answers.places)
    if len(answers.zero_rows) * MOST_ODD > people and len(answers.zero_rows) > 1:
        raise Refused(
            _(
                "{n} dari {people} responden memakai 0 untuk jawaban kosong (mulai baris {row}); "
                "kosongkan sel yang tidak dijawab lalu muat lagi."
            ).format(n=len(answers.zero_rows), people=people, row=answers.zero_rows[0])
        )
    odd = {row for row, _slug, _word in answers.unknown}
    if len(odd) * MOST_ODD > people:
        words = dict.fromkeys(word for _row, _slug, word in answers.unknown)
        raise Refused(
            _(
                "{n} dari {people} responden menjawab dengan kata di luar skala 1–4: {words}; "
                "survei dengan skala lain bukan SKM. Bila skalanya memang empat, tambahkan katanya "
                "ke data/answer_words.csv."
            ).format(n=len(odd), people=people, words=shown(words))
        )
    for slug, column in answers.texts.items():
        element = found.columns.rule.element(slug)
        if element and not any(column):
            place = _(" di lembar {name}").format(name=found.sheet.name) if found.sheet.name else ""
            raise Refused(
                _(
                    "Tidak ada jawaban untuk unsur {element}{place}, sehingga IKM tidak dapat "
                    "dihitung; lengkapi kolomnya."
                ).format(element=element.name, place=place)
            )


def _table(
    found: Found, answers: Answers, rows: Rows, options: "LoadOptions", several: bool
) -> pa.Table:
    """The respondents of one sheet as text columns."""
    places, columns, name = answers.places, found.columns, found.sheet.name
    n = len(places)
    made: dict[str, list[str]] = {"_sheet": [name] * n, "sheet": [name] * n}
    for column, name_ in columns.fields.items():
        made[name_] = _texts(rows, places, column)
    if "respondent_no" in made:
        made["respondent_no"] = [
            number or _("baris {row}").format(row=place + 1)
            for number, place in zip(made["respondent_no"], places, strict=True)
        ]
    else:
        made["respondent_no"] = [str(i) for i in range(1, n + 1)]
    made |= answers.texts
    service = found.service
    if service is None and several and not options.service and title.names_service(name):
        service = name.strip()
    said = {"rule": columns.rule.code, "period": found.period, "service": service}
    made = {key: [value] * n for key, value in said.items() if value} | made
    table = pa.table({key: pa.array(values, pa.string()) for key, values in made.items()})
    return table.append_column("_row", pa.array([p + 1 for p in places], pa.int64()))


def _texts(rows: Rows, places: list[int], column: int) -> list[str]:
    """One column's cells as text, each distinct value turned once."""
    cells = [rows[p][column] if column < len(rows[p]) else "" for p in places]
    seen = {c: text(c).strip() for c in set(cells)}
    return [seen[c] for c in cells]


def _unknown_words(found: Found, answers: Answers) -> list[CellReject]:
    labels = {slug: found.columns.labels[c] for c, slug in found.columns.elements.items()}
    reason = _(
        "Jawaban ini belum dikenal; tulis 1–4, atau tambahkan kata itu ke data/answer_words.csv."
    )
    return [
        CellReject(found.sheet.name, row, labels[slug], word, reason)
        for row, slug, word in answers.unknown
    ]


def _check(found: Found, answers: Answers) -> dict[str, Any]:
    sums, counts = {}, {}
    for slug, column in answers.texts.items():
        tally = {s: column.count(s) for s in SCORES}
        sums[slug] = sum(int(s) * n for s, n in tally.items())
        counts[slug] = sum(tally.values())
    counted = reconcile.Counted(sums, counts, len(answers.places), len(answers.unfilled))
    its = found.columns
    return reconcile.reconcile(found.sheet.name, its.rule, its.elements, counted, answers.printed)


def _book_notes(book: Book, read: set[str]) -> Iterator[str]:
    hidden = [s.name for s in book.sheets if s.hidden]
    if hidden:
        yield _("Lembar tersembunyi tidak dibaca: {sheets}.").format(sheets=", ".join(hidden))
    other = [s.name for s in _shown(book) if s.name not in read]
    if other:
        yield _("Lembar yang tidak dibaca: {sheets}.").format(sheets=", ".join(other))


def _nobody(book: Book, sheets: list[Found]) -> str:
    """The refusal of a workbook with headings only; it says what was recognised."""
    its = sheets[0].columns
    strange = [s for f in sheets for s in f.columns.strange]
    beside = (
        " "
        + _("{names} bukan unsur aturan {rule}.").format(
            names=", ".join(strange), rule=its.rule.code
        )
        if strange
        else ""
    )
    return _(
        "{file} dikenali sebagai lembar survei {n} unsur tetapi tidak memuat responden: isi "
        "jawabannya atau kirim laporan nihil (monev nil survey).{beside}"
    ).format(file=book.file, n=len(its.rule.elements), beside=beside)


LAYOUT = SurveySheet()
