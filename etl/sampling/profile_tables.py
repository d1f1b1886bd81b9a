"""The reference kinds of the sample: offices, types, standards, targets, institutions."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from etl import reference
from etl.rows import rows_of
from etl.sampling.clock import closures
from etl.sampling.profiles import FIRST_MONTH, PROVINCE, Office, Span
from etl.sampling.tables import table
from etl.schema import INSTITUTION_INDICATORS

YES, PARTLY, NO = "ya", "sebagian", "belum"


def references(offices: list[Office], span: Span) -> dict[str, pa.Table]:
    """Every reference kind except targets of revenue, populations and institutions."""
    types = list(reference.permit_types().values())
    stages = list(reference.stage_names().values())
    shut = [(o.office, day) for o in offices for day in closures(o.office)]
    return {
        "offices": table("offices", {
            "office_code": [o.office for o in offices],
            "name": [o.name for o in offices],
            "region_kind": [o.region_kind for o in offices],
            "province_code": PROVINCE,
            "working_week": [o.working_week for o in offices],
        }),
        "permit_types": table("permit_types", {
            "permit_type": [t.permit_type for t in types],
            "name": [t.name for t in types],
            "group": [t.group for t in types],
            "successor": [t.successor or None for t in types],
        }),
        "stage_map": table("stage_map", {
            "office_code": "",
            "activity": [s.stage for s in stages],
            "stage": [s.stage for s in stages],
            "desk": [s.desk for s in stages],
            "clock": [s.clock for s in stages],
        }),
        "closures": table("closures", {
            "office_code": [office for office, _ in shut],
            "date": [day for _, day in shut],
            "reason": ["Kantor tutup" for _ in shut],
        }),
        "standards": _standards(offices, span),
    }  # fmt: skip


def _standards(offices: list[Office], span: Span) -> pa.Table:
    codes = {PROVINCE, *(o.office for o in offices)}
    reformed = {o.office for o in offices if o.reform}
    kept = [s for s in reference.standards() if s.office in codes]
    return table("standards", {
        "office_code": [s.office for s in kept],
        "permit_type": [s.permit_type for s in kept],
        "stage": [s.stage for s in kept],
        "valid_from": [span.reform if s.office in reformed else s.valid_from for s in kept],
        "working_days": [s.working_days for s in kept],
        "fee": [s.fee for s in kept],
        "requirements": [s.requirements or None for s in kept],
        "signatory": [s.signatory or None for s in kept],
        "legal_basis": [s.legal_basis or None for s in kept],
    })  # fmt: skip


def targets(offices: list[Office], payments: pa.Table, span: Span) -> pa.Table:
    """The shipped targets, and each office's revenue of the year (rupiah, indicator `paid`)."""
    codes = {PROVINCE, *(o.office for o in offices)}
    rows = [
        (t.indicator, t.office, t.permit_type, t.valid_from, t.value)
        for t in reference.targets()
        if t.office in codes
    ]
    bills = pd.DataFrame({
        "office": payments["office_code"].to_numpy(zero_copy_only=False),
        "year": pd.to_datetime(payments["billed_at"].to_numpy()).year,
        "billed": payments["billed_amount"].cast(pa.int64(), safe=False).to_numpy(),
    })  # fmt: skip
    for row in rows_of(bills.groupby(["office", "year"], as_index=False)[["billed"]].sum()):
        months = span.until.month if row.year == span.until.year else 12
        planned = round(int(row.billed) * 12 / months * 1.02 / 1e6) * 1_000_000
        rows.append(("paid", str(row.office), "", date(int(row.year), 1, 1), Decimal(planned)))
    names = ("indicator", "office_code", "permit_type", "valid_from", "value")
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    return table("targets", columns)


def institution(rng: np.random.Generator, office: Office, span: Span) -> pa.Table:
    """The kind `institution`: what an office declares of itself, a row a year."""
    years = list(range(int(FIRST_MONTH[:4]), span.until.year + 1))
    founded = int(rng.integers(2007, 2014))
    late = int(rng.integers(years[0], years[0] + 3))

    def since(year: int, before: str = NO) -> list[str]:
        return [YES if y >= year else before for y in years]

    reform = span.reform.year if office.reform else years[0] + 9
    answers: dict[str, list[str]] = {
        "core_permits": since(years[0]),
        "service_standard": since(late, PARTLY),
        "parallel_permits": since(reform if office.reform else late, PARTLY),
        "payment_ways": since(years[0] + 1 if office.non_cash >= 0 else 9999, PARTLY),
        "complaint_mechanism": since(years[0]),
        "staff_development": since(late + 1),
        "permit_database": since(9999 if office.tally_only else years[0]),
        "survey_held": since(years[0]),
        "front_back_office": since(reform if office.reform else founded, PARTLY),
        "innovations": since(reform if office.reform else late + 2),
    }
    kind = office.name
    columns: dict[str, object] = {
        "office_code": office.office,
        "year": years,
        "form": "dinas",
        "legal_basis": f"Peraturan Daerah {kind} tentang Perangkat Daerah (contoh)",
        "operating_since": str(founded),
        "services": "izin dan non-izin",
    }
    for name in INSTITUTION_INDICATORS:
        columns[name] = answers[name]
        columns[f"{name}_evidence"] = [
            EVIDENCE[name](a, office) if a != NO else None for a in answers[name]
        ]
    return table("institution", columns)


EVIDENCE: dict[str, Callable[[str, Office], str]] = {
    "core_permits": lambda a, o: "Ditandatangani Kepala DPMPTSP; waktu dan biaya menurut standar",
    "service_standard": lambda a, o: (
        "Standar pelayanan dan SOP ditetapkan kepala dinas" if a == YES else "SOP belum lengkap"
    ),
    "parallel_permits": lambda a, o: (
        "Satu berkas untuk beberapa izin" if a == YES else "Baru untuk bangunan gedung"
    ),
    "payment_ways": lambda a, o: (
        "Bank, virtual account dan QRIS" if a == YES else "Tunai di loket; bank atas permintaan"
    ),
    "complaint_mechanism": lambda a, o: "Loket, telepon, WhatsApp, kotak saran dan SP4N-LAPOR!",
    "staff_development": lambda a, o: "Pelatihan teknis dan magang setiap tahun",
    "permit_database": lambda a, o: "Aplikasi perizinan kantor",
    "survey_held": lambda a, o: "SKM dua kali setahun",
    "front_back_office": lambda a, o: (
        "Loket terpisah dari ruang pemrosesan" if a == YES else "Sebagian loket merangkap proses"
    ),
    "innovations": lambda a, o: (
        "Satu loket untuk semua izin" if o.reform else "Layanan keliling ke kecamatan"
    ),
}
