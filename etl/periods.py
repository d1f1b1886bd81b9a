"""Periods as people write them (2024, 2024-05, 2024-Q3, 2024-S1) and as months to count over."""

import re
from datetime import date

from etl.errors import Refused
from etl.words import _

_FORMS = re.compile(r"^(\d{4})(?:-(?:(\d{2})|Q([1-4])|S([12])))?$")


def months_of(period: str) -> tuple[int, int]:
    """First and last month (yyyymm) of a period; refused in words if it is no period.

    >>> months_of("2024-Q3")
    (202407, 202409)
    """
    match = _FORMS.match(period.strip()) if period else None
    if match is None:
        raise Refused(
            _(
                "Periode “{period}” tidak dikenal; tulis 2024, 2024-05, 2024-Q3, atau 2024-S1."
            ).format(period=period)
        )
    year = int(match[1])
    if match[2]:
        month = int(match[2])
        if not 1 <= month <= 12:
            raise Refused(
                _("Bulan pada periode “{period}” harus 01 sampai 12.").format(period=period)
            )
        first = last = month
    elif match[3]:
        first, last = 3 * int(match[3]) - 2, 3 * int(match[3])
    elif match[4]:
        first, last = 6 * int(match[4]) - 5, 6 * int(match[4])
    else:
        first, last = 1, 12
    return year * 100 + first, year * 100 + last


def month_of(day: date) -> int:
    """The month (yyyymm) of a day."""
    return day.year * 100 + day.month


def add_months(month: int, step: int) -> int:
    """The month `step` months after `month` (yyyymm).

    >>> add_months(202411, 3)
    202502
    """
    count = month // 100 * 12 + month % 100 - 1 + step
    return count // 12 * 100 + count % 12 + 1


def months_between(first: int, last: int) -> list[int]:
    """All months (yyyymm) from `first` to `last`, both included."""
    span = (last // 100 - first // 100) * 12 + last % 100 - first % 100
    return [add_months(first, k) for k in range(span + 1)]


def month_text(month: int) -> str:
    """202405 as people write it: 2024-05."""
    return f"{month // 100}-{month % 100:02d}"


def last_day(month: int) -> date:
    """The last day of a month (yyyymm)."""
    following = add_months(month, 1)
    return date.fromordinal(date(following // 100, following % 100, 1).toordinal() - 1)


def quarter_text(month: int) -> str:
    """202405 as its quarter: 2024-Q2."""
    return f"{month // 100}-Q{(month % 100 + 2) // 3}"
