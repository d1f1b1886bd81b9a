"""Bills and payments to counts, in sen so that sums stay whole numbers (indicators.md §5).

A bill may have several receipts and refunds: it is billed once, and paid is their sum.
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.backlog import moments
from metrics.counting.cases import named_permits
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import look_up, month_of, text, with_index

BILL_TOLD, RECEIPT_TOLD, DAY_UNTOLD = 1, 2, 4
"""What a payment tells, added up: the amount of its bill, its own (none is due yet: told); and that
nobody told its day, or of the bill whether it was paid."""
BILL = ("office", "bill", "bill_application", "bill_day", "bill_amount", "bill_receipt")


def _receipts(facts: Draft, frame: Frame) -> ir.Table:
    """One row a receipt, under its bill: the first of a bill carries what was billed.

    A bill is known by its number; without one, receipts of one application with the same bill date
    and amount are one bill, and any other receipt is a bill of its own.
    `undated`: paid, on a day nobody told. `unclear`: nobody told whether the bill was paid, and no
    receipt of the office is as late as it.
    """
    p = facts["payments"].rename(office="office_code")
    p = p.inner_join(frame.office, "office").rename(as_of="as_of_payments")
    p = look_up(
        p, facts["applications"], {"office": "office_code", "application_no": "application_no"},
        {"own_type": "permit_type"},
    )  # fmt: skip
    p = named_permits(p, facts)
    billed_on, paid_on = p.billed_at.cast("date"), p.paid_at.cast("date")
    numbered = text(p.bill_no) != ""
    alike = (
        ~numbered & (text(p.application_no) != "") & billed_on.notnull() & p.billed_amount.notnull()
    )
    p = p.mutate(
        bill=ibis.ifelse(numbered, p.bill_no, ""),
        bill_application=ibis.ifelse(alike, p.application_no, ""),
        bill_day=ibis.ifelse(alike, billed_on, ibis.null("date")),
        bill_amount=ibis.ifelse(alike, (p.billed_amount * 100).cast("int64"), -1),
        bill_receipt=ibis.ifelse(numbered | alike, "", p.receipt_no),
        billed_on=billed_on,
        paid_day=ibis.ifelse(paid_on <= p.as_of, paid_on, ibis.null("date")),
        method=text(p.method),
    )
    whole = ibis.window(group_by=BILL)
    alone = p.receipt_no.count().over(whole) == 1
    p = p.mutate(settled=alone & ibis.coalesce(p.status == "paid", False), told=paid_on.notnull())
    p = p.mutate(amount=ibis.coalesce(p.paid_amount, ibis.ifelse(p.settled, p.billed_amount, None)))
    p = p.mutate(
        untold=p.paid_day.notnull() & p.amount.isnull(),
        undated=~p.told & (p.settled | (ibis.coalesce(p.amount, 0) != 0)),
        silent=~p.told & ~ibis.coalesce(p.status, "unpaid").isin(["paid", "unpaid"]),
        latest=paid_on.max().over(ibis.window(group_by="office")),
    )
    line = ibis.window(group_by=BILL, order_by=["untold", "paid_day", "receipt_no"])
    p = p.mutate(
        unclear=p.silent
        & ~(p.told | p.undated).any().over(whole)
        & ~ibis.coalesce(p.latest >= p.billed_on, False),
        place=ibis.row_number().over(line),
        billed_day=p.billed_on.min().over(whole),
        bill_sen=(p.billed_amount * 100).cast("int64").max().over(whole),
    )
    p = p.mutate(
        billed_day=ibis.ifelse(p.billed_day <= p.as_of, p.billed_day, ibis.null("date")),
        first=p.place == 0,
        refund=ibis.coalesce(p.amount < 0, False),
    )
    p = p.filter(p.billed_day.notnull() | p.paid_day.notnull())
    for day, idx in (("billed_day", "b_idx"), ("paid_day", "p_idx"), ("as_of", "o_idx")):
        p = with_index(p, frame.days, day, idx)
    return p.mutate(
        billed=ibis.ifelse(p["first"], ibis.coalesce(p.bill_sen, 0), 0).cast("int64"),
        paid=ibis.ifelse(
            p.paid_day.notnull() | p.undated, ibis.coalesce((p.amount * 100).cast("int64"), 0), 0
        ),
        valued=(
            ibis.ifelse(p.bill_sen.isnull(), 0, BILL_TOLD)
            + ibis.ifelse(p.untold | p.unclear | (p.undated & p.amount.isnull()), 0, RECEIPT_TOLD)
            + ibis.ifelse(p.undated | p.unclear, DAY_UNTOLD, 0)
        ).cast("int32"),
        billed_month=month_of(p.billed_day),
        paid_month=month_of(p.paid_day),
        days_to_pay=ibis.ifelse(
            p.refund,
            ibis.null("int32"),
            (p.p_idx - p.b_idx).cast("int32"),
        ),
        age=(p.o_idx - p.b_idx).cast("int32"),
    )


def money_counts(facts: Draft, frame: Frame) -> None:
    """The tables money, money_open and money_backlog.

    `n` of `money` counts payments, not what was given back; of a bill that nobody has paid it
    counts the bill. `valued`: `BILL_TOLD` + `RECEIPT_TOLD` + `DAY_UNTOLD`.
    """
    p = facts.keep("payments", _receipts(facts, frame))
    dims = (
        "office", "permit_type", "method", "billed_month", "paid_month", "days_to_pay", "valued",
    )  # fmt: skip
    facts.count(
        "money",
        p.group_by(*dims).aggregate(
            n=(~p.refund & (p.paid_day.notnull() | p.undated | p["first"]))
            .cast("int64")
            .sum()
            .cast("int64"),
            billed=p.billed.sum().cast("int64"),
            paid=p.paid.sum().cast("int64"),
        ),
    )
    standing = facts.keep("bills_standing", _unpaid(p, frame))
    facts.count(
        "money_backlog",
        standing.group_by("office", "permit_type", "month").aggregate(
            n=standing.count(), billed=standing.billed.sum().cast("int64")
        ),
    )
    unpaid = p.filter(p["first"] & p.billed_day.notnull() & p.paid_day.isnull())
    unpaid = unpaid.filter(~unpaid.undated & ~unpaid.unclear)
    facts.count(
        "money_open",
        unpaid.group_by("office", "permit_type", "billed_month", "age").aggregate(
            n=unpaid.count(), billed=unpaid.billed.sum().cast("int64")
        ),
    )


def _unpaid(p: ir.Table, frame: Frame) -> ir.Table:
    """Bills not paid in full at each month's end, as known that day; one row a bill and month."""
    seen = p.filter(p.billed_day.notnull()).inner_join(
        moments(frame, "payments").drop("cal"), "office"
    )
    seen = seen.filter(seen.billed_day <= seen.snap)
    come = seen.paid_day.notnull() & (seen.paid_day <= seen.snap)
    bills = seen.group_by(*BILL, "month").aggregate(
        snap=seen.snap.max(),
        permit_type=seen.permit_type.max(),
        receipt_no=seen.receipt_no.min(),
        application_no=seen.application_no.max(),
        billed_day=seen.billed_day.min(),
        age=(seen.snap_idx.max() - seen.b_idx.min()).cast("int32"),
        billed=seen.bill_sen.max(),
        paid=ibis.ifelse(come, ibis.coalesce(seen.paid, 0), 0).sum().cast("int64"),
        receipts=come.cast("int32").sum().cast("int32"),
        untold=(come & seen.untold).cast("int32").sum().cast("int32"),
        undated=seen.undated.any(),
        unclear=seen.unclear.any(),
        given=ibis.coalesce(seen.paid, 0).sum().cast("int64"),
    )
    whole = ibis.coalesce(bills.given >= bills.billed, True)  # on a day nobody told
    bills = bills.filter(~bills.unclear & ~(bills.undated & whole))
    less = (bills.untold == 0) & ibis.coalesce(bills.paid < bills.billed, False)
    short = (bills.receipts == 0) | less
    bills = bills.filter(short)
    return bills.select(
        "office", "month", "snap", "permit_type", "receipt_no", "application_no", "billed_day",
        "age", "billed", paid=bills.paid.cast("decimal(18, 0)").cast("int64"), bill_no=bills.bill,
    )  # fmt: skip
