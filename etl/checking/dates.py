"""Dates as SQL: a whole column is read one way, ISO first, day before month unless told.

A column is profiled by its distinct first ten characters: 3 million cells cost one GROUP BY.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from etl.checking.zones import zone_sql
from etl.doors import at_page
from etl.errors import Refused
from etl.reading.raw import literal
from etl.words import _

MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
#: Months as registers number them: "5-XII-2024".
ROMAN_MONTHS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip
_WEEKDAYS = (
    "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|"
    "thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_NUMERIC = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_TIMES = ("", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", "T%H:%M:%S")
_OFFSET = r":\d\d(\.\d+)? ?([+-]\d\d(:?\d\d)?|[zZ])\s*$"
_EPOCH = re.compile(r"^1\d{9}$")
#: The offset that Google Forms writes behind a time: "10:05:00 AM GMT+7".
NAMED_OFFSET = r"(?:gmt|utc) ?([+-])(\d{1,2}):?(\d\d)?\s*$"
_ISO = re.compile(r"^\d{4}[-/]\d\d?[-/]\d\d?(?!\d)")


@dataclass(frozen=True)
class Formats:
    """How a mapping says that times are written: strptime formats, and the office's time zone."""

    datetime: str | None = None
    date: str | None = None
    timezone: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The formats that were given, the longer first."""
        return tuple(f for f in (self.datetime, self.date) if f)


@dataclass(frozen=True)
class DatePlan:
    """How one column is read: its SQL over the trimmed text, and what to tell about it.

    `slow` reads every way of writing; it is asked only for the cells that `sql` leaves null, and
    gives the time as written: `zone` is SQL of the clock that one with an offset is put on.
    """

    sql: str
    note: str = ""
    slow: str = ""
    zone: str = ""


def offset_minutes(text: str) -> str:
    """SQL of the minutes that a cell's "GMT+7" is ahead of UTC; null where it names none."""
    parts = f"regexp_extract(lower({text}), '{NAMED_OFFSET}', ['s', 'h', 'm'])"
    minutes = (
        f"60 * TRY_CAST(({parts}).h AS INTEGER) + coalesce(TRY_CAST(({parts}).m AS INTEGER), 0)"
    )
    return f"CASE ({parts}).s WHEN '+' THEN {minutes} WHEN '-' THEN -({minutes}) END"


def at_office(time: str, minutes: str, zone: str) -> str:
    """SQL of a TIMESTAMP written `minutes` ahead of UTC on the clock of `zone`."""
    utc = f"timezone('UTC', {time} - to_minutes({minutes}))"
    return f"CASE WHEN {minutes} IS NULL THEN {time} ELSE timezone({zone}, {utc}) END"


def zone_note(label: str) -> str:
    """What is said of a column whose times were put on the office's clock."""
    return _(
        "Waktu pada kolom {name} diubah ke waktu setempat kantor (WIB, WITA atau WIT menurut "
        "provinsinya); beri zona lain lewat pemetaan."
    ).format(name=label)


def profile_sql(text: str, source: str) -> str:
    """Rows (first ten characters, has an offset, cells) of the column `text` of `source`."""
    maybe = (
        f"contains({text}, '+') OR length({text}) > 19 OR ends_with({text}, 'Z') "
        f"OR substr({text}, 17, 1) = '-'"
    )
    offset = f"CASE WHEN {maybe} THEN regexp_matches({text}, '{_OFFSET}') ELSE false END"
    return (
        f"SELECT left({text}, 10), {offset}, count(*) FROM {source} "
        f"WHERE {text} IS NOT NULL GROUP BY ALL"
    )


def plan(
    text: str,
    label: str,
    profile: Iterable[tuple[str, bool, int]],
    formats: Formats,
    office: str | None = None,
) -> DatePlan:
    """The reading of one column from its profile.

    `text`: SQL of the trimmed cell, null when blank; the plan's SQL gives a TIMESTAMP, null where
    the cell is no date. `office`: SQL of the office's code, whose clock a time with an offset is
    put on. Raises `Refused` when the column is month before day and no mapping
    says so.
    """
    rows = list(profile)
    zone = literal(formats.timezone) if formats.timezone else zone_sql(office)
    offsets = any(has for start, has, _n in rows if _ISO.match(start))
    iso = _with_offset(text, zone) if offsets else f"TRY_CAST({text} AS TIMESTAMP)"
    note = zone_note(label) if offsets and not formats.timezone else ""
    if formats.given:
        given = ", ".join(literal(f) for f in formats.given)
        return DatePlan(f"COALESCE(try_strptime({text}, [{given}]), {_iso_only(text, iso)})")
    starts = [(start, n) for start, _has, n in rows]
    if starts and all(_EPOCH.match(start) for start, _n in starts):
        return DatePlan(_epoch(text, zone), _epoch_note(label), _general(text, "dmy"), zone)
    if all(_ISO.match(start) for start, _n in starts):
        return DatePlan(iso, note, _general(text, "dmy"), zone)
    order, order_note = _order(label, starts)
    isos = sum(n for start, n in starts if _ISO.match(start))
    tries = [_iso_only(text, iso)] if isos else []
    numeric = [m for start, _n in starts if (m := _NUMERIC.match(start))]
    if numeric:
        separators = sorted({m[2] for m in numeric})
        listed = ", ".join(literal(f"%d{x}%m{x}%Y{t}") for x in separators for t in _TIMES)
        read = f"try_strptime({text}, [{listed}])"
        if any(len(m[4]) == 2 for m in numeric):  # %Y takes 24 for the year 24
            read = f"CASE WHEN {read} >= TIMESTAMP '1000-01-01' THEN {read} END"
        most = isos * 2 < sum(n for _s, n in starts)  # what most cells fit is tried first
        tries.insert(0 if most else 1, read)
    sql = f"COALESCE({', '.join(tries)})" if tries else "CAST(NULL AS TIMESTAMP)"
    return DatePlan(sql, order_note or note, _general(text, order), zone)


