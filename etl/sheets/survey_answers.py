"""Why: answers as people write them (4, "4 ", Sangat baik, d. Sesuai, Gratis) become scores."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from etl.paths import DATA
from etl.reading.book import Cell
from etl.recognising.vocabulary import normal

BLANK, ZERO, WRONG, UNKNOWN = 0, -1, -2, -3
NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "kosong", "tidak diisi", "tidak menjawab"})
OPTION = re.compile(r"^\(?\s*([a-e]|\d)\s*[.):=\-–]\s*(?=\D)|\s*\(\s*[1-4]\s*\)\s*$", re.IGNORECASE)
NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")
TOLD = re.compile(
    r"^(?:nilai|skor|score|poin)?\s*[:=]?\s*\(?([1-4])\)?\s*(?:[.():=\-–/]|dari\s*4|bintang|stars?|$)|"
    r"\(\s*([1-4])\s*\)\s*$",
    re.IGNORECASE,
)
FILLED, EMPTY = "★⭐🌟✭*", "☆✩"
STARS = re.compile(rf"^[{re.escape(FILLED + EMPTY)}\ufe0f\s]+$")
LETTER = re.compile(r"^\(?\s*([a-d])\s*[).]?$|^ao?0?([1-4])$", re.IGNORECASE)
HUNDREDS = frozenset({25, 50, 75, 100})  # answers already on the converted scale


@dataclass(frozen=True)
class Scale:
    """One family of words for 1 to 4, in the order of `data/answer_words.csv`."""

    name: str
    scores: dict[str, int]


@dataclass(frozen=True)
class Writing:
    """How a whole sheet writes its answers, beside words and plain scores.

    `letters`: what A to D (or A1 to A4) stand for, by the sheet's legend or a person's word.
    `hundreds`: scores stand as 25, 50, 75, 100. `words`: an office's own words for scores.
    """

    letters: Mapping[str, int] = field(default_factory=dict)
    hundreds: bool = False
    words: Mapping[str, int] = field(default_factory=dict)


PLAIN = Writing()


@cache
def scales(element: str) -> tuple[Scale, ...]:
    """The scales an element's answers may be written in; its own words are part of each."""
    own: dict[str, int] = {}
    common: dict[str, dict[str, int]] = {}
    with (DATA / "answer_words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words, score = normal(row["words"]), int(row["score"])
            if element and row["element"] == element:
                own[words] = score
            elif not row["element"]:
                common.setdefault(row["scale"], {})[words] = score
    return tuple(Scale(name, {**words, **own}) for name, words in common.items())


def bare(cell: str) -> str:
    """The words of an answer: without the letter or number of its option."""
    return normal(OPTION.sub("", cell.strip()))


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, as a number or as text."""
    if isinstance(cell, str):
        return bool(NUMBER.match(cell.strip()))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def choose(element: str, cells: Iterable[str], hint: Sequence[str] = ()) -> Scale:
    """The scale that covers most of the distinct words; ties go to one of `hint`, then the first.

    "Tidak puas" is 1 beside "kurang puas" and 2 beside "sangat tidak puas": the words of the
    whole column decide, and where they leave it open, those of the sheet's other columns (`hint`:
    names of scales in the order of trust).
    """
    found = {bare(c) for c in cells}
    order = list(hint)

    def rank(scale: Scale) -> tuple[int, int]:
        place = order.index(scale.name) if scale.name in order else len(order)
        return sum(w in scale.scores for w in found), -place

    return max(scales(element), key=rank)


def distinct_words(cells: Iterable[Cell]) -> set[str]:
    """The answers that are words, each once."""
    return {
        c.strip()
        for c in set(cells)
        if isinstance(c, str) and c.strip().lower() not in NOTHING and not is_number(c)
    }


def letter_of(cell: Cell) -> str | None:
    """The letter A to D that an answer consists of, or None."""
    match = LETTER.match(cell.strip()) if isinstance(cell, str) else None
    if match is None:
        return None
    return match[1].lower() if match[1] else "abcd"[int(match[2]) - 1]


def stars_of(text: str) -> int | None:
    """How many stars of four an answer shows, None for no stars or a scale of more."""
    if not STARS.match(text):
        return None
    filled, empty = (sum(c in kind for c in text) for kind in (FILLED, EMPTY))
    return filled if 1 <= filled <= 4 and filled + empty <= 4 else None


def _by_word(text: str, scale: Scale, writing: Writing) -> int | None:
    words = (bare(text), normal(text))
    for known in (writing.words, scale.scores):
        if score := known.get(words[0]) or known.get(words[1]):
            return score
    letter = letter_of(text)
    if letter is not None:
        return writing.letters.get(letter)
    told = TOLD.search(text)
    return stars_of(text) or (int(told[1] or told[2]) if told else None)


def read_cell(cell: Cell, scale: Scale, writing: Writing = PLAIN) -> tuple[str, int]:
    """(text for the checks, code) of one answer.

    The code is 1 to 4 for a score, BLANK, ZERO, WRONG for another number, UNKNOWN for a word that
    no scale has. A number with a fraction stays as written: 3,5 is no score.
    """
    if isinstance(cell, str):
        text = cell.strip()
        if text.lower() in NOTHING:
            return "", BLANK
        if not NUMBER.match(text):
            score = _by_word(text, scale, writing)
            return (str(score), score) if score else (text, UNKNOWN)
        number = float(text.replace(",", "."))
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        text, number = repr(cell), float(cell)
    else:
        return ("", BLANK) if cell is None else (str(cell), WRONG)
    if not number.is_integer():
        return text, WRONG
    whole = int(number)
    if writing.hundreds and whole in HUNDREDS:
        whole //= 25
    code = ZERO if whole == 0 else whole if 1 <= whole <= 4 else WRONG
    return str(whole), code


def hints(columns: dict[str, set[str]]) -> tuple[str, ...]:
    """Scales by how many distinct words of all columns only they know: what the sheet speaks."""
    votes: dict[str, int] = {}
    for element, found in columns.items():
        words = {bare(w) for w in found}
        for scale in scales(element):
            votes[scale.name] = votes.get(scale.name, 0) + sum(w in scale.scores for w in words)
    return tuple(sorted(votes, key=lambda name: -votes[name]))
