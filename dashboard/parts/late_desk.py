"""At whose desk the late cases of the office in view lie now, and since when the first is late."""

from dataclasses import dataclass
from datetime import date

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.alert_words import lying
from dashboard.parts import case_lists
from metrics.asking.case_file import positions
from metrics.asking.coverage import in_the_past
from metrics.judging.lying import most_at


@dataclass(frozen=True)
class LateDesk:
    """How many cases are late, the desk ("": unknown) at which most of them lie, how many there,
    and the oldest due day."""

    n: int
    desk: str
    there: int
    since: date | None

    def words(self) -> str:
        """In brackets after a number of late cases: desk and since when; "" where neither is
        known."""
        since = f.date(self.since) if self.since is not None else ""
        return lying(self.desk, self.there, since)


def late_desk(view: View) -> LateDesk | None:
    """None for a reader who sees no cases, for a past moment, and where no case is late."""
    if not view.case_rows or view.office is None:
        return None
    if in_the_past(view.snapshot, view.scope, view.query, "applications"):
        return None
    late = case_lists.read(view, case_lists.OVERDUE)
    if late.empty:
        return None
    numbers = list(late["application_no"])
    found = positions(view.snapshot, view.scope, view.office.code, numbers)
    desk, there = most_at(found.assign(desk=found["desk"].fillna(""), n=1))
    days = late["due_day"].dropna()
    return LateDesk(
        len(late),
        desk,
        there,
        days.min() if len(days) else None,
    )
