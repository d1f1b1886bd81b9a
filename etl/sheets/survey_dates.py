"""Why: the day of an answer as forms stamp it, in every locale; it is optional and costs no row.

Google Forms, LimeSurvey, Kobo and people write a moment in many ways ("2024/03/05 10:05:00 AM
GMT+7", "5 Maret 2024 10.05", "3/5/24"). The whole column is read one way; what cannot be read
leaves the answer without a day, and is said.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from etl.paths import DATA
from etl.words import _, counted

FIRST_YEAR = 2000  # forms stamp 1970, 1980 or 1999 where they keep no day
EPOCH = date(1970, 1, 1)
SERIAL_ZERO = date(1899, 12, 30)
BLANKS = frozenset({"", "-", "–", "n/a", "na", "null", "none", "nan"})
YEAR_FIRST = re.compile(r"^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)")
YEAR_LAST = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
DAY_NAMED = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?[-/., ]*(\d{4}|\d{2})(?!\d)"
)
MONTH_NAMED = re.compile(r"^([a-z]{3,9})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})(?!\d)")
WEEKDAY = re.compile(
    r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|"
    r"sat\w*|sun\w*)[,. ]+"
)
CLOCK_FIRST = re.compile(r"^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?[,\s]+(?=\d|[a-z])")
SERIAL = re.compile(r"^[2-7]\d{4}([.,]\d+)?$")
SECONDS = re.compile(r"^1\d{9}(\d{3})?$")
#: A clock and how far it is ahead of UTC: "10:05:00 am gmt+7", "23:30:00.000+07:00", "16:30:00z".
CLOCK_WITH_OFFSET = re.compile(
    r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\.\d+)?\s*(?:([ap])\.?m\.?)?\s*"
    r"(?:z|(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d\d)?)$"
)


@dataclass(frozen=True)
class Days:
    """One ISO day or "" for each cell, and a sentence on what could not be read."""

    days: tuple[str, ...]
    notes: tuple[str, ...] = ()


@cache
def _months() -> dict[str, int]:
    with (DATA / "months.csv").open(encoding="utf-8", newline="") as file:
        return {n: int(r["month"]) for r in csv.DictReader(file) for n in r["names"].split("|")}


def month_number(word: str) -> int | None:
    """The month that a word names in Indonesian or English, or None."""
    known = _months()
    return known.get(word) or (known.get(word[:3]) if len(word) > 3 else None)


def read_days(
    label: str,
    cells: Sequence[str],
    today: date,
    formats: Sequence[str] = (),
    zone: str = "Asia/Jakarta",
) -> Days:
    """The day of each cell of one column; `formats` are a mapping's strptime forms.

    A time that names its offset gives the day in `zone`, where the office is.
    A column in which some value fits only month/day and none only day/month loses its days: only a
    person can say that an office's system is American.
    """
    seen = {c: _bare(c) for c in dict.fromkeys(cells)}
    if formats:
        read = {c: _by_format(c.strip(), formats) or _fixed(b) for c, b in seen.items()}
        return _told(label, cells, read, seen, today)
    numeric = [m for b in seen.values() if (m := YEAR_LAST.match(b))]
    day_first = any(int(m[1]) > 12 for m in numeric)
    month_first = any(int(m[2]) > 12 for m in numeric)
    read = {c: _at_office(b, _fixed(b) or _day_first(b), zone) for c, b in seen.items()}
    if month_first and not day_first:
        read = {c: _at_office(b, _fixed(b), zone) for c, b in seen.items()}
        why = _(
            "Tanggal pada kolom {name} tertulis bulan/hari/tahun; tanggal itu dikosongkan. Beri "
            'pemetaan dengan [formats] date = "%m/%d/%Y" agar terbaca.'
        ).format(name=label)
        days = _told(label, cells, read, dict.fromkeys(seen, ""), today).days
        return Days(days, (why,))
    found = _told(label, cells, read, seen, today)
    if numeric and not day_first and any(m[1] != m[2] for m in numeric):
        either = _("Tanggal pada kolom {name} dibaca hari/bulan/tahun.").format(name=label)
        return Days(found.days, (either, *found.notes))
    return found


def _told(
    label: str,
    cells: Sequence[str],
    read: dict[str, date | None],
    seen: dict[str, str],
    today: date,
) -> Days:
    latest = today + timedelta(days=1)
    kept = {
        c: d.isoformat() if d and date(FIRST_YEAR, 1, 1) <= d <= latest else ""
        for c, d in read.items()
    }
    lost = [c for c in cells if seen[c] and not kept[c]]
    why = counted(
        "{n} tanggal pada kolom {name} tidak terbaca dan dikosongkan, misalnya {example}.",
        len(lost),
    )
    notes = (why.format(n=len(lost), name=label, example=lost[0].strip()),) if lost else ()
    return Days(tuple(kept[c] for c in cells), notes)


def _bare(cell: str) -> str:
    """A moment in lower case without its weekday and a clock that stands first."""
    low = " ".join(cell.lower().replace("\u202f", " ").split())
    low = "" if low in BLANKS else low
    return CLOCK_FIRST.sub("", WEEKDAY.sub("", low))


def _fixed(text: str) -> date | None:
    """The day of a text that can be read in one way only."""
    if match := YEAR_FIRST.match(text):
        return _date(match[1], int(match[2]), match[3])
    if (match := DAY_NAMED.match(text)) and (month := month_number(match[2])):
        return _date(match[3], month, match[1])
    if (match := MONTH_NAMED.match(text)) and (month := month_number(match[1])):
        return _date(match[3], month, match[2])
    if SERIAL.match(text):
        return SERIAL_ZERO + timedelta(days=int(float(text.replace(",", "."))))
    if SECONDS.match(text):
        return EPOCH + timedelta(seconds=int(text[:10]))
    return None


def _at_office(text: str, day: date | None, zone: str) -> date | None:
    """The day at the office of a text read as `day`, where it names its clock's offset."""
    said = CLOCK_WITH_OFFSET.search(text) if day else None
    if day is None or said is None or int(said[1]) > 23 or int(said[2]) > 59:
        return day
    hour, ahead = int(said[1]), timedelta(hours=int(said[5] or 0), minutes=int(said[6] or 0))
    if said[3]:
        hour = hour % 12 + (12 if said[3] == "p" else 0)
    if ahead >= timedelta(days=1):
        return day
    there = timezone(-ahead if said[4] == "-" else ahead)
    moment = datetime(day.year, day.month, day.day, hour, int(said[2]), tzinfo=there)
    return moment.astimezone(ZoneInfo(zone)).date()


def _day_first(text: str) -> date | None:
    match = YEAR_LAST.match(text)
    return _date(match[3], int(match[2]), match[1]) if match else None


def _by_format(text: str, formats: Iterable[str]) -> date | None:
    for form in formats:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _date(year: str, month: int, day: str) -> date | None:
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(whole, month, int(day))
    except ValueError:
        return None
