"""One row a case: when its clock ran, when it stood still, what standard held and when it was due.

Everything the permit counts need of an application is worked out here once, with durations as
differences of the working calendar's index (indicators.md §1 and §3).
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from metrics.counting.backlog import standing
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, text, with_index
from metrics.counting.on_time import met
from metrics.counting.pauses import due_index, due_unmoved, merged, paused
from metrics.counting.stage_runs import events_of, runs_of
from metrics.counting.standards_held import standard_on

CASE = ("office", "application_no")


@dataclass(frozen=True)
class Cases:
    """`cases`: one row an application; `pauses`: its merged pauses as index spans; `runs`: its runs
    of stages, from `events`; `standing`: one row an open case and month's end."""

    cases: ir.Table
    pauses: ir.Table
    runs: ir.Table
    events: ir.Table
    standing: ir.Table


def named_permits(table: ir.Table, facts: Draft) -> ir.Table:
    """`table` (office, own_type) with `permit_type` under the common name where one is mapped."""
    names = facts["permit_names"]
    own = names.filter(names.office_code != "")
    anywhere = names.filter((names.office_code == "") | names.office_code.isnull())
    table = look_up(
        table, own, {"office": "office_code", "own_type": "own_name"}, {"_own": "permit_type"}
    )
    table = look_up(table, anywhere, {"own_type": "own_name"}, {"_any": "permit_type"})
    return table.mutate(
        permit_type=ibis.coalesce(table["_own"], table["_any"], table.own_type, ibis.literal(""))
    ).drop("_own", "_any", "own_type")


def _clocked(facts: Draft, frame: Frame) -> ir.Table:
    """Applications with the days their clock started and ended, events after as-of left out."""
    a = facts["applications"].rename(office="office_code")
    a = a.inner_join(frame.office, "office").rename(
        own_type="permit_type", as_of="as_of_applications"
    )
    a = named_permits(a, facts)
    submitted = a.submitted_at.cast("date")
    # a refusal may bear a day of issue in its register: it is the day of the refusal
    refused = ibis.coalesce(a.decision.isin(["rejected", "withdrawn"]), False)
    named = a.issued_at.cast("date")
    decided = ibis.coalesce(
        a.decided_at.cast("date"), ibis.ifelse(refused, named, ibis.null("date"))
    )
    issued = ibis.ifelse(
        refused,
        ibis.null("date"),
        ibis.coalesce(named, ibis.ifelse(a.decision == "issued", decided, ibis.null("date"))),
    )
    a = a.mutate(
        received_day=submitted,
        issued_day=ibis.ifelse(issued <= a.as_of, issued, ibis.null("date")),
        end_day=ibis.ifelse(
            ibis.coalesce(issued, decided) <= a.as_of,
            ibis.coalesce(issued, decided),
            ibis.null("date"),
        ),
        undated=a.decision.notnull() & ibis.coalesce(issued, decided).isnull(),
        complete_day=a.complete_at.cast("date"),
    )
    a = a.filter(a.received_day <= a.as_of)
    last = ibis.coalesce(a.end_day, a.as_of)
    a = a.mutate(
        start_day=ibis.ifelse(
            a.complete_day.notnull() & (a.complete_day <= last), a.complete_day, a.received_day
        ),
        outcome=ibis.cases(
            (a.end_day.isnull(), ibis.null("string")),
            (a.issued_day.notnull(), ibis.literal("issued")),
            (a.decision.isin(["rejected", "withdrawn"]), a.decision),
            else_=ibis.literal("closed"),
        ),
        is_open=a.end_day.isnull() & ~a.undated,
        last_day=last,
    )
    a = with_index(a, frame.days, "start_day", "s_idx", "s_ord")
    a = with_index(a, frame.days, "last_day", "e_idx", "e_ord")
    return a.select(
        "office", "application_no", "cal", "as_of", "permit_type", "bundle_no", "submitted_at",
        "received_day", "complete_day", "start_day", "end_day", "issued_day", "last_day", "outcome",
        "is_open", "undated", "decision", "s_idx", "e_idx",
        channel=text(a.channel),
        business_scale=text(a.business_scale),
        start_month=month_of(a.start_day),
        end_month=month_of(a.end_day),
        gross=(a.e_idx - a.s_idx).cast("int32"),
        calendar=(a.e_ord - a.s_ord).cast("int32"),
    )  # fmt: skip


def make_cases(facts: Draft, frame: Frame) -> Cases:
    """Cases with net days, standard and due day; their pauses, their stages' runs, and the open
    ones at each month's end."""
    clocked = facts.keep("clocked", _clocked(facts, frame))
    events = facts.keep("events", events_of(facts, frame, clocked))
    spans = events.inner_join(clocked.select(*CASE, "s_idx", "e_idx"), CASE)
    pauses = facts.keep("pauses", merged(spans, CASE))
    key = {k: k for k in CASE}
    cases = look_up(clocked, paused(pauses, CASE), key, {"paused": "paused"})
    cases = cases.mutate(paused=ibis.coalesce(cases.paused, 0).cast("int32"))
    cases = cases.mutate(net=(cases.gross - cases.paused).cast("int32"))
    cases = due_index(standard_on(cases, CASE, frame), pauses, CASE, frame)
    cases = due_unmoved(cases, frame)
    cases = cases.mutate(
        met=met(
            cases.end_day, cases.due_day, cases.as_of, cases.undated, cases.outcome == "withdrawn"
        )
    )
    cases = cases.mutate(
        met_gross=ibis.ifelse(
            cases.met.isnull(),
            ibis.null("int32"),
            ibis.coalesce(cases.end_day <= cases.plain_due_day, False).cast("int32"),
        )
    ).drop("plain_due_day")
    runs = facts.keep("runs", runs_of(clocked, events))
    stood = facts.keep("standing", standing(facts, clocked, events, frame))
    last = runs.filter(runs.last)
    cases = look_up(cases, last, key, {"_last": "stage"})
    now = stood.rename(as_of="snap")
    on = key | {"as_of": "as_of"}
    take = {"_lies": "stage", "_overdue": "overdue", "_soon": "due_soon"}
    cases = look_up(cases, now, on, take)
    cases = cases.mutate(
        stage=text(ibis.coalesce(cases["_lies"], cases["_last"])),
        overdue=ibis.coalesce(cases["_overdue"], 0).cast("int32"),
        due_soon=ibis.coalesce(cases["_soon"], 0).cast("int32"),
    )
    cases = cases.drop("_lies", "_last", "_overdue", "_soon", "complete_day")
    return Cases(facts.keep("cases", cases), pauses, runs, events, stood)
