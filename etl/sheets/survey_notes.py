"""Why: says in sentences how a survey sheet was read, so that a person can see if it was right."""

from collections.abc import Iterable, Iterator, Sequence

from etl.reading.book import Rows
from etl.sheets.survey_heading import Columns
from etl.sheets.survey_rows import Answers
from etl.words import _, counted

MOST = 8


def shown(items: Iterable[object], most: int = MOST) -> str:
    """The first few of a list, and that there are more."""
    listed = [str(i) for i in items]
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")


def _at(sheet: str, several: bool) -> str:
    return f"{sheet}: " if several and sheet else ""


def heading_notes(sheet: str, columns: Columns, several: bool) -> Iterator[str]:
    """What the headings were taken for: order of numbered elements, columns left out."""
    at = _at(sheet, several)
    if columns.by_number:
        order = ", ".join(
            f"{columns.labels[c]} {e.short}"
            for c in columns.by_number
            if (e := columns.rule.element(columns.elements[c]))
        )
        yield at + _(
            "Unsur dibaca menurut nomornya pada aturan {rule}: {order}; periksa U8 dan U9."
        ).format(rule=columns.rule.code, order=order)
    if columns.strange:
        yield at + _("{names} bukan unsur aturan {rule} dan tidak dibaca.").format(
            names=", ".join(columns.strange), rule=columns.rule.code
        )
    if columns.private:
        yield at + _("Kolom pribadi tidak disimpan: {names}.").format(names=shown(columns.private))
    if columns.unused:
        yield at + _("Kolom tidak dipakai: {names}.").format(names=shown(columns.unused))


def row_notes(sheet: str, answers: Answers, several: bool) -> Iterator[str]:
    """What became of rows that are no plain respondents, and how words were read."""
    at = _at(sheet, several)
    if answers.unfilled:
        yield at + counted(
            "{n} responden tanpa satu jawaban pun tidak dihitung (baris {rows}).",
            len(answers.unfilled),
        ).format(n=len(answers.unfilled), rows=ranges(answers.unfilled))
    if answers.passed:
        yield at + _("Baris {rows} dianggap keterangan, bukan responden.").format(
            rows=ranges(answers.passed)
        )
    if answers.numberless:
        yield at + _("Responden tanpa nomor diberi nomor barisnya: baris {rows}.").format(
            rows=ranges(answers.numberless)
        )
    if answers.words:
        listed = sorted(answers.words.items(), key=lambda pair: (-pair[1], pair[0]))
        yield at + _("Jawaban kata dibaca sebagai nilai: {words}.").format(
            words=shown((f"{word} = {score}" for word, score in listed), 16)
        )


def unfinished_note(sheet: str, answers: Answers, several: bool) -> Iterator[str]:
    """Forms begun and not sent, by why and where."""
    by_why: dict[str, list[int]] = {}
    for row, why in answers.unfinished.items():
        by_why.setdefault(why, []).append(row)
    for why, rows in by_why.items():
        yield _at(sheet, several) + counted(
            "{n} jawaban {why} tidak dihitung (baris {rows}).", len(rows)
        ).format(n=len(rows), why=why, rows=ranges(sorted(rows)))


def ranges(rows: Sequence[int]) -> str:
    """Row numbers with runs joined: 4–9, 12."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return shown(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def beside(
    sheet: str, rows: Rows, columns: Columns, answers: Answers
) -> dict[tuple[str, int], str]:
    """(sheet, row from 1) → what each row is that is no respondent's; empty rows are left out."""
    known = dict.fromkeys((p.row for p in answers.printed), "total")
    known |= dict.fromkeys(answers.unfilled, "unfilled")
    known |= dict.fromkeys(answers.unfinished, "unfinished")
    people = set(answers.places)
    return {
        (sheet, place + 1): "heading" if place < columns.first else known.get(place + 1, "note")
        for place, row in enumerate(rows)
        if place not in people and any(cell not in ("", None) for cell in row)
    }
