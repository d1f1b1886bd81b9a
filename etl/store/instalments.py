"""Instalments of a bill that come in lists of several months, known by the bill's number alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import duckdb
import pyarrow as pa

from etl.reading.raw import store_arrow

NEEDED = {"receipt_no", "bill_no", "paid_at"}


@dataclass
class _Receipt:
    """One payment of a bill; `number` is its receipt's, made of the bill's."""

    number: str
    paid_at: datetime | None
    amount: Decimal | None
    rowid: int = -1


def number_on(con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> None:
    """Give the payments of `table` the receipt numbers that go on where the facts stand.

    Only those whose number was made of their bill's (`etl.checking.repeats.number_instalments`).
    A payment of a day that is known is that payment told again; one of another day is a further
    instalment, unless it repeats an amount and would pay the bill beyond its own: then its day was
    corrected. A bill known unpaid is the one that is now paid. Called before the merge.
    """
    if not set(columns) >= NEEDED:
        return
    paid = "paid_amount" if "paid_amount" in columns else "CAST(NULL AS DECIMAL(18, 2))"
    billed = "billed_amount" if "billed_amount" in columns else "CAST(NULL AS DECIMAL(18, 2))"
    bills = f"SELECT DISTINCT office_code, bill_no FROM {table} WHERE {_made('')}"
    told = con.execute(
        f"SELECT c.office_code, c.bill_no, receipt_no, paid_at, paid_amount, billed_amount "
        f"FROM facts.current_payments c SEMI JOIN ({bills}) USING (office_code, bill_no) "
        f"WHERE {_made('c.')} ORDER BY ALL"
    ).fetchall()
    if not told:
        return
    known: dict[tuple[str, str], list[_Receipt]] = defaultdict(list)
    amounts: dict[tuple[str, str], Decimal] = {}
    for office, bill, number, day, amount, whole in told:
        known[office, bill].append(_Receipt(number, day, amount))
        if whole is not None:
            amounts[office, bill] = max(whole, amounts.get((office, bill), whole))
    new: dict[tuple[str, str], list[_Receipt]] = defaultdict(list)
    for office, bill, number, day, amount, rowid, whole in con.execute(
        f"SELECT office_code, bill_no, receipt_no, paid_at, {paid}, rowid, {billed} FROM {table} "
        f"WHERE {_made('')} ORDER BY office_code, bill_no, paid_at NULLS FIRST, receipt_no"
    ).fetchall():
        if (office, bill) in known:
            new[office, bill].append(_Receipt(number, day, amount, rowid))
            if whole is not None:
                amounts[office, bill] = whole
    moved: list[tuple[int, str]] = []
    for bill, come in new.items():
        numbers = _numbers(bill[1], known[bill], come, amounts.get(bill))
        moved += [(r.rowid, n) for r, n in zip(come, numbers, strict=True) if n != r.number]
    if not moved:
        return
    ids, names = zip(*moved, strict=True)
    made = pa.table({"id": pa.array(ids, pa.int64()), "number": pa.array(names, pa.string())})
    numbers_in = store_arrow(con, made, "instalments")
    con.execute(
        f"UPDATE {table} t SET receipt_no = m.number FROM {numbers_in} m WHERE t.rowid = m.id"
    )
    con.execute(f"DROP TABLE {numbers_in}")


def _made(prefix: str) -> str:
    """SQL: a receipt's number is its bill's, or was made of it."""
    number, bill = f"{prefix}receipt_no", f"{prefix}bill_no"
    return (
        f"coalesce({number} = {bill} OR (starts_with({number}, {bill} || ' (') "
        f"AND regexp_matches({number}, ' \\(\\d+\\)$')), false)"
    )


def _numbers(
    bill: str, known: Sequence[_Receipt], come: Sequence[_Receipt], whole: Decimal | None
) -> list[str]:
    """The receipt number of each payment that came, by what is known of its bill."""
    left = list(known)
    found: dict[int, str] = {}
    for i, receipt in enumerate(come):  # told again: the same day, if need be the same amount
        same = [k for k in left if k.paid_at is not None and k.paid_at == receipt.paid_at]
        same.sort(key=lambda k: k.amount != receipt.amount)
        if same:
            found[i] = same[0].number
            left.remove(same[0])
    further = [i for i in range(len(come)) if i not in found]
    sums = [k.amount or Decimal(0) for k in left] + [r.amount or Decimal(0) for r in come]
    beyond = whole is not None and sum(sums, Decimal(0)) > whole
    for i in further:
        place = _in_place_of(come[i], left, beyond)
        if place is not None:
            found[i] = place.number
            left.remove(place)
    taken = {k.number for k in known} | set(found.values())
    nth = 1
    for i in further:
        if i in found:
            continue
        while (number := bill if nth == 1 else f"{bill} ({nth})") in taken:
            nth += 1
        taken.add(number)
        found[i] = number
    return [found[i] for i in range(len(come))]


def _in_place_of(come: _Receipt, left: Sequence[_Receipt], beyond: bool) -> _Receipt | None:
    """What a payment of a day not known takes the place of; None where it is a further one.

    The bill known unpaid; of one now told unpaid its payment; and, where the bill would be paid
    beyond its amount, the same amount on another day.
    """
    for known in left:
        if known.paid_at is None or come.paid_at is None:
            return known
    return next((k for k in left if beyond and k.amount == come.amount), None)
