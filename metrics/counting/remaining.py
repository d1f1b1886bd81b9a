"""How long the cases that lay open at a month's end still took (indicators.md §15).

A case is counted once for each month's end at which it lay open: by the stage and the age that
were known on that day, and by the days it then took to its end, none while it is still open. What
was known on a later day is the same rows with the ends after that day taken as not yet there; so
a range can be given, and held against what came, for any month's end from these counts alone.
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.cases import Cases
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, tally, text, with_index
from metrics.counting.marks import MOST_STAGES, REST
from metrics.counting.tables import AGE_BANDS

CASE = ["office", "application_no"]
NEVER = 999999  # yyyymm


def remaining_counts(facts: Draft, made: Cases, frame: Frame) -> None:
    """The count table `remaining`."""
    facts.count("remaining", remaining(facts, made, frame))


def remaining(facts: Draft, made: Cases, frame: Frame) -> ir.Table:
    """Cases open at each month's end by stage, age and the days (net, calendar) to their end."""
    b = _until_their_end(made.standing, made.cases, frame)
    b = _with_stage(facts, b, made.events, frame)
    one = ["office", "application_no", "month"]
    p = made.pauses.inner_join(b.select(*one, "snap_idx"), CASE)
    p = p.filter(p.p_end > p.snap_idx)
    stood = p.group_by(*one).aggregate(stood=(p.p_end - ibis.greatest(p.p_start, p.snap_idx)).sum())
    b = look_up(b, stood, {k: k for k in one}, {"stood": "stood"})
    net = b.e_idx - b.snap_idx - ibis.coalesce(b.stood, 0)
    again = ibis.window(group_by=[*CASE, "stage", "age_band"], order_by="month")
    b = b.mutate(
        fresh=(ibis.row_number().over(again) == 0).cast("int32"),
        net=ibis.ifelse(b.end_day.notnull(), ibis.greatest(net, 0), ibis.literal(0)).cast("int32"),
        calendar=ibis.ifelse(b.end_day.notnull(), b.e_ord - b.snap_ord, ibis.literal(0)).cast(
            "int32"
        ),
    )
    return tally(
        b, "office", "permit_type", "stage", "month", "age_band", "fresh", "end_month", "net",
        "calendar",
    )  # fmt: skip


def _until_their_end(standing: ir.Table, cases: ir.Table, frame: Frame) -> ir.Table:
    """One row a case and month's end at which it lay open, with its age band and what came of it:
    end_day, end_month, e_idx, and the days of both moments on the calendar (e_ord, snap_ord).
    """
    ends = with_index(cases.filter(~cases.undated), frame.days, "last_day", "l_idx", "e_ord")
    ends = ends.select(*CASE, "cal", "end_day", "end_month", "e_idx", "e_ord")
    b = standing.select(*CASE, "month", "snap", "permit_type", "age").inner_join(ends, CASE)
    b = with_index(b, frame.days, "snap", "snap_idx", "snap_ord")
    *bands, (oldest, _none) = AGE_BANDS.items()
    return b.mutate(
        age_band=ibis.cases(*((b.age <= last, band) for band, last in bands), else_=oldest)
    )


def _with_stage(facts: Draft, b: ir.Table, events: ir.Table, frame: Frame) -> ir.Table:
    """`b` with the stage that each case had reached on the day, "" where none was told.

    Activities without a stage of the office keep their own name while they are among its most
    frequent ones up to that month (`stage_runs`): no later event has a say.
    """
    e = facts.keep(
        "told",
        events.mutate(
            known=month_of(ibis.ifelse(events.timed == 1, events.begun_day, events.finished_day))
        ).select(*CASE, "event", "activity", "mapped", "known"),
    )
    latest = ibis.window(group_by=[*CASE, "known"], order_by=ibis.desc("event"))
    last = e.mutate(place=ibis.row_number().over(latest)).filter(ibis._.place == 0)
    line = ibis.window(group_by=CASE, order_by="known")
    last = last.mutate(
        until=ibis.coalesce(last.known.lead().over(line), ibis.literal(NEVER)).cast("int32")
    ).select(*CASE, "activity", "mapped", "known", "until")
    reached = b.select(*CASE, "month").inner_join(last, CASE)
    reached = reached.filter((reached.month >= reached.known) & (reached.month < reached.until))
    reached = facts.keep("reached", reached.drop("known", "until"))
    kept = facts.keep("named_then", _frequent_then(e, frame))
    one = {"office": "office", "month": "month", "activity": "activity"}
    reached = look_up(reached, kept, one, {"kept": "activity"})
    reached = reached.mutate(stage=ibis.coalesce(reached.mapped, reached.kept, ibis.literal(REST)))
    key = {k: k for k in (*CASE, "month")}
    b = look_up(b, reached, key, {"stage": "stage"})
    return b.mutate(stage=text(b.stage))


def _frequent_then(e: ir.Table, frame: Frame) -> ir.Table:
    """The unmapped activities that keep their name at each month's end: office, month, activity."""
    counted = e.group_by("office", "activity", "known").aggregate(
        n=e.count(), mapped=e.mapped.max()
    )
    ends = frame.month_ends
    months = ends.filter(ends.kind == "applications").select("office", "month")
    upto = counted.inner_join(months, "office")
    upto = upto.filter(upto.known <= upto.month)
    upto = upto.group_by("office", "month", "activity").aggregate(
        n=upto.n.sum(), mapped=upto.mapped.max()
    )
    stages = upto.filter(upto.mapped.notnull()).group_by("office", "month")
    milestones = stages.aggregate(milestones=ibis._.mapped.nunique())
    free = upto.filter(upto.mapped.isnull()).select("office", "month", "activity", "n")
    most = ibis.window(group_by=["office", "month"], order_by=[ibis.desc("n"), "activity"])
    every = ibis.window(group_by=["office", "month"])
    free = free.mutate(place=ibis.row_number().over(most), many=free.count().over(every))
    key = {"office": "office", "month": "month"}
    free = look_up(free, milestones, key, {"milestones": "milestones"})
    room = ibis.literal(MOST_STAGES) - ibis.coalesce(free.milestones, 0)
    free = free.filter((free.place < room) | (free.many <= room + 1))
    return free.select("office", "month", "activity")
