"""Why: the period of a survey: of each row by its columns, of each sheet by its titles and name."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.checking.dates import period as read_period
from etl.doors import called
from etl.errors import Refused
from etl.periods import months_of
from etl.reading.book import Book, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.vocabulary import normal
from etl.sheets import survey_title as title
from etl.sheets.survey_heading import Columns
from etl.words import _

PARTS = {"triwulan": "triwulan", "tw": "triwulan", "kuartal": "triwulan", "semester": "semester",
         "smt": "semester", "bulan": "bulan", "periode": ""}  # fmt: skip
YEARS = frozenset({"tahun", "thn", "year", "tahun survei"})


@dataclass(frozen=True)
class Times:
    """What a workbook says of periods: each sheet's own, and those that lie outside what is asked.

    `outside`: sheet → its period, for sheets left out because another period was asked for.
    """

    own: dict[str, str | None]
    outside: dict[str, str]
    year: str | None


def times(book: Book, sheets: Sequence[Sheet], heads: Sequence[Rows], asked: str | None) -> Times:
    """The period of each of `sheets` by its titles (`heads`) and name, held against `asked`.

    Several sheets of several periods are pooled under the one asked for; those that lie outside it
    are left out. A single sheet is of the period asked for, whatever its title says.
    """
    lines = [title.texts(head) for head in heads]
    years = {y for own, s in zip(lines, sheets, strict=True) if (y := title.year([*own, s.name]))}
    common = next(iter(years)) if len(years) == 1 else title.year([book.file]) or (asked or "")[:4]
    romans = title.quarters([s.name for s in sheets], common or None)
    own = {
        s.name: title.period(words, s.name, common or None) or romans.get(s.name)
        for s, words in zip(sheets, lines, strict=True)
    }
    outside: dict[str, str] = {}
    if asked and len({p for p in own.values() if p}) > 1:
        first, last = months_of(asked)
        for name, its in own.items():
            if its and not (first <= months_of(its)[0] and months_of(its)[1] <= last):
                outside[name] = its
    return Times(own, outside if len(outside) < len(sheets) else {}, common or None)


def of_rows(columns: Columns, rows: Rows, places: Sequence[int], year: str | None) -> list[str]:
    """The period of each respondent by columns such as Triwulan and Tahun; [] without such."""
    labels = {c: normal(label) for c, label in columns.labels.items() if c not in columns.asked}
    part = next((c for c, words in labels.items() if words in PARTS), None)
    when = next((c for c, words in labels.items() if words in YEARS), None)
    if part is None and when is None:
        return []
    made: dict[tuple[str, str], str] = {}
    found = []
    for place in places:
        key = (_cell(rows[place], part), _cell(rows[place], when) or (year or ""))
        if key not in made:
            word = PARTS[labels[part]] if part is not None else ""
            made[key] = _period(word, *key)
        found.append(made[key])
    return found if any(found) else []


def _period(word: str, part: str, year: str) -> str:
    """ "III" under Triwulan and 2024 → 2024-Q3; what is whole by itself stays."""
    if alone := read_period(part):
        return alone
    if not part:
        return year
    numbered = title.period([f"{word} {part} {year}".strip()]) or (
        f"{year}-{int(part):02d}" if word == "bulan" and part.isdigit() and year else None
    )
    return numbered or part


def _cell(row: tuple[object, ...], column: int | None) -> str:
    return text(row[column]).strip() if column is not None and column < len(row) else ""


def needs_period(missing: Sequence[str]) -> Refused:
    """The refusal of sheets that name no period where others do."""
    return Refused(
        _("Lembar {sheets} tidak menyebut periodenya; tambahkan {period}.").format(
            sheets=", ".join(missing), period=called("period", "2024-S1")
        ),
        needs=("period",),
        kind="survey",
    )
