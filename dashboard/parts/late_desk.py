"""At whose desk the late cases of the office in view lie now, and since when the first is late."""

from dataclasses import dataclass
from datetime import date

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.records import desk_name
from dashboard.parts import case_lists
from etl.words import _
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
        parts = []
        if self.desk:
            parts.append(
                _("terbanyak di {desk}: {n}").format(
                    desk=desk_name(self.desk), n=f.number(self.there)
                )
            )
        if self.since is not None:
            parts.append(_("yang terlama jatuh tempo {day}").format(day=f.date(self.since)))
        return f" ({'; '.join(parts)})" if parts else ""


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
