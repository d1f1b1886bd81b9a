"""Which stages a file of each permit type passes and how long they take: from the standards."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from etl.reference import permit_types, stage_names, standard, standards
from etl.sampling.profiles import PROVINCE, rows

# The slots of a file, in order: a stage that may be run again has a slot a run.
SLOTS = (
    "Pendaftaran", "Cek berkas", "Perbaikan berkas", "Cek berkas", "Perbaikan berkas",
    "Cek berkas", "Tim teknis", "Perbaikan berkas", "Tim teknis", "Peninjauan", "Rekomendasi",
    "Retribusi", "Pembayaran", "Tanda tangan", "Penyerahan",
)  # fmt: skip
REGISTER, CHECKS, RETURNS = 0, (1, 3, 5), (2, 4, 7)
TEAM, TEAM_AGAIN, INSPECTION, ADVICE = 6, 8, 9, 10
LEVY, PAYMENT, SIGNATURE, HAND_OVER = 11, 12, 13, 14
OFFICE_WORK = (TEAM, TEAM_AGAIN, INSPECTION, ADVICE, LEVY, SIGNATURE)


@dataclass(frozen=True)
class Type:
    """A permit type as the sample files it; weights are relative numbers of applications."""

    permit_type: str
    weight: float
    first_month: np.datetime64
    last_month: np.datetime64 | None
    tail_weight: float
    tail_until: np.datetime64 | None
    growth: float
    bundles: bool
    business: bool
    account_code: str
    levy: tuple[float, ...]  # typical levy by business scale; empty: the standard's fee


@cache
def types() -> tuple[Type, ...]:
    """The permit types of the sample, in the order of data/sample/mix.csv."""

    def month(text: str) -> np.datetime64 | None:
        return np.datetime64(text, "M") if text else None

    return tuple(
        Type(
            r["permit_type"], float(r["weight"]), np.datetime64(r["first_month"], "M"),
            month(permit_types()[r["permit_type"]].last_month), float(r["tail_weight"]),
            month(r["tail_until"]), float(r["growth"]), r["bundles"] == "ya",
            r["business"] == "ya", r["account_code"],
            tuple(float(x) for x in r["levy"].split("|") if x),
        )
        for r in rows("mix")
    )  # fmt: skip


def weights(months: np.ndarray) -> np.ndarray:
    """Relative applications by type and month, shape (types, months)."""
    table = np.zeros((len(types()), len(months)))
    years = (months - months[0]).astype(int) / 12
    for i, t in enumerate(types()):
        live = months >= t.first_month
        ordinary = live if t.last_month is None else live & (months <= t.last_month)
        tail = live & ~ordinary
        if t.tail_until is not None:
            tail &= months <= t.tail_until
        table[i] = (ordinary * t.weight + tail * t.tail_weight) * (1 + t.growth) ** years
    return table


@cache
def route() -> np.ndarray:
    """Promised working days of each slot by type, shape (types, slots); NaN: not on its route.

    Repeat slots carry their stage's promise, the applicant's corrections none of their own.
    """
    promised = {
        (s.permit_type, s.stage): s.working_days
        for s in standards()
        if s.office == PROVINCE and s.stage
    }
    table = np.full((len(types()), len(SLOTS)), np.nan)
    for i, t in enumerate(types()):
        for j, stage in enumerate(SLOTS):
            days = promised.get((t.permit_type, stage))
            if days is not None:
                table[i, j] = days
    return table


def promised_days(office: str, months: np.ndarray) -> np.ndarray:
    """The whole service's standard by type and month for an office, shape (types, months)."""
    table = np.empty((len(types()), len(months)))
    for i, t in enumerate(types()):
        found = [standard(_rules_of(office), t.permit_type, _day(m)) for m in months]
        table[i] = [s.working_days if s and s.working_days is not None else np.nan for s in found]
    return table


def fees(office: str, day: date) -> np.ndarray:
    """The standard's fee by type on a day, NaN where it is worked out case by case."""
    found = [standard(_rules_of(office), t.permit_type, day) for t in types()]
    return np.array([float(s.fee) if s and s.fee is not None else np.nan for s in found])


def desks() -> tuple[np.ndarray, np.ndarray]:
    """Desk and clock of each slot."""
    names = stage_names()
    return (
        np.array([names[s].desk for s in SLOTS], object),
        np.array([names[s].clock for s in SLOTS], object),
    )


def _rules_of(office: str) -> str:
    """Whose standards hold: an invented office has the sample province's."""
    return office if office.startswith(PROVINCE) else PROVINCE


def _day(month: np.datetime64) -> date:
    return month.astype("datetime64[D]").item()
