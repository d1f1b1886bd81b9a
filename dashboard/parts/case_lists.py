"""The case rows behind the figures, by name: which rows, in which order, under which headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.column import Column
from etl.periods import last_day, months_of
from etl.words import _
from metrics.asking.stock_cases import stock_cases

LIMIT = 1000
AS_TOLD = {  # columns of `metrics.counting.backlog` as the case rows call them
    "permit_type": "common_type",
    "net": "net_days",
    "standard": "standard_days",
    "stage": "stage_reached",
}


@dataclass(frozen=True)
class CaseList:
    """Which rows of a case file (an SQL condition over its columns), and in which order; or the
    `stock` (a list of `monev cases`) whose rows they are, as they were at the period's end.
    """

    kind: str
    where: str = ""
    order: str = ""
    permit_column: str = ""
    dated: str = ""
    stock: str = ""


OVERDUE = CaseList("applications", stock="overdue")
DUE_SOON = CaseList("applications", stock="due-soon")
OPEN = CaseList("applications", stock="open")
LATE = CaseList(
    "applications",
    "NOT is_open AND end_day > due_day",
    "days_over DESC, end_day DESC",
    "common_type",
    "end_day",
)
ISSUED = CaseList(
    "applications",
    "issued_at IS NOT NULL AND outcome = 'issued'",
    "issued_at DESC",
    "common_type",
    "issued_at",
)
OPEN_COMPLAINTS = CaseList("complaints", stock="complaints-open")
UNPAID = CaseList("payments", stock="unpaid")
ODD_PAYMENTS = CaseList(
    "payments",
    "paid_at IS NOT NULL AND (paid_amount <> billed_amount OR application_no IS NULL)",
    "paid_at DESC",
    "",
    "paid_at",
)


def read(view: View, wanted: CaseList, limit: int = LIMIT) -> pd.DataFrame:
    """The rows of a list for the office, permit type and period in view; [] where none may be seen.

    A list under a stock is of the period's end, with as many rows as the stock says.
    """
    if not view.case_rows or view.snapshot.is_empty:
        return pd.DataFrame()
    if wanted.stock:
        return _standing(view, wanted, limit)
    where: list[str] = [f"({wanted.where})"]
    params: list[Any] = []
    if wanted.permit_column and view.query.permit_type:
        where.append(f"{wanted.permit_column} = ?")
        params.append(view.query.permit_type)
    if wanted.dated:
        first, last = bounds(view)
        where.append(f"{wanted.dated} >= ? AND {wanted.dated} < ?")
        params += [first, last + timedelta(1)]
    return view.snapshot.cases(
        view.scope,
        wanted.kind,
        [view.query.office or ""],
        " AND ".join(where),
        params,
        wanted.order,
        limit,
    )


def _standing(view: View, wanted: CaseList, limit: int) -> pd.DataFrame:
    """The rows behind a stock as known at the moment in view, beside what is told of each case."""
    if view.query.office is None:
        return pd.DataFrame()
    then = stock_cases(view.snapshot, view.scope, wanted.stock, view.query).head(limit)
    if then.empty:
        return pd.DataFrame()
    if wanted.kind == "payments":
        return then.assign(billed_at=then["billed_day"], billed_amount=then["billed"] / 100)
    key = "complaint_no" if wanted.kind == "complaints" else "application_no"
    now = view.snapshot.cases(
        view.scope, wanted.kind, [view.query.office], f"list_contains(?, {key})",
        [then[key].tolist()], limit=None,
    )  # fmt: skip
    then = then.rename(columns=AS_TOLD)
    if wanted.kind == "applications":
        then = then.assign(days_over=then["net_days"] - then["standard_days"])
    own = [c for c in now.columns if c == key or c not in then.columns]
    return then.merge(now[own].drop_duplicates(key), on=key, how="left")


def bounds(view: View) -> tuple[date, date]:
    """First and last day of the period in view."""
    first = months_of(view.period.start)[0]
    return date(first // 100, first % 100, 1), last_day(months_of(view.period.end)[1])


def columns_of(view: View, *fields: str) -> list[Column]:
    """The columns of a list of applications by their fields, the number pinned before them."""
    known = [
        Column("application_no", _("Nomor"), pinned=True),
        Column("common_type", _("Jenis izin"), view.permit_short),
        Column("start_day", _("Mulai dihitung"), f.date_short, _("Berkas lengkap dan benar")),
        Column("end_day", _("Selesai"), f.date_short),
        Column("due_day", _("Jatuh tempo"), f.date_short),
        Column("stage_reached", _("Sampai tahap"), named_stage),
        Column("begun_day", _("Tahap mulai"), f.date_short),
        Column("finished_day", _("Tahap selesai"), f.date_short),
        Column("stage_days", _("Hari di tahap"), f.number, _("Hari kerja")),
        Column("waited", _("Menunggu"), f.number, _("Hari kerja sebelum tahap ini mulai")),
        Column("age", _("Umur"), f.number, _("Hari kerja sejak mulai dihitung")),
        Column("net_days", _("Hari bersih"), f.number, _("Hari kerja tanpa menunggu pemohon")),
        Column("standard_days", _("Standar"), f.number, _("Hari kerja")),
        Column("days_over", _("Lewat"), over, _("Hari kerja di atas standar")),
        Column("days_left", _("Sisa"), f.number, _("Hari kerja sampai standar")),
    ]
    by_field = {column.field: column for column in known}
    return [by_field[field] for field in ("application_no", "common_type", *fields)]


JUDGED = ("net_days", "standard_days", "days_over")


def application_columns(view: View, open_cases: bool) -> Sequence[Column]:
    """The columns of a list of applications."""
    middle = ("stage_reached", "due_day") if open_cases else ("end_day",)
    return columns_of(view, "start_day", *middle, *JUDGED)


def due_soon_columns(view: View) -> Sequence[Column]:
    """The columns of a list of applications that are still in time, with `days_left`."""
    return columns_of(
        view, "start_day", "stage_reached", "due_day", "net_days", "standard_days", "days_left"
    )


def issued_columns(view: View) -> Sequence[Column]:
    """The columns of a list of permits issued."""
    return [
        Column("permit_no", _("Nomor izin"), pinned=True),
        Column("common_type", _("Jenis izin"), view.permit_short),
        Column("issued_at", _("Terbit"), f.date_short),
        Column("channel", _("Saluran"), words),
        Column("net_days", _("Hari bersih"), f.number, _("Hari kerja tanpa menunggu pemohon")),
        Column("signatory", _("Penanda tangan")),
    ]


def complaint_columns() -> Sequence[Column]:
    """The columns of a list of complaints."""
    return [
        Column("complaint_no", _("Nomor"), pinned=True),
        Column("category", _("Soal")),
        Column("channel", _("Saluran"), words),
        Column("received_at", _("Diterima"), f.date_short),
        Column("due_day", _("Batas jawab"), f.date_short),
        Column("responded_at", _("Dijawab"), f.date_short),
        Column("over", _("Lewat"), f.days, _("Hari kerja sesudah batas jawab, belum dijawab")),
    ]


def waiting_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Open complaints: those past their limit first, then the unanswered, then the oldest; `over`
    the working days past the limit, blank for those that are not.
    """
    if rows.empty:
        return rows
    late = rows["overdue"] == 1
    rows = rows.assign(
        over=(rows["age"] - rows["standard_days"]).astype("float64").where(late),
        answered=rows["responded_day"].notna(),
    )
    order = ["overdue", "answered", "received_day"]
    return rows.sort_values(order, ascending=[False, True, True], ignore_index=True)


