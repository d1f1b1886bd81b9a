"""Whether a recap's figures can be: its months, counts, offices, age and signature.

The checksum of a recap is one that anybody can make again; so what it says is held against what
an honest office could have counted, and against what the receiving store knows already.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.errors import Refused
from etl.periods import month_text
from etl.schema import kinds
from etl.store.recaps import RecapsHere
from etl.words import _
from metrics.counting.tables import TABLES
from metrics.publishing.recap import Recap, open_recap, period_of, read_set
from metrics.publishing.signing import signed_by

OLDEST = 199001  # yyyymm before which no office kept such a register
MOST = 10**9  # cases in one row of counts; more is a slip or a forgery, and sums stay whole
MOST_DAYS = 50_000  # more than a hundred years, of anything that lasts
MOST_SEN = 10**16  # in one row of counts: Rp 100 trillion, and sums stay whole
LONGEST = 32_767  # letters of a name, the most that a sheet's cell holds
MAY_BE_NEGATIVE = frozenset({"response_days", "resolution_days", "days_to_pay", "billed", "paid"})
DAYS = frozenset(
    {
        "days",
        "gross",
        "net",
        "calendar",
        "standard",
        "response_days",
        "resolution_days",
        "days_to_pay",
        "age",
        "span",
        "longest",
        "working_days",
    }
)
MONEY = frozenset({"billed", "paid", "fee"})
YES_OR_NO = frozenset(
    {"met", "overdue", "due_soon", "responded", "resolved", "again", "repeated", "fresh", "late"}
)
WORDS = {
    "measure": {
        "received",
        "issued",
        "rejected",
        "withdrawn",
        "revoked",
        "closed",
        "bundled",
        "undated_issued",
        "undated_rejected",
        "undated_withdrawn",
        "undated_revoked",
    },
    "subject": {"permit", "permit_gross", "complaint"},
    "outcome": {"issued", "rejected", "withdrawn", "closed"},
}
SHARED = ("ref_standard", "ref_target")  # may hold rows of the province and of all
YEARS_DUE = 2  # a case decided early may fall due after the day of the recap

Tables = Mapping[str, pa.Table]


def check_recap(path: Path, here: RecapsHere | None = None) -> list[str]:
    """Refuse a recap that is not whole, cannot be, is unsigned, or is older than the one in effect.

    `here` is what the receiving store knows; without it a recap is held against itself alone.
    Gives sentences on what was noticed and does not stand in the way. Raises `Refused`.
    """
    recap, here = open_recap(path), here or RecapsHere()
    notes: list[str] = []
    for office in recap.offices:
        entry = recap.manifest["offices"][office]
        if key := here.keys.get(office):
            _signed(recap, office, key)
        tables = read_set(recap.path, office)
        for what in _faults(office, entry, tables, here):
            raise _cannot_be(recap.path, office, what)
        _not_older(recap.path, office, entry, here.in_effect.get(office))
        notes += _gone(office, entry, here.in_effect.get(office))
        if key is None and entry.get("signature"):
            notes.append(
                _(
                    "{office}: rekap ini bertanda tangan, tetapi kunci kantornya belum didaftarkan "
                    "(monev recap trust)."
                ).format(office=office)
            )
    return notes


def _signed(recap: Recap, office: str, key: str) -> None:
    if not recap.manifest["offices"][office].get("signature"):
        raise Refused(
            _(
                "Rekap {file} tidak ditandatangani kantor {office}, padahal kuncinya terdaftar; "
                "minta kantor mengirim rekap dari aplikasinya sendiri."
            ).format(file=recap.path.name, office=office)
        )
    if not signed_by(recap.manifest, office, key):
        raise Refused(
            _(
                "Tanda tangan kantor {office} pada rekap {file} tidak cocok dengan kunci yang "
                "terdaftar; pastikan pengirimnya, atau daftarkan kunci barunya dengan "
                "monev recap trust."
            ).format(file=recap.path.name, office=office)
        )


def _cannot_be(path: Path, office: str, what: str) -> Refused:
    return Refused(
        _(
            "Rekap {file} ditolak: {what} (kantor {office}); minta kantor memeriksa datanya "
            "lalu mengirim ulang."
        ).format(file=path.name, what=what, office=office)
    )


def _not_older(path: Path, office: str, entry: Mapping[str, Any], old: Any) -> None:
    """Refuse a recap whose days lie before those of the one in effect."""
    if not old:
        return
    for kind, day in (old.get("as_of") or {}).items():
        sent = (entry.get("as_of") or {}).get(kind)
        if sent is not None and str(sent) < str(day):
            raise Refused(
                _(
                    "Rekap {file} lebih lama ({sent}) daripada rekap kantor {office} yang berlaku "
                    "({day}); batalkan dahulu yang berlaku bila memang yang lama yang benar."
                ).format(file=path.name, office=office, sent=sent, day=day)
            )


def _gone(office: str, entry: Mapping[str, Any], old: Any) -> list[str]:
    """A note where a kind of record that the recap in effect tells of is told of no more."""
    sent = entry.get("as_of") or {}
    gone = [kind for kind in ((old or {}).get("as_of") or {}) if kind not in sent]
    if not gone:
        return []
    titles = kinds()
    return [
        _("{office}: rekap ini tidak lagi memuat {kinds}, yang ada pada rekap sebelumnya.").format(
            office=office,
            kinds=", ".join(_(titles[k].title).lower() if k in titles else k for k in sorted(gone)),
        )
    ]


def _faults(
    office: str, entry: Mapping[str, Any], tables: Tables, here: RecapsHere
) -> Iterator[str]:
    """What in the tables of an office cannot be, in words; nothing where all can."""
    yield from _days(entry, tables, here.today)
    yield from _offices(office, tables, here)
    last = _last_month(tables)
    for name, table in tables.items():
        if not table.num_rows:
            continue
        yield from _numbers(name, table)
        yield from _months(name, table, last)
        for column, known in WORDS.items():
            if column in table.schema.names:
                for word in set(pc.unique(table[column]).to_pylist()) - known:
                    yield _("{word} tidak dikenal pada {table}.{column}").format(
                        word=repr(word), table=name, column=column
                    )


def _days(entry: Mapping[str, Any], tables: Tables, today: date) -> Iterator[str]:
    told = {r["kind"]: str(r["as_of"]) for r in tables["meta"].to_pylist() if r["as_of"]}
    if told != dict(entry.get("as_of") or {}):
        yield _("tanggal data pada daftar isi berbeda dari tabelnya")
    latest = (today + timedelta(days=1)).isoformat()  # the sender's clock may be a zone ahead
    for row in tables["meta"].to_pylist():
        for day in (row["as_of"], row["last_day"]):
            if day is not None and day.isoformat() > latest:
                yield _("tanggal data {day} belum tiba").format(day=day)
    for kind in set(pc.unique(tables["reporting"]["kind"]).to_pylist()) - set(told):
        yield _("tanggal data {kind} tidak disebut, padahal bulannya dilaporkan").format(kind=kind)
    if period_of(tables["reporting"]) != entry.get("period"):
        yield _("periode pada daftar isi berbeda dari bulan yang dilaporkan")


def _last_month(tables: Tables) -> int:
    """The month (yyyymm) of the latest day that any kind has reported."""
    days = [d for d in tables["meta"]["as_of"].to_pylist() if d is not None]
    return max((d.year * 100 + d.month for d in days), default=0)


def _offices(office: str, tables: Tables, here: RecapsHere) -> Iterator[str]:
    """Rows that speak of anybody but the office (and, for standards and targets, its province)."""
    province = office[:2]
    for name, table in tables.items():
        if "office" not in table.schema.names:
            continue
        own = {office} | ({province, ""} if name in SHARED else set())
        for other in set(pc.unique(table["office"]).to_pylist()) - own:
            yield _("tabel {table} memuat baris kantor {other}").format(table=name, other=other)
    known = here.provinces.get(office) or province
    for row in tables["ref_office"].to_pylist():
        if (row["province"] or known) not in (known, province):
            yield _("provinsinya disebut {province}, bukan {known}").format(
                province=row["province"], known=known
            )


def _numbers(name: str, table: pa.Table) -> Iterator[str]:
    for column, kind in TABLES[name].items():
        if kind == "VARCHAR" and column != "path":  # as long as a case had steps
            longest = pc.max(pc.utf8_length(table[column])).as_py() or 0
            if longest > LONGEST:
                yield _("nama pada {table}.{column} sepanjang {n} huruf").format(
                    table=name, column=column, n=longest
                )
        if kind not in ("INTEGER", "BIGINT"):
            continue
        ends = pc.min_max(table[column]).as_py()
        low, high = ends["min"], ends["max"]
        if column == "n" and table[column].null_count:
            yield _("banyaknya {table} kosong").format(table=name)
        if low is None:
            continue
        most = _most(column)
        if low < (-most if column in MAY_BE_NEGATIVE else 0):
            yield _("angka {table}.{column} negatif ({value})").format(
                table=name, column=column, value=low
            )
        if high > most:
            yield _("angka {table}.{column} mustahil ({value})").format(
                table=name, column=column, value=high
            )


def _most(column: str) -> int:
    """The largest figure that a column can honestly hold."""
    if column in YES_OR_NO:
        return 1
    if column == "score":
        return 4
    if column in DAYS:
        return MOST_DAYS
    return MOST_SEN if column in MONEY else MOST


def _months(name: str, table: pa.Table, last: int) -> Iterator[str]:
    """Months that are none, lie before any register, or after the day of the recap."""
    if name == "reporting":  # the period of a survey may end after its last answer
        table = table.filter(pc.invert(pc.is_in(table["kind"], pa.array(["survey"]))))
    for column in TABLES[name]:
        if not column.endswith("month"):
            continue
        latest = last + 100 * YEARS_DUE if column == "due_month" else last
        for month in pc.unique(table[column]).to_pylist():
            if month is None:
                continue
            if not 1 <= month % 100 <= 12 or not OLDEST <= month <= latest:
                yield _("bulan {month} pada {table}.{column} di luar masanya").format(
                    month=month_text(month) if 1 <= month % 100 <= 12 else month,
                    table=name,
                    column=column,
                )
