"""The period a view shows: its code in the URL, its months, and what it is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.locale import format as f
from etl.errors import Refused
from etl.periods import (
    add_months,
    last_day,
    month_of,
    month_text,
    months_between,
    months_of,
    quarter_text,
)
from etl.words import _
from metrics.asking.weeks import code_of, monday_of, whole_month_before

LAST_YEAR = "12"
TREND_MONTHS = 24
WEEKS = 12


@dataclass(frozen=True)
class Period:
    """Whole months from `start` to `end` ("YYYY-MM"), known in the URL as `code`.

    `week`: the Monday of the week that was chosen (code "2026-W43"); the months are then the
    twelve whole ones before its end, since the counts know months (docs/decisions/0022).
    """

    code: str
    start: str
    end: str
    week: date | None = None

    def label(self) -> str:
        """In words: "Oktober 2026", "Triwulan III 2026", "November 2025–Oktober 2026"."""
        if self.week or self.code == LAST_YEAR or (len(self.code) == 4 and self.end[5:] != "12"):
            return f.months(self.start, self.end)
        text = f.period(self.code)
        return text[:1].upper() + text[1:]

    def option(self) -> str:
        """As the choice in the bar: "12 bulan terakhir" or the period itself, capital first;
        of a week its days, "19–25 Okt 2026".
        """
        if self.week:
            return f.week(self.week, short=True)
        if self.code == LAST_YEAR:
            return _("12 bulan s.d. {month}").format(month=f.month(self.end, short=True))
        if len(self.code) == 4 and self.end[5:] != "12":
            return _("{year} s.d. {month}").format(
                year=self.code, month=f.month(self.end, short=True)
            )
        return self.label()

    def before(self) -> "Period":
        """The same months one year earlier, for growth against the same months."""
        return Period("", _shift(self.start, -12), _shift(self.end, -12))

    def trend(self, months: int = TREND_MONTHS) -> "Period":
        """The `months` months that end where this period ends, for sparklines and trends."""
        return Period("", _shift(self.end, 1 - months), self.end)

    def months(self) -> list[str]:
        """Every month of the period, "YYYY-MM"."""
        span = months_between(_int(self.start), _int(self.end))
        return [month_text(m) for m in span]


def _int(month: str) -> int:
    return months_of(month)[0]


def _shift(month: str, step: int) -> str:
    return month_text(add_months(_int(month), step))


def last_complete(as_of: date) -> str:
    """The last month that was whole on `as_of`: the month itself only in its last five days,
    since the last reported day is the last on which something happened, not the month's end.
    """
    month = month_of(as_of)
    near = (last_day(month) - as_of).days < 5
    return month_text(month if near else month_of(as_of.replace(day=1) - timedelta(1)))


def choices(first: str, last: str) -> list[Period]:
    """The periods on offer between two months: last 12 months, years, semesters, quarters, months.

    The first is the default. Newest first; only years, semesters and quarters that are whole,
    and the running year up to `last`.
    """
    span = [month_text(m) for m in months_between(_int(first), _int(last))]
    found = [Period(LAST_YEAR, _shift(last, -11), last)]
    for size, code in ((12, _year), (6, _half), (3, _quarter)):
        codes = dict.fromkeys(code(m) for m in reversed(span))
        for name in codes:
            begin, end = (month_text(m) for m in months_of(name))
            if end <= last and (begin >= first or size == 12):
                found.append(Period(name, begin, end))
            elif size == 12 and begin <= last:
                found.append(Period(name, begin, last))
    found += [Period(m, m, m) for m in reversed(span)]
    return found


def weeks(first: str, last: str, told: tuple[date, date] | None, asked: str = "") -> list[Period]:
    """The last `WEEKS` weeks that records tell whole (`told`: the first and last Monday), newest
    first, and where the address asks for an earlier one, it with its neighbours.
    """
    if told is None:
        return []
    mondays = {told[1] - timedelta(7 * k) for k in range(WEEKS)}
    if (monday := monday_of(asked)) is not None:
        mondays |= {monday + timedelta(7 * k) for k in (-1, 0, 1)}
    within = sorted((m for m in mondays if told[0] <= m <= told[1]), reverse=True)
    return [_week(monday, first, last) for monday in within]


def _week(monday: date, first: str, last: str) -> Period:
    end = min(max(month_text(whole_month_before(monday)), first), last)
    return Period(code_of(monday), _shift(end, -11), end, monday)


def named(code: str | None, first: str, last: str) -> Period | None:
    """The period that an address names, where something was told in it; None for any other.

    A month or survey period that is not over is not on offer by itself, yet a link may show it.
    """
    try:
        begin, end = (month_text(m) for m in months_of(code or ""))
    except Refused:
        return None
    return Period(code or "", begin, end) if begin <= last and end >= first else None


def beside(found: Iterable[str], code: str, step: int) -> str | None:
    """The period of the same length next to `code` among those on offer: before (-1), after (1).

    >>> beside(["12", "2026", "2026-10", "2026-09"], "2026-10", -1)
    '2026-09'
    """
    alike = sorted(c for c in found if _length(c) == _length(code))
    at = alike.index(code) + step
    return alike[at] if 0 <= at < len(alike) else None


def _length(code: str) -> str:
    return "".join("9" if c.isdigit() else c for c in code)


def _year(month: str) -> str:
    return month[:4]


def _half(month: str) -> str:
    return f"{month[:4]}-S{1 if int(month[5:]) <= 6 else 2}"


def _quarter(month: str) -> str:
    return quarter_text(_int(month))
