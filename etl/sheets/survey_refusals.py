"""Why: the sentences in which a survey sheet that gives no IKM is refused, and when."""

from collections.abc import Sequence

from etl.doors import at_page, called, nil_report
from etl.errors import Refused
from etl.reading.book import Book
from etl.sheets.survey_heading import Columns
from etl.sheets.survey_notes import shown
from etl.sheets.survey_rows import Answers
from etl.words import _

MOST_ODD = 10  # more than one respondent in so many off the scale: the sheet is no SKM's


class StrangeWords(Refused):
    """A survey whose answers are words that no scale has; `words` are all of them."""

    def __init__(self, message: str, words: tuple[str, ...] = ()) -> None:
        super().__init__(message, kind="survey")
        self.words = words


def whole(columns: Columns) -> Columns:
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


def refuse_bad(sheet: str, columns: Columns, answers: Answers) -> None:
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
        where = (
            _("pada daftar kata di bawah ini")
            if at_page()
            else _("ke data/answer_words.csv atau ke [answers] sebuah pemetaan")
        )
        raise StrangeWords(
            _(
                "{n} dari {people} responden menjawab dengan kata di luar skala 1–4: {words}; "
                "survei dengan skala lain bukan SKM. Bila skalanya memang empat, tambahkan katanya "
                "{where}."
            ).format(n=len(odd), people=people, words=shown(words), where=where),
            tuple(words),
        )
    for slug, column in answers.texts.items():
        element = columns.rule.element(slug)
        if element and not any(column):
            place = _(" di lembar {name}").format(name=sheet) if sheet else ""
            raise Refused(
                _(
                    "Tidak ada jawaban untuk unsur {element}{place}, sehingga IKM tidak dapat "
                    "dihitung; lengkapi kolomnya."
                ).format(element=element.name, place=place)
            )


def nobody(book: Book, sheets: Sequence[Columns]) -> str:
    """The refusal of a workbook with headings only; it says what was recognised."""
    its = sheets[0]
    strange = [s for columns in sheets for s in columns.strange]
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
        "jawabannya atau kirim laporan nihil ({nil}).{beside}"
    ).format(file=book.file, n=len(its.rule.elements), nil=nil_report("survey"), beside=beside)
