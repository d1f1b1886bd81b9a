"""Bills and payments to counts, in sen so that sums stay whole numbers (indicators.md §5)."""

import ibis

from metrics.counting.cases import named_permits
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, text, with_index


def money_counts(facts: Draft, frame: Frame) -> None:
    """The tables money and money_open."""
    p = facts["payments"].rename(office="office_code")
    p = p.inner_join(frame.office, "office").rename(as_of="as_of_payments")
    applied = facts["applications"]
    p = look_up(
        p, applied, {"office": "office_code", "application_no": "application_no"},
        {"own_type": "permit_type"},
    )  # fmt: skip
    p = named_permits(p, facts)
    paid_day = p.paid_at.cast("date")
    p = p.mutate(
        billed_day=ibis.ifelse(
            p.billed_at.cast("date") <= p.as_of, p.billed_at.cast("date"), ibis.null("date")
        ),
        paid_day=ibis.ifelse(paid_day <= p.as_of, paid_day, ibis.null("date")),
        method=text(p.method),
    )
    p = p.filter(p.billed_day.notnull() | p.paid_day.notnull())
    for day, idx in (("billed_day", "b_idx"), ("paid_day", "p_idx"), ("as_of", "o_idx")):
        p = with_index(p, frame.days, day, idx)
    sen = {
        "billed": (ibis.coalesce(p.billed_amount, 0) * 100).cast("int64"),
        "paid": ibis.ifelse(
            p.paid_day.notnull(), (ibis.coalesce(p.paid_amount, 0) * 100).cast("int64"), 0
        ),
    }
    p = p.mutate(
        **sen,
        billed_month=month_of(p.billed_day),
        paid_month=month_of(p.paid_day),
        days_to_pay=(p.p_idx - p.b_idx).cast("int32"),
        age=(p.o_idx - p.b_idx).cast("int32"),
    )
    p = facts.keep("payments", p)
    dims = ("office", "permit_type", "method", "billed_month", "paid_month", "days_to_pay")
    unpaid = p.filter(p.billed_day.notnull() & p.paid_day.isnull())
    facts.count(
        "money",
        p.group_by(*dims).aggregate(
            n=p.count(), billed=p.billed.sum().cast("int64"), paid=p.paid.sum().cast("int64")
        ),
    )
    facts.count(
        "money_open",
        unpaid.group_by("office", "permit_type", "billed_month", "age").aggregate(
            n=unpaid.count(), billed=unpaid.billed.sum().cast("int64")
        ),
    )
