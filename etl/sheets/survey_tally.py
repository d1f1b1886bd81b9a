"""Why: reads the tally of answers that an office kept instead of its forms: elements by score.

Either way round: elements down and scores 4, 3, 2, 1 (or Sangat baik … Tidak baik) across, or
scores down and elements across. It gives an IKM, but no interval and no alpha.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from etl.doors import called
from etl.errors import Refused
from etl.reading.book import Book, Cell, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.vocabulary import normal
from etl.sheets import survey_reconcile as reconcile
from etl.sheets import survey_title as title
from etl.sheets.base import Extract, LayoutResult, text_table
from etl.sheets.survey_answers import bare, scales
from etl.sheets.survey_heading import find
from etl.sheets.survey_names import FEWEST, named
from etl.sheets.survey_readings import Ambiguous, Reading
from etl.sheets.survey_rows import Printed
from etl.sheets.survey_rules import Rule, half_up, rules
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.97
FIELDS = ("element", "score", "rule", "count")
SCORE = re.compile(r"^(?:nilai|skor|score|jawaban|bobot)?\s*([1-4])$")
SCORE_HEAD = re.compile(r"^(?:nilai|skor|score|jawaban|pilihan|kategori|skala|penilaian)\b")
PERSON = re.compile(r"^(?:responden|resp|r|orang|pengguna|pemohon|kuesioner|kuisioner) ?\d")
WORDS = {"sangat baik": 4, "baik": 3, "kurang baik": 2, "tidak baik": 1}


@dataclass(frozen=True)
class Tally:
    """A sheet's tally: `cells` is (element, score) → place of its count, rows and columns from 0.

    `below`: label of a printed column or row → its places by element.
    """

    sheet: Sheet
    rule: Rule
    cells: dict[tuple[str, int], tuple[int, int]]
    printed: dict[str, dict[str, tuple[int, int]]]
    sure: bool


def score_of(cell: Cell) -> int | None:
    """The score that a heading names: 4, "Nilai 4", "Sangat baik (4)", "Sangat baik"."""
    words = normal(text(cell))
    match = SCORE.match(words) or re.search(r"^\D*\b([1-4])$", words)
    if match and PERSON.match(words):
        return None
    if match:
        return int(match[1])
    known = next(iter(scales(""))).scores
    return WORDS.get(words) or known.get(bare(text(cell))) or known.get(words)


def _all_scores(cells: list[tuple[int, Cell]]) -> dict[int, int] | None:
    """Place → score where the cells name 1 to 4 once each."""
    found = {i: s for i, c in cells if str(c).strip() and (s := score_of(c))}
    return found if sorted(found.values()) == [1, 2, 3, 4] else None


def look(sheet: Sheet, wanted: str | None) -> Tally | None:
    """The tally in a sheet, None when there is none."""
    return _elements_down(sheet, wanted) or _scores_down(sheet, wanted)


def _elements_down(sheet: Sheet, wanted: str | None) -> Tally | None:
    for at, row in enumerate(sheet.head[:20]):
        scores = _all_scores(list(enumerate(row)))
        if not scores:
            continue
        first = min(scores)
        names: dict[int, str] = {}
        for below in range(at + 1, len(sheet.head)):
            words = [str(c).strip() for c in sheet.head[below][:first] if isinstance(c, str)]
            best = [w for w in words if w and (named(w).names or named(w).number)]
            if best:
                names[below] = next((w for w in best if named(w).names), best[0])
        laid = _lay(names, wanted)
        if laid is None:
            continue
        rule, elements, sure = laid
        cells = {(slug, s): (r, c) for r, slug in elements.items() for c, s in scores.items()}
        rest = {
            text(c): {slug: (r, i) for r, slug in elements.items()}
            for i, c in enumerate(row)
            if i > max(scores) and text(c).strip()
        }
        return Tally(sheet, rule, cells, rest, sure)
    return None


def _lay(names: dict[int, str], wanted: str | None) -> tuple[Rule, dict[int, str], bool] | None:
    """Place → element, by the same reading of names and numbers as a heading row."""
    places = list(names)
    found = find((tuple(names.values()),), wanted) if len(places) >= FEWEST else None
    if found is None:
        return None
    return found.rule, {places[c]: slug for c, slug in found.elements.items()}, found.sure


def _scores_down(sheet: Sheet, wanted: str | None) -> Tally | None:
    columns = find(sheet.head, wanted)
    if columns is None:
        return None
    first = min(columns.elements)
    for column in range(first):
        heading = columns.labels.get(column, "")
        if not SCORE_HEAD.match(normal(heading)):
            continue
        labels = [(r, sheet.head[r][column]) for r in range(columns.first, len(sheet.head))
                  if column < len(sheet.head[r])]  # fmt: skip
        scores = _all_scores(labels)
        if scores:
            cells = {
                (slug, s): (r, c) for c, slug in columns.elements.items() for r, s in scores.items()
            }
            rest = {
                text(label): {slug: (r, c) for c, slug in columns.elements.items()}
                for r, label in labels
                if r not in scores and text(label).strip()
            }
            return Tally(sheet, columns.rule, cells, rest, columns.sure)
    return None


class SurveyTally:
    """The layout of a tally of answers; yields `survey_counts`."""

    name = "survey_tally"
    title = "rekap jawaban"
    kinds = ("survey_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet with the four scores on one side and five elements on the other."""
        return SURE if any(look(s, options.rule) for s in book.sheets if not s.hidden) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record an element and score; raises `Refused` for an element without answers."""
        found = [t for s in book.sheets if not s.hidden and (t := look(s, options.rule))]
        records: list[dict[str, Any]] = []
        checks: list[dict[str, Any]] = []
        notes = [
            _("Rekap jawaban memberi IKM, tetapi tanpa selang kepercayaan dan alpha Cronbach.")
        ]
        for tally in found:
            lines = title.texts(tally.sheet.head)
            rule = _rule(tally, options, lines)
            grid = tally.sheet.rows()
            extra = _said(tally, options, lines, len(found) > 1)
            rows = list(_records(tally, rule, grid))
            records += [row | extra for row in rows]
            checks.append(_check(tally, rule, grid, rows))
            if options.kind is None and _maybe_people(tally, rows):
                raise Ambiguous(_both(rows, checks[-1]), ("kind",))
        whole = checks[0] if len(checks) == 1 else {"sheets": checks}
        notes += [c["summary"] for c in checks if c["differences"]]
        names = tuple(dict.fromkeys([*FIELDS, *(k for r in records for k in r if k[0] != "_")]))
        extract = Extract("survey_counts", text_table(records, names), {"count": _("Jumlah")})
        return LayoutResult((extract,), tuple(notes), whole)


def _maybe_people(tally: Tally, rows: list[dict[str, Any]]) -> bool:
    """Whether four plain numbers over nothing but scores may as well be four respondents."""
    at = {r for r, _c in tally.cells.values()}
    heads = [text(c).strip() for c in tally.sheet.head[min(at) - 1]]
    plain = [h for h in heads if h in ("1", "2", "3", "4")] == ["1", "2", "3", "4"]
    sums: dict[str, int] = {}
    for row in rows:
        if row["count"] not in ("1", "2", "3", "4"):
            return False
        sums[row["element"]] = sums.get(row["element"], 0) + int(row["count"])
    return plain and len(at) > 4 and len(set(sums.values())) > 1


def _both(rows: list[dict[str, Any]], check: dict[str, Any]) -> list[Reading]:
    """The tally, and the same cells as the answers of four respondents."""
    elements = len({row["element"] for row in rows})
    whole = sum(int(row["count"]) for row in rows)
    ikm = float(half_up(Fraction(whole * 25, 4 * elements)))
    return [
        Reading(
            _("rekap jawaban"), "survey_counts", check["respondents"], check["ikm"]["exact"],
            called("kind", "survey_counts"), settles={"kind": "survey_counts"},
        ),
        Reading(
            _("responden mendatar"), "survey", 4, ikm, called("kind", "survey"),
            settles={"kind": "survey"},
        ),
    ]  # fmt: skip


def _rule(tally: Tally, options: "LoadOptions", lines: list[str]) -> Rule:
    if tally.sure or options.rule:
        return tally.rule
    code = title.rule(lines) or title.rule_of(options.period or title.period(lines))
    if code is None:
        raise Refused(
            _("Rekap ini tidak menyebut aturannya; tambahkan {new} atau {old}.").format(
                new=called("rule", "2017"), old=called("rule", "2014")
            ),
            needs=("rule",),
            kind="survey_counts",
        )
    return rules()[code]


def _said(tally: Tally, options: "LoadOptions", lines: list[str], several: bool) -> dict[str, str]:
    """Period and service that the sheet names itself."""
    found = {}
    if not options.period and (period := title.period([*lines, tally.sheet.name])):
        found["period"] = period
    if not options.service:
        service = title.service(lines)
        if service is None and several and title.names_service(tally.sheet.name):
            service = tally.sheet.name.strip()
        if service:
            found["service"] = service
    return found


def _cell(grid: Rows, place: tuple[int, int]) -> Cell:
    row, column = place
    return grid[row][column] if row < len(grid) and column < len(grid[row]) else ""


def _records(tally: Tally, rule: Rule, grid: Rows) -> Iterator[dict[str, Any]]:
    """Counts as records; a blank or dashed cell is nobody."""
    for (slug, score), place in tally.cells.items():
        count = text(_cell(grid, place)).strip()
        yield {
            "_sheet": tally.sheet.name,
            "_row": place[0] + 1,
            "_cell": f"{get_column_letter(place[1] + 1)}{place[0] + 1}",
            "element": slug,
            "score": str(score),
            "rule": rule.code,
            "count": "0" if count in ("", "-", "–") else count,
        }


def _check(tally: Tally, rule: Rule, grid: Rows, rows: list[dict[str, Any]]) -> dict[str, Any]:
    sums = {e.slug: 0 for e in rule.elements}
    answers = dict(sums)
    for row in rows:
        n = reconcile.number(row["count"])
        if n is not None and n == int(n) and row["element"] in sums:
            answers[row["element"]] += int(n)
            sums[row["element"]] += int(n) * int(row["score"])
    silent = [e.name for e in rule.elements if not answers[e.slug]]
    if silent:
        raise Refused(
            _(
                "Tidak ada jawaban untuk unsur {elements}, sehingga IKM tidak dapat dihitung; "
                "lengkapi rekapnya."
            ).format(elements=", ".join(silent))
        )
    counted = reconcile.Counted(sums, answers, max(answers.values()))
    differences = list(_differences(tally, grid, counted))
    found = reconcile.printed_index(_below(tally, grid))
    recipe = reconcile.explanation(counted, rule, found[0]) if found else None
    answer = {
        "sheet": tally.sheet.name,
        "rule": rule.code,
        "respondents": counted.respondents,
        "sums": sums,
        "ikm": reconcile.indices(counted, rule),
        "printed_rows": [],
        "printed_ikm": float(found[0]) if found else None,
        "printed_cell": found[1] if found else None,
        "reproduced_by": recipe.to_json() if recipe else None,
        "differences": differences,
    }
    return answer | {"summary": reconcile.summary(answer)}


def _below(tally: Tally, grid: Rows) -> list[Printed]:
    """The labelled rows under the counts, where an index may be printed."""
    last = max(r for r, _c in tally.cells.values())
    named = ((at, next((c for c in row if isinstance(c, str) and re.search(r"[A-Za-z]", c)), ""))
             for at, row in enumerate(grid) if at > last)  # fmt: skip
    return [Printed(at + 1, label, tuple(grid[at])) for at, label in named if label]


def _differences(tally: Tally, grid: Rows, counted: reconcile.Counted) -> Iterator[dict[str, Any]]:
    """Printed totals beside the counts that they do not give."""
    for label, places in tally.printed.items():
        exact = reconcile.tally_figure(label, counted)
        for slug, place in places.items() if exact else ():
            value = reconcile.number(_cell(grid, place))
            if exact and value is not None and not reconcile.agrees(value, exact[slug]):
                yield {
                    "row": place[0] + 1,
                    "cell": f"{get_column_letter(place[1] + 1)}{place[0] + 1}",
                    "label": label,
                    "element": slug,
                    "printed": text(_cell(grid, place)),
                    "computed": float(exact[slug]),
                }


LAYOUT = SurveyTally()
