"""Why: what a survey sheet says of itself in words: its period, its rule, its service."""

import re

from etl.reading.book import Rows
from etl.recognising.vocabulary import normal
from etl.sheets.survey_dates import month_number

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
PART = re.compile(
    r"\b(?:(?P<half>semester|smt|sem)|(?P<quarter>triwulan|tw|kuartal|kwartal|quarter))"
    r" ?(?:ke )?(?P<n>iv|i{1,3}|[1-4])\b"
)
SHORT_PART = re.compile(r"^(?:(?P<half>s)|(?P<quarter>q)) ?(?P<n>[1-4])(?: (?:20\d\d))?$")
YEAR_OF = re.compile(r"\b((?:19|20)\d{2})\b")
YEAR = re.compile(
    r"\b(?:periode|tahun anggaran|survei tahun|tahun survei|masyarakat|skm|ikm)"
    r"\s*(?:tahun\s*)?(20\d{2})$"
)
SHORT_YEAR = re.compile(r"^[a-z]{3,9} (\d\d)$")
ROMAN_ALONE = re.compile(r"^(?:periode |tahap |gelombang )?(iv|i{1,3})(?: (?:tahun )?(20\d\d))?$")
ABOUT_TIME = {"bulan", "periode", "tahun", "sampai", "dengan", "hingga"}
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


def year(lines: list[str]) -> str | None:
    """The one year that titles speak of, regulations apart; None if none or several."""
    found = {
        y
        for line in lines
        if not any(words.search(normal(line)) for _code, words in REGULATIONS)
        for y in YEAR_OF.findall(normal(line))
    }
    return found.pop() if len(found) == 1 else None


def period(lines: list[str], name: str = "", other: str | None = None) -> str | None:
    """The period that titles or the sheet's `name` give, None if none or several.

    "Semester I Tahun 2019" is 2019-S1, "Januari 2024" 2024-01, "April s.d. Juni 2024" 2024-Q2. A
    part without a year ("Triwulan II", a sheet "Januari") takes the titles' one year, else `other`.
    """
    own = year([*lines, name]) or other
    told = [p for p in (_period(normal(line), own) for line in lines) if p]
    called = _period(normal(name), own)
    found = {p for p in told if len(p) > 4} or {called} - {None} or set(told)
    return found.pop() if len(found) == 1 else None


def _period(words: str, other: str | None) -> str | None:
    at, short = YEAR_OF.search(words), SHORT_YEAR.match(words)
    its = at[1] if at else f"20{short[1]}" if short else other
    if match := PART.search(words) or SHORT_PART.match(words):
        number, most = ROMAN[match["n"]], 2 if match["half"] else 4
        letter = "S" if match["half"] else "Q"
        return f"{its}-{letter}{number}" if its and number <= most else None
    if months := _months_named(words):
        return _span(months, its) if its else None
    match = YEAR.search(words)
    return match[1] if match else None


def _months_named(words: str) -> list[int]:
    """Months that a title or a sheet's name is about: one, or the two ends of a span."""
    told = [w for w in words.split() if len(w) >= 3 and not w.isdigit()]
    months = [m for m in map(month_number, told) if m]
    strange = {w for w in told if not month_number(w)} - ABOUT_TIME
    spoken = {"bulan", "periode"} & set(told) or len(months) == 2 or not strange
    return months if 1 <= len(months) <= 2 and spoken else []


def _span(months: list[int], its: str) -> str | None:
    first, last = months[0], months[-1]
    length = last - first + 1
    if length == 1:
        return f"{its}-{first:02d}"
    if length == 12:
        return its
    if length == 6 and first in (1, 7):
        return f"{its}-S{1 if first == 1 else 2}"
    if length == 3 and first % 3 == 1:
        return f"{its}-Q{(first + 2) // 3}"
    return None


def quarters(names: list[str], other: str | None) -> dict[str, str]:
    """Sheet → period of sheets named I to IV: quarters where there is a third or a fourth."""
    found = {n: m for n in names if (m := ROMAN_ALONE.match(normal(n)))}
    numbers = {ROMAN[m[1]] for m in found.values()}
    if len(numbers) != len(found) or max(numbers, default=0) < 3:
        return {}
    years = {n: m[2] or other for n, m in found.items()}
    return {n: f"{years[n]}-Q{ROMAN[m[1]]}" for n, m in found.items() if years[n]}


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
    """Whether a sheet's name may be a service's: neither "Sheet1" nor "Data", nor a time."""
    return not PLAIN_SHEET.match(normal(sheet)) and not names_time(sheet)


def names_time(sheet: str) -> bool:
    """Whether a sheet's name is a month, a quarter, a half-year or a year, with or without one."""
    words = normal(sheet)
    if re.fullmatch(r"(?:tahun )?(?:19|20)\d\d", words) or ROMAN_ALONE.match(words):
        return True
    return _period(words, "2000") is not None
