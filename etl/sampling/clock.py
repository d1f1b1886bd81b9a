"""Office time: a running number of working days, and back to dates within office hours."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.calendar import calendar_frame
from etl.sampling.profiles import Office, Span, rows

OPENS = 8 * 60  # minutes after midnight
MINUTES = 7 * 60 + 45
SLACK_DAYS = 40  # days after the end that still have a name; nothing there is ever written


@dataclass(frozen=True)
class Clock:
    """Working days of one office: time `t` is day number `floor(t)` and that share of the day."""

    days: np.ndarray  # datetime64[D], working days from the sample's first day on
    end: float  # first t that nobody has seen yet (after the office's last reported day)

    def at(self, t: np.ndarray) -> np.ndarray:
        """Local times (datetime64[us]) of `t`, to the minute; unseen or missing ones are NaT."""
        seen = np.isfinite(t) & (t < self.end)
        whole = np.where(seen, t, 0.0)
        day = np.floor(whole)
        minute = OPENS + np.floor((whole - day) * MINUTES)
        stamp = self.days[day.astype(np.int64)].astype("datetime64[us]")
        stamp = stamp + (minute * 60_000_000).astype("timedelta64[us]")
        return np.where(seen, stamp, np.datetime64("NaT", "us"))

    def number(self, day: date) -> int:
        """Number of the first working day on or after `day`."""
        return int(np.searchsorted(self.days, np.datetime64(day, "D")))

    def month_bounds(self, months: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """First working-day number of each month (datetime64[M]) and of the one after it."""
        first = np.searchsorted(self.days, months.astype("datetime64[D]"))
        after = np.searchsorted(self.days, (months + 1).astype("datetime64[D]"))
        return first, np.minimum(after, int(self.end))


def closures(office: str) -> list[date]:
    """Days on which this office alone was closed."""
    return [date.fromisoformat(r["date"]) for r in rows("closures") if r["office"] == office]


def clock_of(office: Office, span: Span) -> Clock:
    """The office's clock from the sample's first day to its last reported day."""
    frame = calendar_frame(
        span.first,
        span.until + timedelta(days=SLACK_DAYS),
        office.working_week,
        closures(office.office),
    )
    days = frame.loc[frame["working"] == 1, "day"].to_numpy().astype("datetime64[D]")
    last = span.silence if office.silent else span.until
    return Clock(days, float(np.searchsorted(days, np.datetime64(last, "D"), side="right")))
