"""Stage events as runs of the office's milestones, with working and waiting days.

An event log's activities are folded into stages by the stage map; without one the most frequent
stages of the office stand and the rest are "lainnya" (indicators.md §3, §12).
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, text, with_index
from metrics.counting.marks import MOST_STAGES, REST

CASE = ["office", "application_no"]


def events_of(facts: Draft, frame: Frame, clocked: ir.Table) -> ir.Table:
    """One row a stage event, with its start derived where the log keeps finish times only.

    A finish-only event starts where the event before it ended, the first one at submission.
    Adds stage (folded), clock, desk, `told_day` (from which the event is known of), index days
    `run_s_idx`, `run_f_idx` and a running `event`.
    """
    s = facts["stages"].rename(office="office_code", activity="stage")
    case = clocked.select("office", "application_no", "cal", "as_of", "submitted_at")
    s = s.inner_join(case, CASE)
    s = s.mutate(
        finished_at=ibis.ifelse(
            s.finished_at.cast("date") <= s.as_of, s.finished_at, ibis.null("timestamp")
        )
    )
    s = s.filter(
        (s.started_at.isnull() & s.finished_at.notnull()) | (s.started_at.cast("date") <= s.as_of)
    )
    s = s.mutate(at=ibis.coalesce(s.started_at, s.finished_at), seq=ibis.coalesce(s.seq, 0))
    order = [s["at"], s["seq"], s["run_no"], s["activity"]]
    line = ibis.window(group_by=CASE, order_by=order)
    s = s.mutate(event=ibis.row_number().over(line), ended_before=s.finished_at.lag().over(line))
    begun = ibis.coalesce(s.started_at, s.ended_before, s.submitted_at)
    s = s.mutate(
        timed=s.started_at.notnull().cast("int32"),
        begun=ibis.ifelse(s.finished_at < begun, s.finished_at, begun),
    )
    s = _folded(facts, s)
    s = s.mutate(
        begun_day=s.begun.cast("date"),
        finished_day=s.finished_at.cast("date"),
        told_day=s["at"].cast("date"),
    )
    s = with_index(s, frame.days, "begun_day", "run_s_idx")
    s = with_index(s, frame.days, "finished_day", "run_f_idx")
    return s.select(
        *CASE, "activity", "mapped", "stage", "desk", "clock", "event", "timed", "told_day",
        "begun_day",
        "finished_at", "finished_day", "run_s_idx", "run_f_idx",
    )  # fmt: skip


def _folded(facts: Draft, s: ir.Table) -> ir.Table:
    """Activities under the names of the office's stages, with the map's desk and clock."""
    maps = facts["stage_map"]
    columns = {"stage": "stage", "desk": "desk", "clock": "clock"}
    own = maps.filter(maps.office_code != "")
    anywhere = maps.filter((maps.office_code == "") | maps.office_code.isnull())
    s = s.rename(given_desk="desk", given_clock="clock")
    s = look_up(
        s, own, {"office": "office_code", "activity": "activity"},
        {f"own_{k}": v for k, v in columns.items()},
    )  # fmt: skip
    s = look_up(s, anywhere, {"activity": "activity"}, {f"any_{k}": v for k, v in columns.items()})
    s = s.mutate(
        mapped=ibis.coalesce(s.own_stage, s.any_stage),
        desk=ibis.coalesce(s.own_desk, s.any_desk, s.given_desk, ibis.literal("")),
        clock=ibis.coalesce(s.own_clock, s.any_clock, s.given_clock, ibis.literal("office")),
    )
    kept = facts.keep("stage_names", _frequent(facts, own, anywhere))
    s = look_up(s, kept, {"office": "office", "activity": "activity"}, {"kept": "activity"})
    return s.mutate(
        stage=ibis.coalesce(s.mapped, s.kept, ibis.literal(REST)),
    )


def _frequent(facts: Draft, own: ir.Table, anywhere: ir.Table) -> ir.Table:
    """The unmapped activities that keep their own name: the office's most frequent ones.

    All that is recorded names them, whatever the as-of day: a name judges nothing, and a stage is
    to be called alike on every day.
    """
    s = facts["stages"].rename(office="office_code", activity="stage")
    s = s.semi_join(facts["applications"].rename(office="office_code"), CASE)
    counted = s.group_by("office", "activity").aggregate(n=s.count())
    counted = look_up(
        counted, own, {"office": "office_code", "activity": "activity"}, {"_own": "stage"}
    )
    counted = look_up(counted, anywhere, {"activity": "activity"}, {"_any": "stage"})
    counted = counted.mutate(mapped=ibis.coalesce(counted["_own"], counted["_any"]))
    mapped = counted.filter(counted.mapped.notnull())
    milestones = mapped.group_by("office").aggregate(milestones=mapped.mapped.nunique())
    free = counted.filter(counted.mapped.isnull()).select("office", "activity", "n")
    most = ibis.window(group_by="office", order_by=[ibis.desc("n"), "activity"])
    every = ibis.window(group_by="office")
    free = free.mutate(place=ibis.row_number().over(most), many=free.count().over(every))
    free = look_up(free, milestones, {"office": "office"}, {"milestones": "milestones"})
    room = ibis.literal(MOST_STAGES) - ibis.coalesce(free.milestones, 0)
    # one stage too many is shown under its own name rather than as "the rest" of one
    return free.filter((free.place < room) | (free.many <= room + 1)).select("office", "activity")


def runs_of(clocked: ir.Table, events: ir.Table) -> ir.Table:
    """Runs: neighbouring events of one stage joined, with `days` worked and `wait` before.

    A stage that comes again after another, or whose activity is repeated, is a run of its own.
    Days are those within the case's own span; what a run goes on after the decision is
    `after_days`, and one that only begins then is `outside` (`at_end`: on its day or later).
    `wait` is null for a case's first run and where the log keeps finish times only; `last` marks
    the last run of a case, `came_from` and `came_idx` are the stage and the finish of the run
    before (null: the first, and one that has no finish).
    """
    line = ibis.window(group_by=CASE, order_by="event")
    upto = ibis.window(group_by=CASE, order_by="event", rows=(None, 0))
    e = events.mutate(
        fresh=(
            events.stage.lag().over(line).isnull()
            | (events.stage != events.stage.lag().over(line))
            | ((events.activity == events.activity.lag().over(line)) & (events.stage != REST))
        ).cast("int32")
    )
    e = e.mutate(run=e.fresh.sum().over(upto).cast("int32"))
    r = e.group_by(*CASE, "run", "stage").aggregate(
        desk=e.desk.max(),
        clock=e.clock.max(),
        timed=e.timed.max(),
        unfinished=e.finished_at.isnull().cast("int32").sum(),
        begun_day=e.begun_day.min(),
        run_s_idx=e.run_s_idx.min(),
        run_f_idx=e.run_f_idx.max(),
        finished_day=e.finished_day.max(),
    )
    earlier = ibis.window(group_by=CASE, order_by="run", rows=(None, -1))
    beside = ibis.window(group_by=CASE, order_by="run")
    r = r.mutate(
        before=r.run_f_idx.max().over(earlier),
        last=r.run.lead().over(beside).isnull(),
        came_from=r.stage.lag().over(beside),
        came_idx=r.run_f_idx.lag().over(beside),
    )
    case = clocked.select(*CASE, "permit_type", "s_idx", "e_idx", "end_day", "end_month", "outcome")
    r = r.inner_join(case, CASE)
    ended = r.end_day.notnull()
    late = ended & (r.finished_day > r.end_day)
    first = ibis.greatest(r.run_s_idx, r.s_idx)
    last = ibis.ifelse(late, ibis.least(r.run_f_idx, r.e_idx), r.run_f_idx)
    outside = ibis.coalesce(late & (r.begun_day >= r.end_day), ibis.literal(False))
    return r.mutate(
        desk=text(r.desk),
        done=(r.unfinished == 0),
        outside=outside,
        at_end=ibis.coalesce(r.begun_day >= r.end_day, ibis.literal(False)),
        month=month_of(ibis.ifelse(late & ~outside, r.end_day, r.finished_day)),
        days=ibis.ifelse(outside, 0, ibis.greatest(last - first, 0)).cast("int32"),
        after_days=ibis.ifelse(
            late, r.run_f_idx - ibis.greatest(r.run_s_idx, r.e_idx), ibis.null("int32")
        ).cast("int32"),
        wait=ibis.ifelse(
            (r.timed == 1) & r.before.notnull() & ~outside,
            ibis.greatest(first - ibis.greatest(r.before, r.s_idx), 0),
            ibis.null("int32"),
        ).cast("int32"),
    ).drop("end_day")
