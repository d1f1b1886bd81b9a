"""Numbers, money, dates and periods the way an Indonesian office writes them."""

import datetime as dt
import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal
from typing_extensions import TypeIs

from etl.words import _, counted, language

MISSING = "–"
NBSP = "\u00a0"


def locale() -> Locale:
    """The Babel locale of the language in use."""
    return Locale.parse("en_GB" if language() == "en" else "id_ID")


def missing(value: Any) -> TypeIs[None]:
    """True for None, NaN, NaT and pandas' NA: there is nothing to show."""
    if value is None:
        return True
    try:
        return bool(value != value)  # NaN and NaT differ from themselves
    except TypeError:  # pandas.NA has no truth value
        return True


def number(value: Any, decimals: int = 0) -> str:
    """`1234.5` → "1.234,5" with `decimals` places, rounded half up; missing is "–"."""
    if missing(value) or (isinstance(value, float) and math.isinf(value)):
        return MISSING
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(exact, pattern, locale=locale())


def percent(value: Any, decimals: int = 1) -> str:
    """A fraction 0..1 → "84,9 %"."""
    if missing(value):
        return MISSING
    gap = "" if language() == "en" else NBSP
    return number(Decimal(str(value)) * 100, decimals) + gap + "%"


def points(value: Any, decimals: int = 1) -> str:
    """A difference of two fractions in percentage points: "+6,4 poin"."""
    if missing(value):
        return MISSING
    return signed(Decimal(str(value)) * 100, decimals) + NBSP + _("poin")


def signed(value: Any, decimals: int = 0) -> str:
    """A number with its sign: "+6,1", "−2"; nought has none."""
    if missing(value):
        return MISSING
    text = number(abs(value), decimals)
    if not any(digit in text for digit in "123456789"):
        return text
    return ("+" if value > 0 else "−") + text


def rupiah(value: Any, short: bool = True) -> str:
    """Rupiah: "Rp 1,2 juta" (short, from a million on) or in full "Rp 1.234.567"."""
    if missing(value):
        return MISSING
    if short and abs(value) >= 1_000_000:
        text = format_compact_decimal(
            Decimal(str(value)), format_type="long", locale=locale(), fraction_digits=1
        )
        return f"Rp{NBSP}{text}".replace(" ", NBSP)
    return f"Rp{NBSP}{number(value)}"


def days(value: Any, decimals: int | None = None) -> str:
    """Working days: "4 hari", "4,5 hari" (a half is shown, a whole is not "4,0")."""
    if missing(value):
        return MISSING
    if decimals is None:
        decimals = 0 if round(float(value), 1) == round(float(value)) else 1
    return number(value, decimals) + NBSP + counted("hari", round(float(value), decimals))


def date(value: Any) -> str:
    """`2026-01-05` → "5 Januari 2026"; takes a date, a datetime or ISO text."""
    if missing(value) or value == "":
        return MISSING
    return format_date(_as_date(value), "d MMMM y", locale=locale())


def date_short(value: Any) -> str:
    """`2026-01-05` → "5 Jan 2026"."""
    if missing(value) or value == "":
        return MISSING
    return format_date(_as_date(value), "d MMM y", locale=locale())


def week(monday: dt.date, short: bool = False) -> str:
    """The seven days from a Monday: "19–25 Oktober 2026", "26 Oktober–1 November 2026"; `short`
    with the months cut ("26 Okt–1 Nov 2026").
    """
    sunday, name = monday + dt.timedelta(6), "MMM" if short else "MMMM"
    begins = "d" if monday.month == sunday.month else f"d {name}"
    begins = begins if monday.year == sunday.year else f"{begins} y"
    first = format_date(monday, begins, locale=locale())
    return f"{first}–{format_date(sunday, f'd {name} y', locale=locale())}"


def _as_date(value: Any) -> dt.date:
    if isinstance(value, str):
        return dt.date.fromisoformat(value[:10])
    return value.date() if isinstance(value, dt.datetime) else value


def month(value: str, short: bool = False) -> str:
    """A month in words: "2026-10" → "Oktober 2026", or "Okt 2026"."""
    if missing(value) or value == "":
        return MISSING
    first = dt.date(int(value[:4]), int(value[5:7]), 1)
    return format_date(first, "MMM y" if short else "MMMM y", locale=locale())


def months(start: str, end: str, short: bool = False) -> str:
    """A span of months: "Oktober 2026", "Januari–Oktober 2026", "November 2025–Oktober 2026"."""
    if start == end:
        return month(end, short)
    if start[:4] == end[:4]:
        first = dt.date(int(start[:4]), int(start[5:7]), 1)
        name = format_date(first, "MMM" if short else "MMMM", locale=locale())
        return f"{name}–{month(end, short)}"
    return f"{month(start, short)}–{month(end, short)}"


def period(value: str) -> str:
    """A period code in words: "2026", "2026-10", "2026-Q3" → "triwulan III 2026", "2026-S1"."""
    if missing(value) or value == "":
        return MISSING
    year, _dash, part = str(value).partition("-")
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV"}
    if part.startswith("Q"):
        return _("triwulan {part} {year}").format(part=roman[part[1]], year=year)
    if part.startswith("S"):
        return _("semester {part} {year}").format(part=roman[part[1]], year=year)
    return month(value) if part else year


def brief_percent(value: Any) -> str:
    """A fraction as a percentage without needless decimals: "85 %", "87,5 %"."""
    if missing(value):
        return MISSING
    whole = round(float(value) * 100, 6)
    return percent(value, 0 if whole == round(whole) else 1)


def brief(show: Callable[[Any], str]) -> Callable[[Any], str]:
    """The writer for axes and targets that goes with `show`: percentages without needless zeros."""
    return brief_percent if show is percent else show


def figure(value: Any, shape: str, decimals: int = 0) -> str:
    """A figure in words by its indicator's `shape`: count, rate, ratio, days, amount or
    index. Rates and ratios → "84,9 %", days → "4 hari", amounts → "Rp 1,2 juta".
    """
    if shape in ("rate", "ratio"):
        return percent(value)
    if shape == "days":
        return days(value)
    if shape == "amount":
        return rupiah(value)
    return number(value, decimals)


def sentence(parts: list[str]) -> str:
    """Names joined as a person writes them: "A, B, dan C"."""
    if len(parts) < 3:
        return _(" dan ").join(parts)
    return ", ".join(parts[:-1]) + _(", dan ") + parts[-1]
