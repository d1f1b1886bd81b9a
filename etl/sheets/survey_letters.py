"""Why: answers that are letters only (A to D, or a form's codes A1 to A4) need a legend's word."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter

from etl.reading.book import Cell, Rows
from etl.recognising.vocabulary import normal
from etl.sheets.survey_answers import letter_of, scales

LINE = re.compile(r"^\(?\s*([a-d])\s*\)?\s*[=:.)\-–]\s*(.+)$", re.IGNORECASE)
ALONE = re.compile(r"^\(?\s*([a-d])\s*\)?\s*[=:.]?$", re.IGNORECASE)
BOUNDS = re.compile(r"\d{2}[.,]\d")  # a line of grades: "A (Sangat baik) 88,31 - 100,00"
UP, DOWN = (
    dict(zip("abcd", (1, 2, 3, 4), strict=True)),
    dict(zip("abcd", (4, 3, 2, 1), strict=True)),
)


def legend(sheets: Iterable[Rows]) -> dict[str, int]:
    """Letter → score as notes say it: "A = 4", "a. Tidak sesuai", in one cell or in two.

    {} where fewer than two letters are told, or one in two ways.
    """
    found: dict[str, set[int]] = {}
    for rows in sheets:
        words = {c.strip() for c in set(chain.from_iterable(rows)) if isinstance(c, str)}
        if not any(LINE.match(w) or ALONE.match(w) for w in words):
            continue
        for row in rows:
            cells = [c.strip() for c in row if isinstance(c, str) and c.strip()]
            if BOUNDS.search(" ".join(str(c) for c in row)):
                continue
            for place, cell in enumerate(cells):
                line = LINE.match(cell)
                if not line and ALONE.match(cell):
                    beside = _beside(row, cell) or next(iter(cells[place + 1 :]), "")
                    line = LINE.match(f"{cell.strip(' =:.()')} = {beside}") if beside else None
                score = _score(line[2]) if line else None
                if line and score:
                    found.setdefault(line[1].lower(), set()).add(score)
    told = {letter: scores.pop() for letter, scores in found.items() if len(scores) == 1}
    both = len(told) == len(found) >= 2 and len(set(told.values())) == len(told)
    return _completed(told) if both else {}


def _beside(row: tuple[Cell, ...], cell: str) -> str:
    at = next((i for i, c in enumerate(row) if isinstance(c, str) and c.strip() == cell), 0)
    after = next((c for c in row[at + 1 :] if str(c).strip(" =:")), "")
    return str(int(after)) if isinstance(after, float) and after.is_integer() else str(after)


def _score(words: str) -> int | None:
    plain = words.strip(" .;")
    if plain in ("1", "2", "3", "4"):
        return int(plain)
    if match := re.match(r"^(?:nilai|skor)?\s*([1-4])\b", plain, re.IGNORECASE):
        return int(match[1])
    for scale in scales(""):
        if score := scale.scores.get(normal(plain)):
            return score
    return None


def _completed(told: dict[str, int]) -> dict[str, int]:
    """All four letters where those told run straight up or straight down."""
    for way in (UP, DOWN):
        if all(way[letter] == score for letter, score in told.items()):
            return dict(way)
    return told


def only_letters(rows: Rows, columns: Sequence[int]) -> bool:
    """Whether most answers that are there are letters, in these columns of these rows."""
    wide = max(columns, default=-1) + 1
    whole = [row for row in rows if len(row) >= wide]
    counted = Counter(row[c] for row in rows if len(row) < wide for c in columns if c < len(row))
    for column in columns:
        counted.update(map(itemgetter(column), whole))
    filled = {c: n for c, n in counted.items() if str(c).strip() not in ("", "-")}
    letters = sum(n for c, n in filled.items() if letter_of(c) is not None)
    return letters * 2 > sum(filled.values())
