"""Cases open at each month's end as they were known that day; nothing learnt later judges it.

Papers found complete later, a pause that began later, a stage not begun: none of them is there
yet. The last month's end is the as-of day, so that a month's figure equals the same question
asked as of its last day (indicators.md §4).
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, tally, text, with_index
from metrics.counting.on_time import overdue, soon
from metrics.counting.pauses import due_index, merged, paused
from metrics.counting.standards_held import standard_on
from metrics.counting.tables import AGE_BANDS

CASE = ("office", "application_no")
MOMENT = (*CASE, "month")


def moments(frame: Frame, kind: str) -> ir.Table:
    """Each office's month ends up to its as-of day: office, cal, month, snap (day), snap_idx."""
    ends = frame.month_ends.filter(frame.month_ends.kind == kind).drop("kind")
    return with_index(ends, frame.days, "snap", "snap_idx")


def standing(facts: Draft, clocked: ir.Table, events: ir.Table, frame: Frame) -> ir.Table:
    """One row an open case and month: office, application_no, month, snap (the day), permit_type,
    start_day, due_day, standard, age and net (working days), stage, desk and since (the day from
    which it has lain there), overdue and due_soon (0 or 1).
    """
    ends = moments(frame, "applications").drop("cal")
    c = clocked.filter(~clocked.undated).select(
        *CASE, "cal", "permit_type", "received_day", "complete_day", "end_day"
    )
    c = c.inner_join(ends, "office")
    c = c.filter((c.received_day <= c.snap) & (c.end_day.isnull() | (c.end_day > c.snap)))
    c = c.mutate(start_day=ibis.ifelse(c.complete_day <= c.snap, c.complete_day, c.received_day))
    c = with_index(c, frame.days, "start_day", "s_idx")
    c = c.rename(e_idx="snap_idx").drop("received_day", "complete_day", "end_day")
    # kept, since each is read several times and an engine may work it out at every reading
    c = facts.keep("open_then", standard_on(c, MOMENT, frame))
    told = events.inner_join(c.select(*MOMENT, "snap", "s_idx", "e_idx"), CASE)
    told = facts.keep("told_then", told.filter(told.told_day <= told.snap))
    spans = facts.keep("pauses_then", merged(told, MOMENT))
    key = {k: k for k in MOMENT}
    c = look_up(c, paused(spans, MOMENT), key, {"paused": "paused"})
    c = c.mutate(age=c.e_idx - c.s_idx, paused=ibis.coalesce(c.paused, 0))
    c = due_index(c, spans, MOMENT, frame)

    lies = look_up(c.select(*MOMENT), _lies(told), key, {k: k for k in ("stage", "desk", "since")})
    c = c.inner_join(lies, MOMENT)
    return c.select(
        *MOMENT, "snap", "permit_type", "start_day", "due_day", "standard", "since",
        age=c.age.cast("int32"),
        net=(c.age - c.paused).cast("int32"),
        stage=text(c.stage),
        desk=text(c.desk),
        overdue=ibis.coalesce(overdue(c.due_day, c.snap).cast("int32"), 0).cast("int32"),
        due_soon=ibis.coalesce(soon(c.due_day, c.snap, c.due_idx, c.e_idx).cast("int32"), 0).cast(
            "int32"
        ),
    )  # fmt: skip


def _lies(told: ir.Table) -> ir.Table:
    """Where each case lies: the stage begun last of those not finished, else finished last."""
    running = (told.finished_day.isnull() | (told.finished_day > told.snap)).cast("int32")
    told = told.mutate(running=running)
    newest = ibis.window(group_by=MOMENT, order_by=[ibis.desc("running"), ibis.desc("event")])
    told = told.mutate(place=ibis.row_number().over(newest))
    return told.filter(told.place == 0).mutate(
        since=ibis.ifelse(told.running == 1, told.begun_day, told.finished_day)
    )


def backlog(standing: ir.Table) -> ir.Table:
    """Cases open at each month's end by stage, age and lateness."""
    *bands, (oldest, _none) = AGE_BANDS.items()
    b = standing.mutate(
        age_band=ibis.cases(*((standing.age <= last, band) for band, last in bands), else_=oldest)
    )
    return tally(b, "office", "permit_type", "month", "stage", "age_band", "overdue", "due_soon")
