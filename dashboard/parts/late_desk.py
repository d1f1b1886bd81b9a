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

    def words(self, dated: bool = True) -> str:
        """In brackets after a number of late cases: desk and, if `dated`, since when; "" where
        neither is known."""
        since = f.date(self.since) if dated and self.since is not None else ""
        every = self.n if self.n < case_lists.LIMIT else 0  # 0: there may be more than were read
        return lying(self.desk, self.there, since, every)


def late_desk(view: View, day: date | None = None) -> LateDesk | None:
    """None for a reader who sees no cases and where no case is late; for a past moment too, unless
    its `day` is given: then desks are of that day, and no due day is told (pauses move it later).
    """
    if not view.case_rows or view.query.office is None:
        return None
    past = in_the_past(view.snapshot, view.scope, view.query, "applications")
    if past and day is None:
        return None
    late = case_lists.read(view, case_lists.OVERDUE)
    if late.empty:
        return None
    numbers = list(late["application_no"])
    office = view.query.office
    found = positions(view.snapshot, view.scope, office, numbers, day if past else None)
    desk, there = most_at(found.assign(desk=found["desk"].fillna(""), n=1))
    days = late["due_day"].dropna()
    return LateDesk(
        len(late),
        desk,
        there,
        days.min() if len(days) and not past else None,
    )
