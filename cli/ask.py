"""Checks the questions that come from a command line, and asks them of the registry."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.errors import Refused
from etl.periods import months_of
from etl.words import _
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get

if TYPE_CHECKING:
    from metrics.asking.result import Result
    from metrics.asking.snapshot import Snapshot

__all__ = [
    "EVERYTHING",
    "ask",
    "check_office",
    "check_report",
    "check_suffix",
    "headings_of",
    "offices_of",
    "question",
    "shown_rows",
]

REPORT_FILES = (".pdf", ".docx", ".xlsx")


def ask(snapshot: "Snapshot", name: str, *asked: Any) -> "Result":
    """The figure asked for; `asked` as in `question`, which refuses what is not known."""
    query = question(snapshot, name, *asked)
    return get(name).read(snapshot, EVERYTHING, query)


def question(
    snapshot: "Snapshot",
    name: str,
    office: str | None,
    province: str | None,
    permit_type: str | None,
    start: str | None,
    end: str | None,
    by: str,
    as_of: date | None,
    joined: bool = False,
) -> Query:
    """The question in the registry's terms; raises `Refused` for a name, place, period or
    dimension that is not known.
    """
    get(name)
    if office and province:
        raise Refused(_("Pilih salah satu: --office atau --province."))
    for period in (start, end):
        if period:
            months_of(period)
    check_office(snapshot, office)
    if joined and not office:
        raise Refused(_("--joined membaca satu kantor bersama pendahulunya; sebut --office."))
    if province:
        offices_of(snapshot, None, province)
    _check_permit_type(snapshot, permit_type)
    return Query(
        office=office,
        province=province,
        permit_type=permit_type,
        start=start,
        end=end,
        by=tuple(dict.fromkeys(d.strip() for d in by.split(",") if d.strip())),
        as_of=as_of,
        joined=joined,
    )


def check_office(snapshot: "Snapshot", office: str | None) -> None:
    """Refuse an office that no file has named."""
    if office is None or office in set(snapshot.offices()["office"]):
        return
    raise Refused(
        _("Kantor {office} belum dikenal; muat dahulu daftar kantor atau rekapnya.").format(
            office=office
        )
    )


def offices_of(snapshot: "Snapshot", office: str | None, province: str | None) -> list[str]:
    """The published offices meant by one of --office and --province; the province's own too."""
    if (office is None) == (province is None):
        raise Refused(_("Sebut satu: --office atau --province."))
    check_office(snapshot, office)
    if office is not None:
        return [office]
    known = snapshot.offices()
    inside = known[(known["province"] == province) | (known["office"] == province)]["office"]
    if inside.empty:
        raise Refused(
            _("Provinsi {province} belum dikenal; muat dahulu daftar kantornya.").format(
                province=province
            )
        )
    published = snapshot.manifest.get("offices", {})
    return sorted(code for code in inside if code in published)


def _check_permit_type(snapshot: "Snapshot", permit_type: str | None) -> None:
    if permit_type is None:
        return
    used = snapshot.sql("SELECT DISTINCT permit_type FROM flow", (), ("flow",))["permit_type"]
    known = set(snapshot.permit_types()["permit_type"]) | set(used.dropna())
    if permit_type not in known:
        from rapidfuzz import process

        near = ", ".join(n for n, *_rest in process.extract(permit_type, sorted(known), limit=3))
        raise Refused(
            _("Jenis izin {name} tidak ada; yang mirip: {near}.").format(
                name=permit_type, near=near or "–"
            )
        )


def check_report(kind: str, period: str, out: Path) -> None:
    """Refuse a report that there is none of, a period it is not made for, or another suffix."""
    from dashboard.reports import PERIODS

    if kind not in PERIODS:
        raise Refused(
            _("Laporan {kind} tidak ada; pilih {kinds}.").format(
                kind=kind, kinds=", ".join(PERIODS)
            )
        )
    months_of(period)
    if not re.fullmatch(PERIODS[kind], period):
        raise Refused(
            _("Laporan {kind} tidak dibuat untuk periode {period}.").format(
                kind=kind, period=period
            )
        )
    check_suffix(out)


def check_suffix(out: Path) -> None:
    """Refuse a file that a report is not written as."""
    if out.suffix.lower() not in REPORT_FILES:
        raise Refused(
            _("Laporan ditulis sebagai {kinds}; ubah nama {file}.").format(
                kinds=", ".join(REPORT_FILES), file=out
            )
        )


def headings_of(result: "Result") -> dict[str, str]:
    """Column → heading of a result's table."""
    words = {
        "office": _("Kantor"),
        "province": _("Provinsi"),
        "permit_type": _("Jenis izin"),
        "group": _("Kelompok"),
        "stage": _("Tahap"),
        "desk": _("Meja"),
        "size": _("Izin seberkas"),
        "year": _("Tahun"),
        "quarter": _("Triwulan"),
        "month": _("Bulan"),
        "channel": _("Saluran"),
        "business_scale": _("Skala usaha"),
        "category": _("Kategori"),
        "method": _("Cara bayar"),
        "n": "n",
        "value": _("Nilai"),
        "median": _("Median"),
        "mean": _("Rata-rata"),
        "p90": "P90",
        "numerator": _("Pembilang"),
        "denominator": _("Penyebut"),
        "low": _("Bawah 95 %"),
        "high": _("Atas 95 %"),
        "note": _("Catatan"),
    }
    return {c: words.get(c, c) for c in result.rows.columns}


def shown_rows(result: "Result") -> list[dict[str, Any]]:
    """The rows of a result with its figures written as people read them."""
    from dashboard.locale.format import figure, missing

    shape, decimals = result.indicator.shape, result.indicator.decimals
    figures = {"value", "median", "mean", "p90", "low", "high"}
    return [
        {
            k: v if k not in figures or missing(v) else figure(v, shape, decimals)
            for k, v in row.items()
        }
        for row in result.to_json()["rows"]
    ]
