"""One row a case: when its clock ran, when it stood still, what standard held and when it was due.

Everything the permit counts need of an application is worked out here once, with durations as
differences of the working calendar's index (indicators.md §1 and §3).
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, text, with_index


@dataclass(frozen=True)
class Cases:
    """`cases`: one row an application; `pauses`: its merged pauses as index spans; `events`."""

    cases: ir.Table
    pauses: ir.Table
    runs: ir.Table
    events: ir.Table


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
    decided, submitted = a.decided_at.cast("date"), a.submitted_at.cast("date")
    issued = ibis.coalesce(
        a.issued_at.cast("date"), ibis.ifelse(a.decision == "issued", decided, ibis.null("date"))
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
        "received_day", "start_day", "end_day", "issued_day", "last_day", "outcome", "is_open",
        "undated", "s_idx", "e_idx",
        channel=text(a.channel),
        business_scale=text(a.business_scale),
        start_month=month_of(a.start_day),
        end_month=month_of(a.end_day),
        gross=(a.e_idx - a.s_idx).cast("int32"),
        calendar=(a.e_ord - a.s_ord).cast("int32"),
    )  # fmt: skip


def _merged_pauses(clocked: ir.Table, events: ir.Table) -> ir.Table:
    """The applicant's spans of each case, clipped to it and joined where they overlap.

    Columns office, application_no, p_start, p_end (index; the days in (p_start, p_end] stand
    still) and before (paused days of the case before this span).
    """
    spans = events.filter(events.clock == "applicant")
    ends = clocked.select(
        "office", "application_no", "s_idx", "e_idx"
    )  # the case's own span in index days
    spans = spans.inner_join(ends, ["office", "application_no"])
    spans = spans.mutate(
        p_start=ibis.greatest(spans.run_s_idx, spans.s_idx),
        p_end=ibis.least(ibis.coalesce(spans.run_f_idx, spans.e_idx), spans.e_idx),
    )
    spans = spans.filter(spans.p_end > spans.p_start)
    case = ["office", "application_no"]
    earlier = ibis.window(group_by=case, order_by=["p_start", "p_end", "event"], rows=(None, -1))
    upto = ibis.window(group_by=case, order_by=["p_start", "p_end", "event"], rows=(None, 0))
    spans = spans.mutate(reach=spans.p_end.max().over(earlier))
    spans = spans.mutate(fresh=(spans.reach.isnull() | (spans.p_start > spans.reach)).cast("int32"))
    spans = spans.mutate(island=spans.fresh.sum().over(upto))
    merged = spans.group_by(*case, "island").aggregate(
        p_start=spans.p_start.min(), p_end=spans.p_end.max()
    )
    before = ibis.window(group_by=case, order_by="p_start", rows=(None, -1))
    return merged.mutate(
        before=ibis.coalesce((merged.p_end - merged.p_start).sum().over(before), 0).cast("int32")
    ).drop("island")


def make_cases(facts: Draft, frame: Frame) -> Cases:
    """Cases with net days, standard and due day; their pauses and their stages' runs."""
    from metrics.counting.stage_runs import events_of, runs_of

    clocked = facts.keep("clocked", _clocked(facts, frame))
    events = facts.keep("events", events_of(facts, frame, clocked))
    pauses = facts.keep("pauses", _merged_pauses(clocked, events))
    case = ["office", "application_no"]
    stood = pauses.group_by(*case).aggregate(paused=(pauses.p_end - pauses.p_start).sum())
    key = {"office": "office", "application_no": "application_no"}
    cases = look_up(clocked, stood, key, {"paused": "paused"})
    cases = cases.mutate(paused=ibis.coalesce(cases.paused, 0).cast("int32"))
    cases = cases.mutate(net=(cases.gross - cases.paused).cast("int32"))

    held = cases.select(*case, "permit_type", "start_day").inner_join(
        frame.standards, ["office", "permit_type"]
    )
    held = held.filter((held.start_day >= held["first"]) & (held.start_day < held.until))
    for rank, name in ((0, "own"), (1, "province_rule")):
        cases = look_up(cases, held.filter(held["rank"] == rank), key, {name: "standard"})
    cases = cases.mutate(standard=ibis.coalesce(cases.own, cases.province_rule)).drop(
        "own", "province_rule"
    )
    # the due day moves on by every pause that begins before it
    reach = pauses.inner_join(cases.select(*case, "s_idx", "standard"), case)
    reach = reach.filter(reach.p_start < reach.s_idx + reach.standard + reach.before)
    moved = reach.group_by(*case).aggregate(moved=(reach.p_end - reach.p_start).sum())
    cases = look_up(cases, moved, key, {"moved": "moved"})
    cases = cases.mutate(
        due_idx=(cases.s_idx + cases.standard + ibis.coalesce(cases.moved, 0)).cast("int32")
    )
    cases = look_up(cases, frame.working, {"cal": "cal", "due_idx": "idx"}, {"due_on": "day"})
    cases = cases.mutate(
        due_day=ibis.ifelse(cases.due_on < cases.start_day, cases.start_day, cases.due_on)
    )
    runs = facts.keep("runs", runs_of(facts, frame, clocked, events))
    last = runs.filter(runs.from_last == 0)
    cases = look_up(cases, last, key, {"stage": "stage"})
    cases = cases.mutate(stage=text(cases.stage)).drop("due_on", "moved")
    return Cases(facts.keep("cases", cases), pauses, runs, events)
