"""Complaints to counts: answered and resolved in how many working days, due when, open how long.

A complaint resolved without an answer of its own was answered by its resolution. What a register
does not tell is null, never nought: a status without a date tells that a complaint is settled, not
when, nor when it was answered; one that tells neither is neither open nor settled
(indicators.md §6).
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.backlog import moments
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, tally, text, with_index
from metrics.counting.on_time import met, overdue


def _clocked(facts: Draft, frame: Frame) -> ir.Table:
    c = facts["complaints"].rename(office="office_code")
    c = c.inner_join(frame.office, "office").rename(as_of="as_of_complaints")
    c = c.mutate(
        category=text(c.category),
        channel=text(c.channel),
        received_day=c.received_at.cast("date"),
        resolved_day=ibis.ifelse(
            c.resolved_at.cast("date") <= c.as_of, c.resolved_at.cast("date"), ibis.null("date")
        ),
        responded_day=ibis.ifelse(
            c.responded_at.cast("date") <= c.as_of, c.responded_at.cast("date"), ibis.null("date")
        ),
    )
    c = c.filter(c.received_day <= c.as_of)
    c = c.mutate(responded_day=ibis.coalesce(c.responded_day, c.resolved_day))
    dated = c.responded_day.notnull().any().over(ibis.window(group_by="office"))
    c = c.mutate(
        undated=c.resolved_day.isnull() & ibis.coalesce(c.status == "resolved", False),
        untold=c.resolved_day.isnull() & ibis.coalesce(c.status == "untold", False),
        unanswered_told=c.status.isnull() | ((c.status == "open") & dated),
    )
    c = c.mutate(answer_told=c.responded_day.notnull() | c.unanswered_told)
    c = c.mutate(whatever=ibis.literal(""))
    for category, days in (("category", "own_days"), ("whatever", "general_days")):
        c = look_up(c, frame.answer_days, {category: "category"}, {days: "working_days"})
    c = c.mutate(standard=ibis.coalesce(c.own_days, c.general_days))
    for day, idx in (
        ("received_day", "r_idx"), ("responded_day", "a_idx"), ("resolved_day", "z_idx"),
        ("as_of", "o_idx"),
    ):  # fmt: skip
        c = with_index(c, frame.days, day, idx)
    c = c.mutate(due_idx=(c.r_idx + c.standard).cast("int32"))
    c = look_up(c, frame.working, {"cal": "cal", "due_idx": "idx"}, {"due_on": "day"})
    c = c.mutate(due_day=ibis.ifelse(c.due_on > c.received_day, c.due_on, c.received_day))
    return c.mutate(
        met=met(c.responded_day, c.due_day, c.as_of, ~c.answer_told),
        fell_due=c.due_day <= c.as_of,
        received_month=month_of(c.received_day),
        responded=ibis.ifelse(
            c.answer_told, c.responded_day.notnull().cast("int32"), ibis.null("int32")
        ),
        response_days=c.a_idx - c.r_idx,
        resolved=ibis.ifelse(
            c.untold, ibis.null("int32"), (c.resolved_day.notnull() | c.undated).cast("int32")
        ),
        resolved_month=month_of(c.resolved_day),
        resolution_days=c.z_idx - c.r_idx,
        age=c.o_idx - c.r_idx,
    )


def _backlog(facts: Draft, c: ir.Table, frame: Frame) -> ir.Table:
    """Complaints not settled at each month's end, as they were known that day."""
    c = c.select(
        "office", "complaint_no", "category", "channel", "received_day", "resolved_day",
        "responded_day", "due_day", "standard", "r_idx", "undated", "untold", "answer_told",
    ).inner_join(moments(frame, "complaints").drop("cal"), "office")  # fmt: skip
    c = c.filter((c.received_day <= c.snap) & (c.resolved_day.isnull() | (c.resolved_day > c.snap)))
    c = c.filter(~c.undated & ~c.untold)
    silent = c.answer_told & (c.responded_day.isnull() | (c.responded_day > c.snap))
    c = c.mutate(
        silent=silent,
        overdue=(silent & overdue(c.due_day, c.snap)).cast("int32"),
        age=(c.snap_idx - c.r_idx).cast("int32"),
    )
    c = facts.keep(
        "complaints_standing", c.drop("r_idx", "snap_idx", "undated", "untold", "answer_told")
    )
    return tally(c, "office", "category", "channel", "month", "overdue")


def complaint_counts(facts: Draft, frame: Frame) -> ir.Table:
    """The tables complaint and complaint_open; answers the complaints' share of due."""
    c = facts.keep("complaints", _clocked(facts, frame))
    dims = ("office", "category", "channel", "received_month")
    d = c.filter(c.met.notnull() | (c.fell_due & ~c.answer_told)).select(
        "office", "category", "channel", "standard", "met",
        subject=ibis.literal("complaint"), permit_type=ibis.literal(""),
        due_month=month_of(c.due_day),
    )  # fmt: skip
    unresolved = c.filter(c.resolved == 0).mutate(
        overdue=ibis.coalesce((c.responded == 0) & overdue(c.due_day, c.as_of), False).cast("int32")
    )
    facts.count(
        "complaint",
        tally(
            c, *dims, "responded", "response_days", "resolved", "resolved_month", "resolution_days"
        ),
    )
    facts.count("complaint_backlog", _backlog(facts, c, frame))
    facts.count("complaint_open", tally(unresolved, *dims, "age", "responded", "overdue"))
    return tally(
        d, "office", "subject", "permit_type", "category", "channel", "due_month", "standard", "met"
    )