def _epoch(text: str, zone: str) -> str:
    """Seconds or milliseconds since 1970, as local time."""
    whole = f"regexp_replace({text}, '[.,]0+$', '')"
    return (
        f"CASE WHEN regexp_matches({whole}, '^1\\d{{9}}$') THEN "
        f"timezone({zone}, to_timestamp(TRY_CAST({whole} AS BIGINT))) "
        f"WHEN regexp_matches({whole}, '^1\\d{{12}}$') THEN "
        f"timezone({zone}, to_timestamp(TRY_CAST({whole} AS BIGINT) / 1000.0)) END"
    )


def _epoch_note(label: str) -> str:
    return _("Kolom {name} berisi detik sejak 1970; dibaca sebagai waktu setempat kantor.").format(
        name=label
    )


def _order(label: str, starts: list[tuple[str, int]]) -> tuple[str, str]:
    """ "dmy" from what the values themselves prove, and a note when they prove nothing."""
    day_first = month_first = either = 0
    example = ""
    for start, n in starts:
        match = _NUMERIC.match(start)
        if not match:
            continue
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        dmy, mdy = _is_date(year, second, first), _is_date(year, first, second)
        day_first += n * (dmy and not mdy)
        month_first += n * (mdy and not dmy)
        either += n * (dmy and mdy and first != second)
        if mdy and not dmy:
            example = example or match[0]
    if month_first > day_first:
        way_out = (
            _("pilih “Tulisan tanggal” pada “Kolom yang dibaca dan artinya”")
            if at_page()
            else _('beri pemetaan dengan [formats] datetime, misalnya "%m/%d/%Y"')
        )
        raise Refused(
            _(
                "Kolom {name} berisi {example}, yang hanya terbaca sebagai bulan/hari/tahun; "
                "{way_out}."
            ).format(name=label, example=example, way_out=way_out)
        )
    if either and not day_first:
        return "dmy", _(
            "Semua tanggal kolom {name} dapat dibaca dua cara; dibaca hari/bulan/tahun."
        ).format(name=label)
    return "dmy", ""


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _with_offset(text: str, zone: str) -> str:
    offset = f"regexp_matches({text}, '{_OFFSET}')"
    return (
        f"CASE WHEN {offset} THEN timezone({zone}, TRY_CAST({text} AS TIMESTAMPTZ)) "
        f"ELSE TRY_CAST({text} AS TIMESTAMP) END"
    )


def _iso_only(text: str, iso: str) -> str:
    """`iso`, kept from reading 05-01-24 as a day of the year 5."""
    return f"CASE WHEN substr({text}, 5, 1) IN ('-', '/') THEN {iso} END"


def _general(text: str, order: str) -> str:
    """Any other date that people write: names of months, short years, am and pm, serials."""
    low = f"lower({text})"
    low = f"regexp_replace({low}, '^({_WEEKDAYS.replace(chr(39), chr(39) * 2)})[ ,]+', '')"
    low = f"regexp_replace({low}, '(pukul|jam|wib|wita|wit)', ' ', 'g')"
    low = f"regexp_replace({low}, ' *(gmt|utc) ?[+-]\\d{{1,2}}(:?\\d\\d)?\\s*$', '')"
    low = (
        f"regexp_replace({low}, '^([a-z]{{3,9}})\\.?[ -]+(\\d{{1,2}})(st|nd|rd|th)?,? +(\\d{{4}})',"
        " '\\2 \\1 \\4')"
    )
    clock = r"(?:[ t,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\.?)?)?\s*$"
    names = "['a','b','c','h','i','s','p']"
    day = (
        f"regexp_extract(_low, '^(\\d{{1,2}})[ /.-]+(\\d{{1,2}}|[a-z]{{1,9}})\\.?[ /.,-]+"
        f"(\\d{{4}}|\\d{{2}}){clock}', {names})"
    )
    year = (
        f"regexp_extract(_low, '^(\\d{{4}})[ /.-]+(\\d{{1,2}}|[a-z]{{3,9}})[ /.,-]+"
        f"(\\d{{1,2}}){clock}', {names})"
    )
    serial = (
        f"CASE WHEN regexp_matches({text}, '^[2-7]\\d{{4}}([.,]\\d+)?$') THEN "
        "TIMESTAMP '1899-12-30' + to_seconds(round(86400 * "
        f"TRY_CAST(replace({text}, ',', '.') AS DOUBLE))) END"
    )
    compact = (
        f"CASE WHEN regexp_matches({text}, '^(19|20)\\d{{6}}$') THEN "
        f"TRY_CAST(left({text}, 4) || '-' || substr({text}, 5, 2) || '-' || substr({text}, 7, 2) "
        "AS TIMESTAMP) END"
    )
    first, second = ("a", "b") if order == "dmy" else ("b", "a")
    written = f"COALESCE({_built(day, first, second, 'c')}, {_built(year, 'c', 'b', 'a')})"
    return f"COALESCE({_once(low, '_low', written)}, {serial}, {compact})"


