"""Reads the survey worksheets and form exports that offices keep: respondents down, elements
across, totals below; numbers, words, letters or stars for answers; several sheets, one a service
or one a month.

Elements are known by name, else by U-number in the order of the rule or of the sheet's own legend.
docs/ikm-sheets.md says what becomes of every kind of row and cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from etl.errors import Refused
from etl.reading.book import Book, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.mapping import Mapping as MappingFile
from etl.recognising.vocabulary import normal
from etl.sheets import survey_letters as letters
from etl.sheets import survey_periods as periods
from etl.sheets import survey_title as title
from etl.sheets.base import CellReject, Extract, LayoutResult
from etl.sheets.survey_answers import Writing
from etl.sheets.survey_around import same
from etl.sheets.survey_find import Found, find_sheet
from etl.sheets.survey_heading import Columns, find
from etl.sheets.survey_notes import beside, heading_notes, row_notes, unfinished_note
from etl.sheets.survey_parts import Part, check, unfit, unknown_words, without_copies
from etl.sheets.survey_readings import Ambiguous, Reading
from etl.sheets.survey_refusals import nobody, refuse_bad, whole
from etl.sheets.survey_rows import read as read_rows
from etl.sheets.survey_spread import spread
from etl.sheets.survey_state import unfinished
from etl.sheets.survey_table import Said, records
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.96


class SurveySheet:
    """The layout of a respondent × element sheet; yields `survey`.

    `given`: heading → field where a mapping says it, `constants`: field → value for every row,
    `words`: answer → score, `where`: heading → the values of rows that count, `formats` of days.
    """

    name: str = "survey_sheet"
    title: str = "lembar survei, responden ke bawah"
    kinds: tuple[str, ...] = ("survey",)

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        constants: Mapping[str, str] | None = None,
        words: Mapping[str, int] | None = None,
        where: Mapping[str, tuple[str, ...]] | None = None,
        formats: tuple[str, ...] = (),
    ) -> None:
        self.given, self.constants, self.words = given or {}, constants or {}, words or {}
        self.where, self.formats = where or {}, formats

    def mapped(self, book: Book, mapping: MappingFile) -> "SurveySheet | None":
        """The layout under a mapping, None where the book is no sheet for it.

        A mapping that names no columns but words, formats or rows leaves the columns to be found.
        """
        if mapping.kind != "survey" or "office_code" in mapping.fields:
            return None
        given = {same(c): f for f, columns in mapping.fields.items() for c in columns}
        given |= {same(v.column): f for f, v in mapping.values.items()}
        told = dict(mapping.answers)
        for one in mapping.values.values():
            told |= {w: int(score) for w, score in one.table if score in ("1", "2", "3", "4")}
        words = {normal(w): score for w, score in told.items()}
        where = {same(c): tuple(normal(v) for v in kept) for c, kept in mapping.where.items()}
        bound = SurveySheet(given, mapping.constants, words, where, mapping.formats.given)
        wanted = mapping.constants.get("rule")
        fits = any(find(s.head, wanted, given=given) for s in _shown(book)[0])
        return bound if fits else None

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet whose headings name or number five elements, or of one cell of scores.

        A table that names its offices row by row is a plain table of the kind.
        """
        sheets, _notes = _shown(book)
        found = [f for s in sheets if (f := _any_columns(s, options.rule))]
        own = any("office_code" in f.fields.values() for f in found)
        return SURE if found and not own else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a respondent and survey; raises `Refused` for sheets that give no figure."""
        if known.answer_words:
            words = {**known.answer_words, **self.words}
            bound = SurveySheet(self.given, self.constants, words, self.where, self.formats)
            return bound.read(book, options, replace(known, answer_words={}))
        sheets, notes = _shown(book)
        found, said = self._all(book, sheets, options)
        notes += said
        parts, left = self._parts(book, found)
        several = len({p.found.sheet.name for p in parts}) > 1
        others: dict[tuple[str, int], str] = {}
        tables: list[pa.Table] = []
        rejects: list[CellReject] = []
        checks: list[dict[str, Any]] = []
        labels: dict[str, str] = {}
        common = periods.times(book, *_heads(found), options.period).year
        for part in parts:
            one, answers, name = part.found, part.answers, part.found.sheet.name
            if part.main:
                others |= beside(name, part.rows, part.columns, answers)
                notes += [*heading_notes(name, part.columns, several), *one.told]
            notes += [*row_notes(name, answers, several), *unfinished_note(name, answers, several)]
            if not answers.places:
                continue
            if part.main:
                refuse_bad(name, part.columns, answers)
            elif why := unfit(part):
                notes.append(why)
                continue
            service = one.service
            if service is None and several and not options.service and title.names_service(name):
                service = name.strip()
            head = Said(name, one.period, service, options.today, self.formats, options.office)
            own = periods.of_rows(part.columns, part.rows, answers.places, common)
            table, days = records(head, part.columns, answers, part.rows, own)
            tables.append(_constant(table, self.constants))
            notes += days if part.main else ()
            rejects += unknown_words(part)
            checks.append(check(part))
            labels = {f: part.columns.labels[c] for c, f in _named(part.columns)} | labels
        if not tables:
            raise Refused(nobody(book, [f.columns for f in found]))
        _check_periods(tables, options)
        notes += left
        notes += [
            _("{name}: survei tersendiri menurut {rule}.").format(
                name=p.columns.rule.name, rule=p.columns.rule.regulation
            )
            for p in parts
            if not p.main
        ]
        notes += [one["summary"] for one in checks if one["printed_rows"]]
        result = checks[0] if len(checks) == 1 else {"sheets": checks}
        extract = Extract(
            "survey", pa.concat_tables(tables, promote_options="default"), labels, tuple(rejects)
        )
        return LayoutResult((extract,), tuple(dict.fromkeys(notes)), result, others)

    def columns(self, book: Book, options: "LoadOptions") -> list[Columns]:
        """Where the columns of each sheet stand, also of a sheet that `read` would refuse."""
        found = []
        for sheet in _shown(book)[0]:
            try:
                its = self._find(sheet, options, None, False)
                columns = its.columns if its else None
            except Refused:
                columns = find(sheet.head, options.rule, given=self.given)
            found += [columns] if columns else []
        return found

    def _all(
        self, book: Book, sheets: Sequence[Sheet], options: "LoadOptions"
    ) -> tuple[list[Found], list[str]]:
        """The sheets that hold a survey, and what is said of the others.

        A sheet that cannot be read never refuses one that can.
        """
        likely = [s for s in sheets if self._likely(s, options)]
        first = [find(s.head, options.rule, given=self.given) for s in likely]
        heads = [s.head[: c.first] if c else s.head for s, c in zip(likely, first, strict=True)]
        told = periods.times(book, likely, heads, options.period)
        found: list[Found] = []
        faults: list[tuple[str, Refused]] = []
        for sheet in likely:
            if sheet.name in told.outside:
                continue
            own = options.period or told.own[sheet.name]
            try:
                its = self._find(sheet, options, own, not options.period)
            except Ambiguous:
                raise
            except Refused as refusal:
                faults.append((sheet.name, refusal))
                continue
            found += [its] if its else []
        if not found and faults:
            raise faults[0][1]
        notes = list(_book_notes(book, {f.sheet.name for f in found} | {n for n, _f in faults}
                                 | set(told.outside)))  # fmt: skip
        notes += [
            _("Lembar {sheet} ({period}) di luar periode {asked}, tidak dibaca.").format(
                sheet=name, period=its, asked=options.period
            )
            for name, its in told.outside.items()
        ]
        said = _("Lembar {sheet} tidak dibaca: {why}")
        return found, notes + [said.format(sheet=name, why=why) for name, why in faults]

    def _likely(self, sheet: Sheet, options: "LoadOptions") -> bool:
        if self.given:
            return find(sheet.head, options.rule, given=self.given) is not None
        return _any_columns(sheet, options.rule) is not None

    def _find(
        self, sheet: Sheet, options: "LoadOptions", period: str | None, by_title: bool
    ) -> Found | None:
        own = None if options.period else period
        if not self.given:
            found = find_sheet(sheet, options.rule, period, by_title)
            service = None if options.service or found is None else found.service
            return replace(found, period=own, service=service) if found else None
        wanted = options.rule or self.constants.get("rule")
        columns = find(sheet.head, wanted, given=self.given)
        if columns is None:
            return None
        known = {*columns.fields.values(), *self.constants}
        service = (
            None if options.service else title.service(title.texts(sheet.head[: columns.first]))
        )
        return Found(
            sheet,
            whole(columns),
            None if "period" in known else own,
            None if "service" in known else service,
        )

    def _parts(self, book: Book, found: Sequence[Found]) -> tuple[list[Part], list[str]]:
        """Every survey of every sheet, read; copies and side sheets left out and said."""
        legend = letters.legend(s.rows() for s in book.sheets if not s.hidden)
        parts: list[Part] = []
        for one in found:
            rows = one.sheet.rows()
            for columns in (one.columns, *one.beside):
                writing = Writing(self._letters(one, columns, rows, legend), False, self.words)
                closed = unfinished(rows, columns) | self._not_wanted(rows, columns)
                answers = read_rows(rows, columns, writing, closed)
                parts.append(Part(one, columns, answers, rows, columns is one.columns))
        return without_copies(parts)

    def _letters(
        self, one: Found, columns: Columns, rows: Rows, legend: Mapping[str, int]
    ) -> Mapping[str, int]:
        """What letters stand for; raises `Ambiguous` where letters answer and nothing tells."""
        own = {k: v for k, v in self.words.items() if k in letters.UP}
        if own or legend:
            return own or legend
        if not letters.only_letters(rows[columns.first :], tuple(columns.asked)):
            return {}
        readings = []
        for way, words in ((letters.UP, "A = 1"), (letters.DOWN, "A = 4")):
            answers = read_rows(rows, columns, Writing(way))
            told = check(Part(one, columns, answers, rows, True))
            choice = '[answers] A = "{n}"'.format(n=way["a"])
            n = len(answers.places)
            value = told["ikm"]["exact"]
            readings.append(
                Reading(words, "survey", n, value, choice, settles={"answers": dict(way)})
            )
        raise Ambiguous(readings)

    def _not_wanted(self, rows: Rows, columns: Columns) -> dict[int, str]:
        """Rows that a mapping's [where] does not keep."""
        found: dict[int, str] = {}
        for column, label in columns.labels.items():
            kept = self.where.get(same(label))
            for place, row in enumerate(rows[columns.first :] if kept else (), columns.first):
                cell = normal(text(row[column])) if column < len(row) else ""
                if kept and cell not in kept:
                    found[place] = _("di luar [where] pemetaan")
        return found


