"""Why: what a survey sheet says of itself in words: its period, its rule, its service."""

import re

from etl.reading.book import Rows
from etl.recognising.vocabulary import normal

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
SEMESTER = re.compile(r"\b(?:semester|smt)\s*(i{1,2}|[12])\b.*?\b((?:19|20)\d{2})\b")
QUARTER = re.compile(r"\b(?:triwulan|tw|kuartal)\s*(iv|i{1,3}|[1-4])\b.*?\b((?:19|20)\d{2})\b")
SPAN = re.compile(r"\bjanuari\s*(?:s d|sampai|sampai dengan|hingga)?\s*(juni|desember)\s*(20\d{2})")
SECOND_HALF = re.compile(r"\bjuli\s*(?:s d|sampai|sampai dengan|hingga)?\s*desember\s*(20\d{2})")
YEAR = re.compile(
    r"\b(?:periode|tahun anggaran|survei tahun|tahun survei)\s*(?:tahun\s*)?(20\d{2})$"
)
SERVICE = re.compile(r"^\s*(?:jenis|unit|nama)?\s*(?:pe)?layanan\s*:\s*(\S.*)$", re.IGNORECASE)
REGULATIONS = (
    ("2017", re.compile(r"\b14 (?:tahun )?2017\b")),
    ("2014", re.compile(r"\b16 (?:tahun )?2014\b")),
    ("2004", re.compile(r"\b25 (?:m pan )?(?:\d )?(?:tahun )?2004\b")),
)
PLAIN_SHEET = re.compile(
    r"^(sheet|lembar|lembar kerja|data|template|worksheet|responden|kuesioner|rekap|skm|ikm|"
    r"form responses|form respons|respons|jawaban|olah data|pengolahan|pengolahan data)?\s*\d*$"
)


def texts(rows: Rows) -> list[str]:
    """The texts of a sheet's first rows, as written."""
    return [c for row in rows for c in row if isinstance(c, str) and c.strip()]


def period(lines: list[str]) -> str | None:
    """The period that titles name ("Semester I Tahun 2019" → 2019-S1), None if none or several."""
    found: set[str] = set()
    for line in lines:
        words = normal(line)
        if match := SEMESTER.search(words):
            found.add(f"{match[2]}-S{ROMAN[match[1]]}")
        elif match := QUARTER.search(words):
            found.add(f"{match[2]}-Q{ROMAN[match[1]]}")
        elif match := SPAN.search(words):
            found.add(f"{match[2]}-S1" if match[1] == "juni" else match[2])
        elif match := SECOND_HALF.search(words):
            found.add(f"{match[1]}-S2")
        elif match := YEAR.search(words):
            found.add(match[1])
    return found.pop() if len(found) == 1 else None


def rule(lines: list[str]) -> str | None:
    """The rule that titles cite, None if none or several."""
    cited = {code for line in lines for code, words in REGULATIONS if words.search(normal(line))}
    return cited.pop() if len(cited) == 1 else None


def rule_of(period: str | None) -> str | None:
    """The nine-element rule in force in a period; None where two were (2014 to 2017)."""
    if not period or not period[:4].isdigit():
        return None
    return "2017" if int(period[:4]) >= 2018 else None


def service(lines: list[str]) -> str | None:
    """The service that a title names ("Jenis layanan : IMB"), None if none or several."""
    found = {m[1].strip(" :") for line in lines if (m := SERVICE.match(line))}
    return found.pop() if len(found) == 1 else None


def names_service(sheet: str) -> bool:
    """Whether a sheet's name may be a service's: neither "Sheet1" nor "Data"."""
    return not PLAIN_SHEET.match(normal(sheet))
