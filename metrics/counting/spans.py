"""From when to when an office's records speak, and of which months."""

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import month_of, tally

TIME_COLUMNS = {
    "applications": ("submitted_at", "complete_at", "decided_at", "issued_at", "collected_at"),
    "stages": ("started_at", "finished_at"),
    "complaints": ("received_at", "responded_at", "resolved_at"),
    "payments": ("billed_at", "paid_at"),
}
SPOKEN = {
    "complaints": ("received_at", "responded_at", "resolved_at"),
    "payments": ("billed_at", "paid_at"),
}


def spans(facts: Draft, frame: Frame) -> None:
    """Parts `span_<kind>`: the first and last day of each office's records (office, low, high)."""

    def of(kind: str) -> ir.Table:
        return facts[kind].rename(office="office_code").semi_join(frame.wanted, "office")

    for kind, columns in TIME_COLUMNS.items():
        table = of(kind)
        low = [table[c].min() for c in columns]
        high = [table[c].max() for c in columns]
        found = table.group_by("office").aggregate(low=ibis.least(*low), high=ibis.greatest(*high))
        facts.part(f"span_{kind}", found)
    facts.part("said_nil", of("nil").select("office", "kind", "month").distinct())
    facts.part("said_tally", of("monthly_counts").select("office", "month").distinct())
    asked = of("survey")
    facts.part(
        "said_survey",
        asked.group_by("office", "period").aggregate(latest=asked.survey_date.max()),
    )
    facts.part("said_survey_counts", of("survey_counts").select("office", "period").distinct())


def reporting(facts: Draft, frame: Frame) -> None:
    """Parts `reporting_<kind>`: how many records speak of each month or period of an office."""
    for kind, columns in SPOKEN.items():
        table = facts[kind].rename(office="office_code").semi_join(frame.office, "office")
        days = [table.select("office", month=month_of(table[c].cast("date"))) for c in columns]
        rows = ibis.union(*days)
        facts.part(f"reporting_{kind}", tally(rows.filter(rows.month.notnull()), "office", "month"))
    for kind in ("survey", "survey_counts"):
        table = facts[kind].rename(office="office_code").semi_join(frame.office, "office")
        facts.part(f"reporting_{kind}", tally(table, "office", "period"))