def _once(value: str, name: str, sql: str) -> str:
    """`sql` over `value` under a name: written out each time it takes long to plan."""
    return f"list_transform([{value}], lambda {name}: {sql})[1]"


def _built(parts: str, day: str, month: str, year: str) -> str:
    """A TIMESTAMP from the text parts of a regular expression; null where they are no date."""
    table, roman = (
        "MAP {" + ", ".join(f"'{name}': '{n:02d}'" for name, n in names.items()) + "}"
        for names in (MONTHS, ROMAN_MONTHS)
    )
    m = f"_parts.{month}"
    y = f"_parts.{year}"
    h = "TRY_CAST(_parts.h AS INTEGER)"
    word = f"COALESCE({roman}[{m}], {table}[left({m}, 3)])"
    named = f"CASE WHEN regexp_matches({m}, '^[a-z]') THEN {word} ELSE {m} END"
    full_year = f"CASE WHEN length({y}) = 2 THEN if({y} < '70', '20', '19') || {y} ELSE {y} END"
    hour = (
        f"CASE WHEN _parts.p = 'p' AND {h} < 12 THEN {h} + 12 "
        f"WHEN _parts.p = 'a' AND {h} = 12 THEN 0 ELSE coalesce({h}, 0) END"
    )
    rest = " || ':' || ".join(f"coalesce(nullif(_parts.{k}, ''), '00')" for k in "is")
    time = (
        f"CASE WHEN {y} <> '' THEN TRY_CAST({full_year} || '-' || {named} || '-' || "
        f"_parts.{day} || ' ' || ({hour}) || ':' || {rest} AS TIMESTAMP) END"
    )
    return _once(parts, "_parts", time)


_MONTH = re.compile(
    r"^(?:(?P<y1>(?:19|20)\d\d)[-/. ]?(?P<m1>\d{1,2})(?:[-/. ]\d{1,2})?(?:[ T]00:00(?::00)?.*)?"
    r"|(?P<m2>\d{1,2})[-/. ](?P<y2>(?:19|20)\d\d)"
    r"|(?P<name>[a-z]{3,9})[-/. ,]*(?P<y3>(?:19|20)?\d\d)"
    r"|(?P<y4>(?:19|20)\d\d)[-/. ]*(?P<name2>[a-z]{3,9}))$"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def month(text: str) -> str | None:
    """A month as '2024-05' from 2024-05, 05/2024, Mei 2024, Mei-24, 2024-05-01; else None."""
    match = _MONTH.match(text.strip().lower())
    if not match:
        return None
    name = match["name"] or match["name2"]
    number = MONTHS.get(name[:3], 0) if name else int(match["m1"] or match["m2"])
    year = _year(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    return f"{year}-{number:02d}" if 1 <= number <= 12 else None


def period(text: str) -> str | None:
    """A period as 2024, 2024-05, 2024-Q3 or 2024-S1 from the usual ways of writing; else None."""
    low = " ".join(text.strip().lower().split())
    if re.fullmatch(r"(19|20)\d\d", low):
        return low
    year = re.search(r"(19|20)\d\d", low)
    part = re.search(
        r"\b(?:(semester|smt|s)|(triwulan|tw|kuartal|kwartal|quarter|q))[ -.]*"
        r"(?:ke[- ])?(iv|iii|ii|i|[1-4])\b",
        low,
    ) or re.search(r"-(?:(s)|(q))([1-4])$", low)
    if year and part:
        number = _ROMAN.get(part[3]) or int(part[3])
        letter, most = ("S", 2) if part[1] else ("Q", 4)
        return f"{year[0]}-{letter}{number}" if number <= most else None
    if re.fullmatch(r"tahun (19|20)\d\d", low) and year:
        return year[0]
    return month(text)
