"""Cases to count tables: each count of indicators.md §12 defined once, for any engine."""

import ibis
import ibis.expr.types as ir

from metrics.counting.backlog import backlog
from metrics.counting.cases import Cases
from metrics.counting.draft import Draft
from metrics.counting.expressions import month_of, tally, text
from metrics.counting.marks import REST
from metrics.counting.pauses import pause
from metrics.counting.tables import TABLES


def flow(cases: ir.Table, *extra: str) -> ir.Table:
    """Applications by month and what happened to them in it, with `extra` dimensions."""

    def measure(name: str | None, day: str, keep: ir.BooleanValue) -> ir.Table:
        rows = cases.filter(keep)
        return rows.select(
            "office",
            "permit_type",
            *extra,
            month=month_of(rows[day]),
            measure=ibis.literal(name) if name else rows.outcome,
        )

    one = ibis.literal(True)
    sizes = cases.filter(text(cases.bundle_no) != "").group_by("office", "bundle_no")
    size = sizes.aggregate(size=ibis._.count())
    large = size.filter(size["size"] > 1).select("office", "bundle_no")
    bundled = cases.semi_join(large, ["office", "bundle_no"])
    undated = cases.filter(cases.undated)
    parts = [
        measure("received", "received_day", one),
        measure(None, "end_day", cases.outcome.notnull()),
        undated.select(  # nobody told when: they stand in the month they came in
            "office", "permit_type", *extra, month=month_of(undated.received_day),
            measure=ibis.literal("undated_") + undated.decision,
        ),
        bundled.select(
            "office", "permit_type", *extra, month=month_of(bundled.received_day),
            measure=ibis.literal("bundled"),
        ),
    ]  # fmt: skip
    return tally(ibis.union(*parts), "office", "permit_type", *extra, "month", "measure")


def duration(cases: ir.Table) -> ir.Table:
    """Ended cases by the days they took, on each of three clocks."""
    ended = cases.filter(cases.outcome.notnull())
    clocks = [
        ended.select(
            "office", "permit_type", "start_month", "end_month", "outcome",
            clock=ibis.literal(clock), days=ended[clock],
        )
        for clock in ("net", "gross", "calendar")
    ]  # fmt: skip
    return tally(
        ibis.union(*clocks),
        "office", "permit_type", "start_month", "end_month", "outcome", "clock", "days",
    )  # fmt: skip


def due(cases: ir.Table) -> ir.Table:
    """Cases of the on-time rate by whether they met their due day (`on_time.met`); null: decided,
    and nobody told when. Subject permit_gross: the same cases held against their due day as no
    pause moved it.
    """
    fell_due = cases.undated & (cases.due_day <= cases.as_of)
    d = cases.filter(cases.met.notnull() | fell_due).select(
        "office", "permit_type", "channel", "standard", "met", "met_gross",
        subject=ibis.literal("permit"), category=ibis.literal(""),
        due_month=month_of(cases.due_day),
    )  # fmt: skip
    gross = d.mutate(subject=ibis.literal("permit_gross"), met=d.met_gross)
    columns = (
        "office", "subject", "permit_type", "category", "channel", "due_month", "standard", "met",
    )  # fmt: skip
    return tally(ibis.union(d.select(*columns), gross.select(*columns)), *columns)


def open_case(cases: ir.Table) -> ir.Table:
    """Cases open at the as-of day by stage reached, age and lateness."""
    return tally(
        cases.filter(cases.is_open),
        "office", "permit_type", "stage", "start_month", "gross", "net", "calendar", "standard",
        "overdue",
    )  # fmt: skip


def stage(runs: ir.Table) -> ir.Table:
    """Finished runs of a stage by days worked on and waited for, and those after the decision."""
    done = runs.filter(runs.done)
    common = ("office", "permit_type", "stage", "desk", "clock", "month")
    within = done.filter(~done.outside)
    waited = within.filter(within.wait.notnull())
    after = done.filter(done.after_days.notnull())
    parts = [
        within.select(*common, "days", what=ibis.literal("run")),
        waited.select(*common, days=waited.wait, what=ibis.literal("wait")),
        after.select(*common, days=after.after_days, what=ibis.literal("after")),
    ]
    parts = [p.select(*common, "what", "days") for p in parts]
    return tally(ibis.union(*parts), *common, "what", "days")


def stage_case(runs: ir.Table) -> ir.Table:
    """Ended cases by stage of the office, and whether it was run more than once; stage "*": any
    of them; stage "*papers": whether the papers went back to the applicant."""
    own = runs.filter((runs.clock == "office") & runs.outcome.notnull() & (runs.stage != REST))
    each = own.group_by("office", "application_no", "permit_type", "end_month", "stage").aggregate(
        repeated=(own.count() > 1).cast("int32")
    )
    whole = each.group_by("office", "application_no", "permit_type", "end_month").aggregate(
        repeated=each.repeated.max()
    )
    whole = whole.mutate(stage=ibis.literal("*"))
    columns = ("office", "permit_type", "stage", "repeated")
    parts = [part.select(*columns, month="end_month") for part in (each, whole, _returned(runs))]
    return tally(ibis.union(*parts), "office", "permit_type", "month", "stage", "repeated")


def _returned(runs: ir.Table) -> ir.Table:
    """Ended cases with stages, and whether one of them was the applicant's for want of papers:
    neither waiting for a payment nor handing the permit over is a return."""
    ended = runs.filter(runs.outcome.notnull())
    back = (ended.clock == "applicant") & ~ended.at_end
    for_papers = back & ~ended.stage.lower().contains("bayar")
    cases = ended.group_by("office", "application_no", "permit_type", "end_month").aggregate(
        repeated=for_papers.cast("int32").max()
    )
    return cases.mutate(stage=ibis.literal("*papers"))


def bundle(cases: ir.Table) -> ir.Table:
    """Files of several permits by how long the file and its parts took (all parts ended)."""
    b = cases.filter(text(cases.bundle_no) != "")
    g = b.group_by("office", "bundle_no").aggregate(
        size=b.count(),
        running=b.outcome.isnull().cast("int32").sum(),
        month=month_of(b.end_day.max()),
        span=(b.e_idx.max() - b.s_idx.min()),
        longest=b.gross.max(),
        total=b.gross.sum(),
    )
    g = g.filter((g.running == 0) & (g["size"] > 1))
    return tally(g, "office", "month", "size", "span", "longest", "total")


def permit_counts(facts: Draft, made: Cases, complaints_due: ir.Table) -> None:
    """The tables that are counted from the cases, their runs of stages and their pauses."""
    cases = made.cases
    facts.part("flow_records", flow(cases))
    facts.count("flow_channel", flow(cases, "channel"))
    facts.count("flow_scale", flow(cases, "business_scale"))
    facts.count("duration", duration(cases))
    facts.count("open_case", open_case(cases))
    facts.count("backlog", backlog(made.standing))
    facts.count("stage", stage(made.runs))
    facts.count("stage_case", stage_case(made.runs))
    facts.count("bundle", bundle(cases))
    facts.count("pause", pause(cases, made.pauses))
    columns = list(TABLES["due"])
    facts.count("due", ibis.union(due(cases).select(columns), complaints_due.select(columns)))
    facts.part("types_used", tally(cases, "office", "permit_type"))
