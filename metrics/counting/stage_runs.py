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
    Adds stage (folded), clock, desk, index days `run_s_idx`, `run_f_idx` and a running `event`.
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
    s = s.mutate(begun_day=s.begun.cast("date"), finished_day=s.finished_at.cast("date"))
    s = with_index(s, frame.days, "begun_day", "run_s_idx")
    s = with_index(s, frame.days, "finished_day", "run_f_idx")
    return s.select(
        *CASE, "activity", "mapped", "stage", "desk", "clock", "event", "timed", "begun_day",
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
    kept = _frequent(s)
    s = look_up(s, kept, {"office": "office", "activity": "activity"}, {"kept": "activity"})
    return s.mutate(
        stage=ibis.coalesce(s.mapped, s.kept, ibis.literal(REST)),
    )


def _frequent(s: ir.Table) -> ir.Table:
    """The unmapped activities that keep their own name: the office's most frequent ones."""
    counted = s.group_by("office", "activity").aggregate(n=s.count(), mapped=s.mapped.max())
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


def runs_of(facts: Draft, frame: Frame, clocked: ir.Table, events: ir.Table) -> ir.Table:
    """Runs: neighbouring events of one stage joined, with `days` worked and `wait` before.

    A stage that comes again after another, or whose activity is repeated, is a run of its own.
    `wait` is null where the log keeps finish times only; `from_last` is 0 for a case's last run.
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
    backwards = ibis.window(group_by=CASE, order_by=ibis.desc("run"))
    r = r.mutate(
        before=r.run_f_idx.max().over(earlier), from_last=ibis.row_number().over(backwards)
    )
    r = r.inner_join(clocked.select(*CASE, "permit_type", "s_idx", "end_month", "outcome"), CASE)
    return r.mutate(
        desk=text(r.desk),
        done=(r.unfinished == 0),
        month=month_of(r.finished_day),
        days=(r.run_f_idx - r.run_s_idx).cast("int32"),
        wait=ibis.ifelse(
            r.timed == 1,
            ibis.greatest(r.run_s_idx - ibis.coalesce(r.before, r.s_idx), 0),
            ibis.null("int32"),
        ).cast("int32"),
    )
