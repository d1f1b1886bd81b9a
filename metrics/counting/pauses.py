"""The applicant's pauses of a case: merged, summed, and how far they move its due day."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Frame
from metrics.counting.expressions import look_up, month_of, tally
from metrics.counting.marks import SOON_DAYS

CASE = ("office", "application_no")


def merged(events: ir.Table, case: Sequence[str]) -> ir.Table:
    """The applicant's spans of each case, clipped to it and joined where they overlap.

    `events` carry the case's own span as `s_idx` and `e_idx`. Columns `case`, p_start, p_end
    (index; the days in (p_start, p_end] stand still), begun_day and before (paused days before
    this span).
    """
    spans = events.filter(events.clock == "applicant")
    spans = spans.mutate(
        p_start=ibis.greatest(spans.run_s_idx, spans.s_idx),
        p_end=ibis.least(ibis.coalesce(spans.run_f_idx, spans.e_idx), spans.e_idx),
    )
    spans = spans.filter(spans.p_end > spans.p_start)
    order = ["p_start", "p_end", "event"]
    earlier = ibis.window(group_by=case, order_by=order, rows=(None, -1))
    upto = ibis.window(group_by=case, order_by=order, rows=(None, 0))
    spans = spans.mutate(reach=spans.p_end.max().over(earlier))
    spans = spans.mutate(fresh=(spans.reach.isnull() | (spans.p_start > spans.reach)).cast("int32"))
    spans = spans.mutate(island=spans.fresh.sum().over(upto))
    found = spans.group_by(*case, "island").aggregate(
        p_start=spans.p_start.min(), p_end=spans.p_end.max(), begun_day=spans.begun_day.min()
    )
    before = ibis.window(group_by=case, order_by="p_start", rows=(None, -1))
    return found.mutate(
        before=ibis.coalesce((found.p_end - found.p_start).sum().over(before), 0).cast("int32")
    ).drop("island")


def paused(pauses: ir.Table, case: Sequence[str]) -> ir.Table:
    """Working days that each case stood still: `case`, paused."""
    return pauses.group_by(*case).aggregate(paused=(pauses.p_end - pauses.p_start).sum())


def due_index(cases: ir.Table, pauses: ir.Table, case: Sequence[str], frame: Frame) -> ir.Table:
    """`cases` with due_idx and due_day: the standard's end, moved on by each pause begun before it.

    Null without a standard; a case that starts on a day of rest is due on that day at the earliest.
    """
    reach = pauses.inner_join(cases.select(*case, "s_idx", "standard"), case)
    reach = reach.filter(reach.p_start < reach.s_idx + reach.standard + reach.before)
    moved = reach.group_by(*case).aggregate(moved=(reach.p_end - reach.p_start).sum())
    cases = look_up(cases, moved, {k: k for k in case}, {"moved": "moved"})
    cases = cases.mutate(
        due_idx=(cases.s_idx + cases.standard + ibis.coalesce(cases.moved, 0)).cast("int32")
    )
    cases = look_up(cases, frame.working, {"cal": "cal", "due_idx": "idx"}, {"due_on": "day"})
    return cases.mutate(
        due_day=ibis.ifelse(cases.due_on < cases.start_day, cases.start_day, cases.due_on)
    ).drop("due_on", "moved")


def due_unmoved(cases: ir.Table, frame: Frame) -> ir.Table:
    """`cases` with plain_due_day: the standard's end where no pause moves it."""
    cases = cases.mutate(plain_idx=(cases.s_idx + cases.standard).cast("int32"))
    cases = look_up(cases, frame.working, {"cal": "cal", "plain_idx": "idx"}, {"plain_on": "day"})
    return cases.mutate(
        plain_due_day=ibis.ifelse(cases.plain_on < cases.start_day, cases.start_day, cases.plain_on)
    ).drop("plain_on", "plain_idx")


def pause(cases: ir.Table, pauses: ir.Table) -> ir.Table:
    """Pauses of cases that have a standard, by the month they began in, and whether they began
    on one of the last `SOON_DAYS` working days before the due date as it then stood.
    """
    own = cases.filter(cases.standard.notnull())
    own = own.select(*CASE, "permit_type", "start_day", "s_idx", "standard")
    p = pauses.inner_join(own, CASE)
    left = p.s_idx + p.standard + p.before - p.p_start
    p = p.mutate(
        month=month_of(ibis.greatest(p.begun_day, p.start_day)),
        late=((left >= 0) & (left <= SOON_DAYS)).cast("int32"),
    )
    return tally(p, "office", "permit_type", "month", "late")
