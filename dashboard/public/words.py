"""Codes in the words that citizens read: desks, outcomes, days, fees."""

from dashboard.locale.format import NBSP, number
from etl.words import _, ngettext


def desk(code: str) -> str:
    """Who works on a stage: "applicant" is the reader."""
    return {
        "front_office": _("Loket pelayanan"),
        "back_office": _("Bagian perizinan"),
        "technical_team": _("Tim teknis"),
        "applicant": _("Anda"),
    }.get(code, "")


def outcome(code: str) -> str:
    """How a case ended."""
    return {
        "issued": _("Izin terbit"),
        "rejected": _("Permohonan ditolak"),
        "withdrawn": _("Permohonan dicabut pemohon"),
        "closed": _("Permohonan selesai"),
    }[code]


def days(n: int | None) -> str:
    """Working days: "hari yang sama", "1 hari kerja", "18 hari kerja"; unknown is "–"."""
    if n is None:
        return "–"
    if n == 0:
        return _("hari yang sama")
    return number(n) + NBSP + ngettext("hari kerja", "hari kerja", n)


def fee(amount: float | None) -> str:
    """A fee in full rupiah; unknown is said."""
    if amount is None:
        return _("belum dicantumkan")
    return f"Rp{NBSP}{number(amount)}"