def _any_columns(sheet: Sheet, rule: str | None) -> Columns | None:
    """The columns of the SKM, else of another survey, in a sheet; None where none shows."""
    found = find(sheet.head, rule)
    return found or next(
        (c for f in ("ipak", "ipkp") if (c := find(sheet.head, None, family=f))), None
    )


def _shown(book: Book) -> tuple[list[Sheet], list[str]]:
    """The sheets that are not hidden, those with all scores in one cell spread; and notes."""
    sheets, notes = [], []
    for sheet in (s for s in book.sheets if not s.hidden):
        made = None if find(sheet.head, None) else spread(sheet)
        sheets.append(made[0] if made else sheet)
        notes += [made[1]] if made else []
    return sheets, notes


def _heads(found: Sequence[Found]) -> tuple[list[Sheet], list[Rows]]:
    sheets = [f.sheet for f in found]
    return sheets, [f.sheet.head[: f.columns.first] for f in found]


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


def _named(columns: Columns) -> Iterator[tuple[int, str]]:
    yield from columns.elements.items()
    yield from columns.fields.items()


def _check_periods(tables: Sequence[pa.Table], options: "LoadOptions") -> None:
    """Refuse sheets without a period where others name theirs."""
    if options.period:
        return
    lacking = [t for t in tables if "period" not in t.column_names]
    if lacking and len(lacking) < len(tables):
        raise periods.needs_period([str(t["_sheet"][0]) or "-" for t in lacking])


def _book_notes(book: Book, read: set[str]) -> Iterator[str]:
    hidden = [s.name for s in book.sheets if s.hidden]
    if hidden:
        yield _("Lembar tersembunyi tidak dibaca: {sheets}.").format(sheets=", ".join(hidden))
    other = [s.name for s in book.sheets if not s.hidden and s.name not in read]
    if other:
        yield _("Lembar yang tidak dibaca: {sheets}.").format(sheets=", ".join(other))


LAYOUT = SurveySheet()
