"""A nil report: an office says it had none of a kind in a month, which is not silence."""

import re
from datetime import date

import duckdb

from etl.errors import Refused
from etl.loads import Part, Prepared
from etl.schema import kinds
from etl.store.ledger import known
from etl.words import _

#: Kinds that are reported month by month, and the fields that say in which month a row falls.
MONTHLY = {
    "applications": ("submitted_at",),
    "payments": ("billed_at", "paid_at"),
    "complaints": ("received_at",),
    "survey": ("period", "survey_date"),
    "survey_counts": ("period",),
    "monthly_counts": ("month",),
}


def nil_request(con: duckdb.DuckDBPyConnection, kind: str, office: str, month: str) -> Prepared:
    """The nil report staged as a load of one row; raises `Refused` for what cannot be reported."""
    if kind not in MONTHLY:
        raise Refused(
            _("Laporan nihil tidak ada untuk jenis {kind}; pilih salah satu dari {kinds}.").format(
                kind=kind, kinds=", ".join(MONTHLY)
            )
        )
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise Refused(
            _(
                "Laporan nihil dibuat per bulan; tulis bulannya seperti 2024-05, bukan {month}."
            ).format(month=month)
        )
    if month > date.today().strftime("%Y-%m"):
        raise Refused(
            _("Bulan {month} belum berjalan; nihil belum dapat dilaporkan.").format(month=month)
        )
    if office not in known(con).offices:
        raise Refused(
            _("Kantor {office} belum dikenal; muat dahulu daftar kantor yang memuatnya.").format(
                office=office
            )
        )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE _nil (office_code VARCHAR, kind VARCHAR, month VARCHAR)"
    )
    con.execute("INSERT INTO temp._nil VALUES (?, ?, ?)", [office, kind, month])
    con.execute(
        'CREATE OR REPLACE TEMP TABLE _nil_rejects (sheet VARCHAR, row BIGINT, "column" VARCHAR, '
        "value VARCHAR, reason VARCHAR)"
    )
    part = Part("nil", "temp._nil", kinds()["nil"].key, "temp._nil_rejects", 1, 0, 0, "temp._nil")
    return Prepared("", "", f"nil:{kind}:{office}:{month}", "nil", (part,))


def check_nil(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Refuse nil reports in `table` that the facts contradict, or of kinds that cannot be nil."""
    for office, kind, month in con.execute(
        f"SELECT office_code, kind, month FROM {table} ORDER BY ALL"
    ).fetchall():
        if kind not in MONTHLY:
            raise Refused(
                _(
                    "Laporan nihil tidak ada untuk jenis {kind}; pilih salah satu dari {kinds}."
                ).format(kind=kind, kinds=", ".join(MONTHLY))
            )
        if found := _records(con, kind, office, month):
            raise Refused(
                _(
                    "Kantor {office} sudah mempunyai {n} catatan {kind} pada {month}; "
                    "batalkan dahulu muatannya bila memang nihil."
                ).format(office=office, n=found, kind=kind, month=month)
            )


def _records(con: duckdb.DuckDBPyConnection, kind: str, office: str, month: str) -> int:
    in_month = [
        f"\"{f}\" = '{month}'"
        if kinds()[kind].by_name[f].sql_type == "VARCHAR"
        else f"strftime(\"{f}\", '%Y-%m') = '{month}'"
        for f in MONTHLY[kind]
    ]
    row = con.execute(
        f"SELECT count(*) FROM facts.current_{kind} "
        f"WHERE office_code = ? AND ({' OR '.join(in_month)})",
        [office],
    ).fetchone()
    return int(row[0]) if row else 0