def payment_columns() -> Sequence[Column]:
    """The columns of a list of bills."""
    return [
        Column("receipt_no", _("Nomor tagihan"), pinned=True),
        Column("application_no", _("Permohonan")),
        Column("billed_at", _("Ditagih"), f.date_short),
        Column("billed_amount", _("Tagihan"), full_rupiah),
        Column("paid_at", _("Dibayar"), f.date_short),
        Column("paid_amount", _("Pembayaran"), full_rupiah),
    ]


def named_stage(stage: Any) -> str:
    """The stage that a case reached; "–" where it has reached none."""
    return str(stage) if stage else f.MISSING


def over(days: float) -> str:
    """Working days over the standard; "–" within it."""
    return f.number(days) if days > 0 else f.MISSING


def full_rupiah(value: Any) -> str:
    """An amount to the rupiah."""
    return f.rupiah(value, short=False)


def words(value: Any) -> str:
    """A code of the records in words people use: channels, methods, sizes, desks."""
    known = {
        "loket": _("Loket"),
        "online": _("Daring"),
        "keliling": _("Layanan keliling"),
        "sp4n-lapor": _("SP4N-LAPOR!"),
        "whatsapp": _("WhatsApp"),
        "telepon": _("Telepon"),
        "surat": _("Surat"),
        "email": _("Surel"),
        "cash": _("Tunai"),
        "tunai": _("Tunai"),
        "bank": _("Bank"),
        "virtual_account": _("Virtual account"),
        "qris": _("QRIS"),
        "mikro": _("Mikro"),
        "kecil": _("Kecil"),
        "menengah": _("Menengah"),
        "besar": _("Besar"),
        "front_office": _("Front office"),
        "back_office": _("Back office"),
        "technical_team": _("Tim teknis"),
        "applicant": _("Pemohon"),
        "": _("Tidak dicatat"),
    }
    text = str(value)
    return known.get(text.lower(), text[:1].upper() + text[1:])
