"""Complaints of an office, and its 'nihil' reports for months without one."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reference import complaint_days
from etl.sampling.cases import months_of
from etl.sampling.profiles import Span
from etl.sampling.records import Files
from etl.sampling.tables import number, pick, table, within_year, years_of

# Category: its share of an ordinary office's complaints.
CATEGORIES = {
    "Keterlambatan waktu penyelesaian": 0.34,
    "Persyaratan tidak jelas": 0.13,
    "Prosedur berbelit": 0.10,
    "Biaya tidak sesuai": 0.06,
    "Sikap petugas": 0.08,
    "Gangguan sistem daring": 0.12,
    "Kesalahan isi dokumen izin": 0.06,
    "Sarana dan prasarana": 0.04,
    "Permintaan informasi": 0.05,
    "Dugaan pelanggaran": 0.02,
}
CHANNELS = {
    "loket": 0.28,
    "whatsapp": 0.24,
    "sp4n-lapor": 0.18,
    "telepon": 0.10,
    "website": 0.08,
    "kotak saran": 0.06,
    "email": 0.03,
    "surat": 0.03,
}
OUTCOMES = np.array(["Selesai", "Tidak terbukti", "Diteruskan ke perangkat daerah"], object)


def complaints(rng: np.random.Generator, files: Files) -> pa.Table:
    """The kind `complaints`: most follow an application, slow files far more often."""
    office, clock, cases, flow = files.office, files.clock, files.cases, files.flow
    n = min(rng.poisson(len(cases) * office.complaint_rate / 1000), len(cases))
    took = np.minimum(flow.ended, clock.end) - cases.arrived
    weight = 1 + np.clip(took, 0, 60)
    case = rng.choice(len(cases), n, p=weight / weight.sum()) if n else np.zeros(0, int)
    received = cases.arrived[case] + rng.uniform(0.1, 1.1, n) * (took[case] + 2)
    keep = np.argsort(received)
    keep = keep[received[keep] < clock.end]
    case, received = case[keep], received[keep]
    n = len(case)

    names = np.array(list(CATEGORIES), object)
    shares = np.array(list(CATEGORIES.values()))
    if office.queue or office.inspection > 1:
        shares = shares * np.where(np.arange(len(shares)) == 0, 2.0, 1.0)
    category = rng.choice(len(names), n, p=shares / shares.sum())
    allowed = np.array([complaint_days(name) for name in names])[category]
    pace = allowed / 10 * office.complaint_pace
    responded = received + rng.gamma(2.0, 2.3, n) * pace
    responded = np.where(rng.random(n) < 0.015, np.nan, responded)
    resolved = responded + 0.2 + rng.gamma(1.5, 4.0, n) * np.maximum(pace, 0.5)
    resolved = np.where(rng.random(n) < 0.05, np.nan, resolved)

    at = clock.at(received)
    years = years_of(at)
    resolved_at = clock.at(resolved)
    linked = rng.random(n) < 0.65
    channels = np.array(list(CHANNELS), object)
    outcome = rng.choice(3, n, p=(0.8, 0.08, 0.12))
    return table("complaints", {
        "office_code": office.office,
        "complaint_no": number("ADU", years, within_year(years)),
        "application_no": pc.if_else(
            pa.array(linked), files.application_no.take(pa.array(case)), None
        ),
        "category": pick(names, category),
        "channel": pick(channels, rng.choice(len(channels), n, p=list(CHANNELS.values()))),
        "received_at": at,
        "responded_at": clock.at(responded),
        "resolved_at": resolved_at,
        "outcome": pick(OUTCOMES, np.where(np.isnat(resolved_at), -1, outcome)),
    })  # fmt: skip


def nil_reports(files: Files, made: pa.Table, span: Span) -> pa.Table:
    """The kind `nil`: 'no complaints' of the last two years' months in which none came in."""
    months = months_of(span)[-24:]
    last = files.clock.at(np.array([files.clock.end - 1])).astype("datetime64[M]")[0]
    received = np.unique(made["received_at"].to_numpy().astype("datetime64[M]"))
    none = [m for m in months if m not in received and m <= last]
    return table("nil", {
        "office_code": files.office.office,
        "kind": ["complaints"] * len(none),
        "month": [str(m) for m in none],
    })  # fmt: skip
