"""The rows behind a stock: as many as its figure says, as they were known on its day.

Read from the case rows at month ends; of any other day they are counted again, as the figure is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from etl.errors import Refused
from etl.periods import last_day, month_of
from etl.words import _
from metrics.asking.coverage import Span, moment, spans
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class StockList:
    """A list by its name on the command line: the stock it stands under, and its case rows."""

    indicator: str
    kind: str
    rows: str
    where: str
    order: str


CASES = "coalesce(net - standard, -1000000) DESC, net DESC, application_no"
LISTS: Mapping[str, StockList] = {
    "overdue": StockList(
        "overdue_applications", "applications", "standing", "overdue = 1", CASES
    ),
    "due-soon": StockList(
        "due_soon", "applications", "standing", "due_soon = 1", "due_day, application_no"
    ),
    "open": StockList("open_applications", "applications", "standing", "TRUE", CASES),
    "complaints-overdue": StockList(
        "overdue_complaints", "complaints", "complaints_standing", "overdue = 1",
        "due_day, complaint_no",
    ),
    "complaints-open": StockList(
        "open_complaints", "complaints", "complaints_standing", "TRUE", "received_day, complaint_no"
    ),
    "unpaid": StockList(
        "unpaid_bills", "payments", "bills_standing", "TRUE", "billed_day, bill_no, receipt_no"
    ),
}  # fmt: skip


def stock_list(name: str) -> StockList:
    """The list of that name; refused with the names there are."""
    if name not in LISTS:
        raise Refused(
            _("Daftar “{name}” tidak ada; pilih {names}.").format(name=name, names=", ".join(LISTS))
        )
    return LISTS[name]


def stock_cases(snapshot: "Snapshot", scope: Scope, name: str, query: Query) -> pd.DataFrame:
    """The rows of the list `name` for the one office of `query`, at its moment, the worst first.

    Columns as `metrics.counting.backlog` (applications), `complaints` and `money` keep them.
    Empty where nothing is known of that day. Refused where `scope` may see no case rows.
    """
    wanted = stock_list(name)
    office = query.office
    if office is None:
        raise Refused(_("Sebut satu kantor: --office."))
    if not (scope.case_rows and scope.allows(office)):
        raise Refused(_("Peran ini melihat angka, bukan berkas pemohon."))
    span = spans(snapshot, wanted.kind).get(office)
    month = moment(snapshot, wanted.kind, query)
    if span is None or (month is not None and not span.covers(month)):
        return pd.DataFrame()
    month = span.last if month is None else month
    day = _between(query, span)
    if day is None:
        return _selected(snapshot, scope, office, wanted, month, query)
    counted = snapshot.remembered(
        ("standing", wanted.rows, office, day), lambda: _counted(snapshot, office, wanted, day)
    )
    rows = counted[counted["month"] == month]
    if query.permit_type is not None:
        rows = rows[rows["permit_type"] == query.permit_type]
    return _ordered(rows, wanted)


def _between(query: Query, span: Span) -> date | None:
    """The day asked for where it is no month's end; None where a month's end is read."""
    day = query.as_of
    if day is None or (query.last_month is not None and query.last_month < month_of(day)):
        return None
    if day == last_day(month_of(day)) or day.isoformat() >= span.day:
        return None
    return day


def _selected(
    snapshot: "Snapshot", scope: Scope, office: str, wanted: StockList, month: int, query: Query
) -> pd.DataFrame:
    where, params = f"month = ? AND {wanted.where}", [month]
    if query.permit_type is not None:
        where += " AND permit_type = ?"
        params.append(query.permit_type)  # type: ignore[arg-type]
    return snapshot.cases(scope, wanted.rows, [office], where, params, wanted.order, limit=None)


def _counted(snapshot: "Snapshot", office: str, wanted: StockList, day: date) -> pd.DataFrame:
    """The standing rows of one office counted again as of `day`."""
    from metrics.counting.dimensions import place  # counting is slow to import
    from metrics.publishing.as_of import published_facts

    facts = published_facts(snapshot, [office])
    place(facts, [office], day)
    return facts.frame(f"case_{wanted.rows}")


def _ordered(rows: pd.DataFrame, wanted: StockList) -> pd.DataFrame:
    import duckdb

    if rows.empty:
        return rows
    con = duckdb.connect()
    con.register("given", rows)
    return con.execute(f"SELECT * FROM given WHERE {wanted.where} ORDER BY {wanted.order}").df()


def listed(rows: pd.DataFrame, wanted: StockList) -> list[dict[str, object]]:
    """The rows as `monev cases` prints them: number, permit_type, stage, desk, started, due, days,
    days_over, and what else the list knows."""
    if rows.empty:
        return []
    made: list[dict[str, object]] = []
    for row in rows.to_dict("records"):
        made.append(_row({str(k): v for k, v in row.items()}, wanted))
    return made


def _row(row: dict[str, object], wanted: StockList) -> dict[str, object]:
    def day(name: str) -> str | None:
        value = row.get(name)
        return None if value is None or pd.isna(value) else str(value)[:10]  # type: ignore[call-overload]

    def whole(name: str) -> int | None:
        value = row.get(name)
        return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]

    if wanted.kind == "applications":
        net, standard = whole("net"), whole("standard")
        return {
            "number": row["application_no"],
            "permit_type": row["permit_type"],
            "stage": row["stage"],
            "desk": row["desk"],
            "started": day("start_day"),
            "due": day("due_day"),
            "days": net,
            "days_over": None if net is None or standard is None else net - standard,
            "since": day("since"),
        }
    if wanted.kind == "complaints":
        return {
            "number": row["complaint_no"],
            "permit_type": None,
            "stage": None,
            "desk": None,
            "started": day("received_day"),
            "due": day("due_day"),
            "days": whole("age"),
            "days_over": None
            if whole("age") is None or whole("standard") is None
            else (whole("age") or 0) - (whole("standard") or 0),
            "category": row["category"],
            "channel": row["channel"],
        }
    billed, paid = whole("billed"), whole("paid")
    return {
        "number": row["bill_no"] or row["receipt_no"],
        "permit_type": row["permit_type"],
        "stage": None,
        "desk": None,
        "started": day("billed_day"),
        "due": None,
        "days": whole("age"),
        "days_over": None,
        "application": row["application_no"],
        "billed": None if billed is None else billed / 100,
        "paid": None if paid is None else paid / 100,
    }
