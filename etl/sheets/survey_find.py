"""Why: one sheet of a survey book before it is read: its columns, period, service, legends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from etl.doors import called
from etl.errors import Refused
from etl.reading.book import Cell, Rows, Sheet
from etl.sheets import survey_title as title
from etl.sheets.survey_answers import choose, distinct_words, is_number, read_cell
from etl.sheets.survey_around import same
from etl.sheets.survey_beside import columns_beside, find_beside
from etl.sheets.survey_heading import Columns, find, legend
from etl.sheets.survey_readings import Ambiguous, Reading
from etl.sheets.survey_refusals import whole
from etl.sheets.survey_rules import SKM, half_up
from etl.words import _

LEGEND_ROWS = 60  # rows at the end of a sheet that may explain its U-numbers
SAMPLE = 400  # rows by which it is told whether a column holds answers
ANSWERED = 0.5  # share of a column's filled cells that must be answers
IMPORTANCE = ("harapan", "kepentingan", "ekspektasi", "importance", "expectation")


@dataclass(frozen=True)
class Found:
    """One sheet with its columns, what its words say, and the surveys that stand beside the SKM."""

    sheet: Sheet
    columns: Columns
    period: str | None
    service: str | None
    told: tuple[str, ...] = ()
    beside: tuple[Columns, ...] = ()
    family: str = SKM


def find_sheet(sheet: Sheet, rule: str | None, period: str | None, by_title: bool) -> Found | None:
    """The sheet's columns; its legend and titles settle what headings leave open.

    `period`: the one asked for or read from its titles (`by_title`). Raises `Refused` where nine
    numbers do not tell the rule, or an element has no column.
    """
    apart = columns_beside(sheet.head)
    others = frozenset().union(*apart.values())
    columns = find(sheet.head, rule, apart=others)
    if columns is None:
        return _alone(sheet, apart, period)
    told: list[str] = []
    lines = title.texts(sheet.head[: columns.first])
    rows = sheet.rows()
    if columns.by_number:
        around = (*rows[: columns.first], *rows[max(columns.first, len(rows) - LEGEND_ROWS) :])
        notes = legend(around)
        cited = rule or title.rule(title.texts(around))
        in_force = None if columns.sure else title.rule_of(period)
        columns = find(sheet.head, cited or in_force, notes, apart=others) or columns
        if not columns.sure and "rule" not in columns.fields.values():
            if not period and "period" not in columns.fields.values():
                raise _no_period(sheet)  # which settles the rule too, from 2018 on
            raise Refused(
                _(
                    "Lembar {sheet} hanya menomori 9 unsur; sebutkan aturannya dengan {new} "
                    "atau {old}."
                ).format(
                    sheet=sheet.name or _("ini"),
                    new=called("rule", "2017"),
                    old=called("rule", "2014"),
                ),
                needs=("rule",),
                kind="survey",
                sheet=sheet.name,
            )
        if notes:
            told.append(_("Nama unsur dibaca dari keterangan di lembar."))
    columns = settled(columns, rows)
    if period and by_title and "period" not in columns.fields.values():
        told.append(_("Periode {period} dibaca dari judul lembar.").format(period=period))
    if columns.more:
        told.append(_several(columns))
    beside = [c for f, own in apart.items() if (c := find_beside(sheet.head, f, own, columns))]
    service = title.service(lines)
    return Found(sheet, whole(columns), period, service, tuple(told), tuple(beside))


def _alone(sheet: Sheet, apart: dict[str, frozenset[int]], period: str | None) -> Found | None:
    """A form that asks of another survey only: SPAK without SKM."""
    for family in apart:
        columns = find(sheet.head, None, family=family)
        if columns is not None and not columns.missing:
            service = title.service(title.texts(sheet.head[: columns.first]))
            return Found(sheet, columns, period, service, family=family)
    return None


def _several(columns: Columns) -> str:
    names = [
        f"{e.short} ({sum(s == e.slug for s in columns.asked.values())})"
        for e in columns.rule.elements
        if e.slug in columns.more.values()
    ]
    return _("Unsur dengan beberapa pertanyaan dihitung sebagai rata-ratanya: {names}.").format(
        names=", ".join(names)
    )


def settled(columns: Columns, rows: Rows) -> Columns:
    """The columns without those that name an element but hold no answers, and without importance.

    A second whole block of elements is one of importance by its heading, or the sheet is refused
    with both readings.
    """
    data = rows[columns.first : columns.first + SAMPLE]
    held = {c: _holds_answers(slug, _column(data, c)) for c, slug in columns.asked.items()}
    by_slug: dict[str, list[int]] = {}
    for column, slug in columns.asked.items():
        if columns.more and held[column]:
            by_slug.setdefault(slug, []).append(column)
    if not columns.more:
        return columns
    wished = {c for c in columns.asked if _wished(columns, c)}
    if wished and len(wished) < len(columns.asked):
        by_slug = {s: [c for c in own if c not in wished] or own for s, own in by_slug.items()}
    every = {s: by_slug.get(s) or [c] for c, s in columns.elements.items()}
    elements = dict(sorted((own[0], s) for s, own in every.items()))
    more = {c: s for s, own in every.items() for c in own[1:]}
    made = replace(columns, elements=elements, more=more)
    if _second_block(made):
        raise _folded(made, data) or _both(made, data)
    return made


def _wished(columns: Columns, column: int) -> bool:
    words = " ".join((columns.labels.get(column, ""), *columns.groups.get(column, ()))).lower()
    return any(word in words for word in IMPORTANCE)


def _no_period(sheet: Sheet) -> Refused:
    return Refused(
        _(
            "Lembar {sheet} hanya menomori 9 unsur dan tidak menyebut periodenya; beri {period}."
        ).format(sheet=sheet.name or _("ini"), period=called("period", "2024-S1")),
        needs=("period",),
        kind="survey",
        sheet=sheet.name,
    )


def _second_block(columns: Columns) -> bool:
    """Whether all elements are asked a second time, one after the other, after the first time."""
    again = list(columns.more.values())
    return (
        len(again) == len(columns.elements)
        and again == list(columns.elements.values())
        and min(columns.more) > max(columns.elements)
    )


def _folded(columns: Columns, data: Rows) -> Refused | None:
    """The refusal of a sheet folded for paper: further respondents stand beside the first ones."""
    first = columns.column("respondent_no")
    between = range(max(columns.elements) + 1, min(columns.more))
    again = [c for c in between if same(columns.labels.get(c, "")) == same("No")]
    if first is None or len(again) != 1:
        return None
    left, right = ({str(n) for n in _column(data, c) if is_number(n)} for c in (first, again[0]))
    if not right or left & right:
        return None
    return Refused(
        _(
            "Lembar ini memuat responden lain di sebelah kanan (nomor {numbers}); pindahkan blok "
            "kanan ke bawah blok kiri, lalu kirim ulang."
        ).format(numbers=", ".join(sorted(right, key=len)[:3]) + (", …" if len(right) > 3 else "")),
        kind="survey",
    )


def _both(columns: Columns, data: Rows) -> Ambiguous:
    def ikm(asked: dict[int, str]) -> float | None:
        scores = {
            s: [x for c, own in asked.items() if own == s for x in _scores(s, _column(data, c))]
            for s in columns.elements.values()
        }
        if not all(scores.values()):
            return None
        nrr = [Fraction(sum(own), len(own)) for own in scores.values()]
        return float(half_up(sum(nrr, Fraction(0)) * 25 / len(nrr)))

    people = max(
        (len(_scores(s, _column(data, c))) for c, s in columns.elements.items()), default=0
    )
    choice = _("petakan kolomnya dengan {mapping}").format(mapping=called("mapping"))
    blocks = {
        _("penilaian pada blok pertama"): columns.elements,
        _("penilaian pada blok kedua"): columns.more,
        _("rata-rata kedua blok"): columns.asked,
    }
    return Ambiguous(
        [
            Reading(w, "survey", people, ikm(a), choice, settles=_named_only(columns, a))
            for w, a in blocks.items()
        ]
    )


def _named_only(columns: Columns, asked: dict[int, str]) -> dict[str, dict[str, list[str]]]:
    """The columns of one reading as a mapping names them; {} where headings repeat themselves."""
    every = [columns.labels.get(c, "") for c in columns.asked]
    if len({same(label) for label in every}) < len(every):
        return {}
    fields: dict[str, list[str]] = {f: [columns.labels[c]] for c, f in columns.fields.items()}
    for column, slug in asked.items():
        fields.setdefault(slug, []).append(columns.labels[column])
    return {"fields": fields}


def _column(data: Rows, column: int) -> list[Cell]:
    return [row[column] if column < len(row) else "" for row in data]


def _scores(slug: str, cells: Sequence[Cell]) -> list[int]:
    scale = choose(slug, distinct_words(cells))
    return [code for c in cells if (code := read_cell(c, scale)[1]) >= 1]


def _holds_answers(slug: str, cells: Sequence[Cell]) -> bool:
    """Whether half of the filled cells are scores, words for scores, or small whole numbers."""
    filled = [c for c in cells if str(c).strip() not in ("", "-")]
    if not filled:
        return False
    scale = choose(slug, distinct_words(cells))
    small = [c for c in filled if is_number(c) and _small(str(c))]
    words = [c for c in filled if not is_number(c) and read_cell(c, scale)[1] >= 1]
    return len(small) + len(words) >= ANSWERED * len(filled)


def _small(text: str) -> bool:
    number = float(text.replace(",", "."))
    return number.is_integer() and (0 <= number <= 10 or number in (25, 50, 75, 100))
