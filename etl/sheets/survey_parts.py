"""Why: what each sheet gives of each survey, without copies, side sheets and unfit neighbours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etl.doors import at_page
from etl.errors import Refused
from etl.reading.book import Rows
from etl.sheets import survey_reconcile as reconcile
from etl.sheets.base import CellReject
from etl.sheets.survey_find import Found
from etl.sheets.survey_heading import Columns
from etl.sheets.survey_refusals import refuse_bad
from etl.sheets.survey_rows import Answers
from etl.words import _

SIDE = 2  # a sheet in which not one row in so many has valid scores is a side sheet


@dataclass(frozen=True)
class Part:
    """What one sheet gives of one survey: its answers, and whether they are the sheet's main."""

    found: Found
    columns: Columns
    answers: Answers
    rows: Rows
    main: bool


def without_copies(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """The parts without a sheet that only gathers the others' rows, and without side sheets."""
    main = [p for p in parts if p.main]
    if len(main) < 2:
        return list(parts), []
    rows = {p.found.sheet.name: Counter(zip(*p.answers.texts.values(), strict=True)) for p in main}
    left: dict[str, str] = {}
    for name, own in rows.items():
        rest = sum((c for n, c in rows.items() if n != name and n not in left), Counter())
        if own and own == rest and len([c for c in rows.values() if c]) > 2:
            left[name] = _("Lembar {sheet} memuat ulang jawaban lembar lain; tidak dihitung lagi.")
    for part in main:
        name, people = part.found.sheet.name, len(part.answers.places)
        valid = sum(all(t in ("", "1", "2", "3", "4") for t in own) and any(own)
                    for own in zip(*part.answers.texts.values(), strict=True))  # fmt: skip
        if people and valid * SIDE < people and len(left) + 1 < len(main):
            left.setdefault(name, _("Lembar {sheet} bukan daftar jawaban; tidak dibaca."))
    kept = [p for p in parts if p.found.sheet.name not in left]
    return kept, [why.format(sheet=name) for name, why in left.items()]


def unfit(part: Part) -> str | None:
    """Why a survey beside the SKM gives no figure: it never refuses the SKM."""
    its, name = part.columns.rule, part.found.sheet.name
    if missing := part.columns.missing:
        why = _("pernyataan tidak ditemukan: {names}").format(
            names=", ".join(e.short for e in missing)
        )
    else:
        try:
            refuse_bad(name, part.columns, part.answers)
        except Refused as refusal:
            why = str(refusal)
        else:
            valid = part.answers.scores
            odd = sum(t not in ("", "1", "2", "3", "4")
                      for own in part.answers.texts.values() for t in own)  # fmt: skip
            if odd * 10 <= sum(map(len, valid.values())):
                return None
            why = _("jawabannya di luar skala 1–4")
    return _("{survey} tidak dimuat: {why}").format(survey=its.name, why=why)


def unknown_words(part: Part) -> list[CellReject]:
    """The answers that no scale has, each as a reject of its row."""
    labels = {slug: part.columns.labels[c] for c, slug in part.columns.elements.items()}
    reason = unknown_word()
    return [
        CellReject(part.found.sheet.name, row, labels[slug], word, reason)
        for row, slug, word in part.answers.unknown
    ]


def unknown_word() -> str:
    """The reason of an answer that no scale has, in the words of the door."""
    where = _("daftar kata di halaman ini") if at_page() else "data/answer_words.csv"
    return _("Jawaban ini belum dikenal; tulis 1–4, atau tambahkan kata itu ke {where}.").format(
        where=where
    )


def check(part: Part) -> dict[str, Any]:
    """The reconciliation of one part: what its answers give against what its sheet prints."""
    scores, answers, its = part.answers.scores, part.answers, part.columns
    sums, counts = ({s: f(own) for s, own in scores.items()} for f in (sum, len))
    counted = reconcile.Counted(sums, counts, len(answers.places), len(answers.unfilled))
    once = {c: s for c, s in its.elements.items() if s not in its.more.values()}
    return reconcile.reconcile(part.found.sheet.name, its.rule, once, counted, answers.printed)
