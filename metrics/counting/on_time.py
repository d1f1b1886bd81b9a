"""The one on-time rule, by dates: decided on or before the due day, whatever day of the week.

Counts, lists, marks and replays read what is judged here and judge nothing of their own
(indicators.md §3, §6).
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.marks import SOON_DAYS


def met(
    ended: ir.DateValue,
    due: ir.DateValue,
    seen: ir.DateValue,
    left_out: ir.BooleanValue,
    withdrawn: ir.BooleanValue | None = None,
) -> ir.IntegerValue:
    """1 ended in time, 0 late, null where the case is in no rate as seen on the day `seen`.

    Due on `seen` itself and still open is not judged yet; `withdrawn` in time is left out, late it
    is late; `left_out` are cases whose end is known to be but not when. Source: indicators.md §3.
    """
    gone = ibis.literal(False) if withdrawn is None else ibis.coalesce(withdrawn, False)
    return ibis.cases(
        (due.isnull() | left_out | (due > seen), ibis.null("int32")),
        ((ended <= due) & gone, ibis.null("int32")),
        (ended <= due, ibis.literal(1, "int32")),
        (ended.notnull() | (due < seen), ibis.literal(0, "int32")),
        else_=ibis.null("int32"),
    )


def overdue(due: ir.DateValue, seen: ir.DateValue) -> ir.BooleanValue:
    """Whether what is open on the day `seen` is late: its due day has gone by; null without one."""
    return due < seen


def soon(
    due: ir.DateValue, seen: ir.DateValue, due_idx: ir.IntegerValue, seen_idx: ir.IntegerValue
) -> ir.BooleanValue:
    """Whether what is open on the day `seen` falls due in `SOON_DAYS` working days, today too."""
    return (due >= seen) & (due_idx - seen_idx <= SOON_DAYS)
